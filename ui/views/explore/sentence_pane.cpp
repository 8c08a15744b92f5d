#include "ui/views/explore/sentence_pane.h"

namespace ui {

SentencePane::SentencePane(Session& session, Side side, const Parts& parts, QObject* parent) :
    QObject(parent), m_session(session), m_side(side), m_parts(parts)
{
    connectParts();
    showText();
    showPictureState();
}

void SentencePane::connectParts()
{
    connect(m_parts.field, &SentenceField::textEdited, this, [this](const QString& text) { m_session.setText(text, m_side); });
    connect(m_parts.field, &SentenceField::tokenHovered, this, [this](std::optional<core::Index> token) {
        m_session.peek(token ? m_parts.picture->pairOfRow(*token) : std::nullopt, m_side);
    });
    connect(m_parts.field, &SentenceField::tokenClicked, this, [this](core::Index token) {
        const std::optional<Pair> pair = m_parts.picture->pairOfRow(token);
        if (pair) m_session.setPin(m_session.selection(m_side).pin == pair ? std::nullopt : pair, m_side);
    });
    connect(m_parts.picture, &AttentionView::peeked, this, [this](std::optional<Pair> pair) { m_session.peek(pair, m_side); });
    connect(m_parts.picture, &AttentionView::doubleClickedBesideCells, this, &SentencePane::soloAsked);
    connect(m_parts.picture, &AttentionView::pinned, this, [this](std::optional<Pair> pair) { m_session.setPin(pair, m_side); });
}

void SentencePane::showText() { m_parts.field->showText(std::as_const(m_session).document().textOf(m_side)); }

void SentencePane::showRecord(const ExploreRecordPtr& record)
{
    m_record = record;
    m_parts.place->showPicture();
    m_parts.field->showRecord(record);
    showHead();
}

void SentencePane::showStanding(Standing standing)
{
    m_standing = standing;
    if (!m_record) m_parts.place->showStanding(standing);
}

Selection SentencePane::selection() const
{
    Selection selection = m_session.selection(m_side);
    if (m_record) selection.head = m_record->nearest(selection.head);
    return selection;
}

std::optional<Pair> SentencePane::pair() const
{
    const Selection selection = m_session.selection(m_side);
    return selection.peek ? selection.peek : selection.pin;
}

std::optional<double> SentencePane::peeked() const
{
    const PlotScene& scene = m_parts.picture->scene();
    if (!scene.selection.peek || !scene.holds(*scene.selection.peek)) return std::nullopt;
    const core::Cell cell = scene.shown->cell(scene.selection.peek->query, scene.selection.peek->key);
    return cell.allowed ? std::optional(double(cell.weight)) : std::nullopt;
}

void SentencePane::showHead()
{
    if (!m_record) return;
    const core::Recording& recording = *m_record->recording;
    const core::MapPtr& map = m_record->map(selection().head);
    if (m_session.view().unit == AxisUnit::Tokens || !m_record->words)
        m_parts.picture->showMap(map, AxisLabels::of(recording.tokens, recording.trainedContext));
    else
        m_parts.picture->showMap(map, AxisLabels::of(recording.tokens, *m_record->words, recording.trainedContext), m_record->words);
    Q_EMIT mapChanged();
}

void SentencePane::showSelection()
{
    const std::optional<Pair> pair = this->pair();
    m_parts.picture->setSelection(selection());
    m_parts.field->showPair(m_record && pair ? runsOf(*m_record, *pair, m_session.view().unit) : std::nullopt);
}

void SentencePane::showPictureState()
{
    const ViewState& view = m_session.view();
    m_parts.picture->setScale({.kind = view.scale});
    m_parts.picture->setHideFirst(view.firstToken == FirstToken::Hidden);
    m_parts.picture->setParts(view.parts);
    m_parts.picture->setLinkRule(view.links);
}

void SentencePane::setTheme(const Theme& theme)
{
    m_parts.field->setTheme(theme);
    m_parts.picture->setTheme(theme);
}

}   // namespace ui
