// Compare, through the window: the head as it is, with a pattern, and what that changes, from one zoom, one pin and one undo.
#include <cmath>

#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QStatusBar>

#include "compared_window.h"
#include "ui/state/numbers.h"
#include "ui/state/pattern_gallery.h"
#include "ui/views/compare/row_strips.h"
#include "ui/window/style_sheet.h"

using namespace ui;
using test::comparing;
using test::isCompared;
constexpr auto view = &test::picture;

class TestCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itShowsTheHeadThreeTimes();
    void nothingIsComparedWhileNobodyLooks();
    void oneZoomMovesAllAndCanBeUnlinked();
    void aPinIsOneRowEverywhere();
    void aRowOfTheStripsIsPointedAtAndPinned();
    void patternsUndo();
    void aSessionOpensToTheSameView();
    void aPatternThatKeepsNothingSaysSo();
    void typingHereIsTyping();
    void theWalkIsShownInExplore();
    void aPatternIsTakenAway();
    void cardsAreAnswered();
    void aSweepGivesItsPattern();
    void groupsOfHeadsAreTried();
    void theExportIsOfTheComparison();
    void undoingAFurtherPatternShowsTheFirst();
    void whatIsStillOfTheTextBeforeSaysSo();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestCompare::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestCompare::itShowsTheHeadThreeTimes()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    QVERIFY(f.shows("compare") && !f.shows("explore"));
    const core::AttentionMap &own = *view(f, "ownPicture").scene().map, &kept = *view(f, "keptPicture").scene().map,
                             &moved = *view(f, "movedPicture").scene().map;
    const core::PatternEffect& effect = f.window.comparing().state().comparison->pattern(0)->effect;
    const core::Index n = f.recording().size();
    for (core::Index i = 0; i < n; ++i) {
        for (core::Index j = 0; j <= i; ++j) {
            const bool stays = j == 0 || i - j < 4;   // sinks(1) | window(4)
            QCOMPARE(kept.cell(i, j).allowed, stays);
            const double expected = stays ? double(own.cell(i, j).weight) / effect.retained[std::size_t(i)] : 0.0;
            QVERIFY(std::abs(double(kept.cell(i, j).weight) - expected) <= 2e-6);
            QVERIFY(std::abs(double(moved.cell(i, j).weight) - (expected - double(own.cell(i, j).weight))) <= 2e-6);
        }
    }
    const double share = double(effect.layout->pairs()) / double(n * (n + 1) / 2);
    QVERIFY2(f.text("keptPictureTag").contains(percent(share)), qPrintable(f.text("keptPictureTag")));
    const double largest = f.window.comparing().state().comparison->pattern(0)->largestMove, limit = view(f, "movedPicture").scene().scale.limit;
    QVERIFY(limit >= largest && limit <= 1.1 * largest);
}

void TestCompare::nothingIsComparedWhileNobodyLooks()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.type(" again");
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.comparing().busy() && !f.window.comparing().state().comparison);
}

void TestCompare::oneZoomMovesAllAndCanBeUnlinked()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView &own = view(f, "ownPicture"), &kept = view(f, "keptPicture"), &moved = view(f, "movedPicture");
    QCOMPARE(own.geometryOfCells().plot.size(), moved.geometryOfCells().plot.size());
    kept.zoomBy(2.0);
    QVERIFY(!own.geometryOfCells().isFitted());
    QCOMPARE(own.geometryOfCells().view, kept.geometryOfCells().view);
    QCOMPARE(moved.geometryOfCells().view, kept.geometryOfCells().view);
    QVERIFY(f.trigger("linkZoom"));
    kept.fit();
    QVERIFY(kept.geometryOfCells().isFitted() && !own.geometryOfCells().isFitted());
    QTest::keyClick(&f.window, Qt::Key_Escape);
    QVERIFY(own.geometryOfCells().isFitted() && moved.geometryOfCells().isFitted());
}

void TestCompare::aPinIsOneRowEverywhere()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    AttentionView& moved = view(f, "movedPicture");
    QTest::mouseClick(&moved, Qt::LeftButton, {}, moved.geometryOfCells().rectOf({7, 2}).center().toPoint());
    QVERIFY(f.window.session().selection().pin == (Pair{7, 2}));
    for (const char* name : {"ownPicture", "keptPicture", "movedPicture"}) QVERIFY(view(f, name).scene().selection.pin == (Pair{7, 2}));
    const core::PatternEffect& effect = f.window.comparing().state().comparison->pattern(0)->effect;
    QVERIFY2(f.text("comparedRow").contains(percent(effect.retained[7])), qPrintable(f.text("comparedRow")));
    QVERIFY2(f.text("comparedRow").contains(percent(effect.error[7])), qPrintable(f.text("comparedRow")));
}

void TestCompare::aRowOfTheStripsIsPointedAtAndPinned()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    auto& strips = f.widget<RowStrips>("rowStrips");
    const AttentionView& moved = view(f, "movedPicture");
    const int y = strips.mapFromGlobal(moved.mapToGlobal(QPoint(0, int(moved.geometryOfCells().rowCentre(5))))).y();
    QTest::mouseClick(&strips, Qt::LeftButton, {}, QPoint(20, y));
    QVERIFY(f.window.session().selection().pin && f.window.session().selection().pin->query == 5);
}

void TestCompare::patternsUndo()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    const QStringList before = f.window.session().document().patterns;
    f.window.session().setPatterns({"window(2)"}, "change of pattern");
    TRY_VERIFY(isCompared(f));
    QVERIFY(!view(f, "keptPicture").scene().map->cell(5, 3).allowed);
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.window.session().document().patterns, before);
    TRY_VERIFY(isCompared(f));
    QVERIFY(view(f, "keptPicture").scene().map->cell(5, 3).allowed);
}

void TestCompare::aSessionOpensToTheSameView()
{
    const QString file = m_folder.filePath("compared.fovea.json");
    const QStringList patterns{"window(3)", "sinks(2) & where(k % 2 == 0)"};
    {
        test::WindowFixture f(m_model);
        QVERIFY(comparing(f));
        f.window.session().setPatterns(patterns, "change");
        f.window.session().setCompare(
            {.pattern = 1, .zoom = LinkedZoom::Off, .scope = core::PlanScope::Layer, .effects = EffectsCard::Sweep, .sweep = "window({1, 3})"});
        TRY_VERIFY(isCompared(f));
        f.nextSession = file;
        QVERIFY(f.trigger("saveSession"));
        TRY_VERIFY(QFile::exists(file));
    }
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.openPath(file);
    TRY_VERIFY(f.shows("compare") && isCompared(f));
    QCOMPARE(f.window.session().document().patterns, patterns);
    QCOMPARE(f.window.session().view().compare.pattern, 1);
    QVERIFY(f.window.session().view().compare.scope == core::PlanScope::Layer);
    QCOMPARE(f.widget<QLineEdit>("sweepTemplate").text(), QString("window({1, 3})"));
    QVERIFY(f.widget<QWidget>("rail").findChild<QAction*>("show_compare")->isChecked());
}

void TestCompare::aPatternThatKeepsNothingSaysSo()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    f.window.session().setPatterns({"where(k > q)"}, "change");
    TRY_VERIFY(isCompared(f));
    f.window.session().setPin(Pair{4, 1});
    QVERIFY2(f.text("comparedRow").contains("keeps nothing"), qPrintable(f.text("comparedRow")));
    QCOMPARE(f.window.comparing().state().comparison->pattern(0)->effect.emptyRows(), f.recording().size());
}

void TestCompare::typingHereIsTyping()
{
    test::WindowFixture f(m_model, "The cat");
    QVERIFY(comparing(f));
    auto& field = f.widget<SentenceField>("compareSentence");
    QCOMPARE(field.text(), QString("The cat"));
    field.setFocus();
    field.moveCursor(QTextCursor::End);
    QTest::keyClicks(&field, " sat");
    QCOMPARE(f.window.session().document().text, QString("The cat sat"));
    TRY_VERIFY(isCompared(f));
    QCOMPARE(view(f, "keptPicture").scene().map->queries(), f.recording().size());
    QVERIFY(f.trigger("show_explore"));
    QCOMPARE(f.sentence().text(), QString("The cat sat"));
}

void TestCompare::theWalkIsShownInExplore()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    QVERIFY(f.activate() && f.trigger("showMe"));
    QVERIFY(f.shows("explore") && !f.shows("compare"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    TRY_VERIFY(f.shows("compare"));
}

void TestCompare::aPatternIsTakenAway()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    QVERIFY(f.click("copyMaskMod"));
    QVERIFY(QApplication::clipboard()->text().contains("def mask_mod(b, h, q_idx, kv_idx)"));
    QVERIFY(f.click("copyJson"));
    // As the file of named patterns is read, here and by fovea compare --pattern @FILE.json.
    const QString file = m_folder.filePath("taken.json");
    QFile taken(file);
    QVERIFY(taken.open(QIODevice::WriteOnly) && taken.write(QApplication::clipboard()->text().toUtf8()) > 0);
    taken.close();
    const auto gallery = PatternGallery::load(file.toStdString());
    QVERIFY2(gallery, gallery ? "" : gallery.error().what.c_str());
    QCOMPARE(gallery->patterns.size(), std::size_t(1));
    QCOMPARE(gallery->patterns.front().pattern, f.window.session().document().patterns.front());
    f.window.session().setPatterns({"causal & topk(2)"}, "change");
    TRY_VERIFY(isCompared(f));
    QVERIFY(f.click("copyMaskMod"));
    QVERIFY2(!f.message().isEmpty(), "a pattern that selects has no mask_mod, and that is said");
}

void TestCompare::cardsAreAnswered()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    const ComparisonState& state = f.window.comparing().state();
    TRY_VERIFY(state.costs && state.growth && state.effect);
    QCOMPARE(state.costs->columns.size(), std::size_t(2));
    QCOMPARE(state.costs->columns[1].cost->pairs, state.comparison->pattern(0)->effect.layout->pairs());
    QVERIFY(!state.context);   // three runs of the model that nobody asked for
    QVERIFY(f.trigger("showContext"));
    TRY_VERIFY(state.context && !state.context.isUnderWay);
    QVERIFY(f.shows("contextCard") && !f.shows("effectCard"));
    f.window.session().setPin(Pair{6, 2});
    QVERIFY(f.trigger("showReach"));
    QVERIFY2(f.text("reachText").contains("directly"), qPrintable(f.text("reachText")));
}

// By mouse and keys in the window: the card asks for groups, and what stands there is what core finds out about that plan.
void TestCompare::groupsOfHeadsAreTried()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    auto& tried = f.widget<QComboBox>("effectTried");
    auto& scope = f.widget<QComboBox>("effectScope");
    QCOMPARE(f.text("effectPlan"), QString("head 0.0: sinks(1) | window(4)"));
    QVERIFY(tried.count() > 1);
    tried.setFocus();
    QTest::keyClick(&tried, Qt::Key_End);   // all heads share one
    QCOMPARE(f.window.session().view().compare.kvGroups, core::Index(1));
    TRY_VERIFY(isCompared(f) && f.text("effectPlan") == "layer 0: kv_groups(1)");
    QCOMPARE(scope.currentText(), QString("this layer"));
    QVERIFY(f.text("effectWarning").contains("Mean-pooled, not retrained"));
    scope.setFocus();
    QTest::keyClick(&scope, Qt::Key_End);
    TRY_VERIFY(isCompared(f) && f.text("effectPlan") == "all: kv_groups(1)");
    const ExploreRecordPtr record = f.window.controller().record();
    const core::AttentionPlan plan = core::AttentionPlan::parse("all: kv_groups(1)").value();
    const core::PlanEffect effect = core::planEffect(*record->model->transformer, record->recording->tokens, plan).value();
    QVERIFY(*effect.meanDivergence() > 0.0);
    QCOMPARE(f.text("effectDivergence"), printedNats(effect.meanDivergence()));
    QCOMPARE(f.text("effectLoss"), QString("%1 → %2 nats").arg(printed(*effect.meanOwnLoss(), 3), printed(*effect.meanLoss(), 3)));
    tried.setFocus();
    QTest::keyClick(&tried, Qt::Key_Home);
    TRY_VERIFY(isCompared(f) && f.text("effectPlan") == "all: sinks(1) | window(4)");
    QVERIFY(f.text("effectWarning").contains("Masking a densely trained model"));
}

void TestCompare::aSweepGivesItsPattern()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    QVERIFY(f.trigger("showSweep"));
    test::change(f, [](Comparing& c) { c.sweep = "window({1, 2, 5})"; });
    const ComparisonState& state = f.window.comparing().state();
    TRY_VERIFY(state.sweep.points && !state.sweep.isRunning);
    QCOMPARE(state.sweep.points->size(), std::size_t(3));
    f.type("!");   // another text: what was swept is of none that is on show
    TRY_VERIFY(isCompared(f));
    QVERIFY(!state.sweep.points);
}

void TestCompare::theExportIsOfTheComparison()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    f.window.session().setPin(Pair{7, 2});
    for (const char* ending : {"png", "svg", "pdf"}) {
        f.nextFigure = m_folder.filePath(QString("compared.") + ending);
        QVERIFY(f.trigger("exportFigure"));
        TRY_VERIFY(QFile::exists(f.nextFigure));
        TRY_VERIFY(f.window.findChild<QStatusBar*>()->currentMessage().contains("Saved"));
    }
    const QImage picture(m_folder.filePath("compared.png"));
    QVERIFY(!picture.isNull() && picture.text("Title").contains("window(4)"));
}

void TestCompare::undoingAFurtherPatternShowsTheFirst()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    const QStringList before = f.window.session().document().patterns;
    f.window.session().setPatterns(before + QStringList{"window(1)"}, "further pattern");
    Comparing second;
    second.pattern = 1;
    f.window.session().setCompare(second);
    TRY_VERIFY(isCompared(f));
    QVERIFY(!view(f, "keptPicture").scene().map->cell(5, 4).allowed);
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(isCompared(f));
    QVERIFY(view(f, "keptPicture").scene().map && view(f, "keptPicture").scene().map->cell(5, 4).allowed);
}

void TestCompare::whatIsStillOfTheTextBeforeSaysSo()
{
    test::WindowFixture f(m_model);
    QVERIFY(comparing(f));
    f.window.session().setPin(Pair{7, 2});
    QVERIFY(f.text("comparedRow").contains("keeps"));
    f.window.session().setText("A dog sat down on the mat and it slept for long.");
    TRY_VERIFY(f.isSettled());
    f.window.session().showHead({1, 1});
    const bool isOld = f.window.comparing().state().comparison->head != core::HeadId{1, 1};
    QVERIFY(!isOld || f.text("comparedRow").contains("Still of"));
    TRY_VERIFY(isCompared(f));
    QVERIFY2(!f.text("comparedRow").contains("Still of"), qPrintable(f.text("comparedRow")));
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
