// Waiting for what comes by itself. The limit is only there to end a test that would wait for ever: it is long, so that a slow machine or
// a sanitizer never makes a passing test fail.
#pragma once

#include <QTest>

namespace test {

inline constexpr int kPatience = 60'000;   // ms

}   // namespace test

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT((condition), test::kPatience)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), test::kPatience)
