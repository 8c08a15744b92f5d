// Texts and folders that nobody would wish for: the window says so in a sentence and goes on with what it had.
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include "window_fixture.h"

using namespace ui;

class TestBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oddTextsRunAsTyped_data();
    void oddTextsRunAsTyped();
    void aHugePasteStopsAt4096AndSaysSo();
    void aGoodFolderSwitchesTheModelAndUndoBringsItBack();
    void aBrokenFolderLeavesEverythingAsItWas_data();
    void aBrokenFolderLeavesEverythingAsItWas();
    void withoutAModelTheWindowOffersOne();
    void aFileThatIsNoTextIsRefusedAndTheTextStays();
    void aFailedRunKeepsThePictureAndSaysPrevious();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

namespace fs = std::filesystem;

void overwrite(const fs::path& file, std::string_view content) { test::require(core::saveFile(file, content)); }

// A copy of the model with one thing wrong.
QString brokenCopy(const QString& model, const QString& into, const std::function<void(const fs::path&)>& spoil)
{
    const fs::path folder(into.toStdString());
    fs::copy(model.toStdString(), folder, fs::copy_options::recursive);
    spoil(folder);
    return into;
}

}   // namespace

void TestBadInput::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestBadInput::oddTextsRunAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QString("   ");
    QTest::newRow("line breaks") << QString("a\n\nb\n");
    QTest::newRow("emoji") << QString::fromUtf8("👩‍👩‍👧 a 🎉");
    QTest::newRow("right to left") << QString::fromUtf8("שלום עולם abc مرحبا");
    QTest::newRow("CJK") << QString::fromUtf8("猫は疲れていた。");
    QTest::newRow("combining") << QString::fromUtf8("e\u0301 n\u0303");
    QTest::newRow("NUL") << QString("a") + QChar(u'\0') + QString("b");
    QTest::newRow("no-break space") << QString::fromUtf8("a\u00a0b");
    QTest::newRow("half a surrogate pair") << QString("a") + QChar(0xd83d) + QString("b");
    QTest::newRow("byte order mark") << QString(QChar(0xfeff)) + "a";
}

void TestBadInput::oddTextsRunAsTyped()
{
    QFETCH(QString, text);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.sentence().selectAll();
    QTest::keyClick(&f.sentence(), Qt::Key_Delete);
    f.sentence().insertPlainText(text);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().document().text, text);
    const core::Tokens expected = f.window.controller().model()->tokenizer.encode(text.toStdString()).value();
    QCOMPARE(f.recording().tokens.ids(), expected.ids());
    QVERIFY(f.message().isEmpty());
    f.window.grab();   // every view can draw it
    for (const TokenBox& box : f.sentence().boxes()) QVERIFY(box.begin >= 0 && box.begin < box.end && box.end <= text.size());
}

void TestBadInput::aHugePasteStopsAt4096AndSaysSo()
{
    test::WindowFixture f(m_model, {});
    TRY_VERIFY(f.isSettled());
    QGuiApplication::clipboard()->setText(QString("zq").repeated(50000));
    f.sentence().paste();
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.recording().size(), core::Index(4096));
    QVERIFY2(f.text("notices").contains("4,096"), qPrintable(f.text("notices")));
    QVERIFY(f.text("notices").contains("never trained"));
    QCOMPARE(f.text("nextTitle"), QString("Next after token 4,095, the last computed"));
    QCOMPARE(f.sentence().text().size(), 100000);
    f.window.grab();
}

void TestBadInput::aGoodFolderSwitchesTheModelAndUndoBringsItBack()
{
    const QString other = m_folder.filePath("other");
    test::writeTinyModel(other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const core::ModelPtr first = f.window.controller().model();
    f.window.session().showHead({1, 3});
    f.nextFolder = other;
    QVERIFY(f.trigger("openModel"));
    TRY_VERIFY(f.window.controller().model() != first && f.isSettled());
    QCOMPARE(f.recording().layers(), core::Index(1));
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 1}));
    QCOMPARE(f.window.findChild<QComboBox*>("models")->currentText(), QString("other"));
    QCOMPARE(f.window.windowTitle(), QString("other — Fovea"));
    f.window.session().undoStack().undo();
    TRY_VERIFY(f.window.controller().model() == first && f.isSettled());
    QCOMPARE(f.window.findChild<QComboBox*>("models")->currentText(), QString("tiny"));
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 3}));
}

void TestBadInput::aBrokenFolderLeavesEverythingAsItWas_data()
{
    using Spoil = std::function<void(const fs::path&)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("named");
    QTest::newRow("no configuration") << Spoil([](const fs::path& folder) { fs::remove(folder / "config.json"); }) << "config.json";
    QTest::newRow("no weights") << Spoil([](const fs::path& folder) { fs::remove(folder / "model.safetensors"); }) << "model.safetensors";
    QTest::newRow("no tokenizer") << Spoil([](const fs::path& folder) { fs::remove(folder / "tokenizer.json"); }) << "tokenizer.json";
    QTest::newRow("truncated weights") << Spoil([](const fs::path& folder) { fs::resize_file(folder / "model.safetensors", 1000); })
                                       << "model.safetensors";
    QTest::newRow("empty weights") << Spoil([](const fs::path& folder) { fs::resize_file(folder / "model.safetensors", 0); }) << "model.safetensors";
    QTest::newRow("broken JSON") << Spoil([](const fs::path& folder) { overwrite(folder / "config.json", "{\"model_type\": "); }) << "config.json";
    QTest::newRow("unknown architecture") << Spoil([](const fs::path& folder) {
        overwrite(folder / "config.json", "{\"model_type\": \"rwkv\", \"architectures\": [\"RwkvForCausalLM\"]}");
    }) << "rwkv";
}

void TestBadInput::aBrokenFolderLeavesEverythingAsItWas()
{
    QFETCH(std::function<void(const fs::path&)>, spoil);
    QFETCH(QString, named);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto record = f.window.controller().record();
    const DocumentState document = f.window.session().document();
    f.nextFolder = brokenCopy(m_model, m_folder.filePath(QTest::currentDataTag()), spoil);
    QVERIFY(f.trigger("openModel"));
    TRY_VERIFY(!f.message().isEmpty());
    QVERIFY2(f.message().contains(named, Qt::CaseInsensitive), qPrintable(f.message()));
    QVERIFY(f.message().endsWith('.'));
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(f.window.controller().record(), record);
    QCOMPARE(f.window.session().document(), document);
    QCOMPARE(f.window.findChild<QComboBox*>("models")->currentText(), QString("tiny"));
    QTest::keyClicks(&f.sentence(), "x");   // the program goes on
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.message().isEmpty());
    QTest::mouseClick(f.window.findChild<QPushButton*>("dismissMessage"), Qt::LeftButton);
    QVERIFY(f.message().isEmpty());
}

void TestBadInput::withoutAModelTheWindowOffersOne()
{
    test::WindowFixture f(m_folder.filePath("nothing here"));
    TRY_VERIFY(!f.message().isEmpty());
    auto* open = f.window.findChild<QPushButton*>("emptyOpen");
    QVERIFY(open->isVisible());
    f.nextFolder = m_model;
    QTest::mouseClick(open, Qt::LeftButton);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!open->isVisible());
    QVERIFY(f.message().isEmpty());
}

void TestBadInput::aFileThatIsNoTextIsRefusedAndTheTextStays()
{
    const QString file = m_folder.filePath("text.txt");
    overwrite(file.toStdString(), "a\xff\xfe"
                                  "b");
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QString before = f.sentence().text();
    f.window.openPath(file);
    TRY_VERIFY(f.message().contains("text.txt"));
    QVERIFY2(f.message().contains("UTF-8"), qPrintable(f.message()));
    QCOMPARE(f.sentence().text(), before);
    f.window.openPath(m_folder.filePath("missing.txt"));
    TRY_VERIFY(f.message().contains("missing.txt"));
    QCOMPARE(f.sentence().text(), before);
}

void TestBadInput::aFailedRunKeepsThePictureAndSaysPrevious()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto record = f.window.controller().record();
    f.window.session().setPlan("head 9.9: off");   // fits no head of this model
    TRY_VERIFY(!f.message().isEmpty());
    QCOMPARE(f.window.controller().record(), record);
    QVERIFY(f.text("notices").contains("Previous"));
    f.window.session().undoStack().undo();
    TRY_VERIFY(f.message().isEmpty());
    TRY_VERIFY(!f.text("notices").contains("Previous"));
}

QTEST_MAIN(TestBadInput)
#include "tst_bad_input.moc"
