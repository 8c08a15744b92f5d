// The window in the states of its work, in all looks and sizes: nothing is cut off. With FOVEA_PICTURES=FOLDER every state is also written there as a
// PNG, for eyes; FOVEA_PICTURE_MODEL=FOLDER then shows another model than the tiny one. The list of tests runs it on finer screens as well.
#include "looks.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

using State = void (*)(test::WindowFixture&);

void sample(test::WindowFixture&) {}

void pinned(test::WindowFixture& f) { f.window.session().setPin(Pair{std::min<core::Index>(8, f.recording().size() - 1), 2}); }

void words(test::WindowFixture& f)
{
    f.window.session().setText("The unfathomable xylophonist didn’t cross the street because she was exhausted.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const core::Words& words = *f.window.controller().record()->words;
    f.window.session().setPin(Pair{words.tokensOf(3).end - 1, words.tokensOf(2).begin});
}

void twoSentences(test::WindowFixture& f)
{
    f.window.session().setText("Anna met Tom. He sewed, she baked. She was proud.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    f.window.session().setText("Tom met Anna. He sewed, she baked. She was proud.", Side::Second);
    const auto& record = f.window.controller().record(Side::Second);
    TRY_VERIFY(f.isSettled() && record && record->text.startsWith("Tom"));
    f.window.session().showWeight(f.window.controller().record()->nearest({0, 4}), {8, 1});
    f.window.session().setPin(Pair{8, 3}, Side::Second);
}

void hiddenFirst(test::WindowFixture& f)
{
    pinned(f);
    QVERIFY(f.trigger("hideFirst"));
}

// What head 0.4 of the built-in model is chosen for; the picture of the README.
void names(test::WindowFixture& f)
{
    f.window.session().setText("Anna met Tom. He sewed, she baked. She was proud.");
    TRY_VERIFY(f.isSettled());
    f.window.session().showWeight(f.window.controller().record()->nearest({0, 4}), {8, 1});
}

void proved(test::WindowFixture& f)
{
    pinned(f);
    QVERIFY(f.click("proveIt"));
    TRY_VERIFY(f.shows("futureBefore"));
}

void poisoned(test::WindowFixture& f)
{
    pinned(f);
    f.window.session().askFuture(FutureQuery{.row = 8, .change = FutureChange::Poison});
    TRY_VERIFY(f.shows("futureBefore"));
}

void proving(test::WindowFixture& f)
{
    pinned(f);
    f.proving->close();
    QVERIFY(f.click("proveIt"));
}

// A proof of a text that is gone.
void outdated(test::WindowFixture& f)
{
    proved(f);
    f.window.session().setText("The cat sat on the mat because it was warm.");
    TRY_VERIFY(f.isSettled());
}

// The pinned row is the last: nothing follows.
void lastRow(test::WindowFixture& f) { f.window.session().setPin(Pair{f.recording().size() - 1, 2}); }

// Keys were used in the inspector: the ring is at a step.
void walked(test::WindowFixture& f)
{
    pinned(f);
    QVERIFY(f.activate());
    auto& steps = f.widget<QWidget>("steps");
    steps.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&steps, Qt::Key_Down);
}

void ablated(test::WindowFixture& f)
{
    f.window.session().setPlan("head 0.1: off; layer 1: mean");
    TRY_VERIFY(f.window.controller().standing() == Standing::Current && f.shows("nextEffect"));
}

// Small pictures in another order than the model's have names of their own.
void sorted(test::WindowFixture& f)
{
    pinned(f);
    f.window.session().setHeads(f.window.session().view().heads.withSort(ui::HeadMeasure::PreviousToken));
}

void alone(test::WindowFixture& f)
{
    pinned(f);
    QVERIFY(f.trigger("solo"));
}

void search(test::WindowFixture& f)
{
    QVERIFY(f.activate() && f.trigger("search"));
    QTest::keyClicks(QApplication::focusWidget(), "the");
}

void emptyText(test::WindowFixture& f)
{
    f.window.session().setText({});
    TRY_VERIFY(f.isSettled());
}

void error(test::WindowFixture& f)
{
    f.window.openPath("/no/such/folder/with/a/rather/long/name/model.safetensors");
    TRY_VERIFY(!f.message().isEmpty());
}

void opening(test::WindowFixture& f)
{
    f.opener.close();
    f.window.openPath("/no/such/folder/model.safetensors");
    TRY_VERIFY(f.shows("cancelWork"));
}

void previous(test::WindowFixture& f)
{
    pinned(f);
    f.engine->latch().close();
    f.window.session().setText("Another text, which is being computed.");
    TRY_VERIFY(f.text("notices").contains("Previous") && f.shows("cancelWork"));
}

void stopped(test::WindowFixture& f)
{
    previous(f);
    QVERIFY(f.click("cancelWork"));
    TRY_VERIFY(f.shows("computeAgainHere"));
}

void bytes(test::WindowFixture& f)
{
    f.window.session().setText(QString::fromUtf8("Ich 🎉 mag pizza und שלום عربي sehr."));
    TRY_VERIFY(f.isSettled());
    const core::Index last = f.recording().size() - 1;
    f.window.session().setPin(Pair{std::min<core::Index>(6, last), 3});
}

void severalLines(test::WindowFixture& f)
{
    f.window.session().setText(QString("The cat sat on the mat because it was tired, and the dog looked on. ").repeated(4));
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{20, 12});
}

void pastTheContext(test::WindowFixture& f)
{
    const core::Index context = f.window.controller().model()->transformer->config().context;
    f.window.session().setText(QString("The dog sat. ").repeated(context / 4 + 20));
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{context + 2, context - 3});
}

// The heads of a long text are described after its picture is there.
void notDescribed(test::WindowFixture& f)
{
    f.engine->describing().close();
    const QString text = QString("The dog sat. ").repeated(150);
    f.window.session().setText(text);
    TRY_VERIFY(f.window.controller().record()->text == text && f.shows("headsAge") && f.shows("cancelWork"));
}

void groupedHeads(test::WindowFixture& f) { test::openTiny(f, {.layers = 5, .heads = 8, .kvHeads = 4}); }
void manyHeads(test::WindowFixture& f) { test::openTiny(f, {.layers = 32, .heads = 32, .headDim = 2}); }
void manyGroups(test::WindowFixture& f) { test::openTiny(f, {.layers = 32, .heads = 32, .kvHeads = 8, .headDim = 2}); }

// Cells too small to be read, and a pointer on them in every shot.
void loupe(test::WindowFixture& f)
{
    f.window.session().setText(QString("The cat sat on the mat because it was tired. ").repeated(18).trimmed());
    TRY_VERIFY(f.isSettled());
}

void loupeOfTwo(test::WindowFixture& f)
{
    loupe(f);
    QVERIFY(f.trigger("secondSentence"));
    const auto& record = f.window.controller().record(Side::Second);
    const QString text = QString("The dog sat on the mat because it was warm. ").repeated(18).trimmed();
    f.window.session().setText(text, Side::Second);
    TRY_VERIFY(f.isSettled() && record && record->text == text);
}

// What each shot needs before it is taken: the pointer on a small cell.
void pointAtCell(test::WindowFixture& f)
{
    test::WindowFixture::pointAt(f.picture(), {120, 70});
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();
}

}   // namespace

void TestLooks::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = qEnvironmentVariable("FOVEA_PICTURE_MODEL");
    if (!m_model.isEmpty()) return;
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestLooks::nothingIsCutOff_data()
{
    QTest::addColumn<State>("enter");
    QTest::newRow("sample") << State(&sample);
    QTest::newRow("pinned") << State(&pinned);
    QTest::newRow("names") << State(&names);
    QTest::newRow("words") << State(&words);
    QTest::newRow("two") << State(&twoSentences);
    QTest::newRow("hidden") << State(&hiddenFirst);
    QTest::newRow("loupe") << State(&loupe);
    QTest::newRow("loupe-two") << State(&loupeOfTwo);
    QTest::newRow("proved") << State(&proved);
    QTest::newRow("poisoned") << State(&poisoned);
    QTest::newRow("proving") << State(&proving);
    QTest::newRow("outdated") << State(&outdated);
    QTest::newRow("lastrow") << State(&lastRow);
    QTest::newRow("walked") << State(&walked);
    QTest::newRow("ablated") << State(&ablated);
    QTest::newRow("sorted") << State(&sorted);
    QTest::newRow("alone") << State(&alone);
    QTest::newRow("search") << State(&search);
    QTest::newRow("empty") << State(&emptyText);
    QTest::newRow("error") << State(&error);
    QTest::newRow("opening") << State(&opening);
    QTest::newRow("previous") << State(&previous);
    QTest::newRow("stopped") << State(&stopped);
    QTest::newRow("bytes") << State(&bytes);
    QTest::newRow("lines") << State(&severalLines);
    QTest::newRow("past") << State(&pastTheContext);
    QTest::newRow("long") << State(&notDescribed);
    QTest::newRow("grouped") << State(&groupedHeads);
    QTest::newRow("many") << State(&manyHeads);
    QTest::newRow("manygroups") << State(&manyGroups);
}

void TestLooks::nothingIsCutOff()
{
    QFETCH(State, enter);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    enter(f);
    TRY_VERIFY(f.picture().isComplete());
    const bool scrolls =
        enter == &pastTheContext || enter == &notDescribed || enter == &manyHeads || enter == &manyGroups || enter == &loupeOfTwo;
    const bool points = enter == &loupe || enter == &loupeOfTwo;
    const QString cut = test::cutIn(f, scrolls ? test::HeadsPanelMay::Scroll : test::HeadsPanelMay::NotScroll, points ? &pointAtCell : nullptr);
    QVERIFY2(cut.isEmpty(), qPrintable(cut));
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
