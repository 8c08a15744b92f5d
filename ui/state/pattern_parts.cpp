#include "ui/state/pattern_parts.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/attention/pattern_node.h"

namespace ui {

namespace {

struct BlockRule {
    BlockKind kind;
    const char* primitive;   // null: what a hand paints
    std::vector<core::Index> numbers;
    const char* entries;
};

const std::array<BlockRule, kBlockKinds>& rules()
{
    static const std::array<BlockRule, kBlockKinds> table{{{BlockKind::Causal, "causal", {}, ""},
                                                           {BlockKind::Window, "window", {24}, ""},
                                                           {BlockKind::Sinks, "sinks", {4}, ""},
                                                           {BlockKind::Global, "global", {}, "\".\""},
                                                           {BlockKind::Strided, "strided", {16}, ""},
                                                           {BlockKind::Blocks, "blocks", {16}, ""},
                                                           {BlockKind::Dilated, "dilated", {8, 2}, ""},
                                                           {BlockKind::Random, "random", {8, 2, 1}, ""},
                                                           {BlockKind::TopK, "topk", {8}, ""},
                                                           {BlockKind::Painted, nullptr, {}, ""}}};
    return table;
}

const core::Primitive& primitiveFor(BlockKind kind)
{
    if (const char* name = rules()[std::size_t(kind)].primitive) return *core::findPrimitive(name);
    return *std::ranges::find(core::primitives(), core::OpenList::Cells, &core::Primitive::list);
}

bool joinsUnion(BlockKind kind) { return kind != BlockKind::Causal && kind != BlockKind::TopK; }

using Node = core::Pattern::Node;

std::optional<BlockKind> kindOf(const Node& node) { return node.kind == Node::Kind::Leaf ? blockNamed(node.primitive->name) : std::nullopt; }

// What stands between the brackets of a leaf, as patterns print it.
std::string bracketsOf(const Node& leaf)
{
    const std::string text = leaf.text();
    const std::size_t open = text.find('(');
    return open == std::string::npos ? std::string() : text.substr(open + 1, text.size() - open - 2);
}

std::string inBrackets(const std::string& text) { return fmt::format("({})", text); }

}   // namespace

const std::array<BlockKind, kBlockKinds>& blockKinds()
{
    static const std::array<BlockKind, kBlockKinds> kinds = [] {
        std::array<BlockKind, kBlockKinds> all{};
        std::ranges::transform(rules(), all.begin(), &BlockRule::kind);
        return all;
    }();
    return kinds;
}

std::string primitiveOf(BlockKind kind) { return std::string(primitiveFor(kind).name); }

std::optional<BlockKind> blockNamed(std::string_view name)
{
    const auto found = std::ranges::find_if(blockKinds(), [&](BlockKind kind) { return primitiveFor(kind).name == name; });
    return found == blockKinds().end() ? std::nullopt : std::optional(*found);
}

std::optional<BlockKind> kindOfPart(std::string_view text)
{
    const std::size_t name = std::min(text.find('('), text.size());
    return name > 0 && (name == text.size() || text.back() == ')') ? blockNamed(text.substr(0, name)) : std::nullopt;
}

// Takes a pattern apart, operand by operand; false as soon as something has no place.
class PatternParts::Reader {
public:
    explicit Reader(PatternParts& parts) : m_parts(parts) {}

    bool read(const Node& root)
    {
        if (root.kind == Node::Kind::Leaf && root.primitive->name == "dense") return finish();
        if (root.kind != Node::Kind::And) return readOperand(root) && finish();
        const bool choosesAmongAll = root.children.size() == 2 && root.children[0]->text() == "dense" && kindOf(*root.children[1]) == BlockKind::TopK;
        for (const auto& child : root.children)
            if (!(choosesAmongAll && child == root.children[0]) && !readOperand(*child)) return false;
        return finish();
    }

private:
    bool readOperand(const Node& node)
    {
        const std::optional<BlockKind> kind = kindOf(node);
        if (kind == BlockKind::Causal) return take(Operand::Causal) && readBlock(*kind, node);
        if (kind == BlockKind::TopK) return take(Operand::Chosen) && readBlock(*kind, node);
        if (node.isChoice()) return false;
        if (node.kind == Node::Kind::Not && kindOf(*node.children[0]) == BlockKind::Painted)
            return take(Operand::Removed) && readRemoved(*node.children[0]);
        if (!take(Operand::Union)) return false;
        if (node.kind != Node::Kind::Or) return readMember(node);
        return std::ranges::all_of(node.children, [this](const auto& child) { return readMember(*child); });
    }

    bool readMember(const Node& node)
    {
        const std::optional<BlockKind> kind = kindOf(node);
        if (kind && joinsUnion(*kind)) {
            m_members.push_back({.kind = kind});
            return readBlock(*kind, node);
        }
        m_members.push_back({.kind = std::nullopt, .other = m_parts.m_others.size()});
        m_parts.m_others.push_back(node.kind == Node::Kind::And ? inBrackets(node.text()) : node.text());
        return true;
    }

    // Two of one kind are not one switch.
    bool readBlock(BlockKind kind, const Node& leaf)
    {
        PatternBlock& block = m_parts.m_blocks[std::size_t(kind)];
        if (m_read[std::size_t(kind)]) return false;
        m_read[std::size_t(kind)] = true;
        block.isOn = true;
        block.numbers = leaf.arguments.numbers;
        if (leaf.primitive->list != core::OpenList::None) block.entries = bracketsOf(leaf);
        return true;
    }

    bool readRemoved(const Node& leaf)
    {
        PatternBlock& block = m_parts.m_blocks[std::size_t(BlockKind::Painted)];
        block.isOn = true;
        block.removed = bracketsOf(leaf);
        return true;
    }

    bool take(Operand operand)
    {
        if (std::ranges::find(m_order, operand) != m_order.end()) return false;
        m_order.push_back(operand);
        return true;
    }

    // What was not there stands, switched off, behind what is listed before it.
    bool finish()
    {
        for (const Operand operand : m_parts.m_operands) {
            if (std::ranges::find(m_order, operand) != m_order.end()) continue;
            m_order.insert(std::ranges::find_if(m_order, [&](Operand o) { return o > operand; }), operand);
        }
        std::ranges::copy(m_order, m_parts.m_operands.begin());
        for (const BlockKind kind : blockKinds()) {
            const auto isIt = [&](const Member& member) { return member.kind == kind; };
            if (!joinsUnion(kind) || std::ranges::any_of(m_members, isIt)) continue;
            m_members.insert(std::ranges::find_if(m_members, [&](const Member& m) { return m.kind && *m.kind > kind; }), {.kind = kind});
        }
        m_parts.m_union = std::move(m_members);
        return true;
    }

    PatternParts& m_parts;
    std::vector<Operand> m_order;
    std::vector<Member> m_members;
    std::array<bool, kBlockKinds> m_read{};
};

PatternParts::PatternParts()
{
    for (const BlockRule& rule : rules()) {
        m_blocks[std::size_t(rule.kind)] = {.isOn = false, .numbers = rule.numbers, .entries = rule.entries, .removed = {}};
        if (joinsUnion(rule.kind)) m_union.push_back({.kind = rule.kind});
    }
}

std::optional<PatternParts> PatternParts::of(const core::Pattern& pattern)
{
    PatternParts parts;
    if (!Reader(parts).read(Node::of(pattern))) return std::nullopt;
    return parts;
}

std::string PatternParts::textOf(BlockKind kind) const
{
    const PatternBlock& block = m_blocks[std::size_t(kind)];
    std::vector<std::string> entries;
    for (const core::Index number : block.numbers) entries.push_back(std::to_string(number));
    if (!block.entries.empty()) entries.push_back(block.entries);
    return entries.empty() ? primitiveOf(kind) : fmt::format("{}({})", primitiveOf(kind), fmt::join(entries, ", "));
}

std::string PatternParts::unionText(bool isAlone) const
{
    std::vector<std::string> members;
    for (const Member& member : m_union) {
        if (!member.kind)
            members.push_back(m_others[member.other]);
        else if (const PatternBlock& own = block(*member.kind); own.isOn && !(*member.kind == BlockKind::Painted && own.entries.empty()))
            members.push_back(textOf(*member.kind));
    }
    const std::string text = fmt::format("{}", fmt::join(members, " | "));
    return members.size() > 1 && !isAlone ? inBrackets(text) : text;
}

std::string PatternParts::operandText(Operand operand, bool isAlone) const
{
    const PatternBlock& painted = block(BlockKind::Painted);
    switch (operand) {
    case Operand::Causal:
        return block(BlockKind::Causal).isOn ? textOf(BlockKind::Causal) : std::string();
    case Operand::Union:
        return unionText(isAlone);
    case Operand::Removed:
        return painted.isOn && !painted.removed.empty() ? fmt::format("!{}({})", primitiveOf(BlockKind::Painted), painted.removed) : std::string();
    case Operand::Chosen:
        return block(BlockKind::TopK).isOn ? textOf(BlockKind::TopK) : std::string();
    }
    return {};
}

int PatternParts::operandsOn() const
{
    return int(std::ranges::count_if(m_operands, [this](Operand operand) { return !operandText(operand, true).empty(); }));
}

std::string PatternParts::text() const
{
    const int count = operandsOn();
    if (count == 0) return "dense";
    std::vector<std::string> operands;
    if (count == 1 && block(BlockKind::TopK).isOn) operands.push_back("dense");   // it chooses among something
    for (const Operand operand : m_operands)
        if (std::string text = operandText(operand, count == 1); !text.empty()) operands.push_back(std::move(text));
    return fmt::format("{}", fmt::join(operands, " & "));
}

std::vector<BlockNumber> PatternParts::numbers(BlockKind kind) const
{
    const core::Primitive& primitive = primitiveFor(kind);
    std::vector<BlockNumber> numbers;
    for (std::size_t i = 0; i < primitive.parameters.size(); ++i) {
        const core::Parameter& parameter = primitive.parameters[i];
        numbers.push_back({std::string(parameter.letter), block(kind).numbers[i], parameter.lowest, parameter.highest});
    }
    return numbers;
}

void PatternParts::setNumber(BlockKind kind, std::size_t index, core::Index value)
{
    const core::Parameter& parameter = primitiveFor(kind).parameters.at(index);
    m_blocks[std::size_t(kind)].numbers.at(index) = std::clamp(value, parameter.lowest, parameter.highest);
}

core::Result<void> PatternParts::setEntries(BlockKind kind, const std::string& entries)
{
    const std::string name = primitiveOf(kind);
    const core::Result<core::Pattern> pattern = core::Pattern::parse(fmt::format("{}({})", name, entries));
    if (!pattern) return tl::unexpected(pattern.error());
    const Node& node = Node::of(*pattern);
    if (kindOf(node) != kind)   // brackets closed early: `3) | dense | global(4`
        return core::fail(core::Fault::BadInput, fmt::format("{} takes {} between its brackets.", name, core::signatureOf(primitiveFor(kind))));
    m_blocks[std::size_t(kind)].entries = bracketsOf(node);
    return {};
}

void PatternParts::remember(const PatternParts& before)
{
    for (const BlockKind kind : blockKinds()) {
        PatternBlock& block = m_blocks[std::size_t(kind)];
        if (block.isOn || kind == BlockKind::Painted) continue;   // what a hand painted and took back is gone
        block = before.block(kind);
        block.isOn = false;
    }
}

}   // namespace ui
