// Menus, bars and boxes around the picture: nothing stands there without words, and states can be seen in every theme.
#include <QCheckBox>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

#include "colorimetry.h"
#include "ui/window/context_bar.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestChrome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void menusHaveNoTitlesThatAreNotDrawn();
    void scalesAreNamedInTheMenu();
    void noTwoEntriesOfAMenuShareALetter();
    void aSmallScreenIsFilled();
    void theNewestProblemIsOnShow();
    void sharedKeysAndValuesAreCountedByHeads();
    void boxesAndArrowsAreSeen_data();
    void boxesAndArrowsAreSeen();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// Of whatever is painted there, beside its ground.
double strongestContrast(const QImage& picture, const QColor& ground)
{
    double most = 1.0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) most = std::max(most, test::contrast(picture.pixelColor(x, y), ground));
    return most;
}

void checkMenu(const QMenu& menu)
{
    const QList<QAction*> actions = menu.actions();
    QVERIFY2(!actions.isEmpty(), qPrintable(menu.title()));
    QVERIFY2(!actions.front()->isSeparator() && !actions.back()->isSeparator(), qPrintable(menu.title()));
    for (const QAction* action : actions) {
        QVERIFY2(!action->isSeparator() || action->text().isEmpty(), qPrintable(action->text()));
        if (action->menu()) checkMenu(*action->menu());
    }
}

}   // namespace

void TestChrome::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestChrome::menusHaveNoTitlesThatAreNotDrawn()
{
    test::WindowFixture f(m_model);
    for (const QAction* action : f.window.menuBar()->actions()) checkMenu(*action->menu());
}

void TestChrome::scalesAreNamedInTheMenu()
{
    test::WindowFixture f(m_model);
    auto* action = f.window.findChild<QAction*>("scaleSqrt");
    QCOMPARE(action->text(), QString::fromUtf8("√ scale"));
    QCOMPARE(action->iconText(), QString::fromUtf8("√"));   // where space is short
    QVERIFY(action->toolTip().contains("square root"));
}

void TestChrome::sharedKeysAndValuesAreCountedByHeads()
{
    ContextBar bar;
    core::ModelConfig config;
    config.layers = 5;
    config.heads = 8;
    config.kvHeads = 4;
    bar.showConfig(config);
    QCOMPARE(bar.findChild<QLabel*>("modelFacts")->text(), QString::fromUtf8("5 layers × 8 heads · 4 key/value heads"));
    config.kvHeads = 8;
    bar.showConfig(config);
    QCOMPARE(bar.findChild<QLabel*>("modelFacts")->text(), QString::fromUtf8("5 layers × 8 heads"));
}

void TestChrome::boxesAndArrowsAreSeen_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << int(ThemeKind::Light);
    QTest::newRow("dark") << int(ThemeKind::Dark);
    QTest::newRow("contrast") << int(ThemeKind::Contrast);
}

void TestChrome::boxesAndArrowsAreSeen()
{
    QFETCH(int, kind);
    const Theme theme = Theme::of({.theme = ThemeKind(kind)});
    QApplication::setPalette(paletteOf(theme));
    QWidget window;
    window.setObjectName("mainWindow");
    window.setStyleSheet(styleSheet(theme));
    auto* box = new QCheckBox(&window);   // without a text: what is seen is the box
    auto* tools = new QToolBar(&window);
    tools->setProperty("role", "tools");
    for (int i = 0; i < 9; ++i) tools->addAction("A long name of an action");
    tools->setGeometry(0, 30, 200, 40);
    window.resize(200, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto* more = tools->findChild<QToolButton*>("qt_toolbar_ext_button");
    QVERIFY(more && more->isVisible());
    for (QWidget* control : {static_cast<QWidget*>(box), static_cast<QWidget*>(more)}) {
        const QImage picture = window.grab(QRect(control->mapTo(&window, QPoint()), control->size())).toImage();
        QVERIFY2(strongestContrast(picture, picture.pixelColor(picture.width() - 1, picture.height() - 1)) >= 3.0,
                 control->metaObject()->className());
    }
}

// Of two, neither is reached at once.
void TestChrome::noTwoEntriesOfAMenuShareALetter()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto check = [](const QList<QAction*>& entries, const QString& where) {
        QMap<QChar, QString> taken;
        for (const QAction* entry : entries) {
            const qsizetype at = QString(entry->text()).replace("&&", "  ").indexOf(u'&');
            if (at < 0 || !entry->isVisible()) continue;
            const QChar letter = entry->text().at(at + 1).toLower();
            if (taken.contains(letter)) return where + ": " + taken[letter] + " and " + entry->text();
            taken[letter] = entry->text();
        }
        return QString();
    };
    QCOMPARE(check(f.window.menuBar()->actions(), "bar"), QString());
    for (const QMenu* menu : f.window.findChildren<QMenu*>()) QCOMPARE(check(menu->actions(), menu->title()), QString());
    QAction a("&One", nullptr), b("an&other", nullptr), c("&ordinary", nullptr);
    QVERIFY(!check({&a, &b, &c}, "planted").isEmpty());
}

void TestChrome::aSmallScreenIsFilled()
{
    for (const auto& [screen, fills] : {std::pair(QSize(1280, 720), true), std::pair(QSize(1440, 900), true), std::pair(QSize(1920, 1080), false)}) {
        test::WindowFixture f(m_model);
        f.window.fitTo(screen);
        QCOMPARE(f.window.isMaximized(), fills);
    }
}

void TestChrome::theNewestProblemIsOnShow()
{
    MessageStrip strip;
    strip.show(ProblemSource::Model, {core::Fault::BadFile, "first", ""});
    strip.show(ProblemSource::File, {core::Fault::BadFile, "second", ""});
    QCOMPARE(strip.text(), QString("second"));
    strip.show(ProblemSource::Model, {core::Fault::BadFile, "third", ""});
    QCOMPARE(strip.text(), QString("third"));
    strip.findChild<QPushButton*>("dismissMessage")->click();
    QCOMPARE(strip.text(), QString("second"));
    strip.clear(ProblemSource::File);
    QVERIFY(strip.text().isEmpty());
}

QTEST_MAIN(TestChrome)
#include "tst_chrome.moc"
