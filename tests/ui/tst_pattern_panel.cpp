// The left panel of Compare through its real widgets: typed, switched, pulled, painted.
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>

#include "tests/ui/pattern_stage.h"
#include "ui/state/document.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/pattern_highlighter.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/compare/pattern_segments.h"
#include "ui/views/compare/pattern_switch.h"

using namespace ui;
using Stage = test::PatternStage;
using test::kMock;
using test::story;

class TestPatternPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void typingIsLiveAndWhatIsWrongIsPointedAt();
    void whatIsTypedWrongIsTakenBackFirst();
    void undoAndRedoAreTheWindows();
    void whatIsTooLongIsRefusedAloud();
    void whatADocumentHasWrongIsSaid();
    void typingGoesOnInOneStepPerWord();
    void switchesRewriteTheExpressionAndBack();
    void switchesWorkByKeys();
    void numbersAreTypedSteppedAndPulledLive();
    void slidersStandInTheRowThatIsPointedAt();
    void globalTokensAreNamedInTheirRow();
    void freelyComposedExpressionsKeepTheRowsStill();
    void whatIsOffComesBackAsItWas();
    void patternsAreAddedChosenAndRemoved();
    void brushesAreChosenAndShown();
    void exportsAreAskedFor();
    void reachIsToldInNumbers();
    void expressionsArePiecesInTheHuesOfTheirBlocks();
};

void TestPatternPanel::typingIsLiveAndWhatIsWrongIsPointedAt()
{
    Stage s;
    s.start("causal & window(24)");
    s.field().setFocus();
    s.press(Qt::Key_End, Qt::ControlModifier);
    s.type(" | sinks(");
    QCOMPARE(s.pattern().trimmed(), QString("causal & window(24)"));
    auto& fault = s.widget<QLabel>("patternFault");
    QVERIFY(fault.isVisible());
    QVERIFY2(fault.text().contains("Column 29"), qPrintable(fault.text()));
    QVERIFY(s.widget<QLabel>("patternStanding").text().contains("causal & window(24)"));
    QVERIFY(s.field().accessibleDescription().contains("olumn 29"));
    // What the document says again, without a change, does not take the letters away.
    s.show();
    QCOMPARE(s.field().text(), QString("causal & window(24) | sinks("));
    s.press(Qt::Key_Backspace);
    QVERIFY2(fault.text().contains("sinks was given 0 numbers"), qPrintable(fault.text()));
    s.press(Qt::Key_Backspace);
    QVERIFY2(fault.text().endsWith("Did you mean sinks(s)?"), qPrintable(fault.text()));
    s.type("s(3)");
    QCOMPARE(s.pattern(), QString("causal & window(24) | sinks(3)"));
    QVERIFY(!fault.isVisible());
    QVERIFY(!s.field().hasFault());
    QVERIFY(s.field().accessibleDescription().isEmpty());
}

void TestPatternPanel::whatIsTypedWrongIsTakenBackFirst()
{
    Stage s;
    for (const bool byUndo : {true, false}) {
        s.start("causal & window(24)");
        s.field().setFocus();
        s.press(Qt::Key_End, Qt::ControlModifier);
        s.type(" |");
        QVERIFY(s.field().hasFault());
        byUndo ? s.press(Qt::Key_Z, Qt::ControlModifier) : s.press(Qt::Key_Escape);
        QCOMPARE(s.field().text(), QString("causal & window(24) "));   // which the document has
        QCOMPARE(s.pattern(), s.field().text());
        QVERIFY(!s.field().hasFault());
        s.takeBack();
        QCOMPARE(s.field().text(), QString("causal & window(24)"));
    }
}

// As shortcuts of the window see it: the field leaves both to them.
void TestPatternPanel::undoAndRedoAreTheWindows()
{
    Stage s;
    s.click("switch_sinks");
    for (QWidget* target : {static_cast<QWidget*>(&s.field()), static_cast<QWidget*>(&s.widget<NumberField>("number_window_0")),
                            static_cast<QWidget*>(&s.widget<QLineEdit>("entries_global"))}) {
        for (const auto& [key, modifiers] :
             {std::pair(Qt::Key_Z, Qt::KeyboardModifiers(Qt::ControlModifier)), {Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier}}) {
            QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
            event.setAccepted(false);
            QCoreApplication::sendEvent(target, &event);
            QVERIFY2(!event.isAccepted(), qPrintable(target->objectName()));
        }
    }
    s.takeBack();
    QCOMPARE(s.field().text(), kMock);
}

void TestPatternPanel::whatIsTooLongIsRefusedAloud()
{
    Stage s;
    s.field().setFocus();
    QGuiApplication::clipboard()->setText(QString(kLongestText, u'1'));
    s.field().paste();
    s.settle();
    QCOMPARE(s.field().text(), kMock);
    QVERIFY(s.widget<QLabel>("patternFault").isVisible());
    s.type(" ");
    QVERIFY(!s.widget<QLabel>("patternFault").isVisible());
}

// Nothing that is not a pattern ends the program, or is told as one.
void TestPatternPanel::whatADocumentHasWrongIsSaid()
{
    Stage s;
    s.panel.showPatterns({"window("}, 0);
    s.settle();
    QVERIFY(s.widget<QLabel>("patternFault").isVisible());
    QCOMPARE(s.widget<QLabel>("patternStanding").text(), QString("No pattern is in force."));
    s.panel.showPatterns({}, 0);
    s.settle();
    s.start(kMock);
    QVERIFY(!s.widget<QLabel>("patternFault").isVisible());
}

void TestPatternPanel::typingGoesOnInOneStepPerWord()
{
    Stage s;
    s.start("window(2)");
    s.field().setFocus();
    s.press(Qt::Key_End);
    s.press(Qt::Key_Left);
    s.type("345");
    QCOMPARE(s.pattern(), QString("window(2345)"));
    QCOMPARE(int(s.undo.size()), 1);
    s.press(Qt::Key_End);
    s.type(" ");
    QCOMPARE(int(s.undo.size()), 2);
    s.takeBack();
    s.takeBack();
    QCOMPARE(s.field().text(), QString("window(2)"));
    // What was not legal between was told to nobody: what is typed next does not join a step before it.
    s.field().setFocus();
    s.press(Qt::Key_End);
    s.press(Qt::Key_Left);
    s.press(Qt::Key_Backspace);
    s.type("7");
    QCOMPARE(s.pattern(), QString("window(7)"));
    QCOMPARE(int(s.undo.size()), 1);
}

void TestPatternPanel::switchesRewriteTheExpressionAndBack()
{
    Stage s;
    QVERIFY(s.widget<Switch>("switch_causal").isChecked());
    QVERIFY(!s.widget<Switch>("switch_strided").isChecked());
    for (const char* name : {"switch_causal", "switch_window", "switch_sinks", "switch_global", "switch_strided", "switch_blocks", "switch_dilated",
                             "switch_random", "switch_topk"}) {
        s.click(name);
        QVERIFY2(s.pattern() != kMock, name);
        QCOMPARE(s.field().text(), s.pattern());
        QVERIFY2(core::Pattern::parse(s.pattern().toStdString()).has_value(), qPrintable(s.pattern()));
        s.click(name);
        QCOMPARE(s.pattern(), kMock);
    }
    QCOMPARE(int(s.undo.size()), 18);
    s.click("switch_topk");
    QCOMPARE(s.pattern(), kMock + " & topk(8)");
}

void TestPatternPanel::switchesWorkByKeys()
{
    Stage s;
    s.widget<Switch>("switch_sinks").setFocus(Qt::TabFocusReason);
    s.press(Qt::Key_Space);
    QCOMPARE(s.pattern(), QString("causal & (window(24) | global(\".\"))"));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&s.widget<Switch>("switch_sinks")));
    s.press(Qt::Key_Space);
    QCOMPARE(s.pattern(), kMock);
}

void TestPatternPanel::numbersAreTypedSteppedAndPulledLive()
{
    Stage s;
    auto& width = s.widget<NumberField>("number_window_0");
    width.setFocus(Qt::TabFocusReason);
    s.press(Qt::Key_Up);
    s.press(Qt::Key_Up);
    QVERIFY(s.pattern().contains("window(26)"));
    QCOMPARE(int(s.undo.size()), 1);
    width.selectAll();
    s.type("12");
    QVERIFY2(s.pattern().contains("window(12)"), qPrintable(s.pattern()));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&width));
    QCOMPARE(int(s.undo.size()), 1);
    // Pulled to the right, in steps that are one step to undo.
    auto* edit = width.findChild<QLineEdit*>();
    const QPoint from = edit->rect().center();
    QTest::mousePress(edit, Qt::LeftButton, {}, from);
    for (const int x : {12, 20, 30}) {
        QMouseEvent move(QEvent::MouseMove, from + QPoint(x, 0), edit->mapToGlobal(from + QPoint(x, 0)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(edit, &move);
        QVERIFY2(s.pattern().contains(QString("window(%1)").arg(12 + x / 3)), qPrintable(s.pattern()));
    }
    QTest::mouseRelease(edit, Qt::LeftButton, {}, from + QPoint(30, 0));
    QCOMPARE(int(s.undo.size()), 2);
    s.takeBack();
    QVERIFY(s.pattern().contains("window(12)"));
    QCOMPARE(width.value(), 12);
    // What undo changed is no part of the gesture that goes on behind it.
    width.setFocus();
    s.press(Qt::Key_Up);
    const int steps = int(s.undo.size());
    s.takeBack();
    s.press(Qt::Key_Up);
    QCOMPARE(int(s.undo.size()), steps);
    QVERIFY(s.pattern().contains("window(13)"));
    s.takeBack();
    // Nothing below the legal range, and a wheel that passes changes nothing.
    width.selectAll();
    s.type("0");
    QVERIFY(s.pattern().contains("window(12)") || s.pattern().contains("window(1)"));
    s.field().setFocus();
    const QString before = s.pattern();
    QWheelEvent wheel(QPointF(5, 5), width.mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&width, &wheel);
    QCOMPARE(s.pattern(), before);
}

void TestPatternPanel::slidersStandInTheRowThatIsPointedAt()
{
    Stage s;
    auto& row = s.widget<QWidget>("block_window");
    auto& slider = s.widget<QSlider>("slider_window");
    QVERIFY(!slider.isVisible());
    const QRect before = s.widget<QWidget>("block_sinks").geometry();
    QHoverEvent enter(QEvent::HoverEnter, QPointF(30, 5), QPointF(30, 5), QPointF(-1, -1));
    QCoreApplication::sendEvent(&row, &enter);
    s.settle();
    QVERIFY(slider.isVisible());
    QCOMPARE(s.widget<QWidget>("block_sinks").geometry(), before);
    slider.setSliderDown(true);
    std::vector<int> values;
    for (const int step : {0, 60, 100, 160, 200}) {
        slider.setSliderPosition(step);
        values.push_back(s.widget<NumberField>("number_window_0").value());
        QVERIFY2(s.pattern().contains(QString("window(%1)").arg(values.back())), qPrintable(s.pattern()));
    }
    slider.setSliderDown(false);
    QVERIFY(std::ranges::is_sorted(values));
    QCOMPARE(values.front(), 1);
    QCOMPARE(values.back(), 192);   // the tokens of the text
    QCOMPARE(int(s.undo.size()), 1);
    QHoverEvent leave(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF(30, 5));
    QCoreApplication::sendEvent(&row, &leave);
    QVERIFY(!slider.isVisible());
}

void TestPatternPanel::globalTokensAreNamedInTheirRow()
{
    Stage s;
    const auto rule = [&] { return s.widget<Switch>("switch_global").accessibleDescription(); };
    QCOMPARE(rule(), QString("12 tokens"));
    auto& entries = s.widget<QLineEdit>("entries_global");
    QCOMPARE(entries.text(), QString("\".\""));
    entries.setFocus(Qt::TabFocusReason);
    entries.end(false);
    s.type(", 0-2");
    QVERIFY2(s.pattern().contains("global(\".\", 0-2)"), qPrintable(s.pattern()));
    QCOMPARE(entries.text(), QString("\".\", 0-2"));   // not replaced under the hand
    QCOMPARE(rule(), QString("15 tokens"));
    s.type(", ");
    QVERIFY(s.pattern().contains("global(\".\", 0-2)"));
    QVERIFY(rule() != "15 tokens");
    s.press(Qt::Key_Backspace);
    s.press(Qt::Key_Backspace);
    QCOMPARE(rule(), QString("15 tokens"));
    // Undo reaches the letters too, and what is not legal gives way when one leaves.
    s.takeBack();
    QCOMPARE(entries.text(), QString("\".\""));
    s.type(", x");
    QVERIFY(rule() != "12 tokens");
    s.field().setFocus();
    s.settle();
    QCOMPARE(entries.text(), QString("\".\""));
    QCOMPARE(rule(), QString("12 tokens"));
    s.start("causal & global(\"never\")");
    QCOMPARE(rule(), QString("no token of this text"));
}

void TestPatternPanel::freelyComposedExpressionsKeepTheRowsStill()
{
    Stage s;
    s.start("causal & window(9) & blocks(4)");
    QVERIFY(s.widget<QLabel>("blocksNote").isVisible());
    QVERIFY(s.widget<QLabel>("blocksNote").text().contains("freely composed"));
    QVERIFY(!s.widget<Switch>("switch_window").isEnabled());
    s.start("causal & (window(9) | logsparse)");
    QVERIFY(s.widget<Switch>("switch_window").isEnabled());
    QVERIFY(s.widget<QLabel>("blocksNote").text().contains("logsparse"));
    s.click("switch_window");
    QCOMPARE(s.pattern(), QString("causal & logsparse"));
    s.start(kMock);
    QVERIFY(!s.widget<QLabel>("blocksNote").isVisible());
}

void TestPatternPanel::whatIsOffComesBackAsItWas()
{
    Stage s;
    s.start("causal & (sinks(2) | window(9))");
    s.click("switch_sinks");
    QCOMPARE(s.pattern(), QString("causal & window(9)"));
    s.field().setFocus();
    s.press(Qt::Key_End, Qt::ControlModifier);
    s.type(" ");
    s.click("switch_sinks");
    QCOMPARE(s.pattern(), QString("causal & (sinks(2) | window(9))"));
    // Its number is remembered beside what is typed meanwhile, and forgotten with the pattern.
    s.click("switch_sinks");
    s.field().setFocus();
    s.press(Qt::Key_End, Qt::ControlModifier);
    s.press(Qt::Key_Left);
    s.type("5");
    QCOMPARE(s.pattern(), QString("causal & window(95)"));
    s.click("switch_sinks");
    QCOMPARE(s.pattern(), QString("causal & (window(95) | sinks(2))"));
    s.click("switch_sinks");
    s.click("addPattern");
    s.click("switch_sinks");
    QCOMPARE(s.pattern(), QString("causal & (window(95) | sinks(4))"));
}

void TestPatternPanel::patternsAreAddedChosenAndRemoved()
{
    Stage s;
    QVERIFY(!s.widget<QToolButton>("removePattern").isVisible());
    for (int i = 0; i < 3; ++i) s.click("addPattern");
    QCOMPARE(s.state.patterns, QStringList({kMock, kMock, kMock, kMock}));
    QCOMPARE(s.state.current, 3);
    QVERIFY(!s.widget<QToolButton>("addPattern").isEnabled());
    s.click("switch_window");
    s.click("patternTab1");
    QCOMPARE(s.state.current, 0);
    QCOMPARE(s.field().text(), kMock);
    s.click("patternTab4");
    QVERIFY(!s.widget<Switch>("switch_window").isChecked());
    s.click("removePattern");
    QCOMPARE(s.state.patterns.size(), 3);
    QCOMPARE(s.field().text(), kMock);
    QVERIFY(!s.widget<QWidget>("patternTab4").isVisible());
    // Arrows walk the numbers and choose, as in any group of which one holds.
    s.click("patternTab1");
    s.press(Qt::Key_Right);
    QCOMPARE(s.state.current, 1);
    QCOMPARE(QApplication::focusWidget(), &s.widget<QWidget>("patternTab2"));
    s.press(Qt::Key_Left);
    QCOMPARE(s.state.current, 0);
    // A letter that is wrong is not carried into another pattern.
    s.field().setFocus();
    s.type("&");
    QVERIFY(s.field().hasFault());
    s.click("patternTab2");
    QVERIFY(!s.field().hasFault());
    QCOMPARE(s.field().text(), kMock);
}

void TestPatternPanel::brushesAreChosenAndShown()
{
    Stage s;
    s.click("brushAllow");
    QCOMPARE(s.brushes.back(), (Brush{.mode = BrushMode::Allow}));
    s.click("brushBlock");
    QCOMPARE(s.brushes.back(), (Brush{.mode = BrushMode::Allow, .shape = BrushShape::Block}));
    s.widget<NumberField>("brushSize").setFocus(Qt::TabFocusReason);
    s.press(Qt::Key_Up);
    QCOMPARE(s.brushes.back().size, 2);
    s.click("brushRemove");
    QCOMPARE(s.brushes.back().mode, BrushMode::Remove);
    QVERIFY(!s.widget<SegmentButton>("brushAllow").isChecked());
    s.click("brushRemove");   // again: the pointer points
    QCOMPARE(s.brushes.back().mode, BrushMode::None);
    const std::size_t count = s.brushes.size();
    s.panel.showBrush({.mode = BrushMode::Allow, .shape = BrushShape::Row, .size = 7});
    QVERIFY(s.widget<SegmentButton>("brushAllow").isChecked());
    QVERIFY(s.widget<SegmentButton>("brushRow").isChecked());
    QCOMPARE(s.widget<NumberField>("brushSize").value(), 7);
    QCOMPARE(s.brushes.size(), count);
    // The rule of what can be painted follows the switch, where the model's own mask leaves it open.
    QVERIFY(s.widget<QLabel>("brushNote").isVisible());
    s.click("switch_causal");
    QVERIFY(s.widget<QLabel>("brushNote").isVisible());
    s.panel.showTokens(story(), false);
    QVERIFY(!s.widget<QLabel>("brushNote").isVisible());
    s.click("switch_causal");
    QVERIFY(s.widget<QLabel>("brushNote").isVisible());
}

void TestPatternPanel::exportsAreAskedFor()
{
    Stage s;
    for (const char* name : {"copyMaskMod", "copyJson", "patternPicture"}) s.click(name);
    QCOMPARE(s.exports, (std::vector<PatternExport>{PatternExport::MaskMod, PatternExport::Json, PatternExport::Picture}));
}

void TestPatternPanel::reachIsToldInNumbers()
{
    Stage s;
    QVERIFY(!s.widget<QWidget>("patternReach").isVisible());
    s.showReach();
    s.settle();
    QVERIFY(s.widget<QWidget>("patternReach").isVisible());
    QVERIFY(s.widget<QWidget>("reachStrip").accessibleName().contains(percent(0.316)));
    QVERIFY(!s.widget<QLabel>("reachMore").isVisible());   // all is reached: more layers add nothing
    QVERIFY(s.widget<QLabel>("reachMeaning").text().startsWith("If all 5 layers"));
    s.panel.showReach({0.1, 0.2, 0.3, 0.4}, {QImage(8, 8, QImage::Format_RGB32)});
    QCOMPARE(s.widget<QLabel>("reachMore").text(), QString("L2 %1 · L3 %2 · L4 %3").arg(percent(0.2), percent(0.3), percent(0.4)));
    s.panel.showReach({}, {});
    QVERIFY(!s.widget<QWidget>("patternReach").isVisible());
}

void TestPatternPanel::expressionsArePiecesInTheHuesOfTheirBlocks()
{
    const QString text = "causal & (window(24) | global(\")|\", 3)) & nonsense(";
    QStringList seen;
    for (const ExpressionPiece& piece : expressionPieces(text)) seen.append(text.mid(piece.begin, piece.end - piece.begin));
    QCOMPARE(seen, QStringList({"causal", "&", "(", "window(24)", "|", "global(\")|\", 3)", ")", "&", "nonsense", "("}));
    // Of any text whatever: pieces ascend and end within it.
    for (const char* odd : {"", "window(", "global(\"a\\", "((", "\"", "a b", "where((q", "window (3", "é&"}) {
        const QString oddText = QString::fromUtf8(odd);
        qsizetype last = 0;
        for (const ExpressionPiece& piece : expressionPieces(oddText)) {
            QVERIFY(last <= piece.begin && piece.begin < piece.end && piece.end <= oddText.size());
            last = piece.end;
        }
    }
}

QTEST_MAIN(TestPatternPanel)
#include "tst_pattern_panel.moc"
