// Two sentences side by side on one head: each is typed, computed, looked at and pinned by itself, and both are drawn alike.
#include <QStatusBar>

#include "ui/plot/scene_text.h"
#include "ui/state/numbers.h"

#include "two_sentences.h"

using ui::Pair;
using ui::Side;

using Two = test::TwoSentences;

namespace {

const QString kShort = QStringLiteral("The cat sat.");

}   // namespace

class TestTwoSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itOpensBesideTheFirstAndCloses();
    void samplesNameWhatStandsBesideThem();
    void eachIsTypedAndUndoneByItself();
    void bothAreDrawnAlike();
    void whatIsLookedAtBelongsToOneOfThem();
    void eachKeepsItsPin();
    void theFigureIsOfTheOnePointedAtLast();
    void closingEndsItsWork();
    void anErrorSaysWhichSentence();
    void aSavedDocumentOpensWithBoth();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestTwoSentences::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestTwoSentences::itOpensBesideTheFirstAndCloses()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.window.findChild<QWidget*>("sentence2"));
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.sentence2().text(), kShort);   // no sample: the same again, to be changed
    QVERIFY(f.window.findChild<QAction*>("secondSentence")->isChecked());
    QVERIFY(f.sentence2().isVisible() && f.picture2().isVisible());
    QCOMPARE(f.window.session().undoStack().undoText(), QString("second sentence"));
    f.window.session().undoStack().undo();
    QVERIFY(!f.document().second);
    TRY_VERIFY(!f.window.findChild<QWidget*>("sentence2"));
    TRY_VERIFY(!f.window.findChild<QWidget*>("attentionView2"));
    QVERIFY(!f.window.findChild<QAction*>("secondSentence")->isChecked());
    f.window.session().undoStack().redo();
    TRY_VERIFY(f.window.findChild<QWidget*>("sentence2") && f.bothSettled());
    QVERIFY(f.click("closeSecond"));
    QVERIFY(!f.document().second);
    TRY_VERIFY(!f.window.findChild<QWidget*>("sentence2"));
    QCOMPARE(f.window.controller().record(Side::Second), nullptr);
    f.window.session().undoStack().undo();
    QCOMPARE(f.document().textOf(Side::Second), kShort);
    TRY_VERIFY(f.window.findChild<QWidget*>("sentence2") && f.bothSettled());
}

void TestTwoSentences::samplesNameWhatStandsBesideThem()
{
    ui::Samples samples{.model = "any", .sentences = {{.title = "a", .text = kShort, .beside = "The dog sat.", .look = {}, .shows = {}}}};
    Two f(m_model, kShort, {}, samples);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.sentence2().text(), QString("The dog sat."));
    for (const ui::Sample& sample : ui::builtInSamples().sentences)
        if (!sample.beside.isEmpty()) QVERIFY2(sample.beside != sample.text, qPrintable(sample.text));
}

void TestTwoSentences::eachIsTypedAndUndoneByItself()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    const int before = f.window.session().undoStack().count();
    f.sentence2().setFocus();
    f.sentence2().moveCursor(QTextCursor::End);
    QTest::keyClicks(&f.sentence2(), "Now");
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.document().textOf(Side::Second), kShort + "Now");
    QCOMPARE(f.document().text, kShort);
    QCOMPARE(f.record2()->text, kShort + "Now");
    QCOMPARE(f.window.session().undoStack().count(), before + 1);   // one word, one step
    f.type("!");
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.window.session().undoStack().count(), before + 2);
    f.window.session().undoStack().undo();
    QCOMPARE(f.sentence().text(), kShort);
    QCOMPARE(f.sentence2().text(), kShort + "Now");
    f.window.session().undoStack().undo();
    QCOMPARE(f.sentence2().text(), kShort);
    f.window.session().undoStack().redo();
    QCOMPARE(f.sentence2().text(), kShort + "Now");
    TRY_VERIFY(f.bothSettled());
    QCOMPARE(f.record2()->text, kShort + "Now");
}

void TestTwoSentences::bothAreDrawnAlike()
{
    Two f(m_model, "The cat sat on the mat because it was tired.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    f.window.session().setText("Xylophones!", Side::Second);
    TRY_VERIFY(f.bothSettled());
    const auto alike = [&] {
        const ui::PlotScene &a = f.picture().scene(), &b = f.picture2().scene();
        QCOMPARE(a.geometry.cellWidth(), b.geometry.cellWidth());
        QCOMPARE(a.geometry.cellHeight(), b.geometry.cellHeight());
        QCOMPARE(a.layout.matrix.top(), b.layout.matrix.top());
        QVERIFY(!a.layout.colorBar.isEmpty());
        QVERIFY(b.layout.colorBar.isEmpty());   // one bar for both
        QVERIFY(ui::noteOf(a).startsWith("First sentence") && ui::noteOf(b).startsWith("Second sentence"));
        QCOMPARE(a.scale, b.scale);
        QCOMPARE(a.hideFirst, b.hideFirst);
        QCOMPARE(a.parts, b.parts);
        QCOMPARE(a.labels.unit(), b.labels.unit());
        QCOMPARE(a.theme, b.theme);
    };
    alike();
    for (const char* action : {"scaleLog", "hideFirst", "partsMatrix", "themeDark", "unitWords", "nextHead"}) {
        QVERIFY(f.trigger(action));
        alike();
    }
    const core::HeadId head = f.document().head;
    QCOMPARE(head, (core::HeadId{0, 1}));
    QCOMPARE(f.picture().scene().tokens, f.window.controller().record()->map(head));
    QCOMPARE(f.picture2().scene().tokens, f.record2()->map(head));
    QVERIFY(f.click("closeSecond"));
    QCOMPARE(f.picture().scene().room, ui::SharedRoom());   // alone it has the room again
}

void TestTwoSentences::whatIsLookedAtBelongsToOneOfThem()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    f.window.session().setText("The cat sat there.", Side::Second);
    TRY_VERIFY(f.bothSettled());
    QVERIFY(!f.shows("ofSentence"));
    QTest::mouseMove(&f.picture2(), f.centre2({3, 1}));
    TRY_COMPARE(f.picture2().scene().selection.peek, std::optional(Pair{3, 1}));
    QVERIFY(!f.picture().scene().selection.peek);
    QCOMPARE(f.text("ofSentence"), QString("Of the second sentence"));
    QVERIFY(f.picture().scene().marked);   // on the one colour bar
    QVERIFY(std::abs(*f.picture().scene().marked - double(f.picture2().scene().shown->cell(3, 1).weight)) <= 0.0);
    const auto weight = [&](const ui::ExploreRecordPtr& record) {
        return ui::printedWeight(double(record->map({0, 0})->cell(3, 1).weight));
    };
    QCOMPARE(f.text("inspectorWeight"), weight(f.record2()));
    QTest::mouseMove(&f.picture(), f.centreOf({3, 1}));
    TRY_COMPARE(f.picture().scene().selection.peek, std::optional(Pair{3, 1}));
    QVERIFY(!f.picture2().scene().selection.peek);
    QCOMPARE(f.text("ofSentence"), QString("Of the first sentence"));
    QCOMPARE(f.text("inspectorWeight"), weight(f.window.controller().record()));
    QVERIFY(!f.picture().scene().marked);
}

void TestTwoSentences::eachKeepsItsPin()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({2, 1}));
    QTest::mouseMove(&f.picture2(), f.centre2({4, 3}));
    QTest::mouseClick(&f.picture2(), Qt::LeftButton, {}, f.centre2({4, 3}));
    QCOMPARE(f.window.session().selection(Side::First).pin, std::optional(Pair{2, 1}));
    QCOMPARE(f.window.session().selection(Side::Second).pin, std::optional(Pair{4, 3}));
    QCOMPARE(f.picture().scene().selection.pin, std::optional(Pair{2, 1}));
    QCOMPARE(f.picture2().scene().selection.pin, std::optional(Pair{4, 3}));
    f.window.session().setText("Oh, " + kShort, Side::Second);   // the pin goes with its letters, in its own sentence
    TRY_VERIFY(f.bothSettled());
    QVERIFY(f.window.session().selection(Side::Second).pin->query > 4);
    QCOMPARE(f.window.session().selection(Side::First).pin, std::optional(Pair{2, 1}));
    f.window.session().peek({}, Side::Second);
    QVERIFY(f.trigger("releasePin"));   // of the one that was pointed at last, then of the other
    QVERIFY(!f.window.session().selection(Side::Second).pin);
    QVERIFY(f.window.session().selection(Side::First).pin);
    QVERIFY(f.trigger("releasePin"));
    QVERIFY(!f.window.session().selection(Side::First).pin);
}

void TestTwoSentences::theFigureIsOfTheOnePointedAtLast()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    f.nextFigure = m_folder.filePath("second.png");
    QTest::mouseMove(&f.picture2(), f.centre2({2, 1}));
    TRY_VERIFY(f.picture2().scene().selection.peek);
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.window.statusBar()->currentMessage().contains("of the second sentence"));
    QVERIFY(QFileInfo::exists(f.nextFigure));
}

void TestTwoSentences::closingEndsItsWork()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    f.engine->latch().close();
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.window.controller().busy());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(!f.window.controller().busy());   // stopped where it waits
    QCOMPARE(f.window.controller().record(Side::Second), nullptr);
    QVERIFY(f.isSettled());
    QVERIFY(!f.shows("notices"));
}

void TestTwoSentences::anErrorSaysWhichSentence()
{
    Two f(m_model, kShort);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("secondSentence"));
    TRY_VERIFY(f.bothSettled());
    std::vector<std::string> ofSecond;
    QObject::connect(&f.window.controller(), &ui::ExploreController::problem, &f.window, [&](ui::ProblemSource source, const core::Error& error) {
        if (source == ui::ProblemSource::SecondRun) ofSecond.push_back(error.what);
    });
    f.window.session().setPlan("all: nonsense(");   // wrong for both
    TRY_VERIFY(!f.window.controller().busy());
    QCOMPARE(ofSecond.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(ofSecond[0]).startsWith("Second sentence"));
}

void TestTwoSentences::aSavedDocumentOpensWithBoth()
{
    Two f(m_model, kShort);
    QVERIFY(f.open("The dog sat there, too."));
    f.pinIn(Side::First, {2, 1});
    f.pinIn(Side::Second, {5, 3});
    QVERIFY(f.trigger("unitWords") && f.trigger("unitTokens"));
    TRY_VERIFY(f.bothSettled());
    f.picture2().zoomBy(2.0);
    const ui::DocumentState document = f.document();
    const QRectF seen = f.picture2().geometryOfCells().view;
    QVERIFY(f.picture().geometryOfCells().isFitted() && !f.picture2().geometryOfCells().isFitted());
    f.nextSession = m_folder.filePath("two.fovea.json");
    QVERIFY(f.trigger("saveSession"));
    TRY_VERIFY(QFile::exists(f.nextSession));

    f.picture().zoomBy(2.0);   // whatever it is that the session is opened into
    f.picture2().fit();
    f.window.openPath(f.nextSession);
    TRY_VERIFY(!f.shows("cancelWork") && f.bothSettled());
    TRY_COMPARE(f.picture2().geometryOfCells().view, seen);
    QVERIFY(f.picture().geometryOfCells().isFitted());

    Two other(m_model, "Something else");
    TRY_VERIFY(other.isSettled());
    other.window.openPath(f.nextSession);
    TRY_VERIFY(other.document() == document && other.window.findChild<QWidget*>("sentence2") && other.bothSettled());
    QCOMPARE(other.sentence2().text(), QString("The dog sat there, too."));
    QCOMPARE(other.window.session().selection(Side::First).pin, std::optional(Pair{2, 1}));
    QCOMPARE(other.window.session().selection(Side::Second).pin, std::optional(Pair{5, 3}));
    TRY_COMPARE(other.picture2().geometryOfCells().view, seen);
    QVERIFY(other.picture().geometryOfCells().isFitted());
}

QTEST_MAIN(TestTwoSentences)
#include "tst_two_sentences.moc"
