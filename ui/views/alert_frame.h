// A frame that speaks: what appears in it is an alert to screen readers, because nobody's focus would lead there.
#pragma once

#include <QFrame>

namespace ui {

class AlertFrame : public QFrame {
    Q_OBJECT

public:
    explicit AlertFrame(QWidget* parent = nullptr);

Q_SIGNALS:
    void announced(const QString& text);   // at the moment when screen readers are told

protected:
    void announce(const QString& text);
};

}   // namespace ui
