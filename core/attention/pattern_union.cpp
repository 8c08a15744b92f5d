#include "core/attention/pattern_union.h"

#include <algorithm>

#include "core/attention/pattern_node.h"

namespace core {

namespace {

using Node = Pattern::Node;

// Only takes pairs away that other operands allow.
bool isCondition(const Node& node)
{
    return node.kind == Node::Kind::Not || (node.kind == Node::Kind::Leaf && (node.primitive->name == "causal" || node.primitive->name == "dense"));
}

// The one operand of an & that pairs come from: its only union, else the only operand that is no condition, else what selects. Null: it is not clear.
const Node* sourceOf(const Node& node)
{
    const auto onlyOne = [&](auto&& isIt) -> const Node* {
        const auto found = std::ranges::find_if(node.children, [&](const auto& child) { return isIt(*child); });
        if (found == node.children.end()) return nullptr;
        const bool another = std::any_of(std::next(found), node.children.end(), [&](const auto& child) { return isIt(*child); });
        return another ? nullptr : found->get();
    };
    const bool hasUnion = std::ranges::any_of(node.children, [](const auto& child) { return child->kind == Node::Kind::Or; });
    if (hasUnion) return onlyOne([](const Node& each) { return each.kind == Node::Kind::Or; });
    const auto allows = [](const Node& each) { return !isCondition(each) && !each.isChoice(); };
    if (std::ranges::any_of(node.children, [&](const auto& child) { return allows(*child); })) return onlyOne(allows);
    return nullptr;
}

}   // namespace

std::vector<Pattern> unionParts(const Pattern& pattern, const Tokens* tokens)
{
    const Node& root = Node::of(pattern);
    const Node* source = root.kind == Node::Kind::And ? sourceOf(root) : &root;
    if (!source) return {pattern};
    std::vector<Pattern> parts;
    const auto add = [&](const Node& node) { parts.push_back(Pattern::parse(node.text(), tokens).value_or(pattern)); };
    if (source->kind == Node::Kind::Or)
        for (const auto& child : source->children) add(*child);
    else
        add(*source);
    return parts;
}

}   // namespace core
