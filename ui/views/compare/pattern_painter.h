// Painting into a pattern on the pictures themselves: while a brush is chosen, the mouse paints where it would else pin and pan, and so does Enter at
// the keyboard's cell. It says what was painted and changes nothing itself.
#pragma once

#include <QObject>

#include "core/attention/painted.h"
#include "ui/plot/attention_view.h"
#include "ui/views/compare/pattern_brush.h"

namespace ui {

class PatternPainter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void watch(AttentionView* picture);
    void setBrush(const Brush& brush);
    [[nodiscard]] const Brush& brush() const { return m_brush; }

Q_SIGNALS:
    // continues: of the same stroke as the one before.
    void painted(const core::CellBlocks& cells, core::Stroke kind, bool continues);
    void refused(const QString& sentence);   // no pair of a causal model lies there

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Along { Anywhere, Row, Column, Diagonal };
    bool press(const AttentionView& picture, const QMouseEvent& event);
    void move(const AttentionView& picture, const QMouseEvent& event);
    [[nodiscard]] Pair held(Pair cell);   // to the line that Shift keeps
    void paintTo(Pair cell, core::Index tokens);
    void paintAt(Pair cell, core::Index tokens);
    void paint(const core::CellBlocks& cells, bool continues);
    void showCursor(AttentionView& picture, std::optional<Pair> cell) const;

    QList<AttentionView*> m_pictures;
    Brush m_brush;
    std::optional<Pair> m_start, m_last;   // of the stroke under way
    Along m_along = Along::Anywhere;
};

// What one touch of a brush paints in the causal matrix of so many tokens, clipped to it; null where it touches nothing but the future.
[[nodiscard]] std::optional<core::CellBlock> touched(const Brush& brush, Pair cell, core::Index tokens);

}   // namespace ui
