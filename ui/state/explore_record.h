// Everything that the views of one text show, finished before any view sees it. Immutable: views share it, nobody edits it.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include "core/metrics/head_metrics.h"
#include "core/metrics/prediction_effect.h"
#include "core/model/model.h"
#include "core/recording/attention_map.h"
#include "core/recording/recording.h"
#include "core/text/words.h"
#include "ui/plot/head_thumbnail.h"
#include "ui/state/bidi.h"

namespace ui {

// Whether a token can be written behind the text.
enum class NextPiece { Text, Control, PartOfCharacter };

struct NextTokenChance {
    core::TokenId id = 0;
    QString label;
    NextPiece kind = NextPiece::Text;
    QString piece;   // what it adds to the text; empty unless it is text
    double probability = 0.0;
    double own = 0.0;   // with the model's own attention; the same where no plan changed it
    core::Candidacy candidacy = core::Candidacy::Stayed;
};

// The prediction with the model's own attention, beside which that of a plan stands.
struct OwnPrediction {
    core::RecordingPtr recording;   // of the same text without the plan
    double divergence = 0.0;        // KL(own ‖ plan), in nats
};

struct HeadSummary {
    HeadThumbnail thumbnail;
    core::HeadMetrics metrics;
};

struct ExploreRecord {
    core::ModelPtr model;
    core::RecordingPtr recording;
    QString text;                          // what was asked for
    QString plan = {};                     // … and with which plan
    core::Index tokensInText = 0;          // may exceed recording->size(): the live view stops at kLiveTokens
    std::vector<core::MapPtr> maps = {};   // [L · H], layer by layer
    std::vector<HeadSummary> heads = {};   // [L · H]; empty while they are still being computed
    // Most likely first; empty without logits. Where a plan changed the attention, those that left the list by it stand at the end.
    std::vector<NextTokenChance> next = {};
    std::shared_ptr<const OwnPrediction> own = {};   // null: no plan changes the attention, or it is not known yet
    core::RecordingPtr ownBefore = {};               // until it is: of an earlier text, whose rows it can share; may be null
    std::optional<core::Error> ownProblem = {};      // why it could not be computed
    core::WordsPtr words = {};                         // the words that the tokens form

    [[nodiscard]] bool has(core::HeadId head) const
    {
        return head.layer >= 0 && head.layer < recording->layers() && head.head >= 0 && head.head < recording->heads();
    }
    [[nodiscard]] bool has(core::Index query, core::Index key) const
    {
        return query >= 0 && query < recording->size() && key >= 0 && key < recording->size();
    }
    // The head itself, or the nearest one of a smaller model: what is shown of a document that names a head this model does not have.
    [[nodiscard]] core::HeadId nearest(core::HeadId head) const
    {
        return {std::clamp<core::Index>(head.layer, 0, std::max<core::Index>(0, recording->layers() - 1)),
                std::clamp<core::Index>(head.head, 0, std::max<core::Index>(0, recording->heads() - 1))};
    }
    [[nodiscard]] std::size_t indexOf(core::HeadId head) const { return std::size_t(head.layer * recording->heads() + head.head); }
    [[nodiscard]] const core::MapPtr& map(core::HeadId head) const { return maps[indexOf(head)]; }
    [[nodiscard]] QString label(core::Index token) const { return isolated(QString::fromStdString(recording->tokens.label(token))); }
};

using ExploreRecordPtr = std::shared_ptr<const ExploreRecord>;

}   // namespace ui
