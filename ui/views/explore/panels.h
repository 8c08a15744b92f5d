// The panels of Explore beside each other: heads, picture, inspector. The outer ones have their natural widths until somebody drags a divider; a
// double click on it brings the natural width back.
#pragma once

#include <QSplitter>

#include "ui/state/panel_widths.h"

namespace ui {

class Panels : public QSplitter {
    Q_OBJECT

public:
    Panels(QWidget* heads, QWidget* picture, QWidget* inspector, QWidget* parent = nullptr);

    // dragged: 0 where nobody did.
    void setWidths(const PanelWidths& natural, const PanelWidths& dragged);

Q_SIGNALS:
    void widthsDragged(const ui::PanelWidths& widths);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;   // of the dividers

private:
    void place();
    PanelWidths m_natural;
    PanelWidths m_dragged;
};

}   // namespace ui
