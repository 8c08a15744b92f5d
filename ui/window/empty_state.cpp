#include "ui/window/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(QWidget* parent) : QWidget(parent), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("emptyState"));
    auto* headline = new QLabel(tr("Type a sentence and see where each word looks"), this);
    headline->setProperty("role", QStringLiteral("headline"));
    headline->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setProperty("role", QStringLiteral("note"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    auto* open = new QPushButton(tr("Open model folder…"), this);
    open->setObjectName(QStringLiteral("emptyOpen"));
    open->setProperty("primary", true);
    connect(open, &QPushButton::clicked, this, &EmptyState::openRequested);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(headline);
    layout->addWidget(m_text);
    layout->addWidget(open, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    setOpening({});
}

void EmptyState::setOpening(const QString& model)
{
    m_text->setText(model.isEmpty() ? tr("Open a folder with config.json, model.safetensors and tokenizer.json, or drop it anywhere on this window.")
                                    : tr("Opening %1 …").arg(model));
}

}   // namespace ui
