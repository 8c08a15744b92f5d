// How much of the text a token knows of after 1, 2 … layers of the pattern, in small pictures.
#pragma once

#include <vector>

#include <QImage>
#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;

namespace ui {

// The small pictures side by side, each with its layer and its share below.
class ReachStrip : public QWidget {
    Q_OBJECT

public:
    explicit ReachStrip(QWidget* parent = nullptr);
    void show(std::vector<double> shares, std::vector<QImage> pictures);
    void setTheme(const Theme& theme);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(240)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {leastSide(), heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Places {
        int columns = 1;
        int side = 0;    // px of a picture
        int pitch = 0;   // … and of a line with its words
    };
    [[nodiscard]] Places places(int width) const;
    [[nodiscard]] int leastSide() const;

    Theme m_theme = Theme::light();
    std::vector<double> m_shares;
    std::vector<QImage> m_pictures;
};

class PatternReach : public QWidget {
    Q_OBJECT

public:
    explicit PatternReach(QWidget* parent = nullptr);
    // shares: after 1 … L layers; empty: not known, and nothing is shown. Further layers than there are pictures of are told in words.
    void showReach(const std::vector<double>& shares, const std::vector<QImage>& pictures);
    void setTheme(const Theme& theme);

private:
    ReachStrip* m_strip;
    QLabel* m_more;
    QLabel* m_meaning;
};

}   // namespace ui
