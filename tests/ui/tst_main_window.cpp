// What a user does in the window, by keys and clicks.
#include <map>

#include <QComboBox>
#include <QLabel>
#include <QScrollBar>

#include "ui/state/ledger.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void startsOnTheSampleSentence();
    void typingGivesARecordOfTheTypedText();
    void everyKeyPressEndsInARecord();
    void hoveringACellLightsEveryView();
    void hoveringAHeadLightsItAndLeavesNothing();
    void clickingPinsAndClickingAgainReleases();
    void choosingAHeadShowsItsMap();
    void undoAndRedoTextHeadAndPin();
    void aPinFollowsItsWordsAndEndsWithThem();
    void nextTokensAreTheFiveMostLikely();
    void themeSwitchesEveryView();
    void noKeyMeansTwoThings();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

QImage pictureOf(QWidget& widget) { return widget.grab().toImage(); }

}   // namespace

void TestMainWindow::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);   // pictures must not depend on a blinking caret
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestMainWindow::startsOnTheSampleSentence()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.sentence().text(), QString("The cat sat on the mat because it was tired."));
    QCOMPARE(f.picture().scene().map->queries(), f.recording().size());
    QVERIFY(f.message().isEmpty());
    QCOMPARE(f.text("statusTokens"), QString("%1 tokens · 10 words").arg(f.recording().size()));
    QVERIFY(f.text("statusTime").startsWith("Forward pass "));
    QCOMPARE(f.sentence().verticalScrollBar()->maximum(), 0);   // one line needs no scrolling
    QCOMPARE(f.engine->runCount(), 1);
}

void TestMainWindow::typingGivesARecordOfTheTypedText()
{
    test::WindowFixture f(m_model, {});
    TRY_VERIFY(f.isSettled());
    QTest::keyClicks(&f.sentence(), "The dog sat");
    TRY_VERIFY(f.isSettled());
    const core::Tokens expected = f.window.controller().model()->tokenizer.encode("The dog sat").value();
    QCOMPARE(f.recording().tokens.ids(), expected.ids());
    QCOMPARE(f.picture().scene().map->queries(), expected.size());
    const auto letters = std::count_if(expected.items.begin(), expected.items.end(), [](const core::Token& token) {
        return !token.special && !QString::fromStdString(token.bytes).trimmed().isEmpty();
    });
    QCOMPARE(f.sentence().boxes().size(), std::size_t(letters));
}

void TestMainWindow::everyKeyPressEndsInARecord()
{
    test::WindowFixture f(m_model, {});
    TRY_VERIFY(f.isSettled());
    QSignalSpy records(&f.window.controller(), &ExploreController::recordChanged);
    for (const char letter : {'c', 'a', 't', 's'}) {
        const int before = int(records.count());
        QTest::keyClick(&f.sentence(), letter);
        TRY_VERIFY(f.isSettled());
        QCOMPARE(int(records.count()), before + 1);
    }
    f.engine->latch().close();   // now the runs are slow: keys come faster than results
    const int before = int(records.count());
    QTest::keyClicks(&f.sentence(), " sat");
    QCOMPARE(int(records.count()), before);
    QCOMPARE(f.window.controller().record()->text, QString("cats"));
    f.engine->latch().open();
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.controller().record()->text, QString("cats sat"));
    QVERIFY(f.text("notices").isEmpty());
}

void TestMainWindow::hoveringACellLightsEveryView()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QImage plain = pictureOf(f.picture()), sentence = pictureOf(f.sentence());
    const Pair pair{5, 2};
    QTest::mouseMove(&f.picture(), f.centreOf(pair));
    TRY_COMPARE(f.window.session().view().peek, std::optional(pair));
    QVERIFY(pictureOf(f.picture()) != plain);
    QVERIFY(pictureOf(f.sentence()) != sentence);
    QCOMPARE(f.text("inspectorSource"), QString("Peek"));
    QCOMPARE(f.text("inspectorWeight"), printedWeight(double(f.picture().scene().map->cell(5, 2).weight)));
    QTest::mouseMove(&f.picture(), QPoint(2, 2));
    TRY_COMPARE(f.window.session().view().peek, std::optional<Pair>());
    QCOMPARE(f.window.session().undoStack().count(), 0);
}

void TestMainWindow::hoveringAHeadLightsItAndLeavesNothing()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QImage plain = pictureOf(f.heads());
    QTest::mouseMove(&f.heads(), f.heads().geometryOfHeads().rectOf({1, 2}).center());
    TRY_COMPARE(f.window.session().view().peekHead, (std::optional(core::HeadId{1, 2})));
    QVERIFY(pictureOf(f.heads()) != plain);
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 0}));
}

void TestMainWindow::clickingPinsAndClickingAgainReleases()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const Pair pair{6, 1};
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf(pair));
    QCOMPARE(f.window.session().selection().pin, std::optional(pair));
    QCOMPARE(f.text("inspectorSource"), QString("Pinned"));
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf(pair));
    QCOMPARE(f.window.session().selection().pin, std::optional<Pair>());
}

void TestMainWindow::choosingAHeadShowsItsMap()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QTest::mouseClick(&f.heads(), Qt::LeftButton, {}, f.heads().geometryOfHeads().rectOf({1, 3}).center());
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 3}));
    QCOMPARE(f.picture().scene().map, f.window.controller().record()->map({1, 3}));
    QCOMPARE(f.window.findChild<QComboBox*>("heads")->currentText(), QString("L1 · H3"));
    QCOMPARE(f.engine->runCount(), 1);   // every head is in the record already
}

void TestMainWindow::undoAndRedoTextHeadAndPin()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    f.sentence().setFocus();
    f.sentence().moveCursor(QTextCursor::End);
    QTest::keyClicks(&f.sentence(), "s");
    QVERIFY(f.trigger("nextHead"));
    TRY_VERIFY(f.isSettled());
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({1, 1}));
    QCOMPARE(f.window.findChild<QAction*>("undo")->text(), QString("Undo pin"));
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!f.window.session().selection().pin);
    QTest::keyClick(&f.sentence(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 0}));
    QTest::keyClick(&f.sentence(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.sentence().text(), QString("The cat"));
    TRY_VERIFY(f.isSettled());
    for (int i = 0; i < 3; ++i) QTest::keyClick(&f.sentence(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    TRY_VERIFY(f.isSettled());
    const DocumentState& document = f.window.session().document();
    QCOMPARE(document.text, QString("The cats"));
    QCOMPARE(document.head, (core::HeadId{0, 1}));
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{1, 1})));
    QCOMPARE(f.sentence().text(), QString("The cats"));
}

void TestMainWindow::aPinFollowsItsWordsAndEndsWithThem()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    const QString query = f.window.controller().record()->label(7), key = f.window.controller().record()->label(3);
    f.sentence().setFocus();
    f.sentence().moveCursor(QTextCursor::Start);
    QTest::keyClicks(&f.sentence(), "Look, ");
    TRY_VERIFY(f.isSettled());
    const std::optional<Pair> pin = f.window.session().selection().pin;
    QVERIFY(pin && pin->query > 7 && pin->key > 3);
    QCOMPARE(f.window.controller().record()->label(pin->query), query);
    QCOMPARE(f.window.controller().record()->label(pin->key), key);
    QCOMPARE(f.text("inspectorSource"), QString("Pinned"));

    f.window.session().setText({});
    TRY_VERIFY(f.isSettled());
    f.window.session().setText("An unrelated text of many words, none of which was pinned by anybody.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.session().selection().pin);
    QVERIFY(!f.shows("inspectorSource"));
    f.window.session().undoStack().undo();
    f.window.session().undoStack().undo();
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().selection().pin, pin);
    QCOMPARE(f.text("inspectorSource"), QString("Pinned"));
}

void TestMainWindow::nextTokensAreTheFiveMostLikely()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto& rows = f.window.findChild<ShareList*>("nextTokens")->rows();
    QCOMPARE(int(rows.size()), 5);
    for (std::size_t i = 1; i < rows.size(); ++i) QVERIFY(rows[i].share <= rows[i - 1].share);
    QVERIFY(rows.front().value.endsWith("%"));
}

void TestMainWindow::themeSwitchesEveryView()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const std::vector<QWidget*> views{&f.sentence(), &f.heads(), &f.picture(), &f.inspector()};
    std::vector<QImage> before;
    for (QWidget* view : views) before.push_back(pictureOf(*view));
    QVERIFY(f.trigger("themeDark"));
    for (std::size_t i = 0; i < views.size(); ++i) QVERIFY2(pictureOf(*views[i]) != before[i], qPrintable(views[i]->objectName()));
    QVERIFY(f.trigger("themeLight"));
    for (std::size_t i = 0; i < views.size(); ++i) QVERIFY2(pictureOf(*views[i]) == before[i], qPrintable(views[i]->objectName()));
    QCOMPARE(f.engine->runCount(), 1);
}

// A key that two actions claim does nothing. Ctrl and a digit goes to the view of that number, of which there will be more.
void TestMainWindow::noKeyMeansTwoThings()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    std::map<QString, QString> claimed;
    for (const QAction* action : f.window.findChildren<QAction*>()) {
        for (const QKeySequence& key : action->shortcuts()) {
            const QString name = key.toString();
            QVERIFY2(claimed.emplace(name, action->objectName()).second,
                     qPrintable(name + ": " + claimed[name] + ", " + action->objectName()));
        }
    }
    for (int digit = 1; digit <= 9; ++digit) {
        const auto at = claimed.find(QStringLiteral("Ctrl+%1").arg(digit));
        if (at != claimed.end()) QVERIFY2(at->second.startsWith("show_"), qPrintable(at->first + ": " + at->second));
    }
    QCOMPARE(claimed["Ctrl+1"], QString("show_explore"));
    QVERIFY(f.activate());
    f.sentence().setFocus();   // also where one types
    QTest::keyClick(&f.sentence(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(f.window.session().document().second);
    TRY_VERIFY(!f.window.controller().busy());
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
