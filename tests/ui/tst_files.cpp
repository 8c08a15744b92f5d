// Files that the window opens and saves: how they are named, what is too large for it, what is no file at all, and what closing does to them.
#include <QClipboard>
#include <QMenu>
#include <QStatusBar>

#include <sys/stat.h>

#include "ui/state/session_file.h"
#include "ui/work/workers.h"
#include "window_fixture.h"

using namespace ui;

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void closingWaitsForTheFile();
    void closingTwiceDoesNotWait();
    void aFailureIsToldBeforeTheWindowGoes();
    void sessionsAreKnownByTheirEnding_data();
    void sessionsAreKnownByTheirEnding();
    void anEndingThatIsNoSessionsIsRefused();
    void aFileOfAModelStandsForItsFolder();
    void aModelsNameEndsInNoSlash();
    void aPipeIsRefused();
    void aTextThatIsTooLongIsRefused();
    void aPasteThatIsTooLongIsRefused();
    void aSessionsTextThatIsTooLongIsRefused();
    void anotherWindowsModelsStayOnTheList();

private:
    [[nodiscard]] QString put(const char* name, const std::string& content) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        test::require(core::saveFile(path.toStdString(), content));
        return path;
    }
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// Keeps every shared worker busy until it is released or dies.
class BusyWorkers {
public:
    BusyWorkers()
    {
        for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
            Workers::shared().start([latch = m_latch] { latch->pass(); });
    }
    ~BusyWorkers() { release(); }
    BusyWorkers(const BusyWorkers&) = delete;
    BusyWorkers& operator=(const BusyWorkers&) = delete;
    void release() { m_latch->open(); }

private:
    std::shared_ptr<test::Latch> m_latch = [] {
        auto latch = std::make_shared<test::Latch>();
        latch->close();
        return latch;
    }();
};

}   // namespace

void TestFiles::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestFiles::closingWaitsForTheFile()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = m_folder.filePath("waited.fovea.json");
    BusyWorkers busy;
    QVERIFY(f.trigger("saveSession") && f.trigger("quit"));
    QVERIFY(f.window.isVisible());
    QVERIFY(f.window.statusBar()->currentMessage().contains("Closing"));
    QVERIFY(!QFile::exists(f.nextSession));
    busy.release();
    TRY_VERIFY(!f.window.isVisible());
    QVERIFY(QFile::exists(f.nextSession));
}

void TestFiles::closingTwiceDoesNotWait()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = m_folder.filePath("not-waited.fovea.json");
    BusyWorkers busy;
    QVERIFY(f.trigger("saveSession") && f.trigger("quit") && f.window.isVisible());
    QVERIFY(f.trigger("quit"));
    QVERIFY(!f.window.isVisible());
}

void TestFiles::aFailureIsToldBeforeTheWindowGoes()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = "/no/such/folder/a.fovea.json";
    BusyWorkers busy;
    QVERIFY(f.trigger("saveSession") && f.trigger("quit"));
    busy.release();
    TRY_VERIFY(f.message().contains("/no/such/folder"));
    QVERIFY(f.window.isVisible());
    QVERIFY(f.trigger("quit"));
    QVERIFY(!f.window.isVisible());
}

void TestFiles::sessionsAreKnownByTheirEnding_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("the program's own") << "lesson 1.fovea.json" << "lesson 1";
    QTest::newRow("JSON") << "a.json" << "a";
    QTest::newRow("nothing but the ending") << ".fovea.json" << ".fovea";
}

void TestFiles::sessionsAreKnownByTheirEnding()
{
    QFETCH(QString, file);
    QFETCH(QString, name);
    test::WindowFixture f(m_model, "The mat.");
    TRY_VERIFY(f.isSettled());
    f.nextSession = m_folder.filePath(file);
    QVERIFY(f.trigger("saveSession"));
    TRY_VERIFY(QFile::exists(f.nextSession));
    f.window.session().setText("Another text.");
    f.window.openPath(f.nextSession);   // as one that is dropped
    TRY_VERIFY(f.sentence().text() == "The mat.");
    QCOMPARE(f.window.findChild<QAction*>("undo")->text(), "Undo session " + name);
}

void TestFiles::anEndingThatIsNoSessionsIsRefused()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = m_folder.filePath("letter.txt");
    QVERIFY(f.trigger("saveSession"));
    QVERIFY2(f.message().contains("letter.txt") && f.message().contains(".fovea.json"), qPrintable(f.message()));
    QVERIFY(!QFile::exists(f.nextSession));
}

void TestFiles::aFileOfAModelStandsForItsFolder()
{
    for (const char* file : {"config.json", "tokenizer.json", "model.safetensors"}) {
        const QString path = m_model + "/" + QLatin1String(file);
        QCOMPARE(int(kindOf(path)), int(PathKind::Model));
        QCOMPARE(modelPath(path), m_model);
    }
    QCOMPARE(int(kindOf(m_folder.filePath("notes.json"))), int(PathKind::Session));
    QCOMPARE(int(kindOf(m_model + "/saved here.fovea.json")), int(PathKind::Session));
    QCOMPARE(int(kindOf(m_model + "/README.md")), int(PathKind::Text));
}

void TestFiles::aModelsNameEndsInNoSlash()
{
    QCOMPARE(modelPath(m_model + "/"), m_model);
    QCOMPARE(modelPath(m_model + "//./"), m_model);
    QCOMPARE(shortName(documentFor(m_model + "/").model), QString("tiny"));
}

void TestFiles::aPipeIsRefused()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const char* name : {"pipe.txt", "pipe.fovea.json"}) {
        const QString pipe = m_folder.filePath(QLatin1String(name));
        QCOMPARE(::mkfifo(pipe.toStdString().c_str(), 0600), 0);
        f.window.openPath(pipe);
        TRY_VERIFY(f.message().contains(pipe) && f.message().contains("no ordinary file"));
    }
    QVERIFY(f.isSettled());
}

void TestFiles::aTextThatIsTooLongIsRefused()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QString before = f.sentence().text();
    f.window.openPath(put("long.txt", std::string(std::size_t(kLongestText) + 1, 'x')));
    TRY_VERIFY(f.message().contains("long.txt has 131,073 letters") && f.message().contains("131,072"));
    QCOMPARE(f.sentence().text(), before);
    f.window.openPath(put("long enough.txt", std::string(std::size_t(kLongestText), 'x')));
    TRY_VERIFY(f.sentence().text().size() == kLongestText);
    QVERIFY(f.message().isEmpty());
}

void TestFiles::aPasteThatIsTooLongIsRefused()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QString before = f.sentence().text();
    QGuiApplication::clipboard()->setText(QString(kLongestText, u'x'));
    f.sentence().moveCursor(QTextCursor::End);
    f.sentence().paste();
    QVERIFY2(f.message().contains("131,116 letters"), qPrintable(f.message()));
    QCOMPARE(f.sentence().text(), before);
    f.sentence().selectAll();
    f.sentence().paste();   // what is selected makes room
    QCOMPARE(f.sentence().text().size(), kLongestText);
}

void TestFiles::aSessionsTextThatIsTooLongIsRefused()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const DocumentState before = f.window.session().document();
    SavedSession saved{.document = before, .view = {}, .cells = {}};
    saved.document.second = SecondSentence{.text = QString(kLongestText + 1, u'x'), .pin = {}};
    f.window.openPath(put("long.fovea.json", sessionText(saved)));
    TRY_VERIFY(f.message().contains("long.fovea.json") && f.message().contains("131,073 letters"));
    QVERIFY2(f.message().contains("Take a part"), qPrintable(f.message()));
    QCOMPARE(f.window.session().document(), before);
}

void TestFiles::anotherWindowsModelsStayOnTheList()
{
    const QString settings = m_folder.filePath("shared.ini"), other = m_folder.filePath("other");
    test::writeTinyModel(other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
    test::WindowFixture first(m_model, "cat", {}, {}, settings);
    TRY_VERIFY(first.isSettled());
    {
        test::WindowFixture second(other, "cat", {}, {}, settings);
        TRY_VERIFY(second.isSettled());
        second.window.close();
    }
    first.window.close();
    QCOMPARE(SettingsFile(settings).read().recentModels, (QStringList{other, m_model}));
}

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
