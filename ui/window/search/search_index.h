// Everything that can be searched for at one moment: actions of the menus, heads of the record on show, tokens of its sentences. Read once when the
// search opens; each query then makes only the rows that are shown.
#pragma once

#include <vector>

#include "ui/state/explore_record.h"
#include "ui/state/side.h"
#include "ui/views/explore/heads/head_values.h"
#include "ui/window/menu_entries.h"
#include "ui/window/search/search_query.h"

namespace ui {

enum class SearchKind { Action, Head, Token };   // equally near ones stand in this order

// What a row of the search leads to.
struct SearchTarget {
    SearchKind kind = SearchKind::Action;
    QPointer<QAction> action{};
    core::HeadId head{};
    core::Index token = 0;
    Side side = Side::First;
    friend bool operator==(const SearchTarget&, const SearchTarget&) = default;
};

struct SearchRow {
    SearchTarget target;
    int distance = 0;
    bool isEnabled = true;
    bool isOn = false;   // of an action that is checked
    QString name{};
    std::vector<Letters> typed{};   // in the name
    QString context{};              // where it stands, or what it is
    Letters inContext{};            // the token among its neighbours
    QString keys{};
    QString number{};                         // position of a token
    const HeadThumbnail* picture = nullptr;   // of a head; the index keeps it alive
};

struct SearchResult {
    std::vector<SearchRow> rows;
    std::size_t total = 0;   // there may be more than rows
};

struct SearchSources {
    std::vector<MenuEntry> actions{};
    std::vector<const QAction*> recent{};                    // done from here, newest first; only compared
    std::array<ExploreRecordPtr, kSides.size()> records{};   // null: no such sentence on show
    HeadScoring scoring{};
    HeadMeasure measure = HeadMeasure::MeanDistance;   // that stands beside heads
};

class SearchIndex {
public:
    static constexpr std::size_t kMostOfKind = 40;   // rows: more of one kind would be read by nobody

    SearchIndex() = default;
    explicit SearchIndex(SearchSources sources);

    // What was typed finds; nothing typed: what was done from here last, then what has a shortcut. What cannot be done now stands last.
    [[nodiscard]] SearchResult find(const QString& typed) const;

private:
    struct Token {
        Side side;
        core::Index position;
        QString name;
        QString number;
        QString word;   // that it is a piece of
    };
    void readTokens(Side side);
    [[nodiscard]] std::vector<SearchRow> usual() const;
    [[nodiscard]] SearchRow rowOf(const MenuEntry& entry) const;
    [[nodiscard]] SearchRow rowOf(core::HeadId head) const;
    [[nodiscard]] SearchRow rowOf(const Token& token) const;
    void showNeighbours(SearchRow& row, const Token& token) const;

    SearchSources m_sources;
    HeadValues m_values;
    std::vector<QString> m_names;   // of the actions
    std::vector<Token> m_tokens;
};

}   // namespace ui
