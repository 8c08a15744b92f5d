// Engine: what turns a text into a record. An interface, so that tests can count, delay and fail runs.
#pragma once

#include <stop_token>

#include <QString>

#include "core/base/result.h"
#include "ui/state/explore_record.h"

namespace ui {

inline constexpr core::Index kLiveTokens = 4096;   // the live view stops here and says so
inline constexpr core::Index kNextTokens = 5;

struct RunRequest {
    QString text;
    QString plan;   // AttentionPlan's text form
    core::ModelPtr model;
    ExploreRecordPtr previous;   // rows of a common prefix are shared with it
    friend bool operator==(const RunRequest&, const RunRequest&) = default;
};

class Engine {
public:
    virtual ~Engine() = default;
    // Called on a worker thread. Tokens, forward pass and next tokens; ExploreRecord::heads stays empty. Errors: those of tokenizer, plan and
    // Transformer::run; Cancelled.
    [[nodiscard]] virtual core::Result<ExploreRecordPtr> run(const RunRequest& request, const std::stop_token& stop) const = 0;
    // The same record with ExploreRecord::heads, and beside a plan's prediction that of the model's own attention. Errors: Cancelled.
    [[nodiscard]] virtual core::Result<ExploreRecordPtr> describe(const ExploreRecordPtr& record, const std::stop_token& stop) const = 0;
};

using EnginePtr = std::shared_ptr<const Engine>;

// The engine of the program: the core library, nothing between.
class CoreEngine final : public Engine {
public:
    [[nodiscard]] core::Result<ExploreRecordPtr> run(const RunRequest& request, const std::stop_token& stop) const override;
    [[nodiscard]] core::Result<ExploreRecordPtr> describe(const ExploreRecordPtr& record, const std::stop_token& stop) const override;
};

}   // namespace ui
