// What "Show me" finds when it begins (words, a second sentence, a proof, a file that is being read) is there as it was when it ends.
#include <QStatusBar>

#include "core/base/file.h"
#include "ui/plot/scene_text.h"
#include "ui/state/derivation.h"
#include "ui/state/numbers.h"
#include "ui/state/session_file.h"
#include "ui/window/style_sheet.h"
#include "walked.h"

using namespace ui;
using test::Walked;

class TestWalkBeside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itLeavesAProofAndASecondSentenceAsTheyWere();
    void itLeavesAProofThatGoesOn();
    void itSpeaksOfTokensWhateverWasOnShow();
    void aFileThatIsBeingReadIsOpened();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestWalkBeside::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestWalkBeside::itLeavesAProofAndASecondSentenceAsTheyWere()
{
    Walked f(m_model, "The dog sat on the cat because it was tired too.");
    QVERIFY(f.open("A dog ran far away from the cat."));
    f.window.session().setPlan("all: window(4)");   // the walk has none: both sentences run again, and again
    QVERIFY(f.trigger("unitWords"));
    TRY_VERIFY(f.bothSettled());
    f.pinIn(Side::Second, {3, 2});
    QVERIFY(f.trigger("proveFuture"));
    TRY_COMPARE(f.window.future().proving().state, FutureProving::State::Proved);
    f.picture().zoomBy(1.5);
    f.picture2().zoomBy(2.0);
    QVERIFY(f.activate());
    QTextCursor cursor = f.sentence2().textCursor();
    cursor.setPosition(9);
    cursor.setPosition(6, QTextCursor::KeepAnchor);
    f.sentence2().setTextCursor(cursor);
    f.sentence2().setFocus();
    TRY_VERIFY(f.bothSettled());
    const DocumentState document = f.document();
    const ViewState view = f.window.session().view();
    const QRectF cells = f.picture().geometryOfCells().view, cells2 = f.picture2().geometryOfCells().view;
    const QString title = f.text("futureTitle"), exchanged = f.text("futureText"), status = f.text("statusTokens");
    const QImage picture = f.window.grab().toImage();

    QVERIFY(f.begin());
    for (int step = 0; step < 5; ++step) {
        for (const char* part : {"sentence2", "attentionView2", "ofSentence", "futureCard", "headsAge"}) QVERIFY2(!f.shows(part), part);
        QVERIFY(!f.text("statusTokens").contains("sentence"));
        QCOMPARE(f.picture().scene().room, SharedRoom());
        QCOMPARE(f.window.session().inspectedSide(), Side::First);
        QVERIFY(f.goTo(1));
    }
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.document() == document && f.bothSettled());
    TRY_VERIFY(!f.shows("futureStatus"));
    QCOMPARE(f.window.session().view(), view);
    QVERIFY(f.shows("futureCard"));
    QCOMPARE(f.text("futureTitle"), title);
    QCOMPARE(f.text("futureText"), exchanged);
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
    QCOMPARE(f.text("statusTokens"), status);
    TRY_COMPARE(f.picture().geometryOfCells().view, cells);
    TRY_COMPARE(f.picture2().geometryOfCells().view, cells2);
    QVERIFY(f.sentence2().hasFocus());
    QCOMPARE(f.sentence2().textCursor().anchor(), 9);
    QCOMPARE(f.sentence2().textCursor().position(), 6);
    QVERIFY(f.click("drawAgain"));   // and it can be asked further
    TRY_COMPARE(f.window.future().proving().state, FutureProving::State::Proved);
    QVERIFY(f.text("futureText") != exchanged);
}

void TestWalkBeside::itLeavesAProofThatGoesOn()
{
    Walked f(m_model, "The dog sat on the cat.");
    QVERIFY(f.open("A dog ran far away from the cat."));
    f.pinIn(Side::First, {3, 2});
    f.proving->close();
    QVERIFY(f.trigger("proveFuture"));
    QVERIFY(f.begin());
    QVERIFY(f.goTo(3));
    QVERIFY(!f.shows("futureCard"));
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.bothSettled());
    QVERIFY(f.shows("futureCard") && f.window.future().busy());
    QVERIFY(f.begin());
    f.proving->open();   // it ends while nobody sees it
    TRY_VERIFY(!f.window.future().busy());
    QVERIFY(!f.shows("futureCard"));
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.window.future().proving().state, FutureProving::State::Proved);
    TRY_VERIFY(f.shows("futureCard") && !f.shows("futureStatus"));
    QCOMPARE(f.text("futureBefore"), QString("exactly 0"));
}

// Its sentences are about tokens, and about links and colours as they are on the first start.
void TestWalkBeside::itSpeaksOfTokensWhateverWasOnShow()
{
    Walked f(m_model, "The unfathomable dog.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords") && f.trigger("themeDark") && f.trigger("scaleLog"));
    f.window.session().setLinks(LinkRule::ofWeight(0.9));
    const ViewState view = f.window.session().view();
    QVERIFY(f.begin());
    for (int step = 0; step < test::kWalkSteps; ++step) {
        const ViewState& now = f.window.session().view();
        QCOMPARE(now.unit, AxisUnit::Tokens);
        QCOMPARE(now.links, LinkRule());
        QCOMPARE(now.scale, ScaleKind::Linear);
        QCOMPARE(now.look, view.look);   // what suits the person stays
        QCOMPARE(f.picture().scene().map->queries(), f.recording().size());
        if (const std::optional<Pair> pair = f.window.session().inspectedPair()) {
            const Derivation weight = derive(*f.window.controller().record(), f.document().head, *pair).value();
            QVERIFY(tooltipOf(f.picture().scene(), *pair).join(' ').contains(printedWeight(weight.weight)));
        }
        if (step + 1 < test::kWalkSteps) QVERIFY(f.goTo(1));
    }
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().view(), view);
}

void TestWalkBeside::aFileThatIsBeingReadIsOpened()
{
    Walked f(m_model, "The cat sat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    SavedSession session;
    session.document = f.window.session().document();
    for (const char* text : {"Mine.", "Mine too."}) {
        session.document.text = text;
        f.nextSession = m_folder.filePath("mine.fovea.json");
        const core::Result<void> saved = core::saveFile(f.nextSession.toStdString(), sessionText(session));
        QVERIFY(saved);
        if (text == QString("Mine.")) {   // a walk that was begun now would have to be left at once
            QVERIFY(f.trigger("openSession") && f.trigger("showMe"));
            QVERIFY(!f.shows("walkCard"));
            QVERIFY2(f.window.statusBar()->currentMessage().contains("being read"), qPrintable(f.window.statusBar()->currentMessage()));
        } else {
            QVERIFY(f.begin());
            QVERIFY(f.goTo(2));
            QVERIFY(f.trigger("openSession"));
            QVERIFY(!f.shows("walkCard"));
        }
        TRY_VERIFY(f.document().text == text && f.isSettled());
        QCOMPARE(f.window.session().view().sentences, Sentences::All);
        QVERIFY(!f.shows("walkCard"));
    }
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.document().text, QString("Mine."));   // steps of the walk are nobody's
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.document().text, QString("The cat sat."));
}

QTEST_MAIN(TestWalkBeside)
#include "tst_walk_beside.moc"
