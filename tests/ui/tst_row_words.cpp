// The row that is meant, in other forms than the picture's: S says it, Ctrl+C takes it along, Ctrl+T lists it.
#include <QAccessible>
#include <QClipboard>
#include <QTreeWidget>

#include "ui/plot/cell_facts.h"
#include "ui/plot/row_words.h"
#include "ui/plot/scene_text.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/row_dialog.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

namespace {

QString clipboard() { return QGuiApplication::clipboard()->text(); }

}   // namespace

class TestRowWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void summariesSayTheRow();
    void summariesSayWhatIsHidden();
    void oneKeyReadsTheRow();
    void theReadRowLeavesTheScreenWithItsPair();
    void keysCopyTheCellAndTheRow();
    void copyingElsewhereIsLeftAlone();
    void theRowIsListed();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestRowWords::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestRowWords::summariesSayTheRow()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const PlotScene& scene = f.picture().scene();
    for (core::Index query = 0; query < scene.map->queries(); ++query) {
        const QString said = rowSummary(scene, query);
        QVERIFY(said.startsWith(QString("Query %1, %2. Top keys: ").arg(query).arg(scene.labels.text(query))));
        const core::RowVector<float> row = scene.map->row(query);
        double entropy = 0.0;
        for (core::Index key = 0; key <= query; ++key)
            if (row[key] > 0.0f) entropy -= double(row[key]) * std::log(double(row[key]));
        QVERIFY2(said.contains(QString("Entropy %1 nats.").arg(printed(entropy, 1))), qPrintable(said));
        const core::Index masked = scene.map->keys() - 1 - query;
        QVERIFY2(said.endsWith(masked == 1 ? QString("1 key masked.") : QString("%1 keys masked.").arg(masked)), qPrintable(said));
        core::Index best = 0;
        row.maxCoeff(&best);
        QVERIFY2(said.contains(QString("Top keys: %1 %2").arg(scene.labels.text(best), spokenPercent(double(row[best]), 0))), qPrintable(said));
    }
}

void TestRowWords::summariesSayWhatIsHidden()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("hideFirst"));
    const PlotScene& scene = f.picture().scene();
    const QString hidden = QString("Hidden: %1, raw ").arg(scene.labels.text(0));
    QVERIFY2(rowSummary(scene, 0).contains("Nothing left of this row. " + hidden + "100 percent."), qPrintable(rowSummary(scene, 0)));
    QVERIFY(rowSummary(scene, 5).contains(hidden));
    QVERIFY(!rowSummary(scene, 5).section(hidden, 0, 0).contains(scene.labels.text(0)));
}

void TestRowWords::oneKeyReadsTheRow()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.picture().setFocus();
    f.window.session().setPin(Pair{6, 2});
    QTest::keyClick(&f.picture(), Qt::Key_S);
    const QString said = rowSummary(f.picture().scene(), 6);
    QVERIFY(f.shows("statusTold"));
    QCOMPARE(f.text("statusTold"), said);
    QCOMPARE(QAccessible::queryAccessibleInterface(&f.widget<QLabel>("statusTold"))->text(QAccessible::Name), said);
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_S);   // a letter where somebody types
    QVERIFY(f.sentence().text().contains('s'));
}

void TestRowWords::theReadRowLeavesTheScreenWithItsPair()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.findChild<QAction*>("readRow")->isEnabled());   // no row is meant
    f.window.session().setPin(Pair{6, 2});
    QVERIFY(f.trigger("readRow"));
    QVERIFY(f.shows("statusTold") && !f.shows("statusTime"));
    f.window.session().peek(Pair{7, 2});
    QVERIFY(!f.shows("statusTold") && f.shows("statusTime"));
    QVERIFY(f.trigger("readRow"));
    QVERIFY(f.text("statusTold").startsWith("Query 7"));
}

void TestRowWords::keysCopyTheCellAndTheRow()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.picture().setFocus();
    const PlotScene& scene = f.picture().scene();
    for (const Pair to : {Pair{6, 2}, Pair{4, 9}}) {
        f.window.session().setPin(to);
        QTest::keyClick(&f.picture(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard(), tooltipOf(scene, to).front());
    }
    f.window.session().setPin(Pair{6, 2});
    QVERIFY(f.trigger("hideFirst"));
    QTest::keyClick(&f.picture(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = clipboard().split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), int(scene.map->keys()) + 1);
    QCOMPARE(lines[0], QString("Position\tToken\tWeight\tRaw weight"));
    QCOMPARE(lines[1], QString("0\t%1\thidden\t%2").arg(scene.labels.text(0), printedWeight(double(scene.map->cell(6, 0).weight))));
    QCOMPARE(lines[3], QString("2\t%1\t%2\t%3").arg(scene.labels.text(2), printedWeight(double(scene.shown->cell(6, 2).weight)),
                                                     printedWeight(double(scene.map->cell(6, 2).weight))));
    QVERIFY(lines.back().endsWith("not allowed\tnot allowed"));
}

// Where there is text, or another list, the keys copy what is there.
void TestRowWords::copyingElsewhereIsLeftAlone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{6, 2});
    f.sentence().setFocus();
    f.sentence().selectAll();
    QTest::keyClick(&f.sentence(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), f.sentence().text());
    auto& steps = f.widget<QWidget>("steps");
    steps.setFocus();
    QTest::keyClick(&steps, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(clipboard() != cellLine(f.picture().scene(), {6, 2}) && clipboard() != f.sentence().text());
    QVERIFY(f.trigger("copyCell"));   // from the menu, wherever the focus is
    QCOMPARE(clipboard(), cellLine(f.picture().scene(), {6, 2}));
}

void TestRowWords::theRowIsListed()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.picture().setFocus();
    f.window.session().setPin(Pair{6, 2});
    QTest::keyClick(&f.picture(), Qt::Key_T, Qt::ControlModifier);
    auto* dialog = f.window.findChild<RowDialog*>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    auto* list = dialog->findChild<QTreeWidget*>("rowTable");
    const PlotScene& scene = f.picture().scene();
    QCOMPARE(list->topLevelItemCount(), int(scene.map->keys()));
    for (int key = 0; key < list->topLevelItemCount(); ++key) {
        QCOMPARE(list->topLevelItem(key)->text(1), scene.labels.text(key));
        QCOMPARE(list->topLevelItem(key)->text(2), key <= 6 ? printedWeight(double(scene.map->cell(6, key).weight)) : QString("not allowed"));
    }
    QCOMPARE(dialog->findChild<QLabel*>("rowSummary")->text(), rowSummary(scene, 6));
    QTest::mouseClick(dialog->findChild<QWidget*>("copyTable"), Qt::LeftButton);
    QCOMPARE(clipboard(), rowTable(scene, 6).tabbed());
    if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty()) QVERIFY(dialog->grab().save(folder + "/row-table.png"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    TRY_VERIFY(!f.window.findChild<RowDialog*>());
}

QTEST_MAIN(TestRowWords)
#include "tst_row_words.moc"
