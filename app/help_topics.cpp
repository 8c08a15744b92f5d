#include "app/help_topics.h"

#include <algorithm>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::string_view kPlan = R"text(A plan says which mechanism each head uses. Heads that it does not name stay as the model made them.

    plan       rules joined by ";"; where several name a head, the last one holds
    rule       SCOPE: MECHANISM
    SCOPE      all          every head of every layer
               layer 2      every head of layer 2
               head 2.5     head 5 of layer 2; layers and heads count from 0
    MECHANISM  a pattern    the head's own attention, over the pairs that the pattern allows
               off          the head writes nothing
               mean         the head writes the mean of its values: every allowed key weighs the same
               kv_groups(g) the layer's key/value heads in g groups of neighbours, each head reading the mean keys and values of its
                            group; g divides their number. Heads that share a key/value head change together, so where they
                            do the scope is a layer or all. Not retrained: a model trained with g key/value heads has other ones

For example

    --plan "head 1.3: off"                               one head switched off
    --plan "all: window(8)"                              every head sees the last 8 tokens, itself among them
    --plan "all: mean; layer 0: dense"                   layer 0 as it is, the means of all others
    --plan "layer 2: causal & !window(2); head 3.0: off"
    --plan "all: kv_groups(2)"                           each layer with 2 key/value heads instead of its own

)text";

constexpr std::string_view kPatterns = R"text(A pattern says which pairs of a query and a key exist. Below, p is the query's position and j the key's; both count
from 0, the start token included. A causal model's own mask holds besides, and a pair outside is absent: it has no weight,
not a weight of 0.

    dense                    always
    causal                   j <= p
    window(w)                |p - j| < w: the query itself and w - 1 neighbours on either side
    dilated(w, d)            |p - j| < w * d, and d divides p - j
    blocks(b)                p and j lie in the same block of b
    strided(l)               |p - j| < l, or l divides p - j
    fixed(l, c)              p and j lie in the same block of l, or j is one of the last c of any block
    longformer(w, token, …)  |p - j| <= w, or global(token, …)
    sinks(s)                 j < s: the first s tokens
    global(token, …)         p or j is one of these tokens
    landmarks(token, …)      j is one of these tokens
    offsets(a, …)            |p - j| is one of these distances
    logsparse                |p - j| is 0, 1, 2, 4, 8, …
    random(b, r, seed)       r blocks of b keys, at or before the query's own block, drawn for each block of queries
    bigbird(b, r, seed)      in blocks of b: the first, the last, the neighbours and r drawn ones; the first and last see all
    cells(q:k, …)            these rectangles, as in cells(3:0-2, 5-7:4)
    where(condition)         a condition on q (p above), k (j above) and n, the number of keys:
                             + - * / %, < <= > >= == !=, and, or, not, brackets, abs(…), as in where((q - k) % 4 == 0);
                             / rounds down, % is never negative, and both are 0 where they divide by 0

These choose, from the queries and keys of a head, among the pairs that the other operands of their & allow. They stand
nowhere else, and an & has one; brackets say which of two chooses first, as in (causal & topk(8)) & moba(4, 2). Of equal scores
the lower position wins, and no row's choice depends on what comes after it.

    topk(k)                  the k keys with the largest scores; to choose them all scores are computed, as without it
    moba(b, k)               the own block of b keys and the k - 1 earlier ones whose mean key has the largest product with the query
    nsa(l, s, b, n)          n blocks of b keys: the first, the own, the one before, and those with the most attention to the means of
                             l keys every s; only the selection of native sparse attention, whose learned parts these models lack
    lsh(buckets, rounds, seed)  keys in the query's bucket of a random hash in any round, else the own key; without the sorted chunks
                             that save work
    routing(clusters, seed)  keys that lie nearest to the same random direction, else the own key; the original learns its directions

    token                    3, or 2-5 with both ends, or a text in quotes: every run of tokens that spells it

    !A                       the pairs that A leaves out
    A & B                    the pairs of both
    A | B                    the pairs of either; ! binds tighter than &, and that tighter than |
    ( )                      as usual

For example

    --plan "all: window(4) | !window(16)"                the nearest 4 and those farther than 15
    --plan "head 0.0: !(window(3) & causal)"
    --plan "all: causal & topk(8)"                       the 8 best keys of each row
    --plan "all: window(64) | sinks(4)"                  near tokens and the first four
    --plan 'layer 1: landmarks(".") | blocks(16)'        full stops, and the own block
)text";

std::string planText() { return fmt::format("{}{}", kPlan, kPatterns); }
std::string patternText() { return std::string(kPatterns); }

}   // namespace

std::span<const HelpTopic> helpTopics()
{
    static constexpr HelpTopic kTopics[] = {
        {"plan", "How --plan switches heads off or restricts where they look, with examples.", planText},
        {"patterns", "The patterns that a plan is made of.", patternText},
    };
    return kTopics;
}

const HelpTopic* findHelpTopic(std::string_view name)
{
    const auto found = std::find_if(helpTopics().begin(), helpTopics().end(), [&](const HelpTopic& topic) { return topic.name == name; });
    return found == helpTopics().end() ? nullptr : &*found;
}

std::string helpTopicList()
{
    std::string list;
    for (const HelpTopic& topic : helpTopics()) list += fmt::format("  {:<28}{}\n", fmt::format("help {}", topic.name), topic.description);
    return list;
}

}   // namespace app
