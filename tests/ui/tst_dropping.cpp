// Things dragged over the window and dropped on it, by the events that a desktop sends.
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>

#include "ui/state/session_file.h"
#include "ui/window/drop_hint.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestDropping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void modelsOpen_data();
    void modelsOpen();
    void aTextBecomesTheText();
    void aSessionOpens();
    void whatCannotBeOpenedIsRefused_data();
    void whatCannotBeOpenedIsRefused();
    void theHintGoesWithTheDrag();
    void wordsAreDroppedIntoTheSentence();
    void theHintIsDrawnOverTheWholeWindow();

private:
    [[nodiscard]] QString put(const QString& name, const std::string& content) const
    {
        const QString path = m_folder.filePath(name);
        test::require(core::saveFile(path.toStdString(), content));
        return path;
    }
    QTemporaryDir m_folder;
    QString m_model;
    QString m_other;
};

namespace {

using Urls = QList<QUrl>;

// What is over the picture is over the window; what is over the sentence comes to the window through it.
struct Drag {
    Drag(QWidget& over, const QMimeData& data) : target(over), mime(data) {}
    bool enter()
    {
        QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
        action = event.dropAction();
        return event.isAccepted();
    }
    void leave()
    {
        QDragLeaveEvent event;
        QCoreApplication::sendEvent(&target, &event);
    }
    bool drop()
    {
        QDropEvent event(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
        action = event.dropAction();
        return event.isAccepted();
    }
    QWidget& target;
    const QMimeData& mime;
    Qt::DropAction action = Qt::IgnoreAction;
};

std::unique_ptr<QMimeData> mimeOf(const Urls& urls)
{
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls(urls);
    return mime;
}

QString hintOf(test::WindowFixture& f) { return f.shows("dropHint") ? f.widget<DropHint>("dropHint").words() : QString(); }

}   // namespace

void TestDropping::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    m_other = m_folder.filePath("other");
    test::writeTinyModel(m_model.toStdString());
    test::writeTinyModel(m_other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
}

void TestDropping::modelsOpen_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << m_other;
    QTest::newRow("folder as file managers name it") << m_other + "/";
    QTest::newRow("weights") << m_other + "/model.safetensors";
    QTest::newRow("configuration") << m_other + "/config.json";
}

void TestDropping::modelsOpen()
{
    QFETCH(QString, path);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto mime = mimeOf({QUrl::fromLocalFile(path)});
    Drag drag(f.window, *mime);
    QVERIFY(drag.enter());
    QCOMPARE(drag.action, Qt::CopyAction);
    QCOMPARE(hintOf(f), QString("Open the model other"));
    QVERIFY(drag.drop());
    QVERIFY(hintOf(f).isEmpty());
    TRY_VERIFY(f.window.session().document().model == m_other && f.isSettled());
    QCOMPARE(f.recording().layers(), core::Index(1));
    QCOMPARE(f.window.session().undoStack().undoText(), QString("change of model"));
}

void TestDropping::aTextBecomesTheText()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto mime = mimeOf({QUrl::fromLocalFile(put("notes.txt", "The dog sat."))});
    Drag drag(*f.sentence().viewport(), *mime);   // files are no words: they are not put into the sentence
    QVERIFY(drag.enter());
    QCOMPARE(hintOf(f), QString("Read notes.txt as the text"));
    Drag over(f.window, *mime);
    QVERIFY(over.drop());
    TRY_VERIFY(f.sentence().text() == "The dog sat." && f.isSettled());
    QCOMPARE(f.window.session().undoStack().undoText(), QString("text of notes.txt"));
}

void TestDropping::aSessionOpens()
{
    SavedSession saved;
    saved.document = {.text = "The mat sat.", .model = m_other, .plan = {}, .head = {0, 1}, .pin = {}};
    saved.view.scale = ScaleKind::Sqrt;
    const QString path = put("mat.fovea.json", sessionText(saved));
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto mime = mimeOf({QUrl::fromLocalFile(path)});
    Drag drag(f.window, *mime);
    QVERIFY(drag.enter());
    QCOMPARE(hintOf(f), QString("Open the session mat.fovea.json"));
    QVERIFY(drag.drop());
    TRY_VERIFY(f.window.session().document() == saved.document && f.isSettled());
    QCOMPARE(f.window.session().view().scale, ScaleKind::Sqrt);
    QCOMPARE(f.window.session().undoStack().undoText(), QString("session mat"));
}

void TestDropping::whatCannotBeOpenedIsRefused_data()
{
    QTest::addColumn<Urls>("urls");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("message");
    const QString notes = put("first.txt", "a"), more = put("second.txt", "b");
    QDir(m_folder.path()).mkdir("holiday");
    QTest::newRow("several") << Urls{QUrl::fromLocalFile(notes), QUrl::fromLocalFile(more), QUrl::fromLocalFile(m_other)}
                             << "One at a time: these are 3" << "3 files were dropped at once. Drop one folder or one file.";
    QTest::newRow("elsewhere") << Urls{QUrl("https://example.org/model.safetensors")} << "This lies on another computer"
                               << "https://example.org/model.safetensors is not on this computer, and nothing is read from a network. "
                                  "Save it here, and drop the file.";
    QTest::newRow("no model") << Urls{QUrl::fromLocalFile(m_folder.filePath("holiday"))} << "holiday holds no model"
                              << m_folder.filePath("holiday") + " holds no config.json, so it is no model. Drop a model's folder in Hugging Face form: "
                                                                "config.json, model.safetensors and tokenizer.json.";
    QTest::newRow("gone") << Urls{QUrl::fromLocalFile("/no/such/file.txt")} << "file.txt is not there" << "/no/such/file.txt is not there.";
}

void TestDropping::whatCannotBeOpenedIsRefused()
{
    QFETCH(Urls, urls);
    QFETCH(QString, hint);
    QFETCH(QString, message);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const DocumentState before = f.window.session().document();
    const auto mime = mimeOf(urls);
    Drag drag(f.window, *mime);
    QVERIFY(drag.enter());   // else nobody would be told that it leaves
    QCOMPARE(drag.action, Qt::IgnoreAction);
    QCOMPARE(hintOf(f), hint);
    QVERIFY(f.message().isEmpty());   // dragging across is no mistake
    drag.drop();
    QCOMPARE(drag.action, Qt::IgnoreAction);
    QVERIFY(hintOf(f).isEmpty());
    QCOMPARE(f.message(), message);
    QCOMPARE(f.window.session().document(), before);
    QVERIFY(!f.window.controller().busy());
}

void TestDropping::theHintGoesWithTheDrag()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto mime = mimeOf({QUrl::fromLocalFile(m_other)});
    Drag drag(f.window, *mime);
    QVERIFY(drag.enter());
    QVERIFY(!hintOf(f).isEmpty());
    drag.leave();
    QVERIFY(hintOf(f).isEmpty());
    QVERIFY(f.message().isEmpty());
    QVERIFY(!f.window.controller().busy());
}

void TestDropping::wordsAreDroppedIntoTheSentence()
{
    test::WindowFixture f(m_model, "cat");
    TRY_VERIFY(f.isSettled());
    QMimeData words;
    words.setText("The dog");
    QVERIFY(!Drag(f.window, words).enter());   // the window itself has no use for them
    QVERIFY(hintOf(f).isEmpty());
    Drag drag(*f.sentence().viewport(), words);
    QVERIFY(drag.enter());
    QVERIFY(drag.drop());
    TRY_VERIFY(f.isSettled());
    QVERIFY2(f.sentence().text().contains("The dog"), qPrintable(f.sentence().text()));
}

void TestDropping::theHintIsDrawnOverTheWholeWindow()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QImage before = f.window.grab().toImage();
    const auto mime = mimeOf({QUrl::fromLocalFile(m_other)});
    Drag drag(f.window, *mime);
    QVERIFY(drag.enter());
    auto& hint = f.widget<DropHint>("dropHint");
    QCOMPARE(hint.geometry(), f.window.rect());
    QVERIFY(f.window.grab().toImage() != before);
    f.window.resize(1100, 700);
    QCOMPARE(hint.geometry(), f.window.rect());
    QVERIFY(hint.testAttribute(Qt::WA_TransparentForMouseEvents));
    if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty()) {
        QVERIFY(f.window.grab().save(folder + "/drop-model.png"));
        const auto wrong = mimeOf({QUrl("https://example.org/model.safetensors")});
        QVERIFY(Drag(f.window, *wrong).enter());
        QVERIFY(f.window.grab().save(folder + "/drop-refused.png"));
    }
}

QTEST_MAIN(TestDropping)
#include "tst_dropping.moc"
