#include "ui/views/explore/pair_header.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ui/state/bidi.h"
#include "ui/state/ledger.h"
#include "ui/state/token_boxes.h"
#include "ui/state/tr.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kRounding = 4;   // px by which the parts of a line may add up to less than the line

const QString kDot = QStringLiteral(" · ");

QLabel* note(const char* name, QWidget* parent)
{
    QLabel* label = plainLabel<WrappedLabel>(name, parent);
    label->setProperty("role", QStringLiteral("note"));
    return label;
}

// What stands for a token: its text and its position, in ink of its role.
struct Chip {
    QString label;
    core::Index position = 0;
    QColor ink, ground;

    [[nodiscard]] QString markup() const
    {
        return QStringLiteral("<span style=\"color:%1; background-color:%2; font-weight:600\">&nbsp;%3&nbsp;</span>"
                              "<span style=\"color:%1; background-color:%2\">%4&nbsp;</span>")
            .arg(ink.name(), ground.name(), label.toHtmlEscaped())
            .arg(position);
    }
    // px; a chip does not break.
    [[nodiscard]] int width(const QFont& font) const
    {
        QFont strong(font);
        strong.setWeight(QFont::DemiBold);
        return QFontMetrics(strong).horizontalAdvance(QStringLiteral(" %1 ").arg(label)) +
               QFontMetrics(font).horizontalAdvance(QStringLiteral("%1 ").arg(position));
    }
};

// Which characters the tokens of the pair are only bytes of.
QStringList partsOf(const InspectorContent& content)
{
    QStringList sentences;
    if (!content.derivation) return sentences;
    const core::Tokens& tokens = content.record->recording->tokens;
    const Pair pair = content.derivation->pair;
    for (const core::Index token : pair.query == pair.key ? std::vector{pair.query} : std::vector{pair.query, pair.key})
        if (const QString part = partOfCharacter(tokens, token); !part.isEmpty())
            sentences.append(PairHeader::tr("%1 is %2.").arg(content.record->label(token), part));
    return sentences;
}

}   // namespace

// In the window's own font; letters of others may be higher than its lines.
bool isLatin(const QString& text)
{
    constexpr char16_t kFirstOther = 0x250;
    return std::ranges::all_of(text, [](QChar letter) { return letter.unicode() < kFirstOther; });
}

// Two chips and the words between them. Where all of them fit on one line, that line's height is known without laying the markup out.
class PairLabel final : public WrappedLabel {
public:
    using WrappedLabel::WrappedLabel;
    void show(Chip query, const QString& between, Chip key)
    {
        m_query = std::move(query);
        m_between = between;
        m_key = std::move(key);
        setText(directed(m_query.markup() + m_between + m_key.markup(), layoutDirection()));
    }

private:
    [[nodiscard]] int leastWidth() const override { return std::max(m_query.width(font()), m_key.width(font())); }
    [[nodiscard]] int heightAt(int width) const override
    {
        const int whole = m_query.width(font()) + fontMetrics().horizontalAdvance(m_between) + m_key.width(font());
        if (width < whole + kRounding || !isLatin(m_query.label) || !isLatin(m_key.label)) return WrappedLabel::heightAt(width);
        if (!m_line || m_line->first != font()) m_line = {font(), WrappedLabel::heightAt(width)};
        return m_line->second;
    }

    Chip m_query, m_key;
    QString m_between;
    mutable std::optional<std::pair<QFont, int>> m_line;   // px that one line in this font is high
};

PairHeader::PairHeader(QWidget* parent) :
    QWidget(parent),
    m_source(plainLabel("inspectorSource", this)),
    m_pair(new PairLabel(this)),
    m_weight(plainLabel("inspectorWeight", this)),
    m_rank(note("inspectorRank", this)),
    m_note(note("inspectorNote", this))
{
    QLabel* title = plainLabel("inspectorTitle", this);
    title->setProperty("role", QStringLiteral("title"));
    title->setText(tr("Inspector"));
    m_source->setProperty("role", QStringLiteral("tag"));
    m_pair->setObjectName(QStringLiteral("inspectorPair"));
    m_pair->setTextFormat(Qt::RichText);
    m_weight->setProperty("role", QStringLiteral("display"));
    auto* line = new QHBoxLayout;
    line->addWidget(title);
    line->addStretch(1);
    line->addWidget(m_source);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(line);
    layout->addWidget(m_pair);
    for (QLabel* label : {m_weight, m_rank, m_note}) layout->addWidget(label);
}

void PairHeader::show(const InspectorContent& content, const Theme& theme)
{
    const auto& d = content.derivation;
    m_weight->setFont(theme.font(TextStyle::Display));
    m_source->setText(content.source == InspectorSource::Pin ? tr("Pinned") : content.source == InspectorSource::Peek ? tr("Peek") : QString());
    m_source->setVisible(!m_source->text().isEmpty());
    m_pair->setVisible(d.has_value());
    m_weight->setVisible(d && d->allowed);
    m_rank->setVisible(d && d->allowed);
    m_note->setText((partsOf(content) << explanationOf(content)).join(u' ').trimmed());
    m_note->setVisible(!m_note->text().isEmpty());
    if (!d) return;
    const ExploreRecord& record = *content.record;
    const auto [query, key] = d->pair;
    m_pair->show({record.label(query), query, theme.query, theme.queryTint}, u' ' + tr("attends to") + u' ',
                 {record.label(key), key, theme.key, theme.keyTint});
    if (d->allowed) showWeight(content);
}

// The big number is the one that the picture draws; where the picture draws none, it is the model's own, and the line below says so.
void PairHeader::showWeight(const InspectorContent& content)
{
    const Derivation& d = *content.derivation;
    const bool hides = content.firstToken == FirstToken::Hidden;
    const bool renormalised = hides && d.isRenormalisable();
    m_weight->setText(printedWeight(renormalised ? d.renormalised() : d.weight));
    m_weight->setAccessibleName(tr("Weight %1").arg(m_weight->text()));
    QString rank = renormalised ? tr("rank %1 of %2 shown keys").arg(printedCount(d.shownRank), printedCount(d.shownKeys))
                                : tr("rank %1 of %2 allowed keys").arg(printedCount(d.rank), printedCount(d.allowedKeys));
    rank += kDot + nameOf(d.head);
    if (renormalised)
        rank += kDot + tr("first token hidden, raw %1").arg(printedWeight(d.weight));
    else if (hides && d.pair.key == 0)
        rank += kDot + tr("raw weight: the first token is hidden in the picture");
    else if (hides)
        rank += kDot + tr("raw weight: the hidden first token leaves nothing of this row");
    m_rank->setText(rank);
}

QString explanationOf(const InspectorContent& content)
{
    const auto& d = content.derivation;
    if (!d) return tr("Point at a cell to see how its weight comes about. Click to keep it.");
    if (!d->allowed && d->pair.key > d->pair.query) return tr("Not allowed: a future token. The pair has no score and no weight.");
    if (!d->allowed) return tr("Not allowed by the pattern %1. The pair has no score and no weight.").arg(d->pattern);
    if (d->rule == HeadRule::Off) return tr("This head is switched off by the plan. These are the weights it would have; it writes nothing.");
    if (d->rule == HeadRule::Mean)
        return tr("The plan replaces this head by the mean of its values: each of %1 allowed keys weighs the same.")
            .arg(printedCount(d->allowedKeys));
    if (d->pooledHeads > 1)
        return tr("The plan pools key/value heads: k and v are means of %1 heads. The model was not retrained for it.")
            .arg(printedCount(d->pooledHeads));
    return {};
}

}   // namespace ui
