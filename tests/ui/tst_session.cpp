#include <QSignalSpy>
#include <QTest>

#include "ui/state/change_document.h"
#include "ui/state/session.h"

using namespace ui;

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsAreFoundBetweenTexts_data();
    void editsAreFoundBetweenTexts();
    void typingOneWordIsOneStep();
    void deletingIsItsOwnStep();
    void headAndPinAreNamedSteps();
    void lookingLeavesNoStep();
    void nothingChangedIsNoStep();
    void modelClampsHeadAndReleasesPinAndPlan();
    void ablationRewritesThePlan();
    void depthIsLimited();
};

static void type(Session& session, const QString& letters)
{
    for (const QChar letter : letters) session.setText(session.document().text + letter);
}

void TestSession::editsAreFoundBetweenTexts_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("removed");
    QTest::addColumn<QString>("added");
    QTest::newRow("same") << "cat"
                          << "cat" << 3 << 0 << "";
    QTest::newRow("both empty") << ""
                                << "" << 0 << 0 << "";
    QTest::newRow("append") << "cat"
                            << "cats" << 3 << 0 << "s";
    QTest::newRow("prepend") << "cat"
                             << "a cat" << 0 << 0 << "a ";
    QTest::newRow("delete in the middle") << "coat"
                                          << "cat" << 1 << 1 << "";
    QTest::newRow("repeated letter") << "aa"
                                     << "aaa" << 2 << 0 << "a";
    QTest::newRow("replace all") << "cat"
                                 << "dog" << 0 << 3 << "dog";
}

void TestSession::editsAreFoundBetweenTexts()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TextEdit edit = TextEdit::between(before, after);
    QTEST(int(edit.position), "position");
    QTEST(int(edit.removed), "removed");
    QTEST(edit.added, "added");
    QString rebuilt = before;
    QCOMPARE(rebuilt.replace(edit.position, edit.removed, edit.added), after);
}

void TestSession::typingOneWordIsOneStep()
{
    Session session({});
    type(session, "the cat");
    QCOMPARE(session.undoStack().count(), 2);
    QCOMPARE(session.undoStack().undoText(), QString("typing"));
    session.undoStack().undo();
    QCOMPARE(session.document().text, QString("the "));
    session.undoStack().undo();
    QCOMPARE(session.document().text, QString());
    session.undoStack().redo();
    session.undoStack().redo();
    QCOMPARE(session.document().text, QString("the cat"));
}

void TestSession::deletingIsItsOwnStep()
{
    Session session({});
    type(session, "cat");
    session.setText("ca");
    session.setText("c");
    QCOMPARE(session.undoStack().count(), 2);
    QCOMPARE(session.undoStack().undoText(), QString("deleting"));
    session.setText("a whole pasted line");
    QCOMPARE(session.undoStack().count(), 3);
    session.undoStack().undo();
    QCOMPARE(session.document().text, QString("c"));
    session.undoStack().undo();
    QCOMPARE(session.document().text, QString("cat"));
}

void TestSession::headAndPinAreNamedSteps()
{
    Session session({});
    QSignalSpy changed(&session, &Session::documentChanged);
    session.showHead({2, 5});
    QCOMPARE(session.undoStack().undoText(), QString("head L2 · H5"));
    session.setPin(Pair{3, 1});
    QCOMPARE(session.document().pin, (std::optional<Pair>({3, 1})));
    session.setPin({});
    QVERIFY(!session.document().pin);
    QCOMPARE(session.undoStack().undoText(), QString("release of pin"));
    QCOMPARE(changed.count(), 3);
    session.undoStack().undo();
    QCOMPARE(session.selection().pin, (std::optional<Pair>({3, 1})));
    session.undoStack().undo();
    session.undoStack().undo();
    QCOMPARE(session.document(), DocumentState());
}

void TestSession::lookingLeavesNoStep()
{
    Session session({});
    QSignalSpy changed(&session, &Session::viewChanged);
    session.peek(Pair{1, 0});
    session.peek(Pair{1, 0});
    session.setScale(ScaleKind::Log);
    session.setTheme(ThemeKind::Dark);
    session.setFirstToken(FirstToken::Hidden);
    session.setParts(ViewParts::Links);
    session.peekHead(core::HeadId{0, 1});
    QCOMPARE(changed.count(), 6);
    QCOMPARE(session.undoStack().count(), 0);
}

void TestSession::nothingChangedIsNoStep()
{
    Session session({.text = "cat", .model = {}, .plan = {}, .head = {}, .pin = {}});
    QSignalSpy changed(&session, &Session::documentChanged);
    session.setText("cat");
    session.setPin({});
    session.showHead({0, 0});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(session.undoStack().count(), 0);
}

void TestSession::modelClampsHeadAndReleasesPinAndPlan()
{
    Session session({.text = "cat", .model = "big", .plan = "head 3.7: off", .head = {3, 7}, .pin = Pair{2, 1}});
    session.setModel("small", 2, 4);
    QCOMPARE(session.document(), (DocumentState{.text = "cat", .model = "small", .plan = {}, .head = {1, 3}, .pin = {}}));
    session.undoStack().undo();
    QCOMPARE(session.document().head, (core::HeadId{3, 7}));
    QCOMPARE(session.document().model, QString("big"));
}

void TestSession::ablationRewritesThePlan()
{
    Session session({});
    session.setAblation({1, 2}, Ablation::Off);
    QCOMPARE(session.ablationOf({1, 2}), Ablation::Off);
    QCOMPARE(session.ablationOf({1, 1}), Ablation::None);
    session.setAblation({0, 0}, Ablation::Mean);
    session.setAblation({1, 2}, Ablation::Mean);
    QCOMPARE(session.ablationOf({1, 2}), Ablation::Mean);
    session.setAblation({1, 2}, Ablation::None);
    QCOMPARE(session.document().plan, QString("head 0.0: mean"));
    session.setAblation({0, 0}, Ablation::None);
    QCOMPARE(session.document().plan, QString());
}

void TestSession::depthIsLimited()
{
    Session session({});
    for (core::Index i = 1; i <= 250; ++i) session.showHead({i, 0});
    QCOMPARE(session.undoStack().count(), 200);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
