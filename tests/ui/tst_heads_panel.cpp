// The left panel through its real widgets: sorting, ranking, missing numbers, heads of the text before.
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QToolButton>

#include "tests/ui/heads_stage.h"

using namespace ui;
using core::HeadId;
using Stage = test::HeadsStage;
using MaybeHead = std::optional<HeadId>;
using test::bestBy;
using test::moveTo;

class TestHeadsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void theListIsAProperModel();
    void aReorderedListKeepsItsCurrentHead();
    void everythingFitsWithoutScrollingThePanel();
    void longWordsNeverCutTheControls();
    void sortingMovesTheSmallPicturesAndTurnsTheBars();
    void barsAndDirectionRankTheList();
    void numbersThatAreMissingSayWhy();
    void headsOfTheTextBeforeStayAndAreNamedSo();
    void aHeadThatIsSwitchedOffIsVeiled();
    void nothingIsAnUndoStep();
};

void TestHeadsPanel::theListIsAProperModel()
{
    Stage s;
    QAbstractItemModelTester tester(&s.list().rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(s.list().rows().rowCount(), 32);
    s.choose("headBars", "first token");
    HeadsView view = s.session.view().heads;
    view.filter = HeadRange{.measure = HeadMeasure::MeanDistance, .least = 3.0, .most = 4.0};
    s.session.setHeads(view);
    QVERIFY(s.list().rows().rowCount() < 32);
    s.show(test::headRecord({.layers = 2, .heads = 4, .kvHeads = 4}));
    QVERIFY(s.list().rows().rowCount() <= 8);
}

// While one types, the ranking changes under the hand: Enter must choose the head that was looked at.
void TestHeadsPanel::aReorderedListKeepsItsCurrentHead()
{
    Stage s;
    s.list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&s.list(), Qt::Key_Home);
    QTest::keyClick(&s.list(), Qt::Key_Down);
    const HeadId looked = s.list().rows().head(1);
    QCOMPARE(s.session.view().peekHead, MaybeHead(looked));
    s.show(test::headRecord(
        {}, [](core::HeadMetrics& metrics) { metrics.meanDistance = 9.0 - double(metrics.head.head) - 0.1 * double(metrics.head.layer); }));
    QVERIFY(!(s.list().rows().head(1) == looked));
    QTest::keyClick(&s.list(), Qt::Key_Return);
    QCOMPARE(s.session.document().head, looked);
}

// The panel of a window of 1280 × 720 and of 1440 × 900.
void TestHeadsPanel::everythingFitsWithoutScrollingThePanel()
{
    for (const QSize size : {QSize(268, 510), QSize(296, 690)}) {
        Stage s({.layers = 4, .heads = 8, .kvHeads = 8}, size);
        const QRect panel(s.panel.mapToGlobal(QPoint()), size);
        for (const char* name : {"headSort", "headGrid", "headBars", "headsList", "compareShuffled", "headsMap"}) {
            const auto& part = s.widget<QWidget>(name);
            QVERIFY2(panel.contains(QRect(part.mapToGlobal(QPoint()), part.size())), name);
        }
        QVERIFY(s.list().height() >= 3 * s.list().rowHeight());
        QVERIFY(s.map().height() >= 120);
    }
}

void TestHeadsPanel::longWordsNeverCutTheControls()
{
    Stage s({}, {HeadsPanel::kLeastWidth, 700});
    auto undescribed = test::headRecord({.tokens = 20});
    undescribed->heads.clear();
    s.show(undescribed);
    s.choose("headSort", "entropy, normalised");
    const QRect panel(s.panel.mapToGlobal(QPoint()), s.panel.size());
    for (const char* name : {"headsAge", "headSort", "headBars", "headFilter", "rankDirection", "headsMap", "markLegend"}) {
        const auto& part = s.widget<QWidget>(name);
        QVERIFY2(part.isVisible() && panel.contains(QRect(part.mapToGlobal(QPoint()), part.size())), name);
    }
}

void TestHeadsPanel::sortingMovesTheSmallPicturesAndTurnsTheBars()
{
    Stage s;
    const QImage before = s.grid().grab().toImage();
    s.choose("headSort", "previous token");
    QCOMPARE(s.session.view().heads.sort, std::optional(HeadMeasure::PreviousToken));
    QCOMPARE(s.widget<QComboBox>("headBars").currentText(), QString("previous token"));
    QVERIFY(s.grid().grab().toImage() != before);
    // The first small picture is that of the head with the highest score, and so is the first row.
    const HeadId best = bestBy(*s.record, &core::HeadMetrics::previousToken);
    QTest::mouseClick(&s.grid(), Qt::LeftButton, {}, s.grid().geometryOfHeads().rectOf({0, 0}).center());
    QCOMPARE(s.session.document().head, best);
    QCOMPARE(s.cell(0), nameOf(best));
    s.choose("headSort", "model order");
    QTest::mouseClick(&s.grid(), Qt::LeftButton, {}, s.grid().geometryOfHeads().rectOf({0, 0}).center());
    QCOMPARE(s.session.document().head, (HeadId{0, 0}));
}

void TestHeadsPanel::barsAndDirectionRankTheList()
{
    Stage s;
    QCOMPARE(s.widget<QLabel>("rankedTitle").text(), QString("Look furthest"));
    QCOMPARE(s.cell(0), nameOf(bestBy(*s.record, &core::HeadMetrics::meanDistance)));
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("7.8"));
    QTest::mouseClick(&s.widget<QToolButton>("rankDirection"), Qt::LeftButton);
    QCOMPARE(s.widget<QLabel>("rankedTitle").text(), QString("Look nearest"));
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.5"));
    s.choose("headBars", "entropy, normalised");
    QCOMPARE(s.widget<QLabel>("rankedTitle").text(), QString("Sharpest"));
    for (int row = 1; row < 32; ++row)
        QVERIFY(s.cell(row - 1, HeadsListModel::ValueRole).toDouble() <= s.cell(row, HeadsListModel::ValueRole).toDouble());
}

void TestHeadsPanel::numbersThatAreMissingSayWhy()
{
    Stage s;
    s.show(test::headRecord({}, [](core::HeadMetrics& metrics) { metrics.meanDistance = 1.0; }));
    s.choose("headBars", "same token");
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("–"));
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("no token occurs twice"));
    QVERIFY(s.map().marks().empty());
    // Induction is not of this text: asking for it runs the probe.
    QCOMPARE(s.scorer->asked(HeadScoresStep::Kind::Induction), 0);
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("the probe has not run"));
    s.scorer->latch.close();
    s.choose("headBars", "induction");
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("…"));
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("being computed"));
    s.scorer->latch.open();
    TRY_COMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.031"));
}

void TestHeadsPanel::headsOfTheTextBeforeStayAndAreNamedSo()
{
    Stage s;
    QVERIFY(!s.widget<QLabel>("headsAge").isVisible());
    const QString first = s.cell(0);
    auto undescribed = test::headRecord({.tokens = 20});
    undescribed->heads.clear();
    s.show(undescribed);
    QVERIFY(s.widget<QLabel>("headsAge").isVisible());
    QCOMPARE(s.widget<QLabel>("headsAge").text(), QString("of the text before"));
    QCOMPARE(s.cell(0), first);
    // The list, the map and every tooltip say so too.
    QCOMPARE(s.widget<QLabel>("rankedTitle").text(), QString("Look furthest, of the text before"));
    QCOMPARE(s.widget<QLabel>("mapTitle").text(), QString("Map of heads, of the text before"));
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("of the text before"));
    s.show(test::headRecord({.tokens = 20}));
    QVERIFY(!s.widget<QLabel>("headsAge").isVisible());
    QCOMPARE(s.widget<QLabel>("rankedTitle").text(), QString("Look furthest"));
    QCOMPARE(s.widget<QLabel>("mapTitle").text(), QString("Map of heads"));
}

void TestHeadsPanel::aHeadThatIsSwitchedOffIsVeiled()
{
    Stage s;
    const QImage before = s.grid().grab().toImage();
    const auto record = test::headRecord();
    record->heads[record->indexOf({1, 2})].thumbnail.state = HeadState::Ablated;
    s.show(record);
    const QImage after = s.grid().grab().toImage();
    const auto differs = [&](HeadId head) {
        const QRect place = s.grid().geometryOfHeads().rectOf(head);
        return before.copy(place) != after.copy(place);
    };
    QVERIFY(differs({1, 2}));
    QVERIFY(!differs({1, 3}));
}

void TestHeadsPanel::nothingIsAnUndoStep()
{
    Stage s;
    s.choose("headSort", "same token");
    s.choose("headBars", "first token");
    s.widget<QToolButton>("rankDirection").click();
    s.compare();
    s.session.setHeads(s.session.view().heads.withDrawing(DrawnCells{{{1, 2}, {0, 1}}}));
    QCOMPARE(s.session.undoStack().count(), 0);
}

QTEST_MAIN(TestHeadsPanel)
#include "tst_heads_panel.moc"
