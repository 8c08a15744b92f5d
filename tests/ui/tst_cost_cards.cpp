// What compared patterns cost: the table at any length, and how it grows. FOVEA_PICTURES=FOLDER writes what it looks like.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QtTest>

#include <cmath>
#include <map>

#include <qcustomplot.h>

#include "core/base/random.h"
#include "tests/ui/offscreen.h"
#include "tests/ui/try.h"
#include "ui/controllers/cost_controller.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/cost_card.h"
#include "ui/views/compare/cost_words.h"
#include "ui/views/compare/growth_chart.h"
#include "ui/window/style_sheet.h"

using namespace ui;
using core::Index;
using core::Pattern;

namespace {

constexpr Index kText = 192;

CostSubject subject(const QString& name, const char* pattern, Index n = kText)
{
    return {.name = name, .layout = std::make_shared<const core::BlockLayout>(Pattern::parse(pattern).value(), n, n), .seconds = 0.41e-3};
}

CostQuestion question(std::optional<Index> tokens = {})
{
    return {.subjects = {subject("Dense", "causal"), subject("1", "causal & (window(24) | sinks(4))"), subject("2", "causal & strided(12)")},
            .shape = {.headDim = 8},
            .tokens = tokens};
}

CostAnswerPtr answerOf(const CostQuestion& question) { return costsOf(question, {}).value(); }

// A card as the window shows it.
template<class Card>
struct Stage {
    QWidget window;
    Card* card = new Card(&window);
    Stage()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(card);
        setTheme(Theme::light());
        window.resize(360, 260);
        window.show();
    }
    void setTheme(const Theme& theme)
    {
        applyLook(theme);
        window.setStyleSheet(styleSheet(theme) + QStringLiteral("QWidget#stage { background: %1; }").arg(theme.surface.name()));
        window.setObjectName("stage");
        card->setTheme(theme);
    }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
        QCoreApplication::processEvents();
        if (!folder.isEmpty()) QVERIFY(window.grab().save(folder + "/" + name + ".png"));
    }
    void pictures(const QString& name)
    {
        picture(name + "-light");
        setTheme(Theme::dark());
        picture(name + "-dark");
        setTheme(Theme::contrast());
        picture(name + "-contrast");
        setTheme(Theme::of({.textPercent = 200}));
        picture(name + "-200");
        setTheme(Theme::light());
    }
};

QString cell(const QWidget& card, int row, int column) { return card.findChild<QTableWidget*>("costTable")->item(row, column)->text(); }

}   // namespace

class TestCostCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void theTableIsWhatCoreCounts();
    void formulasStandBehindEveryRow();
    void anotherLengthIsChosenOrTyped();
    void whatIsNotKnownSaysWhy();
    void theNumbersThatEveryoneKnowsAreReached();
    void sizesHaveThreeDigits();
    void whatIsNoLengthLeavesTheLastNumbersPaler();
    void theWidthIsWholeAtOnce();
    void longNamesLeaveRoomForTheNumbers();
    void theRatioOfTimesIsThatOfWhatIsPrinted();
    void namesArePushedApart();
    void namesOfCurvesDoNotCollide();
    void ticksHaveRoom();
    void curvesHaveTheirNumbersBelow();
    void theNewestQuestionIsAnswered();
    void pictures();
};

void TestCostCards::theTableIsWhatCoreCounts()
{
    Stage<CostCard> s;
    QVERIFY(!s.card->findChild<QComboBox*>("costLength")->isEnabled());
    s.card->show(answerOf(question()));
    auto* table = s.card->findChild<QTableWidget*>("costTable");
    QCOMPARE(table->rowCount(), 7);
    QCOMPARE(table->columnCount(), 5);
    QCOMPARE(cell(*s.card, 0, 1), printedCount(18'528));
    QCOMPARE(cell(*s.card, 1, 1), printedSize(4.0 * 8 * 18'528));
    QCOMPARE(cell(*s.card, 4, 1), "78");   // tiles of 16 of a causal head
    QCOMPARE(cell(*s.card, 5, 1), "0.93");
    QCOMPARE(cell(*s.card, 6, 1), "0.410 ms");
    const core::PatternCost sparse = core::costOf(*question().subjects[1].layout, {.headDim = 8}).value();
    QCOMPARE(cell(*s.card, 0, 2), printedCount(sparse.pairs));
    QCOMPARE(cell(*s.card, 0, 4), printed(double(sparse.pairs) / 18'528.0, 2));
    QCOMPARE(table->horizontalHeaderItem(4)->text(), "Ratio 1");
    s.card->show(answerOf(question()), 1);
    QCOMPARE(table->horizontalHeaderItem(4)->text(), "Ratio 2");
    const core::PatternCost strided = core::costOf(*question().subjects[2].layout, {.headDim = 8}).value();
    QCOMPARE(cell(*s.card, 0, 4), printed(double(strided.pairs) / 18'528.0, 2));
    CostQuestion alone = question();
    alone.subjects.resize(1);
    s.card->show(answerOf(alone));
    QCOMPARE(table->columnCount(), 2);   // no ratio to nothing
    s.card->show(nullptr);
    QCOMPARE(table->rowCount(), 0);
}

void TestCostCards::formulasStandBehindEveryRow()
{
    Stage<CostCard> s;
    s.card->show(answerOf(question()));
    auto* table = s.card->findChild<QTableWidget*>("costTable");
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < 4; ++column) {
            QVERIFY(!table->item(row, column)->toolTip().isEmpty());
            QVERIFY(!table->item(row, column)->data(Qt::AccessibleTextRole).toString().isEmpty());
            QVERIFY(!table->item(row, column)->data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        }
    QVERIFY(table->item(1, 0)->toolTip().contains("4 · d · Π"));
    QVERIFY(table->item(1, 0)->toolTip().contains("d = 8"));
    QVERIFY(table->item(0, 1)->data(Qt::AccessibleTextRole).toString().contains(printedCount(18'528)));
}

void TestCostCards::anotherLengthIsChosenOrTyped()
{
    Stage<CostCard> s;
    s.card->show(answerOf(question()));
    auto* box = s.card->findChild<QComboBox*>("costLength");
    std::vector<std::optional<Index>> chosen;
    connect(s.card, &CostCard::lengthChosen, this, [&](std::optional<Index> tokens) { chosen.push_back(tokens); });
    const auto type = [&](const QString& text) {
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), text);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    };
    type("10000");
    QCOMPARE(chosen.back(), std::optional<Index>(10'000));
    s.card->show(answerOf(question(10'000)));
    QCOMPARE(box->currentText(), printedCount(10'000));
    QCOMPARE(cell(*s.card, 0, 1), printedSize(50'005'000.0));
    QCOMPARE(cell(*s.card, 6, 1), "–");   // was measured on the text alone
    type("777");
    QCOMPARE(chosen.back(), std::optional<Index>(777));
    s.card->show(answerOf(question(777)));
    QCOMPARE(box->currentText(), "777");
    const std::size_t before = chosen.size();
    for (const char* wrong : {"0", "-3", "many", "2.5", "99999999999"}) {
        type(wrong);
        QVERIFY(s.card->findChild<QLabel*>("costNote")->text().contains("16,777,216"));
        QVERIFY(s.card->findChild<QLabel*>("costNote")->text().contains(wrong));
    }
    QCOMPARE(chosen.size(), before);
    box->setCurrentIndex(0);
    Q_EMIT box->textActivated(box->currentText());
    QVERIFY(!chosen.back());
}

void TestCostCards::whatIsNotKnownSaysWhy()
{
    Stage<CostCard> s;
    CostQuestion asked = question(1'000'000);
    asked.subjects.pop_back();
    asked.subjects.push_back(subject("2", "causal & where(q > k)"));
    s.card->show(answerOf(asked), 1);
    QCOMPARE(cell(*s.card, 0, 2), printedSize(28.0 * 1e6 - 28.0 * 27.0 / 2.0));   // sinks beside a window
    QCOMPARE(cell(*s.card, 3, 2), printedBytes(2.0 * 28 * 8 * 4));
    QCOMPARE(cell(*s.card, 0, 3), "–");
    QCOMPARE(cell(*s.card, 0, 4), "–");   // its ratio
    QVERIFY(s.card->findChild<QLabel*>("costNote")->text().contains("up to 16,384 tokens"));
    s.card->show(answerOf(question()));
    QVERIFY(!s.card->findChild<QLabel*>("costNote")->text().contains("16,384"));
}

void TestCostCards::theNumbersThatEveryoneKnowsAreReached()
{
    Stage<CostCard> s;
    auto* width = s.card->findChild<QComboBox*>("costWidth");
    auto* note = s.card->findChild<QLabel*>("costNote");
    s.card->show(answerOf(question(10'000)));
    QVERIFY(note->text().contains(QString("100%1M pairs").arg(QChar(0x202F))));
    QVERIFY(note->text().contains(printedBytes(400e6)));
    width->setCurrentIndex(width->findData(64));
    for (const Index n : {32, 128}) {
        s.card->show(answerOf(question(n)));
        QCOMPARE(width->currentData().toLongLong(), 64);   // another length leaves it
        QVERIFY(note->text().contains(printedSize(4.0 * 64 * double(n * n)) + " FLOPs"));
        QCOMPARE(cell(*s.card, 1, 1), printedSize(4.0 * 64 * double(n * (n + 1) / 2)));
        QCOMPARE(cell(*s.card, 3, 1), printedBytes(2.0 * double(n) * 64 * 4));
    }
    s.card->show(answerOf(question()));
    QCOMPARE(cell(*s.card, 6, 1), "–");   // no head of that width was measured
    width->setCurrentIndex(0);
    QCOMPARE(cell(*s.card, 6, 1), "0.410 ms");
}

void TestCostCards::whatIsNoLengthLeavesTheLastNumbersPaler()
{
    Stage<CostCard> s;
    s.card->show(answerOf(question()));
    auto* box = s.card->findChild<QComboBox*>("costLength");
    auto* note = s.card->findChild<QLabel*>("costNote");
    const auto ink = [&] { return s.card->findChild<QTableWidget*>("costTable")->item(0, 1)->foreground().color(); };
    const auto type = [&](const QString& text) {
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), text);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    };
    QCOMPARE(ink(), Theme::light().text1);
    type("12.5");
    QVERIFY2(note->text().contains("whole numbers from 1 to 16,777,216"), qPrintable(note->text()));
    QVERIFY2(note->text().contains("still the costs at 192 tokens"), qPrintable(note->text()));
    QCOMPARE(note->property("tone").toString(), "error");
    QCOMPARE(ink(), Theme::light().text3);
    QCOMPARE(cell(*s.card, 0, 1), printedCount(18'528));
    s.picture("cost-wrong");
    type("192");   // what is on show: nobody answers
    QCOMPARE(ink(), Theme::light().text1);
    QVERIFY(note->text().contains("Every token with every token"));
    type("x");
    s.card->show(answerOf(question(777)));
    QCOMPARE(ink(), Theme::light().text1);
    QVERIFY(note->property("tone").toString().isEmpty());
}

void TestCostCards::theWidthIsWholeAtOnce()
{
    Stage<CostCard> s;
    QCoreApplication::processEvents();   // laid out without an answer
    s.card->show(answerOf(question()));
    QCoreApplication::processEvents();
    auto* box = s.card->findChild<QComboBox*>("costWidth");
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.currentText = box->currentText();
    const QRect field = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
    QVERIFY2(box->fontMetrics().horizontalAdvance(box->currentText()) <= field.width(), qPrintable(box->currentText()));
}

void TestCostCards::longNamesLeaveRoomForTheNumbers()
{
    Stage<CostCard> s;
    s.window.resize(480, 260);
    CostQuestion asked = question();
    asked.subjects[1].name = "sinks(4) | window(24) | global(\".\") | strided(12)";
    asked.subjects[2].name = "causal & (longformer(8, 1-4) | landmarks(17))";
    s.card->show(answerOf(asked));
    QCoreApplication::processEvents();
    auto* table = s.card->findChild<QTableWidget*>("costTable");
    QVERIFY(table->columnViewportPosition(4) + table->columnWidth(4) <= table->viewport()->width());
    QCOMPARE(table->horizontalHeaderItem(2)->toolTip(), asked.subjects[1].name);
    QVERIFY(table->horizontalHeaderItem(2)->text().startsWith("1 sinks(4)") && table->horizontalHeaderItem(3)->text().startsWith("2 causal"));
    s.picture("cost-names");
}

void TestCostCards::theRatioOfTimesIsThatOfWhatIsPrinted()
{
    Stage<CostCard> s;
    CostQuestion asked = question();
    core::Random random(3);
    for (int round = 0; round < 300; ++round) {
        for (CostSubject& each : asked.subjects) each.seconds = std::pow(10.0, -7.0 + 6.0 * random.uniform());
        s.card->show(answerOf(asked));
        const auto printedTime = [&](int column) { return cell(*s.card, 6, column).remove(" ms").remove(",").toDouble(); };
        QCOMPARE(cell(*s.card, 6, 4), printedRatio(printedTime(1), printedTime(2)));
    }
    QCOMPARE(printedCost(CostRow::Measured, 0.4149e-3), "0.415 ms");
    QCOMPARE(printedCost(CostRow::Measured, 12.34e-3), "12.3 ms");
    QCOMPARE(printedCost(CostRow::Measured, 1.25e-7), "0.0001 ms");
}

void TestCostCards::namesArePushedApart()
{
    using Places = std::vector<double>;
    QCOMPARE(pushedApart({10.0, 50.0, 90.0}, 12.0, 0.0, 100.0), (Places{10.0, 50.0, 90.0}));
    QCOMPARE(pushedApart({50.0, 50.0, 49.0}, 10.0, 0.0, 100.0), (Places{59.0, 69.0, 49.0}));   // in their order, equal ones too
    QCOMPARE(pushedApart({99.0, 98.0}, 10.0, 0.0, 100.0), (Places{100.0, 90.0}));
    QCOMPARE(pushedApart({-5.0, -9.0}, 10.0, 0.0, 100.0), (Places{10.0, 0.0}));
    QCOMPARE(pushedApart({1.0, 1.0, 1.0}, 80.0, 0.0, 100.0), (Places{0.0, 50.0, 100.0}));   // no room for all of that
    QVERIFY(pushedApart({}, 10.0, 0.0, 100.0).empty());
}

void TestCostCards::namesOfCurvesDoNotCollide()
{
    Stage<GrowthChart> s;
    CostQuestion many = question();
    many.subjects.push_back(subject("3", "causal & window(8)"));
    many.subjects.push_back(subject("4", "causal & window(8)"));   // lies on another curve
    s.card->show(growthOf(many, {}).value());
    auto* plot = s.card->findChild<QCustomPlot*>("growthPlot");
    for (const QSize size : {QSize(360, 260), QSize(300, 200), QSize(640, 300)}) {
        s.window.resize(size);
        QCoreApplication::processEvents();
        for (int quantity = 0; quantity < 3; ++quantity) {
            s.card->findChild<QComboBox*>("growthQuantity")->setCurrentIndex(quantity);
            plot->replot();
            std::vector<QRectF> names;
            for (int i = 0; i < plot->itemCount(); ++i)
                if (const auto* text = qobject_cast<QCPItemText*>(plot->item(i)))
                    names.emplace_back(text->topLeft->pixelPosition(), text->bottomRight->pixelPosition());
            QCOMPARE(names.size(), std::size_t(5));
            for (std::size_t a = 0; a < names.size(); ++a) {
                QVERIFY(QRectF(plot->rect()).contains(names[a]));
                for (std::size_t b = 0; b < a; ++b) QVERIFY(!names[a].adjusted(0, 1.5, 0, -1.5).intersects(names[b].adjusted(0, 1.5, 0, -1.5)));
            }
        }
    }
    // A line that is known at one length alone is named there.
    auto brief = std::make_shared<GrowthAnswer>(*growthOf(many, {}).value());
    for (const std::size_t line : {2, 3})
        for (core::GrowthPoint& point : brief->lines[line].points)
            if (point.tokens != kText) point.cost.reset();
    s.card->show(brief);
    plot->replot();
    s.picture("growth-dots");
    std::map<QString, QPointF> places;
    for (int i = 0; i < plot->itemCount(); ++i)
        if (const auto* text = qobject_cast<QCPItemText*>(plot->item(i))) places[text->text()] = text->left->pixelPosition();
    const double end = plot->xAxis->coordToPixel(double(kText));
    QVERIFY(places["2"].x() > end && places["2"].x() < end + 24.0 && places["1"].x() > plot->axisRect()->right());
    QVERIFY(std::abs(places["2"].y() - places["3"].y()) >= QFontMetrics(Theme::light().strongFont(TextStyle::Caption)).height() - 1.0);
    s.card->show(growthOf(many, {}).value());
    // Below they are told as they lie above each other.
    s.card->findChild<QComboBox*>("growthQuantity")->setCurrentIndex(0);
    const QString numbers = s.card->numbers();
    QVERIFY2(numbers.indexOf("Dense:") < numbers.indexOf("1:") && numbers.indexOf("1:") < numbers.indexOf("3:"), qPrintable(numbers));
}

void TestCostCards::ticksHaveRoom()
{
    Stage<GrowthChart> s;
    s.card->show(growthOf(question(), {}).value());
    auto* plot = s.card->findChild<QCustomPlot*>("growthPlot");
    for (const int percent : {100, 200}) {
        s.setTheme(Theme::of({.textPercent = percent}));
        for (const int width : {640, 360, 300}) {
            s.window.resize(width, 260);
            QCoreApplication::processEvents();
            plot->replot();
            double end = -1.0;
            int seen = 0;
            const QVector<double> ticks = plot->xAxis->tickVector();
            for (qsizetype i = 0; i < ticks.size(); ++i) {
                if (!plot->xAxis->range().contains(ticks[i])) continue;
                const double half = QFontMetrics(plot->xAxis->tickLabelFont()).horizontalAdvance(plot->xAxis->tickVectorLabels()[i]) / 2.0;
                const double at = plot->xAxis->coordToPixel(ticks[i]);
                QVERIFY2(at - half > end, qPrintable(QString("%1 px at %2 %%").arg(width).arg(percent)));
                end = at + half;
                ++seen;
            }
            QVERIFY(seen >= 1);
        }
    }
}

void TestCostCards::sizesHaveThreeDigits()
{
    const QChar thin(0x202F);
    QCOMPARE(printedSize(0.0), "0");
    QCOMPARE(printedSize(999.0), "999");
    QCOMPARE(printedSize(592'896.0), QString("593%1k").arg(thin));
    QCOMPARE(printedSize(4'194'304.0), QString("4.19%1M").arg(thin));
    QCOMPARE(printedSize(999'999.0), QString("1.00%1M").arg(thin));
    QCOMPARE(printedBytes(400e6), QString("400%1MB").arg(thin));
    QCOMPARE(printedBytes(12'288.0), QString("12.3%1kB").arg(thin));
    QCOMPARE(printedRatio(0.0, 3.0), "–");
    QCOMPARE(printedRatio(100.0, 32.0), "0.32");
    QCOMPARE(printedRatio(10'000.0, 32.0), "0.0032");
}

void TestCostCards::curvesHaveTheirNumbersBelow()
{
    Stage<GrowthChart> s;
    const GrowthAnswerPtr growth = growthOf(question(), {}).value();
    s.card->show(growth);
    QCOMPARE(s.card->lengthShown(), kText);
    QVERIFY(s.card->numbers().contains(printedCount(18'528)));
    auto* plot = s.card->findChild<QCustomPlot*>("growthPlot");
    QCOMPARE(plot->graphCount(), 3);
    plot->setFocus(Qt::TabFocusReason);
    QTest::keyClick(plot, Qt::Key_End);
    QCOMPARE(s.card->lengthShown(), 1'000'000);
    QVERIFY(s.card->numbers().contains("1: " + printedSize(28.0 * 1e6)));   // sinks beside a window, to the end
    QTest::keyClick(plot, Qt::Key_Home);
    QCOMPARE(s.card->lengthShown(), 16);
    QTest::keyClick(plot, Qt::Key_Right);
    QCOMPARE(s.card->lengthShown(), 32);
    const QString at32 = s.card->numbers();
    s.card->findChild<QComboBox*>("growthQuantity")->setCurrentIndex(1);
    QVERIFY(s.card->numbers() != at32);
    QVERIFY(s.card->numbers().contains(printedBytes(4.0 * 32 * 33 / 2)));
    plot->replot();
    QTest::mouseMove(plot, QPoint(int(plot->xAxis->coordToPixel(10'000.0)), plot->height() / 2));
    QCOMPARE(s.card->lengthShown(), 10'000);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(plot, &leave);
    QCOMPARE(s.card->lengthShown(), kText);
    // What counts many pairs grows as their square, a window does not.
    const auto& own = growth->lines[0].points;
    QCOMPARE(own.back().cost->pairs, Index(500'000'500'000));
    s.card->show(nullptr);
    QCOMPARE(s.card->lengthShown(), 0);
}

void TestCostCards::theNewestQuestionIsAnswered()
{
    CostController controller;
    std::vector<Index> told;
    int curves = 0;
    connect(&controller, &CostController::costsFound, this, [&](const CostAnswerPtr& answer) { told.push_back(answer->tokens); });
    connect(&controller, &CostController::growthFound, this, [&] { ++curves; });
    const CostQuestion asked = question();
    for (const Index tokens : {10, 20, 30}) {
        CostQuestion next = asked;
        next.tokens = tokens;
        controller.ask(next);
    }
    TRY_VERIFY(!controller.busy());
    QCOMPARE(told, std::vector<Index>{30});
    QCOMPARE(curves, 1);
    controller.ask(asked);   // another length of the same patterns
    TRY_VERIFY(!controller.busy());
    QCOMPARE(curves, 1);
    QCOMPARE(told.back(), kText);
}

void TestCostCards::pictures()
{
    Stage<CostCard> costs;
    costs.card->show(answerOf(question()));
    costs.pictures("cost");
    costs.window.resize(300, 220);
    costs.picture("cost-small");
    CostQuestion many = question(10'000);
    many.subjects.push_back(subject("3", "causal & window(8)"));
    many.subjects.push_back(subject("4", "causal & logsparse"));
    costs.window.resize(520, 240);
    costs.card->show(answerOf(many), 3);
    costs.picture("cost-many");
    Stage<GrowthChart> growth;
    many.tokens.reset();
    growth.card->show(growthOf(many, {}).value());
    growth.pictures("growth");
}

QTEST_MAIN(TestCostCards)
#include "tst_cost_cards.moc"
