// The filter of the heads through its real widgets: ranges, drawings, rules.
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/heads_stage.h"
#include "ui/views/explore/heads/target_pad.h"

using namespace ui;
using Stage = test::HeadsStage;
using test::moveTo;

class TestHeadsFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void aRangeLeavesHeadsOut();
    void aBoundOfTwoDecimalsIsTypedAsItIs();
    void aDrawingFindsItsHead();
    void aRuleCoversTheNextTextToo();
    void aRuleWithoutCellsIsNotOffered();
    void itStandsBesideThePanel();
};

namespace {

DrawnCells cellsOf(const Stage& s)
{
    const HeadDrawingPtr& drawing = s.session.view().heads.drawing;
    return drawing && std::holds_alternative<DrawnCells>(*drawing) ? std::get<DrawnCells>(*drawing) : DrawnCells();
}

}   // namespace

void TestHeadsFilter::aRangeLeavesHeadsOut()
{
    Stage s;
    const QImage before = s.grid().grab().toImage();
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    QVERIFY(s.filter().isVisible());
    s.choose("filterMeasure", "mean distance");
    auto& least = s.widget<QDoubleSpinBox>("filterLeast");
    least.setFocus();
    least.selectAll();
    QTest::keyClicks(&least, "5");
    QCOMPARE(s.list().rows().rowCount(), 32);   // a number counts once it is typed
    QTest::keyClick(&least, Qt::Key_Return);
    QCOMPARE(s.list().rows().rowCount(), 12);   // heads 5, 6 and 7 of four layers
    QCOMPARE(s.widget<QLabel>("filterCount").text(), QString("12 of 32 heads"));
    QCOMPARE(s.widget<QPushButton>("headFilter").text(), QString("12 of 32"));
    QVERIFY(s.grid().grab().toImage() != before);
    QTest::keyClick(&s.filter(), Qt::Key_Escape);
    QVERIFY(!s.filter().isVisible());
    QCOMPARE(s.list().rows().rowCount(), 12);
    QTest::mouseClick(&s.widget<QToolButton>("showAllHeads"), Qt::LeftButton);
    QCOMPARE(s.list().rows().rowCount(), 32);
    QCOMPARE(s.grid().grab().toImage(), before);
}

void TestHeadsFilter::aDrawingFindsItsHead()
{
    Stage s;
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    auto& pad = s.widget<TargetPad>("targetPad");
    const QPoint first = pad.centreOf({5, 3}), second = pad.centreOf({6, 3}), future = pad.centreOf({2, 9});
    QTest::mousePress(&pad, Qt::LeftButton, {}, first);
    QTest::mouseMove(&pad, second);
    moveTo(pad, second);
    QTest::mouseRelease(&pad, Qt::LeftButton, {}, second);
    QVERIFY(s.session.view().heads.drawing);
    QCOMPARE(cellsOf(s), (DrawnCells{{{5, 6}, {3, 4}}, {{6, 7}, {3, 4}}}));
    QCOMPARE(s.widget<QComboBox>("headBars").currentText(), QString("drawn pattern"));
    TRY_COMPARE(s.list().rows().rowCount(), 1);   // the one head that is clearly above chance
    QCOMPARE(s.cell(0), QString("L2 · H3"));
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.800"));
    QVERIFY(s.widget<QLabel>("targetSquare").text().contains("looks at"));
    // What no head may look at cannot be drawn; the second stroke over the same square wipes it.
    QTest::mouseClick(&pad, Qt::LeftButton, {}, future);
    QCOMPARE(cellsOf(s).size(), std::size_t(2));
    QTest::mouseClick(&pad, Qt::LeftButton, {}, first);
    QCOMPARE(cellsOf(s).size(), std::size_t(1));
    QTest::mouseClick(&s.widget<QPushButton>("drawPrevious"), Qt::LeftButton);
    QCOMPARE(*s.session.view().heads.drawing, HeadDrawing(TargetRule::PreviousToken));
    QVERIFY(pad.grid().isDrawn({5, 4}) && !pad.grid().isDrawn({5, 3}));
    QTest::mouseClick(&s.widget<QPushButton>("wipeDrawing"), Qt::LeftButton);
    QVERIFY(!s.session.view().heads.drawing && !s.session.view().heads.filter);
    QCOMPARE(s.list().rows().rowCount(), 32);
    // Keys draw too.
    pad.setFocus(Qt::TabFocusReason);
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) QTest::keyClick(&pad, key);
    QTest::keyClick(&pad, Qt::Key_Space);
    QVERIFY(s.session.view().heads.drawing);
}

void TestHeadsFilter::aBoundOfTwoDecimalsIsTypedAsItIs()
{
    Stage s;
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    s.choose("filterMeasure", "previous token");
    auto& least = s.widget<QDoubleSpinBox>("filterLeast");
    least.setFocus();
    least.selectAll();
    QTest::keyClicks(&least, "0.75");
    QTest::keyClick(&least, Qt::Key_Return);
    QCOMPARE(least.text(), QString("0.75"));
    QCOMPARE(s.session.view().heads.filter->least, 0.75);
}

void TestHeadsFilter::aRuleCoversTheNextTextToo()
{
    Stage s;
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    QTest::mouseClick(&s.widget<QPushButton>("drawItself"), Qt::LeftButton);
    const auto& pad = s.widget<TargetPad>("targetPad");
    QVERIFY(pad.grid().isDrawn({11, 11}));
    s.show(test::headRecord({.tokens = 20}));
    QVERIFY(pad.grid().isDrawn({19, 19}));
    // A square drawn over it makes it a drawing of squares, which are of this text.
    QTest::mouseClick(&s.widget<TargetPad>("targetPad"), Qt::LeftButton, {}, pad.centreOf({3, 1}));
    QCOMPARE(cellsOf(s).size(), std::size_t(21));
}

void TestHeadsFilter::aRuleWithoutCellsIsNotOffered()
{
    Stage s;
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    auto& same = s.widget<QPushButton>("drawSame");
    QVERIFY(same.isEnabled());   // made-up texts of more than five tokens repeat some
    QTest::mouseClick(&s.widget<QPushButton>("drawFirst"), Qt::LeftButton);
    const HeadsView before = s.session.view().heads;
    s.show(test::headRecord({.tokens = 5}));
    QVERIFY(!same.isEnabled());
    QCOMPARE(same.toolTip(), QString("No token of this text occurs twice"));
    QTest::mouseClick(&same, Qt::LeftButton);
    QVERIFY(s.session.view().heads == before);
    QVERIFY(s.widget<QPushButton>("drawFirst").isEnabled());
    s.show(test::headRecord({.tokens = 1}));
    QVERIFY(!s.widget<QPushButton>("drawFirst").isEnabled());
    QVERIFY(s.widget<QPushButton>("drawItself").isEnabled());
}

// What it filters stays in sight.
void TestHeadsFilter::itStandsBesideThePanel()
{
    Stage s;
    QTest::mouseClick(&s.widget<QPushButton>("headFilter"), Qt::LeftButton);
    const QRect panel(s.panel.mapToGlobal(QPoint()), s.panel.size());
    const QRect screen = s.panel.screen()->availableGeometry();
    if (panel.right() + s.filter().width() < screen.right()) QVERIFY(!s.filter().geometry().intersects(panel));
    QVERIFY(screen.contains(s.filter().geometry()));
}

QTEST_MAIN(TestHeadsFilter)
#include "tst_heads_filter.moc"
