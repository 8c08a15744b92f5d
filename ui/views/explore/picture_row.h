// Pictures side by side, equally wide to the pixel: so their cells are equally large, and what looks the same is the same.
#pragma once

#include <algorithm>

#include <QHBoxLayout>

namespace ui {

class PictureRow : public QHBoxLayout {
public:
    void setGeometry(const QRect& place) override
    {
        const int pictures = std::max(1, count()), left = (place.width() - spacing() * (pictures - 1)) % pictures;
        QHBoxLayout::setGeometry(place.adjusted(0, 0, -left, 0));
    }
};

}   // namespace ui
