// FutureProver: answers whether a row knows what follows it. A function, so that tests can count, delay and fail it.
#pragma once

#include <functional>
#include <stop_token>

#include "ui/state/future_proving.h"

namespace ui {

using FutureProver = std::function<core::Result<FutureAnswer>(const FutureQuestion&, const std::stop_token&)>;

// The program's own, called on a worker thread. Errors: those of exchangedFuture, proveFuture and provePoison; Cancelled.
[[nodiscard]] core::Result<FutureAnswer> proveFuture(const FutureQuestion& question, const std::stop_token& stop);

}   // namespace ui
