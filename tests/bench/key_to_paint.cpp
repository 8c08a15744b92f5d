// fovea_ui_benchmarks MODEL: how long a reader of the window waits, offscreen. Prints medians of wall time, and of the processor time of all
// threads together, which says more where other programs run as well. Nothing is asserted.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <fmt/format.h>

#include "tests/ui/offscreen.h"
#include "tests/ui/plot_maps.h"
#include "tests/ui/window_fixture.h"
#include "ui/window/style_sheet.h"

namespace {

using core::Index;

constexpr int kRepeats = 31;

struct Cost {
    double wall = 0.0;        // ms
    double processor = 0.0;   // ms, all threads
};

Cost costOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    const std::clock_t before = std::clock();
    timer.start();
    work();
    return {double(timer.nsecsElapsed()) * 1e-6, double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC};
}

double medianOf(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + kRepeats / 2, values.end());
    return values[kRepeats / 2];
}

void report(const std::string& name, const std::function<Cost()>& measure)
{
    std::vector<double> wall, processor;
    (void)measure();   // the first fills caches
    for (int i = 0; i < kRepeats; ++i) {
        const Cost cost = measure();
        wall.push_back(cost.wall);
        processor.push_back(cost.processor);
    }
    const double fastest = *std::min_element(wall.begin(), wall.end());
    fmt::print("{:52} {:9.2f} ms   fastest {:8.2f}   processor {:8.2f} ms\n", name, medianOf(wall), fastest, medianOf(processor));
    std::fflush(stdout);
}

void waitFor(const std::function<bool()>& done)
{
    while (!done()) QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

QString wordsOf(int tokens)
{
    static const QStringList kWords = {"The", " cat", " sat", " on", " the", " mat", " because", " it", " was", " tired", "."};
    QString text;
    for (int i = 0; i < tokens; ++i) text += kWords[i % kWords.size()];
    return text;
}

// From the press of a key to the picture of the text with its letter; the letter is taken back for the next time.
void keyToPaint(const QString& model, int tokens, const char* name)
{
    test::WindowFixture f(model, wordsOf(tokens));
    f.window.resize(1440, 900);
    waitFor([&] { return f.isSettled() && f.picture().isComplete(); });
    f.sentence().moveCursor(QTextCursor::End);
    report(name, [&] {
        const int drawn = f.picture().picturesDrawn();
        const Cost cost = costOf([&] {
            QTest::keyClick(&f.sentence(), 'a');
            waitFor([&] {
                const ui::ExploreRecordPtr& record = f.window.controller().record();
                const auto& maps = record->maps;
                const bool shown = std::find(maps.begin(), maps.end(), f.picture().scene().map) != maps.end();
                return record->text == f.sentence().text() && shown && f.picture().isComplete() && f.picture().picturesDrawn() > drawn;
            });
        });
        QTest::keyClick(&f.sentence(), Qt::Key_Backspace);
        waitFor([&] { return f.isSettled() && f.picture().isComplete(); });
        return cost;
    });
}

void repaint(const core::MapPtr& map, ui::ViewParts parts, const char* name)
{
    ui::AttentionView view;
    view.resize(1000, 800);
    view.setParts(parts);
    view.showMap(map, test::numberedLabels(map->queries()));
    view.show();
    waitFor([&] { return view.isComplete(); });
    ui::ThemeKind theme = ui::ThemeKind::Light;
    report(name, [&] {
        theme = theme == ui::ThemeKind::Light ? ui::ThemeKind::Dark : ui::ThemeKind::Light;
        return costOf([&] { view.setTheme(ui::Theme::of({.theme = theme})), view.grab(); });
    });
    ui::ScaleKind scale = ui::ScaleKind::Linear;
    report(fmt::format("{}, another scale", name), [&] {
        scale = scale == ui::ScaleKind::Linear ? ui::ScaleKind::Log : ui::ScaleKind::Linear;
        return costOf([&] { view.setScale({.kind = scale}), view.grab(); });
    });
}

void firstPicture(const std::vector<core::MapPtr>& maps, const char* name)
{
    ui::AttentionView view;
    view.resize(1000, 800);
    view.setParts(ui::ViewParts::Matrix);
    view.show();
    std::size_t next = 0;
    report(name, [&] {
        return costOf([&] {
            view.showMap(maps[next++ % maps.size()], test::numberedLabels(maps.front()->queries()));
            waitFor([&] { return view.isComplete(); });
        });
    });
}

void headGrid()
{
    std::vector<ui::HeadThumbnail> heads;
    const core::MapPtr map = test::causalMap(256);
    for (Index i = 0; i < 32 * 32; ++i) heads.push_back(ui::HeadThumbnail::of(*map, {i / 32, i % 32}, i % 32));
    ui::HeadGrid grid;
    grid.showHeads(heads);
    int width = 280;
    report("repaint of 32 x 32 heads", [&] {
        width = width == 280 ? 290 : 280;
        return costOf([&] { grid.resize(width, 400), grid.grab(); });
    });
}

}   // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ui::prepareApplication();
    if (argc != 2) {
        fmt::print(stderr, "fovea_ui_benchmarks MODEL: the folder of a model.\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    keyToPaint(folder, 20, "key press to picture, 20 tokens");
    keyToPaint(folder, 300, "key press to picture, 300 tokens");
    const core::Result<core::ModelPtr> model = core::openModel(argv[1]);
    core::Tokens tokens = (*model)->tokenizer.encode(wordsOf(1200).toStdString()).value();
    tokens.items.resize(1024);
    core::RunOptions options;
    options.logits = core::Logits::None;
    const core::RecordingPtr recording = (*model)->transformer->run(tokens, options).value();
    std::vector<core::MapPtr> maps;
    for (Index head = 0; head < recording->heads(); ++head) maps.push_back(core::mapOf(recording, {recording->layers() - 1, head}));
    repaint(maps.front(), ui::ViewParts::Matrix, "repaint of 1,024 tokens, matrix");
    repaint(maps.front(), ui::ViewParts::Both, "repaint of 1,024 tokens, matrix and links");
    firstPicture(maps, "another head of 1,024 tokens, to the exact picture");
    headGrid();
    return 0;
}
