// Sentences that come with the program, each with one line on what to look for and what the model they were written for really does.
#pragma once

#include <filesystem>
#include <vector>

#include <QString>

#include "core/base/result.h"
#include "core/base/shape.h"
#include "ui/state/selection.h"

namespace ui {

// One weight that the line speaks of, as that model computes it.
struct SampleWeight {
    core::HeadId head{};
    Pair pair{};
    double weight = 0.0;   // to two decimals
};

struct Sample {
    QString title;
    QString text;
    QString beside{};   // a sentence to see beside it, different in one thing; empty: none
    QString look;   // names each head of `shows` as nameOf(head) does
    std::vector<SampleWeight> shows;
};

struct Samples {
    QString model;   // of which the lines are true
    std::vector<Sample> sentences;

    // The sample that is this text, on the model it was written for; null for any other.
    [[nodiscard]] const Sample* find(const QString& text, const QString& model) const;
    // What to put beside a text: what a sample names, else the same text, to be changed by hand.
    [[nodiscard]] QString besideOf(const QString& text) const;
};

// Errors: BadFile naming the file, the sentence and the member.
[[nodiscard]] core::Result<Samples> readSamples(const std::filesystem::path& file);

// Those that lie beside the program; none where they are missing.
[[nodiscard]] Samples builtInSamples();

}   // namespace ui
