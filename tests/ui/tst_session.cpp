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
    void undoOfTextKeepsWhatWasChangedAlone();
    void deletingOnIsOneStep();
    void aPinEndsWithItsLettersAndUndoBringsItBack();
    void aPinThatNobodyCanSeeIsNoStep();
    void patternsThatGoOnAreOneStep();
};

// One token for each letter, behind a start token.
static void showLetters(Session& session)
{
    core::Tokens tokens;
    tokens.text = session.document().text.toStdString();
    tokens.items.push_back({.id = 0, .span = {}, .bytes = "<s>", .special = true});
    for (core::Index i = 0; i < core::Index(tokens.text.size()); ++i)
        tokens.items.push_back({.id = 1, .span = {i, i + 1}, .bytes = tokens.text.substr(std::size_t(i), 1)});
    session.showTokens(std::make_shared<const core::Tokens>(std::move(tokens)));
}

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
    QTEST(int(edit.removed.size()), "removed");
    QTEST(edit.added, "added");
    QCOMPARE(edit.appliedTo(before), after);
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
    Session session({.text = "letters", .model = {}, .plan = {}, .head = {}, .pin = {}});
    const DocumentState initial = session.document();
    showLetters(session);
    QSignalSpy changed(&session, &Session::documentChanged);
    session.showHead({2, 5});
    QCOMPARE(session.undoStack().undoText(), QString("head L2 · H5"));
    session.setPin(Pair{3, 1});
    QCOMPARE(session.selection().pin, (std::optional<Pair>({3, 1})));
    session.setPin({});
    QVERIFY(!session.document().pin);
    QCOMPARE(session.undoStack().undoText(), QString("release of pin"));
    QCOMPARE(changed.count(), 3);
    session.undoStack().undo();
    QCOMPARE(session.selection().pin, (std::optional<Pair>({3, 1})));
    session.undoStack().undo();
    session.undoStack().undo();
    QCOMPARE(session.document(), initial);
}

void TestSession::lookingLeavesNoStep()
{
    Session session({});
    QSignalSpy changed(&session, &Session::viewChanged);
    session.peek(Pair{1, 0});
    session.peek(Pair{1, 0});
    session.setScale(ScaleKind::Log);
    session.setLook({.theme = ThemeKind::Dark});
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
    Session session({.text = "cat", .model = "big", .plan = "head 3.7: off", .head = {3, 7}, .pin = Pin{.query = {1, 2, 0}, .key = {0, 1, 0}}});
    session.setModel("small", 2, 4);
    QCOMPARE(session.document(), (DocumentState{.text = "cat", .model = "small", .plan = {}, .head = {1, 3}, .pin = {}}));
    session.undoStack().undo();
    QCOMPARE(session.document().head, (core::HeadId{3, 7}));
    QCOMPARE(session.document().model, QString("big"));
    QVERIFY(session.document().pin);
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

void TestSession::undoOfTextKeepsWhatWasChangedAlone()
{
    const QString book = QString("A long text that stays as it is. ").repeated(1000);
    Session session({.text = book, .model = {}, .plan = {}, .head = {}, .pin = {}});
    const QString texts[] = {"Before. " + book, "Before. " + book + "After.", book.left(500) + "between" + book.mid(500), QString(), book};
    for (const QString& text : texts) session.setText(text);
    for (auto text = std::rbegin(texts); text != std::rend(texts); ++text) {
        QCOMPARE(session.document().text, *text);
        session.undoStack().undo();
    }
    QCOMPARE(session.document().text, book);
    for (const QString& text : texts) {
        session.undoStack().redo();
        QCOMPARE(session.document().text, text);
    }
}

void TestSession::deletingOnIsOneStep()
{
    Session session({.text = "abcdef", .model = {}, .plan = {}, .head = {}, .pin = {}});
    for (const char* text : {"abcdf", "abcf", "abc", "ab"}) session.setText(QLatin1String(text));   // Backspace twice, Delete, Backspace
    QCOMPARE(session.undoStack().count(), 1);
    session.undoStack().undo();
    QCOMPARE(session.document().text, QString("abcdef"));
    session.undoStack().redo();
    QCOMPARE(session.document().text, QString("ab"));
}

void TestSession::aPinEndsWithItsLettersAndUndoBringsItBack()
{
    Session session({.text = "cat dog", .model = {}, .plan = {}, .head = {}, .pin = {}});
    showLetters(session);
    session.setPin(Pair{6, 1});
    session.setText("a cat dog");
    QCOMPARE(session.selection().pin, (std::optional<Pair>({6, 1})));   // still among the tokens of the text before
    QSignalSpy moved(&session, &Session::pinMoved);
    showLetters(session);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(session.selection().pin, (std::optional<Pair>({8, 3})));
    session.setText({});
    QVERIFY(!session.document().pin);
    session.setText("a cut egg");
    showLetters(session);
    QVERIFY(!session.selection().pin);
    session.undoStack().undo();
    session.undoStack().undo();
    showLetters(session);
    QCOMPARE(session.selection().pin, (std::optional<Pair>({8, 3})));
}

void TestSession::aPinThatNobodyCanSeeIsNoStep()
{
    Session session({.text = "cat", .model = {}, .plan = {}, .head = {}, .pin = {}});
    session.setPin(Pair{1, 0});   // no tokens are on show
    showLetters(session);
    session.setPin(Pair{9, 0});
    QCOMPARE(session.undoStack().count(), 0);
}

void TestSession::patternsThatGoOnAreOneStep()
{
    Session session({.text = "The cat", .model = "m", .plan = {}, .head = {}, .pin = {}});
    const QStringList first = session.document().patterns;
    session.setPatterns({"window(2)"}, "painting");
    session.setPatterns({"window(3)"}, "painting", Typing::Yes);
    session.setPatterns({"window(4)"}, "painting", Typing::Yes);
    session.setPatterns({"window(5)"}, "painting");
    QCOMPARE(session.undoStack().count(), 2);
    session.undoStack().undo();
    QCOMPARE(session.document().patterns, QStringList{"window(4)"});
    session.undoStack().undo();
    QCOMPARE(session.document().patterns, first);
    session.setPatterns({}, "none");
    session.setPatterns({"dense", "dense", "dense", "dense", "dense"}, "too many");
    QCOMPARE(session.document().patterns, first);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
