// What a screen reader is told: tables cell by cell, messages when they come.
#include <QAccessible>
#include <QAccessibleWidget>

#include "ui/controllers/file_controller.h"
#include "ui/plot/cell_facts.h"
#include "ui/plot/row_words.h"
#include "ui/plot/scene_text.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/notice_strip.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestAccessibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void productsAreATableOfCells();
    void cellsFollowThePair();
    void listsOfSharesAreTables();
    void aProofIsAnAlertWhenItIsDone();
    void theMatrixIsATableOfCells();
    void cellsAreSpokenAsTheyAreShown();
    void aLargeMatrixIsReadCellByCell();
    void aNewMessageIsAnAlert();
    void aNoticeIsAnAlertWhenItAppears();
    void controlsHaveNames();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestAccessibility::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestAccessibility::productsAreATableOfCells()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    auto& products = f.widget<ProductTable>("products");
    QAccessibleInterface* widget = QAccessible::queryAccessibleInterface(&products);
    QVERIFY(widget && widget->role() == QAccessible::Table);
    QCOMPARE(widget->text(QAccessible::Name), QString("Products of query and key"));
    QAccessibleTableInterface* table = widget->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 8);
    QCOMPARE(table->columnCount(), 4);
    QCOMPARE(table->columnDescription(3), QString("query times key"));
    for (int row = 0; row < 8; ++row) {
        const LedgerTerm& term = products.terms()[std::size_t(row)];
        const QString expected[] = {QString::number(row), term.q, term.k, term.product};
        for (int column = 0; column < 4; ++column) {
            QAccessibleInterface* cell = table->cellAt(row, column);
            QVERIFY(cell && cell->isValid());
            QCOMPARE(cell->role(), QAccessible::Cell);
            QCOMPARE(cell->text(QAccessible::Name), expected[column]);
            QCOMPARE(cell->tableCellInterface()->rowIndex(), row);
            QCOMPARE(cell->parent(), widget);
            QCOMPARE(widget->indexOfChild(cell), (row + 1) * 4 + column);
            QCOMPARE(cell->tableCellInterface()->columnHeaderCells().front()->text(QAccessible::Name), table->columnDescription(column));
        }
    }
    QVERIFY(!table->cellAt(8, 0));
    QVERIFY(!table->cellAt(-1, 0));
}

void TestAccessibility::cellsFollowThePair()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    auto& products = f.widget<ProductTable>("products");
    QAccessibleTableInterface* table = QAccessible::queryAccessibleInterface(&products)->tableInterface();
    QAccessibleInterface* cell = table->cellAt(2, 3);
    const QString before = cell->text(QAccessible::Name);
    f.window.session().setPin(Pair{9, 1});
    QCOMPARE(cell->text(QAccessible::Name), products.terms()[2].product);
    QVERIFY(cell->text(QAccessible::Name) != before);
    products.setTerms({});
    QVERIFY(!cell->isValid());
    QCOMPARE(cell->text(QAccessible::Name), QString());
}

void TestAccessibility::listsOfSharesAreTables()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    for (const char* name : {"strongestKeys", "nextTokens"}) {
        auto& list = f.widget<ShareList>(name);
        QAccessibleInterface* widget = QAccessible::queryAccessibleInterface(&list);
        QVERIFY(widget && widget->role() == QAccessible::Table);
        QAccessibleTableInterface* table = widget->tableInterface();
        QCOMPARE(table->rowCount(), int(list.rows().size()));
        for (int row = 0; row < table->rowCount(); ++row) {
            const ShareRow& share = list.rows()[std::size_t(row)];
            QCOMPARE(table->cellAt(row, 0)->text(QAccessible::Name), QString("%1 %2. %3").arg(share.label, share.value, share.tip));
            QCOMPARE(table->cellAt(row, 1)->text(QAccessible::Name), share.value);
            QCOMPARE(table->cellAt(row, 2)->text(QAccessible::Name), share.second);
        }
    }
}

void TestAccessibility::aProofIsAnAlertWhenItIsDone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QSignalSpy spoken(&f.widget<AlertFrame>("futureCard"), &AlertFrame::announced);
    f.window.session().setPin(Pair{5, 1});
    QVERIFY(f.click("proveIt"));
    TRY_COMPARE(spoken.size(), 1);
    QCOMPARE(spoken.front().front().toString(), f.text("futureVerdict"));
}

// Every cell says its tokens and its weight, or why there is none.
void TestAccessibility::theMatrixIsATableOfCells()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QAccessibleInterface* widget = QAccessible::queryAccessibleInterface(&f.picture());
    QVERIFY(widget && widget->role() == QAccessible::Table);
    QAccessibleTableInterface* table = widget->tableInterface();
    const int n = int(f.recording().size());
    QVERIFY(table);
    QCOMPARE(table->rowCount(), n);
    QCOMPARE(table->columnCount(), n);
    QCOMPARE(widget->childCount(), n * (n + 1) + n);   // headings of columns, cells, headings of rows
    for (int row = 0; row < n; ++row)
        for (int column = 0; column < n; ++column) {
            QAccessibleInterface* cell = table->cellAt(row, column);
            const QString spoken = cell->text(QAccessible::Name);
            QCOMPARE(spoken, spokenCell(f.picture().scene(), {row, column}));
            QCOMPARE(spoken.contains("future token"), column > row);
            QCOMPARE(spoken.contains("percent"), column <= row);
            QVERIFY(cell->rect().contains(f.picture().mapToGlobal(f.centreOf({row, column}))));
        }
    QVERIFY(table->columnDescription(2).contains(f.picture().scene().labels.text(2)));
    QVERIFY(table->rowDescription(2).startsWith("query 2"));
    for (int row = 0; row < n; ++row) {
        QAccessibleInterface* heading = table->cellAt(row, 1)->tableCellInterface()->rowHeaderCells().value(0);
        QVERIFY(heading && heading->isValid());
        QCOMPARE(heading->role(), QAccessible::RowHeader);
        QCOMPARE(heading->text(QAccessible::Name), table->rowDescription(row));
        QCOMPARE(heading->text(QAccessible::Description), rowSummary(f.picture().scene(), row));
        QCOMPARE(widget->child(widget->indexOfChild(heading)), heading);
    }

    QAccessibleInterface* cell = table->cellAt(3, 2);
    f.window.session().showHead({1, 1});
    QCOMPARE(cell->text(QAccessible::Name), spokenCell(f.picture().scene(), {3, 2}));
    f.window.session().setText({});
    TRY_VERIFY(f.isSettled());
    QVERIFY(!table->cellAt(3, 2));   // <s> alone is left
}

// Ears are told what eyes see: hidden is hidden, and so is a row of which nothing is left.
void TestAccessibility::cellsAreSpokenAsTheyAreShown()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const PlotScene& scene = f.picture().scene();
    const QString open = spokenCell(scene, {3, 1});
    QVERIFY2(open.contains("Weight ") && open.contains(" of 4. 2 tokens back."), qPrintable(open));
    QVERIFY(f.trigger("hideFirst"));
    const core::Index n = scene.shown->queries();
    int nothingLeft = 0;
    for (core::Index row = 0; row < n; ++row)
        for (core::Index column = 0; column < n; ++column) {
            const QString spoken = spokenCell(scene, {row, column}), printed = tooltipOf(scene, {row, column}).front();
            QCOMPARE(spoken.contains("Hidden, raw"), printed.contains("hidden, raw"));
            QCOMPARE(spoken.contains("Hidden, raw"), column == 0);
            QCOMPARE(spoken.contains("Nothing left of this row, raw"), printed.contains("nothing left of this row, raw"));
            nothingLeft += printed.contains("nothing left") ? 1 : 0;
            QCOMPARE(spoken.contains("Not allowed"), printed.contains("not allowed"));
            QCOMPARE(spoken.contains("Shown"), column > 0 && scene.shown->allowed(row, column));
            QVERIFY2(!spoken.contains("Weight"), qPrintable(spoken));   // no plain weight is on show
        }
    // "Shown 68.9 percent, raw 62.5 percent"
    const core::Cell shown = scene.shown->cell(5, 2), raw = scene.map->cell(5, 2);
    QVERIFY(spokenCell(scene, {5, 2}).contains(
        QString("Shown %1, raw %2, rank ").arg(spokenPercent(double(shown.weight)), spokenPercent(double(raw.weight)))));
    QCOMPARE(spokenPercent(0.625), QString("62.5 percent"));
    QCOMPARE(spokenPercent(1.81e-10), QString("less than 0.1 percent"));
    QCOMPARE(spokenPercent(0.0), QString("0.0 percent"));
    QCOMPARE(nothingLeft, 0);   // the first row has its one key hidden, and no head of this model looks at nothing else
}

// A reader that lists children would ask for every pair of a long text.
void TestAccessibility::aLargeMatrixIsReadCellByCell()
{
    test::WindowFixture f(m_model, QString("The dog sat. ").repeated(80));
    TRY_VERIFY(f.isSettled());
    QAccessibleInterface* widget = QAccessible::queryAccessibleInterface(&f.picture());
    const int n = int(f.recording().size());
    QVERIFY(n > 128);
    QCOMPARE(widget->childCount(), 0);
    for (int i = 0; i < 20'000; ++i) QVERIFY(widget->tableInterface()->cellAt(i % n, (i * 7) % n)->isValid());
    QCOMPARE(widget->tableInterface()->cellAt(n - 1, 1)->text(QAccessible::Name), spokenCell(f.picture().scene(), {n - 1, 1}));
}

void TestAccessibility::aNewMessageIsAnAlert()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    auto& strip = f.widget<MessageStrip>("messageStrip");
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&strip);
    QCOMPARE(spoken->role(), QAccessible::AlertMessage);
    QSignalSpy alerts(&strip, &MessageStrip::announced);
    f.window.openPath(m_folder.filePath("missing.txt"));
    TRY_COMPARE(alerts.count(), 1);
    QCOMPARE(spoken->text(QAccessible::Name), QString("Problem"));
    QCOMPARE(spoken->text(QAccessible::Description), f.message());
    QVERIFY(spoken->text(QAccessible::Description).contains("missing.txt"));
    f.window.openPath(m_folder.filePath("missing.txt"));   // the same message again is no news
    QSignalSpy failures(f.window.findChild<FileController*>(), &FileController::failed);
    QVERIFY(failures.wait());
    QCOMPARE(alerts.count(), 1);
    QVERIFY(f.click("dismissMessage"));
    f.window.openPath(m_folder.filePath("missing.txt"));
    TRY_COMPARE(alerts.count(), 2);
}

void TestAccessibility::aNoticeIsAnAlertWhenItAppears()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    auto& strip = f.widget<NoticeStrip>("noticeStrip");
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&strip);
    QCOMPARE(spoken->role(), QAccessible::AlertMessage);
    QSignalSpy alerts(&strip, &NoticeStrip::announced);
    f.engine->latch().close();
    f.type("s");
    TRY_COMPARE(alerts.count(), 1);
    QCOMPARE(spoken->text(QAccessible::Description), f.text("notices"));
    QVERIFY(f.text("notices").startsWith("Previous text"));
    f.type("x");   // another letter is no news
    QCOMPARE(alerts.count(), 1);
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    TRY_COMPARE(alerts.count(), 2);   // nothing goes on any more
    QVERIFY(spoken->text(QAccessible::Description).contains("Ctrl+R"));
}

void TestAccessibility::controlsHaveNames()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const char* name : {"models", "heads", "sentence", "attentionView", "inspector", "products", "strongestKeys", "nextTokens"}) {
        auto* widget = f.window.findChild<QWidget*>(QLatin1String(name));
        QVERIFY2(widget, name);
        QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(), name);
    }
    f.window.session().setPin(Pair{7, 3});
    const QString spoken = QAccessible::queryAccessibleInterface(&f.widget<QLabel>("stepWeight"))->text(QAccessible::Name);
    QVERIFY2(spoken.contains("Weight w") && spoken.contains(f.text("stepWeight")), qPrintable(spoken));
    QVERIFY(QAccessible::queryAccessibleInterface(&f.widget<QLabel>("inspectorWeight"))->text(QAccessible::Name).contains(f.text("inspectorWeight")));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
