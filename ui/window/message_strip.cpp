#include "ui/window/message_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "core/base/version.h"

namespace ui {

namespace {

QLabel* wrappingLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);   // names of files and tokens are shown, not interpreted
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

}   // namespace

MessageStrip::MessageStrip(QWidget* parent) :
    AlertFrame(parent), m_what(wrappingLabel("messageWhat", this)), m_remedy(wrappingLabel("messageRemedy", this)), m_offers(new QHBoxLayout)
{
    setObjectName(QStringLiteral("messageStrip"));
    setAccessibleName(tr("Problem"));
    auto* icon = new QLabel(QStringLiteral("⚠"), this);   // in the theme's colour, unlike the style's picture
    icon->setObjectName(QStringLiteral("messageIcon"));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_what);
    texts->addWidget(m_remedy);
    auto* copy = new QPushButton(tr("Copy details"), this);
    auto* dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setObjectName(QStringLiteral("dismissMessage"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    m_offers->setSpacing(8);
    m_offers->addWidget(copy, 0, Qt::AlignTop);
    m_offers->addWidget(dismiss, 0, Qt::AlignTop);
    layout->addLayout(m_offers);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QStringLiteral("Fovea %1: %2").arg(QLatin1String(core::version()), text())); });
    connect(dismiss, &QPushButton::clicked, this, &MessageStrip::dismiss);
    hide();
}

void MessageStrip::show(ProblemSource source, const core::Error& error, std::vector<Remedy> remedies)
{
    std::erase_if(m_messages, [source](const Message& message) { return message.source == source; });
    m_messages.push_back({source, error, std::move(remedies)});
    refresh();
}

void MessageStrip::clear(ProblemSource source)
{
    if (std::erase_if(m_messages, [source](const Message& message) { return message.source == source; }) > 0) refresh();
}

QString MessageStrip::text() const
{
    if (m_messages.empty()) return {};
    return m_remedy->text().isEmpty() ? m_what->text() : m_what->text() + u' ' + m_remedy->text();
}

void MessageStrip::dismiss()
{
    if (!m_messages.empty()) m_messages.pop_back();
    refresh();
}

void MessageStrip::refresh()
{
    setVisible(!m_messages.empty());
    if (m_messages.empty()) return m_spoken.clear();
    const Message& message = m_messages.back();
    m_what->setText(QString::fromStdString(message.error.what));
    m_remedy->setText(QString::fromStdString(message.error.remedy));
    m_remedy->setVisible(!message.error.remedy.empty());
    offer(message.remedies);
    if (text() != m_spoken) announce(m_spoken = text());
}

void MessageStrip::offer(const std::vector<Remedy>& remedies)
{
    for (QPushButton* button : m_buttons) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();   // it may be the one whose click led here
    }
    m_buttons.clear();
    for (const Remedy& remedy : remedies) {
        auto* button = new QPushButton(remedy.title, this);
        button->setObjectName(QLatin1String(remedy.name));
        connect(button, &QPushButton::clicked, this, [apply = remedy.apply] { apply(); });
        m_offers->insertWidget(int(m_buttons.size()), button, 0, Qt::AlignTop);
        button->show();   // the layout would do it, but only later
        m_buttons.push_back(button);
    }
}

}   // namespace ui
