// The left panel on show, with made-up heads and a scorer that answers in the test's time.
#pragma once

#include <algorithm>
#include <mutex>

#include <QCheckBox>
#include <QComboBox>
#include <QtTest>

#include "tests/ui/head_records.h"
#include "tests/ui/latch.h"
#include "tests/ui/offscreen.h"
#include "tests/ui/try.h"
#include "ui/controllers/head_scores_controller.h"
#include "ui/plot/head_grid.h"
#include "ui/views/explore/heads/heads_filter.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/window/style_sheet.h"

namespace test {

// Answers with made-up scores: each head's shuffled distance is a tenth of its place. Notes what it was asked, waits and fails on wish.
class FakeScorer {
public:
    using Kind = ui::HeadScoresStep::Kind;
    mutable Latch latch;
    std::atomic<bool> fails = false;

    core::Result<ui::HeadScoresPart> operator()(const ui::HeadScoresStep& step, const std::stop_token& stop) const
    {
        note(step.kind);
        latch.pass(stop);
        if (stop.stop_requested()) return core::cancelled();
        if (fails) return core::fail(core::Fault::OverBudget, "This needs 9 GiB.", "Use a shorter text.");
        ui::HeadScoresPart part;
        const core::Index heads = step.record->recording->heads();
        for (core::Index i = 0; i < core::Index(step.record->maps.size()); ++i) {
            const core::HeadId head{i / heads, i % heads};
            if (step.wantsMetrics) {
                part.metrics.emplace_back().head = head;
                part.metrics.back().meanDistance = double(i) / 10.0;
            }
            if (step.drawing) part.matches.push_back({.head = head, .rows = 1, .mass = head == core::HeadId{2, 3} ? 0.9 : 0.1, .chance = 0.1});
            if (step.kind == Kind::Induction || step.kind == Kind::ShuffledInduction) part.induction.push_back(double(i) / 1000.0);
        }
        return part;
    }
    [[nodiscard]] int asked(Kind kind) const
    {
        const std::lock_guard lock(m_mutex);
        return int(std::ranges::count(m_asked, kind));
    }

private:
    void note(Kind kind) const
    {
        const std::lock_guard lock(m_mutex);
        m_asked.push_back(kind);
    }
    mutable std::mutex m_mutex;
    mutable std::vector<Kind> m_asked;
};

struct HeadsStage {
    ui::Session session{{.text = {}, .model = {}, .plan = {}, .head = {}, .pin = {}}};
    std::shared_ptr<FakeScorer> scorer = std::make_shared<FakeScorer>();
    ui::HeadScoresController scores{session,
                                    [scorer = scorer](const ui::HeadScoresStep& step, const std::stop_token& stop) { return (*scorer)(step, stop); }};
    ui::HeadsPanel panel{session};
    std::shared_ptr<ui::ExploreRecord> record;

    explicit HeadsStage(const HeadRecordShape& shape = {}, QSize size = {296, 760})
    {
        const auto showSelection = [this] { panel.setSelection(session.selection()); };
        QObject::connect(&session, &ui::Session::viewChanged, &panel, showSelection);
        QObject::connect(&session, &ui::Session::documentChanged, &panel, showSelection);
        QObject::connect(&scores, &ui::HeadScoresController::changed, &panel, [this] { panel.showScoring(scores.scoring()); });
        panel.setStyleSheet(ui::styleSheet(ui::Theme::light()));
        panel.resize(size);
        panel.show();
        show(headRecord(shape));
        showSelection();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel, kPatience));
        settle();
    }
    ~HeadsStage()
    {
        panel.hide();   // while it is whole: losing the focus ends a peek, which comes back to it from the session
        scorer->latch.open();
    }
    void show(std::shared_ptr<ui::ExploreRecord> next)
    {
        record = std::move(next);
        scores.showRecord(record);   // in the order of the window
        panel.showRecord(record);
    }
    static void settle() { QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents(); }
    template<class Widget>
    Widget& widget(const char* name)
    {
        return *panel.findChild<Widget*>(QLatin1String(name));
    }
    ui::HeadGrid& grid() { return widget<ui::HeadGrid>("headGrid"); }
    ui::HeadsList& list() { return widget<ui::HeadsList>("headsList"); }
    ui::HeadsMap& map() { return widget<ui::HeadsMap>("headsMap"); }
    // The switch of the comparison, as a click sets it.
    void compare() { widget<QCheckBox>("compareShuffled").click(); }
    [[nodiscard]] int shuffles() const { return scorer->asked(FakeScorer::Kind::Shuffle); }
    ui::HeadsFilter& filter() { return widget<ui::HeadsFilter>("headsFilter"); }
    QString cell(int row, int role = Qt::DisplayRole) { return list().rows().index(row).data(role).toString(); }
    QPoint rowAt(int row) { return list().visualRect(list().rows().index(row)).center(); }
    // A choice as keys make it: the list stays closed, arrows walk from the top.
    void choose(const char* box, const QString& text)
    {
        auto& combo = widget<QComboBox>(box);
        const int index = combo.findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        combo.setFocus();
        QTest::keyClick(&combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i) QTest::keyClick(&combo, Qt::Key_Down);
        QCOMPARE(combo.currentText(), text);
        settle();
    }
};

inline void moveTo(QWidget& widget, QPoint point)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void leave(QWidget& widget)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&widget, &event);
}

inline core::HeadId bestBy(const ui::ExploreRecord& record, std::optional<double> core::HeadMetrics::*metric)
{
    const auto best = std::ranges::max_element(record.heads, {}, [&](const ui::HeadSummary& summary) { return *(summary.metrics.*metric); });
    return best->metrics.head;
}

}   // namespace test
