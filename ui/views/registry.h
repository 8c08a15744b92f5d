// The table of views. To add one: a folder beside this file and one line in registry.cpp; rail and shortcuts follow from it.
#pragma once

#include <span>

#include "ui/views/view.h"

namespace ui {

struct ViewEntry {
    const char* id;      // object name of the view, and its name in session files
    const char* title;   // source text for tr() in the context "Views"
    View* (*create)(const ViewContext& context, QWidget* parent);
};

[[nodiscard]] std::span<const ViewEntry> viewTable();

}   // namespace ui
