// Tests of widgets use the offscreen platform by themselves, whoever starts them.
#pragma once

#include <QtGlobal>

namespace test {

inline const bool kOffscreen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qputenv("QT_QPA_PLATFORM", "offscreen");

}   // namespace test
