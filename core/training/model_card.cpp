#include "core/training/model_card.h"

#include <fmt/format.h>

namespace core {
namespace {

constexpr const char* kLimits = R"(## What it is not

- It is far too small to know anything: its sentences are plausible, its stories are not. It has read children's stories and old novels in
  English and repeats what they think of people.
- Attention is not explanation. A head's weights show where it looks, not why the model answered; only ablation shows effects.
- No head here "does coreference". The pronoun table says how much weight one head, chosen on other stories, puts on the true name and on the
  other one, in generated stories where gender alone decides. The stories share their words and sentence frames with training; the pairs of
  names, and the combinations of opening, theme and first introduction, do not occur there. Where the score stays when the tokens are shuffled
  and the names go along, the head looks for a name of the pronoun's gender wherever it stands, and order and grammar play no part.
- The best of many heads is always impressive; the value on shuffled tokens beside each score says how much of it is habit.
- A causal row cannot know the future: in "… because it was too tired" the row of "it" is computed before "tired" is read.
)";

std::string shapeOf(const ModelCardFacts& facts)
{
    const ModelConfig& c = facts.config;
    return fmt::format("{} layers × {} heads of width {}{}, model width {}, vocabulary {}, {:.1f} million parameters, trained on up to {} positions",
                       c.layers, c.heads, c.headDim, c.kvHeads == c.heads ? "" : fmt::format(" ({} key/value heads)", c.kvHeads), c.width,
                       c.vocabulary, double(facts.parameters) / 1e6, c.context);
}

std::string sourceTable(const std::vector<TextSource>& sources)
{
    std::string text = "| text | what | licence |\n|---|---|---|\n";
    for (const TextSource& source : sources) text += fmt::format("| {} | {} | {} |\n", source.name, source.what, source.licence);
    return text;
}

// A continuation may hold anything, line breaks and Markdown among it, so that it is quoted as code.
std::string samplesOf(const EvaluationReport& report)
{
    std::string text;
    for (const TextSample& sample : report.samples) text += fmt::format("````\n{}▸{}\n````\n\n", sample.prompt, sample.continuation);
    return text;
}

}   // namespace

std::vector<TextSource> builtInTextSources()
{
    return {
        {"fairytales", "278 whole fairy tales (the stories of FairytaleQA, from Project Gutenberg)", "public-domain texts; collection Apache-2.0"},
        {"novels", "21 simple English novels before 1923 (the originals behind LitBank, from Project Gutenberg)", "public domain (US)"},
        {"stories-pratham", "394 picture-book stories by the authors of Pratham Books, StoryWeaver (storyweaver.org.in)", "CC BY"},
        {"stories-african", "316 picture-book stories by the authors of African Storybook (africanstorybook.org)", "CC BY"},
    };
}

std::string modelCard(const EvaluationReport& report, const ModelCardFacts& facts)
{
    std::string text = fmt::format("# {}\n\nA small language model made to be looked into: {}.\n\n", report.model, shapeOf(facts));
    text += fmt::format("## How it was trained\n\n{} steps, {:.1f} million tokens, with Fovea's own trainer", facts.steps,
                        double(facts.trainedTokens) / 1e6);
    text += facts.command.empty() ? ".\n" : fmt::format(":\n\n    {}\n", facts.command);
    text += "\nBesides the texts below it read generated ones: short stories about people with names and registers of what two of them do (\"Anna "
            "met Tom. "
            "He sewed, she baked.\"; everybody of one name has one trade), random tokens that come again, and passages of the texts that come again. "
            "About "
            "4 % of each collection, whole works, was held out.\n\n";
    text += sourceTable(facts.sources);
    text += "\n## What its heads do on input it was never trained on\n\n" + markdownOf(report);
    text += "\n## Five samples\n\nTemperature 0.7, top 40; the prompt ends at ▸.\n\n" + samplesOf(report);
    return text + kLimits;
}

}   // namespace core
