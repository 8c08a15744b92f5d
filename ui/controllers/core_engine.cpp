#include "core/base/parallel.h"
#include "ui/controllers/engine.h"
#include "ui/controllers/predictions.h"

namespace ui {

core::Result<ExploreRecordPtr> CoreEngine::run(const RunRequest& request, const std::stop_token& stop) const
{
    auto record =
        std::make_shared<ExploreRecord>(ExploreRecord{.model = request.model, .recording = nullptr, .text = request.text, .plan = request.plan});
    FOVEA_TRY(tokens, request.model->tokenizer.encode(request.text.toStdString(), stop));
    record->tokensInText = tokens.size();
    if (tokens.size() > kLiveTokens) tokens.items.resize(std::size_t(kLiveTokens));

    FOVEA_TRY(plan, core::AttentionPlan::parse(request.plan.toStdString(), &tokens));
    core::RunOptions options;
    options.plan = plan;
    // Rows of another model would be rows of other weights.
    if (request.previous && request.previous->model == request.model) options.previous = request.previous->recording;
    options.stop = stop;
    FOVEA_TRY(recording, request.model->transformer->run(tokens, options));

    record->recording = recording;
    for (core::Index layer = 0; layer < recording->layers(); ++layer)
        for (core::Index head = 0; head < recording->heads(); ++head) record->maps.push_back(core::mapOf(recording, {layer, head}));
    if (request.previous) adoptOwnPrediction(*record, *request.previous);
    predict(*record);
    record->words = std::make_shared<const core::Words>(core::Words::of(recording->tokens));
    return record;
}

core::Result<ExploreRecordPtr> CoreEngine::describe(const ExploreRecordPtr& record, const std::stop_token& stop) const
{
    auto described = std::make_shared<ExploreRecord>(*record);
    const core::Recording& recording = *record->recording;
    described->heads.resize(record->maps.size());
    const core::TokenOccurrences rows = core::measuredRows(recording.tokens, recording.trainedContext, stop);
    const bool complete = core::parallelFor(
        core::Index(record->maps.size()),
        [&](core::Index i) {
            const core::AttentionMap& map = *record->maps[std::size_t(i)];
            const core::HeadId head{i / recording.heads(), i % recording.heads()};
            const core::Index kvHead = recording.sites[std::size_t(head.layer)].kvHeadOf(head.head);
            HeadThumbnail thumbnail = HeadThumbnail::of(map, head, kvHead, stop);
            thumbnail.state = stateOf(recording, head);
            const auto metrics = core::headMetrics(map, rows, head, stop);
            if (metrics) described->heads[std::size_t(i)] = {std::move(thumbnail), *metrics};
        },
        stop);
    if (!complete || stop.stop_requested()) return core::cancelled();
    FOVEA_CHECK(runOwnPrediction(*described, stop));
    return described;
}

}   // namespace ui
