// A few choices side by side in one frame; the one that holds is inked.
#pragma once

#include <vector>

#include <QAbstractButton>

#include "ui/theme/theme.h"

namespace ui {

class SegmentButton : public QAbstractButton {
    Q_OBJECT

public:
    SegmentButton(const QString& text, QWidget* parent);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme = Theme::light();
};

class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(QWidget* parent = nullptr);
    SegmentButton* add(const char* name, const QString& text, const QString& spoken);
    void setChosen(int index);   // −1: none. Says nothing back
    void setTheme(const Theme& theme);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int index);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;   // below one another where there is no room

private:
    void place();

    std::vector<SegmentButton*> m_buttons;
};

}   // namespace ui
