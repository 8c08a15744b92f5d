// NamedTokens: the tokens that a pattern names, by position, by range or by their text: 3, 2-5, "cat".
#pragma once

#include <string>
#include <vector>

#include "core/attention/key_runs.h"
#include "core/attention/text_scanner.h"
#include "core/base/result.h"
#include "core/text/tokens.h"

namespace core {

class NamedTokens {
public:
    // The next name. A text names every run of tokens that spells it, with or without the space before a word; where it occurs nowhere, or there are no
    // tokens to look in, it names none. Errors: BadInput with the column.
    [[nodiscard]] Result<void> parseNext(TextScanner& scan, const Tokens* tokens);

    [[nodiscard]] const KeyRuns& positions() const { return m_positions; }
    [[nodiscard]] bool contains(Index position) const;
    [[nodiscard]] bool empty() const { return m_names.empty(); }                             // of names
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }          // as patterns print them: 3, 2-5, "cat"
    friend bool operator==(const NamedTokens&, const NamedTokens&) = default;                // the same names for the same positions

private:
    std::vector<std::string> m_names;
    KeyRuns m_positions;
};

// "3" or "2-5", both ends meant; `most` is the largest legal number. Errors: BadInput with the column.
[[nodiscard]] Result<Span> parseRange(TextScanner& scan, Index most);
[[nodiscard]] std::string rangeText(Span positions);   // parseRange's inverse

}   // namespace core
