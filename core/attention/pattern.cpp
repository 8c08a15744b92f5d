#include "core/attention/pattern.h"

#include <cassert>

#include <fmt/format.h>

#include "core/attention/pattern_node.h"

namespace core {

using Node = Pattern::Node;

Pattern Node::leaf(const Primitive& primitive, Arguments arguments)
{
    assert(!complaintAbout(primitive, arguments));
    return Pattern(std::make_shared<const Node>(Node{
        .kind = Kind::Leaf, .primitive = &primitive, .arguments = std::move(arguments), .children = {}, .selects = primitive.select != nullptr}));
}

Pattern Pattern::dense() { return Node::leaf(*findPrimitive("dense")); }
Pattern Pattern::causal() { return Node::leaf(*findPrimitive("causal")); }
Pattern Pattern::window(Index width)
{
    return Node::leaf(*findPrimitive("window"), {.numbers = {width}, .tokens = {}, .cells = {}, .condition = {}});
}

namespace {

// Nested nodes of one kind become one node, so that a & b & c is the same pattern however it was built. An & that selects stays a node of its own
// beside another operand that selects: inside it would choose, or be chosen from, among other pairs.
std::shared_ptr<const Node> joined(Node::Kind kind, const std::vector<std::shared_ptr<const Node>>& sides)
{
    const auto selecting = std::ranges::count_if(sides, [](const auto& side) { return side->selects; });
    assert(std::ranges::count_if(sides, [](const auto& side) { return side->isChoice(); }) <= (kind == Node::Kind::And ? 1 : 0));
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->selects = selecting > 0;
    for (const auto& side : sides) {
        if (side->kind == kind && (kind == Node::Kind::Or || !side->selects || selecting == 1))
            node->children.insert(node->children.end(), side->children.begin(), side->children.end());
        else
            node->children.push_back(side);
    }
    return node;
}

}   // namespace

Pattern operator&(const Pattern& a, const Pattern& b) { return Pattern(joined(Node::Kind::And, {a.m_node, b.m_node})); }
Pattern operator|(const Pattern& a, const Pattern& b) { return Pattern(joined(Node::Kind::Or, {a.m_node, b.m_node})); }
Pattern operator!(const Pattern& a)
{
    auto node = std::make_shared<Node>();
    node->kind = Node::Kind::Not;
    node->selects = a.selects();
    assert(!a.m_node->isChoice());
    node->children.push_back(a.m_node);
    return Pattern(std::move(node));
}

Pattern Node::allOf(const std::vector<Pattern>& operands)
{
    std::vector<std::shared_ptr<const Node>> sides;
    for (const Pattern& operand : operands) sides.push_back(operand.m_node);
    return Pattern(joined(Kind::And, sides));
}

bool operator==(const Pattern& a, const Pattern& b) { return a.m_node->equals(*b.m_node); }
bool Pattern::selects() const { return m_node->selects; }
bool Pattern::allows(QueryPos p, KeyPos j, Index keys) const { return assert(!selects()), m_node->allows({p.value, keys}, j.value); }
KeyRuns Pattern::runs(QueryPos p, Index keys) const { return assert(!selects()), m_node->runs({p.value, keys}); }
std::optional<Band> Pattern::band() const { return m_node->band(); }
std::string Pattern::text() const { return m_node->text(); }
Json Pattern::toJson() const { return Json(text()); }

Result<Pattern> Pattern::fromJson(const Json& json, const Tokens* tokens)
{
    const std::string* text = json.string();
    if (!text)
        return fail(Fault::BadFile, fmt::format("A pattern is {}, expected a text.", json.kindName()), "Write it as in \"causal & window(256)\".");
    Result<Pattern> pattern = parse(*text, tokens);
    if (!pattern) return fail(Fault::BadFile, fmt::format("The pattern \"{}\" is wrong at {}", *text, pattern.error().what), pattern.error().remedy);
    return pattern;
}

namespace {

bool sameArguments(const Arguments& a, const Arguments& b)
{
    const bool sameConditions = a.condition == b.condition || (a.condition && b.condition && *a.condition == *b.condition);
    return a.numbers == b.numbers && a.tokens == b.tokens && a.cells == b.cells && sameConditions;
}

std::vector<std::string> entriesOf(const Arguments& arguments)
{
    std::vector<std::string> entries;
    for (const Index number : arguments.numbers) entries.push_back(std::to_string(number));
    for (const std::string& name : arguments.tokens.names()) entries.push_back(name);
    for (const CellBlock& block : arguments.cells) entries.push_back(fmt::format("{}:{}", rangeText(block.queries), rangeText(block.keys)));
    if (arguments.condition) entries.push_back(arguments.condition->text());
    return entries;
}

}   // namespace

bool Node::equals(const Node& other) const
{
    if (this == &other) return true;
    const auto same = [](const auto& a, const auto& b) { return a->equals(*b); };
    return kind == other.kind && primitive == other.primitive && sameArguments(arguments, other.arguments) &&
           std::equal(children.begin(), children.end(), other.children.begin(), other.children.end(), same);
}

bool Node::allows(PatternRow row, Index j) const
{
    const auto allowing = [&](const auto& child) { return child->allows(row, j); };
    switch (kind) {
    case Kind::Leaf:
        return primitive->allows(arguments, row, j);
    case Kind::Not:
        return !children[0]->allows(row, j);
    case Kind::And:
        return std::all_of(children.begin(), children.end(), allowing);
    case Kind::Or:
        return std::any_of(children.begin(), children.end(), allowing);
    }
    return false;
}

KeyRuns Node::runs(PatternRow row) const
{
    if (kind == Kind::Leaf) return firstRow(primitive->runs(arguments, row), row.keys);
    KeyRuns result = children[0]->runs(row);
    if (kind == Kind::Not) return complementOf(result, row.keys);
    for (std::size_t i = 1; i < children.size(); ++i) {
        const KeyRuns next = children[i]->runs(row);
        result = kind == Kind::And ? intersectionOf(result, next) : unionOf(result, next);
    }
    return result;
}

SteadyRuns Node::steadyRuns(PatternRow row, const StepLimit& limit) const
{
    if (kind == Kind::Leaf) return within(primitive->runs(arguments, row), row.keys, row.p, limit);
    SteadyRuns result = children[0]->steadyRuns(row, limit);
    if (kind == Kind::Not) return complementOf(result, row.keys);
    for (std::size_t i = 1; i < children.size() && result.steps <= limit.most; ++i) {
        const SteadyRuns next = children[i]->steadyRuns(row, limit);
        result = kind == Kind::And ? intersectionOf(result, next, row.p, limit) : unionOf(result, next, row.p, limit);
    }
    return result;
}

std::optional<Band> Node::band() const
{
    if (kind == Kind::Leaf) return primitive->band ? primitive->band(arguments) : std::nullopt;
    if (kind != Kind::And) return std::nullopt;
    Band result;
    for (const auto& child : children) {
        const std::optional<Band> band = child->band();
        if (!band) return std::nullopt;
        result = {std::min(result.back, band->back), std::min(result.ahead, band->ahead)};
    }
    return result;
}

std::string Node::text() const
{
    if (kind == Kind::Leaf) {
        const std::vector<std::string> entries = entriesOf(arguments);
        return entries.empty() ? std::string(primitive->name) : fmt::format("{}({})", primitive->name, fmt::join(entries, ", "));
    }
    // `!` holds one thing, `&` anything but `|`; so only looser operators need brackets, and those that say which pattern chooses first.
    const auto part = [this](const Node& child) {
        const bool compound = child.kind == Kind::And || child.kind == Kind::Or;
        return compound && kind != Kind::Or ? fmt::format("({})", child.text()) : child.text();
    };
    if (kind == Kind::Not) return fmt::format("!{}", part(*children[0]));
    std::vector<std::string> parts;
    for (const auto& child : children) parts.push_back(part(*child));
    return fmt::format("{}", fmt::join(parts, kind == Kind::And ? " & " : " | "));
}

}   // namespace core
