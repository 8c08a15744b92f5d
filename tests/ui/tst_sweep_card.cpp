// Many patterns tried on one head: the card, its controller, pointing and keys. FOVEA_PICTURES=FOLDER writes what it looks like.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtTest>

#include "tests/ui/offscreen.h"
#include "tests/ui/tiny_model.h"
#include "tests/ui/try.h"
#include "ui/controllers/engine.h"
#include "ui/controllers/sweep_controller.h"
#include "ui/views/compare/sweep_card.h"
#include "ui/views/compare/sweep_plot.h"
#include "ui/window/style_sheet.h"

using namespace ui;
using core::Index;
using core::Pattern;

namespace {

// Wider windows lose less and cost more; every third is worse than a cheaper one.
SweepState someState()
{
    auto points = std::make_shared<std::vector<core::SweepPoint>>();
    for (int i = 1; i <= 18; ++i) {
        core::SweepPoint point;
        point.pattern = Pattern::window(i);
        point.cost.flops = 1e4 * i;
        point.cost.cacheBytes = 64.0 * i;
        point.error = (i % 3 == 0 ? 2.2 : 1.0) / double(i);
        point.retained = 1.0 - 0.5 / double(i);
        if (i != 1) point.divergence = point.error / 3.0;
        points->push_back(point);
    }
    return {.text = "window({1-18})", .of = 18, .points = points};
}

struct Stage {
    QWidget window;
    SweepCard* card = new SweepCard(&window);
    QLabel* status = card->findChild<QLabel*>("sweepStatus");
    SweepPlot* plot = card->findChild<SweepPlot*>("sweepPlot");
    QPushButton* run = card->findChild<QPushButton*>("sweepRun");
    Stage()
    {
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(card);
        window.setObjectName("stage");
        setTheme(Theme::light());
        window.resize(360, 280);
        window.show();
    }
    void setTheme(const Theme& theme)
    {
        applyLook(theme);
        window.setStyleSheet(styleSheet(theme) + QStringLiteral("QWidget#stage { background: %1; }").arg(theme.surface.name()));
        card->setTheme(theme);
    }
    void picture(const QString& name)
    {
        const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
        QCoreApplication::processEvents();
        if (!folder.isEmpty()) QVERIFY(window.grab().save(folder + "/" + name + ".png"));
    }
};

}   // namespace

class TestSweepCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void theCheapestThatKeepsEnoughIsNamed();
    void pointingNamesAndAClickTakes();
    void keysWalkTheLine();
    void itsTextIsAskedForAndStopped();
    void theControllerTriesAHead();
    void pictures();
};

void TestSweepCard::theCheapestThatKeepsEnoughIsNamed()
{
    Stage s;
    QVERIFY(!s.status->text().isEmpty());
    s.card->show(someState());
    QVERIFY(s.status->text().contains("window(10)"));   // 1 − 0.5/10 = 0.95
    SweepState lossy = someState();
    auto few = std::make_shared<std::vector<core::SweepPoint>>(lossy.points->begin(), lossy.points->begin() + 3);
    lossy.points = few;
    s.card->show(lossy);
    QVERIFY(s.status->text().contains("No pattern"));
    s.card->findChild<QComboBox*>("sweepLoss")->setCurrentIndex(1);
    QVERIFY(s.status->text().contains("infinite"));
    lossy.problem = core::Error{core::Fault::BadInput, "Column 3 is wrong.", "Change it."};
    s.card->show(lossy);
    QCOMPARE(s.status->text(), "Column 3 is wrong. Change it.");
}

void TestSweepCard::pointingNamesAndAClickTakes()
{
    Stage s;
    s.card->show(someState());
    s.plot->replot();
    QStringList taken;
    connect(s.card, &SweepCard::patternChosen, this, [&](const QString& pattern) { taken << pattern; });
    QTest::mouseMove(s.plot, s.plot->placeOf(11).toPoint());
    QVERIFY(s.status->text().startsWith("window(12): keeps"));
    QTest::mouseClick(s.plot, Qt::LeftButton, {}, s.plot->placeOf(11).toPoint());
    QCOMPARE(taken, QStringList{"window(12)"});
    QTest::mouseClick(s.plot, Qt::LeftButton, {}, QPoint(s.plot->width() - 2, 2));   // far from all
    QCOMPARE(taken.size(), 1);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(s.plot, &leave);
    QVERIFY(s.status->text().startsWith("Cheapest"));
}

void TestSweepCard::keysWalkTheLine()
{
    Stage s;
    s.card->show(someState());
    QStringList taken;
    connect(s.card, &SweepCard::patternChosen, this, [&](const QString& pattern) { taken << pattern; });
    s.window.activateWindow();
    s.plot->setFocus(Qt::TabFocusReason);
    QTest::keyClick(s.plot, Qt::Key_Home);
    QVERIFY(s.status->text().startsWith("window(1):"));
    QTest::keyClick(s.plot, Qt::Key_Right);
    QTest::keyClick(s.plot, Qt::Key_Right);
    QVERIFY(s.status->text().startsWith("window(4):"));   // 3 is beaten by 2
    QCOMPARE(s.plot->accessibleDescription(), s.status->text());
    QTest::keyClick(s.plot, Qt::Key_Return);
    QCOMPARE(taken, QStringList{"window(4)"});
    QTest::keyClick(s.plot, Qt::Key_End);
    QVERIFY(s.status->text().startsWith("window(17):"));
    s.card->findChild<QComboBox*>("sweepCost")->setCurrentIndex(1);
    QVERIFY(s.status->text().startsWith("Cheapest"));
}

void TestSweepCard::itsTextIsAskedForAndStopped()
{
    Stage s;
    QStringList asked;
    int stops = 0;
    connect(s.card, &SweepCard::asked, this, [&](const QString& text) { asked << text; });
    connect(s.card, &SweepCard::stopRequested, this, [&] { ++stops; });
    s.card->findChild<QLineEdit*>("sweepTemplate")->setText("window({1, 2})");
    QTest::keyClick(s.card->findChild<QLineEdit*>("sweepTemplate"), Qt::Key_Return);
    s.run->click();
    QCOMPARE(asked, (QStringList{"window({1, 2})", "window({1, 2})"}));
    SweepState running = someState();
    running.isRunning = true;
    running.done = 8;
    s.card->show(running);
    QVERIFY(s.status->text().contains("8 of 18"));
    s.run->click();
    QCOMPARE(stops, 1);
    QCOMPARE(asked.size(), 2);
}

void TestSweepCard::theControllerTriesAHead()
{
    const QTemporaryDir folder;
    const QString model = folder.filePath("tiny");
    test::writeTinyModel(model.toStdString());
    const auto opened = core::openModelByName(model.toStdString());
    QVERIFY(opened.has_value());
    const auto record = CoreEngine().run({.text = "The cat sat on the mat", .plan = {}, .model = *opened, .previous = {}}, {});
    QVERIFY(record.has_value());
    SweepController controller;
    int changes = 0;
    connect(&controller, &SweepController::changed, this, [&] { ++changes; });
    controller.start("window({1, 2})");   // no text has run
    QVERIFY(!controller.state().isRunning);
    controller.setHead((*record)->recording, {0, 0});
    controller.start("window({1, 2, 4)");
    QVERIFY(controller.state().problem.has_value());
    controller.start("window({1-12})");
    QVERIFY(controller.state().isRunning && controller.state().of == 12);
    TRY_VERIFY(!controller.state().isRunning);
    QCOMPARE(controller.state().points->size(), std::size_t(12));
    QCOMPARE(controller.state().done, Index(12));
    const auto kept = controller.state().points;
    controller.start("window({1-200})");
    controller.stop();
    QVERIFY(!controller.state().isRunning && controller.state().points == kept);   // what stood before stays
    controller.setHead((*record)->recording, {0, 1});
    QVERIFY(!controller.state().points);
    const int before = changes;
    controller.setHead((*record)->recording, {0, 1});
    QCOMPARE(changes, before);
}

void TestSweepCard::pictures()
{
    Stage s;
    s.picture("sweep-empty");
    s.card->show(someState());
    s.picture("sweep-light");
    s.plot->setFocus(Qt::TabFocusReason);
    QTest::keyClick(s.plot, Qt::Key_End);
    s.picture("sweep-focus");
    s.setTheme(Theme::dark());
    s.picture("sweep-dark");
    s.setTheme(Theme::contrast());
    s.picture("sweep-contrast");
    s.setTheme(Theme::of({.textPercent = 200}));
    s.picture("sweep-200");
}

QTEST_MAIN(TestSweepCard)
#include "tst_sweep_card.moc"
