// The window in what lies around its work, in all looks and sizes: newcomers, the walk, dropping, the told row, sentences and languages of other
// scripts. Nothing is cut off.
#include <QMimeData>

#include "looks.h"
#include "ui/window/language.h"
#include "ui/window/recent_menu.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestLooksAround : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void theListOfModelsIsWhole();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

using State = void (*)(test::WindowFixture&);

const QString kArabic = QString::fromUtf8("جلست القطة على السجادة لأنها كانت متعبة.");
const QString kChinese = QString::fromUtf8("猫坐在垫子上,因为它累了。The cat sat. 狗看着它。");
const QString kMixed = QString::fromUtf8("The word سجادة means mat, שטיח too, and 垫子 is 3 bytes a letter.");

void say(test::WindowFixture& f, const QString& text)
{
    f.window.session().setText(text);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{std::min<core::Index>(9, f.recording().size() - 1), 4});
}

void newcomer(test::WindowFixture& f) { QVERIFY(f.shows("welcomeCard")); }

void walk(test::WindowFixture& f)
{
    QVERIFY(f.activate() && f.trigger("showMe"));
    TRY_VERIFY(f.isSettled() && !f.window.controller().busy());
    for (int step = 0; step < 3; ++step) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    TRY_VERIFY(f.isSettled());
}

void drop(test::WindowFixture& f)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile("/no/such/folder/holiday.mp3")});
    QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&f.window, &event);
    QVERIFY(f.shows("dropHint"));
}

void told(test::WindowFixture& f)
{
    f.window.session().setPin(Pair{8, 2});
    QVERIFY(f.trigger("readRow"));
}

void arabicText(test::WindowFixture& f) { say(f, kArabic); }
// Pinned: the inspector speaks of letters without spaces between them.
void chineseText(test::WindowFixture& f)
{
    say(f, kChinese);
    f.window.session().setPin(Pair{8, 2});
}

void mixedText(test::WindowFixture& f)
{
    say(f, kMixed);
    f.sentence().setFocus();
    f.sentence().moveCursor(QTextCursor::End);
}

void arabicWords(test::WindowFixture& f)
{
    arabicText(f);
    QVERIFY(f.trigger("unitWords"));
}

void chineseWords(test::WindowFixture& f)
{
    chineseText(f);
    QVERIFY(f.trigger("unitWords"));
}

void pinned(test::WindowFixture& f) { f.window.session().setPin(Pair{8, 2}); }

void hiddenFirst(test::WindowFixture& f)
{
    pinned(f);
    QVERIFY(f.trigger("hideFirst"));
}

void twoArabic(test::WindowFixture& f)
{
    say(f, kArabic);
    QVERIFY(f.trigger("secondSentence"));
    f.window.session().setText("The cat sat.", Side::Second);
    const auto& record = f.window.controller().record(Side::Second);
    TRY_VERIFY(f.isSettled() && record && record->text.startsWith("The cat"));
}

void someHeads(test::WindowFixture& f) { test::openTiny(f, {.layers = 4, .heads = 8}); }
void manyHeads(test::WindowFixture& f) { test::openTiny(f, {.layers = 32, .heads = 32, .headDim = 2}); }

}   // namespace

void TestLooksAround::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = qEnvironmentVariable("FOVEA_PICTURE_MODEL");
    if (!m_model.isEmpty()) return;
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestLooksAround::cleanup() { QVERIFY(useLanguage("en")); }

void TestLooksAround::nothingIsCutOff_data()
{
    QTest::addColumn<State>("enter");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isNewcomer");
    QTest::newRow("welcome") << State(&newcomer) << "en" << true;
    QTest::newRow("walk") << State(&walk) << "en" << false;
    QTest::newRow("drop") << State(&drop) << "en" << false;
    QTest::newRow("told") << State(&told) << "en" << false;
    QTest::newRow("arabic") << State(&arabicText) << "en" << false;
    QTest::newRow("chinese") << State(&chineseText) << "en" << false;
    QTest::newRow("mixed") << State(&mixedText) << "en" << false;
    QTest::newRow("arabic-words") << State(&arabicWords) << "en" << false;
    QTest::newRow("chinese-words") << State(&chineseWords) << "en" << false;
    QTest::newRow("german") << State(&pinned) << "de" << false;
    QTest::newRow("german-hidden") << State(&hiddenFirst) << "de" << false;
    QTest::newRow("german-heads") << State(&someHeads) << "de" << false;
    QTest::newRow("german-many") << State(&manyHeads) << "de" << false;
    QTest::newRow("rtl") << State(&pinned) << "ar" << false;
    QTest::newRow("rtl-hidden") << State(&hiddenFirst) << "ar" << false;
    QTest::newRow("rtl-arabic") << State(&arabicText) << "ar" << false;
    QTest::newRow("rtl-two") << State(&twoArabic) << "ar" << false;
    QTest::newRow("rtl-walk") << State(&walk) << "ar" << false;
    QTest::newRow("rtl-welcome") << State(&newcomer) << "ar" << true;
    QTest::newRow("rtl-drop") << State(&drop) << "ar" << false;
}

void TestLooksAround::nothingIsCutOff()
{
    QFETCH(State, enter);
    QFETCH(QString, language);
    QFETCH(bool, isNewcomer);
    QVERIFY(useLanguage(language));
    const QString settings = isNewcomer ? m_folder.filePath(QString("%1.ini").arg(language)) : QString();
    test::WindowFixture f(m_model, "The cat sat on the mat because it was tired.", {}, {}, settings);
    TRY_VERIFY(f.isSettled());
    enter(f);
    TRY_VERIFY(f.picture().isComplete());
    const QString cut = test::cutIn(f, test::HeadsPanelMay::Scroll);
    QVERIFY2(cut.isEmpty(), qPrintable(cut));
}

// A menu is a window of its own: names of folders are whole in it.
void TestLooksAround::theListOfModelsIsWhole()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    auto& menu = f.widget<RecentMenu>("recentMenu");
    menu.showFolders({"/models/smollm2-135m", "/models/a model & its name", m_model});
    menu.ensurePolished();
    menu.resize(menu.sizeHint());
    for (const QAction* action : menu.actions()) {
        const QRect place = menu.actionGeometry(const_cast<QAction*>(action));
        QVERIFY(menu.rect().contains(place));
        QVERIFY(action->isSeparator() || place.width() >= menu.fontMetrics().horizontalAdvance(action->text()));
    }
    if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty()) QVERIFY(menu.grab().save(folder + "/recent.png"));
}

QTEST_MAIN(TestLooksAround)
#include "tst_looks_around.moc"
