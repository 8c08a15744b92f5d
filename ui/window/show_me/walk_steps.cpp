#include "ui/window/show_me/walk_steps.h"

#include <algorithm>

#include <QCoreApplication>
#include <QKeySequence>

#include "ui/state/ledger.h"
#include "ui/state/numbers.h"
#include "ui/state/samples.h"
#include "ui/views/explore/heads/head_values.h"
#include "ui/views/explore/heads/head_words.h"

namespace ui {

namespace {

constexpr HeadMeasure kMeasure = HeadMeasure::PreviousToken;

struct Walk {
    Q_DECLARE_TR_FUNCTIONS(Walk)

public:
    static QString sentence(const WalkFacts& facts)
    {
        return tr("Type here, and every key runs the model: it reads this sentence as %1 tokens, each of them a chip.")
            .arg(facts.record->recording->size());
    }
    static QString grid(const WalkFacts& facts)
    {
        return tr("Each of these %1 small pictures is one head on this sentence: a row for each token that looks, a column for each that is looked at, "
                  "weights on a √ scale.")
            .arg(facts.record->maps.size());
    }
    static QString ranking(const WalkFacts& facts)
    {
        return tr("Heads can be ranked by where they look: averaged over the tokens, %1 gives %2 of its weight to the token just before, "
                  "the most of all %3.")
            .arg(nameOf(facts.head), printedValue(facts.previous, kMeasure))
            .arg(facts.record->maps.size());
    }
    static QString peek(const WalkFacts& facts)
    {
        return tr("Pointing at a cell is a peek, and lights the pair in every view: here “%1” gives %2 of its weight to “%3”.")
            .arg(label(facts, facts.weight.pair.query), printedWeight(facts.weight.weight), label(facts, facts.weight.pair.key));
    }
    static QString pin(const WalkFacts&)
    {
        return tr("A click, or Enter, pins the pair: it stays while you look elsewhere, follows its words through edits, and can be undone.");
    }
    static QString derivation(const WalkFacts& facts)
    {
        const Ledger ledger = ledgerOf(facts.weight);
        return tr("The inspector opens every weight: the products of q and k give the score %1, ℓ of the row is %2, and exp(%1 − %2) is the weight %3.")
            .arg(ledger.score, ledger.lse, ledger.weight);
    }
    static QString shuffled(const WalkFacts& facts)
    {
        const QString best = tr("The best of %1 heads is always impressive").arg(facts.record->maps.size());
        return facts.shuffled ? tr("%1, so what it scores on shuffled tokens stands beside its score: %2 here, %3 shuffled.")
                                    .arg(best, printedValue(facts.previous, kMeasure), printedValue(*facts.shuffled, kMeasure))
                              : tr("%1, so what it scores on shuffled tokens will stand beside its score, as soon as it is computed.").arg(best);
    }
    static QString hiding(const WalkFacts&)
    {
        return tr("Weight that rests on the first token can be hidden: every row is divided by 1 − that weight, labels say so, and the raw weight "
                  "is one hover away.");
    }
    static QString exporting(const WalkFacts&)
    {
        return tr("%1 exports this picture as a figure; it shows where a head looks, not why the model answered.")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText));
    }

private:
    static QString label(const WalkFacts& facts, core::Index token) { return facts.record->label(token).trimmed(); }
};

constexpr WalkScene kRanked{.byPreviousToken = true};
constexpr WalkScene kPinned{.byPreviousToken = true, .pair = WalkPair::Pinned};
constexpr WalkStep kSteps[] = {
    {"sentence", {}, &Walk::sentence},
    {"headGrid", {}, &Walk::grid},
    {"rankedHeads", kRanked, &Walk::ranking},
    {"attentionView", {.byPreviousToken = true, .pair = WalkPair::Peeked}, &Walk::peek},
    {"attentionView", kPinned, &Walk::pin},
    {"inspector", kPinned, &Walk::derivation},
    {"rankedHeads", kPinned, &Walk::shuffled},
    {"hideFirst", {.byPreviousToken = true, .pair = WalkPair::Pinned, .firstToken = FirstToken::Hidden}, &Walk::hiding},
    {"exportFigure", kPinned, &Walk::exporting},
};

// The strongest weight on the token before; the start token is no word to speak of.
std::optional<Derivation> strongestOf(const ExploreRecord& record, core::HeadId head)
{
    const std::vector<core::Token>& tokens = record.recording->tokens.items;
    std::optional<Derivation> strongest;
    for (core::Index query = 1; query < record.recording->size(); ++query) {
        if (tokens[std::size_t(query - 1)].special) continue;
        std::optional<Derivation> each = derive(record, head, {query, query - 1});
        if (each && each->allowed && (!strongest || each->weight > strongest->weight)) strongest = std::move(each);
    }
    return strongest;
}

}   // namespace

std::optional<WalkFacts> walkFacts(const ExploreRecordPtr& record, const HeadScoring& scoring)
{
    if (!record || record->heads.empty()) return std::nullopt;
    const HeadValues values(record, scoring);
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values.value(i, kMeasure) && (!best || *values.value(i, kMeasure) > *values.value(*best, kMeasure))) best = i;
    if (!best) return std::nullopt;
    std::optional<Derivation> weight = strongestOf(*record, values.head(*best));
    if (!weight) return std::nullopt;
    return WalkFacts{.record = record,
                     .head = values.head(*best),
                     .previous = *values.value(*best, kMeasure),
                     .shuffled = values.shuffled(*best, kMeasure),
                     .weight = *std::move(weight)};
}

std::span<const WalkStep> walkSteps() { return kSteps; }

QString walkText() { return QStringLiteral("The cat sat on the mat because it was tired."); }

DocumentState walkDocument(const DocumentState& before, const WalkScene& scene, const std::optional<WalkFacts>& facts)
{
    DocumentState document{.text = walkText(), .model = before.model, .plan = {}, .head = before.head, .pin = {}, .second = before.second};
    if (document.second) document.second->pin.reset();   // out of sight, its pair is nobody's
    if (!facts) return document;
    if (scene.byPreviousToken) document.head = facts->head;
    if (scene.pair == WalkPair::Pinned) document.pin = pinOf(facts->weight.pair, facts->record->recording->tokens, document.text);
    return document;
}

ViewState walkView(const ViewState& before, const WalkScene& scene)
{
    ViewState view;
    view.look = before.look;
    view.panels = before.panels;
    view.sentences = Sentences::FirstAlone;
    view.firstToken = scene.firstToken;
    if (scene.byPreviousToken) view.heads = view.heads.withSort(kMeasure);
    return view;
}

}   // namespace ui
