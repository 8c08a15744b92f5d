// A place for what changes whenever the pointer moves. It tells the layouts around it of a change only when there is no longer just the room that
// is needed: laying a whole panel out takes longer than painting it.
#pragma once

#include <QEvent>
#include <QLayout>
#include <QResizeEvent>
#include <QShowEvent>
#include <QWidget>

namespace ui {

class QuietPlace : public QWidget {
public:
    QuietPlace(QWidget* content, QWidget* parent) : QWidget(parent), m_content(content)
    {
        content->setParent(this);
        setSizePolicy(content->sizePolicy());
    }
    [[nodiscard]] QSize sizeHint() const override { return m_content->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_content->minimumSizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return m_content->hasHeightForWidth(); }
    [[nodiscard]] int heightForWidth(int width) const override { return m_content->heightForWidth(width); }
    // Looks at once, where the content would send its request only when events are next handled, and a frame might be painted before that.
    void settle()
    {
        if (!isVisible()) return;
        if (m_content->layout()) m_content->layout()->activate();
        check();
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest) check();
        return QWidget::event(event);
    }
    void resizeEvent(QResizeEvent* event) override
    {
        m_content->setGeometry(rect());
        if (m_untold && event->size().width() != event->oldSize().width()) tell();   // what was right for the old width may not be for this one
    }

    void showEvent(QShowEvent* event) override
    {
        tell();   // nothing that changed while it was hidden was told to it
        QWidget::showEvent(event);
    }

private:
    [[nodiscard]] bool fits() const
    {
        const int height = hasHeightForWidth() ? heightForWidth(width()) : sizeHint().height();
        return height == this->height() && minimumSizeHint().width() <= width();
    }
    void check() { fits() ? void(m_untold = true) : tell(); }
    void tell()
    {
        m_untold = false;
        updateGeometry();
        for (QWidget* around = parentWidget(); around && around->isVisible() && around->layout(); around = around->parentWidget())
            around->layout()->activate();   // as when something in a layout is shown: no frame is painted in between
    }

    QWidget* m_content;
    bool m_untold = false;   // the layouts around know sizes of what was here before
};

}   // namespace ui
