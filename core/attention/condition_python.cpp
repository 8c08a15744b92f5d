#include "core/attention/condition_python.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace core {

namespace {

using Op = Condition::Op;

// A node in Python.
struct Part {
    std::string text;
    double most = 0.0;     // no value is larger in size
    bool varies = false;   // with q or k; what does not is a Python number
};

std::string_view symbolOf(Op op)
{
    switch (op) {
    case Op::Add:
        return "+";
    case Op::Subtract:
        return "-";
    case Op::Multiply:
        return "*";
    case Op::Divide:
        return "//";
    case Op::Modulo:
        return "%";
    case Op::Less:
        return "<";
    case Op::LessEqual:
        return "<=";
    case Op::Greater:
        return ">";
    case Op::GreaterEqual:
        return ">=";
    case Op::Equal:
        return "==";
    case Op::NotEqual:
        return "!=";
    case Op::And:
        return "&";
    case Op::Or:
        return "|";
    default:
        return {};
    }
}

double mostOf(Op op, double a, double b)
{
    switch (op) {
    case Op::Add:
    case Op::Subtract:
        return a + b;
    case Op::Multiply:
        return a * b;
    case Op::Divide:
        return a + 1.0;   // rounded down
    case Op::Modulo:
        return b;
    default:
        return 1.0;
    }
}

class Writer {
public:
    Writer(const Condition& condition, Index keys) : m_nodes(condition.nodes()), m_keys(keys) {}

    Part part(int index)
    {
        const Condition::Node& node = m_nodes[std::size_t(index)];
        switch (node.op) {
        case Op::Number:
            return {std::to_string(node.value), double(node.value), false};
        case Op::Count:
            return {std::to_string(m_keys), double(m_keys), false};
        case Op::Query:
            return {"q", double(m_keys), true};
        case Op::Key:
            return {"k", double(m_keys), true};
        default:
            break;
        }
        const Part left = part(node.left);
        Part result = node.right < 0 ? unary(node.op, left) : binary(node.op, left, part(node.right), m_nodes[std::size_t(node.right)]);
        m_most = std::max(m_most, result.most);
        return result;
    }

    [[nodiscard]] double most() const { return m_most; }
    [[nodiscard]] bool divides() const { return m_divides; }

private:
    static Part unary(Op op, const Part& a)
    {
        if (op == Op::Not) return {fmt::format("(~{})", a.text), 1.0, true};
        return {fmt::format("{}({})", op == Op::Abs ? "abs" : "-", a.text), a.most, a.varies};
    }

    Part binary(Op op, const Part& a, const Part& b, const Condition::Node& divisor)
    {
        Part result{{}, mostOf(op, a.most, b.most), a.varies || b.varies};
        const bool isDivision = op == Op::Divide || op == Op::Modulo;
        const bool isSimple = divisor.op == Op::Number && divisor.value > 0;   // Python's own division is the same by a positive number
        if (isDivision && !isSimple) {
            m_divides = true;
            result.text = fmt::format("{}({}, {})", op == Op::Divide ? "floor_div" : "euclid_mod", a.text, b.text);
            return result;
        }
        const bool isTruthOfNumbers = op >= Op::Less && !result.varies;   // a tensor all the same
        result.varies = result.varies || isTruthOfNumbers;
        result.text = fmt::format("({}{} {} {})", a.text, isTruthOfNumbers ? " + 0 * q" : "", symbolOf(op), b.text);
        return result;
    }

    const std::vector<Condition::Node>& m_nodes;
    Index m_keys;
    double m_most = 0.0;
    bool m_divides = false;
};

}   // namespace

Result<PythonCondition> pythonOf(const Condition& condition, Index keys)
{
    Writer writer(condition, keys);
    const Part whole = writer.part(int(condition.nodes().size()) - 1);
    if (!(writer.most() <= double(Condition::kLargest)))
        return fail(Fault::Unsupported,
                    fmt::format("Numbers of where({}) may grow beyond 2^60, which Python's tensors do not hold.", condition.text()),
                    "Write it with smaller products.");
    return PythonCondition{whole.text, writer.divides()};
}

}   // namespace core
