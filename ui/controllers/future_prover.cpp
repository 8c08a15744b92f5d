#include "ui/controllers/future_prover.h"

namespace ui {

core::Result<FutureAnswer> proveFuture(const FutureQuestion& question, const std::stop_token& stop)
{
    const core::Model& model = *question.record->model;
    const core::Recording& recording = *question.record->recording;
    const core::Index from = question.query.row + 1;
    core::RunOptions options;
    options.plan = recording.plan;
    options.stop = stop;
    if (question.query.change == FutureChange::Poison) {
        FOVEA_TRY(proof, core::provePoison(*model.transformer, recording.tokens, from, options));
        return FutureAnswer{recording.tokens, proof};
    }
    const core::Exchange exchange = question.query.change == FutureChange::NextToken ? core::Exchange::NextToken : core::Exchange::EveryToken;
    FOVEA_TRY(exchanged, core::exchangedFuture(model.tokenizer, recording.tokens, from, question.query.draw, exchange));
    FOVEA_TRY(proof, core::proveFuture(*model.transformer, recording.tokens, exchanged, options));
    return FutureAnswer{std::move(exchanged), proof};
}

}   // namespace ui
