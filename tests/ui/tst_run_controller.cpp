#include <QSignalSpy>
#include <QTest>

#include "fake_engine.h"
#include "transcript.h"
#include "try.h"
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
    void cancellingAfterThePreviewEndsOnce();
    void closingWhileRunningIsSafe();
    void outOfMemoryIsAnError();

private:
    test::ManualClock m_clock;   // stands still, so that a newer request stops an older one unless the test lets time pass
};

namespace {

class GreedyEngine final : public Engine {
public:
    core::Result<ExploreRecordPtr> run(const RunRequest&, const std::stop_token&) const override { throw std::bad_alloc(); }
    core::Result<ExploreRecordPtr> describe(const ExploreRecordPtr& record, const std::stop_token&) const override { return record; }
};

}   // namespace

void TestRunController::aRequestEndsReady()
{
    RunController controller(std::make_shared<test::FakeEngine>());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    QVERIFY(controller.busy());
    TRY_COMPARE(transcript.text(), QString("started a, ready a"));
    QVERIFY(!controller.busy());
}

void TestRunController::aFailureIsReportedOnce()
{
    RunController controller(std::make_shared<test::FakeEngine>());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("bad"));
    TRY_COMPARE(transcript.text(), QString("started bad, failed No."));
    controller.request(test::requestOf("b"));
    TRY_COMPARE(transcript.text(), QString("started bad, failed No., started b, ready b"));
}

void TestRunController::theNewestRequestWins()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 1);
    controller.request(test::requestOf("ab"));   // stops "a", which leaves the latch
    TRY_COMPARE(engine->runCount(), 2);
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, ready ab"));
}

void TestRunController::aLateResultIsDropped()
{
    auto engine = std::make_shared<test::FakeEngine>(test::FakeEngine::Stop::Ignored);
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 1);
    controller.request(test::requestOf("ab"));
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, ready ab"));
    QCOMPARE(engine->runCount(), 2);
}

void TestRunController::waitingRequestsThatWereReplacedNeverRun()
{
    auto engine = std::make_shared<test::FakeEngine>(test::FakeEngine::Stop::Ignored);
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 1);
    for (const char* text : {"ab", "abc", "abcd"}) controller.request(test::requestOf(QLatin1String(text)));
    engine->latch().open();
    TRY_VERIFY(transcript.text().endsWith("ready abcd"));
    QCOMPARE(engine->runCount(), 2);
    QCOMPARE(transcript.text().count("ready"), 1);
}

void TestRunController::cancellingAfterThePreviewEndsOnce()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->describing().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf(QString(600, 'a')));
    TRY_COMPARE(transcript.text(), QString("started a…, preview a…"));
    QVERIFY(controller.busy());
    controller.cancel();
    TRY_COMPARE(transcript.text(), QString("started a…, preview a…, cancelled"));
    QVERIFY(!controller.busy());
}

void TestRunController::cancellingEndsCancelled()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    controller.cancel();
    TRY_COMPARE(transcript.text(), QString("started a, cancelled"));
    QVERIFY(!controller.busy());
}

void TestRunController::closingWhileRunningIsSafe()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    {
        RunController controller(engine, m_clock.reader());
        controller.request(test::requestOf("a"));
        TRY_COMPARE(engine->runCount(), 1);
    }
    QCOMPARE(engine.use_count(), 1);   // nothing of the run is left
}

void TestRunController::outOfMemoryIsAnError()
{
    RunController controller(std::make_shared<GreedyEngine>());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_VERIFY(transcript.text().contains("failed There is not enough memory"));
}

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_run_controller.moc"
