// A layout whose widgets stand side by side as long as there is room, and below one another where there is not: at any width and size of text
// nothing is cut.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <QLayout>
#include <QStyle>
#include <QWidget>

namespace ui {

class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr, int across = 8, int down = 6) : QLayout(parent), m_across(across), m_down(down)
    {
        setContentsMargins(0, 0, 0, 0);
    }
    ~FlowLayout() override
    {
        while (QLayoutItem* item = takeAt(0)) delete item;
    }

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return 0 <= index && index < count() ? m_items[std::size_t(index)] : nullptr; }
    QLayoutItem* takeAt(int index) override
    {
        QLayoutItem* item = itemAt(index);
        if (item) m_items.erase(m_items.begin() + index);
        return item;
    }
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place({0, 0, width, 0}, Placing::Measure); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override
    {
        QSize least;
        for (const QLayoutItem* item : m_items)
            if (!item->isEmpty()) least = least.expandedTo(item->minimumSize());
        return least;
    }
    void setGeometry(const QRect& rect) override
    {
        QLayout::setGeometry(rect);
        place(rect, Placing::Move);
    }

private:
    enum class Placing { Measure, Move };

    static QSize sizeOf(const QLayoutItem& item, int width)
    {
        QSize size = item.sizeHint().boundedTo({width, QWIDGETSIZE_MAX}).expandedTo(item.minimumSize());
        if (item.hasHeightForWidth()) size.setHeight(item.heightForWidth(size.width()));
        return size;
    }

    // What stands in one line is centred on it.
    int place(const QRect& rect, Placing placing) const
    {
        std::vector<std::pair<QLayoutItem*, QRect>> line;
        int x = 0, y = 0, high = 0;
        const auto endLine = [&] {
            for (const auto& [item, spot] : line)
                if (placing == Placing::Move)
                    item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, spot.translated(0, (high - spot.height()) / 2)));
            line.clear();
        };
        for (QLayoutItem* item : m_items) {
            if (item->isEmpty()) continue;
            const QSize size = sizeOf(*item, rect.width());
            if (x > 0 && x + size.width() > rect.width()) {
                endLine();
                y += high + m_down;
                x = high = 0;
            }
            line.emplace_back(item, QRect(rect.topLeft() + QPoint(x, y), size));
            x += size.width() + m_across;
            high = std::max(high, size.height());
        }
        endLine();
        return y + high;
    }

    std::vector<QLayoutItem*> m_items;
    int m_across;
    int m_down;
};

}   // namespace ui
