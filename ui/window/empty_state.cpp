#include "ui/window/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(const QString& builtIn, QWidget* parent) :
    QWidget(parent),
    m_builtIn(builtIn),
    m_text(new QLabel(this)),
    m_useBuiltIn(button(tr("Use the built-in model %1").arg(builtIn), "emptyBuiltIn", &EmptyState::builtInRequested)),
    m_open(button(tr("Open model folder…"), "emptyOpen", &EmptyState::openRequested)),
    m_cancel(button(tr("Cancel"), "emptyCancel", &EmptyState::cancelRequested))
{
    setObjectName(QStringLiteral("emptyState"));
    auto* headline = new QLabel(tr("Type a sentence and see where each word looks"), this);
    headline->setProperty("role", QStringLiteral("headline"));
    headline->setAlignment(Qt::AlignCenter);
    m_text->setObjectName(QStringLiteral("emptyText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setProperty("role", QStringLiteral("note"));
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    (builtIn.isEmpty() ? m_open : m_useBuiltIn)->setProperty("primary", true);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton* each : {m_useBuiltIn, m_open, m_cancel}) buttons->addWidget(each);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(headline);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addStretch(2);
    setOpening({});
}

QPushButton* EmptyState::button(const QString& title, const char* name, void (EmptyState::*signal)())
{
    auto* result = new QPushButton(title, this);
    result->setObjectName(QLatin1String(name));
    connect(result, &QPushButton::clicked, this, signal);
    return result;
}

void EmptyState::setOpening(const QString& model)
{
    m_text->setText(model.isEmpty() ? tr("Open a folder with config.json, model.safetensors and tokenizer.json, or drop it anywhere on this window.")
                                    : tr("Opening %1 …").arg(model));
    m_useBuiltIn->setVisible(model.isEmpty() && !m_builtIn.isEmpty());
    m_open->setVisible(model.isEmpty());
    m_cancel->setVisible(!model.isEmpty());
}

}   // namespace ui
