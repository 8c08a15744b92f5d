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

// With the model's own attention, of this text or an earlier one; null where there is none.
core::RecordingPtr ownRecordingOf(const ExploreRecord& record)
{
    if (!hasPlan(record)) return record.recording;
    return record.own ? record.own->recording : record.ownBefore;
}

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
    const core::PredictionEffect effect = core::predictionEffect(lastLogits(*record.own->recording), logits, vocabulary, kNextTokens);
    std::ranges::for_each(effect.candidates, add);
    record.own = std::make_shared<const OwnPrediction>(OwnPrediction{record.own->recording, effect.divergence});
}

void adoptOwnPrediction(ExploreRecord& record, const ExploreRecord& earlier)
{
    if (!hasPlan(record) || earlier.model != record.model) return;
    const core::RecordingPtr own = ownRecordingOf(earlier);
    if (own && own->logits.rows() > 0 && own->tokens.ids() == record.recording->tokens.ids())
        record.own = std::make_shared<const OwnPrediction>(OwnPrediction{own});
    else
        record.ownBefore = own;
}

core::Result<void> runOwnPrediction(ExploreRecord& record, const std::stop_token& stop)
{
    if (!hasPlan(record) || record.own || record.recording->logits.rows() == 0) return {};
    core::RunOptions options;
    options.previous = record.ownBefore;
    options.stop = stop;
    const core::Result<core::RecordingPtr> own = record.model->transformer->run(record.recording->tokens, options);
    if (!own && own.error().fault == core::Fault::Cancelled) return core::cancelled();
    if (!own) {
        record.ownProblem = own.error();
        return {};
    }
    record.own = std::make_shared<const OwnPrediction>(OwnPrediction{*own});
    record.ownBefore = nullptr;
    predict(record);
    return {};
}

}   // namespace ui
