#include "ui/window/style_sheet.h"

#include <QApplication>

#include "ui/window/chrome_style.h"

namespace ui {

namespace {

constexpr const char* kRules = R"(
QMainWindow, QMenuBar, QStatusBar, QToolBar { background: @surface; color: @text1; }
QWidget { color: @text1; }
QMenuBar::item { background: transparent; padding: 6px 10px; }
QMenuBar::item:selected, QMenu::item:selected { background: @selected; }
QMenu { background: @surface; border: 1px solid @borderStrong; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 24px; color: @text1; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QToolBar { border: 0; border-bottom: 1px solid @border; spacing: 8px; padding: 6px 12px; }
QToolBar#rail { border-bottom: 0; border-right: 1px solid @border; padding: 8px 4px; }
QToolBar#rail QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 8px 2px; color: @text2; min-width: 48px; }
QToolBar#rail QToolButton:checked { background: @ink; color: @onInk; font-weight: 600; }
QStatusBar { border-top: 1px solid @border; color: @text2; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @text2; padding: 0 8px; }
QPushButton, QToolBar#pictureTools QToolButton {
    background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 3px 9px; color: @text1; min-height: 18px; }
QPushButton:focus, QToolButton:focus, QPlainTextEdit:focus { border: 2px solid @ink; }
QPushButton:hover, QToolBar#pictureTools QToolButton:hover { background: @selected; }
QPushButton[role="compact"] { padding: 1px 7px; min-height: 20px; font-size: 12px; }
QPushButton[primary="true"] { background: @ink; color: @onInk; border-color: @ink; }
QPushButton:disabled, QToolButton:disabled { color: @text3; border-color: @border; }
QToolBar#pictureTools QToolButton:checked { background: @ink; color: @onInk; border-color: @ink; }
QToolBar#pictureTools { border: 0; background: transparent; padding: 0; spacing: 4px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 4px; }
QToolBar#pictureTools QToolButton#qt_toolbar_ext_button { border: 0; padding: 0; background: transparent; }
QPlainTextEdit { background: @surface2; border: 1px solid @borderStrong; padding: 1px; border-radius: 8px; selection-background-color: @ink; selection-color: @onInk; }
QPlainTextEdit:focus { padding: 0; }
QSplitter, QScrollArea, QScrollArea > QWidget > QWidget { background: @surface; border: 0; }
QSplitter::handle { background: @border; }
QWidget#centrePanel, QWidget#emptyState, QStackedWidget { background: @surface2; }
QFrame#messageStrip { background: @errorTint; border: 0; border-bottom: 1px solid @error; }
QFrame#messageStrip QLabel#messageIcon { color: @error; font-size: 18px; padding-right: 4px; }
QFrame#messageStrip QLabel#messageWhat { color: @error; font-weight: 600; }
QLabel[role="title"] { font-weight: 600; font-size: 15px; }
QLabel[role="headline"] { font-weight: 600; font-size: 20px; }
QLabel[role="section"] { font-weight: 600; font-size: 12px; color: @text1; }
QLabel[role="note"], QLabel[role="caption"] { font-size: 12px; color: @text2; }
QLabel[role="small"] { font-size: 11px; color: @text3; }
QFrame[role="rule"] { background: @border; border: 0; }
QFrame#futureCard { background: @surface2; border: 1px solid @border; border-radius: 8px; }
QFrame#futureCard QLabel[tone="warn"] { color: @warn; }
QFrame#headsFilter { background: @surface; border: 1px solid @borderStrong; border-radius: 8px; }
QListView#headsList { background: @surface; border: 0; }
QLabel[role="expression"] { color: @text3; }
QLabel[role="tag"] { background: @sunken; color: @text2; border-radius: 4px; padding: 2px 8px; font-size: 12px; }
QFrame#noticeStrip { background: @warnTint; border: 0; border-radius: 6px; }
QFrame#noticeStrip QLabel { color: @warn; font-size: 12px; }
QToolButton#computeAgainHere, QToolButton#computeAgainFirst {
    background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 1px 8px; color: @text1; font-size: 12px; }
QToolButton#computeAgainHere:hover, QToolButton#computeAgainFirst:hover { background: @selected; }
QToolTip { background: @ink; color: @onInk; border: 0; padding: 6px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @borderStrong; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

}   // namespace

void prepareApplication()
{
    QApplication::setStyle(new ChromeStyle);
    QApplication::setFont(Theme::light().font(TextStyle::Body));
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, theme.surface},
        {QPalette::Base, theme.surface},
        {QPalette::AlternateBase, theme.surface2},
        {QPalette::Button, theme.surface},
        {QPalette::WindowText, theme.text1},
        {QPalette::Text, theme.text1},
        {QPalette::ButtonText, theme.text1},
        {QPalette::PlaceholderText, theme.text3},
        {QPalette::Highlight, theme.selected},
        {QPalette::HighlightedText, theme.text1},
        {QPalette::ToolTipBase, theme.ink},
        {QPalette::ToolTipText, theme.onInk},
        {QPalette::Mid, theme.border},
        {QPalette::Dark, theme.borderStrong},
        {QPalette::Link, theme.query},
    };
    for (const auto& [role, color] : roles) palette.setColor(role, color);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.text3);
    return palette;
}

QString styleSheet(const Theme& theme)
{
    // Longer names first: "@text1" must not be met by a name that it begins with.
    const std::pair<const char*, QColor> colors[] = {
        {"@borderStrong", theme.borderStrong},
        {"@errorTint", theme.errorTint},
        {"@warnTint", theme.warnTint},
        {"@surface2", theme.surface2},
        {"@selected", theme.selected},
        {"@surface", theme.surface},
        {"@sunken", theme.sunken},
        {"@border", theme.border},
        {"@error", theme.error},
        {"@text1", theme.text1},
        {"@text2", theme.text2},
        {"@text3", theme.text3},
        {"@onInk", theme.onInk},
        {"@warn", theme.warn},
        {"@ink", theme.ink},
    };
    QString sheet = QString::fromUtf8(kRules);
    for (const auto& [name, color] : colors) sheet.replace(QLatin1String(name), color.name());
    return sheet;
}

}   // namespace ui
