// The left panel through its real widgets: sorting, filtering, drawing, comparing with shuffled tokens.
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/heads_stage.h"
#include "ui/views/explore/heads/target_pad.h"

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
    void sortingMovesTheSmallPicturesAndTurnsTheBars();
    void barsAndDirectionRankTheList();
    void aRangeLeavesHeadsOut();
    void aDrawingFindsItsHead();
    void shuffledScoresStandBesideOnRequest();
    void theNewestQuestionWins();
    void aFailureIsToldInItsPlace();
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

void TestHeadsPanel::aRangeLeavesHeadsOut()
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

void TestHeadsPanel::aDrawingFindsItsHead()
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
    QCOMPARE(*s.session.view().heads.drawing, (HeadDrawing{{{5, 6}, {3, 4}}, {{6, 7}, {3, 4}}}));
    QCOMPARE(s.widget<QComboBox>("headBars").currentText(), QString("drawn pattern"));
    TRY_COMPARE(s.list().rows().rowCount(), 1);   // the one head that is clearly above chance
    QCOMPARE(s.cell(0), QString("L2 · H3"));
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.800"));
    QVERIFY(s.widget<QLabel>("targetSquare").text().contains("looks at"));
    // What no head may look at cannot be drawn; the second stroke over the same square wipes it.
    QTest::mouseClick(&pad, Qt::LeftButton, {}, future);
    QCOMPARE(s.session.view().heads.drawing->size(), std::size_t(2));
    QTest::mouseClick(&pad, Qt::LeftButton, {}, first);
    QCOMPARE(s.session.view().heads.drawing->size(), std::size_t(1));
    QTest::mouseClick(&s.widget<QPushButton>("drawPrevious"), Qt::LeftButton);
    QCOMPARE(s.session.view().heads.drawing->size(), std::size_t(11));
    QTest::mouseClick(&s.widget<QPushButton>("wipeDrawing"), Qt::LeftButton);
    QVERIFY(!s.session.view().heads.drawing && !s.session.view().heads.filter);
    QCOMPARE(s.list().rows().rowCount(), 32);
    // Keys draw too.
    pad.setFocus(Qt::TabFocusReason);
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) QTest::keyClick(&pad, key);
    QTest::keyClick(&pad, Qt::Key_Space);
    QVERIFY(s.session.view().heads.drawing);
}

void TestHeadsPanel::shuffledScoresStandBesideOnRequest()
{
    Stage s;
    QCOMPARE(s.scorer->asked.load(), 0);
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString());
    s.scorer->latch.close();
    QTest::mouseClick(&s.widget<QCheckBox>("compareShuffled"), Qt::LeftButton, {}, QPoint(8, s.widget<QCheckBox>("compareShuffled").height() / 2));
    QVERIFY(s.scores.busy());
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString("…"));
    s.scorer->latch.open();
    TRY_COMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString("3.1"));   // L3 · H7 is the 32nd
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("shuffled 3.1"));
    QVERIFY(s.list().columns().shuffled > 0);
    // Off again: the column goes, and what was computed is not forgotten.
    s.widget<QCheckBox>("compareShuffled").click();
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString());
    s.widget<QCheckBox>("compareShuffled").click();
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString("3.1"));
    QCOMPARE(s.scorer->asked.load(), 1);
}

void TestHeadsPanel::theNewestQuestionWins()
{
    Stage s;
    s.scorer->latch.close();
    s.widget<QCheckBox>("compareShuffled").click();
    const QSignalSpy ready(&s.scores, &HeadScoresController::ready), cancelled(&s.scores, &HeadScoresController::cancelled);
    s.show(test::headRecord());   // the text changed while its shuffles were being computed
    s.scorer->latch.open();
    TRY_COMPARE(ready.count(), 1);
    QCOMPARE(s.scores.scores()->recording, s.record->recording->id);
    s.scorer->latch.close();
    s.show(test::headRecord());
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString("…"));
    s.widget<QCheckBox>("compareShuffled").click();   // nobody wants to know any more
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!s.scores.busy());
    s.scorer->latch.open();
    Stage::settle();
    QCOMPARE(ready.count(), 1);
}

void TestHeadsPanel::aFailureIsToldInItsPlace()
{
    Stage s;
    s.scorer->fails = true;
    s.widget<QCheckBox>("compareShuffled").click();
    TRY_VERIFY(s.widget<QLabel>("headScoresProblem").isVisible());
    QCOMPARE(s.widget<QLabel>("headScoresProblem").text(), QString("This needs 9 GiB. Use a shorter text."));
    QCOMPARE(s.cell(0, HeadsListModel::ShuffledRole), QString("–"));
    s.widget<QCheckBox>("compareShuffled").click();
    QVERIFY(!s.widget<QLabel>("headScoresProblem").isVisible());
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
    QCOMPARE(s.scorer->asked.load(), 0);
    s.choose("headBars", "induction");
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
    s.show(test::headRecord({.tokens = 20}));
    QVERIFY(!s.widget<QLabel>("headsAge").isVisible());
}

void TestHeadsPanel::aHeadThatIsSwitchedOffIsVeiled()
{
    Stage s;
    const QImage before = s.grid().grab().toImage();
    const auto record = test::headRecord();
    auto recording = std::make_shared<core::Recording>(*record->recording);
    recording->sites[1].mechanisms[2] = core::OffMechanism{};
    record->recording = recording;
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
    s.widget<QCheckBox>("compareShuffled").click();
    s.session.setHeads(s.session.view().heads.withDrawing({{{1, 2}, {0, 1}}}));
    QCOMPARE(s.session.undoStack().count(), 0);
}

QTEST_MAIN(TestHeadsPanel)
#include "tst_heads_panel.moc"
