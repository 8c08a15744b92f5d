// What it would mean to drop something on the window: which path is opened and as what, or why nothing is.
#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QUrl>

#include "core/base/result.h"

namespace ui {

struct DropMeaning {
    QString path{};                        // empty where it is refused
    QString words{};                       // "Open the model smollm2", or "One at a time: these are 3"
    std::optional<core::Error> problem{};   // why it is refused, for whoever drops it all the same
    [[nodiscard]] bool isRefused() const { return problem.has_value(); }
};

// Null when nothing is dropped that could be meant for the window.
[[nodiscard]] std::optional<DropMeaning> meaningOfDrop(const QList<QUrl>& urls);

}   // namespace ui
