// Small parts that the panels of Explore have in common.
#pragma once

#include <QEnterEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

// The style sheet knows labels by their role.
inline QLabel* roleLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QLatin1String(role));
    return label;
}

// Its text can be selected by the mouse. Only while the pointer is on it, or something is selected: a label that can be selected from holds a
// document, which takes ten times as long to measure and to paint, and panels change many labels whenever the pointer moves over the picture.
class SelectableLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void enterEvent(QEnterEvent* event) override
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        QLabel::enterEvent(event);
    }
    void leaveEvent(QEvent* event) override
    {
        if (!hasSelectedText()) setTextInteractionFlags(Qt::NoTextInteraction);
        QLabel::leaveEvent(event);
    }
};

// For what a model or a user wrote: tokens are shown as they are, "<s>" is no markup.
inline QLabel* plainLabel(const char* name, QWidget* parent)
{
    auto* label = new SelectableLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

// Higher than its place, not wider: whoever lets text grow much lets its panel be scrolled across as well.
inline QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);   // what is in it has the keyboard, and what it leaves scrolls
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

}   // namespace ui
