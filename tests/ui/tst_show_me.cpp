// The walk through the window: what it says is what is on show, it can be gone through by keys alone, and it leaves nothing behind.
#include <QMenuBar>
#include <QPushButton>
#include <QToolBar>

#include "ui/state/derivation.h"
#include "ui/state/ledger.h"
#include "ui/views/alert_frame.h"
#include "ui/window/settings.h"
#include "ui/window/show_me/walk_steps.h"
#include "ui/window/style_sheet.h"
#include "walked.h"

using namespace ui;

class TestShowMe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void newcomersAreAskedOnce();
    void itIsOfferedOnlyWhereAnswersAreRemembered();
    void keysGoThroughAllOfIt();
    void everyStepShowsWhatItSpeaksOf();
    void whatItSaysIsTrue();
    void itLeavesNothingBehind_data();
    void itLeavesNothingBehind();
    void oneKeyBeginsIt();
    void aClickElsewhereEndsItAndDoesNothingElse();
    void keysOfTheWindowRest();
    void tabStaysOnTheCard();
    void everyStepIsAnnounced();
    void openingSomethingEndsIt();
    void itIsReadFromTheRightToo();
    void itWaitsForItsSentence();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

using test::Walked;

static constexpr int kSteps = test::kWalkSteps;

void TestShowMe::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = qEnvironmentVariable("FOVEA_PICTURE_MODEL", m_folder.filePath("tiny"));
    test::writeTinyModel(m_folder.filePath("tiny").toStdString());
    QCOMPARE(int(walkSteps().size()), kSteps);
}

void TestShowMe::newcomersAreAskedOnce()
{
    const QString settings = m_folder.filePath("newcomer.ini");
    {
        Walked f(m_model, "The cat", QStringList(), Samples(), settings);
        TRY_VERIFY(f.isSettled());
        QVERIFY(f.shows("welcomeCard"));
        QVERIFY(!f.shows("walkCard"));
        if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty()) QVERIFY(f.window.grab().save(folder + "/welcome.png"));
        QVERIFY(f.click("welcomeDismiss"));
        QVERIFY(!f.shows("welcomeCard"));
        f.type("s");
        TRY_VERIFY(f.isSettled());
        QVERIFY(!f.shows("welcomeCard"));   // and not again with the next picture
        QCOMPARE(SettingsFile(settings).read().firstStart, FirstStart::Past);
    }
    Walked f(m_model, "The cat", QStringList(), Samples(), settings);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("welcomeCard"));
}

void TestShowMe::itIsOfferedOnlyWhereAnswersAreRemembered()
{
    Walked f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("welcomeCard"));
}

void TestShowMe::keysGoThroughAllOfIt()
{
    const QString settings = m_folder.filePath("keys.ini");
    Walked f(m_model, "The cat", QStringList(), Samples(), settings);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& accept = f.widget<QPushButton>("welcomeShowMe");
    accept.setFocus();
    QTest::keyClick(&accept, Qt::Key_Space);
    QVERIFY(f.shows("walkCard") && !f.shows("welcomeCard"));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&f.card()));
    QStringList words;
    for (int step = 0; step < kSteps; ++step) {
        TRY_VERIFY(f.isSettled());
        QCOMPARE(f.text("walkCount"), QString("%1 of %2").arg(step + 1).arg(kSteps));
        QVERIFY2(!words.contains(f.card().words()), qPrintable(f.card().words()));
        words.append(f.card().words());
        if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty()) {
            for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
                f.window.resize(size);
                QCoreApplication::processEvents();
                TRY_VERIFY(f.picture().isComplete());
                QVERIFY(f.window.grab().save(QString("%1/walk-%2-%3.png").arg(folder).arg(step + 1).arg(size.width())));
            }
        }
        f.key(step % 2 == 0 ? Qt::Key_Right : Qt::Key_Return);
    }
    QVERIFY(!f.shows("walkCard") && !f.shows("inkFrame"));
    QCOMPARE(SettingsFile(settings).read().firstStart, FirstStart::Past);
    TRY_VERIFY(f.isSettled());

    QVERIFY(f.begin());   // any time again
    QVERIFY(f.goTo(4));
    f.key(Qt::Key_Left);
    QCOMPARE(f.card().words(), words[3]);
    QVERIFY(!f.window.session().selection().pin && f.window.session().selection().peek);
    for (int i = 0; i < 9; ++i) f.key(Qt::Key_Left);   // before the first there is nothing
    QCOMPARE(f.card().words(), words[0]);
    f.key(Qt::Key_Escape);
    QVERIFY(!f.shows("walkCard"));
}

void TestShowMe::everyStepShowsWhatItSpeaksOf()
{
    Walked f(m_model, "The cat");
    QVERIFY(f.begin());
    for (int step = 0; step < kSteps; ++step) {
        const char* place = walkSteps()[std::size_t(step)].place;
        const QRect framed = f.frame().framed();
        QVERIFY2(!framed.isEmpty() && f.window.rect().contains(framed.center()), place);
        if (const auto* widget = f.window.findChild<QWidget*>(place)) {
            QVERIFY2(widget->isVisible(), place);
            QCOMPARE(framed, QRect(widget->mapTo(&f.window, QPoint()), widget->size()));
        } else {
            QVERIFY2(f.window.findChild<QAction*>(place), place);
        }
        f.window.resize(1024 + 40 * step, 640 + 20 * step);   // the frame follows
        QCoreApplication::processEvents();
        QVERIFY2(f.window.rect().contains(f.frame().framed().center()), place);
        f.key(Qt::Key_Right);
        TRY_VERIFY(!f.card().isVisible() || f.isSettled());
    }
}

void TestShowMe::whatItSaysIsTrue()
{
    Walked f(m_model, "The cat");
    QVERIFY(f.begin());
    const ExploreRecordPtr record = f.window.controller().record();
    QCOMPARE(record->text, walkText());
    core::HeadId best{};
    double most = -1.0;
    for (std::size_t i = 0; i < record->heads.size(); ++i)
        if (const double share = *record->heads[i].metrics.previousToken; share > most) {
            most = share;
            best = {core::Index(i) / record->recording->heads(), core::Index(i) % record->recording->heads()};
        }
    const auto printedShare = [](double share) { return QString::number(share, 'f', 3); };

    QVERIFY(f.goTo(2));
    QCOMPARE(f.window.session().document().head, best);
    QVERIFY2(f.card().words().contains(nameOf(best)) && f.card().words().contains(printedShare(most)), qPrintable(f.card().words()));

    QVERIFY(f.goTo(1));
    const std::optional<Pair> peek = f.window.session().selection().peek;
    QVERIFY(peek && peek->key == peek->query - 1);
    const std::optional<Derivation> weight = derive(*record, best, *peek);
    QVERIFY(weight);
    QVERIFY2(f.card().words().contains(ledgerOf(*weight).weight.left(5)), qPrintable(f.card().words()));

    QVERIFY(f.goTo(1));
    QCOMPARE(f.window.session().selection().pin, peek);
    QVERIFY(f.goTo(1));
    const Ledger ledger = ledgerOf(*weight);
    for (const QString& number : {ledger.score, ledger.lse, ledger.weight}) QVERIFY2(f.card().words().contains(number), qPrintable(f.card().words()));
    QVERIFY(f.inspector().steps().contains(ledger.weight));

    f.key(Qt::Key_Right);
    TRY_VERIFY(f.card().words().contains("shuffled."));   // as soon as it is known
    QVERIFY2(f.card().words().contains(printedShare(most)), qPrintable(f.card().words()));
    f.key(Qt::Key_Right);
    QCOMPARE(f.window.session().view().firstToken, FirstToken::Hidden);
    f.key(Qt::Key_Right);
    QCOMPARE(f.window.session().view().firstToken, FirstToken::Shown);
}

void TestShowMe::itLeavesNothingBehind_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {0, 1, 2, 3, 4, 7, kSteps}) QTest::addRow("%d", steps) << steps;
}

void TestShowMe::itLeavesNothingBehind()
{
    QFETCH(int, steps);
    Walked f(m_model, "The dog sat on the cat because it was tired too.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().showHead({1, 2});
    f.window.session().setPin(Pair{5, 2});
    f.window.session().setPin(Pair{6, 3});
    f.window.session().setAblation({0, 0}, Ablation::Off);
    QVERIFY(f.trigger("undo"));
    QVERIFY(f.trigger("scaleLog") && f.trigger("partsMatrix"));
    TRY_VERIFY(f.isSettled());
    f.picture().zoomBy(1.6);
    f.picture().setFocus();
    TRY_VERIFY(f.picture().isComplete());
    const DocumentState document = f.window.session().document();
    const ViewState view = f.window.session().view();
    const QRectF cells = f.picture().geometryOfCells().view;
    const QImage picture = f.window.grab().toImage();

    QVERIFY(f.begin());
    for (int i = 0; i < steps; ++i) f.key(Qt::Key_Right);
    if (steps < kSteps) f.key(Qt::Key_Escape);
    TRY_VERIFY(f.isSettled() && f.window.session().document() == document);
    TRY_VERIFY(f.picture().isComplete());
    QCOMPARE(f.window.session().view(), view);
    QCOMPARE(f.picture().geometryOfCells().view, cells);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&f.picture()));
    QCOMPARE(f.window.session().undoStack().count(), 4);
    QCOMPARE(f.window.session().undoStack().index(), 3);
    QCOMPARE(f.window.findChild<QAction*>("redo")->text(), QString("Redo switching off L0 · H0"));
    QVERIFY(f.trigger("redo"));
    QVERIFY(f.trigger("undo") && f.trigger("undo"));
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{5, 2})));
}

void TestShowMe::oneKeyBeginsIt()
{
    Walked f(m_model, "The cat", QStringList(), Samples(), m_folder.filePath("key.ini"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    const QString key = f.window.findChild<QAction*>("showMe")->shortcut().toString(QKeySequence::NativeText);
    QVERIFY(!key.isEmpty());
    QVERIFY2(f.text("welcomeWords").contains(key), qPrintable(f.text("welcomeWords")));
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_F2);
    QVERIFY(f.shows("walkCard") && !f.shows("welcomeCard"));
    TRY_VERIFY(f.isSettled());
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.sentence().text(), QString("The cat"));
}

void TestShowMe::aClickElsewhereEndsItAndDoesNothingElse()
{
    Walked f(m_model, "The cat sat.");
    TRY_VERIFY(f.isSettled());
    const DocumentState document = f.window.session().document();
    QVERIFY(f.begin());
    QVERIFY(f.goTo(3));
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({6, 1}));
    QVERIFY(!f.shows("walkCard"));
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().document(), document);
    QVERIFY(f.begin());
    QVERIFY(f.click("walkNext"));   // the card itself can be clicked
    QCOMPARE(f.text("walkCount"), QString("2 of 9"));
    QVERIFY(f.click("walkBack"));
    QCOMPARE(f.text("walkCount"), QString("1 of 9"));
    QVERIFY(f.click("walkLeave"));
    QVERIFY(!f.shows("walkCard"));
}

void TestShowMe::keysOfTheWindowRest()
{
    Walked f(m_model, "The cat sat.");
    QVERIFY(f.begin());
    QVERIFY(f.goTo(2));
    const DocumentState document = f.window.session().document();
    const ViewState view = f.window.session().view();
    for (const Qt::Key key : {Qt::Key_H, Qt::Key_L, Qt::Key_BracketRight, Qt::Key_Down, Qt::Key_X}) f.key(key);
    for (const Qt::Key key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_BracketLeft}) QTest::keyClick(&f.card(), key, Qt::ControlModifier);
    QCOMPARE(f.window.session().document(), document);
    QCOMPARE(f.window.session().view(), view);
    QCOMPARE(f.text("walkCount"), QString("3 of 9"));
}

void TestShowMe::tabStaysOnTheCard()
{
    Walked f(m_model, "The cat sat.");
    QVERIFY(f.begin());
    QVERIFY(f.goTo(1));
    QStringList stops;
    for (int i = 0; i < 4; ++i) {
        f.key(Qt::Key_Tab);
        stops.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(stops, (QStringList{"walkBack", "walkNext", "walkLeave", "walkCard"}));
    f.key(Qt::Key_Tab);
    f.key(Qt::Key_Right);   // an arrow is the card's wherever the focus is in it
    QCOMPARE(f.text("walkCount"), QString("3 of 9"));
    f.key(Qt::Key_Return);   // and Enter is the button's: back
    QCOMPARE(f.text("walkCount"), QString("2 of 9"));
}

void TestShowMe::everyStepIsAnnounced()
{
    Walked f(m_model, "The cat sat.");
    QSignalSpy announced(&f.card(), &AlertFrame::announced);
    QVERIFY(f.begin());
    for (int step = 0; step < kSteps; ++step) {
        QVERIFY(f.goTo(0));
        QCOMPARE(announced.last().front().toString(), f.card().words());
        QCOMPARE(f.card().accessibleDescription(), f.card().words());
        QCOMPARE(f.card().accessibleName(), QString("Show me, step %1 of %2").arg(step + 1).arg(kSteps));
        f.key(Qt::Key_Right);
    }
}

void TestShowMe::openingSomethingEndsIt()
{
    const QString other = m_folder.filePath("other");
    test::writeTinyModel(other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
    Walked f(m_model, "The cat sat.");
    QVERIFY(f.begin());
    QVERIFY(f.goTo(5));
    f.window.openPath(other);
    QVERIFY(!f.shows("walkCard"));
    TRY_VERIFY(f.window.session().document().model == other && f.isSettled());
    QCOMPARE(f.sentence().text(), QString("The cat sat."));
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.window.session().document().model == m_model && f.isSettled());
}

void TestShowMe::itIsReadFromTheRightToo()
{
    Walked f(m_model, "The cat sat.");
    QVERIFY(f.begin());
    const auto tips = [&] { return QStringList{f.widget<QPushButton>("walkBack").toolTip(), f.widget<QPushButton>("walkNext").toolTip()}; };
    const QString left = QKeySequence(Qt::Key_Left).toString(QKeySequence::NativeText);
    const QString right = QKeySequence(Qt::Key_Right).toString(QKeySequence::NativeText);
    QCOMPARE(tips(), (QStringList{left, right}));
    f.window.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(tips(), (QStringList{right, left}));
    f.key(Qt::Key_Left);
    QCOMPARE(f.text("walkCount"), QString("2 of 9"));
    f.key(Qt::Key_Right);
    QCOMPARE(f.text("walkCount"), QString("1 of 9"));
}

void TestShowMe::itWaitsForItsSentence()
{
    Walked f(m_model, "The cat sat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.engine->latch().close();
    QVERIFY(f.trigger("showMe"));
    QCOMPARE(f.card().words(), QString::fromUtf8("The sentence is being computed …"));
    f.key(Qt::Key_Right);
    f.key(Qt::Key_Right);
    QCOMPARE(f.text("walkCount"), QString("3 of 9"));
    f.engine->latch().open();
    TRY_VERIFY(f.card().words().contains("ranked"));
    f.key(Qt::Key_Escape);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.sentence().text(), QString("The cat sat."));
}

QTEST_MAIN(TestShowMe)
#include "tst_show_me.moc"
