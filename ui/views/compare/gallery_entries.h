// What the gallery offers: the named patterns of real models, then every primitive with numbers that show what it does.
#pragma once

#include <vector>

#include <QString>

#include "ui/state/pattern_gallery.h"

namespace ui {

struct GalleryEntry {
    enum class Kind { Model, Primitive };
    Kind kind = Kind::Model;
    QString name;
    QString line;      // what it does
    QString pattern;   // what choosing it puts into the expression
    friend bool operator==(const GalleryEntry&, const GalleryEntry&) = default;
};

// isCausal: the model's own mask is causal, and primitives are written with it.
[[nodiscard]] std::vector<GalleryEntry> galleryEntries(const PatternGallery& gallery, bool isCausal);

}   // namespace ui
