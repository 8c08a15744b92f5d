// Scores beside the record's own, through the real panel: when they are computed, in what order, and what stops them.
#include <QLabel>

#include "tests/ui/heads_stage.h"

using namespace ui;
using Stage = test::HeadsStage;
using Kind = HeadScoresStep::Kind;

class TestHeadsScoring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void shortTextsAreComparedByThemselves();
    void longTextsAreComparedOnRequest();
    void turningTheListRestartsNothing();
    void aDrawnSquareComesBeforeTheShuffles();
    void aNewTextTakesTheOldQuestionBack();
    void aFailureIsToldAndTakesNoOtherScoreWithIt();
    void whatIsStoppedSaysSoAndIsAskedForAgain();
    void oneNewTextIsOneRefresh();
    void otherWorkNeverWaitsForIt();

private:
    static QString shuffled(Stage& s, int row = 0) { return s.cell(row, HeadsListModel::ShuffledRole); }
};

void TestHeadsScoring::shortTextsAreComparedByThemselves()
{
    Stage s;
    QVERIFY(s.widget<QCheckBox>("compareShuffled").isChecked());
    TRY_COMPARE(shuffled(s), QString("3.1"));   // L3 · H7 is the 32nd
    QVERIFY(s.list().rows().index(0).data(Qt::ToolTipRole).toString().contains("shuffled 3.1"));
    QVERIFY(s.list().columns().shuffled > 0);
    QCOMPARE(s.shuffles(), kShuffles);
    // Off: the column goes, and what was computed is not forgotten.
    s.compare();
    QCOMPARE(shuffled(s), QString());
    s.compare();
    QCOMPARE(shuffled(s), QString("3.1"));
    QCOMPARE(s.shuffles(), kShuffles);
}

void TestHeadsScoring::longTextsAreComparedOnRequest()
{
    Stage s({.layers = 1, .heads = 2, .kvHeads = 2, .tokens = kShortText + 1});
    QVERIFY(!s.widget<QCheckBox>("compareShuffled").isChecked());
    QCOMPARE(s.scores.scoring().work, ScoringWork::None);
    QCOMPARE(shuffled(s), QString());
    s.compare();
    QCOMPARE(shuffled(s), QString("…"));
    TRY_COMPARE(shuffled(s), QString("0.1"));
}

void TestHeadsScoring::turningTheListRestartsNothing()
{
    Stage s;
    s.scorer->latch.close();
    TRY_COMPARE(s.shuffles(), 1);
    HeadsView view = s.session.view().heads;
    view.direction = HeadDirection::LowestFirst;
    s.session.setHeads(view);
    view.filter = HeadRange{.measure = HeadMeasure::FirstToken, .least = 0.1, .most = 0.9};
    s.session.setHeads(view);
    s.session.setHeads(s.session.view().heads.withSort(HeadMeasure::PreviousToken));
    s.scorer->latch.open();
    TRY_COMPARE(s.scores.scoring().work, ScoringWork::None);
    QCOMPARE(s.shuffles(), kShuffles);
}

// What is drawn is found at once; the shuffles that are done stay done.
void TestHeadsScoring::aDrawnSquareComesBeforeTheShuffles()
{
    Stage s;
    s.scorer->latch.close();
    TRY_COMPARE(s.shuffles(), 1);
    s.scorer->latch.admitOne();
    TRY_COMPARE(s.shuffles(), 2);
    s.scorer->latch.open();
    s.session.setHeads(s.session.view().heads.withDrawing(DrawnCells{{{2, 3}, {1, 2}}}));
    TRY_COMPARE(s.list().rows().rowCount(), 1);
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.800"));
    TRY_COMPARE(shuffled(s), QString("0.800"));
    QVERIFY(s.scores.scoring().scores->shuffled.size() == s.record->maps.size());
    QCOMPARE(s.scorer->asked(Kind::Matches), 1);
}

void TestHeadsScoring::aNewTextTakesTheOldQuestionBack()
{
    Stage s;
    s.scorer->latch.close();
    TRY_COMPARE(s.shuffles(), 1);
    s.show(test::headRecord());   // the text changed while its shuffles were being computed
    QCOMPARE(shuffled(s), QString("…"));
    s.scorer->latch.open();
    TRY_COMPARE(shuffled(s), QString("3.1"));
    QCOMPARE(s.scores.scoring().scores->recording, s.record->recording->id);
    QCOMPARE(s.shuffles(), 1 + kShuffles);
    s.scorer->latch.close();
    s.show(test::headRecord());
    s.compare();   // nobody wants to know any more
    QCOMPARE(s.scores.scoring().work, ScoringWork::None);
    QVERIFY(!s.scores.busy());
}

void TestHeadsScoring::aFailureIsToldAndTakesNoOtherScoreWithIt()
{
    Stage s;
    TRY_COMPARE(shuffled(s), QString("3.1"));
    s.scorer->fails = true;
    s.choose("headBars", "induction");
    TRY_VERIFY(s.widget<QLabel>("headScoresProblem").isVisible());
    QCOMPARE(s.widget<QLabel>("headScoresProblem").text(), QString("This needs 9 GiB. Use a shorter text."));
    QCOMPARE(s.cell(0, HeadsListModel::ValueRole), QString("–"));
    s.scorer->fails = false;
    s.choose("headBars", "mean distance");
    QVERIFY(!s.widget<QLabel>("headScoresProblem").isVisible());
    QCOMPARE(shuffled(s), QString("3.1"));
    s.choose("headBars", "induction");   // asking anew is trying again
    TRY_COMPARE(s.cell(0, HeadsListModel::ValueRole), QString("0.031"));
}

void TestHeadsScoring::whatIsStoppedSaysSoAndIsAskedForAgain()
{
    Stage s;
    s.scorer->latch.close();
    TRY_COMPARE(s.shuffles(), 1);
    s.scores.cancel();
    QCOMPARE(s.scores.scoring().work, ScoringWork::None);
    QVERIFY(s.widget<QLabel>("headScoresProblem").text().contains("Stopped"));
    QCOMPARE(shuffled(s), QString("–"));
    s.scorer->latch.open();
    s.show(test::headRecord());
    TRY_COMPARE(shuffled(s), QString("3.1"));
    QVERIFY(!s.widget<QLabel>("headScoresProblem").isVisible());
}

void TestHeadsScoring::oneNewTextIsOneRefresh()
{
    Stage s;
    s.show(test::headRecord());
    const QSignalSpy refreshed(&s.list().rows(), &QAbstractItemModel::dataChanged);
    for (int i = 1; i <= 3; ++i) {
        s.show(test::headRecord());
        QCOMPARE(refreshed.count(), i);
    }
}

void TestHeadsScoring::otherWorkNeverWaitsForIt()
{
    Stage s;
    s.scorer->latch.close();
    TRY_COMPARE(s.shuffles(), 1);
    QVERIFY(s.scores.busy());
    QCOMPARE(ui::Workers::shared().active(), 0);   // the threads that tiles are computed on
}

QTEST_MAIN(TestHeadsScoring)
#include "tst_heads_scoring.moc"
