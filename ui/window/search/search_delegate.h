// How a row of the search is painted: a picture, a tick or a position; the name with the typed letters in bold; where it stands; its keys; its kind.
#pragma once

#include <QStyledItemDelegate>

#include "ui/theme/theme.h"
#include "ui/window/search/search_index.h"

namespace ui {

class SearchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, m_rowHeight}; }

private:
    void paintSign(QPainter& painter, const QRect& place, const SearchRow& row, Qt::LayoutDirection direction) const;
    void paintKeys(QPainter& painter, QRect& room, const QString& keys) const;
    void paintWords(QPainter& painter, const QRect& room, const SearchRow& row) const;

    Theme m_theme = Theme::light();
    int m_rowHeight = 0;
    int m_signWidth = 0;   // of pictures, ticks and positions
    int m_kindWidth = 0;   // of the widest kind
};

}   // namespace ui
