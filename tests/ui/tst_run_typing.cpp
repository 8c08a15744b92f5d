// Requests that come faster than runs end: which run may finish, what is shown of it, and how the newest ends.
#include <QSignalSpy>
#include <QTest>

#include "fake_engine.h"
#include "transcript.h"
#include "try.h"
#include "ui/controllers/run_controller.h"

using namespace ui;

class TestRunTyping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatIsHalfDonePassesFirst();
    void afterALongSilenceARunPassesFirst();
    void aRunThatMayFinishAndFailsIsNotReported();
    void cancellingWhileAnotherWaitsEndsOnce();
    void aRequestAfterACancelTakesItsPlace();
    void aNewerRequestStopsTheDescriptionOfALongText();

private:
    test::ManualClock m_clock;   // stands still, so that a newer request stops an older one unless the test lets time pass
};

void TestRunTyping::aRunThatIsHalfDonePassesFirst()
{
    auto engine = std::make_shared<test::FakeEngine>();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    engine->latch().close();
    controller.request(test::requestOf("x"));
    m_clock.advance(100);
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started x, ready x"));
    engine->latch().close();
    transcript.forget();
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 2);
    m_clock.advance(49);
    controller.request(test::requestOf("ab"));   // too early for "a"
    TRY_COMPARE(engine->runCount(), 3);
    m_clock.advance(50);
    controller.request(test::requestOf("abc"));
    controller.request(test::requestOf("abcd"));
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, started abc, started abcd, passing ab, ready abcd"));
    QCOMPARE(engine->runCount(), 4);
}

void TestRunTyping::afterALongSilenceARunPassesFirst()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 1);
    m_clock.advance(299);
    controller.request(test::requestOf("ab"));
    TRY_COMPARE(engine->runCount(), 2);
    m_clock.advance(1);
    controller.request(test::requestOf("abc"));
    engine->latch().admitOne();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, started abc, passing ab"));
    QVERIFY(controller.busy());
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, started abc, passing ab, ready abc"));
}

void TestRunTyping::aRunThatMayFinishAndFailsIsNotReported()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("bad"));
    m_clock.advance(300);
    controller.request(test::requestOf("good"));
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started bad, started good, ready good"));
}

void TestRunTyping::cancellingWhileAnotherWaitsEndsOnce()
{
    auto engine = std::make_shared<test::FakeEngine>(test::FakeEngine::Stop::Ignored);   // "a" has a result, but nobody asked for it last
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    TRY_COMPARE(engine->runCount(), 1);
    m_clock.advance(300);
    controller.request(test::requestOf("ab"));
    controller.cancel();
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started ab, cancelled"));
    QVERIFY(!controller.busy());
    QCOMPARE(engine->runCount(), 1);
}

void TestRunTyping::aRequestAfterACancelTakesItsPlace()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->latch().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf("a"));
    controller.cancel();
    controller.request(test::requestOf("b"));
    engine->latch().open();
    TRY_COMPARE(transcript.text(), QString("started a, started b, ready b"));
}

void TestRunTyping::aNewerRequestStopsTheDescriptionOfALongText()
{
    auto engine = std::make_shared<test::FakeEngine>();
    engine->describing().close();
    RunController controller(engine, m_clock.reader());
    test::Transcript transcript(controller);
    controller.request(test::requestOf(QString(600, 'a')));
    TRY_COMPARE(transcript.text(), QString("started a…, preview a…"));
    m_clock.advance(1000);   // the run may finish, its description may not: the picture is on screen already
    controller.request(test::requestOf("b"));
    TRY_COMPARE(engine->describing().arrived(), 2);
    engine->describing().open();
    TRY_COMPARE(transcript.text(), QString("started a…, preview a…, started b, ready b"));
}

QTEST_GUILESS_MAIN(TestRunTyping)
#include "tst_run_typing.moc"
