// How long a reader of the window waits. The real window on the built-in model, offscreen: everything but the screen's own delay.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <optional>
#include <utility>

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include "app/bench/first_picture.h"
#include "app/bench/registry.h"
#include "core/base/json.h"
#include "ui/plot/attention_view.h"
#include "ui/views/explore/sentence_field.h"
#include "ui/window/main_window.h"

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();
constexpr int kPresses = 100;
constexpr int kPatience = 30'000;   // ms; longer, and it is not measured

double millisecondsSince(Clock::time_point begin) { return std::chrono::duration<double, std::milli>(Clock::now() - begin).count(); }

// The value that 95 of 100 stay below.
double percentile95(std::vector<double> values)
{
    if (values.empty()) return kNotMeasured;
    const auto place = values.begin() + std::ptrdiff_t((values.size() * 95 + 99) / 100 - 1);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

// The window of the program on `text`, shown at 1440 × 900.
class Stage {
public:
    explicit Stage(const QString& text) : m_window(ui::WindowServices::real(), documentOf(text))
    {
        m_window.resize(1440, 900);
        m_window.show();
        m_window.start();
    }

    // Until everything that belongs to the text is computed and painted. Whether that came to pass.
    [[nodiscard]] bool settle()
    {
        const QDeadlineTimer deadline(kPatience);
        QTimer alarm;   // ends a wait for events that never come
        alarm.start(kPatience);
        while (!isSettled()) {
            if (deadline.hasExpired()) return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        QCoreApplication::processEvents();   // paintings that the last answer asked for
        return isSettled();
    }
    void press(int key, const QString& letters)
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, letters), up(QEvent::KeyRelease, key, Qt::NoModifier, letters);
        QCoreApplication::sendEvent(&sentence(), &down);
        QCoreApplication::sendEvent(&sentence(), &up);
    }
    // Moves the pointer onto a cell and paints what follows from it.
    void hover(ui::Pair cell)
    {
        const QPointF place = picture().geometryOfCells().rectOf(cell).center();
        QMouseEvent move(QEvent::MouseMove, place, picture().mapToGlobal(place), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&picture(), &move);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] ui::SentenceField& sentence() { return *m_window.findChild<ui::SentenceField*>(QStringLiteral("sentence")); }
    [[nodiscard]] ui::AttentionView& picture() { return *m_window.findChild<ui::AttentionView*>(QStringLiteral("attentionView")); }
    [[nodiscard]] core::Index tokens() { return m_window.controller().record()->recording->size(); }

private:
    static ui::DocumentState documentOf(const QString& text)
    {
        ui::DocumentState document = ui::sampleDocument();
        document.text = text;
        return document;
    }
    [[nodiscard]] bool isSettled()
    {
        const ui::ExploreController& controller = m_window.controller();
        const ui::ExploreRecordPtr& record = controller.record();
        if (!record || record->heads.empty() || record->text != sentence().text() || controller.busy()) return false;
        return picture().isComplete() && picture().scene().map && picture().scene().map->queries() == record->recording->size();
    }

    ui::MainWindow m_window;
};

void wait(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

// What this program, started anew with one more variable in its environment, prints on standard output; none where it fails.
std::optional<QByteArray> answerOf(const QStringList& arguments, const char* variable, const char* value)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QString::fromLatin1(variable), QString::fromLatin1(value));
    QProcess child;
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(2 * kPatience) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0) return {};
    return child.readAllStandardOutput();
}

// Key event → last paint of all views, for a text of 16 tokens; each letter is taken back, unmeasured.
BenchEntry keyToPaint(Effort)
{
    BenchEntry entry{.value = kNotMeasured, .unit = "ms (p95)"};
    Stage stage(QStringLiteral("The cat sat on the mat because it was tired, and she was old"));
    if (!stage.settle()) return entry;
    stage.sentence().moveCursor(QTextCursor::End);
    std::vector<double> times;
    for (int i = -3; i < kPresses; ++i) {   // the first ones fill caches
        const auto begin = Clock::now();
        stage.press(Qt::Key_A, QStringLiteral("a"));
        if (!stage.settle()) return entry;
        if (i >= 0) times.push_back(millisecondsSince(begin));
        stage.press(Qt::Key_Backspace, {});
        if (!stage.settle()) return entry;
    }
    entry.value = percentile95(std::move(times));
    return entry;
}

QString textOf(int words)
{
    static const QStringList kWords = {QStringLiteral("The"), QStringLiteral(" cat"), QStringLiteral(" sat"), QStringLiteral(" on"),
                                       QStringLiteral(" the"), QStringLiteral(" mat"), QStringLiteral(".")};
    QString text;
    for (int i = 0; i < words; ++i) text += kWords[i % kWords.size()];
    return text;
}

// Pointer → last paint of all views, for 1,023 tokens and the start token, at the scale of this process.
double hoverAtThisScale()
{
    Stage stage(textOf(1023));
    if (!stage.settle()) return kNotMeasured;
    const core::Index tokens = stage.tokens();
    std::vector<double> times;
    for (int i = -3; i < kPresses; ++i) {
        const core::Index query = (tokens / 2 + core::Index(i + 3) * 37) % tokens;
        const ui::Pair cell{query, query * core::Index(i + 3) / (kPresses + 3)};
        const auto begin = Clock::now();
        stage.hover(cell);
        if (i >= 0) times.push_back(millisecondsSince(begin));
    }
    return percentile95(std::move(times));
}

// A process has one scale from its start to its end, so the window of scale 2 is another process.
BenchEntry hoverToPaint(Effort)
{
    constexpr char kScale[] = "QT_SCALE_FACTOR", kTwo[] = "2";
    BenchEntry entry{.value = kNotMeasured, .unit = "ms (p95)"};
    if (qgetenv(kScale) == kTwo) {
        entry.value = hoverAtThisScale();
        return entry;
    }
    const std::optional<QByteArray> answer =
        answerOf({QStringLiteral("bench"), QStringLiteral("--json"), QStringLiteral("--filter"), QStringLiteral("^window.hover$")}, kScale, kTwo);
    if (!answer) return entry;
    const auto json = core::Json::parse(answer->toStdString(), "the other process's answer");
    const core::Json* entries = json ? json->find("entries") : nullptr;
    if (entries && entries->array() && entries->array()->size() == 1) entry.value = entries->array()->front().numberAt("value", kNotMeasured).value_or(kNotMeasured);
    return entry;
}

// From the start of the program to the first picture of its sample sentence; the first start fills caches.
BenchEntry startToPicture(Effort effort)
{
    BenchEntry entry{.value = kNotMeasured, .unit = "ms"};
    std::vector<double> times;
    for (int i = -1; i < (effort == Effort::Quick ? 7 : 21); ++i) {
        const auto begin = Clock::now();
        if (!answerOf({}, kEndAtFirstPicture, "1")) return entry;
        if (i >= 0) times.push_back(millisecondsSince(begin));
    }
    entry.value = medianOf(std::move(times));
    return entry;
}

// Processor time of all threads while nobody does anything, once the heads are scored.
BenchEntry idleTime(Effort)
{
    BenchEntry entry{.value = kNotMeasured, .unit = "ms/s"};
    Stage stage(ui::sampleDocument().text);
    if (!stage.settle()) return entry;
    wait(3'000);
    const std::clock_t begin = std::clock();
    wait(2'000);
    entry.value = double(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC / 2.0;
    return entry;
}

}   // namespace

std::vector<Bench> windowBenches()
{
    return {{"window.key", keyToPaint}, {"window.hover", hoverToPaint}, {"window.start", startToPicture}, {"window.idle", idleTime}};
}

}   // namespace app
