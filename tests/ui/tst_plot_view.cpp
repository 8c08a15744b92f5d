// The attention view as a person meets it: real mouse and key events on the widget, and the pixels it shows.
#include <limits>

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

#include "tests/ui/offscreen.h"
#include "tests/ui/plot_maps.h"
#include "ui/plot/attention_view.h"
#include "ui/plot/scene_text.h"

using core::Index;
using ui::AttentionView;
using ui::Pair;
using MaybePair = std::optional<Pair>;

namespace {

// A view with its owner: what it announces comes back as its selection.
struct Stage {
    AttentionView view;
    ui::Selection selection;
    std::vector<MaybePair> peeks;
    std::vector<MaybePair> pins;

    explicit Stage(Index n, QSize size = {1000, 720})
    {
        QObject::connect(&view, &AttentionView::peeked, &view,
                         [this](MaybePair pair) { peeks.push_back(pair), selection.peek = pair, view.setSelection(selection); });
        QObject::connect(&view, &AttentionView::pinned, &view,
                         [this](MaybePair pair) { pins.push_back(pair), selection.pin = pair, view.setSelection(selection); });
        view.resize(size);
        view.showMap(test::causalMap(n), test::numberedLabels(n));
        view.show();
        QCoreApplication::processEvents();
    }
    QPoint at(Pair pair) const { return view.geometryOfCells().rectOf(pair).center().toPoint(); }
    void moveTo(QPoint point)
    {
        QMouseEvent event(QEvent::MouseMove, point, view.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    }
    void wheel(QPoint point, int angle)
    {
        QWheelEvent event(point, view.mapToGlobal(point), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }
};

bool isRampColor(QRgb color, const ui::ColorMap& map)
{
    return std::find(map.entries().begin(), map.entries().end(), color | 0xFF000000u) != map.entries().end();
}

}   // namespace

class TestPlotView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hoverAnnouncesTheCellUnderThePointer();
    void hoverNeverDrawsThePlotAgain();
    void clickPinsAndASecondClickReleases();
    void draggingPansAndPinsNothing();
    void leavingTakesThePeekBack();
    void keysWalkPinAndRelease();
    void wheelZoomsAboutThePointer();
    void hoveringOverALinkMeansItsPair();
    void panelsShareTheirRows();
    void noAbsentCellHasAColourOfTheRamp_data();
    void noAbsentCellHasAColourOfTheRamp();
    void brokenCellsAreShownAsErrors();
    void hiddenFirstTokenIsSaidAndRawStaysWithinReach();
    void pooledPicturesSaySo();
    void tinyAndEmptyTextsAreDrawn_data();
    void tinyAndEmptyTextsAreDrawn();
    void strangeLabelsAreDrawn();
    void changesOfTheSceneBetweenTwoFramesCostOneDrawing();
};

void TestPlotView::hoverAnnouncesTheCellUnderThePointer()
{
    Stage stage(16);
    for (const Pair pair : {Pair{0, 0}, Pair{15, 0}, Pair{9, 4}, Pair{3, 12}}) {
        stage.moveTo(stage.at(pair));
        QCOMPARE(stage.peeks.back(), MaybePair(pair));
    }
    const std::size_t told = stage.peeks.size();
    stage.moveTo(stage.at({3, 12}) + QPoint(1, 1));   // the same cell is not told twice
    QCOMPARE(stage.peeks.size(), told);
    stage.moveTo({2, 2});
    QCOMPARE(stage.peeks.back(), MaybePair());
}

void TestPlotView::hoverNeverDrawsThePlotAgain()
{
    Stage stage(33);
    stage.view.grab();
    const int drawn = stage.view.picturesDrawn();
    QVERIFY(drawn >= 1);
    const QImage before = stage.view.grab().toImage();
    for (Index i = 0; i < 33; ++i) stage.moveTo(stage.at({i, i / 2})), stage.view.grab();
    QVERIFY(stage.view.grab().toImage() != before);   // the peek is seen
    QCOMPARE(stage.view.picturesDrawn(), drawn);
}

void TestPlotView::clickPinsAndASecondClickReleases()
{
    Stage stage(16);
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, stage.at({9, 4}));
    QCOMPARE(stage.pins, std::vector<MaybePair>{Pair({9, 4})});
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, stage.at({9, 4}));
    QCOMPARE(stage.pins.back(), MaybePair());
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, QPoint(3, 3));   // beside the matrix
    QCOMPARE(stage.pins.size(), std::size_t(2));
}

void TestPlotView::draggingPansAndPinsNothing()
{
    Stage stage(300);
    for (int i = 0; i < 6; ++i) stage.wheel(stage.at({150, 150}), 120);
    const QRectF before = stage.view.geometryOfCells().view;
    const QPoint from = stage.at({150, 150});
    QTest::mousePress(&stage.view, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(-40, -60), stage.view.mapToGlobal(from + QPoint(-40, -60)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&stage.view, &move);
    QTest::mouseRelease(&stage.view, Qt::LeftButton, {}, from + QPoint(-40, -60));
    const double cell = stage.view.geometryOfCells().cellWidth();
    QVERIFY(std::abs(stage.view.geometryOfCells().view.left() - before.left() - 40.0 / cell) < 1e-6);
    QVERIFY(std::abs(stage.view.geometryOfCells().view.top() - before.top() - 60.0 / cell) < 1e-6);
    QVERIFY(stage.pins.empty());
}

void TestPlotView::leavingTakesThePeekBack()
{
    Stage stage(16);
    stage.moveTo(stage.at({9, 4}));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&stage.view, &leave);
    QCOMPARE(stage.peeks.back(), MaybePair());
    stage.moveTo(stage.at({9, 4}));   // and the same cell counts anew
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{9, 4}));
}

void TestPlotView::keysWalkPinAndRelease()
{
    Stage stage(16);
    stage.selection.pin = Pair{5, 2};
    stage.view.setSelection(stage.selection);
    QTest::keyClick(&stage.view, Qt::Key_Down);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{6, 2}));
    QTest::keyClick(&stage.view, Qt::Key_End);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{6, 6}));   // last allowed key
    QTest::keyClick(&stage.view, Qt::Key_Return);
    QCOMPARE(stage.pins.back(), MaybePair(Pair{6, 6}));
    QTest::keyClick(&stage.view, Qt::Key_Escape);
    QCOMPARE(stage.peeks.back(), MaybePair());
    QTest::keyClick(&stage.view, Qt::Key_Escape);
    QCOMPARE(stage.pins.back(), MaybePair());
}

void TestPlotView::wheelZoomsAboutThePointer()
{
    Stage stage(300);
    const QPoint point = stage.at({200, 100});
    const MaybePair before = stage.view.geometryOfCells().cellAt(point);
    for (int i = 0; i < 5; ++i) stage.wheel(point, 120);
    QCOMPARE(stage.view.geometryOfCells().cellAt(point), before);
    QVERIFY(stage.view.geometryOfCells().cellWidth() > 2.9 * stage.view.geometryOfCells().plot.width() / 300);
    QTest::keyClick(&stage.view, Qt::Key_0);
    QVERIFY(stage.view.geometryOfCells().isFitted());
}

void TestPlotView::hoveringOverALinkMeansItsPair()
{
    Stage stage(16);
    const ui::Link link = stage.view.scene().links.links.back();
    const QPointF on = stage.view.scene().curves().path(link).pointAtPercent(0.02);
    stage.moveTo(on.toPoint());
    QVERIFY(stage.peeks.back().has_value());
    QCOMPARE(stage.peeks.back()->key, link.key);   // close to its end only links of that key are near
}

void TestPlotView::panelsShareTheirRows()
{
    Stage stage(33);
    const auto rects = stage.view.findChildren<QCPAxisRect*>();
    QCOMPARE(rects.size(), 3);
    const ui::PlotScene& scene = stage.view.scene();
    for (const QCPAxisRect* rect : rects) {
        if (rect->rect() == scene.layout.matrix || rect->rect() == scene.layout.links)
            for (Index i = 0; i < 33; ++i)
                QVERIFY(std::abs(rect->axis(QCPAxis::atLeft)->coordToPixel(double(i) + 0.5) - scene.geometry.rowCentre(i)) <= 1.0);
        else
            QCOMPARE(rect->rect(), scene.layout.chart);
    }
    const ui::Link link = scene.links.links.front();
    QVERIFY(std::abs(scene.curves().path(link).pointAtPercent(1.0).y() - scene.geometry.rowCentre(link.query)) < 1e-9);
}

void TestPlotView::noAbsentCellHasAColourOfTheRamp_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("tokens");
    for (const int tokens : {16, 120})
        for (const int theme : {0, 1}) QTest::addRow("%s %d", theme ? "dark" : "light", tokens) << theme << tokens;
}

void TestPlotView::noAbsentCellHasAColourOfTheRamp()
{
    QFETCH(int, theme);
    QFETCH(int, tokens);
    Stage stage(tokens);
    const auto kind = theme ? ui::ThemeKind::Dark : ui::ThemeKind::Light;
    stage.view.setTheme(ui::Theme::of(kind));
    const QImage image = stage.view.grab().toImage();
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, kind);
    for (Index i = 0; i < tokens; ++i) {
        QVERIFY(isRampColor(image.pixel(stage.at({i, i / 2})), map));
        for (Index j = i + 1; j < tokens; j += 3) {
            const QRectF cell = stage.view.geometryOfCells().rectOf({i, j});   // a pixel belongs to the cell that holds its centre
            for (int x = int(std::ceil(cell.left() - 0.5)); x + 0.5 < cell.right(); ++x)
                for (int y = int(std::ceil(cell.top() - 0.5)); y + 0.5 < cell.bottom(); ++y)
                    QVERIFY2(!isRampColor(image.pixel(x, y), map), qPrintable(QStringLiteral("%1,%2").arg(i).arg(j)));
        }
    }
}

void TestPlotView::brokenCellsAreShownAsErrors()
{
    test::CausalMatrix matrix(16);
    matrix.weights(9, 4) = std::numeric_limits<float>::quiet_NaN();
    Stage stage(16);
    stage.view.showMap(matrix.map(), test::numberedLabels(16));
    const QImage image = stage.view.grab().toImage();
    const QRectF cell = stage.view.geometryOfCells().rectOf({9, 4});
    QCOMPARE(image.pixel(cell.topLeft().toPoint() + QPoint(2, 2)), ui::ColorMap::of(ui::MapName::Weight, ui::ThemeKind::Light).errorColor());
    stage.moveTo(stage.at({9, 4}));
    QVERIFY(ui::tooltipOf(stage.view.scene(), {9, 4}).front().contains(QStringLiteral("NaN")));
}

void TestPlotView::hiddenFirstTokenIsSaidAndRawStaysWithinReach()
{
    Stage stage(16);
    stage.view.setHideFirst(true);
    stage.view.grab();
    const ui::PlotScene& scene = stage.view.scene();
    QVERIFY(ui::noteOf(scene, 1).contains(QStringLiteral("first token hidden, rows renormalised")));
    Index row = 1;
    while (scene.map->cell(row, 0).weight < 0.05f) ++row;   // a row that hiding changes visibly
    const Pair pair{row, row};
    const QString raw = ui::weightText(double(scene.map->cell(row, row).weight)), shown = ui::weightText(double(scene.shown->cell(row, row).weight));
    QVERIFY(raw != shown);
    QVERIFY(ui::tooltipOf(scene, pair).front().contains(shown));
    QVERIFY(ui::tooltipOf(scene, pair).front().contains(QStringLiteral("raw ") + raw));
    QVERIFY(ui::tooltipOf(scene, {9, 0}).front().contains(QStringLiteral("hidden")));
    QVERIFY(ui::tooltipOf(scene, {4, 9}).front().contains(QStringLiteral("future")));
    QVERIFY(std::none_of(scene.links.links.begin(), scene.links.links.end(), [](const ui::Link& link) { return link.key == 0; }));
}

void TestPlotView::pooledPicturesSaySo()
{
    Stage stage(16);
    QVERIFY(ui::noteOf(stage.view.scene(), 1).contains(QStringLiteral("Exact cells")));
    QVERIFY(ui::noteOf(stage.view.scene(), 8).contains(QStringLiteral("Max of each 8 × 8")));
}

void TestPlotView::tinyAndEmptyTextsAreDrawn_data()
{
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("parts");
    for (const int tokens : {0, 1, 2})
        for (const int parts : {0, 1, 2}) QTest::addRow("%d tokens, parts %d", tokens, parts) << tokens << parts;
}

void TestPlotView::tinyAndEmptyTextsAreDrawn()
{
    QFETCH(int, tokens);
    QFETCH(int, parts);
    Stage stage(tokens);
    stage.view.setParts(ui::ViewParts(parts));
    stage.view.setHideFirst(true);
    stage.view.grab();
    stage.view.setHideFirst(false);
    stage.selection.pin = Pair{Index(tokens), Index(tokens)};   // no longer in the text
    stage.view.setSelection(stage.selection);
    QVERIFY(!stage.view.grab().isNull());
    for (const int key : {Qt::Key_Down, Qt::Key_End, Qt::Key_Return, Qt::Key_Plus}) QTest::keyClick(&stage.view, Qt::Key(key));
    stage.wheel({300, 300}, 120);
    stage.moveTo({300, 300});
    stage.view.resize(60, 40);   // smaller than everything in it
    QVERIFY(!stage.view.grab().isNull());
    stage.view.showMap(nullptr, {});
    QVERIFY(!stage.view.grab().isNull());
}

void TestPlotView::strangeLabelsAreDrawn()
{
    Stage stage(6);
    ui::AxisLabels labels;
    labels.texts = {QString(100000, QLatin1Char('w')),
                    QStringLiteral("שלום עולם"),
                    QStringLiteral("注意力机制"),
                    QStringLiteral("👩‍👩‍👧‍👦🧠"),
                    QString(),
                    QString(QChar(0xD800))};
    labels.trainedContext = 3;
    stage.view.showMap(test::causalMap(6), labels);
    for (Index i = 0; i < 6; ++i) {
        stage.moveTo(stage.at({i, 0}));
        QVERIFY(!stage.view.grab().isNull());
    }
    QVERIFY(ui::noteOf(stage.view.scene(), 1).contains(QStringLiteral("never trained")));
}

void TestPlotView::changesOfTheSceneBetweenTwoFramesCostOneDrawing()
{
    Stage stage(16);
    stage.view.grab();
    const int drawn = stage.view.picturesDrawn();
    stage.view.setScale({.kind = ui::ScaleKind::Log});
    stage.view.setHideFirst(true);
    stage.view.setTheme(ui::Theme::dark());
    stage.view.showMap(test::causalMap(16, 2), test::numberedLabels(16));
    stage.view.grab();
    QCoreApplication::processEvents();
    QCOMPARE(stage.view.picturesDrawn(), drawn + 1);
}

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
