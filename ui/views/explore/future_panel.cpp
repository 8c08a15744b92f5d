#include "ui/views/explore/future_panel.h"

#include <QPushButton>

#include "ui/views/explore/future_card.h"
#include "ui/views/explore/future_words.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

FuturePanel::FuturePanel(QWidget* parent) :
    QWidget(parent),
    m_claim(plainLabel<WrappedLabel>("futureClaim", this)),
    m_prove(new QPushButton(tr("Prove it"), this)),
    m_card(new FutureCard(this))
{
    m_claim->setProperty("role", QStringLiteral("note"));
    m_prove->setObjectName(QStringLiteral("proveIt"));
    m_prove->setProperty("role", QStringLiteral("compact"));
    m_prove->setToolTip(tr("Runs the text again with other tokens behind this row, and compares every number before them (P)"));
    auto* line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_claim, 1);
    line->addWidget(m_prove, 0, Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_card);
    connect(m_prove, &QPushButton::clicked, this,
            [this] { Q_EMIT asked(nextQuery(m_proving.question ? std::optional(m_proving.question->query) : std::nullopt, m_side, m_row)); });
    connect(m_card, &FutureCard::asked, this, &FuturePanel::asked);
    connect(m_card, &FutureCard::closed, this, [this] {
        Q_EMIT asked(std::nullopt);
        takeKeyboard();
    });
    connect(m_card, &FutureCard::keyboardLeft, this, &FuturePanel::takeKeyboard);
    connect(m_card, &FutureCard::stopRequested, this, &FuturePanel::stopRequested);
}

void FuturePanel::show(const InspectorContent& content)
{
    if (std::exchange(m_isOfTwo, content.ofTwo.has_value()) != m_isOfTwo) showCard();
    const auto& d = content.derivation;
    m_claim->setVisible(d.has_value());
    m_prove->setVisible(d && d->pair.query + 1 < content.record->recording->size());
    if (!d) return;
    m_row = d->pair.query;
    m_side = content.ofTwo.value_or(Side::First);
    m_claim->setText(claimOf(*content.record, *d));
}

// To what asks anew, rather than to whatever comes next.
void FuturePanel::takeKeyboard()
{
    if (!m_prove->isVisible()) return Q_EMIT keyboardLeft();
    m_prove->setFocus(Qt::OtherFocusReason);
}

void FuturePanel::showProving(const FutureProving& proving)
{
    m_proving = proving;
    showCard();
}

void FuturePanel::showCard() { m_card->show(m_proving, m_isOfTwo, m_theme); }

void FuturePanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    showCard();
}

}   // namespace ui
