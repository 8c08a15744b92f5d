// The box beside a pair that is looked at: what the pair is and weighs and, where cells are too small to be read, the loupe.
#pragma once

#include <memory>
#include <optional>

#include <QPainter>

#include "ui/plot/loupe_painter.h"
#include "ui/plot/scene_text.h"

namespace ui {

struct PeekPlace {
    QRectF beside;                      // the pointer, or the keyboard's cell
    std::optional<QPointF> pointer{};   // never covered, if anything else can be
};

// Where a box of this size stands: right below `place`, on its other sides near edges, always inside the view.
[[nodiscard]] QRectF placedBeside(const PeekPlace& place, QSizeF box, QSize view);

class PeekBox {
public:
    explicit PeekBox(const PlotScene& scene) : m_scene(scene), m_loupe(scene) {}
    PeekBox(const PeekBox&) = delete;
    PeekBox& operator=(const PeekBox&) = delete;

    [[nodiscard]] QRect rect(const PeekPlace& place) const;   // empty without a peek
    void paint(QPainter& painter, const PeekPlace& place);
    // Where the cells of the loupe stand; none without one.
    [[nodiscard]] std::optional<MatrixGeometry> loupe(const PeekPlace& place) const;

private:
    struct Layout;
    [[nodiscard]] std::optional<Layout> layOut(const PeekPlace& place) const;   // at the origin; none without a peek
    [[nodiscard]] Layout plain(const PeekText& text) const;
    [[nodiscard]] const Layout& large(const PeekText& text, core::Index cells) const;
    [[nodiscard]] QSizeF leastOf(const PeekText& text, core::Index cells) const;
    [[nodiscard]] Layout measured(const PeekText& text, const QStringList& notes, core::Index cells) const;
    [[nodiscard]] bool fitsAnywhere(QSizeF box, double high) const;
    [[nodiscard]] bool fitsBeside(const PeekPlace& place, QSizeF box) const;

    const PlotScene& m_scene;
    LoupePainter m_loupe;
    struct Held;
    mutable std::shared_ptr<Held> m_held;   // what was measured last: a box is asked for several times between two frames
};

}   // namespace ui
