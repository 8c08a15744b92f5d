// The letter of a kind of block on a ground of its hue; faint while it is off.
#pragma once

#include <algorithm>

#include <QPainter>
#include <QWidget>

#include "ui/state/pattern_hues.h"

namespace ui {

class BlockTile : public QWidget {
    Q_OBJECT

public:
    BlockTile(BlockKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

    void setTheme(const Theme& theme)
    {
        m_theme = theme;
        updateGeometry();
        update();
    }
    void setOn(bool isOn)
    {
        m_isOn = isOn;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int side = int(20 * std::min(1.4, m_theme.textScale));   // words need the room more
        return {side, side};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground = m_isOn ? hueOf(m_kind, m_theme) : m_theme.sunken;
        painter.setPen(m_isOn || m_theme.sunken != m_theme.surface ? QPen(Qt::NoPen) : QPen(m_theme.text3, 1.0));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        QFont letter = m_theme.strongFont(TextStyle::Caption);
        letter.setPixelSize(height() * 11 / 20);
        painter.setFont(letter);
        const bool isInkReadable = contrastRatio(QColor(0x161B26), ground) > contrastRatio(Qt::white, ground);
        painter.setPen(!m_isOn ? m_theme.text3 : isInkReadable ? QColor(0x161B26) : QColor(Qt::white));
        painter.drawText(rect(), Qt::AlignCenter, letterOf(m_kind));
    }

private:
    BlockKind m_kind;
    Theme m_theme = Theme::light();
    bool m_isOn = false;
};

}   // namespace ui
