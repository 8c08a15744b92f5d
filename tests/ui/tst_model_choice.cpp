// Models: opening one takes time and can be stopped; one that is gone leaves a picture that says which model it is of.
#include <filesystem>

#include <QComboBox>
#include <QPushButton>

#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestModelChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void openingIsSaidAndCanBeStopped();
    void aNewerChoiceNeedNotWaitForOneThatWasStopped();
    void openingTheFirstModelCanBeStopped();
    void aNewerChoiceStopsTheOneBefore();
    void closingStopsAnOpening();
    void withoutAModelTheBuiltInOneIsOffered();
    void undoToAVanishedModelIsLabelledAndKept();
    void undoToAVanishedModelCanBeTriedAgain();
    void goingBackWhileAModelOpensLeavesTheUndoStackAlone();
    void aHeadThatTheModelLacksIsNotNamedAsShown();

private:
    [[nodiscard]] QString otherModel(const QString& name, core::Index layers = 1, core::Index heads = 2);
    void openInTurn(test::WindowFixture& f, const QStringList& models);

    QTemporaryDir m_folder;
    QString m_model;
};

void TestModelChoice::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
}

void TestModelChoice::init()
{
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

QString TestModelChoice::otherModel(const QString& name, core::Index layers, core::Index heads)
{
    const QString path = m_folder.filePath(name);
    test::writeTinyModel(path.toStdString(), {.layers = layers, .heads = heads, .seed = 5});
    return path;
}

void TestModelChoice::openInTurn(test::WindowFixture& f, const QStringList& models)
{
    for (const QString& model : models) {
        f.window.openPath(model);
        TRY_VERIFY(f.window.session().document().model == model && f.isSettled());
    }
}

void TestModelChoice::openingIsSaidAndCanBeStopped()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto record = f.window.controller().record();
    const DocumentState document = f.window.session().document();
    f.opener.close();
    f.nextFolder = otherModel("other");
    QVERIFY(f.trigger("openModel"));
    TRY_COMPARE(f.text("statusWork"), QString("Opening other …"));
    TRY_COMPARE(f.opener.arrived(), 2);
    QVERIFY(f.click("cancelWork"));
    QVERIFY(!f.text("statusWork").contains("Opening"));
    TRY_VERIFY(!f.shows("cancelWork"));   // heads may be scored meanwhile, which ends by itself
    TRY_COMPARE(f.opened.load(), 2);   // the gate is still closed: it was told to stop …
    QCoreApplication::processEvents();
    QCOMPARE(f.window.controller().record(), record);   // … and nobody took notice
    QCOMPARE(f.window.session().document(), document);
    QCOMPARE(f.widget<QComboBox>("models").currentText(), QString("tiny"));
    QCOMPARE(f.window.session().undoStack().count(), 0);
    QVERIFY(f.message().isEmpty());
}

void TestModelChoice::aNewerChoiceNeedNotWaitForOneThatWasStopped()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.opener.close();
    const int before = f.opener.arrived();
    f.window.openPath(otherModel("slow"));
    TRY_COMPARE(f.opener.arrived(), before + 1);
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    QVERIFY(!f.window.controller().busy());
    const QString wanted = otherModel("wanted");
    f.window.openPath(wanted);
    TRY_COMPARE(f.opener.arrived(), before + 2);
    f.opener.open();
    TRY_VERIFY(f.window.session().document().model == wanted && f.isSettled());
    QCOMPARE(f.window.session().undoStack().count(), 1);
}

void TestModelChoice::openingTheFirstModelCanBeStopped()
{
    test::WindowFixture f(m_model);
    f.window.controller().models().cancel();
    TRY_VERIFY(f.shows("emptyOpen"));
    f.opener.close();
    f.nextFolder = m_model;
    QVERIFY(f.click("emptyOpen"));
    QCOMPARE(f.text("emptyText"), QString("Opening tiny …"));
    QVERIFY(!f.shows("emptyOpen"));
    QVERIFY(f.click("emptyCancel"));
    QVERIFY(f.shows("emptyOpen") && !f.shows("emptyCancel"));
    f.opener.open();
    QVERIFY(f.click("emptyOpen"));
    TRY_VERIFY(f.isSettled());
}

void TestModelChoice::aNewerChoiceStopsTheOneBefore()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.opener.close();
    const int before = f.opened, arrived = f.opener.arrived();
    f.window.openPath(otherModel("slow"));
    TRY_COMPARE(f.opener.arrived(), arrived + 1);
    const QString wanted = otherModel("wanted");
    f.window.openPath(wanted);
    TRY_COMPARE(f.opened.load(), before + 1);   // the gate is closed, so the first of the two has been told to stop
    f.opener.open();
    TRY_VERIFY(f.window.session().document().model == wanted && f.isSettled());
    QVERIFY(f.message().isEmpty());
}

void TestModelChoice::closingStopsAnOpening()
{
    test::Latch never;
    never.close();
    std::atomic<bool> stopped = false;
    {
        ModelController models(
            [&](const std::string&, const std::stop_token& stop) -> core::Result<core::ModelPtr> {
                never.pass(stop);   // returns when it is told to stop, and never otherwise
                stopped = stop.stop_requested();
                return core::cancelled();
            },
            {});
        models.open("anything");
        TRY_COMPARE(never.arrived(), 1);
    }
    QVERIFY(stopped);
}

void TestModelChoice::withoutAModelTheBuiltInOneIsOffered()
{
    test::WindowFixture f(m_folder.filePath("nothing here"), "The cat", {m_model});
    TRY_VERIFY(!f.message().isEmpty());
    QVERIFY(f.shows("emptyBuiltIn") && f.shows("emptyOpen"));
    QVERIFY(f.click("emptyBuiltIn"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.message().isEmpty());
    QCOMPARE(f.window.session().document().model, m_model);
    QVERIFY(!f.shows("emptyBuiltIn"));
}

// Only the models opened last are kept in memory; an older one has to be read again.
void TestModelChoice::undoToAVanishedModelIsLabelledAndKept()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().showHead({1, 3});
    openInTurn(f, {otherModel("b"), otherModel("c"), otherModel("d")});
    std::filesystem::remove_all(m_model.toStdString());
    for (int i = 0; i < 3; ++i) f.window.session().undoStack().undo();
    TRY_VERIFY(!f.message().isEmpty());
    QCOMPARE(f.window.session().document().model, m_model);
    const auto record = f.window.controller().record();
    const QString shown = QFileInfo(f.window.controller().modelName()).fileName();
    QVERIFY(shown != "tiny");
    QVERIFY2(f.message().contains("tiny") && f.message().contains("The picture stays that of " + shown), qPrintable(f.message()));
    QVERIFY2(!f.message().contains("redo"), qPrintable(f.message()));   // which step leads back depends on how one came here
    QCOMPARE(f.widget<QComboBox>("models").currentText(), shown);
    QVERIFY(f.window.windowTitle().startsWith(shown));
    QCOMPARE(QString::fromStdString(record->model->name), shown);
    QVERIFY2(f.text("notices").contains("Previous model: the picture is of " + shown), qPrintable(f.text("notices")));

    QVERIFY(f.click("keepModel"));
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.session().document().model, f.window.controller().modelName());
    QVERIFY2(f.text("notices").isEmpty(), qPrintable(f.text("notices")));
    QVERIFY(f.message().isEmpty());
}

void TestModelChoice::undoToAVanishedModelCanBeTriedAgain()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    openInTurn(f, {otherModel("b"), otherModel("c"), otherModel("d")});
    std::filesystem::remove_all(m_model.toStdString());
    for (int i = 0; i < 3; ++i) f.window.session().undoStack().undo();
    TRY_VERIFY(!f.message().isEmpty());
    test::writeTinyModel(m_model.toStdString());
    QVERIFY(f.click("tryModelAgain"));
    TRY_VERIFY(f.window.controller().modelName() == m_model && f.isSettled());
    QVERIFY(f.message().isEmpty());
    QVERIFY(f.text("notices").isEmpty());
    QVERIFY(f.window.session().undoStack().canRedo());   // nothing of the history was lost
}

void TestModelChoice::goingBackWhileAModelOpensLeavesTheUndoStackAlone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const QStringList models{otherModel("b"), otherModel("c"), otherModel("d")};
    openInTurn(f, models);
    f.opener.close();
    QUndoStack& undo = f.window.session().undoStack();
    const int before = f.opened, arrived = f.opener.arrived();
    for (int i = 0; i < 3; ++i) undo.undo();
    TRY_COMPARE(f.opener.arrived(), arrived + 1);   // the first model is being read again
    for (int i = 0; i < 3; ++i) undo.redo();   // before it is there
    f.opener.open();
    TRY_COMPARE(f.opened.load(), before + 1);
    TRY_VERIFY(f.isSettled() && f.window.controller().modelName() == models.last());
    QCOMPARE(f.window.session().document().model, models.last());
    QCOMPARE(undo.index(), 3);
    QVERIFY(f.message().isEmpty());
}

void TestModelChoice::aHeadThatTheModelLacksIsNotNamedAsShown()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().showHead({9, 9});
    QCOMPARE(f.widget<QComboBox>("heads").currentText(), QString("L1 · H3"));
    QCOMPARE(f.picture().scene().map, f.window.controller().record()->map({1, 3}));
    QVERIFY2(f.text("notices").contains("no head L9 · H9; L1 · H3 is shown"), qPrintable(f.text("notices")));
    f.window.session().undoStack().undo();
    QVERIFY(f.text("notices").isEmpty());
}

QTEST_MAIN(TestModelChoice)
#include "tst_model_choice.moc"
