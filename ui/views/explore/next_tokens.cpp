#include "ui/views/explore/next_tokens.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/plot/focus_ring.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/share_list.h"

namespace ui {

NextTokens::NextTokens(QWidget* parent) :
    QWidget(parent),
    m_title(new ElidingLabel(this)),
    m_effect(new QLabel(this)),
    m_line(new QHBoxLayout),
    m_append(new QPushButton(tr("Append"), this)),
    m_shares(new ShareList(this))
{
    setObjectName(QStringLiteral("nextPanel"));
    m_title->setObjectName(QStringLiteral("nextTitle"));
    m_title->setProperty("role", QStringLiteral("caption"));
    m_effect->setObjectName(QStringLiteral("nextEffect"));
    m_effect->setProperty("role", QStringLiteral("caption"));
    m_append->setObjectName(QStringLiteral("appendNext"));
    m_append->setProperty("role", QStringLiteral("compact"));
    m_append->setFocusPolicy(Qt::TabFocus);   // a click must not take the caret from the sentence
    m_shares->setObjectName(QStringLiteral("nextTokens"));
    m_shares->setAccessibleName(tr("Most likely next tokens"));
    m_shares->setFlow(ShareFlow::Across);
    m_shares->setFocusPolicy(Qt::TabFocus);
    m_line->setContentsMargins(kRingRoom, 0, 0, 0);   // as the list below
    m_line->setSpacing(8);
    m_line->addWidget(m_title, 1);
    m_line->addWidget(m_append);
    m_effect->setContentsMargins(kRingRoom, 0, 0, 0);
    m_effect->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(m_line);
    layout->addWidget(m_shares);
    layout->addWidget(m_effect);
    connect(m_append, &QPushButton::clicked, this, &NextTokens::appendFirst);
    connect(m_shares, &ShareList::rowChosen, this, [this](int row) { append(std::size_t(row)); });
    refresh();
}

void NextTokens::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    if (m_appended && (record->text != m_appended->text || record->model != m_appended->model)) m_appended.reset();
    refresh();
    if (isOfDocument() && std::exchange(m_isWanted, false)) appendFirst();
}

void NextTokens::showDocument(const DocumentState& document, Side side)
{
    m_isWanted = m_isWanted && document.textOf(side) == m_text;
    m_text = document.textOf(side);
    m_plan = document.plan;
}

void NextTokens::showStanding(Standing standing)
{
    m_standing = standing;
    refresh();
}

QString NextTokens::reasonAgainst(const NextTokenChance& chance) const
{
    const core::Tokens& tokens = m_record->recording->tokens;
    if (m_standing == Standing::Previous || m_standing == Standing::Stopped) return tr("These are of an older text.");
    if (isCut()) return tr("The text goes on behind the last token that was computed.");
    if (tokens.size() > 1 && tokens.items.back().span.empty()) return tr("The model's own end token stands behind the text.");
    if (chance.kind == NextPiece::Control) return tr("%1 is a control token, not text: it cannot be written.").arg(chance.label);
    if (chance.kind == NextPiece::PartOfCharacter) return tr("%1 is a part of a character: text holds whole ones only.").arg(chance.label);
    return {};
}

void NextTokens::refresh()
{
    const bool has = m_record && !m_record->next.empty();
    setVisible(has);
    if (!has) return m_shares->setRows({});
    std::vector<ShareRow> rows;
    for (const NextTokenChance& chance : m_record->next) {
        const QString against = reasonAgainst(chance);
        ShareRow row{.label = chance.label, .share = chance.probability, .value = percent(chance.probability), .second = {}, .tip = {}};
        if (m_record->own) row.second = tr("own %1").arg(percent(chance.own));
        if (chance.candidacy == core::Candidacy::Entered) row.second = tr("new, %1").arg(row.second);
        if (chance.candidacy == core::Candidacy::Left) row.second = tr("dropped out, %1").arg(row.second);
        row.kind = against.isEmpty() ? ShareRow::Kind::Choosable : ShareRow::Kind::Plain;
        row.tip = against.isEmpty() ? tr("Appends %1 to the text").arg(quoted(chance.piece)) : against;
        rows.push_back(std::move(row));
    }
    m_shares->setRows(std::move(rows));
    showTitle();
    showEffect();
    const QString against = reasonAgainst(m_record->next.front());
    m_append->setEnabled(against.isEmpty());
    m_append->setToolTip(against.isEmpty() ? tr("Appends %1, the most likely token (Ctrl+Enter)").arg(quoted(m_record->next.front().piece))
                                           : against);
    m_append->setAccessibleDescription(m_append->toolTip());
}

// Of a text that is cut nobody knows: the piece lies behind what was computed.
bool NextTokens::isReadAnew() const { return m_appended && !isCut() && m_record->recording->tokens.ids() != m_appended->expected; }

void NextTokens::showTitle()
{
    m_title->setToolTip({});
    if (isReadAnew()) {
        m_title->setText(tr("Read anew: the piece joined others"));
        m_title->setToolTip(tr("The tokenizer cuts the text as a whole: together with what stood before it, the piece that was appended is other "
                               "tokens than\nthe one that was chosen."));
    } else if (isCut()) {
        m_title->setText(tr("Next after token %1, the last computed").arg(printedCount(m_record->recording->size() - 1)));
    } else {
        m_title->setText(m_record->own ? tr("Next token") : tr("Next token after the last"));
    }
}

void NextTokens::showEffect()
{
    m_effect->setVisible(m_record->own || m_record->ownProblem);
    if (m_record->own) {
        m_effect->setText(tr("KL(own ‖ plan) %1 nats").arg(printedWeight(m_record->own->divergence)));
        m_effect->setToolTip(
            tr("Kullback-Leibler divergence Σ own · ln(own / plan) over all tokens that may come next: own is what the model gives them with its own "
               "attention, plan with this one.\n0 where both are the same. An effect of the plan on this text, not an explanation: heads can make up "
               "for one another."));
    } else if (m_record->ownProblem) {
        m_effect->setText(tr("own attention: not computed"));
        m_effect->setToolTip(QString::fromStdString(m_record->ownProblem->what + ' ' + m_record->ownProblem->remedy).trimmed());
    }
    placeEffect();
}

// Beside the title, else below all, where it wraps.
void NextTokens::placeEffect()
{
    const QMargins around = m_effect->contentsMargins();
    const int effect = m_effect->fontMetrics().horizontalAdvance(m_effect->text()) + around.left() + around.right() + 2;
    const int needed = m_title->sizeHint().width() + effect + m_append->sizeHint().width() + 2 * m_line->spacing() + kRingRoom;
    const bool beside = needed <= width(), isBeside = m_line->indexOf(m_effect) >= 0;
    if (beside == isBeside) return;
    m_effect->setWordWrap(!beside);
    if (beside) {
        layout()->removeWidget(m_effect);
        m_line->insertWidget(1, m_effect);
    } else {
        m_line->removeWidget(m_effect);
        layout()->addWidget(m_effect);
    }
}

void NextTokens::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeEffect();
}

void NextTokens::appendFirst()
{
    m_isWanted = m_record && !isOfDocument();
    if (!m_isWanted) append(0);
}

void NextTokens::append(std::size_t candidate)
{
    if (!isOfDocument() || candidate >= m_record->next.size()) return;
    const NextTokenChance chance = m_record->next[candidate];   // a copy: the signal brings another record
    if (!reasonAgainst(chance).isEmpty()) return;
    m_appended = Appended{.model = m_record->model, .text = m_record->text + chance.piece, .expected = m_record->recording->tokens.ids()};
    m_appended->expected.push_back(chance.id);
    Q_EMIT appended(chance.piece);
}

void NextTokens::setTheme(const Theme& theme)
{
    m_shares->setTheme(theme);
    placeEffect();
}

}   // namespace ui
