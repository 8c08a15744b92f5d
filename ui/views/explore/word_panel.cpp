#include "ui/views/explore/word_panel.h"

#include <algorithm>

#include <QLabel>
#include <QVBoxLayout>

#include "ui/plot/axis_labels.h"
#include "ui/plot/hidden_first_map.h"
#include "ui/state/bidi.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

QString chip(const ExploreRecord& record, core::Span word, const QColor& ink, const QColor& ground)
{
    const QString label = shortened(QString::fromStdString(core::wordLabel(record.recording->tokens, word)));
    return QStringLiteral("<span style=\"color:%1; background-color:%2; font-weight:600\">&nbsp;%3&nbsp;</span>"
                          "<span style=\"color:%1; background-color:%2\">%4&nbsp;</span>")
        .arg(ink.name(), ground.name(), isolated(label).toHtmlEscaped(), placeOf(word));
}

}   // namespace

QString ruleOf(const WordPair& pair, FirstToken firstToken)
{
    const core::Index queries = pair.runs.query.size(), keys = pair.runs.key.size();
    const QString sum = WordPanel::tr("the sum over %1 key pieces").arg(printedCount(keys));
    const QString mean = WordPanel::tr("mean over %1 query pieces").arg(printedCount(queries));
    const QString rule = capitalised(queries == 1 ? sum : keys == 1 ? mean : WordPanel::tr("%1 of %2").arg(mean, sum));
    if (firstToken == FirstToken::Shown || !pair.allowed) return rule;
    if (pair.runs.key.begin == 0) return rule + WordPanel::tr(" · the picture hides this word");
    if (leavesNothing(pair.firstWeight)) return rule + WordPanel::tr(" · the hidden first word leaves nothing of this row");
    return rule + WordPanel::tr(" · first word hidden: shown as %1").arg(printedWeight(pair.weight / (1.0 - pair.firstWeight)));
}

QStringList linesOf(const ExploreRecord& record, const WordPair& pair)
{
    if (pair.pieces.empty())
        return {WordPanel::tr("%1 × %2 pieces: too many to list").arg(printedCount(pair.runs.query.size()), printedCount(pair.runs.key.size()))};
    QStringList lines;
    const PieceDecimals decimals = decimalsOf(pair);
    for (const PieceSum& piece : pair.pieces) {
        const auto allowed = std::ranges::count_if(piece.weights, [](const std::optional<float>& weight) { return weight.has_value(); });
        QStringList terms;
        for (const std::optional<float>& weight : piece.weights)
            if (weight) terms << printed(double(*weight), allowed > 1 ? decimals.weights : decimals.sums);
        const QString name = fromLeft(QStringLiteral("%1 %2:  ").arg(record.label(piece.query)).arg(piece.query));
        if (!piece.looks)
            lines << name + WordPanel::tr("looks nowhere, left out");
        else if (allowed == 0)
            lines << name + WordPanel::tr("not allowed");
        else
            lines << name + terms.join(QStringLiteral(" + ")) + (allowed > 1 ? QStringLiteral(" = ") + printed(piece.sum, decimals.sums) : QString());
    }
    return lines;
}

WordPanel::WordPanel(QWidget* parent) :
    QWidget(parent),
    m_pair(plainLabel("wordPair", this)),
    m_weight(plainLabel("wordWeight", this)),
    m_rule(plainLabel("wordRule", this)),
    m_pieces(plainLabel("wordPieces", this)),
    m_hint(plainLabel("wordHint", this))
{
    setObjectName(QStringLiteral("wordPanel"));
    setAccessibleName(tr("Weight of the words"));
    m_pair->setTextFormat(Qt::RichText);
    m_weight->setProperty("role", QStringLiteral("headline"));
    m_hint->setText(tr("One pair of their tokens:"));
    m_hint->setProperty("role", QStringLiteral("small"));
    m_rule->setProperty("role", QStringLiteral("note"));
    m_pieces->setProperty("role", QStringLiteral("number"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 0);
    layout->setSpacing(4);
    for (QLabel* label : {m_pair, m_weight, m_rule, m_pieces, m_hint}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    hide();
}

void WordPanel::show(const ExploreRecordPtr& record, const std::optional<WordPair>& pair, FirstToken firstToken, const Theme& theme)
{
    setVisible(pair.has_value());
    if (!pair) return;
    const QString words = chip(*record, pair->runs.query, theme.query, theme.queryTint) + u' ' + tr("attends to") + u' ' +
                          chip(*record, pair->runs.key, theme.key, theme.keyTint);
    m_pair->setText(directed(words, layoutDirection()));
    m_weight->setVisible(pair->allowed);
    m_weight->setText(printedWeight(pair->weight));
    m_weight->setAccessibleName(tr("Weight of the words %1").arg(m_weight->text()));
    m_rule->setText(pair->allowed ? ruleOf(*pair, firstToken) : tr("Not allowed: no pair of their tokens is."));
    m_pieces->setFont(theme.font(TextStyle::Caption, Face::Number));
    m_pieces->setText(linesOf(*record, *pair).join(u'\n'));
    m_pieces->setVisible(pair->allowed && !m_pieces->text().isEmpty());
}

}   // namespace ui
