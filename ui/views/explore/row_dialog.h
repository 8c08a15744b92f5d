// A row of the picture as a table: what its chart draws, for those who would rather read numbers. Shows the row as it was when it was asked for.
#pragma once

#include <QDialog>

#include "ui/plot/row_words.h"

namespace ui {

class RowDialog : public QDialog {
    Q_OBJECT

public:
    RowDialog(const PlotScene& scene, core::Index query, const QString& head, QWidget* parent);
};

}   // namespace ui
