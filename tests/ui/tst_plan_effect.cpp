// Beside the prediction of a plan stands that of the model's own attention, of the same text.
#include <cmath>

#include <QContextMenuEvent>
#include <QMenu>

#include "core/metrics/prediction_effect.h"
#include "ui/controllers/predictions.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestPlanEffect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAblationShowsItsEffect();
    void theEffectIsThatOfTheSameText();
    void theEffectGoesWithThePlan();
    void theOwnAttentionIsOneClickAway();
    void aHeadsMenuIsThatOfTheHeadUnderThePointer();
    void onlyNewRowsOfTheOwnAttentionRun();
    void whatCouldNotBeComputedIsSaid();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

ShareList& list(test::WindowFixture& f) { return f.widget<ShareList>("nextTokens"); }

bool isCurrent(test::WindowFixture& f)
{
    return f.isSettled() && f.window.controller().standing() == Standing::Current &&
           f.window.controller().record()->plan == f.window.session().document().plan;
}

}   // namespace

void TestPlanEffect::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestPlanEffect::anAblationShowsItsEffect()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("nextEffect"));
    const ExploreRecordPtr own = f.window.controller().record();
    f.window.session().showHead({1, 2});
    QVERIFY(f.trigger("ablateOff"));
    TRY_VERIFY(isCurrent(f));
    const ExploreRecordPtr record = f.window.controller().record();
    const core::PredictionEffect effect =
        core::predictionEffect(own->recording->logits.data(), record->recording->logits.data(), own->recording->logits.cols(), kNextTokens);
    QVERIFY(effect.divergence > 0.0);
    QVERIFY(f.shows("nextEffect"));
    QCOMPARE(f.text("nextEffect"), QString("KL(own ‖ plan) %1 nats").arg(printedWeight(effect.divergence)));
    const std::vector<ShareRow>& rows = list(f).rows();
    QCOMPARE(rows.size(), effect.candidates.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].value, percent(effect.candidates[i].probability));
        QVERIFY2(rows[i].second.contains("own " + percent(effect.candidates[i].own)), qPrintable(rows[i].second));
        QCOMPARE(rows[i].second.startsWith("new"), effect.candidates[i].candidacy == core::Candidacy::Entered);
        QCOMPARE(rows[i].second.startsWith("dropped out"), effect.candidates[i].candidacy == core::Candidacy::Left);
    }
    // Each of the model's own five is there with what it had.
    for (const NextTokenChance& chance : own->next)
        QVERIFY(std::any_of(record->next.begin(), record->next.end(), [&](const NextTokenChance& other) {
            return other.id == chance.id && std::abs(other.own - chance.probability) <= 1e-12;
        }));
}

// Whether it was taken over from the run before or computed anew, it is the same.
void TestPlanEffect::theEffectIsThatOfTheSameText()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPlan("all: window(2)");   // not by the menu of a head
    TRY_VERIFY(isCurrent(f));
    f.type(" The dog");
    TRY_VERIFY(isCurrent(f));
    const double anew = f.window.controller().record()->own->divergence;
    f.window.session().setPlan({});
    TRY_VERIFY(isCurrent(f));
    QVERIFY(!f.window.controller().record()->own);
    f.window.session().setPlan("all: window(2)");
    TRY_VERIFY(isCurrent(f));
    QVERIFY(anew > 0.0);
    QVERIFY(std::abs(f.window.controller().record()->own->divergence - anew) <= 1e-5 * anew);
    f.window.session().setPlan("head 0.0: off");
    TRY_VERIFY(isCurrent(f));
    QVERIFY(std::abs(f.window.controller().record()->own->divergence - anew) > 1e-3 * anew);
}

void TestPlanEffect::theEffectGoesWithThePlan()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const std::vector<ShareRow> before = list(f).rows();
    f.window.session().setAblation({0, 1}, Ablation::Mean);
    TRY_VERIFY(isCurrent(f));
    QVERIFY(f.shows("nextEffect"));
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(isCurrent(f));
    QVERIFY(!f.shows("nextEffect"));
    QVERIFY(list(f).rows() == before);
}

// Typing behind a text shares the rows before, as the run with the plan does.
void TestPlanEffect::onlyNewRowsOfTheOwnAttentionRun()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPlan("head 0.0: off");
    TRY_VERIFY(isCurrent(f));
    for (const char* letters : {" The", " dog"}) {
        const core::Index before = f.recording().size();
        f.type(letters);
        TRY_VERIFY(isCurrent(f));
        const ExploreRecord& record = *f.window.controller().record();
        QVERIFY(record.own);
        QCOMPARE(record.own->recording->tokens.ids(), record.recording->tokens.ids());
        QVERIFY(record.own->recording->plan.rules().empty());
        QVERIFY2(record.own->recording->firstNewRow >= before - 2, qPrintable(QString::number(record.own->recording->firstNewRow)));
        QVERIFY(!record.ownBefore && !record.ownProblem);
    }
}

void TestPlanEffect::whatCouldNotBeComputedIsSaid()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPlan("head 0.0: off");
    TRY_VERIFY(isCurrent(f));
    auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
    auto recording = std::make_shared<core::Recording>(*record->recording);
    recording->tokens.items.front().id = 1'000'000;   // no model can run that
    record->recording = recording;
    record->own = nullptr;
    QVERIFY(runOwnPrediction(*record, {}).has_value());
    QVERIFY(!record->own && record->ownProblem);
    f.widget<NextTokens>("nextPanel").showRecord(record);
    QVERIFY(f.shows("nextEffect"));
    QCOMPARE(f.text("nextEffect"), QString("own attention: not computed"));
    QVERIFY(f.widget<QLabel>("nextEffect").toolTip().contains(QString::fromStdString(record->ownProblem->what)));
}

void TestPlanEffect::theOwnAttentionIsOneClickAway()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.findChild<QAction*>("ownAttention")->isEnabled());
    f.window.session().setPlan("head 0.1: off; layer 1: mean");
    TRY_VERIFY(isCurrent(f) && f.shows("ownAttentionHere"));
    QVERIFY(f.click("ownAttentionHere"));
    TRY_VERIFY(isCurrent(f) && !f.shows("ownAttentionHere"));
    QVERIFY(f.window.session().document().plan.isEmpty());
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.window.session().document().plan, QString("head 0.1: off; layer 1: mean"));
}

void TestPlanEffect::aHeadsMenuIsThatOfTheHeadUnderThePointer()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();   // layouts that other layouts asked for
    const QPoint at = f.heads().geometryOfHeads().rectOf({1, 2}).center();
    QMouseEvent move(QEvent::MouseMove, at, f.heads().mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&f.heads(), &move);
    QVERIFY(f.window.session().view().peekHead == core::HeadId({1, 2}));
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, f.heads().mapToGlobal(at));
    QApplication::sendEvent(&f.heads(), &asked);
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 2}));
    auto* menu = f.window.findChild<QMenu*>("headMenu");
    QVERIFY(menu && menu->isVisible());
    for (QAction* action : menu->actions())
        if (action->objectName() == "ablateOff") menu->setActiveAction(action);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(f.window.session().document().plan, QString("head 1.2: off"));
}

QTEST_MAIN(TestPlanEffect)
#include "tst_plan_effect.moc"
