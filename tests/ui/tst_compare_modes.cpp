// What the pictures of Compare show in each mode, through the window: every colour is what its cell is, and the legend counts them.
#include "compared_window.h"
#include "core/attention/pattern_union.h"
#include "ui/plot/cell_facts.h"
#include "ui/plot/compare_cells.h"
#include "ui/plot/row_words.h"
#include "ui/state/pattern_hues.h"
#include "ui/views/compare/legend_line.h"
#include "ui/views/compare/row_strips.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestCompareModes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyColouredCellIsAllowedByThatPart_data();
    void everyColouredCellIsAllowedByThatPart();
    void theLegendCountsThePairs();
    void theLegendCountsTilesAsTheCostCard();
    void everyTileHasItsColour();
    void aCellSaysWhatItIs();
    void modesAreChosenByKeysAndByTools();
    void aSessionKeepsTheMode();
    void theDifferenceComesAndGoes();
    void picturesAreSwapped();
    void linksHaveNoClasses();
    void aLongTextIsDrawnByTiles();
    void weightsComeBack();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

void show(test::WindowFixture& f, CompareMode mode)
{
    test::change(f, [mode](Comparing& c) { c.mode = mode; });
    TRY_VERIFY(test::isCompared(f));
}

// Of a plain cell: near its upper left corner, where no letter stands.
QColor pixelOf(const QImage& image, const AttentionView& view, Pair pair)
{
    const QRectF cell = view.geometryOfCells().rectOf(pair);
    return image.pixelColor((QPointF(cell.left() + 2, cell.top() + 2) * image.devicePixelRatio()).toPoint());
}

QImage pictureOf(AttentionView& view) { return view.grab().toImage(); }

const ComparedPattern& shown(test::WindowFixture& f) { return *f.window.comparing().state().comparison->pattern(f.window.session().shownPattern()); }

}   // namespace

void TestCompareModes::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestCompareModes::everyColouredCellIsAllowedByThatPart_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<ThemeKind>("theme");
    for (const char* pattern : {"causal & (window(3) | sinks(1) | strided(5))", "sinks(2) | window(4)", "causal & topk(2)",
                                "window(2) | window(6) & strided(3)", "cells(9:1-4) | (causal & topk(1))"})
        for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Contrast})
            QTest::addRow("%s %d", pattern, int(theme)) << QString(pattern) << theme;
}

// The order of colouring is that of the panel's rows: window before sinks, however the expression was written.
void TestCompareModes::everyColouredCellIsAllowedByThatPart()
{
    QFETCH(QString, pattern);
    QFETCH(ThemeKind, theme);
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    f.window.session().setLook({.theme = theme});
    f.window.session().setPatterns({pattern}, "pattern");
    TRY_VERIFY(test::isCompared(f));
    show(f, CompareMode::AllowedBy);
    AttentionView& kept = test::picture(f, "keptPicture");
    const QImage image = pictureOf(kept);
    const core::AllowedBy& allowedBy = shown(f).allowedBy;
    const std::vector<QColor> colors = colorsOf(allowedBy, Theme::of(f.window.session().view().look));
    for (std::size_t part = 1; part < colors.size(); ++part)   // also those of one kind
        for (std::size_t other = 0; other < part; ++other) QVERIFY(colors[part] != colors[other]);
    for (std::size_t part = 1; part < allowedBy.parts.size(); ++part) {
        const auto place = [&](std::size_t i) { return int(kindOfPart(allowedBy.parts[i].text).value_or(BlockKind(kBlockKinds))); };
        QVERIFY(place(part - 1) <= place(part));
    }
    const core::Index n = f.recording().size();
    const core::BlockLayout& layout = *shown(f).effect.layout;
    for (core::Index i = 0; i < n; ++i)
        for (core::Index j = 0; j < n; ++j) {
            const QColor color = pixelOf(image, kept, {i, j});
            const auto first = std::ranges::find_if(allowedBy.parts, [&](const core::PatternPart& part) { return part.layout->allows(i, j); });
            if (layout.allows(i, j))
                QCOMPARE(color.rgb(), colors[std::size_t(first - allowedBy.parts.begin())].rgb());
            else
                QVERIFY(std::ranges::none_of(colors, [&](const QColor& each) { return each.rgb() == color.rgb(); }));
        }
}

void TestCompareModes::theLegendCountsThePairs()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    f.window.session().setPatterns({"sinks(2) | window(4) | strided(5)"}, "pattern");
    TRY_VERIFY(test::isCompared(f));
    QVERIFY(!f.shows("compareLegend"));
    show(f, CompareMode::AllowedBy);
    QVERIFY(f.shows("compareLegend"));
    const core::Index n = f.recording().size();
    const core::Pattern stride = *core::Pattern::parse("strided(5)");
    core::Index window = 0, strided = 0, sinks = 0;
    for (core::Index i = 0; i < n; ++i)
        for (core::Index j = 0; j <= i; ++j) i - j < 4 ? ++window : j < 2 ? ++sinks : stride.allows({i}, {j}, n) ? ++strided : 0;
    const CellLegend& legend = f.widget<LegendLine>("compareLegend").legend();
    QCOMPARE(legend.entries.size(), std::size_t(3));
    QVERIFY2(legend.entries[0].text.startsWith(QString("window(4): %1").arg(window)), qPrintable(legend.words()));
    QVERIFY2(legend.entries[1].text.startsWith(QString("sinks(2): %1 of its").arg(sinks)), qPrintable(legend.words()));
    QVERIFY2(legend.entries[2].text.startsWith(QString("strided(5): %1").arg(strided)), qPrintable(legend.words()));
    QVERIFY(legend.total.contains(QString("%1 pairs").arg(window + sinks + strided)));
    QCOMPARE(window + sinks + strided, shown(f).effect.layout->pairs());
    QCOMPARE(f.widget<QWidget>("compareLegend").accessibleName(), legend.words());
    const Theme theme = Theme::of(f.window.session().view().look);
    QCOMPARE(legend.entries[0].color, hueOf(BlockKind::Window, theme));
    QCOMPARE(legend.entries[0].letter, QString("W"));
}

void TestCompareModes::theLegendCountsTilesAsTheCostCard()
{
    test::WindowFixture f(m_model, QString("The cat sat on the mat because it was tired. ").repeated(5));
    QVERIFY(test::comparing(f));
    show(f, CompareMode::Tiles);
    const ComparisonState& state = f.window.comparing().state();
    TRY_VERIFY(state.costs && state.costs->columns.size() == 2);
    const core::PatternCost &own = *state.costs->columns[0].cost, &kept = *state.costs->columns[1].cost;
    const core::TileCounts& counts = shown(f).tiles.counts;
    QCOMPARE(counts.edge, state.costs->shape.tile);
    QCOMPARE(counts.touched(), kept.tilesTouched);
    QCOMPARE(counts.all, kept.tilesAll);
    QCOMPARE(counts.usefulShare(), kept.usefulShare);
    QCOMPARE(state.comparison->tiles.counts.touched(), own.tilesTouched);
    const CellLegend& legend = f.widget<LegendLine>("compareLegend").legend();
    QVERIFY2(legend.total.contains(QString("sparse: %1 of %2 tiles").arg(kept.tilesTouched).arg(kept.tilesAll)), qPrintable(legend.words()));
    QVERIFY2(legend.total.contains(QString("own: %1 of %2 tiles").arg(own.tilesTouched).arg(own.tilesAll)), qPrintable(legend.words()));
    QVERIFY2(legend.total.contains(QString::number(kept.usefulShare, 'f', 2)), qPrintable(legend.words()));
    QVERIFY(legend.entries[0].text.contains(QString::number(counts.full)) && legend.entries[1].text.contains(QString::number(counts.partial)));
    QVERIFY(legend.entries[3].text.contains(QString::number(counts.skipped())) && counts.skipped() > 0);
}

void TestCompareModes::everyTileHasItsColour()
{
    test::WindowFixture f(m_model, QString("The cat sat on the mat because it was tired. ").repeated(3));
    QVERIFY(test::comparing(f));
    f.window.session().setPatterns({"causal & (window(4) | sinks(20))"}, "pattern");
    TRY_VERIFY(test::isCompared(f));
    show(f, CompareMode::Tiles);
    const std::vector<LegendEntry> entries = f.widget<LegendLine>("compareLegend").legend().entries;
    const core::Index n = f.recording().size();
    for (const auto& [name, layout] :
         {std::pair("ownPicture", f.window.comparing().state().comparison->effect.layout), std::pair("keptPicture", shown(f).effect.layout)}) {
        AttentionView& view = test::picture(f, name);
        view.showCells(QRectF(10, 10, 24, 24));   // around corners of tiles; cells of some pixels
        TRY_VERIFY(view.isComplete());
        const QImage image = pictureOf(view);
        for (core::Index i = 11; i < 33; ++i)
            for (core::Index j = 11; j < 33; ++j) {
                if (i % 16 == 0 || j % 16 == 0) continue;   // a line runs there
                const core::TileClass kind = layout->classOf(core::intersectionOf({i / 16 * 16, i / 16 * 16 + 16}, {0, n}),
                                                             core::intersectionOf({j / 16 * 16, j / 16 * 16 + 16}, {0, n}));
                const QRectF cell = view.geometryOfCells().rectOf({i, j});
                const QColor color = image.pixelColor(cell.center().toPoint());
                const bool isSkipped = kind == core::TileClass::Empty;
                const std::size_t wanted = kind == core::TileClass::Full ? 0 : layout->allows(i, j) ? 1 : 2;
                if (!isSkipped) QCOMPARE(color.rgb(), entries[wanted].color.rgb());
                for (std::size_t each = 0; each < 3 && isSkipped; ++each) QVERIFY(color.rgb() != entries[each].color.rgb());
            }
    }
}

void TestCompareModes::aCellSaysWhatItIs()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    f.window.session().setPatterns({"sinks(2) | window(4)"}, "pattern");
    TRY_VERIFY(test::isCompared(f));
    const AttentionView& kept = test::picture(f, "keptPicture");
    show(f, CompareMode::AllowedBy);
    QCOMPARE(printedWeightOf(kept.scene(), {3, 1}), QString("allowed by window(4), also by sinks(2)"));
    QCOMPARE(printedWeightOf(kept.scene(), {9, 1}), QString("allowed by sinks(2)"));
    QVERIFY(printedWeightOf(kept.scene(), {9, 3}).startsWith("not allowed"));
    QVERIFY2(spokenCell(kept.scene(), {3, 1}).contains("Allowed by window(4), also by sinks(2)."), qPrintable(spokenCell(kept.scene(), {3, 1})));
    QVERIFY2(rowSummary(kept.scene(), 9).contains("Allowed by sinks(2): 2 keys."), qPrintable(rowSummary(kept.scene(), 9)));
    show(f, CompareMode::Tiles);
    QVERIFY(spokenCell(kept.scene(), {3, 1}).contains("artial tile"));
    show(f, CompareMode::Pairs);
    QVERIFY2(spokenCell(kept.scene(), {9, 1}).contains("one of 6 keys") && !spokenCell(kept.scene(), {9, 1}).contains("Weight"),
             qPrintable(spokenCell(kept.scene(), {9, 1})));
}

void TestCompareModes::modesAreChosenByKeysAndByTools()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    AttentionView& kept = test::picture(f, "keptPicture");
    const auto mode = [&] { return f.window.session().view().compare.mode; };
    QVERIFY(f.trigger("showAllowedBy"));
    QVERIFY(mode() == CompareMode::AllowedBy && kept.scene().map == shown(f).allowedBy.map);
    QTest::keyClick(&kept, Qt::Key_A);
    QVERIFY(mode() == CompareMode::Tiles && kept.scene().map == shown(f).tiles.map);
    QVERIFY(f.window.findChild<QAction*>("showTiles")->isChecked() && !f.window.findChild<QAction*>("showAllowedBy")->isChecked());
    QTest::keyClick(&kept, Qt::Key_A);
    QTest::keyClick(&kept, Qt::Key_A);
    QVERIFY(mode() == CompareMode::Weights && kept.scene().map == shown(f).kept);
}

void TestCompareModes::aSessionKeepsTheMode()
{
    const QString file = m_folder.filePath("modes.fovea.json");
    {
        test::WindowFixture f(m_model);
        QVERIFY(test::comparing(f));
        test::change(f, [](Comparing& c) {
            c.mode = CompareMode::Tiles;
            c.difference = DifferencePicture::Hidden;
            c.order = PictureOrder::SparseFirst;
        });
        test::picture(f, "ownPicture").showCells(QRectF(2, 3, 5, 5));
        f.nextSession = file;
        QVERIFY(f.trigger("saveSession"));
        TRY_VERIFY(QFile::exists(file));
    }
    test::WindowFixture f(m_model, "Another text");
    TRY_VERIFY(f.isSettled());
    f.window.openPath(file);
    TRY_VERIFY(f.shows("compare") && test::isCompared(f));
    const Comparing& compare = f.window.session().view().compare;
    QVERIFY(compare.mode == CompareMode::Tiles && compare.difference == DifferencePicture::Hidden && compare.order == PictureOrder::SparseFirst);
    for (const char* name : {"ownPicture", "keptPicture"}) QCOMPARE(test::picture(f, name).geometryOfCells().view, QRectF(2, 3, 5, 5));
}

void TestCompareModes::theDifferenceComesAndGoes()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    AttentionView& kept = test::picture(f, "keptPicture");
    const int narrow = kept.width();
    QTest::keyClick(&kept, Qt::Key_D);
    QVERIFY(!f.shows("movedPicture") && !f.window.findChild<QAction*>("showDifference")->isChecked());
    TRY_VERIFY(test::isCompared(f));
    QVERIFY(kept.width() > narrow);
    // The strips stand beside the picture that is the last now, row by row.
    const auto& strips = f.widget<RowStrips>("rowStrips");
    const int above = strips.mapFromGlobal(kept.mapToGlobal(QPoint())).y();
    QCOMPARE(strips.scene().cells.plot.top(), kept.geometryOfCells().plot.top() + above);
    QCOMPARE(strips.scene().cells.cellHeight(), kept.geometryOfCells().cellHeight());
    QVERIFY(strips.x() >= kept.mapTo(strips.parentWidget(), QPoint(kept.width(), 0)).x());
    QTest::keyClick(&kept, Qt::Key_D);
    QVERIFY(f.shows("movedPicture"));
    QCOMPARE(kept.width(), narrow);
}

void TestCompareModes::picturesAreSwapped()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    AttentionView &own = test::picture(f, "ownPicture"), &kept = test::picture(f, "keptPicture");
    const auto left = [&](const AttentionView& view) { return view.mapTo(&f.window, QPoint()).x(); };
    const int first = left(own), second = left(kept);
    QVERIFY(first < second);
    QTest::keyClick(&kept, Qt::Key_X);
    QCOMPARE(left(kept), first);
    QCOMPARE(left(own), second);
    QVERIFY(own.scene().map == f.window.comparing().state().comparison->own);   // each stays what it is
    QTest::keyClick(&kept, Qt::Key_X);
    QCOMPARE(left(own), first);
}

void TestCompareModes::linksHaveNoClasses()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    test::change(f, [](Comparing& c) {
        c.mode = CompareMode::AllowedBy;
        c.parts = ViewParts::Links;
    });
    TRY_VERIFY(test::isCompared(f));
    const PlotScene& scene = test::picture(f, "keptPicture").scene();
    QVERIFY(scene.map == shown(f).pairs && !scene.hasClasses());
    QCOMPARE(core::Index(scene.links.links.size()), shown(f).effect.layout->pairs());
    QVERIFY(!f.shows("compareLegend"));
}

// Of 1,100 tokens: some cells share a pixel, and are shown by the first part of them.
void TestCompareModes::aLongTextIsDrawnByTiles()
{
    test::WindowFixture f(m_model, QString("The cat sat on the mat. ").repeated(40));
    QVERIFY(test::comparing(f));
    show(f, CompareMode::AllowedBy);
    AttentionView& kept = test::picture(f, "keptPicture");
    const core::Index n = f.recording().size();
    QVERIFY(kept.geometryOfCells().cellWidth() < 2.0);
    kept.showCells(QRectF(double(n) - 40, double(n) - 40, 40, 40));
    TRY_VERIFY(kept.isComplete());
    const QImage image = pictureOf(kept);
    const std::vector<QColor> colors = colorsOf(shown(f).allowedBy, Theme::of(f.window.session().view().look));
    for (core::Index i = n - 39; i < n - 1; ++i) QCOMPARE(pixelOf(image, kept, {i, i - 1}).rgb(), colors.front().rgb());
}

void TestCompareModes::weightsComeBack()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    AttentionView& kept = test::picture(f, "keptPicture");
    f.window.session().setScale(ScaleKind::Log);
    const QImage before = pictureOf(kept);
    show(f, CompareMode::AllowedBy);
    QVERIFY(kept.scene().scale.kind == ScaleKind::Linear);   // classes are no weights, whatever the scale
    show(f, CompareMode::Weights);
    QVERIFY(kept.scene().scale.kind == ScaleKind::Log && !kept.scene().meaning);
    QCOMPARE(pictureOf(kept), before);
}

QTEST_MAIN(TestCompareModes)
#include "tst_compare_modes.moc"
