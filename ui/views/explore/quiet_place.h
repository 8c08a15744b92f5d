// A place for what changes whenever the pointer moves. It tells the layouts around it of a change only when there is no longer just the room that
// is needed: laying a whole panel out takes longer than painting it. Its content has no fixed sizes and is hidden only together with its place.
#pragma once

#include <QCoreApplication>
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
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const QSize least = m_content->minimumSizeHint();
        m_toldWidth = least.width();
        return least;
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return m_content->hasHeightForWidth(); }
    [[nodiscard]] int heightForWidth(int width) const override { return m_content->heightForWidth(width); }

    // Looks at once, where the content would send its request only when events are next handled, and a frame might be painted before that.
    void settle()
    {
        if (!isVisible()) return;
        if (m_content->layout()) m_content->layout()->activate();
        if (!fits()) tell();
    }

protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest && !fits()) tell();
        return QWidget::event(event);
    }
    // What was right for the old width may not be for this one; the layout that is at work would undo what is told to it now.
    void resizeEvent(QResizeEvent* event) override
    {
        m_content->setGeometry(rect());
        if (event->size().width() != event->oldSize().width()) QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
    }
    void showEvent(QShowEvent* event) override
    {
        tell();   // nothing that changed while it was hidden was told to it
        QWidget::showEvent(event);
    }

private:
    // Neither too low or high, nor too narrow, nor as wide as it is only because more was needed before.
    [[nodiscard]] bool fits() const
    {
        const int least = m_content->minimumSizeHint().width();
        const int height = hasHeightForWidth() ? heightForWidth(width()) : sizeHint().height();
        return height == this->height() && least <= width() && (m_toldWidth <= least || m_toldWidth < width());
    }
    // As when something in a layout is shown: no frame is painted before the layouts around have made room, and the area that they scroll in.
    void tell()
    {
        updateGeometry();
        QWidget* around = parentWidget();
        for (; around && around->isVisible() && around->layout(); around = around->parentWidget()) around->layout()->activate();
        if (around) QCoreApplication::sendPostedEvents(around, QEvent::LayoutRequest);
    }

    QWidget* m_content;
    mutable int m_toldWidth = 0;   // px, the least width as the layouts around know it
};

}   // namespace ui
