// What painting into the pattern does now, and how large; the keys B, E, comma and full stop say the same.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/views/compare/pattern_brush.h"

class QLabel;

namespace ui {

class NumberField;
class Segments;

class PatternBrushes : public QWidget {
    Q_OBJECT

public:
    explicit PatternBrushes(QWidget* parent = nullptr);
    void showBrush(Brush brush);
    void showCausal(bool holds);   // pairs behind the query cannot be painted
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void chosen(ui::Brush brush);

private:
    void choose(Brush brush);

    Brush m_brush;
    QLabel* m_sizeLabel;
    NumberField* m_size;   // first: it stands above the others, where keys come to it first
    Segments* m_mode;
    Segments* m_shape;
    QLabel* m_note;
};

}   // namespace ui
