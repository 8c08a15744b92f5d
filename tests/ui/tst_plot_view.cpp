// What the attention view shows: the pixels and the words.
#include <limits>

#include <QtTest>

#include "tests/ui/plot_stage.h"
#include "ui/plot/label_strips.h"
#include "ui/plot/scene_text.h"
#include "ui/state/numbers.h"

using core::Index;
using test::Stage;
using ui::Pair;

class TestPlotView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panelsShareTheirRows();
    void noAbsentCellHasAColourOfTheRamp_data();
    void noAbsentCellHasAColourOfTheRamp();
    void brokenCellsAreShownAsErrors();
    void hiddenFirstTokenIsSaidAndRawStaysWithinReach();
    void pooledPicturesSaySo();
    void palePicturesSaySo();
    void missingLinksAreSaid();
    void marksCoverNoOtherLabel();
    void tinyAndEmptyTextsAreDrawn_data();
    void tinyAndEmptyTextsAreDrawn();
    void strangeLabelsAreDrawn();
    void changesOfTheSceneBetweenTwoFramesCostOneDrawing();
};

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
    stage.view.setTheme(ui::Theme::of({.theme = kind}));
    const QImage image = stage.view.grab().toImage();
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, {.theme = kind});
    for (Index i = 0; i < tokens; ++i) {
        const QPointF inside = stage.view.geometryOfCells().rectOf({i, i / 2}).topLeft() + QPointF(1.0, 1.0);   // beside the cell's number
        QVERIFY(test::isRampColor(image.pixel(inside.toPoint()), map));
        for (Index j = i + 1; j < tokens; j += 3) {
            const QRectF cell = stage.view.geometryOfCells().rectOf({i, j});   // a pixel belongs to the cell that holds its centre
            for (int x = int(std::ceil(cell.left() - 0.5)); x + 0.5 < cell.right(); ++x)
                for (int y = int(std::ceil(cell.top() - 0.5)); y + 0.5 < cell.bottom(); ++y)
                    QVERIFY2(!test::isRampColor(image.pixel(x, y), map), qPrintable(QStringLiteral("%1,%2").arg(i).arg(j)));
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
    QCOMPARE(image.pixel(cell.topLeft().toPoint() + QPoint(2, 2)),
             ui::ColorMap::of(ui::MapName::Weight, {.theme = ui::ThemeKind::Light}).errorColor());
    stage.moveTo(stage.at({9, 4}));
    QVERIFY(ui::tooltipOf(stage.view.scene(), {9, 4}).front().contains(QStringLiteral("not a number")));
}

void TestPlotView::hiddenFirstTokenIsSaidAndRawStaysWithinReach()
{
    Stage stage(16);
    stage.view.setHideFirst(true);
    stage.view.grab();
    const ui::PlotScene& scene = stage.view.scene();
    QVERIFY(ui::noteOf(scene).contains(QStringLiteral("first token hidden, rows renormalised")));
    Index row = 1;
    while (scene.map->cell(row, 0).weight < 0.05f) ++row;   // a row that hiding changes visibly
    const Pair pair{row, row};
    const QString raw = ui::printedWeight(double(scene.map->cell(row, row).weight)),
                  shown = ui::printedWeight(double(scene.shown->cell(row, row).weight));
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
    QVERIFY(ui::noteOf(stage.view.scene()).contains(QStringLiteral("Exact cells")));
    QVERIFY(ui::noteOf(stage.view.scene(), {.pooled = 8}).contains(QStringLiteral("Max of each 8 × 8")));
}

// 200 equal weights of at most 1 in 100 beside the first rows, which are not on screen.
void TestPlotView::palePicturesSaySo()
{
    const Index n = 200;
    test::CausalMatrix matrix(n);
    for (Index i = 0; i < n; ++i)
        for (Index j = 0; j <= i; ++j) matrix.weights(i, j) = 0.011f;
    Stage stage(16);
    const auto note = [&] {
        ui::TileStore tiles;
        const ui::PlotScene& scene = stage.view.scene();
        return ui::noteOf(scene, ui::PictureFacts::of(ui::MatrixPicture::of(scene.shown, scene.geometry, 1.0, scene.scale, tiles), scene));
    };
    QVERIFY(!note().contains(QStringLiteral("try")));
    stage.view.showMap(matrix.map(), test::numberedLabels(n));
    QVERIFY2(note().contains(QStringLiteral("no weight here is above 0.014: try the √ scale")), qPrintable(note()));
    stage.view.setScale({.kind = ui::ScaleKind::Sqrt});
    QVERIFY2(note().contains(QStringLiteral("try the log scale")), qPrintable(note()));
    stage.view.setScale({.kind = ui::ScaleKind::Log});
    QVERIFY(!note().contains(QStringLiteral("try")));
}

void TestPlotView::missingLinksAreSaid()
{
    Stage stage(16, {360, 500});
    QVERIFY(!stage.view.scene().showsLinks());
    QVERIFY(ui::noteOf(stage.view.scene()).contains(QStringLiteral("no room for links")));
    stage.view.resize(1000, 720);
    stage.view.grab();
    QVERIFY(stage.view.scene().showsLinks() && !stage.view.scene().links.links.empty());
    QVERIFY(!ui::noteOf(stage.view.scene()).contains(QStringLiteral("no room")));
}

void TestPlotView::marksCoverNoOtherLabel()
{
    Stage stage(33, {900, 620});   // rows of about 11 px
    const ui::PlotScene& scene = stage.view.scene();
    QVERIFY(scene.geometry.cellHeight() >= ui::kLabelsFrom && scene.geometry.cellHeight() < 16);
    for (const ui::LabelStrip strip : {ui::LabelStrip::LinkKeys, ui::LabelStrip::Queries}) {
        const QRectF mark = ui::labelMarkRect(scene, strip, 9);
        QVERIFY(mark.top() >= scene.geometry.yOf(9) - 1e-9 && mark.bottom() <= scene.geometry.yOf(10) + 1e-9);
    }
    const QRectF column = ui::labelMarkRect(scene, ui::LabelStrip::Keys, 9);
    QVERIFY(column.left() >= scene.geometry.xOf(9) - 1e-9 && column.right() <= scene.geometry.xOf(10) + 1e-9);
    stage.view.showMap(test::causalMap(200), test::numberedLabels(200));
    QVERIFY(ui::labelMarkRect(scene, ui::LabelStrip::Keys, 50).bottom() <= scene.layout.keyLabels.bottom() - 25);   // numbers stand below
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
    QVERIFY(ui::noteOf(stage.view.scene()).contains(QStringLiteral("never trained")));
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
