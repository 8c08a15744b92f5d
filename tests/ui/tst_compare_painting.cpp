// Painting into a pattern on the pictures of Compare: strokes, lines, keys, and what cannot be painted.
#include "compared_window.h"
#include "ui/plot/scene_text.h"
#include "ui/views/compare/pattern_painter.h"
#include "ui/views/compare/pattern_row.h"
#include "ui/window/style_sheet.h"

using namespace ui;
using test::comparing;
using test::drag;
using test::isCompared;
constexpr auto view = &test::picture;

class TestComparePainting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aStrokePaintsAndIsOneStep();
    void theFutureCannotBePainted();
    void shiftKeepsToALine();
    void keysPaintToo();
    void aStrokeThatBeginsInTheFutureIsItsOwn();
    void escapePutsTheBrushDown();
    void thePointerIsFollowedWhilePainting();
    void whatWasTakenBackIsGone();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

bool allows(test::WindowFixture& f, Pair pair)
{
    const core::Tokens& tokens = f.recording().tokens;
    return core::Pattern::parse(f.window.session().document().patterns.front().toStdString(), &tokens)
        ->allows({pair.query}, {pair.key}, tokens.size());
}

}   // namespace

void TestComparePainting::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestComparePainting::aStrokePaintsAndIsOneStep()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    const QStringList before = f.window.session().document().patterns;
    const int steps = f.window.session().undoStack().count();
    QTest::keyClick(&kept, Qt::Key_B);
    drag(kept, {{9, 2}, {9, 4}, {7, 2}});   // the way between is painted, too
    for (const Pair pair : {Pair{9, 2}, Pair{9, 3}, Pair{9, 4}, Pair{8, 3}, Pair{7, 2}}) QVERIFY(allows(f, pair));
    QVERIFY(!allows(f, {10, 2}) && !f.window.session().selection().pin);
    QCOMPARE(f.window.session().undoStack().count(), steps + 1);
    TRY_VERIFY(isCompared(f));
    QVERIFY(kept.scene().map->cell(9, 3).allowed);
    QTest::keyClick(&kept, Qt::Key_E);
    drag(kept, {{9, 3}});
    QVERIFY(!allows(f, {9, 3}) && allows(f, {9, 2}));
    QVERIFY(f.trigger("undo") && f.trigger("undo"));
    QCOMPARE(f.window.session().document().patterns, before);
    QTest::keyClick(&kept, Qt::Key_E);   // stops painting
    drag(kept, {{9, 3}});
    QCOMPARE(f.window.session().document().patterns, before);
}

void TestComparePainting::theFutureCannotBePainted()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    const QStringList before = f.window.session().document().patterns;
    QTest::keyClick(&kept, Qt::Key_B);
    drag(kept, {{2, 8}});
    QCOMPARE(f.window.session().document().patterns, before);
    QVERIFY2(f.text("statusTold").contains("cannot see token 8"), qPrintable(f.text("statusTold")));
    QCOMPARE(kept.cursor().shape(), Qt::ForbiddenCursor);
    // Whatever the brush, no pair outside the matrix is touched.
    for (const BrushShape shape : {BrushShape::Cell, BrushShape::Row, BrushShape::Block})
        for (const Pair cell : {Pair{0, 0}, Pair{11, 0}, Pair{11, 11}, Pair{5, 3}}) {
            const auto block = touched({.mode = BrushMode::Allow, .shape = shape, .size = 64}, cell, 12);
            QVERIFY(block && block->queries.begin >= 0 && block->queries.end <= 12 && block->keys.begin >= 0 &&
                    block->keys.end <= block->queries.end);
        }
    QVERIFY(!touched({.mode = BrushMode::Allow, .shape = BrushShape::Block, .size = 4}, {2, 9}, 12));
}

void TestComparePainting::shiftKeepsToALine()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    QTest::keyClick(&kept, Qt::Key_B);
    drag(kept, {{11, 1}, {11, 2}, {9, 5}}, Qt::ShiftModifier);   // a row, once it has begun as one
    QVERIFY(allows(f, {11, 5}) && !allows(f, {9, 5}) && !allows(f, {10, 4}));
}

void TestComparePainting::keysPaintToo()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    QTest::keyClick(&kept, Qt::Key_B);
    f.window.session().peek(Pair{10, 3});
    QTest::keyClick(&kept, Qt::Key_Return);
    QVERIFY(allows(f, {10, 3}) && !f.window.session().selection().pin);
    QTest::keyClick(&kept, Qt::Key_Period);
    QTest::keyClick(&kept, Qt::Key_Period);
    QTest::keyClick(&kept, Qt::Key_Return);
    QVERIFY(allows(f, {9, 2}) && allows(f, {11, 4}));   // 3 × 3 around it
}

void TestComparePainting::aStrokeThatBeginsInTheFutureIsItsOwn()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    QTest::keyClick(&kept, Qt::Key_B);
    drag(kept, {{9, 2}});
    const int steps = f.window.session().undoStack().count();
    drag(kept, {{2, 6}, {8, 1}});   // into the past, over pairs that exist
    QVERIFY(allows(f, {8, 1}) && allows(f, {9, 2}));
    QCOMPARE(f.window.session().undoStack().count(), steps + 1);
    drag(kept, {{9, 2}, {11, 2}});   // begins where it was painted already
    QCOMPARE(f.window.session().undoStack().count(), steps + 2);
    QVERIFY(f.trigger("undo") && f.trigger("undo"));
    QVERIFY(allows(f, {9, 2}) && !allows(f, {8, 1}) && !allows(f, {11, 2}));
}

void TestComparePainting::escapePutsTheBrushDown()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    f.window.session().setPin(Pair{5, 2});
    QTest::keyClick(&kept, Qt::Key_B);
    QTest::keyClick(&kept, Qt::Key_Escape);
    QVERIFY(f.window.session().selection().pin == (Pair{5, 2}));
    QTest::mouseClick(&kept, Qt::LeftButton, {}, kept.geometryOfCells().rectOf({9, 0}).center().toPoint());
    QVERIFY(f.window.session().selection().pin == (Pair{9, 0}));
}

void TestComparePainting::thePointerIsFollowedWhilePainting()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    const auto hint = [&] { return peekTextOf(kept.scene(), {9, 2}).more.join(' '); };
    QVERIFY2(hint().contains("click to pin"), qPrintable(hint()));
    QTest::keyClick(&kept, Qt::Key_B);
    QVERIFY(hint().contains("click to allow") && !hint().contains("pin"));
    drag(kept, {{9, 2}, {9, 4}});
    QVERIFY(f.window.session().selection().peek == (Pair{9, 4}));
    QTest::keyClick(&kept, Qt::Key_E);
    QVERIFY(hint().contains("take it away"));
    TRY_VERIFY(isCompared(f));   // Esc would stop that first
    QTest::keyClick(&kept, Qt::Key_Escape);
    QVERIFY2(hint().contains("click to pin"), qPrintable(hint()));
}

// The row of what is painted goes with the painting.
void TestComparePainting::whatWasTakenBackIsGone()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& kept = view(f, "keptPicture");
    const auto isListed = [&] {
        const QList<PatternRow*> rows = f.window.findChildren<PatternRow*>();
        return std::ranges::any_of(rows, [](const PatternRow* row) { return row->kind() == BlockKind::Painted && row->isVisible(); });
    };
    QVERIFY(!isListed());
    QTest::keyClick(&kept, Qt::Key_B);
    drag(kept, {{9, 2}});
    QVERIFY(isListed());
    QVERIFY(f.trigger("undo"));
    QVERIFY(!isListed());
    QVERIFY(f.trigger("redo"));
    QVERIFY(isListed());
}

QTEST_MAIN(TestComparePainting)
#include "tst_compare_painting.moc"
