#include "ui/views/compare/reach_card.h"

#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include "core/metrics/pattern_reach.h"
#include "ui/state/numbers.h"
#include "ui/views/compare/hop_tokens.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr core::Index kMostTokens = 1024;   // that are drawn, and walked while the pointer moves

QString sentenceOf(const std::vector<int>& hops, const QString& query, core::Index layers)
{
    std::vector<int> counts(std::size_t(layers) + 1, 0);
    int never = 0;
    for (const int each : hops) each < 0 ? ++never : ++counts[std::size_t(each)];
    QStringList parts;
    for (std::size_t layer = 1; layer < counts.size(); ++layer)
        if (counts[layer] > 0)
            parts << (layer == 1 ? ReachCard::tr("%1 directly").arg(counts[layer]) : ReachCard::tr("%1 in %2 layers").arg(counts[layer]).arg(layer));
    if (never > 0) parts << ReachCard::tr("%1 never").arg(never);
    const QString itself = ReachCard::tr("It knows itself without any layer.");
    if (parts.isEmpty()) return ReachCard::tr("No token stands before %1.").arg(query) + QLatin1Char(' ') + itself;
    return ReachCard::tr("If all %1 layers had this pattern, these tokens could reach %2: %3.")
               .arg(layers)
               .arg(query, parts.join(QStringLiteral(", "))) +
           QLatin1Char(' ') + itself;
}

}   // namespace

ReachCard::ReachCard(QWidget* parent) : QWidget(parent), m_text(plainLabel<WrappedLabel>("reachText", this)), m_tokens(new HopTokens(this))
{
    setObjectName(QStringLiteral("reachCard"));
    m_text->setProperty("role", QStringLiteral("caption"));
    auto* inside = new QWidget(this);
    auto* lines = new QVBoxLayout(inside);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_text);
    lines->addWidget(m_tokens);
    lines->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area = scrolling(inside, this));
    connect(m_tokens, &HopTokens::currentMoved, this, &ReachCard::reveal);
    connect(m_tokens, &HopTokens::tokenChosen, this, [this](int token) { Q_EMIT queryChosen(token); });
}

const std::vector<int>& ReachCard::hopsOf(const Comparison& comparison, const core::LayoutPtr& layout, core::Index query)
{
    if (m_layout != layout) m_hops.clear();
    m_layout = layout;
    const auto [found, isNew] = m_hops.try_emplace(query);
    if (isNew) {
        found->second = core::hopsFrom(*layout, query, comparison.record->recording->layers());
        found->second.resize(std::size_t(query + 1));   // what follows it is no token of its past
    }
    return found->second;
}

// Once the chips stand where they will.
void ReachCard::reveal(int token)
{
    QTimer::singleShot(0, this, [this, token] {
        const QRect place = m_tokens->placeOf(token);
        const QPoint centre = m_tokens->mapTo(m_area->widget(), place.center());
        if (!place.isEmpty()) m_area->ensureVisible(centre.x(), centre.y(), 0, place.height());
    });
}

void ReachCard::show(const Comparison* comparison, int pattern, std::optional<core::Index> query)
{
    const ComparedPattern* shown = comparison ? comparison->pattern(pattern) : nullptr;
    const core::Index n = comparison ? comparison->record->recording->size() : 0;
    if (!shown || !query || *query >= n || n > kMostTokens) {
        m_text->setText(n > kMostTokens ? tr("Shown for texts of up to %1 tokens.").arg(printedCount(kMostTokens))
                                        : tr("Pin a row to see which tokens can have told it anything, and through how many layers."));
        m_query.reset();
        return m_tokens->showHops({}, {});
    }
    if (m_query == query && m_layout == shown->effect.layout) return;
    m_query = query;
    const core::Index layers = comparison->record->recording->layers();
    const std::vector<int>& hops = hopsOf(*comparison, shown->effect.layout, *query);
    QStringList labels;
    for (core::Index i = 0; i <= *query; ++i) labels << comparison->record->label(i);
    m_text->setText(sentenceOf(hops, tr("query %1 “%2”").arg(*query).arg(labels.back()), layers));
    m_tokens->showHops(labels, hops);
    m_tokens->setAccessibleName(m_text->text());
    reveal(int(*query));
}

void ReachCard::setTheme(const Theme& theme) { m_tokens->setTheme(theme); }

}   // namespace ui
