// Undo and redo, as laws: whatever is done in whatever order, with runs that come and go between, every depth is the state it was, and has a
// name that says what was done.
#include <QTest>

#include "core/base/random.h"
#include "ui/state/session.h"

using namespace ui;

namespace {

constexpr int kSteps = 10'000;
constexpr int kDepth = 200;

// One token for each letter: as many runs as one likes cost nothing.
std::shared_ptr<const core::Tokens> lettersOf(const QString& text)
{
    core::Tokens tokens;
    tokens.text = text.toStdString();
    tokens.items.push_back({.id = 0, .span = {}, .bytes = "<s>", .special = true});
    for (core::Index i = 0; i < core::Index(tokens.text.size()); ++i)
        tokens.items.push_back({.id = 1, .span = {i, i + 1}, .bytes = tokens.text.substr(std::size_t(i), 1)});
    return std::make_shared<const core::Tokens>(std::move(tokens));
}

// Does things to a session, and keeps beside it what its states were, by depth.
class Chronicler {
public:
    explicit Chronicler(std::uint64_t seed) : m_random(seed), m_states{m_session.document()} {}

    void act()
    {
        const DocumentState before = m_session.document();
        const int count = stack().count(), index = stack().index();
        const auto what = m_random.below(18);
        if (what == 0) return goBackAndForth();
        if (what == 1) return run();
        doSomething(what);
        if (m_session.document() == before) {   // nothing changed is no step
            QCOMPARE(stack().count(), count);
            QCOMPARE(stack().index(), index);
            return;
        }
        note(before);
    }
    // From the newest state to the oldest that is kept and again to the newest.
    void checkEveryDepth()
    {
        for (; stack().canRedo(); ++m_at) stack().redo();
        for (; stack().canUndo(); --m_at) {
            QCOMPARE(m_session.document(), m_states[m_at]);
            QVERIFY(!stack().undoText().isEmpty());
            if (m_random.below(5) == 0) run();
            stack().undo();
        }
        for (; stack().canRedo(); ++m_at) {
            QCOMPARE(m_session.document(), m_states[m_at]);
            stack().redo();
        }
        QCOMPARE(m_session.document(), m_states[m_at]);
        QCOMPARE(m_at + 1, m_states.size());
    }
    [[nodiscard]] QUndoStack& stack() { return m_session.undoStack(); }

private:
    void doSomething(std::int64_t what)
    {
        const core::HeadId head{m_random.below(3), m_random.below(4)};
        switch (what) {
        case 2:
            return m_session.showHead(head);
        case 3:
            return m_session.setPin(Pair{m_random.below(20), m_random.below(20)});
        case 4:
            return m_session.setPin({});
        case 5:
            return m_session.setAblation(head, Ablation(m_random.below(3)));
        case 6:
            return m_session.setModel(m_random.below(2) == 0 ? "small" : "large", 1 + m_random.below(3), 1 + m_random.below(4));
        case 7:
            return m_session.showWeight(head, Pair{m_random.below(20), m_random.below(20)});
        case 8:
            return m_session.replaceText(QString("cat ").repeated(qsizetype(m_random.below(4))), "text of a file");
        case 9:
            return m_session.open({.text = "opened", .model = "small", .plan = {}, .head = head, .pin = {}}, "session monday");
        case 10:
            return m_session.openSecond("A dog");
        case 11:
            return m_random.below(3) == 0 ? m_session.closeSecond() : type(Side::Second);
        case 12:
            return m_session.setPin(Pair{m_random.below(20), m_random.below(20)}, Side::Second);
        case 13:
            return m_session.appendText(" so", m_random.below(2) == 0 ? Side::First : Side::Second);
        default:
            return type(m_random.below(3) == 0 ? Side::Second : Side::First);
        }
    }
    void type(Side side)
    {
        QString text = std::as_const(m_session).document().textOf(side);
        const auto at = m_random.below(3) == 0 ? qsizetype(m_random.below(text.size() + 1)) : text.size();
        if (m_random.below(3) == 0 && !text.isEmpty())
            text.remove(std::min(at, text.size() - 1), qsizetype(1 + m_random.below(2)));
        else
            text.insert(at, QString("ab c")[qsizetype(m_random.below(4))]);
        m_session.setText(text.left(30), side);
    }
    // A run has ended: of the text as it is, or of one that came before.
    void run()
    {
        const Side side = m_random.below(2) == 0 || !m_session.document().second ? Side::First : Side::Second;
        auto& tokens = m_tokens[std::size_t(side)];
        if (m_random.below(2) == 0) tokens = lettersOf(m_session.document().textOf(side));
        m_session.showTokens(tokens, side);
    }
    void goBackAndForth()
    {
        for (auto steps = m_random.below(6); steps > 0; --steps) {
            const int index = stack().index();
            m_random.below(3) == 0 ? stack().redo() : stack().undo();
            m_at += std::size_t(stack().index() - index);
        }
        QCOMPARE(m_session.document(), m_states[m_at]);
    }
    // A step that joined the one before it, as typing does, led there instead: undone, it leads further back.
    void note(const DocumentState& before)
    {
        const DocumentState now = m_session.document();
        stack().undo();
        const bool joined = m_session.document() != before;
        stack().redo();
        QCOMPARE(m_session.document(), now);
        m_states.resize(m_at + 1);   // what was undone is gone
        if (joined)
            m_states[m_at] = now;
        else
            m_states.push_back(now), ++m_at;
    }

    Session m_session{{.text = "The cat", .model = "small", .plan = {}, .head = {}, .pin = {}}};
    core::Random m_random;
    std::vector<DocumentState> m_states;   // one behind the other; those that are older than undo can lead to stay unread
    std::size_t m_at = 0;                  // the one that the session is in
    std::array<std::shared_ptr<const core::Tokens>, 2> m_tokens{lettersOf("The cat"), lettersOf("A dog")};
};

}   // namespace

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDepthIsTheStateItWas_data();
    void everyDepthIsTheStateItWas();
    void everyStepIsNamed();
    void aWalkLeavesNoStep();
    void aWalkCanBeUndoneWithinItself();
};

void TestUndo::everyDepthIsTheStateItWas_data()
{
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 4}) QTest::addRow("%d", seed) << seed;
}

void TestUndo::everyDepthIsTheStateItWas()
{
    QFETCH(int, seed);
    Chronicler chronicler{std::uint64_t(seed)};
    for (int i = 0; i < kSteps / 4; ++i) {
        chronicler.act();
        if (i % 500 == 499) chronicler.checkEveryDepth();
        if (QTest::currentTestFailed()) return;
    }
    QCOMPARE(chronicler.stack().count(), kDepth);
}

void TestUndo::everyStepIsNamed()
{
    Session session({.text = "cat", .model = "small", .plan = {}, .head = {}, .pin = {}});
    session.showTokens(lettersOf("cat"));
    const std::pair<std::function<void()>, const char*> steps[] = {
        {[&] { session.showHead({1, 2}); }, "head L1 · H2"},
        {[&] { session.setPin(Pair{2, 1}); }, "pin"},
        {[&] { session.setPin({}); }, "release of pin"},
        {[&] { session.showWeight({0, 1}, {3, 1}); }, "head L0 · H1 with a pin"},
        {[&] { session.setAblation({0, 1}, Ablation::Off); }, "switching off L0 · H1"},
        {[&] { session.setAblation({0, 1}, Ablation::Mean); }, "mean instead of L0 · H1"},
        {[&] { session.setAblation({0, 1}, Ablation::None); }, "own attention of L0 · H1"},
        {[&] { session.setPlan("all: window(3)"); }, "change of plan"},
        {[&] { session.setModel("large", 2, 2); }, "change of model"},
        {[&] { session.setText("cats"); }, "typing"},
        {[&] { session.setText("cat"); }, "deleting"},
        {[&] { session.setText("a dog"); }, "change of text"},
        {[&] { session.replaceText("The mat.", "sample “Mats”"); }, "sample “Mats”"},
        {[&] { session.openSecond("A dog"); }, "second sentence"},
        {[&] { session.setText("A dogs", Side::Second); }, "typing"},
        {[&] { session.appendText(" so", Side::Second); }, "append “ so”"},
        {[&] { session.setText("Two dogs", Side::Second); session.showTokens(lettersOf("Two dogs"), Side::Second); }, "change of text"},
        {[&] { session.setPin(Pair{2, 1}, Side::Second); }, "pin"},
        {[&] { session.releasePin(); }, "release of pin"},
        {[&] { session.closeSecond(); }, "closing of the second sentence"},
        {[&] { session.open({.text = "x", .model = "small", .plan = {}, .head = {}, .pin = {}}, "session monday"); }, "session monday"},
    };
    for (const auto& [apply, name] : steps) {
        const int count = session.undoStack().count();
        apply();
        QCOMPARE(session.undoStack().count(), count + 1);
        QCOMPARE(session.undoStack().undoText(), QString::fromUtf8(name));
        session.undoStack().undo();
        QCOMPARE(session.undoStack().redoText(), QString::fromUtf8(name));
        session.undoStack().redo();
    }
}

void TestUndo::aWalkLeavesNoStep()
{
    Session session({.text = "cat", .model = "small", .plan = {}, .head = {}, .pin = {}});
    session.showHead({1, 1});
    session.showHead({0, 1});
    session.undoStack().undo();
    const DocumentState document = session.document();
    const ViewState view = session.view();
    session.beginWalk();
    session.setText("another text");
    session.showHead({2, 2});
    session.setScale(ScaleKind::Log);
    QVERIFY(session.isWalking());
    session.endWalk();
    QVERIFY(!session.isWalking());
    QCOMPARE(session.document(), document);
    QCOMPARE(session.view(), view);
    QCOMPARE(session.undoStack().count(), 2);
    QCOMPARE(session.undoStack().index(), 1);
    session.undoStack().redo();
    QCOMPARE(session.document().head, (core::HeadId{0, 1}));
    session.endWalk();   // there is none: nothing happens
    QCOMPARE(session.document().head, (core::HeadId{0, 1}));
}

void TestUndo::aWalkCanBeUndoneWithinItself()
{
    Session session({.text = "cat", .model = "small", .plan = {}, .head = {}, .pin = {}});
    session.showHead({1, 1});
    session.beginWalk();
    QVERIFY(!session.undoGroup().canUndo());
    session.showHead({2, 2});
    session.undoGroup().undo();
    QCOMPARE(session.document().head, (core::HeadId{1, 1}));
    session.undoGroup().undo();   // not beyond its beginning
    QCOMPARE(session.document().head, (core::HeadId{1, 1}));
    session.endWalk();
    session.undoGroup().undo();
    QCOMPARE(session.document().head, (core::HeadId{0, 0}));
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
