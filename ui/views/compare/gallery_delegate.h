// One pattern of the gallery: its picture and, below it, its name.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"

namespace ui {

class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }
    [[nodiscard]] int pictureSide() const { return m_theme.scaled(72); }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme = Theme::light();
};

}   // namespace ui
