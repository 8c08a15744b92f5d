// Patterns of real models by name: with the numbers of their papers, and scaled down so that they mean something on a sentence.
#pragma once

#include <filesystem>
#include <vector>

#include <QString>

#include "core/attention/pattern.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/shape.h"

namespace ui {

struct NamedPattern {
    QString id;
    QString name;
    QString line;          // what it is, with the real numbers, and that it is scaled
    QString source;        // paper
    QString pattern;       // scaled down: of 16 to 400 tokens
    QString realPattern;   // as in the model
    // Of models whose layers differ: one pattern for each layer, from layer 0 on and then again from the first. Else empty.
    std::vector<QString> layers{};
    std::vector<QString> realLayers{};

    // A plan for a model of so many layers: "all: causal & window(8)", or a rule for each layer.
    [[nodiscard]] QString plan(core::Index layerCount) const;
};

struct PatternGallery {
    std::vector<NamedPattern> patterns;

    [[nodiscard]] const NamedPattern* find(const QString& id) const;   // null where there is none
    // Errors: BadFile naming the file, the pattern and the member; every pattern has been parsed.
    [[nodiscard]] static core::Result<PatternGallery> load(const std::filesystem::path& file);
    // One pattern as such a file, for who takes it away.
    [[nodiscard]] static core::Json fileOf(const core::Pattern& pattern);
    [[nodiscard]] static PatternGallery builtIn();   // those that lie beside the program; none where they are missing
};

}   // namespace ui
