// Compare in all looks and sizes: nothing is cut off.
#include "looks.h"
#include "ui/window/language.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestLooksCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

using State = void (*)(test::WindowFixture&);

bool isCompared(test::WindowFixture& f)
{
    const ComparisonState& state = f.window.comparing().state();
    return f.isSettled() && !f.window.comparing().busy() && state.comparison && state.comparison->record == f.window.controller().record() &&
           state.comparison->patterns.size() == std::size_t(f.window.session().document().patterns.size());
}

void sentence(test::WindowFixture& f) { f.window.session().setPin(Pair{8, 2}); }

void story(test::WindowFixture& f)
{
    const QString text =
        QString("Lily saw a big red ball in the park. She wanted to play with it, but a dog sat on the grass beside it. ").repeated(5);
    f.window.session().setText(text.trimmed());
    TRY_VERIFY(isCompared(f));
    f.window.session().setPatterns({"sinks(4) | window(24) | global(\".\")", "window(16)", "causal & topk(8)", "strided(12)"}, "patterns");
    f.window.session().setPin(Pair{100, 90});
    TRY_VERIFY(isCompared(f));
}

// How costs grow, and keys and values that heads share.
void pooled(test::WindowFixture& f)
{
    story(f);
    f.window.session().setCompare({.pattern = 1, .kvGroups = 2, .costs = CostsCard::Growth});
    TRY_VERIFY(isCompared(f));
}

void nothingKept(test::WindowFixture& f)
{
    f.window.session().setPatterns({"where(k > q)"}, "pattern");
    f.window.session().setPin(Pair{8, 2});
    TRY_VERIFY(isCompared(f));
}

}   // namespace

void TestLooksCompare::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = qEnvironmentVariable("FOVEA_PICTURE_MODEL");
    if (!m_model.isEmpty()) return;
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestLooksCompare::cleanup() { QVERIFY(useLanguage("en")); }

void TestLooksCompare::nothingIsCutOff_data()
{
    QTest::addColumn<State>("enter");
    QTest::addColumn<QString>("language");
    QTest::newRow("compare") << State(&sentence) << "en";
    QTest::newRow("compare-story") << State(&story) << "en";
    QTest::newRow("compare-pooled") << State(&pooled) << "en";
    QTest::newRow("compare-nothing") << State(&nothingKept) << "en";
    QTest::newRow("compare-german") << State(&story) << "de";
    QTest::newRow("compare-rtl") << State(&sentence) << "ar";
}

void TestLooksCompare::nothingIsCutOff()
{
    QFETCH(State, enter);
    QFETCH(QString, language);
    QVERIFY(useLanguage(language));
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("show_compare"));
    TRY_VERIFY(isCompared(f));
    enter(f);
    const QString cut = test::cutIn(f, test::HeadsPanelMay::Scroll);
    QVERIFY2(cut.isEmpty(), qPrintable(cut));
}

QTEST_MAIN(TestLooksCompare)
#include "tst_looks_compare.moc"
