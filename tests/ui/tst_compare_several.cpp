// Compare with several patterns: everything is of the one on show, and what the hand does is done to that one.
#include <QClipboard>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

#include "compared_window.h"
#include "ui/figure/compare_figure.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/compare_view.h"
#include "ui/views/compare/pattern_tabs.h"
#include "ui/views/compare/row_strips.h"
#include "ui/window/style_sheet.h"

using namespace ui;
using test::comparing;
using test::isCompared;
constexpr auto view = &test::picture;

class TestCompareSeveral : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allIsOfThePatternOnShow();
    void aStrokePaintsThePatternOnShow();
    void thePatternOnShowIsTakenAway();
    void theFigureIsWhatIsSeen();
    void undoShowsWhatWasRemoved();
    void anotherDocumentKeepsItsChoice();
    void theRowUnderThePointerIsSaid();
    void aTokenOfTheSentencePinsItsRow();
    void whatCannotBeComparedIsSaidAndThenGone();
    void onlyWhatChangedIsDrawnAgain();
    void aZoomIsKeptWhileThePatternChanges();
    void marksStayInsideTheFrame();
    void aPageThatScrollsTakesTheWheel();
    void keysOfExploreChangeNothingHere();
    void aShorterTextIsSeenWhole();

private:
    [[nodiscard]] bool two(test::WindowFixture& f) const;   // patterns, the second on show
    QTemporaryDir m_folder;
    QString m_model;
};

void TestCompareSeveral::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

bool TestCompareSeveral::two(test::WindowFixture& f) const
{
    if (!comparing(f)) return false;
    f.window.session().setPatterns({"window(6)", "sinks(1) | window(2)"}, "patterns");
    test::change(f, [](Comparing& c) { c.pattern = 1; });
    return QTest::qWaitFor([&] { return isCompared(f); }, test::kPatience);
}

namespace {

const ComparedPattern& compared(test::WindowFixture& f, int pattern) { return *f.window.comparing().state().comparison->pattern(pattern); }

QWheelEvent wheelOver(QWidget& widget, QPointF at, int angle, Qt::KeyboardModifiers held = {})
{
    return {at, widget.mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton, held, Qt::NoScrollPhase, false};
}

}   // namespace

void TestCompareSeveral::allIsOfThePatternOnShow()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    for (const int pattern : {1, 0}) {
        test::change(f, [pattern](Comparing& c) { c.pattern = pattern; });
        TRY_VERIFY(isCompared(f));
        const ComparedPattern& shown = compared(f, pattern);
        QCOMPARE(view(f, "keptPicture").scene().map, shown.kept);
        QCOMPARE(view(f, "movedPicture").scene().map, shown.moved);
        QVERIFY(f.widget<RowStrips>("rowStrips").scene().retained == &shown.effect.retained);
        QVERIFY(f.widget<RowStrips>("rowStrips").scene().errors == &shown.effect.error);
        const double own = double(f.window.comparing().state().comparison->effect.layout->pairs());
        QVERIFY2(f.text("keptPictureTag").contains(percent(double(shown.effect.layout->pairs()) / own)), qPrintable(f.text("keptPictureTag")));
        f.window.session().setPin(Pair{9, 8});
        QVERIFY2(f.text("comparedRow").contains(percent(shown.effect.error[9])), qPrintable(f.text("comparedRow")));
        QVERIFY2(f.text("comparedRow").contains(percent(shown.effect.meanRetained())), qPrintable(f.text("comparedRow")));
        QVERIFY(view(f, "movedPicture").scene().scale.limit >= shown.largestMove);
        QVERIFY(view(f, "movedPicture").scene().scale.limit <= 1.1 * shown.largestMove);
        QVERIFY(view(f, "keptPicture").scene().scale.limit == 1.0);
    }
    // A pattern that takes little away has a scale of its own.
    const core::Index last = f.recording().size() - 1;
    f.window.session().setPatterns({QString("!cells(%1:1)").arg(last)}, "little");
    TRY_VERIFY(isCompared(f));
    const double largest = compared(f, 0).largestMove, limit = view(f, "movedPicture").scene().scale.limit;
    QVERIFY(largest > 0.0 && largest < 0.5);
    QVERIFY(limit >= largest && limit <= 1.1 * largest);
}

void TestCompareSeveral::aStrokePaintsThePatternOnShow()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    AttentionView& kept = view(f, "keptPicture");
    QTest::keyClick(&kept, Qt::Key_B);
    test::drag(kept, {{9, 4}});
    const QStringList& patterns = f.window.session().document().patterns;
    QCOMPARE(patterns[0], QString("window(6)"));
    QVERIFY2(patterns[1].contains("cells(9:4)"), qPrintable(patterns[1]));
}

void TestCompareSeveral::thePatternOnShowIsTakenAway()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    QVERIFY(f.click("copyJson"));
    QVERIFY2(QApplication::clipboard()->text().contains("sinks(1) | window(2)"), qPrintable(QApplication::clipboard()->text()));
}

void TestCompareSeveral::theFigureIsWhatIsSeen()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    auto& compare = *f.window.findChild<CompareView*>();
    test::change(f, [](Comparing& c) { c.mode = CompareMode::Tiles; });
    f.window.session().setScale(ScaleKind::Log);
    f.window.session().setPin(Pair{9, 8});
    view(f, "keptPicture").showCells(QRectF(2, 2, 6, 6));
    const auto figure = compare.figure();
    QVERIFY(figure && *figure);
    const FigureSpec& spec = **figure;
    QCOMPARE(spec.pattern, 1);
    QVERIFY(spec.mode == CompareMode::Tiles && spec.scale.kind == ScaleKind::Log && spec.cells == QRectF(2, 2, 6, 6));
    QVERIFY(spec.pin == (Pair{9, 8}) && spec.comparison == f.window.comparing().state().comparison.answer);
    f.window.session().setPatterns({"window(6)", "window(1)"}, "change");
    const auto stale = compare.figure();
    QVERIFY2(stale && !*stale, "what is not compared yet is no figure");
}

void TestCompareSeveral::undoShowsWhatWasRemoved()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    f.window.session().setPatterns({"window(6)", "sinks(1) | window(2)", "window(1)"}, "further");
    QCOMPARE(f.window.session().view().compare.pattern, 2);   // what is added is shown
    test::change(f, [](Comparing& c) { c.pattern = 1; });
    TRY_VERIFY(isCompared(f));
    QVERIFY(f.click("removePattern"));
    QCOMPARE(f.window.session().document().patterns, (QStringList{"window(6)", "window(1)"}));
    test::change(f, [](Comparing& c) { c.pattern = 0; });
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.window.session().document().patterns.size(), 3);
    QCOMPARE(f.window.session().view().compare.pattern, 1);
}

void TestCompareSeveral::anotherDocumentKeepsItsChoice()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    DocumentState other = f.window.session().document();
    other.text = "Another text";
    other.patterns.append("window(1)");
    f.window.session().open(other, "other");
    QCOMPARE(f.window.session().view().compare.pattern, 0);
}

void TestCompareSeveral::theRowUnderThePointerIsSaid()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    f.window.session().setPin(Pair{9, 8});
    AttentionView& own = view(f, "ownPicture");
    test::WindowFixture::pointAt(own, {5, 3});
    QVERIFY2(f.text("comparedRow").contains("Query 5"), qPrintable(f.text("comparedRow")));
    for (const char* name : {"ownPicture", "keptPicture", "movedPicture"}) QVERIFY(view(f, name).scene().selection.peek == (Pair{5, 3}));
    QVERIFY(f.widget<RowStrips>("rowStrips").scene().marked == core::Index(5));
    f.window.session().peek(std::nullopt);
    QVERIFY2(f.text("comparedRow").contains("Query 9"), qPrintable(f.text("comparedRow")));
}

void TestCompareSeveral::aTokenOfTheSentencePinsItsRow()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    auto& sentence = f.widget<SentenceField>("compareSentence");
    Q_EMIT sentence.tokenClicked(7);
    QVERIFY(f.window.session().selection().pin && f.window.session().selection().pin->query == 7);
    Q_EMIT sentence.tokenClicked(7);
    QVERIFY(!f.window.session().selection().pin);
    Q_EMIT sentence.tokenHovered(5);
    QVERIFY(view(f, "movedPicture").scene().selection.peek && view(f, "movedPicture").scene().selection.peek->query == 5);
}

void TestCompareSeveral::whatCannotBeComparedIsSaidAndThenGone()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    const core::MapPtr before = view(f, "keptPicture").scene().map;
    f.window.session().setAblation({0, 0}, Ablation::Off);
    TRY_VERIFY(f.isSettled() && !f.window.comparing().busy() && f.window.comparing().state().comparison.problem);
    QVERIFY(f.shows("comparisonProblem") && f.text("comparisonProblem").contains("off"));
    QCOMPARE(view(f, "keptPicture").scene().map, before);                                      // the last good picture stays …
    QVERIFY2(f.text("comparedRow").contains("Still of"), qPrintable(f.text("comparedRow")));   // … and says so
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(isCompared(f));
    QVERIFY(!f.shows("comparisonProblem"));
}

void TestCompareSeveral::onlyWhatChangedIsDrawnAgain()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    const auto drawn = [&](const char* name) {
        for (int i = 0; i < 6; ++i) QCoreApplication::processEvents();
        return view(f, name).picturesDrawn();
    };
    int own = drawn("ownPicture"), kept = drawn("keptPicture"), moved = drawn("movedPicture");
    test::change(f, [](Comparing& c) {
        c.scope = core::PlanScope::Model;
        c.window = 5;
        c.costs = CostsCard::Growth;
    });
    QCOMPARE(drawn("ownPicture"), own);
    QCOMPARE(drawn("keptPicture"), kept);
    QCOMPARE(drawn("movedPicture"), moved);
    test::change(f, [](Comparing& c) { c.mode = CompareMode::Pairs; });
    TRY_VERIFY(drawn("keptPicture") > kept);
    QCOMPARE(drawn("ownPicture"), own);
    QCOMPARE(drawn("movedPicture"), moved);
    // Another pattern leaves the own picture what it is.
    f.window.session().setPatterns({"window(6)", "window(3)"}, "change");
    TRY_VERIFY(isCompared(f));
    QCOMPARE(drawn("ownPicture"), own);
}

void TestCompareSeveral::aZoomIsKeptWhileThePatternChanges()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    view(f, "ownPicture").showCells(QRectF(1, 2, 5, 5));
    QVERIFY(f.window.session().view().compare.cells == QRectF(1, 2, 5, 5));
    f.window.session().setPatterns({"window(6)", "window(3)"}, "change");
    TRY_VERIFY(isCompared(f));
    for (const char* name : {"ownPicture", "keptPicture", "movedPicture"}) QCOMPARE(view(f, name).geometryOfCells().view, QRectF(1, 2, 5, 5));
    QTest::keyClick(&view(f, "keptPicture"), Qt::Key_0);
    QVERIFY(!f.window.session().view().compare.cells);
}

// Of a pinned cell that the zoom has cut in half.
void TestCompareSeveral::marksStayInsideTheFrame()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    AttentionView& own = view(f, "ownPicture");
    own.showCells(QRectF(2.5, 2.5, 6, 6));
    const QImage bare = own.grab().toImage();
    f.window.session().setPin(Pair{2, 5});
    const QImage pinned = own.grab().toImage();
    const QRect plot = own.geometryOfCells().plot.toRect();
    const QRect label = own.scene().layout.keyLabels;
    for (int y = plot.top() - 12; y < plot.top() - 2; ++y)
        for (int x = plot.left() + 2; x < plot.right(); ++x) {
            const double column = own.geometryOfCells().view.left() + (x - plot.left()) / own.geometryOfCells().cellWidth();
            if (std::abs(column - 5.5) > 0.8 || !label.contains(x, y)) QCOMPARE(pinned.pixelColor(x, y), bare.pixelColor(x, y));
        }
    QVERIFY(pinned.pixelColor(plot.left() + 4, plot.top()) != bare.pixelColor(plot.left() + 4, plot.top()) ||
            pinned.copy(plot) != bare.copy(plot));   // its row is marked, inside
}

// In the smallest window Compare is a page that scrolls: the wheel is the page's there, and zooms with Ctrl.
void TestCompareSeveral::aPageThatScrollsTakesTheWheel()
{
    test::WindowFixture f(m_model);
    f.window.resize(1024, 640);
    QVERIFY(two(f));
    AttentionView& own = view(f, "ownPicture");
    const QPointF at = own.geometryOfCells().rectOf({5, 3}).center();
    auto* page = f.window.findChild<QWidget*>("compareCentre");
    const int before = page->y();
    QWheelEvent plain = wheelOver(own, at, -120);
    QCoreApplication::sendEvent(&own, &plain);
    QVERIFY(own.geometryOfCells().isFitted());
    auto* area = qobject_cast<QScrollArea*>(page->parentWidget()->parentWidget());
    QVERIFY(!plain.isAccepted());   // it goes on to the page
    QWheelEvent onPage = wheelOver(*area->viewport(), QPointF(20, 20), -120);
    QCoreApplication::sendEvent(area->viewport(), &onPage);
    QVERIFY(page->y() < before);
    QWheelEvent withCtrl = wheelOver(own, at, 120, Qt::ControlModifier);
    QCoreApplication::sendEvent(&own, &withCtrl);
    QVERIFY(!own.geometryOfCells().isFitted());
    // Where nothing scrolls it zooms by itself.
    f.window.resize(1600, 1200);
    for (int i = 0; i < 6; ++i) QCoreApplication::processEvents();
    own.fit();
    QWheelEvent alone = wheelOver(own, own.geometryOfCells().plot.center(), 120);
    QCoreApplication::sendEvent(&own, &alone);
    QVERIFY(!own.geometryOfCells().isFitted());
}

void TestCompareSeveral::keysOfExploreChangeNothingHere()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f) && f.activate());
    AttentionView& kept = view(f, "keptPicture");
    kept.setFocus();
    const ViewState before = f.window.session().view();
    for (const Qt::Key key : {Qt::Key_H, Qt::Key_W}) QTest::keyClick(&kept, key);
    QVERIFY(f.window.session().view() == before);
    QTest::keyClick(&kept, Qt::Key_T);   // Compare has links of its own
    QVERIFY(f.window.session().view().parts == before.parts && f.window.session().view().compare.parts == ViewParts::Links);
    QVERIFY(!f.trigger("hideFirst"));
    QVERIFY(f.trigger("show_explore"));
    QVERIFY(f.trigger("hideFirst"));
}

void TestCompareSeveral::aShorterTextIsSeenWhole()
{
    test::WindowFixture f(m_model);
    QVERIFY(two(f));
    view(f, "ownPicture").showCells(QRectF(4, 4, 6, 6));
    f.window.session().setText("The cat");
    TRY_VERIFY(isCompared(f));
    QVERIFY(view(f, "keptPicture").geometryOfCells().isFitted() && view(f, "ownPicture").geometryOfCells().isFitted());
    QVERIFY(!f.window.session().view().compare.cells);
}

QTEST_MAIN(TestCompareSeveral)
#include "tst_compare_several.moc"
