#include "ui/window/style_sheet.h"

#include <QApplication>
#include <QScreen>
#include <QStyle>

#include "ui/window/chrome_style.h"

namespace ui {

namespace {

constexpr int kFineScreen = 3840;   // px across

constexpr const char* kRules = R"(
QMainWindow, QMenuBar, QStatusBar, QToolBar { background: @surface; color: @text1; }
QWidget { color: @text1; }
QMenuBar::item { background: transparent; padding: 5px 9px; border: 1px solid transparent; border-radius: 4px; }
QMenuBar::item:selected, QMenu::item:selected { background: @selected; border: 1px solid @selectedEdge; }
QMenu { background: @surface; border: 1px solid @borderStrong; padding: 4px 0; }
QMenu::item { padding: 4px 23px 4px 23px; color: @text1; border: 1px solid transparent; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: 4px 0; }
QToolBar { border: 0; border-bottom: 1px solid @border; spacing: 8px; padding: 6px 12px; }
QToolBar#contextBar { padding: 2px 12px; }
QToolBar#rail { border-bottom: 0; padding: 8px 0; }
QToolBar#rail:left { border-right: 1px solid @border; }
QToolBar#rail:right { border-left: 1px solid @border; }
QToolBar#rail QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 8px 0; color: @text2; min-width: 48px; font-size: @caption; }
QToolBar#rail QToolButton:checked { background: @ink; color: @onInk; font-weight: 600; }
QToolBar#rail QToolButton:focus { border: 2px solid @ink; padding: 7px 0; }
QToolBar#contextBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 3px; color: @text1; }
QToolBar#contextBar QToolButton:hover { background: @selected; }
QToolBar#contextBar QToolButton#projectorButton, QToolBar#contextBar QToolButton#exportFigureButton {
    background: @surface; border: 1px solid @borderStrong; padding: 2px 5px 2px 9px; }
QToolBar#contextBar QToolButton#exportFigureButton:hover { background: @selected; }
QToolBar#contextBar QToolButton#projectorButton:checked { background: @ink; color: @onInk; border-color: @ink; }
QToolBar#contextBar QToolButton#undoButton:focus, QToolBar#contextBar QToolButton#redoButton:focus { border: 2px solid @ink; padding: 2px; }
QToolBar#contextBar QToolButton#projectorButton:focus, QToolBar#contextBar QToolButton#exportFigureButton:focus {
    border: 2px solid @ink; padding: 1px 4px 1px 8px; }
QStatusBar { border-top: 1px solid @border; color: @text2; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: @text2; padding: 0 8px; }
QPushButton, QToolBar[role="tools"] QToolButton {
    background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 3px 9px; color: @text1; min-height: 18px; }
QPushButton:focus, QToolButton:focus, QPlainTextEdit:focus { border: 2px solid @ink; }
QPushButton:hover, QToolBar[role="tools"] QToolButton:hover { background: @selected; }
QPushButton[role="compact"] { padding: 1px 7px; min-height: 20px; font-size: @label; }
QPushButton[primary="true"] { background: @ink; color: @onInk; border-color: @ink; }
QPushButton:disabled, QToolButton:disabled { color: @text3; border-color: @border; }
QToolBar[role="tools"] QToolButton:checked { background: @ink; color: @onInk; border-color: @ink; }
QToolBar[role="tools"] QToolButton:focus { border: 2px solid @ink; padding: 2px 8px; }
QToolBar#rail QToolButton:checked:focus, QToolBar#contextBar QToolButton#projectorButton:checked:focus,
QToolBar[role="tools"] QToolButton:checked:focus { border: 3px double @onInk; }
QToolBar#rail QToolButton:checked:focus { padding: 6px 0; }
QToolBar#contextBar QToolButton#projectorButton:checked:focus { padding: 0 3px 0 7px; }
QToolBar[role="tools"] QToolButton:checked:focus { padding: 1px 7px; }
QToolBar[role="tools"] { border: 0; background: transparent; padding: 0; spacing: 4px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 4px; }
QToolBar[role="tools"] QToolButton#qt_toolbar_ext_button { border: 0; padding: 0; background: transparent; }
QToolBar[role="tools"] QToolButton#qt_toolbar_ext_button:focus { border: 2px solid @ink; }
QPlainTextEdit { background: @surface2; border: 1px solid @borderStrong; padding: 1px; border-radius: 8px; selection-background-color: @ink; selection-color: @onInk; }
QPlainTextEdit:focus { padding: 0; }
QSplitter, QScrollArea, QScrollArea > QWidget > QWidget { background: @surface; border: 0; }
QSplitter::handle { background: @border; }
QWidget#centrePanel, QWidget#compareCentre, QWidget#emptyState, QStackedWidget { background: @surface2; }
QFrame#messageStrip { background: @errorTint; border: 0; border-bottom: 1px solid @error; }
QFrame#messageStrip QLabel#messageIcon { color: @error; font-size: @sign; padding-right: 4px; }
QFrame#messageStrip QLabel#messageWhat { color: @error; font-weight: 600; }
QFrame#walkCard, QFrame#welcomeCard { background: @surface; border: 0; border-top: 1px solid @borderStrong; }
QLabel[role="title"] { font-weight: 600; font-size: @title; }
QLabel[role="headline"] { font-weight: 600; font-size: @headline; }
QLabel[role="section"] { font-weight: 600; font-size: @label; color: @text1; }
QLabel[role="note"], QLabel[role="caption"] { font-size: @label; color: @text2; }
QLabel[role="small"] { font-size: @caption; color: @text3; }
QFrame[role="rule"] { background: @border; border: 0; }
QFrame#futureCard { background: @surface2; border: 1px solid @border; border-radius: 8px; }
QFrame#futureCard QLabel[tone="warn"] { color: @warn; }
QFrame#effectCard, QFrame#contextCard { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame#effectCard QLabel[tone="warn"] { color: @warn; }
QFrame#effectCard QLabel[tone="error"], QFrame#contextCard QLabel[tone="error"], QLabel#costNote[tone="error"] { color: @error; }
QFrame#headsFilter, QFrame#linkPanel { background: @surface; border: 1px solid @borderStrong; border-radius: 8px; }
QFrame#searchCard { background: @surface; border: 1px solid @borderStrong; border-radius: 10px; }
QLineEdit#searchField { background: transparent; border: 0; padding: 0; color: @text1; font-size: @title;
    selection-background-color: @ink; selection-color: @onInk; }
QListView#searchList { background: @surface; border: 0; }
QSpinBox[role="number"], QLineEdit[role="number"] { background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 1px 3px; color: @text1;
    selection-background-color: @ink; selection-color: @onInk; }
QSpinBox[role="number"]:focus, QLineEdit[role="number"]:focus { border: 2px solid @ink; padding: 0 2px; }
QSpinBox[role="number"]:disabled { color: @text3; border-color: @border; }
QFrame#patternGallery { background: @surface; border: 1px solid @borderStrong; border-radius: 8px; }
QListView#galleryList { background: @surface; border: 0; }
QListView#headsList { background: @surface; border: 0; }
QLabel[role="expression"] { color: @text3; }
QLabel[role="tag"] { background: @sunken; color: @text2; border-radius: 4px; padding: 2px 8px; font-size: @label; }
QFrame#noticeStrip { background: @warnTint; border: 1px solid @warnEdge; border-radius: 6px; }
QFrame#noticeStrip QLabel { color: @warn; font-size: @label; }
QToolButton#computeAgainHere, QToolButton#computeAgainFirst, QToolButton#closeSecond, QToolButton#linkThreshold {
    background: @surface; border: 1px solid @borderStrong; border-radius: 6px; padding: 1px 8px; color: @text1; font-size: @label; }
QToolButton#computeAgainHere:hover, QToolButton#computeAgainFirst:hover, QToolButton#closeSecond:hover, QToolButton#linkThreshold:hover { background: @selected; }
QToolButton#computeAgainHere:focus, QToolButton#computeAgainFirst:focus, QToolButton#closeSecond:focus, QToolButton#linkThreshold:focus {
    border: 2px solid @ink; padding: 0 7px; }
QToolButton#linkThreshold:focus { padding-right: 15px; }
QToolTip { background: @ink; color: @onInk; border: 0; padding: 6px 8px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @borderStrong; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

}   // namespace

Look prepareApplication()
{
    const bool moves = QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;   // of the platform's own style
    const QScreen* screen = QGuiApplication::primaryScreen();
    const bool isFine = screen && screen->devicePixelRatio() <= 1.0 && screen->size().width() >= kFineScreen;   // and not scaled by the platform
    const Look look{.textPercent = isFine ? 125 : 100, .motion = moves ? Motion::Full : Motion::Reduced};
    QApplication::setStyle(new ChromeStyle);
    applyLook(Theme::of(look));
    return look;
}

void applyLook(const Theme& theme)
{
    QApplication::setFont(theme.font(TextStyle::Body));
    QApplication::setPalette(paletteOf(theme));
    ChromeStyle::setMotion(theme.look.motion);
}

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, theme.surface},         {QPalette::Base, theme.surface},
        {QPalette::AlternateBase, theme.surface2}, {QPalette::Button, theme.surface},
        {QPalette::WindowText, theme.text1},       {QPalette::Text, theme.text1},
        {QPalette::ButtonText, theme.text1},       {QPalette::PlaceholderText, theme.text3},
        {QPalette::BrightText, theme.onInk},       {QPalette::Highlight, theme.selected},
        {QPalette::HighlightedText, theme.text1},  {QPalette::ToolTipBase, theme.ink},
        {QPalette::ToolTipText, theme.onInk},      {QPalette::Mid, theme.border},
        {QPalette::Dark, theme.borderStrong},      {QPalette::Link, theme.query},
    };
    for (const auto& [role, color] : roles) palette.setColor(role, color);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.text3);
    return palette;
}

QString styleSheet(const Theme& theme)
{
    const bool tints = theme.warnTint != theme.surface;   // what is not tinted is framed
    const auto pixels = [&](TextStyle style) { return QStringLiteral("%1px").arg(theme.font(style).pixelSize()); };
    // Longer names first: "@text1" must not be met by a name that it begins with.
    const std::pair<const char*, QString> values[] = {
        {"@selectedEdge", (tints ? theme.selected : theme.ink).name()},
        {"@borderStrong", theme.borderStrong.name()},
        {"@errorTint", theme.errorTint.name()},
        {"@warnTint", theme.warnTint.name()},
        {"@warnEdge", (tints ? theme.warnTint : theme.warn).name()},
        {"@surface2", theme.surface2.name()},
        {"@selected", theme.selected.name()},
        {"@headline", pixels(TextStyle::Headline)},
        {"@caption", pixels(TextStyle::Caption)},
        {"@surface", theme.surface.name()},
        {"@sunken", theme.sunken.name()},
        {"@border", theme.border.name()},
        {"@error", theme.error.name()},
        {"@text1", theme.text1.name()},
        {"@text2", theme.text2.name()},
        {"@text3", theme.text3.name()},
        {"@onInk", theme.onInk.name()},
        {"@label", pixels(TextStyle::Label)},
        {"@title", pixels(TextStyle::Title)},
        {"@sign", QStringLiteral("%1px").arg(theme.scaled(18))},
        {"@warn", theme.warn.name()},
        {"@ink", theme.ink.name()},
    };
    QString sheet = QString::fromUtf8(kRules);
    for (const auto& [name, value] : values) sheet.replace(QLatin1String(name), value);
    return sheet;
}

}   // namespace ui
