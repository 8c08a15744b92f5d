#include "core/attention/attention_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/attention/pattern_parser.h"
#include "core/attention/text_scanner.h"

namespace core {

namespace {

using Scope = AttentionPlan::Scope;

template<class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template<class... F>
Overloaded(F...) -> Overloaded<F...>;

constexpr std::string_view kGroups = "kv_groups";

// "(g)" after the word kv_groups.
Result<Mechanism> parseGroups(TextScanner& scan)
{
    const std::string remedy = "Write kv_groups(g), the number of groups of key/value heads, as in kv_groups(2).";
    if (!scan.take('(')) return scan.errorAt(scan.position(), fmt::format("expected \"(\" after kv_groups, found {}.", scan.found()), remedy);
    scan.skipSpace();
    const Index begin = scan.position();
    const Index groups = scan.number();
    if (groups < 0) return scan.errorAt(begin, fmt::format("expected a whole number, found {}.", scan.found()), remedy);
    if (groups == 0 || groups == TextScanner::kTooLarge)
        return scan.errorAt(begin, "g of kv_groups(g) is out of range.", "Choose a number from 1 to the model's key/value heads that divides them.");
    if (!scan.take(')')) return scan.errorAt(scan.position(), fmt::format("expected \")\", found {}.", scan.found()), remedy);
    scan.skipSpace();
    if (scan.atEnd()) return KvGroupsMechanism{groups};
    return scan.errorAt(scan.position(), fmt::format("expected the end of the rule, found {}.", scan.found()),
                        "kv_groups(g) stands alone: it keeps the model's own pairs.");
}

// Parses text[region] as a mechanism; columns count from the start of `text`.
Result<Mechanism> parseMechanismIn(std::string_view text, Span region, const Tokens* tokens)
{
    TextScanner scan(text, region);
    const std::string_view word = scan.word();
    scan.skipSpace();
    if (scan.atEnd() && word == "off") return OffMechanism{};
    if (scan.atEnd() && word == "mean") return MeanMechanism{};
    if (word == kGroups) return parseGroups(scan);
    if (scan.atEnd() && word.empty())
        return scan.errorAt(scan.position(), "expected a mechanism, found nothing.", "Write a pattern, off, mean or kv_groups(g).");
    FOVEA_TRY(pattern, parsePattern(text, region, tokens));
    return SoftmaxMechanism{std::move(pattern)};
}

Result<Scope> parseScope(TextScanner& scan)
{
    scan.skipSpace();
    const Index begin = scan.position();
    const auto wrong = [&](std::string_view what) { return scan.errorAt(begin, what, "Write all, layer 2 or head 2.5."); };
    const std::string_view word = scan.word();
    if (word == "all") return Scope{};
    if (word != "layer" && word != "head")
        return wrong(word.empty() ? fmt::format("expected a scope, found {}.", scan.found()) : fmt::format("\"{}\" is no scope.", word));
    Scope scope;
    scope.layer = scan.number();
    if (scope.layer < 0 || scope.layer == TextScanner::kTooLarge) return wrong(fmt::format("\"{}\" needs the number of a layer.", word));
    if (word == "layer") return scope;
    if (scan.peek() == '.' && scan.take('.')) scope.head = scan.number();
    if (scope.head < 0 || scope.head == TextScanner::kTooLarge) return wrong("\"head\" needs a layer and a head, as in 2.5.");
    return scope;
}

// End of the rule that starts at `begin`: the next ";" outside quotes.
Index endOfRule(std::string_view text, Index begin)
{
    bool quoted = false;
    for (Index i = begin; i < Index(text.size()); ++i) {
        const char c = text[std::size_t(i)];
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\') ++i;
        if (!quoted && c == ';') return i;
    }
    return Index(text.size());
}

bool isBlank(std::string_view text, Span region)
{
    TextScanner scan(text, region);
    scan.skipSpace();
    return scan.atEnd();
}

}   // namespace

std::string textOf(const AttentionPlan::Scope& scope)
{
    if (scope.layer < 0) return "all";
    return scope.head < 0 ? fmt::format("layer {}", scope.layer) : fmt::format("head {}.{}", scope.layer, scope.head);
}

std::string textOf(const Mechanism& mechanism)
{
    return std::visit(Overloaded{
                          [](const SoftmaxMechanism& softmax) { return softmax.pattern.text(); },
                          [](const OffMechanism&) { return std::string("off"); },
                          [](const MeanMechanism&) { return std::string("mean"); },
                          [](const KvGroupsMechanism& kv) { return fmt::format("{}({})", kGroups, kv.groups); },
                      },
                      mechanism);
}

Result<Mechanism> parseMechanism(std::string_view text, const Tokens* tokens) { return parseMechanismIn(text, {0, Index(text.size())}, tokens); }

Result<AttentionPlan> AttentionPlan::parse(std::string_view text, const Tokens* tokens)
{
    AttentionPlan plan;
    const Index size = Index(text.size());
    for (Index begin = 0, end = 0; begin < size; begin = end + 1) {
        end = endOfRule(text, begin);
        if (end == size && isBlank(text, {begin, end})) break;   // an empty text, or a semicolon after the last rule
        TextScanner scan(text, {begin, end});
        FOVEA_TRY(scope, parseScope(scan));
        if (!scan.take(':')) return scan.errorAt(scan.position(), fmt::format("expected \":\" after the scope, found {}.", scan.found()));
        FOVEA_TRY(mechanism, parseMechanismIn(text, {scan.position(), end}, tokens));
        plan.add(scope, std::move(mechanism));
    }
    return plan;
}

std::string AttentionPlan::text() const
{
    std::vector<std::string> rules;
    for (const Rule& rule : m_rules) rules.push_back(fmt::format("{}: {}", core::textOf(rule.scope), core::textOf(rule.mechanism)));
    return fmt::format("{}", fmt::join(rules, "; "));
}

void AttentionPlan::add(Scope scope, Mechanism mechanism)
{
    m_rules.emplace_back();
    m_rules.back().scope = scope;
    m_rules.back().mechanism = std::move(mechanism);
}

Json AttentionPlan::toJson() const
{
    Json::Array rules;
    for (const Rule& rule : m_rules)
        rules.push_back(Json::object({{"scope", Json(core::textOf(rule.scope))}, {"mechanism", Json(core::textOf(rule.mechanism))}}));
    return Json::object({{"rules", Json(std::move(rules))}});
}

Result<AttentionPlan> AttentionPlan::fromJson(const Json& json)
{
    const Json* list = json.find("rules");
    if (!list || !list->array()) return fail(Fault::BadFile, "A plan needs a list \"rules\".", "Write {\"rules\": []} for the plain model.");
    AttentionPlan plan;
    for (const Json& rule : *list->array()) {
        FOVEA_TRY(scopeText, rule.stringAt("scope"));
        FOVEA_TRY(mechanismText, rule.stringAt("mechanism"));
        TextScanner scan(scopeText);
        Result<Scope> scope = parseScope(scan);
        scan.skipSpace();
        if (!scope || !scan.atEnd())
            return fail(Fault::BadFile, fmt::format("\"{}\" is no scope of a plan.", scopeText), "Write all, layer 2 or head 2.5.");
        Result<Mechanism> mechanism = parseMechanism(mechanismText);
        if (!mechanism)
            return fail(Fault::BadFile, fmt::format("The mechanism \"{}\" is wrong at {}", mechanismText, mechanism.error().what),
                        mechanism.error().remedy);
        plan.add(*scope, std::move(*mechanism));
    }
    return plan;
}

Mechanism AttentionPlan::mechanismOf(HeadId head) const
{
    for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
        const bool layerMatches = rule->scope.layer < 0 || rule->scope.layer == head.layer;
        if (layerMatches && (rule->scope.head < 0 || rule->scope.head == head.head)) return rule->mechanism;
    }
    return SoftmaxMechanism{};
}

bool AttentionPlan::regroups() const
{
    return std::ranges::any_of(m_rules, [](const Rule& rule) { return std::holds_alternative<KvGroupsMechanism>(rule.mechanism); });
}

AttentionPlan planOf(PlanScope scope, HeadId head, Mechanism mechanism)
{
    AttentionPlan plan;
    plan.add({.layer = scope == PlanScope::Model ? -1 : head.layer, .head = scope == PlanScope::Head ? head.head : -1}, std::move(mechanism));
    return plan;
}

}   // namespace core
