#include "ui/window/message_strip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

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
    QFrame(parent), m_what(wrappingLabel("messageWhat", this)), m_remedy(wrappingLabel("messageRemedy", this))
{
    setObjectName(QStringLiteral("messageStrip"));
    setAccessibleName(tr("Problem"));
    auto* icon = new QLabel(this);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(20, 20));
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
    layout->addWidget(copy, 0, Qt::AlignTop);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QStringLiteral("Fovea %1: %2").arg(QLatin1String(core::version()), text())); });
    connect(dismiss, &QPushButton::clicked, this, &MessageStrip::dismiss);
    hide();
}

void MessageStrip::show(ProblemSource source, const core::Error& error)
{
    m_errors[source] = error;
    refresh();
}

void MessageStrip::clear(ProblemSource source)
{
    if (m_errors.erase(source) > 0) refresh();
}

QString MessageStrip::text() const
{
    if (m_errors.empty()) return {};
    return m_remedy->text().isEmpty() ? m_what->text() : m_what->text() + u' ' + m_remedy->text();
}

void MessageStrip::dismiss()
{
    if (!m_errors.empty()) m_errors.erase(m_errors.begin());
    refresh();
}

void MessageStrip::refresh()
{
    setVisible(!m_errors.empty());
    if (m_errors.empty()) return;
    const core::Error& error = m_errors.begin()->second;   // a model that did not open is told before a run that failed
    m_what->setText(QString::fromStdString(error.what));
    m_remedy->setText(QString::fromStdString(error.remedy));
    m_remedy->setVisible(!error.remedy.empty());
    setAccessibleDescription(text());
}

}   // namespace ui
