// The real window on a tiny model, with the slow and modal parts in the test's hands.
#pragma once

#include <atomic>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "latch.h"
#include "tiny_model.h"
#include "ui/plot/attention_view.h"
#include "ui/plot/head_grid.h"
#include "ui/views/explore/inspector.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"

namespace test {

// The program's engine, counted, with a latch in front.
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
        return m_engine.describe(record, stop);
    }
    [[nodiscard]] Latch& latch() { return m_latch; }
    [[nodiscard]] int runCount() const { return m_runs; }

private:
    ui::CoreEngine m_engine;
    mutable std::atomic<int> m_runs = 0;
    Latch m_latch;
};

class WindowFixture {
public:
    explicit WindowFixture(const QString& model, const QString& text = QStringLiteral("The cat sat on the mat because it was tired.")) :
        engine(std::make_shared<CountingEngine>()), window(services(), {.text = text, .model = model, .plan = {}, .head = {}, .pin = {}})
    {
        window.show();
        window.start();
    }

    // Whether the picture belongs to the text in the field and everything about it is known.
    [[nodiscard]] bool isSettled()
    {
        const ui::ExploreRecordPtr& record = window.controller().record();
        return record && !record->heads.empty() && record->text == sentence().text() && record->model == window.controller().model();
    }
    [[nodiscard]] const core::Recording& recording() { return *window.controller().record()->recording; }
    [[nodiscard]] ui::SentenceField& sentence() { return *window.findChild<ui::SentenceField*>("sentence"); }
    [[nodiscard]] ui::AttentionView& picture() { return *window.findChild<ui::AttentionView*>("attentionView"); }
    [[nodiscard]] ui::HeadGrid& heads() { return *window.findChild<ui::HeadGrid*>("headGrid"); }
    [[nodiscard]] ui::Inspector& inspector() { return *window.findChild<ui::Inspector*>("inspector"); }
    [[nodiscard]] QString text(const char* label) { return window.findChild<QLabel*>(QLatin1String(label))->text(); }
    [[nodiscard]] QString message() { return window.findChild<ui::MessageStrip*>("messageStrip")->text(); }
    [[nodiscard]] QPoint centreOf(ui::Pair pair) { return picture().geometryOfCells().rectOf(pair).center().toPoint(); }
    // Fails where the action is missing or disabled, as a click on it would.
    [[nodiscard]] bool trigger(const char* action)
    {
        auto* found = window.findChild<QAction*>(QLatin1String(action));
        if (!found || !found->isEnabled()) return false;
        found->trigger();
        return true;
    }

    std::shared_ptr<CountingEngine> engine;
    QString nextFolder;   // what the user chooses in the folder dialog
    QString nextFigure;   // … and in the figure dialog
    ui::MainWindow window;

private:
    ui::WindowServices services()
    {
        ui::WindowServices result;
        result.engine = engine;
        result.openModel = [](const std::string& path) { return core::openModel(path); };
        result.chooseFolder = [this](QWidget*) { return nextFolder; };
        result.chooseFigureFile = [this](QWidget*, const QString&) { return nextFigure; };
        return result;
    }
};

}   // namespace test
