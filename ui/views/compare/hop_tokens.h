// The tokens of a text, by the number of layers in which what each of them knows reaches one query, if all layers had a pattern.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/theme/theme.h"

namespace ui {

class HopTokens : public QWidget {
    Q_OBJECT

public:
    explicit HopTokens(QWidget* parent = nullptr);

    // hops: as core::hopsFrom gives them, for the tokens up to the query; labels of as many. Empty: nothing is drawn.
    void showHops(const QStringList& labels, const std::vector<int>& hops);
    void setTheme(const Theme& theme);

    [[nodiscard]] QRect placeOf(int token) const;             // empty where there is none
    [[nodiscard]] int current() const { return m_current; }   // that keys are at

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(240)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, chipHeight()}; }

Q_SIGNALS:
    void tokenChosen(int token);
    void currentMoved(int token);   // by keys

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Chip {
        QRect place;
        int token = 0;
    };
    [[nodiscard]] int chipHeight() const;
    [[nodiscard]] std::vector<Chip> chips(int width) const;
    void paintChip(QPainter& painter, const Chip& chip) const;
    void goTo(int token);

    QStringList m_labels;
    std::vector<int> m_hops;
    int m_current = 0;
    Theme m_theme = Theme::light();
};

// What a number of hops is painted with: darker the fewer, none where it is never reached.
struct HopColors {
    QColor ground, text;
};
[[nodiscard]] HopColors hopColors(int hops, const Theme& theme);

}   // namespace ui
