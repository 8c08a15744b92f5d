#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "core/training/evaluation.h"

namespace core {
namespace {

std::string nameOf(HeadId head) { return fmt::format("{}.{}", head.layer, head.head); }

Json jsonOf(const std::optional<HeadScore>& score)
{
    if (!score) return {};
    return Json::object({{"layer", score->head.layer},
                         {"head", score->head.head},
                         {"selected", score->score.selected},
                         {"measured", score->score.measured},
                         {"shuffled", score->score.shuffled},
                         {"items", score->score.items}});
}

Json jsonOf(NameMass mass) { return Json::object({{"true_name", mass.trueName}, {"other_name", mass.otherName}, {"ratio", mass.ratio()}}); }

Json jsonOf(const PronounScore& pronoun)
{
    const ChosenPronounHead& score = pronoun.score;
    return Json::object({{"layer", pronoun.head.layer},
                         {"head", pronoun.head.head},
                         {"stories", score.stories},
                         {"selected", jsonOf(score.selected)},
                         {"measured", jsonOf(score.measured)},
                         {"preferred", score.preferred},
                         {"true_name_first", jsonOf(score.trueNameFirst)},
                         {"true_name_second", jsonOf(score.trueNameSecond)},
                         {"true_name_latest", jsonOf(score.trueNameLatest)},
                         {"other_name_latest", jsonOf(score.otherNameLatest)},
                         {"shuffled_names", jsonOf(score.shuffledNames)},
                         {"shuffled_places", jsonOf(score.shuffledPlaces)}});
}

Json jsonOf(const TextScore& score)
{
    return Json::object({{"source", score.source},
                         {"documents", score.documents},
                         {"characters", score.characters},
                         {"tokens", score.tokens},
                         {"bits_per_character", score.bitsPerCharacter()},
                         {"shuffled_bits_per_character", score.shuffledBitsPerCharacter()}});
}

std::string scoreLine(std::string_view what, const std::optional<HeadScore>& score)
{
    if (!score) return fmt::format("| {} | not measured | | | | |\n", what);
    return fmt::format("| {} | {} | {:.2f} | {:.2f} | {:.2f} | {} |\n", what, nameOf(score->head), score->score.measured, score->score.shuffled,
                       score->score.selected, score->score.items);
}

std::string massLine(std::string_view what, NameMass mass)
{
    const std::string ratio = std::isfinite(mass.ratio()) ? fmt::format("{:.1f}", mass.ratio()) : "no other";
    return fmt::format("| {} | {:.2f} | {:.2f} | {} |\n", what, mass.trueName, mass.otherName, ratio);
}

std::string pronounTable(const PronounScore& pronoun)
{
    const ChosenPronounHead& score = pronoun.score;
    std::string text =
        fmt::format("Pronoun → name: head {}, chosen on other stories, n = {} stories; more weight on the true name in {:.0f} % of them.\n\n"
                    "| weight of the pronoun's row | true name | other name | ratio |\n|---|---|---|---|\n",
                    nameOf(pronoun.head), score.stories, 100.0 * score.preferred);
    text += massLine("**all stories**", score.measured);
    text += massLine("true name comes first in the story", score.trueNameFirst);
    text += massLine("true name comes second", score.trueNameSecond);
    text += massLine("true name is the latest before the pronoun", score.trueNameLatest);
    text += massLine("other name is the latest", score.otherNameLatest);
    text += massLine("tokens shuffled, names where they went", score.shuffledNames);
    text += massLine("tokens shuffled, places where the names had been", score.shuffledPlaces);
    return text;
}

std::string textTable(const EvaluationReport& report)
{
    if (report.text.empty()) return "Text: not measured, no corpus was given.\n";
    std::string text = fmt::format("Bits per character of held-out works, in windows of {} tokens that each begin anew:\n\n"
                                   "| text | bits per character | tokens shuffled | characters | works or parts |\n|---|---|---|---|---|\n",
                                   report.textContext);
    std::vector<TextScore> scores = report.text;
    scores.push_back(totalOf(report.text));
    for (const TextScore& score : scores)
        text += fmt::format("| {} | {:.2f} | {:.2f} | {} | {} |\n", score.source, score.bitsPerCharacter(), score.shuffledBitsPerCharacter(),
                            score.characters, score.documents);
    return text;
}

}   // namespace

Json toJson(const EvaluationReport& report)
{
    Json::Array text, samples;
    for (const TextScore& score : report.text) text.push_back(jsonOf(score));
    for (const TextSample& sample : report.samples)
        samples.push_back(Json::object({{"prompt", sample.prompt}, {"continuation", sample.continuation}}));
    return Json::object({{"model", report.model},
                         {"layers", report.layers},
                         {"heads", report.heads},
                         {"previous_token", jsonOf(report.previousToken)},
                         {"first_token", jsonOf(report.firstToken)},
                         {"induction_random", jsonOf(report.inductionRandom)},
                         {"induction_natural", jsonOf(report.inductionNatural)},
                         {"pronoun", jsonOf(report.pronoun)},
                         {"text", text},
                         {"text_total", report.text.empty() ? Json() : jsonOf(totalOf(report.text))},
                         {"text_context", report.textContext},
                         {"samples", samples}});
}

std::string markdownOf(const EvaluationReport& report)
{
    std::string text =
        fmt::format("The best of {} heads for each question, chosen on one half of the input and measured on the other. Heads are named "
                    "layer.head, counted from 0.\n\n"
                    "| mean weight on | head | measured | tokens shuffled | where it was chosen | n |\n|---|---|---|---|---|---|\n",
                    report.layers * report.heads);
    text += scoreLine("the token before, held-out text", report.previousToken);
    text += scoreLine("the first token, held-out text", report.firstToken);
    text += scoreLine("what followed last time, random tokens twice", report.inductionRandom);
    text += scoreLine("what followed last time, held-out passages twice", report.inductionNatural);
    return text + "\n" + pronounTable(report.pronoun) + "\n" + textTable(report);
}

}   // namespace core
