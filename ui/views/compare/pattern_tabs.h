// The patterns that are compared, by number: which one is on show, one more, one less.
#pragma once

#include <vector>

#include <QAbstractButton>

#include "ui/theme/theme.h"

class QToolButton;

namespace ui {

class FlowLayout;

// A number on a chip, underlined in the colour that the pattern has in charts.
class PatternTab : public QAbstractButton {
    Q_OBJECT

public:
    PatternTab(int index, QWidget* parent);
    void setTheme(const Theme& theme);
    [[nodiscard]] QSize sizeHint() const override { return {m_theme.scaled(34), std::max(24, m_theme.scaled(26))}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_index;
    Theme m_theme = Theme::light();
};

class PatternTabs : public QWidget {
    Q_OBJECT

public:
    explicit PatternTabs(int most, QWidget* parent = nullptr);
    void showPatterns(const QStringList& patterns, int current);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void chosen(int index);
    void addAsked();
    void removeAsked(int index);

private:
    std::vector<PatternTab*> m_tabs;
    QToolButton* m_add = nullptr;
    QToolButton* m_remove = nullptr;
    int m_current = 0;
};

}   // namespace ui
