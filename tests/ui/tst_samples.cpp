// Sample sentences: chosen from the menu, explained below the sentence, forgotten when the text is another.
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

#include <QMenu>

using namespace ui;

class TestSamples : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSampleIsChosenReadAndFollowed();
    void linksAreInkInEveryTheme();
    void theLineGoesWithItsTextAndItsModel();

private:
    Samples samples() const;
    QTemporaryDir m_folder;
    QString m_model;
};

void TestSamples::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

Samples TestSamples::samples() const
{
    const QString look = "See <b> how %1 looks back, and %2 too.";
    return {.model = m_model,
            .sentences = {{.title = "Dog",
                           .text = "The dog sat.",
                           .look = look.arg(nameOf({1, 0}), nameOf({0, 1})),
                           .shows = {{.head = {1, 0}, .pair = {3, 1}, .weight = 0.5}, {.head = {0, 1}, .pair = {2, 2}, .weight = 0.5}}},
                          {.title = "Cat", .text = "The cat ran.", .look = "Nothing.", .shows = {}}}};
}

void TestSamples::aSampleIsChosenReadAndFollowed()
{
    test::WindowFixture f(m_model, "The cat sat.", {}, samples());
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.shows("sampleNote"));
    auto* menu = f.window.findChild<QMenu*>("sampleMenu");
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().front()->trigger();
    QCOMPARE(f.sentence().text(), QString("The dog sat."));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.shows("sampleNote"));
    QVERIFY(f.text("sampleNote").contains("&lt;b&gt;"));   // a line is text, never markup

    // Tab reaches the links, Enter follows them.
    auto& note = f.widget<QLabel>("sampleNote");
    QVERIFY(f.activate());
    note.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&note, Qt::Key_Tab);
    QTest::keyClick(&note, Qt::Key_Return);
    const DocumentState shown = f.window.session().document();
    QCOMPARE(shown.head, (core::HeadId{1, 0}));
    QCOMPARE(f.window.session().selection().pin, std::optional(Pair{3, 1}));
    Q_EMIT note.linkActivated("1");
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 1}));
    QCOMPARE(f.window.session().selection().pin, std::optional(Pair{2, 2}));
    QVERIFY(f.trigger("undo"));   // head and pin together
    QCOMPARE(f.window.session().document(), shown);
}

// A hue would mean a query or a key: every pixel of the line is grey.
void TestSamples::linksAreInkInEveryTheme()
{
    test::WindowFixture f(m_model, "The dog sat.", {}, samples());
    TRY_VERIFY(f.isSettled());
    for (const char* theme : {"themeLight", "themeDark"}) {
        QVERIFY(f.trigger(theme));
        const QImage line = f.widget<QLabel>("sampleNote").grab().toImage();
        const QColor ground = line.pixelColor(line.width() - 1, line.height() - 1);
        int written = 0;
        for (int y = 0; y < line.height(); ++y)
            for (int x = 0; x < line.width(); ++x) {
                const QColor colour = line.pixelColor(x, y);
                written += colour != ground;
                QVERIFY2(std::max({colour.red(), colour.green(), colour.blue()}) - std::min({colour.red(), colour.green(), colour.blue()}) < 60,
                         qPrintable(colour.name()));
            }
        QVERIFY(written > 100);
    }
}

void TestSamples::theLineGoesWithItsTextAndItsModel()
{
    test::WindowFixture f(m_model, "The dog sat.", {}, samples());
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.shows("sampleNote"));
    f.type("x");
    QVERIFY(!f.shows("sampleNote"));
    QVERIFY(f.trigger("undo"));
    QVERIFY(f.shows("sampleNote"));
    const QString other = m_folder.filePath("other");
    test::writeTinyModel(other.toStdString());
    f.window.openPath(other);
    TRY_COMPARE(f.window.session().document().model, other);
    QVERIFY(!f.shows("sampleNote"));
}

QTEST_MAIN(TestSamples)
#include "tst_samples.moc"
