// Keys without Ctrl or Alt are shortcuts of the picture ("H" hides the first token). They must not fire while somebody types a sentence or
// searches a list by its first letters: there the letter belongs to the widget that has the focus.
#pragma once

#include <QObject>

class QWidget;

namespace ui {

class BareKeys : public QObject {
    Q_OBJECT

public:
    explicit BareKeys(QObject* parent);   // for the whole application, as long as the parent lives

    [[nodiscard]] static bool takesLetters(const QWidget& widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}   // namespace ui
