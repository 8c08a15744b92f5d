// Theme: every colour and font of the program, by the token names of the design specification (§2). Style sheets, painting code and plot
// pens all read this one value. Chrome is grey and ink; a hue always means data, a role, a warning or an error.
#pragma once

#include <QColor>
#include <QFont>
#include <QStringList>

#include "ui/theme/look.h"

namespace ui
{

// Type styles by use; sizes in pixels at text scale 1.
enum class TextStyle { Display, Headline, Title, Body, Label, Caption, Micro };
// Numbers that stand in a column, change while shown or belong to a formula use the number face, so that digits never jump.
enum class Face { Interface, Number };

struct Theme {
    Look look;   // what all this follows from

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

    double textScale = 1.0;   // of the look: what the reader chose, times what a projector needs

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    [[nodiscard]] static Theme contrast();   // black on white, borders as dark as text, no tints
    [[nodiscard]] static Theme of(const Look& look);
    friend bool operator==(const Theme&, const Theme&) = default;

    [[nodiscard]] int scaled(double pixels) const { return qRound(pixels * textScale); }   // room for text

    // Inter and JetBrains Mono, or DejaVu, or what the system has; never below the style's size.
    [[nodiscard]] QFont font(TextStyle style, Face face = Face::Interface) const;
    [[nodiscard]] QFont strongFont(TextStyle style, Face face = Face::Interface) const;   // the same, weight 600
};

// The first of these families that this machine has, else the system's own. Asking the font matcher for a missing one would give whatever it
// likes, in any width.
[[nodiscard]] QString firstInstalled(const QStringList& wanted, const QStringList& installed, const QString& systems);

// Ink or white, whichever can be read on `ground` (Rec. 601 luma, threshold one half).
[[nodiscard]] QColor readableOn(const QColor& ground);

}   // namespace ui
