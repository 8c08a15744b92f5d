// The left panel of Compare through its real widgets: typed, switched, pulled, painted, chosen from the gallery. With FOVEA_PICTURES=FOLDER it is
// also written there in every look, for eyes.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include "tests/ui/offscreen.h"
#include "tests/ui/try.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/gallery_popup.h"
#include "ui/views/compare/gallery_thumbnail.h"
#include "ui/views/compare/pattern_expression.h"
#include "ui/views/compare/pattern_field.h"
#include "ui/views/compare/pattern_highlighter.h"
#include "ui/views/compare/pattern_hues.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/pattern_segments.h"
#include "ui/views/compare/pattern_switch.h"
#include "ui/window/style_sheet.h"

using namespace ui;

namespace {

std::shared_ptr<const core::Tokens> tokensOf(const std::vector<std::string>& pieces)
{
    auto tokens = std::make_shared<core::Tokens>();
    for (const std::string& piece : pieces) {
        const auto begin = core::Index(tokens->text.size());
        tokens->text += piece;
        tokens->items.push_back({.id = 1, .span = {begin, core::Index(tokens->text.size())}, .bytes = piece});
    }
    return tokens;
}

std::shared_ptr<const core::Tokens> story()
{
    std::vector<std::string> pieces;
    for (int i = 0; i < 192; ++i) pieces.push_back(i % 15 == 14 ? "." : " w" + std::to_string(i % 7));
    return tokensOf(pieces);
}

const QString kMock = QStringLiteral("causal & (window(24) | sinks(4) | global(\".\"))");

// A document of patterns as a host keeps it: every step that does not go on with the last one can be undone.
struct Stage {
    struct State {
        QStringList patterns;
        int current = 0;
    };
    State state{.patterns = {kMock}};
    std::vector<State> undo;
    PatternPanel panel;
    std::vector<Brush> brushes;
    std::vector<PatternExport> exports;

    explicit Stage(QSize size = {280, 860}, const Theme& theme = Theme::light())
    {
        QObject::connect(&panel, &PatternPanel::edited, &panel, [this](int index, const QString& pattern, bool typing) {
            if (!typing) undo.push_back(state);
            state.patterns[index] = pattern;
            show();
        });
        QObject::connect(&panel, &PatternPanel::added, &panel, [this](const QString& pattern) {
            undo.push_back(state);
            state.patterns.append(pattern);
            state.current = int(state.patterns.size()) - 1;
            show();
        });
        QObject::connect(&panel, &PatternPanel::removed, &panel, [this](int index) {
            undo.push_back(state);
            state.patterns.removeAt(index);
            state.current = std::min(index, int(state.patterns.size()) - 1);
            show();
        });
        QObject::connect(&panel, &PatternPanel::chosen, &panel, [this](int index) {
            state.current = index;
            show();
        });
        QObject::connect(&panel, &PatternPanel::brushChosen, &panel, [this](Brush brush) { brushes.push_back(brush); });
        QObject::connect(&panel, &PatternPanel::exportAsked, &panel, [this](PatternExport kind) { exports.push_back(kind); });
        panel.setGallery(PatternGallery::builtIn());
        panel.showTokens(story(), true);
        look(theme);
        show();
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel, test::kPatience));
        settle();
    }
    void show() { panel.showPatterns(state.patterns, state.current); }
    void start(const QString& pattern)
    {
        state = {.patterns = {pattern}};
        undo.clear();
        show();
        settle();
    }
    void takeBack()
    {
        state = undo.back();
        undo.pop_back();
        show();
        settle();
    }
    [[nodiscard]] QString pattern() const { return state.patterns[state.current]; }
    void look(const Theme& theme)
    {
        applyLook(theme);
        panel.setStyleSheet(styleSheet(theme));
        panel.setTheme(theme);
    }
    void showReach()
    {
        std::vector<QImage> pictures;
        const core::Pattern patterns[] = {*core::Pattern::parse("causal & (window(4) | sinks(2) | landmarks(9, 20))"), core::Pattern::causal(),
                                          core::Pattern::causal()};
        for (const core::Pattern& each : patterns) pictures.push_back(patternThumbnail(each, true, 76, Theme::light()));
        panel.showReach({0.316, 0.998, 1.0, 1.0, 1.0}, pictures);
    }
    static void settle()
    {
        for (int i = 0; i < 4; ++i) QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
    }
    template<class Widget>
    Widget& widget(const char* name)
    {
        auto* found = panel.findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("no %s", name);
        return *found;
    }
    PatternField& field() { return widget<PatternField>("patternExpression"); }
    void click(const char* name) { click(widget<QWidget>(name)); }
    void click(QWidget& target)
    {
        reveal(target);
        QTest::mouseClick(&target, Qt::LeftButton, {}, target.rect().center());
        settle();
    }
    void reveal(QWidget& target)
    {
        panel.findChild<QScrollArea*>()->ensureWidgetVisible(&target);
        settle();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
        settle();
    }
    void type(const QString& letters)
    {
        QTest::keyClicks(QApplication::focusWidget(), letters);
        settle();
    }
};

}   // namespace

class TestPatternPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void typingIsLiveAndWhatIsWrongIsPointedAt();
    void whatIsTypedWrongIsTakenBackFirst();
    void undoAndRedoAreTheWindows();
    void typingGoesOnInOneStepPerWord();
    void switchesRewriteTheExpressionAndBack();
    void switchesWorkByKeys();
    void numbersAreTypedSteppedAndPulledLive();
    void slidersStandInTheRowThatIsPointedAt();
    void globalTokensAreNamedInTheirRow();
    void freelyComposedExpressionsKeepTheRowsStill();
    void whatIsOffComesBackAsItWas();
    void patternsAreAddedChosenAndRemoved();
    void theGalleryWalksByKeysAndByMouse();
    void everyEntryOfTheGalleryParsesAndHasAPicture();
    void picturesOfPatternsAreTheirPairs();
    void brushesAreChosenAndShown();
    void exportsAreAskedFor();
    void reachIsToldInNumbers();
    void keysWalkInTheOrderOfTheEyes();
    void everyControlHasAName();
    void expressionsArePiecesInTheHuesOfTheirBlocks();
    void huesCanBeRead();
    void nothingIsCut();
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

void TestPatternPanel::theGalleryWalksByKeysAndByMouse()
{
    Stage s;
    QCOMPARE(s.widget<QComboBox>("galleryBox").currentText(), QString("Custom"));
    auto& popup = s.widget<GalleryPopup>("patternGallery");
    auto& list = s.widget<QListView>("galleryList");
    s.widget<QComboBox>("galleryBox").setFocus(Qt::TabFocusReason);
    s.press(Qt::Key_Space);
    QVERIFY(popup.isVisible());
    QCOMPARE(list.currentIndex().row(), 0);
    QTest::keyClick(&list, Qt::Key_Right);
    QCOMPARE(list.currentIndex().row(), 1);
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(list.currentIndex().row(), 4);
    QTest::keyClick(&list, Qt::Key_Up);
    QTest::keyClick(&list, Qt::Key_Left);
    QVERIFY(!s.widget<QLabel>("galleryLine").text().isEmpty());
    const QString name = s.widget<QLabel>("galleryName").text();
    QTest::keyClick(&list, Qt::Key_Return);
    s.settle();
    QVERIFY(!popup.isVisible());
    QCOMPARE(s.pattern(), PatternGallery::builtIn().patterns.front().pattern);
    QCOMPARE(s.widget<QComboBox>("galleryBox").currentText(), name);
    QCOMPARE(int(s.undo.size()), 1);
    s.click("galleryBox");
    QVERIFY(popup.isVisible());
    const QModelIndex third = list.model()->index(2, 0);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(third).center());
    s.settle();
    QVERIFY(!popup.isVisible());
    QCOMPARE(int(s.undo.size()), 2);
    s.click("galleryBox");
    QTest::keyClick(&list, Qt::Key_Escape);
    QVERIFY(!popup.isVisible());
    QCOMPARE(int(s.undo.size()), 2);
}

void TestPatternPanel::everyEntryOfTheGalleryParsesAndHasAPicture()
{
    for (const bool isCausal : {true, false}) {
        const std::vector<GalleryEntry> entries = galleryEntries(PatternGallery::builtIn(), isCausal);
        QVERIFY(entries.size() >= 25);
        for (const GalleryEntry& entry : entries) {
            const auto pattern = core::Pattern::parse(entry.pattern.toStdString());
            QVERIFY2(pattern, qPrintable(entry.pattern));
            QVERIFY2(!entry.line.isEmpty() && !entry.name.isEmpty(), qPrintable(entry.pattern));
            QVERIFY(!patternThumbnail(*pattern, isCausal, 64, Theme::light()).isNull());
        }
    }
}

void TestPatternPanel::picturesOfPatternsAreTheirPairs()
{
    const Theme theme = Theme::light();
    for (const char* text : {"window(3)", "causal & (window(4) | sinks(2))", "blocks(8) & !window(2)"}) {
        const core::Pattern pattern = *core::Pattern::parse(text);
        const QImage image = patternThumbnail(pattern, false, 2 * kThumbnailTokens, theme);
        for (int q = 0; q < kThumbnailTokens; ++q)
            for (int k = 0; k < kThumbnailTokens; ++k)
                QCOMPARE(image.pixelColor(2 * k + 1, 2 * q + 1) == theme.text2, pattern.allows({q}, {k}, kThumbnailTokens));
    }
    QCOMPARE(candidatesOf(*core::Pattern::parse("causal & topk(8)")), *core::Pattern::parse("causal & dense"));
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

// Each stop is below the one before it, or on its line behind it.
void TestPatternPanel::keysWalkInTheOrderOfTheEyes()
{
    for (const int width : {280, 240}) {
        Stage s({width, 860});
        s.start("causal & (window(24) | global(\".\") | dilated(3, 2) | random(4, 2, 1)) & topk(3)");
        s.widget<QComboBox>("galleryBox").setFocus(Qt::TabFocusReason);
        std::vector<QWidget*> stops;
        for (QWidget* at = QApplication::focusWidget(); std::ranges::find(stops, at) == stops.end(); at = QApplication::focusWidget()) {
            stops.push_back(at);
            s.press(Qt::Key_Tab);
        }
        QVERIFY2(stops.size() >= 26, qPrintable(QString::number(stops.size())));
        const auto placeOf = [&](QWidget* stop) {
            return QRect(stop->mapTo(&s.panel, QPoint()), stop->size())
                .translated(0, s.panel.findChild<QScrollArea*>()->verticalScrollBar()->value());
        };
        for (std::size_t i = 1; i < stops.size(); ++i) {
            const QRect before = placeOf(stops[i - 1]), now = placeOf(stops[i]);
            const bool isBelow = now.center().y() > before.center().y() + 4, isBehind = now.left() > before.left() && now.bottom() > before.top();
            QVERIFY2(isBelow || isBehind, qPrintable(stops[i - 1]->objectName() + " then " + stops[i]->objectName()));
        }
    }
}

void TestPatternPanel::everyControlHasAName()
{
    Stage s;
    s.showReach();
    for (const auto* control : s.panel.findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisibleTo(&s.panel)) continue;
        if (qobject_cast<const QLineEdit*>(control) && qobject_cast<const QSpinBox*>(control->parentWidget())) continue;
        if (control->objectName().startsWith("qt_")) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(control->objectName()));
    }
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

void TestPatternPanel::huesCanBeRead()
{
    for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::contrast()}) {
        const double wanted = theme.look.theme == ThemeKind::Contrast ? 7.0 : 4.5;
        for (const BlockKind kind : blockKinds()) QVERIFY(contrastRatio(textHueOf(kind, theme), theme.surface2) >= wanted);
        for (int i = 0; i < PatternPanel::kMost; ++i) QVERIFY(contrastRatio(patternInk(i, theme), theme.surface) >= wanted);
    }
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
}

// In every look: labels have the room they ask for, and the panel scrolls downwards only.
void TestPatternPanel::nothingIsCut()
{
    struct Pose {
        const char* name;
        QSize size;
        Look look;
        void (*pose)(Stage& s) = nullptr;
        Qt::LayoutDirection direction = Qt::LeftToRight;
    };
    const auto fault = [](Stage& s) {
        s.field().setFocus();
        s.press(Qt::Key_End, Qt::ControlModifier);
        s.type(" | snks(3)");
    };
    const auto full = [](Stage& s) {
        s.start("causal & (window(24) | sinks(4) | global(\".\") | strided(16) | blocks(16) | dilated(8, 2) | random(8, 2, 1) | cells(9:1-3)) & "
                "!cells(4:1) & topk(8)");
    };
    const Pose poses[] = {
        {"default", {280, 790}, {}},
        {"error", {280, 790}, {}, fault},
        {"free", {280, 790}, {}, [](Stage& s) { s.start("causal & (window(9) | sinks(2)) & !blocks(4)"); }},
        {"four", {280, 790}, {}, [](Stage& s) { s.click("addPattern"), s.click("addPattern"), s.click("addPattern"), s.click("patternTab2"); }},
        {"full", {280, 1100}, {}, full},
        {"hover",
         {280, 790},
         {},
         [](Stage& s) {
             QHoverEvent enter(QEvent::HoverEnter, QPointF(30, 5), QPointF(30, 5), QPointF(-1, -1));
             QCoreApplication::sendEvent(&s.widget<QWidget>("block_window"), &enter);
             s.widget<NumberField>("number_sinks_0").setFocus(Qt::TabFocusReason);
         }},
        {"dark", {280, 790}, {.theme = ThemeKind::Dark}},
        {"dark-error", {280, 790}, {.theme = ThemeKind::Dark}, fault},
        {"contrast", {280, 790}, {.theme = ThemeKind::Contrast}},
        {"text200", {280, 1500}, {.textPercent = 200}},
        {"narrow", {240, 900}, {}, full},
        {"narrow-text200", {240, 2300}, {.textPercent = 200}, full},
        {"arabic", {280, 790}, {}, nullptr, Qt::RightToLeft},
        {"projector", {312, 900}, {.viewing = Viewing::Projector}},
    };
    QStringList cut;
    for (const Pose& pose : poses) {
        Stage s(pose.size, Theme::of(pose.look));
        s.panel.setLayoutDirection(pose.direction);
        s.showReach();
        s.panel.showBrush({.mode = BrushMode::Allow, .shape = BrushShape::Block, .size = 1});
        if (pose.pose) pose.pose(s);
        s.settle();
        for (const auto* label : s.panel.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || label->window() != &s.panel) continue;
            const QSize wanted = label->wordWrap() ? QSize(0, label->QLabel::heightForWidth(label->width())) : label->QLabel::sizeHint();
            if (wanted.width() > label->width() || wanted.height() > label->height() || !label->parentWidget()->rect().contains(label->geometry()))
                cut += QString("%1: %2 “%3” has %4 × %5, wants %6 × %7")
                           .arg(pose.name, label->objectName(), label->text().left(30))
                           .arg(label->width())
                           .arg(label->height())
                           .arg(wanted.width())
                           .arg(wanted.height());
        }
        for (const auto* area : s.panel.findChildren<QScrollArea*>())
            if (!(area->widget()->width() <= area->viewport()->width()))
                cut += QString("%1: %2 px in %3").arg(pose.name).arg(area->widget()->width()).arg(area->viewport()->width());
        const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
        if (!folder.isEmpty()) QVERIFY(s.panel.grab().save(QString("%1/pattern-%2.png").arg(folder, pose.name)));
        if (!folder.isEmpty() && (QByteArray(pose.name) == "default" || QByteArray(pose.name) == "dark" || QByteArray(pose.name) == "contrast" ||
                                  QByteArray(pose.name) == "text200")) {
            s.click("galleryBox");
            QTest::keyClick(&s.widget<QListView>("galleryList"), Qt::Key_Right);
            s.settle();
            QVERIFY(s.widget<GalleryPopup>("patternGallery").grab().save(QString("%1/gallery-%2.png").arg(folder, pose.name)));
        }
    }
    applyLook(Theme::light());
    QVERIFY2(cut.empty(), qPrintable(cut.join('\n')));
}

QTEST_MAIN(TestPatternPanel)
#include "tst_pattern_panel.moc"
