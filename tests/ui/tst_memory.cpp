// What the window remembers: its own state from one start to the next, recent models, and sessions in files.
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStatusBar>

#include "ui/state/session_file.h"
#include "ui/window/settings.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNextWindowIsAsTheLastOne();
    void withoutSettingsNothingIsRemembered();
    void aWindowOpensOnAnySettings();
    void draggedPanelsKeepTheirWidths();
    void recentModelsAreNamedAndOpened();
    void aModelThatIsGoneCanBeTakenOffTheList();
    void theListCanBeCleared();
    void dialogsBeginWhereTheyEnded();
    void aSessionOpensToTheSamePicture();
    void whatComesAndGoesMovesNoPicture();
    void openingASessionIsOneStep();
    void aSessionOfThisModelZoomsAtOnce();
    void aBadSessionChangesNothing_data();
    void aBadSessionChangesNothing();
    void aSessionOfAModelThatIsGoneSaysSo();
    void aSessionThatCannotBeWrittenSaysSo();

private:
    [[nodiscard]] QString settings(const char* name) const { return m_folder.filePath(QLatin1String(name) + ".ini"); }
    QTemporaryDir m_folder;
    QString m_model;
    QString m_other;
};

namespace {

const QString kText = "The cat sat on the mat because it was tired.";

// A fixture that remembers in this file.
struct Remembering : test::WindowFixture {
    Remembering(const QString& model, const QString& settings) : WindowFixture(model, kText, {}, {}, settings) {}
};

QStringList namesIn(const QMenu& menu)
{
    QStringList names;
    for (const QAction* action : menu.actions()) names.append(action->isSeparator() ? "-" : action->text());
    return names;
}

QImage pictureOf(test::WindowFixture& f) { return f.picture().grab().toImage(); }

// Empty: none.
QString differenceOf(const QImage& a, const QImage& b)
{
    if (a == b) return {};
    const auto sizeOf = [](const QImage& image) { return QString("%1 × %2").arg(image.width()).arg(image.height()); };
    if (a.size() != b.size()) return sizeOf(a) + " and " + sizeOf(b);
    QRect where;
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) where |= QRect(x, y, 1, 1), ++count;
    return QString("%1 pixels of %2 differ, from %3, %4 to %5, %6")
        .arg(count)
        .arg(sizeOf(a))
        .arg(where.left())
        .arg(where.top())
        .arg(where.right())
        .arg(where.bottom());
}

// What a picture is drawn by, beside its map: told where two differ.
QString stateOf(test::WindowFixture& f)
{
    const PlotScene& scene = f.picture().scene();
    const QRectF& view = scene.geometry.view;
    const QRect& matrix = scene.layout.matrix;
    return QString("cells %1, %2, %3 × %4; matrix at %5, %6, %7 × %8; peek %9")
               .arg(view.x(), 0, 'g', 17).arg(view.y(), 0, 'g', 17).arg(view.width(), 0, 'g', 17).arg(view.height(), 0, 'g', 17)
               .arg(matrix.x()).arg(matrix.y()).arg(matrix.width()).arg(matrix.height()).arg(bool(scene.selection.peek)) +
           QString("; focus %1; work %2; notice %3; status %4 px")
               .arg(f.picture().hasFocus()).arg(f.shows("cancelWork")).arg(f.shows("noticeStrip")).arg(f.window.statusBar()->height());
}

}   // namespace

void TestMemory::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    m_other = m_folder.filePath("other");
    test::writeTinyModel(m_model.toStdString());
    test::writeTinyModel(m_other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
}

void TestMemory::theNextWindowIsAsTheLastOne()
{
    ViewState left;
    QSize size;
    {
        Remembering f(m_model, settings("next"));
        TRY_VERIFY(f.isSettled());
        f.window.resize(1200, 700);
        for (const char* action : {"themeDark", "scaleLog", "partsMatrix", "hideFirst"}) QVERIFY(f.trigger(action));
        f.window.session().setHeads(f.window.session().view().heads.withSort(HeadMeasure::Entropy));
        left = f.window.session().view();
        size = f.window.size();
        f.window.close();
    }
    Remembering f(m_model, settings("next"));
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().view(), left);
    QCOMPARE(f.window.size(), size);
    QVERIFY(f.window.findChild<QAction*>("themeDark")->isChecked());
    QVERIFY(f.window.findChild<QAction*>("scaleLog")->isChecked());
}

void TestMemory::withoutSettingsNothingIsRemembered()
{
    {
        test::WindowFixture f(m_model);
        TRY_VERIFY(f.isSettled());
        QVERIFY(f.trigger("scaleLog"));
        f.window.close();
    }
    test::WindowFixture f(m_model);
    QCOMPARE(f.window.session().view(), ViewState());
}

void TestMemory::aWindowOpensOnAnySettings()
{
    const QString file = settings("garbage");
    test::require(core::saveFile(file.toStdString(), "[window]\ngeometry=@ByteArray(\\x1\\xd9\\xff nonsense)\nview=\"{\\\"scale\\\": 7\"\n"
                                                     "[recent]\nmodels=@Variant(\\0\\0\\0\\x7f\\xff\\xff)\n=\n\x01\x02"));
    Remembering f(m_model, file);
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().view(), ViewState());
    QVERIFY(f.message().isEmpty());
}

void TestMemory::draggedPanelsKeepTheirWidths()
{
    const QString file = settings("dragged");
    int width = 0;
    {
        Remembering f(m_model, file);
        TRY_VERIFY(f.isSettled());
        f.window.resize(1440, 900);
        QCoreApplication::processEvents();
        QWidget* divider = f.widget<QSplitter>("panels").handle(1);
        const int before = f.widget<QWidget>("headsPanel").width();
        QTest::mousePress(divider, Qt::LeftButton, {}, QPoint(0, 50));
        QTest::mouseMove(divider, QPoint(40, 50));
        QTest::mouseRelease(divider, Qt::LeftButton, {}, QPoint(0, 50));
        width = f.widget<QWidget>("headsPanel").width();
        QVERIFY2(width > before, qPrintable(QString("%1 %2").arg(before).arg(width)));
        f.window.resize(1300, 900);
        QCoreApplication::processEvents();
        QCOMPARE(f.widget<QWidget>("headsPanel").width(), width);
        f.window.resize(1440, 900);
        f.window.close();
    }
    Remembering f(m_model, file);
    TRY_VERIFY(f.isSettled());
    QCoreApplication::processEvents();
    QCOMPARE(f.widget<QWidget>("headsPanel").width(), width);
    QTest::mouseDClick(f.widget<QSplitter>("panels").handle(1), Qt::LeftButton, {}, QPoint(0, 50));
    QVERIFY(f.widget<QWidget>("headsPanel").width() < width);
}

void TestMemory::recentModelsAreNamedAndOpened()
{
    const QString file = settings("recent");
    {
        Remembering f(m_model, file);
        TRY_VERIFY(f.isSettled());
        f.window.openPath(m_other);
        TRY_VERIFY(f.window.session().document().model == m_other && f.isSettled());
    }
    Remembering f(m_model, file);
    TRY_VERIFY(f.isSettled());
    auto& menu = f.widget<QMenu>("recentMenu");
    QCOMPARE(namesIn(menu), (QStringList{"tiny", "other", "-", "&Clear list"}));   // opened last comes first
    QCOMPARE(menu.actions()[1]->toolTip(), m_other);
    QVERIFY(menu.toolTipsVisible());
    menu.actions()[1]->trigger();
    TRY_VERIFY(f.window.session().document().model == m_other && f.isSettled());
    QCOMPARE(namesIn(menu), (QStringList{"other", "tiny", "-", "&Clear list"}));
}

void TestMemory::aModelThatIsGoneCanBeTakenOffTheList()
{
    const QString file = settings("gone"), gone = m_folder.filePath("gone");
    test::writeTinyModel(gone.toStdString());
    {
        Remembering f(m_model, file);
        TRY_VERIFY(f.isSettled());
        f.window.openPath(gone);
        TRY_VERIFY(f.window.session().document().model == gone && f.isSettled());
    }
    QVERIFY(QDir(gone).removeRecursively());
    Remembering f(m_model, file);   // another start: this one does not have the model in memory
    TRY_VERIFY(f.isSettled());
    auto& menu = f.widget<QMenu>("recentMenu");
    QVERIFY(namesIn(menu).contains("gone"));
    const int at = int(namesIn(menu).indexOf("gone"));
    menu.actions()[at]->trigger();
    TRY_VERIFY(f.message().contains(gone));
    QVERIFY(f.window.session().document().model == m_model);
    QVERIFY(f.click("forgetModel"));
    QVERIFY(f.message().isEmpty());
    QVERIFY(!namesIn(menu).contains("gone"));
    QCOMPARE(SettingsFile(file).read().recentModels, QStringList{m_model});
}

void TestMemory::theListCanBeCleared()
{
    const QString file = settings("cleared");
    Remembering f(m_model, file);
    TRY_VERIFY(f.isSettled());
    auto& menu = f.widget<QMenu>("recentMenu");
    QVERIFY(menu.menuAction()->isEnabled());
    QVERIFY(f.trigger("clearRecent"));
    QVERIFY(!menu.menuAction()->isEnabled());
    QVERIFY(SettingsFile(file).read().recentModels.isEmpty());
}

void TestMemory::dialogsBeginWhereTheyEnded()
{
    const QString file = settings("dialogs");
    {
        Remembering f(m_model, file);
        TRY_VERIFY(f.isSettled());
        QVERIFY(f.trigger("saveSession"));
        QCOMPARE(f.askedAt, QString("tiny.fovea.json"));
        f.nextSession = m_folder.filePath("first.fovea.json");
        QVERIFY(f.trigger("saveSession"));
        TRY_VERIFY(QFile::exists(f.nextSession));
        f.nextFolder = m_other;
        QVERIFY(f.trigger("openModel"));
        TRY_VERIFY(f.window.session().document().model == m_other && f.isSettled());
        f.window.close();
    }
    Remembering f(m_model, file);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("openSession"));
    QCOMPARE(f.askedAt, m_folder.path());
    QVERIFY(f.trigger("openModel"));
    QCOMPARE(f.askedAt, m_folder.path());   // where the folder of the model lies
}

void TestMemory::aSessionOpensToTheSamePicture()
{
    const QString file = m_folder.filePath("same.fovea.json");
    QImage picture;
    QString state;
    DocumentState document;
    {
        test::WindowFixture f(m_model, "The dog sat on the mat because it was tired too.");
        TRY_VERIFY(f.isSettled());
        f.window.session().showHead({1, 2});
        f.window.session().setPin(Pair{7, 3});
        QVERIFY(f.trigger("scaleSqrt") && f.trigger("hideFirst") && f.trigger("partsMatrix"));
        f.picture().zoomBy(1.5);
        TRY_VERIFY(f.picture().isComplete());
        document = f.window.session().document();
        picture = pictureOf(f);
        state = stateOf(f);
        f.nextSession = file;
        QVERIFY(f.trigger("saveSession"));
        TRY_VERIFY(QFile::exists(file));
    }
    test::WindowFixture f(m_other);
    TRY_VERIFY(f.isSettled());
    f.window.openPath(file);
    TRY_VERIFY(f.window.session().document() == document && f.isSettled());
    TRY_VERIFY(f.picture().isComplete());
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{7, 3})));
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();   // the note of the sample that was there gives its room to the picture
    TRY_VERIFY(f.picture().isComplete());
    QVERIFY(!f.picture().geometryOfCells().isFitted());
    const QString difference = differenceOf(pictureOf(f), picture);
    QVERIFY2(difference.isEmpty(), qPrintable(difference + "\n" + state + "\n" + stateOf(f)));
    QVERIFY(f.message().isEmpty());
}

// Work is told of when it takes long: the same picture stands there on a slow machine.
void TestMemory::whatComesAndGoesMovesNoPicture()
{
    for (const int percent : {100, 150, 200}) {
        test::WindowFixture f(m_model);
        f.scoring->close();
        TRY_VERIFY(f.isSettled());
        f.window.session().setLook({.textPercent = percent});
        TRY_VERIFY(f.shows("cancelWork"));
        QCoreApplication::processEvents();
        const QString during = stateOf(f).section("; work", 0, 0);
        const QSize size = f.picture().size();
        f.scoring->open();
        TRY_VERIFY(!f.shows("cancelWork"));
        QCoreApplication::processEvents();
        QCOMPARE(f.picture().size(), size);
        QCOMPARE(stateOf(f).section("; work", 0, 0), during);
    }
}

void TestMemory::openingASessionIsOneStep()
{
    SavedSession saved;
    saved.document = {.text = "The mat.", .model = m_other, .plan = "head 0.1: off", .head = {0, 1}, .pin = Pin{.query = {4, 7, 0}, .key = {0, 3, 0}}};
    const QString file = m_folder.filePath("lesson 1.fovea.json");
    test::require(core::saveFile(file.toStdString(), sessionText(saved)));
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const DocumentState before = f.window.session().document();
    f.nextSession = file;
    QVERIFY(f.trigger("openSession"));
    TRY_VERIFY(f.window.session().document() == saved.document && f.isSettled());
    QCOMPARE(f.window.session().undoStack().count(), 1);
    QCOMPARE(f.window.findChild<QAction*>("undo")->text(), QString("Undo session lesson 1"));
    QVERIFY(f.trigger("undo"));
    TRY_VERIFY(f.window.session().document() == before && f.isSettled());
    QCOMPARE(f.window.controller().modelName(), m_model);
}

void TestMemory::aSessionOfThisModelZoomsAtOnce()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = m_folder.filePath("here.fovea.json");
    f.picture().zoomBy(2.0);
    const QRectF cells = f.picture().geometryOfCells().view;
    QVERIFY(f.trigger("saveSession"));
    TRY_VERIFY(QFile::exists(f.nextSession));
    f.picture().fit();
    f.window.resize(1800, 1100);   // where the same cells are larger than one can zoom
    QCoreApplication::processEvents();
    QVERIFY(f.trigger("openSession"));   // of the document on show: nothing is computed that the zoom could wait for
    TRY_VERIFY(!f.picture().geometryOfCells().isFitted());
    const QRectF now = f.picture().geometryOfCells().view;
    QVERIFY(std::abs(now.left() - cells.left()) <= 1e-6 && std::abs(now.height() - cells.height()) <= 1e-6);
}

void TestMemory::aBadSessionChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    SavedSession session;
    session.document = {.text = "cat", .model = "tiny", .plan = {}, .head = {}, .pin = {}};
    QByteArray good = QByteArray::fromStdString(sessionText(session));
    QTest::newRow("no session") << QByteArray("The cat sat.") << "bad.fovea.json";
    QTest::newRow("cut off") << good.left(good.size() / 2) << "bad.fovea.json";
    QTest::newRow("wrong field") << QByteArray(good).replace("\"linear\"", "\"steep\"") << "\"scale\"";
    QTest::newRow("newer") << QByteArray(good).replace("\"version\": 1", "\"version\": 99") << "newer Fovea";
}

void TestMemory::aBadSessionChangesNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    const QString file = m_folder.filePath("bad.fovea.json");
    test::require(core::saveFile(file.toStdString(), content.toStdString()));
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const DocumentState before = f.window.session().document();
    const ViewState view = f.window.session().view();
    f.window.openPath(file);
    TRY_VERIFY(!f.message().isEmpty());
    QVERIFY2(f.message().contains(named), qPrintable(f.message()));
    QCOMPARE(f.window.session().document(), before);
    QCOMPARE(f.window.session().view(), view);
    QCOMPARE(f.window.session().undoStack().count(), 0);
}

void TestMemory::aSessionOfAModelThatIsGoneSaysSo()
{
    SavedSession saved;
    saved.document = {.text = "The mat.", .model = "/no/such/model", .plan = {}, .head = {0, 1}, .pin = {}};
    const QString file = m_folder.filePath("lost.fovea.json");
    test::require(core::saveFile(file.toStdString(), sessionText(saved)));
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.openPath(file);
    TRY_VERIFY(f.message().contains("/no/such/model"));
    QVERIFY(f.click("keepModel"));   // the text of the session, on the model that is here
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().document().model, m_model);
    QCOMPARE(f.sentence().text(), QString("The mat."));
}

void TestMemory::aSessionThatCannotBeWrittenSaysSo()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextSession = "/no/such/folder/a.fovea.json";
    QVERIFY(f.trigger("saveSession"));
    TRY_VERIFY(f.message().contains("/no/such/folder"));
}

QTEST_MAIN(TestMemory)
#include "tst_memory.moc"
