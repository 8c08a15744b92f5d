// Small parts that the panels of Explore have in common.
#pragma once

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

// For what a model or a user wrote: tokens are shown as they are, "<s>" is no markup.
inline QLabel* plainLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
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
