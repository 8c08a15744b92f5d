// Rows and columns selected on their rulers, strong cells found by the keyboard, and which links are drawn.
#include <numeric>

#include <QRadioButton>
#include <QSlider>
#include <QtTest>

#include "tests/ui/plot_stage.h"
#include "ui/plot/scene_text.h"
#include "ui/views/explore/link_threshold.h"

using core::Index;
using test::MaybePair;
using test::Stage;
using ui::LinkMode;
using ui::LinkRule;
using ui::Pair;

class TestPlotSelecting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void draggingAlongALabelStripSelectsAndZGoesThere();
    void bothRulersTogetherFrameABlock();
    void aClickOrEscapeEndsTheSelection();
    void anotherMatrixHasNoSelection();
    void controlAndArrowsWalkFromStrongCellToStrongCell();
    void whatIsStrongIsTheRuleOfTheLinks();
    void theThresholdDecidesWhichLinksAreDrawn();
    void everyStepOfTheSliderIsThere();
    void theButtonNamesItsRule();
};

namespace {

void drag(ui::AttentionView& view, QPoint from, QPoint to)
{
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    for (const QPoint at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
    }
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
}

QPoint onRows(const ui::AttentionView& view, Index row)
{
    return {view.scene().layout.queryLabels.center().x(), int(view.geometryOfCells().rowCentre(row))};
}

QPoint onColumns(const ui::AttentionView& view, Index key)
{
    return {int(view.geometryOfCells().columnCentre(key)), view.scene().layout.keyLabels.center().y()};
}

}   // namespace

void TestPlotSelecting::draggingAlongALabelStripSelectsAndZGoesThere()
{
    Stage stage(60);
    drag(stage.view, onRows(stage.view, 40), onRows(stage.view, 29));   // upwards as well as downwards
    QCOMPARE(stage.view.scene().selectedRows, (core::Span{29, 41}));
    QVERIFY(stage.pins.empty());
    QVERIFY(stage.view.geometryOfCells().isFitted());
    QTest::keyClick(&stage.view, Qt::Key_Z);
    const ui::MatrixGeometry& g = stage.view.geometryOfCells();
    QVERIFY(!g.isFitted());
    QVERIFY(g.visibleRows().begin <= 29 && g.visibleRows().end >= 41 && g.visibleRows().size() <= 20);
    QVERIFY(g.visibleKeys().contains(35));   // along the diagonal, where only rows are selected
    QCOMPARE(g.cellWidth(), g.cellHeight());
    QTest::keyClick(&stage.view, Qt::Key_0);
    QVERIFY(g.isFitted());
}

void TestPlotSelecting::bothRulersTogetherFrameABlock()
{
    Stage stage(60);
    drag(stage.view, onRows(stage.view, 50), onRows(stage.view, 57));
    drag(stage.view, onColumns(stage.view, 3), onColumns(stage.view, 10));
    QCOMPARE(stage.view.scene().selectedKeys, (core::Span{3, 11}));
    QTest::keyClick(&stage.view, Qt::Key_Z);
    const ui::MatrixGeometry& g = stage.view.geometryOfCells();
    for (const Pair corner : {Pair{50, 3}, Pair{57, 10}}) QVERIFY(g.plot.adjusted(-1, -1, 1, 1).contains(g.rectOf(corner)));
    QVERIFY(g.cellHeight() <= ui::kZoomLimit + 1e-9);
}

void TestPlotSelecting::aClickOrEscapeEndsTheSelection()
{
    Stage stage(20);
    drag(stage.view, onRows(stage.view, 5), onRows(stage.view, 9));
    const QPoint row = onRows(stage.view, 7);
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, row);
    QVERIFY(stage.view.scene().selectedRows.empty());
    drag(stage.view, onColumns(stage.view, 5), onColumns(stage.view, 9));
    QVERIFY(!stage.view.scene().selectedKeys.empty());
    stage.goBack();
    QVERIFY(stage.view.scene().selectedKeys.empty());
    QTest::keyClick(&stage.view, Qt::Key_Z);   // nothing is selected, and nothing happens
    QVERIFY(stage.view.geometryOfCells().isFitted());
}

void TestPlotSelecting::anotherMatrixHasNoSelection()
{
    Stage stage(20);
    drag(stage.view, onRows(stage.view, 5), onRows(stage.view, 9));
    stage.view.showMap(test::causalMap(12, 2), test::numberedLabels(12));
    QVERIFY(stage.view.scene().selectedRows.empty());
}

void TestPlotSelecting::controlAndArrowsWalkFromStrongCellToStrongCell()
{
    Stage stage(30);
    const core::AttentionMap& map = *stage.view.scene().map;
    stage.selection.pin = Pair{25, 12};
    stage.view.setSelection(stage.selection);
    const auto strongIn = [&](Index count, const auto& weightAt) {
        std::vector<float> weights;
        for (Index i = 0; i < count; ++i) weights.push_back(weightAt(i));
        std::vector<Index> strong;
        for (const ui::Link& link : ui::linksOfRow(0, weights.data(), count)) strong.push_back(link.key);
        std::sort(strong.begin(), strong.end());
        return strong;
    };
    const std::vector<Index> row = strongIn(30, [&](Index key) { return map.cell(25, key).weight; });
    const auto right = std::upper_bound(row.begin(), row.end(), 12), left = std::lower_bound(row.begin(), row.end(), 12);
    QVERIFY(right != row.end() && left != row.begin());
    QTest::keyClick(&stage.view, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{25, *right}));
    stage.selection.peek.reset();
    stage.view.setSelection(stage.selection);
    QTest::keyClick(&stage.view, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{25, *std::prev(left)}));

    stage.selection.peek.reset();
    stage.view.setSelection(stage.selection);
    const std::vector<Index> column = strongIn(30, [&](Index query) { return map.cell(query, 12).weight; });
    const auto down = std::upper_bound(column.begin(), column.end(), 25);
    QTest::keyClick(&stage.view, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(stage.selection.peek, MaybePair(Pair{down == column.end() ? 25 : *down, 12}));   // beyond the last it stays
}

// A cell is strong where a link would be drawn.
void TestPlotSelecting::whatIsStrongIsTheRuleOfTheLinks()
{
    Stage stage(30);
    const core::AttentionMap& map = *stage.view.scene().map;
    std::vector<Index> byWeight(26);
    std::iota(byWeight.begin(), byWeight.end(), 0);
    std::ranges::sort(byWeight, {}, [&](Index key) { return -map.cell(25, key).weight; });
    const auto walked = [&](const LinkRule& rule) {
        stage.view.setLinkRule(rule);
        stage.selection = {.pin = Pair{25, 0}};
        stage.view.setSelection(stage.selection);
        std::vector<Index> keys;
        for (Index at = 0;;) {   // where it begins, strong or not
            QTest::keyClick(&stage.view, Qt::Key_Right, Qt::ControlModifier);
            if (stage.selection.peek->key == at) return keys;
            keys.push_back(at = stage.selection.peek->key);
        }
    };
    for (const std::size_t count : {2, 5, 12}) {
        std::vector<Index> strong(byWeight.begin(), byWeight.begin() + std::ptrdiff_t(count));
        std::ranges::sort(strong);
        std::erase(strong, 0);
        QCOMPARE(walked(LinkRule::ofWeight(double(map.cell(25, byWeight[count - 1]).weight))), strong);
    }
    QVERIFY(walked(LinkRule::ofShare(0.99)).size() > walked(LinkRule::ofShare(0.3)).size());
}

void TestPlotSelecting::theThresholdDecidesWhichLinksAreDrawn()
{
    Stage stage(24);
    const auto& links = stage.view.scene().links.links;
    QVERIFY(ui::noteOf(stage.view.scene()).contains("until 70"));
    const std::size_t usual = links.size();
    stage.view.setLinkRule(LinkRule::ofShare(0.95));
    QVERIFY(links.size() > usual);
    stage.view.setLinkRule(LinkRule::ofWeight(0.2));
    QVERIFY(ui::noteOf(stage.view.scene()).contains("every weight from 0.2"));
    std::size_t expected = 0;
    for (Index q = 0; q < 24; ++q)
        for (Index k = 0; k <= q; ++k) expected += double(stage.view.scene().map->cell(q, k).weight) >= 0.2 ? 1 : 0;
    QCOMPARE(links.size(), expected);
    for (const ui::Link& link : links) QVERIFY(double(link.weight) >= 0.2);
}

void TestPlotSelecting::everyStepOfTheSliderIsThere()
{
    for (const LinkMode mode : {LinkMode::ShareOfRow, LinkMode::FixedWeight}) {
        double last = 0.0;
        for (int step = 1; step <= ui::LinkThreshold::kSteps; ++step) {
            const double threshold = ui::LinkThreshold::thresholdAt(mode, step);
            QVERIFY(threshold > last && threshold < 1.0);
            last = threshold;
            const LinkRule rule = mode == LinkMode::ShareOfRow ? LinkRule::ofShare(threshold) : LinkRule::ofWeight(threshold);
            QCOMPARE(ui::LinkThreshold::stepOf(rule), step);   // the slider stays where it was left
        }
    }
}

void TestPlotSelecting::theButtonNamesItsRule()
{
    ui::LinkThreshold button(nullptr);
    std::vector<LinkRule> chosen;
    QObject::connect(&button, &ui::LinkThreshold::chosen, [&](const LinkRule& rule) {
        chosen.push_back(rule);
        button.show(rule);
    });
    QVERIFY(button.text().contains("70"));
    button.findChild<QSlider*>("linkSlider")->setValue(40);
    QCOMPARE(chosen.size(), std::size_t(1));
    QVERIFY(std::abs(chosen.back().share - 0.4) <= 1e-12);
    QVERIFY(button.text().contains("40"));
    button.findChild<QRadioButton*>("linkWeight")->click();
    QCOMPARE(chosen.back().mode, LinkMode::FixedWeight);
    QVERIFY(button.text().contains("weights from 0.1"));
    button.findChild<QRadioButton*>("linkShare")->click();
    QVERIFY(button.text().contains("40"));   // each rule keeps its threshold
}

QTEST_MAIN(TestPlotSelecting)
#include "tst_plot_selecting.moc"
