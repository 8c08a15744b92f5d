// How the benchmark of the program's start knows when it has started.
#pragma once

namespace app {

// Set in the environment of `fovea`, which then ends as soon as its window has painted the first text: head on show, all heads and inspector.
inline constexpr char kEndAtFirstPicture[] = "FOVEA_END_AT_FIRST_PICTURE";

}   // namespace app
