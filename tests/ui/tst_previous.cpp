// The picture and the text it is of: between a key press and its result they differ, and the window says so, truly.
#include <QFileInfo>
#include <QStatusBar>

#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestPrevious : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aResultThatPassesWhileTypingIsMarked();
    void aPictureThatIsBehindForLongIsMarked();
    void aNoticeGoesWhenTheTextComesBack();
    void aStoppedRunCanBeAskedForAgain();
    void theFirstTextCanBeStoppedAndComputed();
    void computingAgainComputesEveryRow();
    void aStoppedDescriptionIsNotAPreviousText();
    void anExportWhileARunIsUnderWayIsOfThePictureOnScreen();
    void exportedFiguresAreWrittenOrTheReasonIsSaid();
    void exportedFiguresShowWhatTheWindowShows();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

using namespace std::chrono_literals;

void TestPrevious::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestPrevious::exportedFiguresAreWrittenOrTheReasonIsSaid()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.nextFigure = m_folder.filePath("figure.svg");
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.window.statusBar()->currentMessage().contains("Saved"));
    QVERIFY(QFileInfo(f.nextFigure).size() > 1000);
    QVERIFY(f.message().isEmpty());
    f.nextFigure = m_folder.filePath("no such folder/figure.png");
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.message().contains("figure.png"));
    f.nextFigure = m_folder.filePath("figure.png");
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.message().isEmpty());
}

void TestPrevious::exportedFiguresShowWhatTheWindowShows()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto spec = [&] {
        const ViewState& view = f.window.session().view();
        return figureOnScreen(*f.window.controller().record(), f.window.session().selection(), view, f.widget<View>("explore").cellsOnScreen())
            .value();
    };
    QVERIFY(spec().view == FigureView::Both && !spec().cells);   // links and matrix, as by default
    f.picture().zoomBy(3.0);
    QCOMPARE(spec().cells.value(), f.picture().geometryOfCells().view);
    QVERIFY(f.trigger("partsLinks"));
    QVERIFY(spec().view == FigureView::Links);
}

void TestPrevious::aResultThatPassesWhileTypingIsMarked()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.engine->latch().close();
    f.type("s");
    f.later += 10s;   // nothing was shown for long
    f.type("x");
    f.engine->latch().admitOne();
    TRY_COMPARE(f.window.controller().record()->text, QString("The cats"));
    QCOMPARE(f.window.controller().standing(), Standing::Previous);
    QVERIFY2(f.text("notices").contains("Previous text: “The cats” is what the picture still shows."), qPrintable(f.text("notices")));
    QVERIFY(f.window.controller().busy());
    f.engine->latch().open();
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.window.controller().record()->text, QString("The catsx"));
    QCOMPARE(f.window.controller().standing(), Standing::Current);
    QVERIFY(f.text("notices").isEmpty());
}

void TestPrevious::aPictureThatIsBehindForLongIsMarked()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.engine->latch().close();
    f.type("s");
    TRY_VERIFY(f.text("notices").contains("“The cat”"));
    QVERIFY(f.shows("cancelWork"));
    QCOMPARE(f.text("statusWork"), QString("Computing …"));
}

void TestPrevious::aNoticeGoesWhenTheTextComesBack()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.engine->latch().close();
    f.type("s");
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    TRY_COMPARE(f.window.controller().standing(), Standing::Stopped);
    f.window.session().undoStack().undo();   // the picture is that of the text again, though a run of it has only begun
    QCOMPARE(f.window.controller().standing(), Standing::Current);
    QVERIFY(f.text("notices").isEmpty());
}

void TestPrevious::aStoppedRunCanBeAskedForAgain()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.engine->latch().close();
    f.type("s");
    TRY_VERIFY(f.shows("cancelWork"));
    QVERIFY(f.click("cancelWork"));
    TRY_VERIFY(!f.window.controller().busy());
    QVERIFY(f.text("notices").contains("Previous text"));
    QVERIFY2(f.text("notices").contains("Ctrl+R computes"), qPrintable(f.text("notices")));
    QVERIFY(!f.shows("cancelWork"));
    f.engine->latch().open();
    QVERIFY(f.click("computeAgainHere"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.text("notices").isEmpty());
    QVERIFY(!f.shows("computeAgainHere"));
}

void TestPrevious::theFirstTextCanBeStoppedAndComputed()
{
    test::WindowFixture f(m_model, "The cat");
    f.engine->latch().close();
    TRY_VERIFY(f.shows("sentence"));   // as soon as there is a model, not when the first picture is there
    QVERIFY(!f.shows("emptyState"));
    TRY_VERIFY(f.shows("cancelWork"));
    QVERIFY(!f.window.controller().record());
    TRY_VERIFY(f.text("pictureState").contains("being computed"));
    QVERIFY(f.click("cancelWork"));
    TRY_VERIFY(f.text("pictureState").contains("was not computed"));
    f.engine->latch().open();
    QVERIFY(f.click("computeAgainFirst"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.picture().isVisible());
}

void TestPrevious::computingAgainComputesEveryRow()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    const auto first = f.window.controller().record();
    QVERIFY(f.trigger("computeAgain"));
    TRY_VERIFY(f.window.controller().record() != first && f.isSettled());
    QCOMPARE(f.recording().firstNewRow, core::Index(0));
    QVERIFY2(f.text("statusTime").startsWith("Forward pass "), qPrintable(f.text("statusTime")));
    f.type("s sat");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.recording().firstNewRow > 0);
    QVERIFY2(f.text("statusTime")
                 .startsWith(QString("%1 of %2 rows computed in ").arg(f.recording().size() - f.recording().firstNewRow).arg(f.recording().size())),
             qPrintable(f.text("statusTime")));
}

void TestPrevious::aStoppedDescriptionIsNotAPreviousText()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    f.engine->describing().close();
    const QString text = QString("ab ").repeated(400);
    f.window.session().setText(text);
    TRY_COMPARE(f.window.controller().record()->text, text);   // the preview
    QVERIFY(f.window.controller().busy());
    QCOMPARE(f.text("headsAge"), QString("of the text before"));
    QVERIFY(f.shows("headsAge"));
    f.sentence().setFocus();
    QTest::keyClick(&f.sentence(), Qt::Key_Escape);
    TRY_VERIFY(!f.window.controller().busy());
    QCOMPARE(f.window.controller().standing(), Standing::Undescribed);
    QVERIFY2(!f.text("notices").contains("Previous"), qPrintable(f.text("notices")));
    QVERIFY2(f.text("notices").contains("summaries of the heads were stopped"), qPrintable(f.text("notices")));
    QVERIFY(f.shows("headsAge"));
    f.engine->describing().open();
    QVERIFY(f.trigger("computeAgain"));
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.text("notices").contains("stopped"));
    QVERIFY(!f.shows("headsAge"));
}

void TestPrevious::anExportWhileARunIsUnderWayIsOfThePictureOnScreen()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    const core::Index tokens = f.recording().size();
    f.engine->latch().close();
    f.type("s and many more words");
    f.nextFigure = m_folder.filePath("stale.svg");
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.window.statusBar()->currentMessage().contains("Saved"));
    QFile figure(f.nextFigure);
    QVERIFY(figure.open(QIODevice::ReadOnly));
    QVERIFY(figure.readAll().contains(QString("%1 tokens").arg(tokens).toUtf8()));
    QVERIFY2(f.window.statusBar()->currentMessage().contains("of the previous text “The cat”, as shown"),
             qPrintable(f.window.statusBar()->currentMessage()));
    f.engine->latch().open();
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("exportFigure"));
    TRY_VERIFY(f.window.statusBar()->currentMessage().contains("Saved"));
    QVERIFY(!f.window.statusBar()->currentMessage().contains("previous text"));
}

QTEST_MAIN(TestPrevious)
#include "tst_previous.moc"
