// Large maps: nothing is computed by painting, nothing is computed for a view that has moved on, and nothing wrong is ever shown meanwhile.
#include <set>

#include <QtTest>

#include "tests/ui/plot_stage.h"
#include "tests/ui/slow_map.h"
#include "tests/ui/try.h"
#include "ui/figure/figure.h"
#include "ui/plot/matrix_plottable.h"
#include "ui/plot/scene_text.h"

using core::Index;
using test::SlowMap;
using test::SlowMapLog;
using ui::AttentionView;
using ui::Pair;

namespace {

// A view of one head without links, which have tests of their own.
struct Slow {
    SlowMapLog log;   // last to go: workers may still write to it
    std::unique_ptr<AttentionView> view = std::make_unique<AttentionView>();

    explicit Slow(ui::ViewParts parts = ui::ViewParts::Matrix)
    {
        log.latch.close();
        view->resize(900, 700);
        view->setParts(parts);
        view->show();
    }
    ~Slow()
    {
        log.latch.open();
        view.reset();
        settle();
    }
    core::MapPtr show(Index n)
    {
        const core::MapPtr map = std::make_shared<SlowMap>(test::causalMap(n), log);
        view->showMap(map, test::numberedLabels(n));
        return map;
    }
    // Lets all work under way come to its end, and its answers arrive.
    static void settle()
    {
        ui::Workers::shared().waitForIdle();
        QCoreApplication::processEvents();
    }
    QImage image() const { return view->grab().toImage(); }
    const ui::MatrixPicture& picture() const { return static_cast<ui::MatrixPlottable*>(view->plottable(0))->picture(); }
    // Zooms at a cell until the finest level is needed.
    void magnify(Pair about)
    {
        while (view->geometryOfCells().cellWidth() < 0.9) {
            const QPointF at = view->geometryOfCells().rectOf(about).center();
            QWheelEvent event(at, view->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.get(), &event);
        }
    }
};

QImage imageOf(const core::MapPtr& map, Index n)
{
    AttentionView view;
    view.resize(900, 700);
    view.setParts(ui::ViewParts::Matrix);
    view.showMap(map, test::numberedLabels(n));
    view.show();
    return view.grab().toImage();
}

}   // namespace

class TestPlotTiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paintingComputesNothingOfALargeMap();
    void pointingComputesNoMoreThanRows();
    void placesThatAreNotKnownYetLookLikeNothingElse();
    void scrollingAwayStopsRequests();
    void tilesOfAnOldMapAreDropped_data();
    void tilesOfAnOldMapAreDropped();
    void aViewMayGoWhileItsTilesAreComputed();
    void coarserTilesStandInAndSaySo();
    void theLastPictureStaysForAMoment();
    void linksOfALongTextArrive();
    void figuresAreWhole();
};

void TestPlotTiles::paintingComputesNothingOfALargeMap()
{
    Slow slow;
    slow.show(400);
    slow.image();
    QVERIFY(!slow.view->isComplete());
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
    QCOMPARE(slow.log.cellsOnGuiThread.load(), Index(0));
    QCOMPARE(slow.image(), imageOf(test::causalMap(400), 400));   // and the outcome is the same
}

void TestPlotTiles::pointingComputesNoMoreThanRows()
{
    Slow slow;
    slow.show(400);
    slow.view->setSelection({.head = {}, .pin = Pair{300, 20}, .peek = Pair{200, 10}, .peekHead = {}});
    slow.image();
    QVERIFY(slow.log.cellsOnGuiThread <= 4 * 400);   // the rows of peek and pin, and their cells
}

void TestPlotTiles::placesThatAreNotKnownYetLookLikeNothingElse()
{
    for (const auto kind : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
        Slow slow;
        slow.view->setTheme(ui::Theme::of({.theme = kind}));
        slow.show(400);
        const QImage image = slow.image();
        const ui::Theme theme = ui::Theme::of({.theme = kind});
        const QRect plot = slow.view->geometryOfCells().plot.toAlignedRect().adjusted(1, 1, -1, -1);
        for (int y = plot.top(); y <= plot.bottom(); y += 3)
            for (int x = plot.left(); x <= plot.right(); x += 3) {
                const QRgb color = image.pixel(x, y);
                QVERIFY(!test::isRampColor(color, ui::ColorMap::of(ui::MapName::Weight, {.theme = kind})));
                QVERIFY(color != theme.mask.rgb() && color != theme.maskLine.rgb());
            }
        QVERIFY(!slow.picture().complete && !slow.picture().pending.empty());
        QVERIFY(ui::noteOf(slow.view->scene(), {.tiles = ui::Tiles::Missing}).startsWith(QStringLiteral("Computing")));
    }
}

void TestPlotTiles::scrollingAwayStopsRequests()
{
    Slow slow;
    const Index n = 3000;
    slow.show(n);
    slow.magnify({10, 10});
    slow.image();   // asks for the tiles at the beginning of the text
    TRY_VERIFY(!slow.log.calls().empty());
    slow.view->fit();
    slow.magnify({n - 10, n - 10});
    const core::Span visible = slow.view->geometryOfCells().visibleRows();
    QVERIFY(visible.begin > n / 2);
    slow.image();   // … and now for those at its end
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
    std::set<std::pair<Index, Index>> old;
    for (const auto& [rows, keys] : slow.log.calls())
        if (rows.end <= n / 2) old.insert({rows.begin / core::kTileCells, keys.begin / core::kTileCells});
    QVERIFY(!old.empty());
    QVERIFY2(old.size() <= 2, qPrintable(QString::number(old.size())));   // those that were under way; the rest never began
}

void TestPlotTiles::tilesOfAnOldMapAreDropped_data()
{
    QTest::addColumn<bool>("painted");
    QTest::addRow("arrives after the new map was painted") << true;
    QTest::addRow("arrives before it") << false;
}

void TestPlotTiles::tilesOfAnOldMapAreDropped()
{
    QFETCH(bool, painted);
    Slow slow;
    slow.show(400);
    slow.image();
    TRY_VERIFY(!slow.log.calls().empty());
    if (!painted) {
        slow.log.latch.open();
        ui::Workers::shared().waitForIdle();   // finished, and not told yet
    }
    const core::MapPtr next = test::causalMap(300, 7);
    slow.view->showMap(next, test::numberedLabels(300));
    const QImage expected = imageOf(next, 300);
    if (painted) QCOMPARE(slow.image(), expected);
    const int drawn = slow.view->picturesDrawn();
    slow.log.latch.open();
    Slow::settle();
    QCOMPARE(slow.image(), expected);
    QVERIFY(slow.view->picturesDrawn() <= drawn + (painted ? 0 : 1));
    QVERIFY(slow.view->isComplete());
}

void TestPlotTiles::aViewMayGoWhileItsTilesAreComputed()
{
    Slow slow(ui::ViewParts::Both);
    const std::weak_ptr<const core::AttentionMap> map = slow.show(400);
    slow.image();
    TRY_VERIFY(!slow.log.calls().empty());
    slow.view.reset();   // does not wait for the latch
    QVERIFY(!map.expired());
    slow.log.latch.open();
    Slow::settle();
    QVERIFY(map.expired());
}

void TestPlotTiles::coarserTilesStandInAndSaySo()
{
    Slow slow;
    slow.show(2000);
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
    const Index fitted = slow.picture().pooled;
    QVERIFY(fitted >= 4);
    slow.log.latch.close();
    slow.view->zoomBy(6.0);
    slow.image();
    QVERIFY(!slow.picture().complete);
    QVERIFY(slow.picture().pending.empty());   // all of it was known from farther away
    QVERIFY(slow.picture().pooled >= 2);
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
    QVERIFY(slow.picture().pooled < fitted);
}

void TestPlotTiles::theLastPictureStaysForAMoment()
{
    Slow slow;
    slow.view->showMap(test::causalMap(300), test::numberedLabels(300));
    const QImage before = slow.image();
    slow.show(400);
    QCOMPARE(slow.image(), before);
    TRY_VERIFY(slow.image() != before);   // but not for ever
    QVERIFY(!slow.picture().pending.empty());
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
}

void TestPlotTiles::linksOfALongTextArrive()
{
    Slow slow(ui::ViewParts::Links);
    const Index n = 1200;
    slow.show(n);
    slow.image();
    QVERIFY(slow.view->scene().links.computing);
    QVERIFY(ui::noteOf(slow.view->scene()).contains(QStringLiteral("being computed"), Qt::CaseInsensitive));
    slow.log.latch.open();
    TRY_VERIFY((slow.image(), slow.view->isComplete()));
    const ui::LinkSet expected = *ui::LinkSet::of(*test::causalMap(n));
    QVERIFY(slow.view->scene().links.links == expected.links);
    QCOMPARE(slow.view->scene().links.hidden, expected.hidden);
    QVERIFY(expected.hidden > 0);
}

void TestPlotTiles::figuresAreWhole()
{
    QTemporaryDir folder;
    Slow slow;
    slow.log.latch.open();
    ui::FigureSpec spec{.model = QStringLiteral("m"), .labels = test::numberedLabels(400), .map = test::causalMap(400)};
    const std::filesystem::path plain = folder.filePath("plain.png").toStdString(), computed = folder.filePath("slow.png").toStdString();
    QVERIFY(ui::renderFigure(spec, plain));
    spec.map = std::make_shared<SlowMap>(test::causalMap(400), slow.log);
    QVERIFY(ui::renderFigure(spec, computed));
    QCOMPARE(QImage(QString::fromStdString(computed.string())), QImage(QString::fromStdString(plain.string())));
}

QTEST_MAIN(TestPlotTiles)
#include "tst_plot_tiles.moc"
