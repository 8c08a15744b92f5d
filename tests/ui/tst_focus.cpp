// Tab: to every control that can be used, once, in the order in which one reads the window, and each shows that it is there. With FOVEA_PICTURES=FOLDER
// the window is written there as a PNG at every stop.
#include <algorithm>
#include <set>

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QActionGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

#include "ui/plot/place_keys.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"
#include "ui/views/explore/step_list.h"
#include "ui/window/keyboard_help.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

using State = std::function<void(test::WindowFixture&)>;
Q_DECLARE_METATYPE(State)

class TestFocus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tabVisitsEveryControlOnceInOrder_data();
    void tabVisitsEveryControlOnceInOrder();
    void whatScrollsComesIntoSight();
    void arrowsWalkInsideAGroup();
    void aClickOnAToolTakesNoFocus();
    void helpListsTheKeysOfEveryPlace();
    void whatIsListedWorksAndNothingElseDoes();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// The parts of the window, in the order of the design.
const char* const kParts[] = {"contextBar",         "rail",        "messageStrip", "sentence",     "unitTools",     "linkThreshold",  "nextPanel",
                              "secondSentenceLine", "noticeStrip", "headsPanel",   "pictureTools", "attentionView", "attentionView2", "inspector",
                              "welcomeCard",        "statusWork"};

int partOf(const QWidget& widget)
{
    int part = -1;
    for (const QWidget* around = &widget; around; around = around->parentWidget())
        for (int i = 0; i < int(std::size(kParts)); ++i)
            if (around->objectName() == QLatin1String(kParts[i])) part = std::max(part, i);
    return part;
}

bool isControl(const QWidget& widget)
{
    if (qobject_cast<const QScrollBar*>(&widget)) return false;
    for (const char* type : {"QAbstractButton", "QComboBox", "QAbstractSlider", "QLineEdit", "QPlainTextEdit", "QAbstractItemView", "QCustomPlot",
                             "ui::HeadGrid", "ui::ShareList", "ui::StepList", "ui::ProductTable"})
        if (widget.inherits(type)) return true;
    return false;
}

QActionGroup* groupOf(const QWidget& widget)
{
    const auto* tool = qobject_cast<const QToolButton*>(&widget);
    return tool && tool->defaultAction() ? tool->defaultAction()->actionGroup() : nullptr;
}

// Tools of a group count as one.
std::vector<QWidget*> controlsOf(const QWidget& window)
{
    std::vector<QWidget*> controls;
    std::set<QActionGroup*> groups;
    for (QWidget* each : window.findChildren<QWidget*>())
        if (each->window() == &window && each->isVisible() && each->isEnabled() && isControl(*each))
            if (!groupOf(*each) || groups.insert(groupOf(*each)).second) controls.push_back(each);
    return controls;
}

QString nameOf(const QWidget* widget)
{
    return widget ? QLatin1String(widget->metaObject()->className()) + QStringLiteral(" ") + widget->objectName() : QStringLiteral("nothing");
}

// For eyes.
void look(test::WindowFixture& f, int step)
{
    const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(f.window.grab().save(QString("%1/focus %2 %3.png").arg(folder, QTest::currentDataTag()).arg(step, 2, 10, QChar(u'0'))));
}

QWidget* tab(test::WindowFixture& f, Qt::Key key = Qt::Key_Tab)
{
    QTest::keyClick(f.window.focusWidget(), key);
    return f.window.focusWidget();
}

}   // namespace

void TestFocus::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestFocus::tabVisitsEveryControlOnceInOrder_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QSize>("size");
    const QSize size(1440, 900);
    QTest::newRow("nothing pinned") << State([](test::WindowFixture&) {}) << size;
    QTest::newRow("pinned") << State([](test::WindowFixture& f) { f.window.session().setPin(Pair{7, 3}); }) << size;
    QTest::newRow("smallest window") << State([](test::WindowFixture& f) { f.window.session().setPin(Pair{7, 3}); }) << QSize(1024, 640);
    QTest::newRow("two sentences") << State([](test::WindowFixture& f) {
        QVERIFY(f.trigger("secondSentence"));
        TRY_VERIFY(f.shows("attentionView2"));
    }) << size;
    QTest::newRow("proof") << State([](test::WindowFixture& f) {
        f.window.session().askFuture(FutureQuery{.row = 3});
        TRY_VERIFY(f.shows("futureBefore"));
    }) << size;
    QTest::newRow("problem") << State([](test::WindowFixture& f) {
        f.window.openPath("/no/such/model");
        TRY_VERIFY(f.shows("messageStrip"));
    }) << size;
    QTest::newRow("solo") << State([](test::WindowFixture& f) { QVERIFY(f.trigger("solo")); }) << size;
    QTest::newRow("dark") << State([](test::WindowFixture& f) { QVERIFY(f.trigger("themeDark")); }) << size;
    QTest::newRow("words") << State([](test::WindowFixture& f) {
        QVERIFY(f.trigger("unitWords"));
        f.window.session().setPin(Pair{7, 3});
    }) << size;
}

void TestFocus::tabVisitsEveryControlOnceInOrder()
{
    QFETCH(State, state);
    QFETCH(QSize, size);
    test::WindowFixture f(m_model);
    f.window.resize(size);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    state(f);
    QCoreApplication::processEvents();
    f.widget<QWidget>("models").setFocus(Qt::TabFocusReason);
    std::vector<QWidget*> visited;
    int part = 0;
    do {
        QWidget* at = f.window.focusWidget();
        visited.push_back(at);
        QVERIFY2(partOf(*at) >= part, qPrintable(nameOf(at) + " after " + kParts[part]));
        part = partOf(*at);
        QVERIFY2(!QAccessible::queryAccessibleInterface(at)->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(at) + " has no name"));
        const QSize room = at->size();
        const QImage focused = at->grab().toImage();
        look(f, int(visited.size()));
        tab(f);
        QCOMPARE(at->size(), room);
        QVERIFY2(at->grab().toImage() != focused, qPrintable(nameOf(at) + " shows no focus"));
    } while (f.window.focusWidget() != visited.front() && visited.size() < 200);
    for (QWidget* control : controlsOf(f.window)) {
        const auto isIt = [&](QWidget* each) { return each == control || (groupOf(*control) && groupOf(*each) == groupOf(*control)); };
        QVERIFY2(std::count_if(visited.begin(), visited.end(), isIt) == 1, qPrintable(nameOf(control)));
    }
    for (std::size_t i = visited.size(); i-- > 0;) QCOMPARE(tab(f, Qt::Key_Backtab), visited[i]);
}

void TestFocus::whatScrollsComesIntoSight()
{
    test::WindowFixture f(m_model);
    f.window.resize(1024, 640);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{7, 3});
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();   // layouts that other layouts asked for
    auto& keys = f.widget<QWidget>("strongestKeys");
    QVERIFY(keys.visibleRegion().isEmpty());   // below what the inspector has room for
    f.picture().setFocus();
    for (int i = 0; i < 20 && f.window.focusWidget() != &keys; ++i) tab(f);
    QVERIFY(keys.hasFocus());
    QVERIFY(keys.visibleRegion().boundingRect().height() > keys.height() / 2);
}

void TestFocus::arrowsWalkInsideAGroup()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& tools = f.widget<QToolBar>("pictureTools");
    const auto tool = [&](const char* action) { return tools.widgetForAction(f.window.findChild<QAction*>(QLatin1String(action))); };
    tool("partsBoth")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(f.window.focusWidget(), Qt::Key_Right);
    QCOMPARE(f.window.session().view().parts, ViewParts::Matrix);
    QVERIFY(tool("partsMatrix")->hasFocus());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Left}) QTest::keyClick(f.window.focusWidget(), key);
    QCOMPARE(f.window.session().view().parts, ViewParts::Links);
    QCoreApplication::processEvents();
    QCOMPARE(tab(f), tool("scaleLinear"));
    QCOMPARE(tab(f, Qt::Key_Backtab), tool("partsLinks"));   // where the group is by now
    QVERIFY(f.trigger("scaleLog"));                           // and whoever chose it
    QCoreApplication::processEvents();
    QCOMPARE(tab(f), tool("scaleLog"));
    QCOMPARE(tab(f), tool("hideFirst"));
    QTest::keyClick(f.window.focusWidget(), Qt::Key_Space);
    QCOMPARE(f.window.session().view().firstToken, FirstToken::Hidden);
}

void TestFocus::aClickOnAToolTakesNoFocus()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.sentence().setFocus();
    auto& tools = f.widget<QToolBar>("pictureTools");
    QTest::mouseClick(tools.widgetForAction(f.window.findChild<QAction*>("scaleLog")), Qt::LeftButton);
    QCOMPARE(f.window.session().view().scale, ScaleKind::Log);
    QVERIFY(f.sentence().hasFocus());
}

void TestFocus::helpListsTheKeysOfEveryPlace()
{
    test::WindowFixture f(m_model);
    const std::vector<ShortcutEntry> entries = shortcutsOf(f.window);
    for (const KeyLine& line : linesOfPlaces())
        QVERIFY2(std::count(entries.begin(), entries.end(), ShortcutEntry{line.place, line.name, line.keys}) == 1,
                 qPrintable(line.place + line.name));
    const ShortcutEntry strong{"In the picture", "Next strong cell of the row or column", "Ctrl+Up, Ctrl+Down, Ctrl+Left, Ctrl+Right"};
    QVERIFY(std::find(entries.begin(), entries.end(), strong) != entries.end());
    ui::KeyboardHelp help(&f.window);
    help.show();
    const QHeaderView* columns = help.findChild<QTreeWidget*>()->header();
    const auto* list = help.findChild<QAbstractItemView*>();
    QVERIFY(columns->sectionSize(1) >= list->sizeHintForColumn(1));   // all keys are seen …
    QVERIFY(columns->sectionViewportPosition(1) + columns->sectionSize(1) <= list->viewport()->width());
    QVERIFY(columns->sectionSize(0) >= list->sizeHintForColumn(0) * 2 / 3);   // … and names are not given up for them
}

// Of all keys with and without Ctrl, Shift, a place takes those that its table has.
void TestFocus::whatIsListedWorksAndNothingElseDoes()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{5, 2});
    std::vector<int> keys;
    for (int key = Qt::Key_Space; key <= Qt::Key_AsciiTilde; ++key) keys.push_back(key);
    for (int key = Qt::Key_Escape; key <= Qt::Key_PageDown; ++key)
        if (key != Qt::Key_Tab && key != Qt::Key_Backtab) keys.push_back(key);
    const auto check = [&](const char* name, const auto& table) {
        auto& place = f.widget<QWidget>(name);
        for (const int key : keys)
            for (const Qt::KeyboardModifiers held :
                 {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ShiftModifier), Qt::KeyboardModifiers(Qt::ControlModifier)}) {
                QKeyEvent event(QEvent::KeyPress, key, held);
                const bool listed = useOf(event, table).has_value();
                static_cast<QObject&>(place).event(&event);   // to it alone: what it leaves is its parents'
                QVERIFY2(event.isAccepted() == listed, qPrintable(QString("%1: %2").arg(name, QKeySequence(held | Qt::Key(key)).toString())));
                QCoreApplication::processEvents();
            }
    };
    check("attentionView", pictureKeys());
    check("headGrid", gridKeys());
    check("headsMap", mapKeys());
    check("steps", rowKeys());
    check("strongestKeys", rowKeys());
    check("nextTokens", rowKeys());
}

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
