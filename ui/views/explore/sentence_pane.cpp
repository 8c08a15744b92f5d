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
    // The session hears of them while it lives: widgets that lose the focus at the window's end still say what they no longer point at.
    Session* const session = &m_session;
    AttentionView* const picture = m_parts.picture;
    const Side side = m_side;
    connect(m_parts.field, &SentenceField::textEdited, session, [session, side](const QString& text) { session->setText(text, side); });
    connect(m_parts.field, &SentenceField::tokenHovered, session, [session, picture, side](std::optional<core::Index> token) {
        session->peek(token ? picture->pairOfRow(*token) : std::nullopt, side);
    });
    connect(m_parts.field, &SentenceField::tokenClicked, session, [session, picture, side](core::Index token) {
        const std::optional<Pair> pair = picture->pairOfRow(token);
        if (pair) session->setPin(session->selection(side).pin == pair ? std::nullopt : pair, side);
    });
    connect(picture, &AttentionView::peeked, session, [session, side](std::optional<Pair> pair) { session->peek(pair, side); });
    connect(picture, &AttentionView::pinned, session, [session, side](std::optional<Pair> pair) { session->setPin(pair, side); });
    connect(m_parts.picture, &AttentionView::doubleClickedBesideCells, this, &SentencePane::soloAsked);
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
    m_parts.picture->setLoupe(view.loupe);
    m_parts.picture->setLinkRule(view.links);
}

void SentencePane::setTheme(const Theme& theme)
{
    m_parts.field->setTheme(theme);
    m_parts.picture->setTheme(theme);
}

}   // namespace ui
