// What compared patterns cost at some length, and how that grows: finished before any view sees it.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include "core/metrics/pattern_cost.h"
#include "core/metrics/pattern_sweep.h"

namespace ui {

// The head's own pattern, or one that is compared with it.
struct CostSubject {
    QString name;             // as columns and lines are headed
    core::LayoutPtr layout;   // of the text: the head's own pattern & this one
    double seconds = 0.0;     // measured on the text
};

struct CostQuestion {
    std::vector<CostSubject> subjects;   // the head's own first
    core::CostShape shape;
    std::optional<core::Index> tokens;   // null: as many as the text has
};

struct CostColumn {
    QString name;
    std::optional<core::PatternCost> cost;
    QString why;                     // there is none
    std::optional<double> seconds;   // at the text's own length alone
};

struct CostAnswer {
    core::Index tokens = 0;
    core::Index textTokens = 0;
    bool isOfText = true;   // of the layouts as they are; else of their patterns
    core::CostShape shape;
    std::vector<CostColumn> columns;   // the head's own first
};
using CostAnswerPtr = std::shared_ptr<const CostAnswer>;

struct GrowthLine {
    QString name;
    std::vector<core::GrowthPoint> points;
};
struct GrowthAnswer {
    core::Index textTokens = 0;
    std::vector<GrowthLine> lines;   // the head's own first
};
using GrowthAnswerPtr = std::shared_ptr<const GrowthAnswer>;

// A sweep as it stands.
struct SweepState {
    QString text;   // the template
    bool isRunning = false;
    core::Index done = 0;
    core::Index of = 0;
    std::shared_ptr<const std::vector<core::SweepPoint>> points{};   // null: none yet. May be of an older text while a new one runs
    std::optional<core::Error> problem{};
};

}   // namespace ui
