// What the inspector says about one weight: numbers that follow from each other, sentences that are true.
#include "ui/state/ledger.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void inspectorNumbersAddUp();
    void hiddenFirstTokenIsSaid();
    void aHiddenFirstTokenThatLeavesNothingIsSaid();
    void theHiddenTokenItselfShowsItsRawWeight();
    void theMaskStepNamesTheRuleThatHolds();
    void whatARowCannotKnowIsSaidWhereItIsTrue();
    void aHiddenFirstTokenIsHiddenInTheListToo();
    void longNumbersNeverWidenTheInspector();
    void bytesSayWhichCharacterTheyBelongTo();
    void ablationIsNamedAndUndone();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// As `printed` takes them: those behind the point, or minus those of a mantissa.
int decimalsIn(const QString& number)
{
    const QString decimals = number.section('.', 1);
    return decimals.contains('e') ? -int(decimals.section('e', 0, 0).size()) : int(decimals.size());
}

}   // namespace

void TestInspector::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestInspector::inspectorNumbersAddUp()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const core::Index n = f.recording().size();
    for (const Pair pair : {Pair{0, 0}, Pair{n - 1, 0}, Pair{n - 1, n - 1}, Pair{7, 3}}) {
        f.window.session().setPin(pair);
        double sum = 0.0;
        const int places = int(f.text("stepSum").section('.', 1).size()),
                  productPlaces = int(f.window.findChild<ProductTable*>("products")->terms().front().product.section('.', 1).size());
        for (const LedgerTerm& term : f.window.findChild<ProductTable*>("products")->terms()) {
            QCOMPARE(printed(numberIn(term.q) * numberIn(term.k), productPlaces), term.product);
            sum += numberIn(term.product);
        }
        QCOMPARE(printed(sum, places), f.text("stepSum"));
        const QString score = f.text("stepScore"), weight = f.text("stepWeight");
        QCOMPARE(f.text("stepScoreExpression"), QString("÷ √8"));
        QCOMPARE(printed(numberIn(f.text("stepSum")) / std::sqrt(8.0), decimalsIn(score)), score);
        QCOMPARE(printed(std::exp(numberIn(score) - numberIn(f.text("stepLse"))), decimalsIn(weight)), weight);
        QCOMPARE(weight, f.text("inspectorWeight"));
        QVERIFY(std::abs(numberIn(weight) -
                         double(core::mapOf(f.window.controller().record()->recording, {0, 0})->cell(pair.query, pair.key).weight)) <= 6e-5);
    }
}

void TestInspector::hiddenFirstTokenIsSaid()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    const QString raw = f.text("inspectorWeight");
    QVERIFY(f.trigger("hideFirst"));
    QVERIFY(f.text("inspectorRank").contains("first token hidden, raw " + raw));
    const QString hidden = f.text("stepHidden"), expression = f.text("stepHiddenExpression");
    QCOMPARE(printed(numberIn(f.text("stepWeight")) / (1.0 - numberIn(expression.section("− ", 1).chopped(1))), decimalsIn(hidden)), hidden);
    QCOMPARE(hidden, f.text("inspectorWeight"));
    QVERIFY(f.picture().scene().hideFirst);
}

void TestInspector::ablationIsNamedAndUndone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto own = f.window.controller().record();
    QVERIFY(f.trigger("ablateOff"));
    TRY_VERIFY(f.window.controller().record() != own && f.isSettled());
    QVERIFY(f.text("notices").contains("head 0.0: off"));
    f.window.session().setPin(Pair{3, 1});
    QVERIFY(f.text("inspectorNote").contains("switched off"));
    f.window.session().undoStack().undo();
    f.window.session().undoStack().undo();
    TRY_COMPARE(f.window.controller().record()->recording->plan, core::AttentionPlan());
    TRY_COMPARE(f.text("notices"), QString());
}

void TestInspector::aHiddenFirstTokenThatLeavesNothingIsSaid()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    InspectorContent content{
        .record = f.window.controller().record(), .derivation = {}, .source = InspectorSource::Pin, .firstToken = FirstToken::Hidden};
    content.derivation = derive(*content.record, {0, 0}, {7, 3});
    content.derivation->weight = 0.0;
    content.derivation->firstWeight = 1.0f;
    f.inspector().show(content);
    QCOMPARE(f.text("inspectorWeight"), QString("0.0000"));
    QVERIFY2(f.text("inspectorRank").contains("the hidden first token leaves nothing of this row"), qPrintable(f.text("inspectorRank")));
    QVERIFY(!f.shows("stepHidden"));
    content.derivation->firstWeight = 0.5f;   // and the checker can tell the difference
    f.inspector().show(content);
    QVERIFY(!f.text("inspectorRank").contains("leaves nothing"));
}

void TestInspector::theHiddenTokenItselfShowsItsRawWeight()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 0});
    const QString raw = f.text("inspectorWeight");
    QVERIFY(f.trigger("hideFirst"));
    QCOMPARE(f.text("inspectorWeight"), raw);
    QVERIFY2(f.text("inspectorRank").contains("raw weight: the first token is hidden in the picture"), qPrintable(f.text("inspectorRank")));
    QVERIFY(!f.shows("stepHidden"));
}

void TestInspector::theMaskStepNamesTheRuleThatHolds()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 6});
    QCOMPARE(f.text("stepMaskExpression"), QString("6 ≤ 7"));
    f.window.session().setPlan("head 0.0: window(3)");
    TRY_VERIFY(f.isSettled() && f.window.controller().standing() == Standing::Current);
    QVERIFY2(f.widget<QLabel>("stepMaskExpression").toolTip().contains("window(3)"), qPrintable(f.text("stepMaskExpression")));
    QCOMPARE(f.text("stepMask"), QString("allowed"));
    f.window.session().setPin(Pair{7, 2});
    QVERIFY2(f.text("inspectorNote").contains("Not allowed by the pattern") && f.text("inspectorNote").contains("window(3)"),
             qPrintable(f.text("inspectorNote")));
    f.window.session().setPin(Pair{2, 7});
    QVERIFY2(f.text("inspectorNote").contains("a future token"), qPrintable(f.text("inspectorNote")));
}

void TestInspector::whatARowCannotKnowIsSaidWhereItIsTrue()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("futureClaim") && !f.shows("proveIt"));
    const core::Tokens& tokens = f.recording().tokens;
    core::Index it = 0;   // the token that the last piece of "it" is
    while (it + 2 < tokens.size() && tokens.text.substr(std::size_t(tokens.items[std::size_t(it + 1)].span.begin)) != " was tired.") ++it;
    f.window.session().setPin(Pair{it, 1});
    QCOMPARE(f.text("futureClaim"), QString("The row of “%1” was computed before “was tired.” was read: it cannot know what follows.")
                                        .arg(QString::fromStdString(tokens.label(it))));
    QVERIFY(f.shows("proveIt"));
    f.window.session().setPin(Pair{0, 0});
    QCOMPARE(f.text("futureClaim"), QString("The row of “%1” was computed before “The cat sat on the mat …” was read: it cannot know what follows.")
                                        .arg(QString::fromStdString(tokens.label(0))));
    f.window.session().setPin(Pair{tokens.size() - 1, 1});
    QCOMPARE(f.text("futureClaim"), QString("Nothing follows this row: there is no future that it could know."));
    QVERIFY(!f.shows("proveIt"));
}

void TestInspector::aHiddenFirstTokenIsHiddenInTheListToo()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{9, 3});
    const auto& rows = f.widget<ShareList>("strongestKeys").rows();
    QCOMPARE(rows.size(), std::size_t(kRowEntries));
    QVERIFY(f.trigger("hideFirst"));
    QCOMPARE(rows.size(), std::size_t(kRowEntries));
    QVERIFY(f.text("rowHeading").contains("first token hidden"));
    const auto shown = f.picture().scene().shown;
    for (const ShareRow& row : rows) {
        const core::Index key = row.label.section(' ', -1).toLongLong();
        QVERIFY(key > 0);
        QVERIFY(std::abs(row.share - double(shown->cell(9, key).weight)) <= 1e-5);
    }
    const std::optional<Derivation> d = derive(*f.window.controller().record(), {0, 0}, {9, 3});
    QCOMPARE(d->shownKeys, core::Index(9));
    const core::RowVector<float> row = shown->row(9);
    QCOMPARE(d->shownRank, core::Index(1 + (row.array() > row[3]).count()));
    QVERIFY2(f.text("inspectorRank").startsWith(QString("rank %1 of 9 shown keys").arg(d->shownRank)), qPrintable(f.text("inspectorRank")));
}

void TestInspector::longNumbersNeverWidenTheInspector()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    InspectorContent content{
        .record = f.window.controller().record(), .derivation = {}, .source = InspectorSource::Pin, .firstToken = FirstToken::Hidden};
    content.derivation = derive(*content.record, {0, 0}, {7, 3});
    content.derivation->pattern = "causal & window(3) | sinks(4) | global(1) & !window(2)";
    content.derivation->isCausalOnly = false;
    f.window.resize(1280, 720);
    for (const float first : {1e-14f, 0.2f}) {
        content.derivation->firstWeight = first;
        f.inspector().show(content);
        QCoreApplication::processEvents();
        QVERIFY2(f.inspector().width() <= f.inspector().parentWidget()->width(), qPrintable(QString::number(double(first))));
    }
    content.derivation->firstWeight = 1e-14f;
    content.derivation->weight = 1e-15;
    f.inspector().show(content);
    QVERIFY2(f.text("stepHiddenExpression").contains(QString::fromUtf8("e−14")), qPrintable(f.text("stepHiddenExpression")));
}

void TestInspector::bytesSayWhichCharacterTheyBelongTo()
{
    test::WindowFixture f(m_model, QString::fromUtf8("🎉 b"));
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{3, 1});
    QVERIFY2(f.text("inspectorNote").contains(QString::fromUtf8("of “🎉”")), qPrintable(f.text("inspectorNote")));
    f.window.session().setPin(Pair{f.recording().size() - 1, 0});
    QVERIFY2(!f.text("inspectorNote").contains("byte"), qPrintable(f.text("inspectorNote")));
}

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
