// Solo and folded panels: a head alone in the centre, by pointer and by keys, and everything back as it was.
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestSolo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDoubleClickOnAHeadShowsItAlone_data();
    void aDoubleClickOnAHeadShowsItAlone();
    void keysShowAHeadAlone();
    void escapeLeavesItAfterThePin();
    void theCentreItselfLeadsBack();
    void panelsFoldAndUnfold();
    void aPanelThatIsAskedForEndsTheSolo();
    void theFocusIsNeverLost();
    void itIsNoChangeOfTheDocument();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

bool isAlone(test::WindowFixture& f) { return !f.shows("headsPanel") && !f.shows("inspector"); }
bool hasBoth(test::WindowFixture& f) { return f.shows("headsPanel") && f.shows("inspector"); }

enum class Spot { Grid, List, Map };

// Where the head stands in one of the three places, and the widget that is pointed at there.
std::pair<QWidget*, QPoint> placeOf(test::WindowFixture& f, Spot place, core::HeadId head)
{
    if (place == Spot::Grid) return {&f.heads(), f.heads().geometryOfHeads().rectOf(head).center()};
    if (place == Spot::Map) return {&f.widget<HeadsMap>("headsMap"), f.widget<HeadsMap>("headsMap").placeOf(head)->toPoint()};
    auto& list = f.widget<HeadsList>("headsList");
    const QModelIndex row = list.rows().index(list.rows().rowOf(head));
    list.scrollTo(row);
    return {list.viewport(), list.visualRect(row).center()};
}

}   // namespace

void TestSolo::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestSolo::aDoubleClickOnAHeadShowsItAlone_data()
{
    QTest::addColumn<int>("place");
    QTest::newRow("grid") << int(Spot::Grid);
    QTest::newRow("list") << int(Spot::List);
    QTest::newRow("map") << int(Spot::Map);
}

void TestSolo::aDoubleClickOnAHeadShowsItAlone()
{
    QFETCH(int, place);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(f.widget<HeadsMap>("headsMap").placeOf({1, 2}).has_value());
    const int before = f.picture().width();
    const auto [widget, point] = placeOf(f, Spot(place), {1, 2});
    QTest::mouseClick(widget, Qt::LeftButton, {}, point);
    QVERIFY(hasBoth(f));   // one click shows it among the others
    QTest::mouseDClick(widget, Qt::LeftButton, {}, point);
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 2}));
    QVERIFY(isAlone(f));
    TRY_VERIFY(f.picture().width() > before + 400);
    QVERIFY(f.trigger("solo"));
    QVERIFY(hasBoth(f));
    TRY_COMPARE(f.picture().width(), before);
}

void TestSolo::keysShowAHeadAlone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.picture().setFocus();
    QTest::keyClick(&f.picture(), Qt::Key_O);
    QVERIFY(isAlone(f));
    QTest::keyClick(&f.picture(), Qt::Key_BracketRight);   // heads can be walked through
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 1}));
    QVERIFY(isAlone(f));
    QTest::keyClick(&f.picture(), Qt::Key_O);
    QVERIFY(hasBoth(f));

    f.heads().setFocus();
    QTest::keyClick(&f.heads(), Qt::Key_Down);
    QTest::keyClick(&f.heads(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 1}));
    QVERIFY(isAlone(f));
    QTest::keyClick(&f.picture(), Qt::Key_O);
    auto& list = f.widget<HeadsList>("headsList");
    list.setFocus();
    QTest::keyClick(&list, Qt::Key_Home);
    QTest::keyClick(&list, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(f.window.session().document().head, list.rows().head(0));
    QVERIFY(isAlone(f));
}

void TestSolo::escapeLeavesItAfterThePin()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("solo"));
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({6, 1}));
    f.engine->latch().close();
    QVERIFY(f.trigger("computeAgain"));
    const auto escape = [&] { QTest::keyClick(&f.picture(), Qt::Key_Escape); };
    escape();
    TRY_VERIFY(!f.window.controller().busy());
    QVERIFY(f.window.session().selection().pin && isAlone(f));
    escape();
    QVERIFY(!f.window.session().selection().pin && isAlone(f));
    escape();
    QVERIFY(hasBoth(f));
    escape();   // and nothing more
    QVERIFY(hasBoth(f) && f.window.isVisible());
}

void TestSolo::theCentreItselfLeadsBack()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QPoint beside(3, 3);   // where no cell is
    QTest::mouseDClick(&f.picture(), Qt::LeftButton, {}, beside);
    QVERIFY(isAlone(f));
    QTest::mouseDClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({6, 1}));   // pins and releases
    QVERIFY(isAlone(f) && !f.window.session().selection().pin);
    QTest::mouseDClick(&f.picture(), Qt::LeftButton, {}, beside);
    QVERIFY(hasBoth(f));
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.trigger("leaveSolo"));
    QVERIFY(hasBoth(f));
}

void TestSolo::panelsFoldAndUnfold()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.sentence().setFocus();   // commands work while somebody types
    QTest::keyClick(&f.sentence(), Qt::Key_BracketLeft, Qt::ControlModifier);
    QVERIFY(!f.shows("headsPanel") && f.shows("inspector"));
    QTest::keyClick(&f.sentence(), Qt::Key_BracketRight, Qt::ControlModifier);
    QVERIFY(isAlone(f));
    QTest::keyClick(&f.sentence(), Qt::Key_F9);
    QTest::keyClick(&f.sentence(), Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(hasBoth(f));
    // What was folded before a solo is folded after it.
    QTest::keyClick(&f.sentence(), Qt::Key_F9);
    QVERIFY(f.trigger("solo"));
    QVERIFY(isAlone(f));
    QVERIFY(f.trigger("solo"));
    QVERIFY(!f.shows("headsPanel") && f.shows("inspector"));
}

void TestSolo::aPanelThatIsAskedForEndsTheSolo()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.trigger("foldInspector"));
    QVERIFY(!f.shows("headsPanel") && f.shows("inspector"));
    QVERIFY(!f.widget<QAction>("solo").isChecked() && f.widget<QAction>("foldInspector").isChecked());
}

void TestSolo::theFocusIsNeverLost()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.heads().setFocus(Qt::TabFocusReason);
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.picture().hasFocus());
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.heads().hasFocus());
    f.sentence().setFocus();
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.sentence().hasFocus());
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.sentence().hasFocus());
}

void TestSolo::itIsNoChangeOfTheDocument()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const int runs = f.engine->runCount();
    for (const char* action : {"solo", "solo", "foldHeads", "foldInspector", "foldHeads"}) QVERIFY(f.trigger(action));
    QCOMPARE(f.window.session().undoStack().count(), 0);
    QCOMPARE(f.engine->runCount(), runs);
}

QTEST_MAIN(TestSolo)
#include "tst_solo.moc"
