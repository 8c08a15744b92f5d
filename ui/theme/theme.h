// Theme: every colour and font of the program, by the token names of the design specification (§2). Style sheets, painting code and plot
// pens all read this one value. Chrome is grey and ink; a hue always means data, a role, a warning or an error.
#pragma once

#include <QColor>
#include <QFont>

namespace ui
{

enum class ThemeKind { Light, Dark };

// Type styles by use; sizes in pixels at text scale 1.
enum class TextStyle { Display, Headline, Title, Body, Label, Caption, Micro };
// Numbers that stand in a column, change while shown or belong to a formula use the number face, so that digits never jump.
enum class Face { Interface, Number };

struct Theme {
    ThemeKind kind = ThemeKind::Light;

    QColor background;     // window behind panels
    QColor surface;        // panels, menus, dialogs
    QColor surface2;       // canvas around plots, text fields
    QColor sunken;         // bar tracks, tags, formula boxes
    QColor border;         // panel edges, rules
    QColor borderStrong;   // control outlines, plot frames
    QColor selected;       // selected list row, active column band
    QColor text1;          // body
    QColor text2;          // labels
    QColor text3;          // captions, axis numbers; never below 11 px
    QColor ink;            // primary button, active tab, pin, focus ring, tooltip
    QColor onInk;          // text on ink
    QColor grid;           // chart grid lines
    QColor mask;           // ground of the hatch for absent pairs
    QColor maskLine;       // its lines
    QColor query, queryTint;
    QColor key, keyTint;
    QColor value, valueTint;
    QColor output, outputTint;
    QColor warn, warnTint;
    QColor error, errorTint;

    double textScale = 1.0;   // user's text scale, 0.9 … 2

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    [[nodiscard]] static Theme of(ThemeKind kind) { return kind == ThemeKind::Light ? light() : dark(); }
    friend bool operator==(const Theme&, const Theme&) = default;

    // Inter and JetBrains Mono, or DejaVu, or what the system has; never below the style's size.
    [[nodiscard]] QFont font(TextStyle style, Face face = Face::Interface) const;
    [[nodiscard]] QFont strongFont(TextStyle style, Face face = Face::Interface) const;   // the same, weight 600
};

// Ink or white, whichever can be read on `ground` (Rec. 601 luma, threshold one half).
[[nodiscard]] QColor readableOn(const QColor& ground);

}   // namespace ui
