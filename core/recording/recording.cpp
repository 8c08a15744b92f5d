#include "core/recording/recording.h"

namespace core {

std::int64_t Recording::bytes() const
{
    std::int64_t total = std::int64_t(logits.size()) * std::int64_t(sizeof(float)) + std::int64_t(tokens.text.size());
    for (const Token& token : tokens.items) total += std::int64_t(sizeof(Token) + token.bytes.size());
    for (const AttentionSite& site : sites)
        for (const HeadRows* rows : {&site.q, &site.k, &site.v, &site.lse, &site.output}) total += rows->bytes();
    for (const AttentionSite& site : sites)
        for (const LayoutPtr& layout : site.layouts)
            if (layout->chosen()) total += layout->chosen()->bytes();
    return total;
}

}   // namespace core
