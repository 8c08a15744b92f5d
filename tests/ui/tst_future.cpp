// Prove it: a row is shown to be the same with another future, bit for bit; and where it is not, that is said.
#include <cmath>

#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>

#include "ui/state/numbers.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;
using State = FutureProving::State;

class TestFuture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRowIsProvedNotToKnowTheFuture();
    void othersAreDrawnAndTheNextTokenAloneIsExchanged();
    void poisonIsNotTouched();
    void aLeakNamesTheFirstHeadAndRow();
    void keysAskToo();
    void escapeStopsItBeforeThePin();
    void theNewestQuestionWins();
    void theKeyboardGoesToWhatAsksAnew();
    void poisonIsNamed();
    void aFailureIsSaidInPlace();
    void anOlderTextIsNamed();
    void itStaysWhileOtherRowsAreLookedAtAndCanBePutAway();
    void aRowThatIsGoneIsNotAsked();
    void anOutdatedProofIsStopped();
    void nothingOnScreenWaitsForAProof();
    void theKeyboardStaysWhereItWas();

private:
    [[nodiscard]] static QStringList newTokens(test::WindowFixture& f);
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

const FutureProving& provingOf(test::WindowFixture& f) { return f.window.future().proving(); }

bool isProved(test::WindowFixture& f) { return provingOf(f).state == State::Proved; }

}   // namespace

void TestFuture::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

// What stands on a ground of its own in the text that ran.
QStringList TestFuture::newTokens(test::WindowFixture& f)
{
    QStringList tokens;
    QRegularExpression marked("background-color:[^>]*>&nbsp;(.*?)&nbsp;<");
    for (const QRegularExpressionMatch& match : marked.globalMatch(f.text("futureText"))) tokens.append(match.captured(1));
    return tokens;
}

void TestFuture::aRowIsProvedNotToKnowTheFuture()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("futureCard"));
    const core::Index n = f.recording().size();
    f.window.session().setPin(Pair{5, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QVERIFY(f.shows("futureCard"));
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
    QVERIFY2(numberIn(f.text("futureAfter")) > 0.0, qPrintable(f.text("futureAfter")));
    // q of every head, k and v of every head, one ℓ of every head; two layers, four heads, eight dimensions.
    const core::Index numbers = 6 * 2 * (4 * 8 + 4 * 8 + 4 * 8 + 4);
    QCOMPARE(f.text("futureCompared"), QString("6 rows, %1 numbers").arg(printedCount(numbers)));
    QVERIFY(f.text("futureVerdict").contains("all 8 heads"));
    QCOMPARE(newTokens(f).size(), std::min<core::Index>(24, n - 6));
    QVERIFY2(f.text("futureTitle").startsWith("Row 5, "), qPrintable(f.text("futureTitle")));
    QVERIFY(!f.shows("stopProof") && f.shows("drawAgain"));
}

void TestFuture::othersAreDrawnAndTheNextTokenAloneIsExchanged()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{5, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    const QStringList first = newTokens(f);
    QVERIFY(f.click("drawAgain"));
    TRY_VERIFY(isProved(f));
    QVERIFY(newTokens(f) != first);
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));

    auto& change = f.widget<QComboBox>("futureChange");
    change.setFocus();
    QTest::keyClick(&change, Qt::Key_Down);
    TRY_VERIFY(isProved(f));
    QCOMPARE(provingOf(f).question->query.change, FutureChange::NextToken);
    QCOMPARE(newTokens(f).size(), 1);
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
    QVERIFY(numberIn(f.text("futureAfter")) > 0.0);
}

void TestFuture::poisonIsNotTouched()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().askFuture(FutureQuery{.row = 5, .change = FutureChange::Poison});
    TRY_VERIFY(isProved(f));
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
    QCOMPARE(f.text("futureAfter"), QString("not a number"));
    QCOMPARE(f.text("futureCompared"), QString("6 rows, %1 numbers").arg(printedCount(6 * 2 * 4 * 9)));
    QVERIFY(newTokens(f).contains("NaN") && newTokens(f).removeDuplicates() > 0);
    QVERIFY2(f.text("futureVerdict").contains("from row 6 on were made NaN"), qPrintable(f.text("futureVerdict")));
    QVERIFY2(!f.widget<QLabel>("futureText").toolTip().contains("seed"), "nothing was drawn");
    f.proving->close();
    f.window.session().askFuture(FutureQuery{.row = 4, .change = FutureChange::Poison});
    QVERIFY2(f.text("futureStatus").startsWith("The text runs, and"), qPrintable(f.text("futureStatus")));   // one text, not two
}

// A backend that lets the first row have a whiff of the last value.
class LeakyBackend : public core::AttentionBackend {
public:
    [[nodiscard]] std::string name() const override { return "leaky"; }
    [[nodiscard]] core::Result<core::AttentionOutput> attend(const core::HeadBatch& batch, core::RowObserver* observer,
                                                             const std::stop_token& stop) const override
    {
        FOVEA_TRY(answer, core::cpuBackend()->attend(batch, observer, stop));
        answer.out(0, 0) += 1e-3f * batch.v->row(0, batch.v->rows() - 1)[0];
        return answer;
    }
};

void TestFuture::aLeakNamesTheFirstHeadAndRow()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    *f.prover = [](const FutureQuestion& question, const std::stop_token& stop) -> core::Result<FutureAnswer> {
        core::RunOptions options;
        options.backend = std::make_shared<LeakyBackend>();
        options.stop = stop;
        const core::Tokens& tokens = question.record->recording->tokens;
        FOVEA_TRY(exchanged, core::exchangedFuture(question.record->model->tokenizer, tokens, question.query.row + 1, 0));
        FOVEA_TRY(proof, core::proveFuture(*question.record->model->transformer, tokens, exchanged, options));
        return FutureAnswer{exchanged, proof};
    };
    f.window.session().setPin(Pair{5, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QVERIFY2(f.text("futureVerdict").startsWith("L1 · H0 is the first that differs, in row 0"), qPrintable(f.text("futureVerdict")));
    QVERIFY(f.text("futureBefore") != "exactly 0");
    QVERIFY(numberIn(f.text("futureBefore")) > 0.0);
}

void TestFuture::keysAskToo()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    QVERIFY(!f.trigger("proveFuture"));   // of which row?
    f.window.session().setPin(Pair{5, 1});
    f.picture().setFocus();
    QTest::keyClick(&f.picture(), Qt::Key_P);
    TRY_VERIFY(isProved(f));
    QCOMPARE(provingOf(f).question->query.row, core::Index(5));
    f.window.session().peek(Pair{3, 0});   // what is looked at comes before what is pinned
    QTest::keyClick(&f.picture(), Qt::Key_P);
    TRY_VERIFY(isProved(f));
    QCOMPARE(provingOf(f).question->query.row, core::Index(3));
}

void TestFuture::escapeStopsItBeforeThePin()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{5, 1});
    f.proving->close();
    QVERIFY(f.click("proveIt"));
    QVERIFY(f.text("futureStatus").contains("run"));
    QVERIFY(f.shows("stopProof") && !f.shows("drawAgain"));
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    QCOMPARE(provingOf(f).state, State::Stopped);
    QVERIFY(f.text("futureStatus").contains("Stopped"));
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{5, 1})));
    f.proving->open();
    QVERIFY(f.click("drawAgain"));   // "Again"
    TRY_VERIFY(isProved(f));
    f.proving->close();
    QVERIFY(f.click("drawAgain"));
    QVERIFY(f.click("stopProof"));
    QCOMPARE(provingOf(f).state, State::Stopped);
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    QVERIFY(!f.window.session().selection().pin);
}

// Not to the button that puts the proof away, which is merely the next.
void TestFuture::theKeyboardGoesToWhatAsksAnew()
{
    test::WindowFixture f(m_model, "The cat sat on the mat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    const auto prove = [&] {
        f.window.session().setPin(Pair{3, 1});
        QVERIFY(f.click("proveIt"));
        TRY_VERIFY(isProved(f));
    };
    for (const char* place : {"drawAgain", "futureChange"}) {
        f.window.session().setText("The cat sat on the mat.");
        TRY_VERIFY(f.isSettled());
        prove();
        f.widget<QWidget>(place).setFocus(Qt::TabFocusReason);
        f.window.session().setText("The cat sat on the mat. It");
        TRY_VERIFY(f.isSettled() && !f.widget<QWidget>(place).isEnabled());
        QVERIFY2(f.widget<QWidget>("proveIt").hasFocus(), place);
    }
    prove();
    f.widget<QWidget>("closeFuture").setFocus(Qt::TabFocusReason);
    QTest::keyClick(&f.widget<QWidget>("closeFuture"), Qt::Key_Space);
    QVERIFY(f.widget<QWidget>("proveIt").hasFocus());

    prove();
    f.widget<QWidget>("drawAgain").setFocus(Qt::TabFocusReason);
    f.window.session().setText("No.");   // the row is gone, and with it what asks about it
    TRY_VERIFY(f.isSettled() && !f.widget<QWidget>("drawAgain").isEnabled());
    QVERIFY(f.picture().hasFocus());
}

void TestFuture::poisonIsNamed()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const auto& [change, title] :
         {std::pair(FutureChange::Poison, "with a poisoned future"), std::pair(FutureChange::EveryToken, "with another future")}) {
        f.window.session().askFuture(FutureQuery{.row = 3, .change = change});
        TRY_VERIFY(isProved(f));
        QVERIFY2(f.text("futureTitle").endsWith(title), qPrintable(f.text("futureTitle")));
    }
}

void TestFuture::theNewestQuestionWins()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.proving->close();
    for (const core::Index row : {5, 4, 2}) f.window.session().askFuture(FutureQuery{.row = row});
    f.proving->open();
    TRY_VERIFY(isProved(f));
    QCOMPARE(provingOf(f).answer->proof.from, core::Index(3));
    QVERIFY2(f.text("futureTitle").startsWith("Row 2, "), qPrintable(f.text("futureTitle")));
}

void TestFuture::aFailureIsSaidInPlace()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().askFuture(FutureQuery{.row = f.recording().size() - 1});
    TRY_COMPARE(provingOf(f).state, State::Failed);
    QVERIFY2(f.text("futureStatus").contains("No token comes after row"), qPrintable(f.text("futureStatus")));
    QVERIFY(!f.shows("futureBefore"));
    f.window.session().askFuture(FutureQuery{.row = 2});
    TRY_VERIFY(isProved(f));
    QVERIFY(!f.shows("futureStatus"));
}

void TestFuture::anOlderTextIsNamed()
{
    test::WindowFixture f(m_model, "The cat sat on the mat.");
    TRY_VERIFY(f.isSettled());
    f.window.session().askFuture(FutureQuery{.row = 3});
    TRY_VERIFY(isProved(f));
    QVERIFY(!f.shows("futureStatus"));
    f.type(" It was tired.");
    TRY_VERIFY(f.isSettled());
    QVERIFY2(f.text("futureStatus").contains("“The cat sat on the mat.”"), qPrintable(f.text("futureStatus")));
    QVERIFY(!f.widget<QPushButton>("drawAgain").isEnabled());
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));   // true still, of that text
    f.window.session().setText("The cat sat on the mat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("futureStatus"));
    f.window.session().setPlan("all: window(2)");
    TRY_COMPARE(f.window.controller().record()->plan, QString("all: window(2)"));
    QVERIFY(f.shows("futureStatus"));
    f.window.session().setPin(Pair{4, 3});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QVERIFY(!f.shows("futureStatus"));
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
}

void TestFuture::itStaysWhileOtherRowsAreLookedAtAndCanBePutAway()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{5, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    const QString title = f.text("futureTitle");
    f.window.session().peek(Pair{3, 0});
    f.window.session().showHead({1, 2});
    QCOMPARE(f.text("futureTitle"), title);
    QVERIFY(f.shows("futureCard"));
    QVERIFY(f.click("closeFuture"));
    QVERIFY(!f.shows("futureCard"));
    QVERIFY(!f.window.session().view().future);
    QCOMPARE(f.window.session().undoStack().count(), 2);   // pin and head: a proof is no change of the document
}

// A text became shorter than the row that the keyboard was at.
void TestFuture::aRowThatIsGoneIsNotAsked()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const core::Index last = f.recording().size() - 2;
    f.window.session().peek(Pair{1, 0});
    f.window.session().setText("The cat");
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().view().peek, (std::optional(Pair{1, 0})));   // it is there still
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.isSettled());
    f.window.session().peek(Pair{last, 0});
    QVERIFY(f.trigger("redo"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.recording().size() <= last);
    QVERIFY(!f.window.session().view().peek);
    QVERIFY(!f.trigger("proveFuture"));
    for (const core::Index row : {f.recording().size(), core::Index(100), core::Index(-1)}) {
        f.window.session().askFuture(FutureQuery{.row = row});
        QCOMPARE(provingOf(f).state, State::Unasked);
        QVERIFY(!f.shows("futureCard"));
    }
}

void TestFuture::anOutdatedProofIsStopped()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.proving->close();
    f.window.session().askFuture(FutureQuery{.row = 3});
    QVERIFY(f.window.future().busy());
    f.type(" And then");
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.future().busy());
    QCOMPARE(provingOf(f).state, State::Stopped);
    const QString status = f.text("futureStatus");
    QVERIFY2(status.contains("Stopped") && status.contains("Previous: asked about"), qPrintable(status));
}

void TestFuture::nothingOnScreenWaitsForAProof()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(f.picture().isComplete());
    f.proving->close();
    f.window.session().askFuture(FutureQuery{.row = 3});
    TRY_VERIFY(f.proving->arrived() >= 1);   // it is under way, and stays so
    TRY_COMPARE(Workers::shared().active(), 0);
}

// The button that was pressed gives way to another while the proof is made.
void TestFuture::theKeyboardStaysWhereItWas()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().askFuture(FutureQuery{.row = 3});
    TRY_VERIFY(isProved(f));
    auto &again = f.widget<QPushButton>("drawAgain"), &stop = f.widget<QPushButton>("stopProof");
    again.setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 2; ++i) {
        f.proving->close();
        QTest::keyClick(&again, Qt::Key_Space);
        QVERIFY(stop.hasFocus());
        f.proving->open();
        TRY_VERIFY(isProved(f));
        QVERIFY(again.hasFocus());
    }
    f.proving->close();
    QTest::keyClick(&again, Qt::Key_Space);
    QTest::keyClick(&stop, Qt::Key_Space);
    QCOMPARE(provingOf(f).state, State::Stopped);
    QVERIFY(again.hasFocus());
}

QTEST_MAIN(TestFuture)
#include "tst_future.moc"
