#include "core/recording/recording.h"

#include <atomic>

namespace core {

std::int64_t Recording::bytes() const
{
    std::int64_t total = std::int64_t(logits.size()) * std::int64_t(sizeof(float)) + std::int64_t(tokens.text.size());
    for (const Token& token : tokens.items) total += std::int64_t(sizeof(Token) + token.bytes.size());
    for (const AttentionSite& site : sites)
        for (const HeadRows* rows : {&site.q, &site.k, &site.v, &site.lse, &site.output}) total += rows->bytes();
    return total;
}

std::uint64_t Recording::nextId()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}   // namespace core
