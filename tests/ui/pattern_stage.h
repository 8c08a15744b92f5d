// The panel of patterns on show, beside a document that keeps and undoes what it asks for.
#pragma once

#include <QScrollArea>
#include <QScrollBar>
#include <QtTest>

#include "tests/ui/offscreen.h"
#include "tests/ui/try.h"
#include "ui/views/compare/gallery_thumbnail.h"
#include "ui/views/compare/pattern_field.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/window/style_sheet.h"

namespace test {

inline std::shared_ptr<const core::Tokens> tokensOf(const std::vector<std::string>& pieces)
{
    auto tokens = std::make_shared<core::Tokens>();
    for (const std::string& piece : pieces) {
        const auto begin = core::Index(tokens->text.size());
        tokens->text += piece;
        tokens->items.push_back({.id = 1, .span = {begin, core::Index(tokens->text.size())}, .bytes = piece});
    }
    return tokens;
}

inline std::shared_ptr<const core::Tokens> story()
{
    std::vector<std::string> pieces;
    for (int i = 0; i < 192; ++i) pieces.push_back(i % 15 == 14 ? "." : " w" + std::to_string(i % 7));
    return tokensOf(pieces);
}

inline const QString kMock = QStringLiteral("causal & (window(24) | sinks(4) | global(\".\"))");

// A document of patterns as a host keeps it: every step that does not go on with the last one can be undone.
struct PatternStage {
    struct State {
        QStringList patterns;
        int current = 0;
    };
    State state{.patterns = {kMock}};
    std::vector<State> undo;
    ui::PatternPanel panel;
    std::vector<ui::Brush> brushes;
    std::vector<ui::PatternExport> exports;

    explicit PatternStage(QSize size = {280, 860}, const ui::Theme& theme = ui::Theme::light())
    {
        QObject::connect(&panel, &ui::PatternPanel::edited, &panel, [this](int index, const QString& pattern, bool typing) {
            if (!typing) undo.push_back(state);
            state.patterns[index] = pattern;
            show();
        });
        QObject::connect(&panel, &ui::PatternPanel::added, &panel, [this](const QString& pattern) {
            undo.push_back(state);
            state.patterns.append(pattern);
            state.current = int(state.patterns.size()) - 1;
            show();
        });
        QObject::connect(&panel, &ui::PatternPanel::removed, &panel, [this](int index) {
            undo.push_back(state);
            state.patterns.removeAt(index);
            state.current = std::min(index, int(state.patterns.size()) - 1);
            show();
        });
        QObject::connect(&panel, &ui::PatternPanel::chosen, &panel, [this](int index) {
            state.current = index;
            show();
        });
        QObject::connect(&panel, &ui::PatternPanel::brushChosen, &panel, [this](ui::Brush brush) { brushes.push_back(brush); });
        QObject::connect(&panel, &ui::PatternPanel::exportAsked, &panel, [this](ui::PatternExport kind) { exports.push_back(kind); });
        panel.setGallery(ui::PatternGallery::builtIn());
        panel.showTokens(story(), true);
        look(theme);
        show();
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel, kPatience));
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
    void look(const ui::Theme& theme)
    {
        ui::applyLook(theme);
        panel.setStyleSheet(ui::styleSheet(theme));
        panel.setTheme(theme);
    }
    void showReach()
    {
        std::vector<QImage> pictures;
        const core::Pattern patterns[] = {*core::Pattern::parse("causal & (window(4) | sinks(2) | landmarks(9, 20))"), core::Pattern::causal(),
                                          core::Pattern::causal()};
        for (const core::Pattern& each : patterns) pictures.push_back(ui::patternThumbnail(each, true, 76, ui::Theme::light()));
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
    ui::PatternField& field() { return widget<ui::PatternField>("patternExpression"); }
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

}   // namespace test
