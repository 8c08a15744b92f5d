#include "ui/controllers/cost_controller.h"

#include <algorithm>

namespace ui {

namespace {

using core::Index;

Index textTokensOf(const CostQuestion& question) { return question.subjects.empty() ? 0 : question.subjects.front().layout->keys(); }

// At the text's own length what was chosen from q and k is known too.
core::Result<core::PatternCost> costAt(const CostSubject& subject, Index tokens, const core::CostShape& shape, const std::stop_token& stop)
{
    if (tokens == subject.layout->keys()) return core::costOf(*subject.layout, shape, stop);
    return core::patternCost(subject.layout->pattern(), tokens, shape, stop);
}

}   // namespace

CostController::CostController(Workers& workers, QObject* parent) :
    QObject(parent),
    m_costs(
        [this](std::optional<CostAnswerPtr> answer) {
            if (answer) Q_EMIT costsFound(*answer);
        },
        workers),
    m_growth(
        [this](std::optional<GrowthAnswerPtr> answer) {
            if (answer) Q_EMIT growthFound(*answer);
        },
        workers)
{
}

void CostController::ask(CostQuestion question)
{
    m_costs.start([question](const std::stop_token& stop) { return costsOf(question, stop); });
    std::vector<core::LayoutPtr> layouts;
    for (const CostSubject& subject : question.subjects) layouts.push_back(subject.layout);
    if (layouts == m_grown) return;   // another length alone
    m_grown = std::move(layouts);
    m_growth.start([question = std::move(question)](const std::stop_token& stop) { return growthOf(question, stop); });
}

const std::vector<Index>& growthLengths()
{
    static const std::vector<Index> lengths{16,     32,     64,     128,    256,     512,     1'024,   2'048,    4'096,
                                            10'000, 16'384, 32'768, 65'536, 131'072, 262'144, 524'288, 1'000'000};
    return lengths;
}

std::optional<CostAnswerPtr> costsOf(const CostQuestion& question, const std::stop_token& stop)
{
    auto answer = std::make_shared<CostAnswer>();
    answer->textTokens = textTokensOf(question);
    answer->tokens = question.tokens.value_or(answer->textTokens);
    answer->isOfText = answer->tokens == answer->textTokens;
    answer->shape = question.shape;
    for (const CostSubject& subject : question.subjects) {
        const core::Result<core::PatternCost> cost = costAt(subject, answer->tokens, question.shape, stop);
        if (stop.stop_requested()) return {};
        CostColumn column{.name = subject.name, .cost = {}, .why = {}, .seconds = {}};
        if (cost)
            column.cost = *cost;
        else
            column.why = QString::fromStdString(cost.error().what + ' ' + cost.error().remedy).trimmed();
        if (answer->isOfText) column.seconds = subject.seconds;
        answer->columns.push_back(std::move(column));
    }
    return answer;
}

std::optional<GrowthAnswerPtr> growthOf(const CostQuestion& question, const std::stop_token& stop)
{
    auto answer = std::make_shared<GrowthAnswer>();
    answer->textTokens = textTokensOf(question);
    std::vector<Index> lengths = growthLengths();
    lengths.insert(std::ranges::lower_bound(lengths, answer->textTokens), answer->textTokens);
    lengths.erase(std::ranges::unique(lengths).begin(), lengths.end());
    for (const CostSubject& subject : question.subjects) {
        GrowthLine line{subject.name, {}};
        bool isCounted = true;   // what takes too long to count at one length does at longer ones
        for (const Index n : lengths) {
            std::optional<core::PatternCost> cost;
            if (isCounted || n == answer->textTokens) {
                const core::Result<core::PatternCost> counted = costAt(subject, n, question.shape, stop);
                if (counted) cost = *counted;
                isCounted = counted || n < answer->textTokens;   // chosen keys are known at the text's length alone
            }
            if (stop.stop_requested()) return {};
            line.points.push_back({n, cost});
        }
        answer->lines.push_back(std::move(line));
    }
    return answer;
}

}   // namespace ui
