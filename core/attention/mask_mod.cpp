#include "core/attention/mask_mod.h"

#include <algorithm>
#include <functional>
#include <limits>

#include <fmt/format.h>

#include "core/attention/condition_python.h"
#include "core/attention/pattern_node.h"
#include "core/attention/random_blocks.h"

namespace core {

namespace {

using Node = Pattern::Node;

constexpr std::size_t kMostJoined = 24;   // parts of one expression; more become statements, which Python reads without recursion
constexpr Index kMostBlocks = 1024;       // of a table

// Writes expressions over q_idx and kv_idx; what they need is collected beside them.
class Writer {
public:
    explicit Writer(Index tokens) : m_tokens(tokens) {}

    Result<std::string> expression(const Node& node)
    {
        if (node.kind == Node::Kind::Leaf) return leaf(node);
        std::vector<std::string> parts;
        for (const auto& child : node.children) {
            FOVEA_TRY(part, expression(*child));
            parts.push_back(part);
        }
        if (node.kind == Node::Kind::Not) return fmt::format("~({})", parts.front());
        return joined(parts, node.kind == Node::Kind::And ? '&' : '|');
    }

    [[nodiscard]] std::string source(const std::string& result, const Pattern& pattern) const
    {
        std::string text = fmt::format("# FlexAttention mask of the pattern\n#     {}\n# {}\n", commentOf(pattern.text()), lengthLine());
        if (m_needsTorch) text += "import torch\n";
        if (!m_tables.empty()) text += "\nDEVICE = \"cuda\" if torch.cuda.is_available() else \"cpu\"\n" + m_tables;
        if (m_divides) text += fmt::format("\n\n{}", kPythonDivisions);
        text += fmt::format("\n\ndef mask_mod(b, h, q_idx, kv_idx):\n{}    return {}\n", m_statements, result);
        return text;
    }

private:
    using Emit = Result<std::string> (Writer::*)(const Arguments& arguments);
    struct Emitter {
        std::string_view name;
        Emit emit;
    };

    Result<std::string> leaf(const Node& node)
    {
        static const std::vector<Emitter> emitters{
            {"dense", &Writer::dense},         {"causal", &Writer::causal},   {"window", &Writer::window},       {"dilated", &Writer::dilated},
            {"blocks", &Writer::blocks},       {"strided", &Writer::strided}, {"fixed", &Writer::fixed},         {"longformer", &Writer::longformer},
            {"sinks", &Writer::sinks},         {"global", &Writer::global},   {"landmarks", &Writer::landmarks}, {"offsets", &Writer::offsets},
            {"logsparse", &Writer::logsparse}, {"random", &Writer::random},   {"bigbird", &Writer::bigbird},     {"cells", &Writer::cells},
            {"where", &Writer::where},
        };
        for (const Emitter& emitter : emitters)
            if (emitter.name == node.primitive->name) return (this->*emitter.emit)(node.arguments);
        return fail(Fault::Unsupported, fmt::format("{} has no form in Python.", node.text()));
    }

    Result<std::string> dense(const Arguments&) { return "(q_idx >= 0) & (kv_idx >= 0)"; }
    Result<std::string> causal(const Arguments&) { return "kv_idx <= q_idx"; }
    Result<std::string> window(const Arguments& a) { return fmt::format("abs(q_idx - kv_idx) < {}", a.numbers[0]); }
    Result<std::string> dilated(const Arguments& a)
    {
        const Index reach = std::min<Index>(a.numbers[0] * a.numbers[1], std::numeric_limits<std::int32_t>::max());   // indices have 32 bits
        return fmt::format("(abs(q_idx - kv_idx) < {}) & ((q_idx - kv_idx) % {} == 0)", reach, a.numbers[1]);
    }
    Result<std::string> blocks(const Arguments& a) { return fmt::format("q_idx // {0} == kv_idx // {0}", a.numbers[0]); }
    Result<std::string> strided(const Arguments& a)
    {
        return fmt::format("(abs(q_idx - kv_idx) < {0}) | ((q_idx - kv_idx) % {0} == 0)", a.numbers[0]);
    }
    Result<std::string> fixed(const Arguments& a)
    {
        return fmt::format("(q_idx // {0} == kv_idx // {0}) | (kv_idx % {0} >= {1})", a.numbers[0], a.numbers[0] - a.numbers[1]);
    }
    Result<std::string> sinks(const Arguments& a) { return fmt::format("kv_idx < {}", a.numbers[0]); }
    Result<std::string> landmarks(const Arguments& a) { return among(a, "kv_idx"); }
    Result<std::string> global(const Arguments& a) { return fmt::format("({}) | ({})", among(a, "q_idx"), among(a, "kv_idx")); }
    Result<std::string> longformer(const Arguments& a)
    {
        const std::string near = fmt::format("abs(q_idx - kv_idx) <= {}", a.numbers[0]);
        return a.tokens.empty() ? near : fmt::format("({}) | ({}) | ({})", near, among(a, "q_idx"), among(a, "kv_idx"));
    }
    Result<std::string> offsets(const Arguments& a)
    {
        std::vector<std::string> parts;
        for (const Index distance : a.numbers) parts.push_back(fmt::format("abs(q_idx - kv_idx) == {}", distance));
        return joined(parts, '|');
    }
    Result<std::string> logsparse(const Arguments&) { return "abs(q_idx - kv_idx) & (abs(q_idx - kv_idx) - 1) == 0"; }

    Result<std::string> random(const Arguments& a)
    {
        return drawn(a, "random", [&](Index u, Index) { return randomBlocks(a.numbers[2], u, a.numbers[1]); });
    }
    Result<std::string> bigbird(const Arguments& a)
    {
        const Index b = a.numbers[0], last = ceilDiv(m_tokens, b) - 1;
        const auto draw = [&](Index u, Index blocks) {
            return u == 0 || u == last ? std::vector<Index>() : bigbirdDraw(a.numbers[2], u, blocks, a.numbers[1]);
        };
        FOVEA_TRY(table, drawn(a, "bigbird", draw));
        return fmt::format("(q_idx // {0} == 0) | (q_idx // {0} == {1}) | (kv_idx // {0} == 0) | (kv_idx // {0} == {1})"
                           " | (abs(q_idx // {0} - kv_idx // {0}) <= 1) | ({2})",
                           b, last, table);
    }
    Result<std::string> cells(const Arguments& a)
    {
        std::vector<std::string> parts;
        for (const CellBlock& block : a.cells)
            parts.push_back(fmt::format("({}) & ({})", within(block.queries, "q_idx"), within(block.keys, "kv_idx")));
        return joined(parts, '|');
    }
    Result<std::string> where(const Arguments& a)
    {
        FOVEA_TRY(condition, pythonOf(*a.condition, m_tokens));
        if (m_statements.find("    q, k =") == std::string::npos) m_statements += "    q, k = q_idx.to(torch.int64), kv_idx.to(torch.int64)\n";
        m_needsTorch = m_usesLength = true;
        m_divides = m_divides || condition.divides;
        return condition.text;
    }

    static std::string within(Span span, std::string_view index)
    {
        if (span.size() == 1) return fmt::format("{} == {}", index, span.begin);
        if (span.begin == 0) return fmt::format("{} < {}", index, span.end);
        return fmt::format("({0} >= {1}) & ({0} < {2})", index, span.begin, span.end);
    }

    std::string among(const Arguments& a, std::string_view index)
    {
        if (a.tokens.positions().empty()) return fmt::format("{} < 0", index);   // a text that does not occur
        std::vector<std::string> parts;
        for (const Span& run : a.tokens.positions()) parts.push_back(within(run, index));
        return joined(parts, '|');
    }

    std::string joined(const std::vector<std::string>& parts, char op)
    {
        if (parts.size() == 1) return parts.front();
        if (parts.size() <= kMostJoined) return fmt::format("({})", fmt::join(parts, fmt::format(") {} (", op)));
        const std::string name = fmt::format("part{}", m_parts++);
        for (std::size_t first = 0; first < parts.size(); first += kMostJoined) {
            const std::vector<std::string> some(parts.begin() + std::ptrdiff_t(first),
                                                parts.begin() + std::ptrdiff_t(std::min(parts.size(), first + kMostJoined)));
            const std::string text = fmt::format("({})", fmt::join(some, fmt::format(") {} (", op)));
            m_statements += first == 0 ? fmt::format("    {} = {}\n", name, text) : fmt::format("    {0} = {0} {1} ({2})\n", name, op, text);
        }
        return name;
    }

    // A table of the blocks that each block of queries drew, and a look into it. A kernel asks beyond the last token where its tiles do.
    Result<std::string> drawn(const Arguments& a, std::string_view primitive, const std::function<std::vector<Index>(Index u, Index blocks)>& draw)
    {
        const Index blocks = ceilDiv(m_tokens, a.numbers[0]);
        if (blocks > kMostBlocks)
            return fail(Fault::Unsupported,
                        fmt::format("{} draws for {} blocks, a mask_mod holds tables of at most {}.", primitive, blocks, kMostBlocks),
                        "Choose larger blocks, or a text with fewer tokens.");
        const std::string name = fmt::format("drawn{}", m_drawn++);
        m_tables += fmt::format("{} = torch.zeros({}, {}, dtype=torch.bool, device=DEVICE)\nfor block, keys in enumerate([", name, blocks, blocks);
        for (Index u = 0; u < blocks; ++u) m_tables += fmt::format("{}[{}]", u == 0 ? "" : ", ", fmt::join(draw(u, blocks), ", "));
        m_tables += fmt::format("]):\n    for key in keys:\n        {}[block, key] = True\n", name);
        m_needsTorch = m_usesLength = true;
        return fmt::format("{0}[(q_idx // {1}).clamp(max={2}), (kv_idx // {1}).clamp(max={2})]", name, a.numbers[0], blocks - 1);
    }

    // Nothing that a token's text holds may end the comment.
    static std::string commentOf(std::string_view text)
    {
        std::string result;
        for (const char c : text) {
            if ((c >= 0 && c < ' ') || c == 127)
                result += fmt::format("\\x{:02x}", int(c));
            else
                result += c;
        }
        return result;
    }

    [[nodiscard]] std::string lengthLine() const
    {
        const std::string tokens = m_usesLength ? std::to_string(m_tokens) : "N";
        return fmt::format("for {0} tokens: create_block_mask(mask_mod, B=None, H=None, Q_LEN={0}, KV_LEN={0})", tokens);
    }

    Index m_tokens;
    std::string m_tables, m_statements;
    int m_parts = 0, m_drawn = 0;
    bool m_needsTorch = false, m_usesLength = false, m_divides = false;
};

}   // namespace

Result<std::string> maskModSource(const Pattern& pattern, Index tokens)
{
    if (tokens < 1) return fail(Fault::BadInput, fmt::format("A mask of {} tokens was asked for, expected 1 or more.", tokens));
    if (pattern.selects())
        return fail(Fault::Unsupported, fmt::format("{} chooses its keys from q and k, which a mask_mod never sees.", pattern.text()),
                    "Export a pattern without topk, moba, nsa, lsh and routing.");
    Writer writer(tokens);
    FOVEA_TRY(result, writer.expression(Node::of(pattern)));
    return writer.source(result, pattern);
}

}   // namespace core
