// Token ids as golden files hold them.
#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/text/tokens.h"

namespace core::test {

inline std::vector<TokenId> idsOf(const Json& json)
{
    std::vector<TokenId> ids;
    for (const Json& id : *json.array()) ids.push_back(TokenId(*id.integer()));
    return ids;
}

}   // namespace core::test
