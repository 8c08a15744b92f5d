// Of two sentences, whatever is asked, written, proved or described is of the one that is meant, and says which that is.
#include <QAction>
#include <QPushButton>

#include "two_sentences.h"

using namespace ui;
using State = FutureProving::State;
using Two = test::TwoSentences;

namespace {

const QString kFirst = QStringLiteral("The cat sat."), kSecond = QStringLiteral("A dog ran far away from the cat.");

const FutureProving& provingOf(Two& f) { return f.window.future().proving(); }

QString askedText(Two& f) { return provingOf(f).question ? provingOf(f).question->record->text : QString(); }

bool isProved(Two& f) { return provingOf(f).state == State::Proved; }

}   // namespace

class TestWhichSentence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRowOnShowIsProved();
    void aProofSaysWhichSentenceItIsOf();
    void lookingAtTheOtherLeavesAProofAlone();
    void aProofIsOutdatedByItsOwnSentenceAlone();
    void aClosedSentenceTakesItsProofWithIt();
    void theMostLikelyTokenIsWrittenWhereTheKeyboardIs();
    void aPinThatComesIsLookedAt();
    void aSampleLeadsToItsWeightInTheFirst();
    void whatIsOfTheFirstSaysSo();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestWhichSentence::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

// By the key and by the button, whatever the pointer passed on its way.
void TestWhichSentence::theRowOnShowIsProved()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    QVERIFY(f.activate());
    f.pinIn(Side::Second, {3, 1});
    f.pointAt({2, 1});
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    f.pointAway();
    QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
    f.picture2().setFocus();
    QTest::keyClick(&f.picture2(), Qt::Key_P);
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kSecond);
    QCOMPARE(provingOf(f).question->query.row, core::Index(3));
    QVERIFY(f.click("closeFuture"));
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kSecond);
    QVERIFY(f.click("drawAgain"));
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kSecond);
    f.pinIn(Side::First, {2, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kFirst);
    // A row that the other sentence does not have.
    const core::Index row = f.record2()->recording->size() - 2;
    QVERIFY(row >= f.recording().size());
    f.pinIn(Side::Second, {row, 1});
    f.pointAt({2, 1});
    f.pointAway();
    QVERIFY(f.trigger("proveFuture"));   // of the first, which was pointed at last and has a pin
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kFirst);
    f.window.session().setPin({}, Side::First);
    QVERIFY(f.trigger("proveFuture"));
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kSecond);
    QCOMPARE(provingOf(f).question->query.row, row);
}

void TestWhichSentence::aProofSaysWhichSentenceItIsOf()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    f.pinIn(Side::Second, {3, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    f.pointAt({2, 1});
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    QVERIFY2(f.text("futureTitle").startsWith(QString::fromUtf8("Second sentence · Row 3")), qPrintable(f.text("futureTitle")));
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QVERIFY2(f.text("futureTitle").startsWith(QString::fromUtf8("First sentence · Row 2")), qPrintable(f.text("futureTitle")));
    QVERIFY(f.click("closeSecond"));
    QVERIFY2(!f.text("futureTitle").contains("sentence"), qPrintable(f.text("futureTitle")));   // there is no other
    QVERIFY(f.shows("futureCard"));
}

void TestWhichSentence::lookingAtTheOtherLeavesAProofAlone()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    f.pinIn(Side::Second, {3, 1});
    f.proving->close();
    QVERIFY(f.click("proveIt"));
    f.pointAt({2, 1});
    QVERIFY(f.picture().scene().selection.peek);
    QVERIFY(f.window.future().busy());
    QVERIFY2(!f.text("futureStatus").contains("Previous"), qPrintable(f.text("futureStatus")));
    f.proving->open();
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kSecond);
    QVERIFY(!f.shows("futureStatus"));
    f.pointAt2({2, 1});
    f.pointAt({1, 1});
    QVERIFY(f.picture().scene().selection.peek);
    QVERIFY(!f.shows("futureStatus"));
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
}

void TestWhichSentence::aProofIsOutdatedByItsOwnSentenceAlone()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    f.pinIn(Side::Second, {3, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    f.window.session().setText("The cat sat down.");
    TRY_VERIFY(f.bothSettled());
    QVERIFY(!f.shows("futureStatus"));
    f.window.session().setText("A dog ran far.", Side::Second);
    TRY_VERIFY(f.bothSettled());
    QVERIFY2(f.text("futureStatus").contains(kSecond), qPrintable(f.text("futureStatus")));
}

void TestWhichSentence::aClosedSentenceTakesItsProofWithIt()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    f.pinIn(Side::First, {2, 1});
    f.pinIn(Side::Second, {3, 1});
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    f.proving->close();
    QVERIFY(f.click("drawAgain"));
    QVERIFY(f.window.future().busy());
    QVERIFY(f.click("closeSecond"));
    QVERIFY(!f.window.future().busy());
    QVERIFY(!f.shows("futureCard"));
    QCOMPARE(f.window.session().view().side, Side::First);
    f.proving->open();
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(isProved(f));
    QCOMPARE(askedText(f), kFirst);
}

void TestWhichSentence::theMostLikelyTokenIsWrittenWhereTheKeyboardIs()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    QVERIFY(f.activate());
    const auto append = [&](QWidget& at) {
        at.setFocus();
        QTest::keyClick(&at, Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return f.bothSettled(); }, test::kPatience);
    };
    // Some texts go on with what is no text, and then nothing is written.
    const auto writable = [&](Side side) {
        for (const char* start : {"The cat", "The dog sat", "It was", "a", "cat sat on", "b c d", "because it"}) {
            f.window.session().setText(start, side);
            if (!QTest::qWaitFor([&] { return f.bothSettled(); }, test::kPatience)) return false;
            if (f.window.controller().record(side)->next.front().kind == NextPiece::Text) return true;
        }
        return false;
    };
    QVERIFY(writable(Side::First) && writable(Side::Second));
    const DocumentState before = f.document();
    const QString piece = f.window.controller().record()->next.front().piece, piece2 = f.record2()->next.front().piece;
    f.pinIn(Side::First, {2, 1});   // what was pointed at last is not where one writes
    QVERIFY(append(f.sentence2()));
    QCOMPARE(f.document().text, before.text);
    QCOMPARE(f.document().textOf(Side::Second), before.textOf(Side::Second) + piece2);
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.bothSettled());
    f.pinIn(Side::Second, {2, 1});
    QVERIFY(append(f.sentence()));
    QCOMPARE(f.document().text, before.text + piece);
    QCOMPARE(f.document().textOf(Side::Second), before.textOf(Side::Second));
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.bothSettled());
    QVERIFY(append(f.picture2()));
    QCOMPARE(f.document().textOf(Side::Second), before.textOf(Side::Second) + piece2);
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.bothSettled());
    QVERIFY(append(f.heads()));   // in neither: the one that was pinned in last
    QCOMPARE(f.document().text, before.text);
    QCOMPARE(f.document().textOf(Side::Second), before.textOf(Side::Second) + piece2);
}

// Where a pin is set, or comes back by undo, there one looks.
void TestWhichSentence::aPinThatComesIsLookedAt()
{
    Two f(m_model, kFirst);
    QVERIFY(f.open(kSecond));
    f.pinIn(Side::Second, {3, 1});
    f.pinIn(Side::Second, {4, 2});
    f.pinIn(Side::First, {2, 1});
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
    QVERIFY(f.trigger("redo"));
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    QVERIFY(f.trigger("undo"));
    f.pointAt({2, 1});
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    QVERIFY(f.trigger("undo"));   // though the pointer rests on the other
    QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
    QCOMPARE(f.window.session().inspectedPair(), std::optional(Pair{3, 1}));
    f.pointAt2({5, 1});
    QVERIFY(f.picture2().scene().selection.peek);
    f.pinIn(Side::First, {2, 1});
    f.pointAt2({5, 2});
    QVERIFY(f.picture2().scene().selection.peek);
    f.window.session().setText("So the cat sat.");   // its pin goes with its letters, and is no news
    QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
    QVERIFY(f.picture2().scene().selection.peek);
}

void TestWhichSentence::aSampleLeadsToItsWeightInTheFirst()
{
    const Samples samples{.model = m_model,
                          .sentences = {{.title = "Cat",
                                         .text = kFirst,
                                         .look = "See " + nameOf({1, 0}) + ".",
                                         .shows = {{.head = {1, 0}, .pair = {3, 1}, .weight = 0.5}}}}};
    Two f(m_model, kFirst, {}, samples);
    QVERIFY(f.open(kSecond));
    auto& note = f.widget<QLabel>("sampleNote");
    for (int turn = 0; turn < 2; ++turn) {   // the second time nothing of the document changes
        f.pinIn(Side::Second, {4, 2});
        QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
        Q_EMIT note.linkActivated("0");
        QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
        QCOMPARE(f.window.session().inspectedPair(), std::optional(Pair{3, 1}));
        f.window.session().peek(Pair{4, 2}, Side::Second);
        f.window.session().peek({}, Side::Second);
    }
}

void TestWhichSentence::whatIsOfTheFirstSaysSo()
{
    Two f(m_model, kFirst);
    TRY_VERIFY(f.isSettled());
    const QString alone = f.text("statusTokens");
    QVERIFY(!f.shows("headsAge") && !alone.contains("sentence"));
    QVERIFY(f.open(kSecond));
    const auto say = [&](bool wanted) {
        QCOMPARE(f.shows("headsAge"), wanted);
        if (wanted) QCOMPARE(f.text("headsAge"), QString("of the first sentence"));
        QCOMPARE(f.text("statusTokens"), wanted ? "First sentence: " + alone : alone);
        QCOMPARE(f.text("statusTime").endsWith(", of the first sentence"), wanted);
    };
    say(true);
    f.pinIn(Side::Second, {3, 1});
    f.window.session().setText("Xylophones!", Side::Second);
    TRY_VERIFY(f.bothSettled());
    say(true);
    QVERIFY(f.click("closeSecond"));
    say(false);
    QVERIFY(f.trigger("undo"));
    say(true);
}

QTEST_MAIN(TestWhichSentence)
#include "tst_which_sentence.moc"
