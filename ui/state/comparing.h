// What Compare is about: patterns of pairs beside the ones that a head has by itself, and how they are looked at.
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

#include "core/attention/attention_plan.h"
#include "ui/plot/view_layout.h"

namespace ui {

inline constexpr int kMostPatterns = 4;
inline const QString kFirstPattern = QStringLiteral("sinks(1) | window(4)");   // what a new document compares with

enum class CompareMode { Weights, Pairs };   // of the sparse picture: pairs all weigh the same
enum class LinkedZoom { On, Off };           // on: what is zoomed in one picture is zoomed in all

enum class CostsCard { Cost, Growth };
enum class EffectsCard { Model, Context, Reach, Sweep };

struct Comparing {
    int pattern = 0;   // of the document's, on show
    CompareMode mode = CompareMode::Weights;
    ViewParts parts = ViewParts::Matrix;   // or links, of the own and the sparse picture
    LinkedZoom zoom = LinkedZoom::On;
    core::PlanScope scope = core::PlanScope::Head;   // of the effect on the model
    core::Index kvGroups = 0;                        // what is tried on it: key/value heads in so many groups; 0: the pattern on show
    CostsCard costs = CostsCard::Cost;               // on top
    EffectsCard effects = EffectsCard::Model;        // likewise
    std::optional<core::Index> costTokens{};         // costs are of a text of so many; null: as many as this one has
    core::Index window = 3;                          // tokens that a text is cropped to, and that every head sees when it slides
    core::Index sinks = 0;                           // first tokens that stay in sight then
    QString sweep{};                                 // the template that was asked for last; empty: none
    friend bool operator==(const Comparing&, const Comparing&) = default;

    // A head shares its keys and values with its layer.
    [[nodiscard]] core::PlanScope triedOn() const { return kvGroups > 0 && scope == core::PlanScope::Head ? core::PlanScope::Layer : scope; }
};

}   // namespace ui
