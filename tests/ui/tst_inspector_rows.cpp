// The rows of the inspector: copied as text and as TeX, reached by keys, followed to what they were made of.
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include "ui/state/ledger_tex.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"
#include "ui/views/explore/step_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestInspectorRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void copiedStepsAreTheStepsOnScreen();
    void copiedTexHasTheDigitsOnScreen();
    void rowsCopyAndAreFollowedByKeys();
    void aRowOfTheListOpensItsWeight();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestInspectorRows::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestInspectorRows::copiedStepsAreTheStepsOnScreen()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{7, 3});
    QVERIFY(f.click("copySteps"));
    const QString copied = QGuiApplication::clipboard()->text();
    for (const char* step : {"stepSum", "stepScore", "stepMask", "stepLse", "stepWeight", "stepWritten"})
        QVERIFY2(copied.contains(plainNumber(f.text(step))), step);
    QVERIFY(copied.endsWith('\n') && !copied.contains(QChar(0x2212)));
    QCOMPARE(f.widget<QPushButton>("copySteps").text(), QString("Copied"));
    TRY_COMPARE(f.widget<QPushButton>("copySteps").text(), QString("Copy steps"));
    QVERIFY(!copied.contains("Shown weight"));
}

void TestInspectorRows::copiedTexHasTheDigitsOnScreen()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const char* hide : {"", "hideFirst"}) {
        if (*hide) QVERIFY(f.trigger(hide));
        f.window.session().setPin(Pair{7, 3});
        QVERIFY(f.click("copyTex"));
        const QString tex = QGuiApplication::clipboard()->text();
        QVERIFY(tex.startsWith("% \\usepackage{amsmath}\n\\begin{align*}\n") && tex.endsWith("\\end{align*}\n"));
        for (const char* step : {"stepSum", "stepScore", "stepLse", "stepWeight", "stepWritten"})
            QVERIFY2(tex.contains(texNumber(f.text(step))), step);
        QCOMPARE(tex.contains("1 - w_{7,0}"), *hide != 0);
        for (const LedgerTerm& term : f.widget<ProductTable>("products").terms())
            QVERIFY(tex.contains(texNumber(term.q)) && tex.contains(texNumber(term.k)));
    }
    TRY_COMPARE(f.widget<QPushButton>("copyTex").text(), QString("TeX"));
}

void TestInspectorRows::rowsCopyAndAreFollowedByKeys()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{7, 3});
    auto& steps = f.widget<StepList>("steps");
    auto& products = f.widget<ProductTable>("products");
    const auto copied = [](QWidget& place) {
        QTest::keyClick(&place, Qt::Key_C, Qt::ControlModifier);
        return QGuiApplication::clipboard()->text();
    };
    steps.setFocus(Qt::TabFocusReason);
    QCOMPARE(copied(steps), steps.lines()[0]);
    QTest::keyClick(&steps, Qt::Key_End);
    QCOMPARE(copied(steps), steps.lines().last());
    QTest::keyClick(&steps, Qt::Key_Up);
    QVERIFY(copied(steps).startsWith("Weight w"));
    // From the weight to its score, to the sum, to the products.
    QTest::keyClick(&steps, Qt::Key_Return);
    QVERIFY(copied(steps).startsWith("Score s"));
    QTest::keyClick(&steps, Qt::Key_Return);
    QVERIFY(copied(steps).startsWith("Sum of products"));
    QTest::keyClick(&steps, Qt::Key_Return);
    QVERIFY(products.hasFocus());
    QTest::keyClick(&products, Qt::Key_Down);
    QTest::keyClick(&products, Qt::Key_Down);
    QCOMPARE(copied(products), products.line(2));
    QVERIFY(copied(products).startsWith("2: "));
    // From ℓ to the keys that it is the sum of.
    steps.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&steps, Qt::Key_Home);
    for (int i = 0; i < 3; ++i) QTest::keyClick(&steps, Qt::Key_Down);
    QVERIFY(copied(steps).startsWith("Row log-sum-exp"));
    QTest::keyClick(&steps, Qt::Key_Return);
    QVERIFY(f.widget<ShareList>("strongestKeys").hasFocus());
    QTest::keyClick(&f.widget<ShareList>("strongestKeys"), Qt::Key_Escape);   // none of theirs: the pin is released
    QVERIFY(!f.window.session().selection().pin);
}

void TestInspectorRows::aRowOfTheListOpensItsWeight()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{9, 3});
    auto& list = f.widget<ShareList>("strongestKeys");
    const auto keyOf = [&](int row) { return core::Index(list.rows()[std::size_t(row)].label.section(' ', -1).toLongLong()); };
    const core::Index second = keyOf(1), third = keyOf(2);
    list.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{9, second})));
    QVERIFY(list.rows()[1].marked);
    QTest::mouseClick(&list, Qt::LeftButton, {}, list.rectOf(2).center());
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{9, third})));
    QTest::mousePress(&list, Qt::LeftButton, {}, list.rectOf(0).center());   // who slips off chooses nothing
    QTest::mouseRelease(&list, Qt::LeftButton, {}, list.rectOf(3).center());
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{9, third})));
}

QTEST_MAIN(TestInspectorRows)
#include "tst_inspector_rows.moc"
