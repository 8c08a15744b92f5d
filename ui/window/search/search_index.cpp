#include "ui/window/search/search_index.h"

#include <QAction>

#include "ui/state/document.h"
#include "ui/state/tr.h"
#include "ui/views/explore/heads/head_words.h"

namespace ui {

namespace {

// Words of the reader's language.
QString wordOfLayers() { return tr("layer"); }
QString wordOfHeads() { return tr("head"); }
QString wordOfTokens() { return tr("token"); }
QString nameOf(Side side) { return side == Side::First ? tr("first sentence") : tr("second sentence"); }

QString keysOf(const QAction& action) { return action.shortcut().toString(QKeySequence::NativeText); }

constexpr core::Index kNeighbours = 4;   // tokens shown on either side of one

}   // namespace

SearchIndex::SearchIndex(SearchSources sources) : m_sources(std::move(sources)), m_values(m_sources.records[0], m_sources.scoring)
{
    for (const MenuEntry& entry : m_sources.actions) m_names.push_back(plainTitle(entry.action->text()));
    for (const Side side : kSides) readTokens(side);
}

void SearchIndex::readTokens(Side side)
{
    const ExploreRecordPtr& record = m_sources.records[std::size_t(side)];
    if (!record) return;
    const core::Tokens& tokens = record->recording->tokens;
    core::Index word = -1;
    QString wordText;
    for (core::Index i = 0; i < tokens.size(); ++i) {
        if (record->words && record->words->wordOf(i) != word) {
            word = record->words->wordOf(i);
            wordText = QString::fromStdString(core::wordLabel(tokens, record->words->tokensOf(word)));
        }
        m_tokens.push_back(
            {.side = side, .position = i, .name = QString::fromStdString(tokens.label(i)), .number = QString::number(i), .word = wordText});
    }
}

SearchResult SearchIndex::find(const QString& typed) const
{
    const SearchQuery query(typed, {.layer = wordOfLayers(), .head = wordOfHeads()});
    if (query.isEmpty()) return {.rows = usual()};
    SearchResult result;
    const auto add = [&](std::size_t count, const auto& thingAt, const auto& distance) {
        const Nearest nearest = nearestOf(count, kMostOfKind, distance);
        result.total += nearest.total;
        for (const Found& found : nearest.kept) {
            result.rows.push_back(rowOf(thingAt(found.thing)));
            result.rows.back().distance = found.distance;
        }
    };
    add(
        m_names.size(), [&](std::size_t i) -> const MenuEntry& { return m_sources.actions[i]; },
        [&](std::size_t i) { return query.distanceTo(Searched{.name = m_names[i], .around = m_sources.actions[i].path}); });
    if (const ExploreRecordPtr& record = m_sources.records[0]) {
        const auto headAt = [perLayer = record->recording->heads()](std::size_t i) {
            return core::HeadId{core::Index(i) / perLayer, core::Index(i) % perLayer};
        };
        add(record->maps.size(), headAt, [&](std::size_t i) { return query.distanceTo(headAt(i)); });
    }
    const QString kind = wordOfTokens();
    add(
        m_tokens.size(), [&](std::size_t i) -> const Token& { return m_tokens[i]; },
        [&](std::size_t i) {
            const Token& token = m_tokens[i];
            return query.distanceTo(Searched{.name = token.name, .number = token.number, .around = token.word, .kind = kind});
        });
    std::ranges::stable_sort(result.rows, {}, [](const SearchRow& row) { return std::pair(!row.isEnabled, row.distance); });
    for (SearchRow& row : result.rows) row.typed = query.lettersIn(row.name);
    return result;
}

std::vector<SearchRow> SearchIndex::usual() const
{
    std::vector<SearchRow> rows;
    const auto add = [&](const MenuEntry& entry) {
        const auto isThere = [&](const SearchRow& row) { return row.target.action == entry.action; };
        if (entry.action && entry.isEnabled && std::ranges::none_of(rows, isThere)) rows.push_back(rowOf(entry));
    };
    for (const QAction* recent : m_sources.recent)
        for (const MenuEntry& entry : m_sources.actions)
            if (entry.action == recent) add(entry);
    for (const MenuEntry& entry : m_sources.actions)
        if (entry.action && !entry.action->shortcut().isEmpty()) add(entry);
    return rows;
}

// It may have gone since the menus were read, which were then rebuilt.
SearchRow SearchIndex::rowOf(const MenuEntry& entry) const
{
    SearchRow row{.target = {.kind = SearchKind::Action, .action = entry.action}, .isEnabled = entry.action && entry.isEnabled};
    row.context = entry.path;
    if (!entry.action) return row;
    row.isOn = entry.action->isChecked();
    row.name = plainTitle(entry.action->text());
    row.keys = keysOf(*entry.action);
    return row;
}

SearchRow SearchIndex::rowOf(core::HeadId head) const
{
    const ExploreRecordPtr& record = m_sources.records[0];
    const std::size_t i = record->indexOf(head);
    SearchRow row{.target = {.kind = SearchKind::Head, .head = head}};
    row.name = nameOf(head);
    if (const std::optional<double> value = m_values.value(i, m_sources.measure))
        row.context = nameOf(m_sources.measure) + u' ' + printedValue(value, m_sources.measure);
    row.picture = i < record->heads.size() ? &record->heads[i].thumbnail : nullptr;
    return row;
}

SearchRow SearchIndex::rowOf(const Token& token) const
{
    SearchRow row{.target = {.kind = SearchKind::Token, .token = token.position, .side = token.side}};
    row.name = shortened(token.name);
    row.number = token.number;
    showNeighbours(row, token);
    return row;
}

// "… sat on the mat because …", where the token is marked.
void SearchIndex::showNeighbours(SearchRow& row, const Token& token) const
{
    const core::Tokens& tokens = m_sources.records[std::size_t(token.side)]->recording->tokens;
    const core::Index from = std::max<core::Index>(0, token.position - kNeighbours), to = std::min(tokens.size(), token.position + kNeighbours + 1);
    if (m_sources.records[std::size_t(Side::Second)])
        row.context = nameOf(token.side) + QStringLiteral(": ") + QChar(0x2068);   // first strong isolate: the sentence has its own direction
    if (from > 0) row.context += QStringLiteral("… ");
    for (core::Index i = from; i < to; ++i) {
        if (i > from && tokens.items[std::size_t(i)].wordStart) row.context += u' ';
        const qsizetype begin = row.context.size();
        row.context += shortened(QString::fromStdString(tokens.label(i)));
        if (i == token.position) row.inContext = {begin, row.context.size()};
    }
    if (to < tokens.size()) row.context += QStringLiteral(" …");
}

}   // namespace ui
