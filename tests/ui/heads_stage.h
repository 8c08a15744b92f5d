// The left panel on show, with made-up heads and a scorer that answers in the test's time.
#pragma once

#include <QComboBox>
#include <QtTest>

#include "tests/ui/head_records.h"
#include "tests/ui/latch.h"
#include "tests/ui/offscreen.h"
#include "tests/ui/try.h"
#include "ui/plot/head_grid.h"
#include "ui/views/explore/heads_panel.h"
#include "ui/views/explore/heads/heads_filter.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/window/style_sheet.h"

namespace test {

// Answers with made-up scores: each head's shuffled distance is a tenth of its place. Counts, waits and fails on wish.
struct FakeScorer {
    mutable Latch latch;
    mutable std::atomic<int> asked = 0;
    std::atomic<bool> fails = false;

    core::Result<ui::HeadScoresPtr> operator()(const ui::HeadScoresRequest& request, const std::stop_token& stop) const
    {
        ++asked;
        latch.pass(stop);
        if (stop.stop_requested()) return core::cancelled();
        if (fails) return core::fail(core::Fault::OverBudget, "This needs 9 GiB.", "Use a shorter text.");
        auto scores = std::make_shared<ui::HeadScores>();
        scores->recording = request.record->recording->id;
        scores->drawing = request.drawing;
        for (std::size_t i = 0; i < request.record->maps.size(); ++i) {
            const core::Index heads = request.record->recording->heads();
            const core::HeadId head{core::Index(i) / heads, core::Index(i) % heads};
            if (request.baseline == ui::HeadBaseline::Shuffled) {
                scores->shuffled.push_back({});
                scores->shuffled.back().head = head;
                scores->shuffled.back().meanDistance = double(i) / 10.0;
            }
            if (request.drawing) scores->matches.push_back({.head = head, .rows = 1, .mass = head == core::HeadId{2, 3} ? 0.9 : 0.1, .chance = 0.1});
            if (request.induction) scores->induction.push_back(double(i) / 1000.0);
        }
        return scores;
    }
};

struct HeadsStage {
    ui::Session session{{.text = {}, .model = {}, .plan = {}, .head = {}, .pin = {}}};
    std::shared_ptr<FakeScorer> scorer = std::make_shared<FakeScorer>();
    ui::HeadScoresController scores{
        session, [scorer = scorer](const ui::HeadScoresRequest& request, const std::stop_token& stop) { return (*scorer)(request, stop); }};
    ui::HeadsPanel panel{session, scores};
    std::shared_ptr<ui::ExploreRecord> record;

    explicit HeadsStage(const HeadRecordShape& shape = {}, QSize size = {296, 760})
    {
        const auto showSelection = [this] { panel.setSelection(session.selection()); };
        QObject::connect(&session, &ui::Session::viewChanged, &panel, showSelection);
        QObject::connect(&session, &ui::Session::documentChanged, &panel, showSelection);
        panel.setStyleSheet(ui::styleSheet(ui::Theme::light()));
        panel.resize(size);
        panel.show();
        show(headRecord(shape));
        showSelection();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel, kPatience);
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
        panel.showRecord(record);
        scores.showRecord(record);
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
