#include <QSignalSpy>
#include <QTest>

#include "fake_engine.h"
#include "ui/controllers/run_controller.h"

using namespace ui;

class TestRunController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestEndsReady();
    void aFailureIsReportedOnce();
    void theNewestRequestWins();
    void aLateResultIsDropped();
    void waitingRequestsThatWereReplacedNeverRun();
    void cancellingEndsCancelled();
    void closingWhileRunningIsSafe();
    void outOfMemoryIsAnError();
};

namespace {

// Everything a controller says, in order.
class Transcript : public QObject {
public:
    explicit Transcript(RunController& controller)
    {
        connect(&controller, &RunController::started, this, [this](const RunRequest& request) { m_lines.append("started " + request.text); });
        connect(&controller, &RunController::ready, this, [this](const ExploreRecordPtr& record) { m_lines.append("ready " + record->text); });
        connect(&controller, &RunController::failed, this,
                [this](const core::Error& error) { m_lines.append("failed " + QString::fromStdString(error.what)); });
        connect(&controller, &RunController::cancelled, this, [this] { m_lines.append("cancelled"); });
    }
    [[nodiscard]] QString text() const { return m_lines.join(", "); }

private:
    QStringList m_lines;
};

RunRequest requestOf(const QString& text) { return {.text = text, .plan = {}, .model = nullptr, .previous = nullptr}; }

class GreedyEngine final : public Engine {
public:
    core::Result<ExploreRecordPtr> run(const RunRequest&, const std::stop_token&) const override { throw std::bad_alloc(); }
    core::Result<ExploreRecordPtr> describe(const ExploreRecordPtr& record, const std::stop_token&) const override { return record; }
};

}   // namespace

void TestRunController::aRequestEndsReady()
{
    RunController controller(std::make_shared<test::FakeEngine>());
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    QVERIFY(controller.busy());
    QTRY_COMPARE(transcript.text(), QString("started a, ready a"));
    QVERIFY(!controller.busy());
}

void TestRunController::aFailureIsReportedOnce()
{
    RunController controller(std::make_shared<test::FakeEngine>());
    Transcript transcript(controller);
    controller.request(requestOf("bad"));
    QTRY_COMPARE(transcript.text(), QString("started bad, failed No."));
    controller.request(requestOf("b"));
    QTRY_COMPARE(transcript.text(), QString("started bad, failed No., started b, ready b"));
}

void TestRunController::theNewestRequestWins()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine);
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    QTRY_COMPARE(engine->runCount(), 1);
    controller.request(requestOf("ab"));   // stops "a", which leaves the latch
    QTRY_COMPARE(engine->runCount(), 2);
    engine->latch().open();
    QTRY_COMPARE(transcript.text(), QString("started a, started ab, ready ab"));
}

void TestRunController::aLateResultIsDropped()
{
    auto engine = std::make_shared<test::FakeEngine>(test::FakeEngine::Stop::Ignored);
    engine->latch().close();
    RunController controller(engine);
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    QTRY_COMPARE(engine->runCount(), 1);
    controller.request(requestOf("ab"));
    engine->latch().open();
    QTRY_COMPARE(transcript.text(), QString("started a, started ab, ready ab"));
    QCOMPARE(engine->runCount(), 2);
}

void TestRunController::waitingRequestsThatWereReplacedNeverRun()
{
    auto engine = std::make_shared<test::FakeEngine>(test::FakeEngine::Stop::Ignored);
    engine->latch().close();
    RunController controller(engine);
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    QTRY_COMPARE(engine->runCount(), 1);
    for (const char* text : {"ab", "abc", "abcd"}) controller.request(requestOf(QLatin1String(text)));
    engine->latch().open();
    QTRY_VERIFY(transcript.text().endsWith("ready abcd"));
    QCOMPARE(engine->runCount(), 2);
    QCOMPARE(transcript.text().count("ready"), 1);
}

void TestRunController::cancellingEndsCancelled()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine);
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    controller.cancel();
    QTRY_COMPARE(transcript.text(), QString("started a, cancelled"));
    QVERIFY(!controller.busy());
}

void TestRunController::closingWhileRunningIsSafe()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    {
        RunController controller(engine);
        controller.request(requestOf("a"));
        QTRY_COMPARE(engine->runCount(), 1);
    }
    QCOMPARE(engine.use_count(), 1);   // nothing of the run is left
}

void TestRunController::outOfMemoryIsAnError()
{
    RunController controller(std::make_shared<GreedyEngine>());
    Transcript transcript(controller);
    controller.request(requestOf("a"));
    QTRY_VERIFY(transcript.text().contains("failed There is not enough memory"));
}

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_run_controller.moc"
