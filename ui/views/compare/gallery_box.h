// The name of the pattern on show, if it has one; opens the gallery.
#pragma once

#include <QComboBox>
#include <QKeyEvent>
#include <QWheelEvent>

namespace ui {

class GalleryBox : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;
    void showName(const QString& name)
    {
        if (count() == 1 && itemText(0) == name) return;
        clear();
        addItem(name);
    }
    void showPopup() override { Q_EMIT asked(); }

Q_SIGNALS:
    void asked();

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void keyPressEvent(QKeyEvent* event) override
    {
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) return showPopup();
        QComboBox::keyPressEvent(event);
    }
};

}   // namespace ui
