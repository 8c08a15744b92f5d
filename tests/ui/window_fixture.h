// The real window on a tiny model, with the slow and modal parts in the test's hands.
#pragma once

#include <algorithm>
#include <atomic>

#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "latch.h"
#include "tiny_model.h"
#include "try.h"
#include "ui/plot/attention_view.h"
#include "ui/plot/head_grid.h"
#include "ui/views/explore/inspector.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"

namespace test {

// The program's engine, counted, with a latch before each of its two halves.
class CountingEngine final : public ui::Engine {
public:
    core::Result<ui::ExploreRecordPtr> run(const ui::RunRequest& request, const std::stop_token& stop) const override
    {
        ++m_runs;
        m_latch.pass(stop);
        return m_engine.run(request, stop);
    }
    core::Result<ui::ExploreRecordPtr> describe(const ui::ExploreRecordPtr& record, const std::stop_token& stop) const override
    {
        m_describing.pass(stop);
        return m_engine.describe(record, stop);
    }
    [[nodiscard]] Latch& latch() { return m_latch; }
    [[nodiscard]] Latch& describing() { return m_describing; }
    [[nodiscard]] int runCount() const { return m_runs; }

private:
    ui::CoreEngine m_engine;
    mutable std::atomic<int> m_runs = 0;
    Latch m_latch;
    Latch m_describing;
};

class WindowFixture {
public:
    explicit WindowFixture(const QString& model, const QString& text = QStringLiteral("The cat sat on the mat because it was tired."),
                           const QStringList& builtIn = {}, ui::Samples samples = {}, const QString& settings = {}) :
        engine(std::make_shared<CountingEngine>()),
        window(services(builtIn, std::move(samples), settings), {.text = text, .model = model, .plan = {}, .head = {}, .pin = {}})
    {
        window.show();
        window.start();
    }
    ~WindowFixture()
    {
        opener.open();   // the window waits for its openers
        engine->latch().open();
        engine->describing().open();
        scoring->open();
        proving->open();
    }
    WindowFixture(const WindowFixture&) = delete;
    WindowFixture& operator=(const WindowFixture&) = delete;

    // Whether the picture belongs to the document and everything about it is known. Panels are then where they stay: a place that a test works out
    // is the one that the pointer finds.
    [[nodiscard]] bool isSettled()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const ui::ExploreController& controller = window.controller();
        const ui::ExploreRecordPtr& record = controller.record();
        return record && !record->heads.empty() && record->text == sentence().text() && record->model == controller.model() && !controller.busy();
    }
    [[nodiscard]] const core::Recording& recording() { return *window.controller().record()->recording; }
    [[nodiscard]] ui::SentenceField& sentence() { return *window.findChild<ui::SentenceField*>("sentence"); }
    [[nodiscard]] ui::AttentionView& picture() { return *window.findChild<ui::AttentionView*>("attentionView"); }
    [[nodiscard]] ui::HeadGrid& heads() { return *window.findChild<ui::HeadGrid*>("headGrid"); }
    [[nodiscard]] ui::Inspector& inspector() { return *window.findChild<ui::Inspector*>("inspector"); }
    // Of that name; views have parts of the same name, and what is meant is the one that is seen. Null where there is none.
    template<class Widget>
    [[nodiscard]] Widget* found(const char* name) const
    {
        const QList<Widget*> all = window.findChildren<Widget*>(QLatin1String(name));
        const auto seen = std::ranges::find_if(all, &Widget::isVisible);
        return seen != all.end() ? *seen : all.isEmpty() ? nullptr : all.back();   // the view on show comes last
    }
    template<class Widget>
    [[nodiscard]] Widget& widget(const char* name)
    {
        return *found<Widget>(name);
    }
    [[nodiscard]] QString text(const char* label) { return widget<QLabel>(label).text(); }
    [[nodiscard]] QString message() { return widget<ui::MessageStrip>("messageStrip").text(); }
    // The pointer on a cell, as the platform would send it: QTest::mouseMove sends nothing where the cursor is already, and nothing beyond the screen.
    static void pointAt(ui::AttentionView& view, ui::Pair pair)
    {
        for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();   // layouts that other layouts asked for
        const QPoint at = view.geometryOfCells().rectOf(pair).center().toPoint();
        QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }
    [[nodiscard]] QPoint centreOf(ui::Pair pair) { return picture().geometryOfCells().rectOf(pair).center().toPoint(); }
    [[nodiscard]] bool shows(const char* name)
    {
        const auto* named = found<QWidget>(name);
        return named && named->isVisible();
    }
    // A click as a user could make it: fails where the widget cannot be seen.
    [[nodiscard]] bool click(const char* name)
    {
        auto* named = found<QWidget>(name);
        if (!named || !named->isVisible() || !named->isEnabled()) return false;
        QTest::mouseClick(named, Qt::LeftButton);
        return true;
    }
    // Fails where the action is missing or disabled, as a click on it would.
    [[nodiscard]] bool trigger(const char* action)
    {
        auto* found = window.findChild<QAction*>(QLatin1String(action));
        if (!found || !found->isEnabled()) return false;
        found->trigger();
        return true;
    }
    [[nodiscard]] bool activate()
    {
        window.activateWindow();
        return QTest::qWaitForWindowActive(&window, kPatience);
    }
    void type(const QString& letters)
    {
        sentence().setFocus();
        sentence().moveCursor(QTextCursor::End);
        QTest::keyClicks(&sentence(), letters);
    }

    std::shared_ptr<CountingEngine> engine;
    std::shared_ptr<Latch> scoring = std::make_shared<Latch>();   // steps of scoring heads wait here; they may outlive the window
    std::shared_ptr<Latch> proving = std::make_shared<Latch>();   // proofs wait here, and are then made by this one
    std::shared_ptr<ui::FutureProver> prover = std::make_shared<ui::FutureProver>(ui::proveFuture);
    Latch opener;                             // openings wait here
    std::atomic<int> opened = 0;              // how many have ended
    QString nextFolder;                       // what the user chooses in the folder dialog
    QString nextFigure;                       // … in that for figures
    QString nextSession;                      // … and in those for sessions
    QString askedAt;                          // where the last dialog began
    ui::RunPacing::Clock::duration later{};   // by how much the run controller's clock is ahead of the machine's
    ui::MainWindow window;

private:
    QString asked(const QString& at, const QString& answer)
    {
        askedAt = at;
        return answer;
    }
    ui::WindowServices services(const QStringList& builtIn, ui::Samples samples, const QString& settings)
    {
        ui::WindowServices result;
        result.engine = engine;
        result.openModel = [this](const std::string& path, const std::stop_token& stop) {
            opener.pass(stop);
            auto model = core::openModel(path, stop);
            ++opened;
            return model;
        };
        result.scoreHeads = [gate = scoring](const ui::HeadScoresStep& step, const std::stop_token& stop) {
            gate->pass(stop);
            return ui::scoreHeads(step, stop);
        };
        result.proveFuture = [gate = proving, prover = prover](const ui::FutureQuestion& question, const std::stop_token& stop) {
            gate->pass(stop);
            return (*prover)(question, stop);
        };
        result.builtInModels = builtIn;
        result.samples = std::move(samples);
        result.chooseFolder = [this](QWidget*, const QString& at) { return asked(at, nextFolder); };
        result.chooseFigureFile = [this](QWidget*, const QString& at) { return asked(at, nextFigure); };
        result.chooseSession = [this](QWidget*, const QString& at) { return asked(at, nextSession); };
        result.chooseSessionFile = result.chooseSession;
        result.settings = ui::SettingsFile(settings);
        result.clock = [this] { return ui::RunPacing::Clock::now() + later; };
        return result;
    }
};

}   // namespace test
