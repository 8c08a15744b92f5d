// ComparisonController: patterns are compared while somebody looks, the newest question wins, and what went wrong is said in its place.
#include <QSignalSpy>

#include "latch.h"
#include "tiny_model.h"
#include "try.h"
#include "ui/controllers/comparison_controller.h"
#include "ui/controllers/engine.h"

using namespace ui;

class TestComparing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyLooksAndNothingIsComputed();
    void aPatternIsComparedAndThenTheModelIsRun();
    void theNewestPatternsWin();
    void theSameQuestionIsAskedOnce();
    void anotherScopeRunsTheModelAlone();
    void groupsOfHeadsAreTriedInWholeLayers();
    void aPatternThatCannotBeReadLeavesTheOthers();
    void aFailureIsSaidAndTheLastComparisonStays();
    void cancellingEndsIt();
    void leavingEndsIt();
    void whatAPlanHasChangedIsSaid();
    void theLastPatternStandsForThoseThatAreGone();
    void aLongTextShowsItsPicturesFirst();
    void picturesThatAreThereStayTheSame();

private:
    struct Stage;
    QTemporaryDir m_folder;
    core::ModelPtr m_model;
};

// A session with a record, and the program's comparer behind a latch.
struct TestComparing::Stage {
    explicit Stage(const core::ModelPtr& model) : session({.text = "The cat sat on the mat.", .model = "tiny", .plan = {}, .head = {1, 2}, .pin = {}})
    {
        record = CoreEngine().run({.text = session.document().text, .plan = {}, .model = model, .previous = {}}, {}).value();
    }
    ~Stage() { latch->open(); }

    Comparer comparer()
    {
        Comparer real = coreComparer();
        return {.compare =
                    [real, latch = latch, compared = compared, problem = problem](const ComparisonQuestion& question, const std::stop_token& stop) {
                        ++*compared;
                        latch->pass(stop);
                        return *problem ? AnswerOrError<Comparison>(tl::unexpected(**problem)) : real.compare(question, stop);
                    },
                .run =
                    [real, latch = latch, ran = ran](const ModelEffectQuestion& question, const std::stop_token& stop) {
                        ++*ran;
                        latch->pass(stop);
                        return real.run(question, stop);
                    },
                .read = real.read};
    }
    [[nodiscard]] bool isDone() const { return !controller.busy() && controller.state().comparison && controller.state().effect; }

    Session session;
    ExploreRecordPtr record;
    std::shared_ptr<test::Latch> latch = std::make_shared<test::Latch>();
    std::shared_ptr<std::atomic<int>> compared = std::make_shared<std::atomic<int>>(0), ran = std::make_shared<std::atomic<int>>(0);
    std::shared_ptr<std::optional<core::Error>> problem = std::make_shared<std::optional<core::Error>>();
    ComparisonController controller{session, [this] { return record; }, comparer()};
};

void TestComparing::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const QString folder = m_folder.filePath("tiny");
    test::writeTinyModel(folder.toStdString());
    m_model = core::openModel(folder.toStdString(), {}).value();
}

void TestComparing::nobodyLooksAndNothingIsComputed()
{
    Stage stage(m_model);
    stage.controller.recordChanged();
    stage.session.setPatterns({"window(2)"}, "change");
    QVERIFY(!stage.controller.busy());
    QCOMPARE(stage.compared->load(), 0);
    stage.controller.setWatched(true);
    QVERIFY(stage.controller.busy() && stage.controller.state().comparison.isUnderWay);
    TRY_VERIFY(stage.isDone());
    QCOMPARE(stage.controller.state().comparison->patterns.front().text, QString("window(2)"));
}

void TestComparing::aPatternIsComparedAndThenTheModelIsRun()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    const ComparisonState& state = stage.controller.state();
    QVERIFY(!state.comparison.isUnderWay && !state.effect.isUnderWay && !state.comparison.problem && !state.effect.problem);
    const Comparison& comparison = *state.comparison.answer;
    QVERIFY(comparison.head == (core::HeadId{1, 2}));
    const ComparedPattern* pattern = comparison.pattern(0);
    QVERIFY(pattern && pattern->largestMove > 0.0 && pattern->largestMove <= 1.0);
    const core::Index n = stage.record->recording->size();
    for (core::Index i = 0; i < n; ++i)
        for (core::Index j = 0; j < n; ++j) QVERIFY(std::abs(double(pattern->moved->cell(i, j).weight)) <= pattern->largestMove);
    QVERIFY(state.effect->of == state.comparison.answer && state.effect->scope == core::PlanScope::Head);
    QCOMPARE(core::Index(state.effect->shown.effect.divergence.size()), n);
}

void TestComparing::theNewestPatternsWin()
{
    Stage stage(m_model);
    stage.latch->close();
    stage.controller.setWatched(true);
    for (const char* pattern : {"window(1)", "window(2)", "window(3)"}) stage.session.setPatterns({pattern}, "change");
    stage.latch->open();
    TRY_VERIFY(stage.isDone());
    QCOMPARE(stage.controller.state().comparison->patterns.front().text, QString("window(3)"));
}

void TestComparing::theSameQuestionIsAskedOnce()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    stage.controller.setWatched(false);
    stage.controller.setWatched(true);
    stage.controller.recordChanged();
    stage.session.setPin(std::nullopt);
    QVERIFY(!stage.controller.busy());
    QCOMPARE(stage.compared->load(), 1);
    QCOMPARE(stage.ran->load(), 1);
}

void TestComparing::anotherScopeRunsTheModelAlone()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    Comparing comparing = stage.session.view().compare;
    comparing.scope = core::PlanScope::Model;
    stage.session.setCompare(comparing);
    TRY_VERIFY(stage.isDone() && stage.controller.state().effect->scope == core::PlanScope::Model);
    QCOMPARE(stage.compared->load(), 1);
    QCOMPARE(stage.ran->load(), 2);
}

void TestComparing::groupsOfHeadsAreTriedInWholeLayers()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    const ComparisonPtr before = stage.controller.state().comparison.answer;
    stage.session.setCompare({.kvGroups = 2});
    TRY_VERIFY(stage.isDone() && stage.controller.state().effect->kvGroups == 2);
    QVERIFY(stage.controller.state().comparison.answer == before);
    QCOMPARE(stage.controller.state().effect->shown.plan, QString("layer 1: kv_groups(2)"));
    QVERIFY(stage.controller.state().effect->shown.regroups);
    stage.session.setCompare({.kvGroups = 3});   // as a session of another model may say
    TRY_VERIFY(!stage.controller.busy() && stage.controller.state().effect.problem);
    QVERIFY(QString::fromStdString(stage.controller.state().effect.problem->what).contains("must divide the 4 key/value heads"));
    QVERIFY(stage.controller.state().effect->kvGroups == 2);   // the last good numbers
}

void TestComparing::aPatternThatCannotBeReadLeavesTheOthers()
{
    Stage stage(m_model);
    stage.session.setPatterns({"window(0)", "window(2)"}, "change");
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.controller.state().comparison && !stage.controller.busy());
    const Comparison& comparison = *stage.controller.state().comparison.answer;
    QVERIFY(!comparison.pattern(0) && comparison.patterns[0].problem->what.find("window") != std::string::npos);
    QVERIFY(comparison.pattern(1) && comparison.pattern(1)->effect.layout->pairs() > 0);
    QVERIFY(!comparison.pattern(2) && !comparison.pattern(-1));
}

void TestComparing::aFailureIsSaidAndTheLastComparisonStays()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    const ComparisonPtr before = stage.controller.state().comparison.answer;
    *stage.problem = core::Error{core::Fault::OverBudget, "Too much.", "Less."};
    stage.session.setPatterns({"window(9)"}, "change");
    TRY_VERIFY(stage.controller.state().comparison.problem.has_value());
    QCOMPARE(QString::fromStdString(stage.controller.state().comparison.problem->what), QString("Too much."));
    QVERIFY(stage.controller.state().comparison.answer == before && !stage.controller.busy());
    stage.problem->reset();
    stage.session.setPatterns({"window(8)"}, "change");
    TRY_VERIFY(stage.isDone() && stage.controller.state().comparison.answer != before);
    QVERIFY(!stage.controller.state().comparison.problem);
}

void TestComparing::cancellingEndsIt()
{
    Stage stage(m_model);
    stage.latch->close();
    stage.controller.setWatched(true);
    QVERIFY(stage.controller.busy());
    QSignalSpy changed(&stage.controller, &ComparisonController::changed);
    stage.controller.cancel();
    QVERIFY(!stage.controller.busy() && !stage.controller.state().comparison.isUnderWay && !stage.controller.state().comparison);
    QCOMPARE(changed.count(), 1);
    stage.controller.cancel();
    QCOMPARE(changed.count(), 1);
    stage.latch->open();
    stage.controller.recordChanged();   // the same question, which nobody has answered
    TRY_VERIFY(stage.isDone());
}

// Whoever leaves wants no answer any more; whoever comes back does.
void TestComparing::leavingEndsIt()
{
    Stage stage(m_model);
    stage.latch->close();
    stage.controller.setWatched(true);
    stage.controller.setWatched(false);
    QVERIFY(!stage.controller.busy());
    stage.latch->open();
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
}

// Neither is there anything to compare of a head that writes no weighted values, nor an effect beside a plan's.
void TestComparing::whatAPlanHasChangedIsSaid()
{
    Stage stage(m_model);
    for (const char* plan : {"head 1.2: off", "head 1.2: mean", "all: causal & topk(2)"}) {
        stage.record = CoreEngine().run({.text = stage.session.document().text, .plan = plan, .model = m_model, .previous = {}}, {}).value();
        stage.controller.setWatched(true);
        stage.controller.recordChanged();
        TRY_VERIFY(stage.controller.state().comparison.problem && !stage.controller.busy());
        QVERIFY(stage.controller.state().comparison.problem->what.find("plan") != std::string::npos);
    }
    stage.record = CoreEngine().run({.text = stage.session.document().text, .plan = "head 0.0: off", .model = m_model, .previous = {}}, {}).value();
    stage.controller.recordChanged();
    TRY_VERIFY(stage.controller.state().comparison && stage.controller.state().effect.problem && !stage.controller.busy());
    QVERIFY(!stage.controller.state().comparison.problem);
}

// A document with fewer patterns than were looked at, as undo or a file leaves it.
void TestComparing::theLastPatternStandsForThoseThatAreGone()
{
    Stage stage(m_model);
    stage.session.setCompare({.pattern = 3});
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    QCOMPARE(stage.controller.state().effect->pattern, 0);
    QCOMPARE(stage.session.shownPattern(), 0);
}

// Quick first, and then the whole of it with the same pictures.
void TestComparing::aLongTextShowsItsPicturesFirst()
{
    Stage stage(m_model);
    stage.session.setText(QString("The cat sat on the mat. ").repeated(200));
    stage.record = CoreEngine().run({.text = stage.session.document().text, .plan = {}, .model = m_model, .previous = {}}, {}).value();
    QVERIFY(stage.record->recording->size() >= 1024);
    std::vector<ComparisonPtr> answers;
    QObject::connect(&stage.controller, &ComparisonController::changed, &stage.controller, [&] {
        const ComparisonPtr& answer = stage.controller.state().comparison.answer;
        if (answer && (answers.empty() || answers.back() != answer)) answers.push_back(answer);
    });
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone() && answers.size() == 2);
    QVERIFY(!isWhole(*answers[0]) && isWhole(*answers[1]));
    const ComparedPattern &first = *answers[0]->pattern(0), &second = *answers[1]->pattern(0);
    QVERIFY(first.kept && first.effect.reach.empty() && first.largestMove == 0.0);
    QVERIFY(!second.effect.reach.empty() && second.largestMove > 0.0);
    QVERIFY(first.kept == second.kept && first.moved == second.moved && answers[0]->own == answers[1]->own);
    QCOMPARE(first.effect.retained, second.effect.retained);
    QCOMPARE(stage.compared->load(), 2);
    stage.session.setPatterns({"window(3)", stage.session.document().patterns.front()}, "change");
    TRY_VERIFY(stage.isDone() && answers.size() == 4);
    QVERIFY(answers[3]->pattern(1)->kept == second.kept && answers[3]->own == answers[0]->own);
    QVERIFY(answers[2]->pattern(1)->largestMove == second.largestMove);   // what was known whole stays so
}

void TestComparing::picturesThatAreThereStayTheSame()
{
    Stage stage(m_model);
    stage.controller.setWatched(true);
    TRY_VERIFY(stage.isDone());
    const ComparisonPtr before = stage.controller.state().comparison.answer;
    stage.session.setPatterns(stage.session.document().patterns + QStringList{"window(2)"}, "further");
    TRY_VERIFY(stage.isDone() && stage.controller.state().comparison->patterns.size() == 2);
    const Comparison& after = *stage.controller.state().comparison.answer;
    QVERIFY(after.own == before->own && after.pattern(0)->kept == before->pattern(0)->kept && after.pattern(0)->moved == before->pattern(0)->moved);
    QVERIFY(after.tiles.map == before->tiles.map);
}

QTEST_MAIN(TestComparing)
#include "tst_comparing.moc"
