// The cards of Compare about the whole model: what a plan does to it, and what a cropped or sliding context does. They show what they are given.
#include <QtTest>

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

#include "core/base/random.h"
#include "offscreen.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/context_card.h"
#include "ui/views/compare/effect_card.h"
#include "ui/views/compare/loss_chart.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestEffectCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void theEffectIsPrintedAsItIs();
    void anEmptyPlanIsNothing();
    void statesAreToldApart();
    void groupsOfHeadsAreChosenOrSet();
    void linesAreToldApartWithoutColour();
    void lossesAreComparedOverTheSameTokens();
    void theScopeIsChosenOrSet();
    void natsHaveThreeDigits();
    void longTextsAreSmoothedAndSaySo();
    void everyPositionIsToldByPointerAndKeys();
    void untrainedPositionsAreTinted();
    void contextsStandSideBySide();
    void columnsFindRoom();
    void windowAndSinksAreAsked();
    void examplesBringTheirLine();
    void themesAndSizesHaveRoom_data();
    void themesAndSizesHaveRoom();
};

namespace {

std::vector<double> losses(core::Index n, double mean, std::uint64_t seed)
{
    core::Random random(seed);
    std::vector<double> values;
    for (core::Index i = 0; i < n; ++i) values.push_back(mean * 2.0 * random.uniform());
    return values;
}

QStringList words(core::Index n)
{
    QStringList result;
    for (core::Index i = 0; i < n; ++i) result << QStringLiteral("word%1").arg(i);
    return result;
}

EffectShown someEffect(core::Index n)
{
    EffectShown shown{.effect = {}, .plan = "head 2.5: window(8)", .regroups = false, .tokens = words(n), .candidates = {"cat", "dog", "mouse"}};
    shown.effect.divergence.assign(std::size_t(n), 0.25);
    shown.effect.ownLoss = losses(n - 1, 3.0, 1);
    shown.effect.loss = losses(n - 1, 4.0, 2);
    shown.effect.trained = n;
    shown.effect.sameTop = n / 2;
    shown.effect.next = {
        .divergence = 0.5,
        .candidates = {{1, 0.5, 0.4, core::Candidacy::Stayed}, {2, 0.2, 0.01, core::Candidacy::Entered}, {3, 0.01, 0.3, core::Candidacy::Left}}};
    return shown;
}

ContextShown someContext(core::Index n, core::ContextWindow window)
{
    ContextShown shown;
    shown.effect.window = window;
    shown.effect.tokens = shown.effect.trained = n;
    shown.layers = 4;
    shown.model = "m";
    shown.text = "A text.";
    shown.tokens = words(n);
    const std::vector<core::NextToken> next{{1, 0.5}, {2, 0.25}, {3, 0.1}};
    shown.effect.full = {.begin = 0, .loss = losses(n - 1, 3.0, 1), .next = next, .divergence = 0.0};
    shown.effect.sliding = {.begin = 0, .loss = losses(n - 1, 4.0, 2), .next = next, .divergence = 4.866};
    shown.effect.cropped = {.begin = n - window.window, .loss = losses(window.window - 1, 5.0, 3), .next = next, .divergence = 3.306};
    shown.full = shown.sliding = shown.cropped = {"bird", "tree", "a"};
    if (window.sinks > 0) {
        shown.effect.withSinks = core::ContextRun{.begin = 0, .loss = losses(n - 1, 3.1, 4), .next = next, .divergence = 0.04};
        shown.withSinks = {"man", "h", "bird"};
    }
    return shown;
}

// Of the model that comes with the program, for pictures to look at.
EffectShown realEffect()
{
    const core::ModelPtr model = core::openModelByName("fovea-s").value();
    const core::Tokens tokens = model->tokenizer.encode(builtInContextPresets().contexts[2].text.toStdString()).value();
    const core::AttentionPlan plan = core::AttentionPlan::parse("layer 2: window(8) | sinks(1)").value();
    return shown(core::planEffect(*model->transformer, tokens, plan).value(), plan, tokens, model->tokenizer);
}

ContextShown realContext(int preset)
{
    const core::ModelPtr model = core::openModelByName("fovea-s").value();
    const ContextPreset chosen = builtInContextPresets().contexts[std::size_t(preset)];
    const core::Tokens tokens = model->tokenizer.encode(chosen.text.toStdString()).value();
    return shown(core::contextEffect(*model->transformer, tokens, chosen.window).value(), tokens, *model);
}

QString text(const QWidget& card, const char* name) { return card.findChild<QLabel*>(name)->text(); }
bool shows(const QWidget& card, const char* name) { return card.findChild<QWidget*>(name)->isVisibleTo(&card); }
LossChart& chartOf(const QWidget& card) { return *card.findChild<LossChart*>("lossChart"); }

// Room for everything: no label is cut.
QString cutLabel(const QWidget& card)
{
    for (const QLabel* label : card.findChildren<QLabel*>()) {
        if (!label->isVisibleTo(&card) || label->text().isEmpty()) continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() < needed || label->width() < label->minimumSizeHint().width())
            return QStringLiteral("%1 “%2” has %3 × %4").arg(label->objectName(), label->text()).arg(label->width()).arg(label->height());
    }
    return {};
}

}   // namespace

void TestEffectCards::theEffectIsPrintedAsItIs()
{
    EffectCard card;
    const EffectShown shown = someEffect(40);
    card.showEffect(shown);
    QCOMPARE(text(card, "effectDivergence"), QString("0.250 nats"));
    QCOMPARE(text(card, "effectLast"), QString("0.500 nats"));
    QCOMPARE(text(card, "effectSame"), percent(0.5));
    QCOMPARE(text(card, "effectLoss"), QString("%1 → %2 nats").arg(printed(*shown.effect.meanOwnLoss(), 3), printed(*shown.effect.meanLoss(), 3)));
    const auto& rows = card.findChild<ShareList*>("effectNext")->rows();
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[1].label, QString("dog"));
    QCOMPARE(rows[1].value, percent(0.2));
    QCOMPARE(rows[1].second, percent(0.01));
    QVERIFY(!rows[1].tip.isEmpty() && rows[0].tip.isEmpty());
    QCOMPARE(chartOf(card).curves()[1].loss, shown.effect.loss);
    QVERIFY(text(card, "effectWarning").contains("Masking a densely trained model is not training a sparse one"));
    EffectShown pooled = shown;
    pooled.regroups = true;
    card.showEffect(pooled);
    QVERIFY(text(card, "effectWarning").contains("Mean-pooled, not retrained"));
    QCOMPARE(text(card, "effectPlan"), QString("head 2.5: window(8)"));
}

void TestEffectCards::anEmptyPlanIsNothing()
{
    EffectCard card;
    EffectShown shown = someEffect(40);
    shown.plan.clear();
    card.showEffect(shown);
    QVERIFY(!shows(card, "effectWarning") && !shows(card, "effectPlan"));
    card.showEffect({});   // of no tokens
    QCOMPARE(text(card, "effectDivergence"), QString("–"));
    QCOMPARE(text(card, "effectLoss"), QString("–"));
    QVERIFY(!shows(card, "lossChart"));
    card.showEffect(someEffect(2));   // one loss is a dot
    QVERIFY(shows(card, "lossChart"));
}

void TestEffectCards::statesAreToldApart()
{
    EffectCard card;
    QSignalSpy said(&card, &AlertFrame::announced);
    QVERIFY(!shows(card, "effectNext"));
    const QString idle = text(card, "effectStatus");
    card.showWorking();
    QVERIFY(text(card, "effectStatus") != idle);
    QVERIFY(!text(card, "effectStatus").contains("before"));
    card.showEffect(someEffect(40));
    QVERIFY(shows(card, "effectNext") && !shows(card, "effectStatus"));
    card.showWorking();
    QVERIFY2(shows(card, "effectNext") && text(card, "effectStatus").contains("before"), "the last good numbers stay");
    card.showProblem({core::Fault::BadInput, "The plan names layer 9.", "Layers are 0 to 3."});
    QCOMPARE(text(card, "effectStatus"), QString("The plan names layer 9. Layers are 0 to 3. These numbers are of what was tried before."));
    QCOMPARE(said.count(), 1);
    card.showNothing();
    QVERIFY(!shows(card, "effectNext"));
    QCOMPARE(text(card, "effectStatus"), idle);
}

void TestEffectCards::theScopeIsChosenOrSet()
{
    EffectCard card;
    auto* scope = card.findChild<QComboBox*>("effectScope");
    QSignalSpy chosen(&card, &EffectCard::scopeChosen);
    card.setScope(core::PlanScope::Model);
    QCOMPARE(scope->currentText(), QString("the whole model"));
    QCOMPARE(chosen.count(), 0);
    card.show();
    scope->setFocus();
    QTest::keyClick(scope, Qt::Key_Up);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<core::PlanScope>(), core::PlanScope::Layer);
    QVERIFY(!scope->accessibleName().isEmpty());
}

void TestEffectCards::groupsOfHeadsAreChosenOrSet()
{
    EffectCard card;
    auto* tried = card.findChild<QComboBox*>("effectTried");
    QSignalSpy chosen(&card, &EffectCard::groupsChosen);
    card.setTried(0, 12);
    QStringList offered;
    for (int i = 0; i < tried->count(); ++i) offered << tried->itemText(i);
    QCOMPARE(offered, (QStringList{"the pattern", "kv_groups(6)", "kv_groups(4)", "kv_groups(3)", "kv_groups(2)", "kv_groups(1)"}));
    card.setTried(4, 12);
    QCOMPARE(tried->currentText(), QString("kv_groups(4)"));
    QCOMPARE(chosen.count(), 0);
    // Groups hold for whole layers.
    auto* scope = card.findChild<QComboBox*>("effectScope");
    const auto hasHead = [&] { return bool(scope->model()->flags(scope->model()->index(0, 0)) & Qt::ItemIsEnabled); };
    QVERIFY(!hasHead());
    card.show();
    tried->setFocus();
    QTest::keyClick(tried, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<core::Index>(), core::Index(3));
    card.setTried(0, 12);
    QVERIFY(hasHead());
    card.setTried(5, 12);   // of another model: what is shown is what is asked, and the answer says why not
    QCOMPARE(tried->currentText(), QString("kv_groups(5)"));
    card.setTried(0, 1);
    QCOMPARE(tried->count(), 1);
    QVERIFY(tried->toolTip().contains("one key/value head"));
}

void TestEffectCards::linesAreToldApartWithoutColour()
{
    LossChart chart;
    for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::contrast()}) {
        chart.setTheme(theme);
        for (const auto& roles : {std::vector{LossRole::Own, LossRole::Plan},
                                  std::vector{LossRole::Own, LossRole::Sliding, LossRole::WithSinks, LossRole::Cropped}}) {
            std::vector<LossCurve> curves;
            for (const LossRole role : roles) curves.push_back({"x", role, 0, losses(20, 3.0, 1)});
            chart.showCurves(curves, words(21), 21);
            QSet<QString> dashes;
            for (int i = 0; i < chart.graphCount(); ++i) {
                QString dash;
                for (const double part : chart.graph(i)->pen().dashPattern()) dash += QString::number(part) + ' ';
                dashes.insert(dash);
            }
            QCOMPARE(dashes.size(), qsizetype(roles.size()));
        }
    }
}

void TestEffectCards::lossesAreComparedOverTheSameTokens()
{
    ContextCard card(ContextPresets{});
    ContextShown shown = someContext(6, {.window = 3, .sinks = 0});
    shown.effect.full.loss = {9.0, 9.0, 9.0, 1.0, 2.0};
    shown.effect.sliding.loss = {9.0, 9.0, 9.0, 2.0, 3.0};
    shown.effect.cropped.loss = {5.0, 6.0};
    card.showContext(shown);
    const auto loss = [&](const char* name) { return text(*card.findChild<QWidget*>(name), "loss"); };
    QCOMPARE(loss("readFull"), QString("loss 1.50 over the last 2, 6.00 over all 5"));
    QCOMPARE(loss("readSliding"), QString("loss 2.50 over the last 2, 6.40 over all 5"));
    QCOMPARE(loss("readCropped"), QString("loss 5.50 over the last 2"));
    ContextShown whole = someContext(6, {.window = 6, .sinks = 0});
    whole.effect.full.loss = {1.0, 1.0, 1.0, 2.0, 2.0};
    card.showContext(whole);
    QCOMPARE(loss("readFull"), QString("loss 1.40 over all 5"));
}

void TestEffectCards::natsHaveThreeDigits()
{
    const std::pair<double, const char*> expected[] = {{0.0, "0 nats"},        {4.866, "4.87 nats"},       {12.34, "12.3 nats"},
                                                       {0.3121, "0.312 nats"}, {0.1, "0.100 nats"},        {0.0301, "30.1 mnat"},
                                                       {0.0003, "0.300 mnat"}, {0.0000123, "0.0123 mnat"}, {1.49e-9, "1.49e−9 nats"}};
    for (const auto& [nats, printedSo] : expected)
        QVERIFY2(printedNats(nats).replace("e−09", "e−9") == QString::fromUtf8(printedSo), qPrintable(printedNats(nats)));
    QCOMPARE(printedNats(std::nullopt), QString("–"));
}

void TestEffectCards::longTextsAreSmoothedAndSaySo()
{
    const std::vector<double> mean = rollingMean({4.0, 2.0, 3.0, 7.0}, 2);
    QCOMPARE(mean, (std::vector<double>{3.0, 2.5, 5.0}));
    QVERIFY(rollingMean({4.0}, 2).empty());
    LossChart chart;
    chart.showCurves({{"own", LossRole::Own, 0, losses(kSmoothFrom - 1, 3.0, 1)}}, words(100), 100);
    QVERIFY(!chart.isSmoothed() && !chart.caption().contains("rolling"));
    QCOMPARE(chart.graph(0)->data()->at(0)->key, 1.0);
    chart.showCurves({{"own", LossRole::Own, 0, losses(kSmoothFrom, 3.0, 1)}}, words(100), 100);
    QVERIFY(chart.isSmoothed());
    QVERIFY(chart.caption().contains("rolling mean of 16 tokens"));
    QCOMPARE(chart.graph(0)->dataCount(), int(kSmoothFrom - kSmoothed + 1));
    QCOMPARE(chart.graph(0)->data()->at(20)->value, rollingMean(chart.curves()[0].loss, kSmoothed)[20]);
    QCOMPARE(chart.graph(0)->data()->at(0)->key, 16.0);   // the first token has no loss, and 16 of them make a mean
    QVERIFY(!chart.xAxis->label().isEmpty() && !chart.yAxis->label().isEmpty());
}

void TestEffectCards::everyPositionIsToldByPointerAndKeys()
{
    LossChart chart;
    chart.resize(400, 200);
    chart.showCurves({{"own", LossRole::Own, 0, losses(199, 3.0, 1)}, {"cropped", LossRole::Cropped, 190, {1.0, 2.5, 3.0}}}, words(200), 200);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QSignalSpy pointed(&chart, &LossChart::pointed);
    chart.replot();
    const QPoint at(qRound(chart.xAxis->coordToPixel(192.0)), chart.axisRect()->center().y());
    QTest::mouseMove(&chart, at - QPoint(30, 0));
    QTest::mouseMove(&chart, at);
    QCOMPARE(chart.position(), std::optional<core::Index>(192));
    // The single loss, not the mean that is drawn; of each curve that reaches here.
    QCOMPARE(chart.readout(), QString("Token 192 “word192”: own %1 · cropped 2.50 nats").arg(printed(chart.curves()[0].loss[191], 2)));
    QVERIFY(pointed.count() >= 1);
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.position(), std::optional<core::Index>(193));
    QTest::keyClick(&chart, Qt::Key_End);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.position(), std::optional<core::Index>(199));
    QVERIFY(chart.accessibleDescription().contains("word199"));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Left);
    QCOMPARE(chart.position(), std::optional<core::Index>(1));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.position() && chart.readout().isEmpty());
    QVERIFY(chart.accessibleDescription().contains("own: mean"));
}

void TestEffectCards::untrainedPositionsAreTinted()
{
    LossChart chart;
    const auto isTinted = [&] { return chart.item(1)->visible(); };
    chart.showCurves({{"own", LossRole::Own, 0, losses(99, 3.0, 1)}}, words(100), 100);
    QVERIFY(!isTinted());
    chart.showCurves({{"own", LossRole::Own, 0, losses(99, 3.0, 1)}}, words(100), 64);
    QVERIFY(isTinted());
}

void TestEffectCards::contextsStandSideBySide()
{
    ContextCard card(ContextPresets{});
    card.resize(640, 500);
    QVERIFY(!shows(card, "readFull"));
    card.showContext(someContext(40, {.window = 8, .sinks = 0}));
    QVERIFY(shows(card, "readFull") && shows(card, "readSliding") && shows(card, "readCropped") && !shows(card, "readWithSinks"));
    QCOMPARE(text(*card.findChild<QWidget*>("readSliding"), "divergence"), QString("KL from full 4.87 nats"));
    QVERIFY(text(*card.findChild<QWidget*>("readCropped"), "loss").endsWith("over the last 7"));
    QCOMPARE(chartOf(card).curves().size(), std::size_t(3));
    QCOMPARE(chartOf(card).curves()[2].begin, core::Index(32));
    QVERIFY(text(card, "contextReach").contains("through 4 of them a window of 8 hears of 28 tokens"));
    card.showContext(someContext(40, {.window = 8, .sinks = 1}));
    QVERIFY(shows(card, "readWithSinks"));
    QCOMPARE(text(*card.findChild<QWidget*>("readWithSinks"), "heading"), QString("Sliding, 8 + 1 sink"));
    QCOMPARE(card.findChild<QWidget*>("readWithSinks")->findChild<ShareList*>("next")->rows()[0].label, QString("man"));
    QCOMPARE(chartOf(card).curves().size(), std::size_t(4));
    card.showContext(someContext(8, {.window = 8, .sinks = 0}));
    QVERIFY2(!shows(card, "contextReach"), "the window holds the text");
}

void TestEffectCards::columnsFindRoom()
{
    ContextCard card(ContextPresets{});
    card.showContext(someContext(40, {.window = 8, .sinks = 1}));
    card.show();
    const auto rows = [&](int width) {
        card.resize(width, 900);
        QCoreApplication::processEvents();
        QSet<int> tops;
        for (const char* name : {"readFull", "readSliding", "readWithSinks", "readCropped"}) tops.insert(card.findChild<QWidget*>(name)->y());
        return tops.size();
    };
    QCOMPARE(rows(700), 1);
    QCOMPARE(rows(440), 2);   // never three and a lonely one
    QCOMPARE(rows(340), 2);
}

void TestEffectCards::windowAndSinksAreAsked()
{
    ContextCard card(ContextPresets{});
    QSignalSpy asked(&card, &ContextCard::windowChosen);
    card.setWindow({.window = 32, .sinks = 1});
    QCOMPARE(asked.count(), 0);
    card.findChild<QSpinBox*>("contextWindow")->stepUp();
    card.findChild<QSpinBox*>("contextSinks")->stepDown();
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked[1][0].value<core::ContextWindow>(), (core::ContextWindow{.window = 33, .sinks = 0}));
    card.findChild<QSpinBox*>("contextWindow")->setValue(-5);
    QCOMPARE(card.window().window, core::Index(1));   // what is not legal cannot be asked
    card.showWorking();
    QVERIFY(shows(card, "contextStatus"));
    card.showProblem({core::Fault::OverBudget, "Too much.", {}});
    QCOMPARE(text(card, "contextStatus"), QString("Too much."));
}

void TestEffectCards::examplesBringTheirLine()
{
    const ContextPreset preset{.title = "One", .text = "A text.", .window = {.window = 8, .sinks = 1}, .look = "Look there.", .shows = {}};
    ContextCard card(ContextPresets{.model = "m", .contexts = {preset}});
    QSignalSpy chosen(&card, &ContextCard::presetChosen);
    QSignalSpy asked(&card, &ContextCard::windowChosen);
    auto* examples = card.findChild<QComboBox*>("contextExamples");
    QVERIFY(!examples->accessibleName().isEmpty());
    card.show();
    examples->setFocus();
    QTest::keyClick(examples, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<ContextPreset>().text, preset.text);
    QCOMPARE(asked.count(), 0);   // one request, not two
    QCOMPARE(card.window(), preset.window);
    card.showContext(someContext(40, preset.window));
    QCOMPARE(text(card, "contextLook"), preset.look);
    card.showContext(someContext(40, {.window = 9, .sinks = 1}));
    QVERIFY2(!shows(card, "contextLook"), "the line is not true of another window");
}

void TestEffectCards::themesAndSizesHaveRoom_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("percent");
    for (const int theme : {0, 1, 2})
        for (const int percent : {100, 150, 200}) QTest::addRow("theme %d at %d %%", theme, percent) << theme << percent;
}

void TestEffectCards::themesAndSizesHaveRoom()
{
    QFETCH(int, theme);
    QFETCH(int, percent);
    const Theme look = Theme::of({.theme = ThemeKind(theme), .textPercent = percent});
    applyLook(look);
    const auto cardIn = [&](auto& card, int width) {
        card.setStyleSheet(styleSheet(look));
        card.setTheme(look);
        card.resize(width, 10);
        card.show();
        QCoreApplication::processEvents();
        card.resize(width, std::max(card.sizeHint().height(), card.layout()->totalHeightForWidth(width)));
        for (int i = 0; i < 6; ++i) QCoreApplication::processEvents();
    };
    const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
    const auto keep = [&](QWidget& card, const char* name) {
        if (!folder.isEmpty()) QVERIFY(card.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name).arg(theme).arg(percent)));
    };
    EffectCard effect;
    effect.showEffect(folder.isEmpty() ? someEffect(200) : realEffect());
    cardIn(effect, 320 * percent / 100);
    QCOMPARE(cutLabel(effect), QString());
    keep(effect, "effect");
    ContextCard context;
    context.setWindow({.window = 32, .sinks = 1});
    context.showContext(folder.isEmpty() ? someContext(200, {.window = 32, .sinks = 1}) : realContext(1 + theme % 2));
    cardIn(context, 360 * percent / 100);
    QCOMPARE(cutLabel(context), QString());
    keep(context, "context");
    if (!folder.isEmpty()) context.setWindow({.window = 3}), context.showContext(realContext(0));
    cardIn(context, 640 * percent / 100);
    QCOMPARE(cutLabel(context), QString());
    keep(context, "context-wide");
    applyLook(Theme::light());
}

QTEST_MAIN(TestEffectCards)
#include "tst_effect_cards.moc"
