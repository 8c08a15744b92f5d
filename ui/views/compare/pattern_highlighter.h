// Colours an expression as its blocks are coloured: what a pattern's brackets hold has the hue of the pattern.
#pragma once

#include <optional>
#include <vector>

#include <QSyntaxHighlighter>

#include "ui/state/pattern_parts.h"
#include "ui/theme/theme.h"

namespace ui {

// A piece of an expression in one colour, in UTF-16 units.
struct ExpressionPiece {
    enum class Kind { Pattern, Operator, Unknown };   // unknown: a word that names no pattern
    qsizetype begin = 0;
    qsizetype end = 0;
    Kind kind = Kind::Operator;
    std::optional<BlockKind> family{};   // of a pattern; null: it has no hue
    friend bool operator==(const ExpressionPiece&, const ExpressionPiece&) = default;
};

// Of any text, also one that does not parse: quotes and brackets that are open reach to its end. Spaces are in no piece.
[[nodiscard]] std::vector<ExpressionPiece> expressionPieces(const QString& text);

class PatternHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setTheme(const Theme& theme);

protected:
    void highlightBlock(const QString& line) override;

private:
    Theme m_theme = Theme::light();
};

}   // namespace ui
