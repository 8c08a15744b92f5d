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

For example

    --plan "head 1.3: off"                               one head switched off
    --plan "all: window(8)"                              every head sees the last 8 tokens, itself among them
    --plan "all: mean; layer 0: dense"                   layer 0 as it is, the means of all others
    --plan "layer 2: causal & !window(2); head 3.0: off"

)text";

constexpr std::string_view kPatterns = R"text(A pattern says which pairs of a query and a key exist. Below, p is the query's position and j the key's; both count
from 0, the start token included. A causal model's own mask holds besides, and a pair outside is absent: it has no weight,
not a weight of 0.

    dense        always
    causal       j <= p
    window(w)    |p - j| < w: the query itself and w - 1 neighbours on either side

    !A           the pairs that A leaves out
    A & B        the pairs of both
    A | B        the pairs of either; ! binds tighter than &, and that tighter than |
    ( )          as usual

For example

    --plan "all: window(4) | !window(16)"                the nearest 4 and those farther than 15
    --plan "head 0.0: !(window(3) & causal)"
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
