// Keys between and inside panels: F6 goes round them, and what pops up is used by keys as well.
#include <QRadioButton>
#include <QSlider>
#include <QToolButton>

#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestPanelSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysGoRoundThePanels();
    void aPanelKeepsItsPlace();
    void foldedPanelsArePassedOver();
    void theThresholdOfLinksIsSetByKeys();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// Where the keyboard is.
QString panelOfFocus(const test::WindowFixture& f)
{
    for (const char* name : {"contextBar", "rail", "headsPanel", "centrePanel", "inspectorPanel", "sentence"}) {
        const auto* panel = f.window.findChild<QWidget*>(QLatin1String(name));
        const QWidget* focus = QApplication::focusWidget();
        if (panel && focus && (panel == focus || panel->isAncestorOf(focus))) return QLatin1String(name);
    }
    return {};
}

// As the window system brings it: to the window that has the keyboard, be it a popup.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget* top = QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::activeWindow();
    QTest::keyClick(top->windowHandle(), key, modifiers);
}

}   // namespace

void TestPanelSteps::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestPanelSteps::keysGoRoundThePanels()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{6, 2});
    f.sentence().setFocus();
    QStringList seen;
    do {
        press(Qt::Key_F6);
        seen.append(panelOfFocus(f));
    } while (seen.back() != "sentence" && seen.size() < 10);
    const QStringList order{"headsPanel", "centrePanel", "inspectorPanel", "contextBar", "sentence"};
    seen.removeAll("rail");   // where its buttons take the keyboard
    QCOMPARE(seen, order);
    press(Qt::Key_F6, Qt::ShiftModifier);
    press(Qt::Key_F6);
    QCOMPARE(panelOfFocus(f), QString("sentence"));
    press(Qt::Key_F6);
    press(Qt::Key_F6);
    QVERIFY(f.picture().hasFocus());   // the picture, not the buttons above it
}

void TestPanelSteps::aPanelKeepsItsPlace()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{6, 2});
    auto& list = f.widget<QWidget>("strongestKeys");
    list.setFocus();
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(f.picture().hasFocus());
    press(Qt::Key_F6);
    QVERIFY(list.hasFocus());
}

void TestPanelSteps::foldedPanelsArePassedOver()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    QVERIFY(f.trigger("foldHeads"));
    f.sentence().setFocus();
    press(Qt::Key_F6);
    QVERIFY(f.picture().hasFocus());
}

void TestPanelSteps::theThresholdOfLinksIsSetByKeys()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& button = f.widget<QToolButton>("linkThreshold");
    button.setFocus(Qt::TabFocusReason);
    press(Qt::Key_Space);
    TRY_VERIFY(QApplication::activePopupWidget());
    const LinkRule before = f.window.session().view().links;
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QCOMPARE(qRound(f.window.session().view().links.share * 100), qRound(before.share * 100) + 2);
    press(Qt::Key_Tab);   // to the choice of the rule
    press(Qt::Key_Down);
    QCOMPARE(f.window.session().view().links.mode, LinkMode::FixedWeight);
    press(Qt::Key_Escape);
    TRY_VERIFY(!QApplication::activePopupWidget());
    QVERIFY(button.hasFocus());
    QVERIFY(f.text("linkMeaning").contains("weights from"));
}

QTEST_MAIN(TestPanelSteps)
#include "tst_panel_steps.moc"
