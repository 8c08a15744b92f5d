#include "ui/controllers/predictions.h"

#include <algorithm>

#include "core/model/generate.h"
#include "core/text/unicode.h"
#include "ui/controllers/engine.h"
#include "ui/state/document.h"

namespace ui {

namespace {

bool hasPlan(const ExploreRecord& record) { return !record.recording->plan.rules().empty(); }

const float* lastLogits(const core::Recording& recording) { return recording.logits.row(recording.logits.rows() - 1).data(); }

NextTokenChance chanceOf(const core::Tokenizer& tokenizer, const core::Candidate& candidate)
{
    const std::string bytes = tokenizer.bytes(candidate.id);
    const bool isSpecial = tokenizer.isSpecial(candidate.id);
    const core::Tokens alone{.text = {}, .items = {core::Token{.id = candidate.id, .span = {}, .bytes = bytes, .special = isSpecial}}};
    NextTokenChance chance{.id = candidate.id,
                           .label = QString::fromStdString(alone.label(0)),
                           .piece = {},
                           .probability = candidate.probability,
                           .own = candidate.own,
                           .candidacy = candidate.candidacy};
    if (isSpecial || bytes.empty())
        chance.kind = NextPiece::Control;
    else if (!core::isValidUtf8(bytes))
        chance.kind = NextPiece::PartOfCharacter;
    else
        chance.piece = exactText(bytes);
    return chance;
}

}   // namespace

void predict(ExploreRecord& record)
{
    record.next.clear();
    const core::Recording& recording = *record.recording;
    if (recording.logits.rows() == 0) return;
    const auto add = [&](const core::Candidate& candidate) { record.next.push_back(chanceOf(record.model->tokenizer, candidate)); };
    const float* logits = lastLogits(recording);
    const core::Index vocabulary = recording.logits.cols();
    if (!record.own) {
        for (const core::NextToken& token : core::mostLikely(logits, vocabulary, kNextTokens)) add({token.id, token.probability, token.probability});
        return;
    }
    const core::PredictionEffect effect = core::predictionEffect(record.own->logits.data(), logits, vocabulary, kNextTokens);
    std::ranges::for_each(effect.candidates, add);
    record.own = std::make_shared<const OwnPrediction>(OwnPrediction{record.own->logits, effect.divergence});
}

void adoptOwnPrediction(ExploreRecord& record, const ExploreRecord& earlier)
{
    const bool isSameText = earlier.model == record.model && earlier.recording->tokens.ids() == record.recording->tokens.ids();
    if (!hasPlan(record) || !isSameText) return;
    if (hasPlan(earlier)) {
        record.own = earlier.own;
    } else if (earlier.recording->logits.rows() > 0) {
        const float* logits = lastLogits(*earlier.recording);
        record.own = std::make_shared<const OwnPrediction>(OwnPrediction{{logits, logits + earlier.recording->logits.cols()}});
    }
}

core::Result<void> runOwnPrediction(ExploreRecord& record, const std::stop_token& stop)
{
    if (!hasPlan(record) || record.own || record.recording->logits.rows() == 0) return {};
    core::RunOptions options;
    options.stop = stop;
    const core::Result<core::RecordingPtr> own = record.model->transformer->run(record.recording->tokens, options);
    if (!own && own.error().fault == core::Fault::Cancelled) return core::cancelled();
    if (!own) return {};
    const float* logits = lastLogits(**own);
    record.own = std::make_shared<const OwnPrediction>(OwnPrediction{{logits, logits + (*own)->logits.cols()}});
    predict(record);
    return {};
}

}   // namespace ui
