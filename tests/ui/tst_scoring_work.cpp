// Scoring heads as work of the window: it is told, it can be stopped, and it goes before the pin.
#include <QCheckBox>

#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestScoringWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shortTextsShowShuffledScoresByThemselves();
    void escapeStopsItBeforeThePin();
    void cancelStopsIt();

private:
    static QString longText() { return QStringLiteral("ab ").repeated(400); }
    QTemporaryDir m_folder;
    QString m_model;
};

void TestScoringWork::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestScoringWork::shortTextsShowShuffledScoresByThemselves()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto shuffled = [&] { return f.widget<HeadsList>("headsList").rows().index(0).data(HeadsListModel::ShuffledRole).toString(); };
    TRY_VERIFY(!shuffled().isEmpty() && shuffled() != "…");
    QVERIFY(shuffled() != "–");
    f.type(" And so on.");
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(shuffled() != "…");
    QVERIFY(shuffled() != "–");
}

void TestScoringWork::escapeStopsItBeforeThePin()
{
    test::WindowFixture f(m_model, longText());
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{5, 2});
    f.scoring->close();
    f.widget<QCheckBox>("compareShuffled").click();
    TRY_VERIFY(f.shows("cancelWork"));
    QCOMPARE(f.text("statusWork"), QString("Scoring heads on shuffled tokens, 1 of 4 …"));
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    QVERIFY(!f.shows("cancelWork"));
    QCOMPARE(f.window.session().selection().pin, std::optional(Pair{5, 2}));
    QVERIFY(f.text("headScoresProblem").contains("Stopped"));
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    QCOMPARE(f.window.session().selection().pin, std::optional<Pair>());
}

void TestScoringWork::cancelStopsIt()
{
    test::WindowFixture f(m_model, longText());
    TRY_VERIFY(f.isSettled());
    f.scoring->close();
    f.widget<QCheckBox>("compareShuffled").click();
    TRY_VERIFY(f.shows("cancelWork"));
    QVERIFY(f.click("cancelWork"));
    QVERIFY(!f.shows("cancelWork"));
    // What is under way counts its steps, and ends by itself.
    f.scoring->open();
    QVERIFY(f.trigger("computeAgain"));
    TRY_VERIFY(f.text("headScoresProblem").isEmpty());
    TRY_VERIFY(f.isSettled() && !f.shows("cancelWork"));
}

QTEST_MAIN(TestScoringWork)
#include "tst_scoring_work.moc"
