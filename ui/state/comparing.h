// What Compare is about: patterns of pairs beside the ones that a head has by itself, and how they are looked at.
#pragma once

#include <optional>

#include <QRectF>
#include <QString>
#include <QStringList>

#include "core/attention/attention_plan.h"
#include "ui/plot/view_layout.h"

namespace ui {

inline constexpr int kMostPatterns = 4;
inline const QString kFirstPattern = QStringLiteral("sinks(1) | window(4)");   // what a new document compares with

// What the sparse picture shows: weights; which part of the pattern lets a pair be; the tiles that a kernel touches; pairs that all weigh the same.
enum class CompareMode { Weights, AllowedBy, Tiles, Pairs };
enum class DifferencePicture { Shown, Hidden };
enum class PictureOrder { OwnFirst, SparseFirst };   // the own and the sparse picture stand in each other's place
enum class LinkedZoom { On, Off };                   // on: what is zoomed in one picture is zoomed in all

enum class CostsCard { Cost, Growth };
enum class EffectsCard { Model, Context, Reach, Sweep };

struct Comparing {
    int pattern = 0;   // of the document's, on show
    CompareMode mode = CompareMode::Weights;
    ViewParts parts = ViewParts::Matrix;   // or links, of the own and the sparse picture
    LinkedZoom zoom = LinkedZoom::On;
    DifferencePicture difference = DifferencePicture::Shown;
    PictureOrder order = PictureOrder::OwnFirst;
    std::optional<QRectF> cells{};                   // of the matrix, that are seen: x counts keys and y queries; null: all of it
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

inline void toggleDifference(Comparing& comparing)
{
    const bool isShown = comparing.difference == DifferencePicture::Shown;
    comparing.difference = isShown ? DifferencePicture::Hidden : DifferencePicture::Shown;
}

inline void swapPictures(Comparing& comparing)
{
    comparing.order = comparing.order == PictureOrder::OwnFirst ? PictureOrder::SparseFirst : PictureOrder::OwnFirst;
}

inline void nextMode(Comparing& comparing)
{
    const bool isLast = comparing.mode == CompareMode::Pairs;
    comparing.mode = isLast ? CompareMode::Weights : CompareMode(int(comparing.mode) + 1);
}

}   // namespace ui
