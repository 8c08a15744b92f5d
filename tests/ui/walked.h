// The walk of "Show me" through the real window, by keys.
#pragma once

#include "two_sentences.h"
#include "ui/window/show_me/ink_frame.h"
#include "ui/window/show_me/walk_card.h"

namespace test {

inline constexpr int kWalkSteps = 9;

struct Walked : TwoSentences {
    using TwoSentences::TwoSentences;
    ui::WalkCard& card() { return widget<ui::WalkCard>("walkCard"); }
    ui::InkFrame& frame() { return widget<ui::InkFrame>("inkFrame"); }
    void key(Qt::Key which) { QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, which); }
    // On a sentence of its own, with everything known about it.
    bool begin()
    {
        if (!QTest::qWaitFor([this] { return isSettled(); }, kPatience) || !activate() || !trigger("showMe")) return false;
        return QTest::qWaitFor([this] { return isSettled() && !window.controller().busy(); }, kPatience);
    }
    bool goTo(int step)
    {
        for (int i = 0; i < step; ++i) key(Qt::Key_Right);
        return QTest::qWaitFor([this] { return isSettled(); }, kPatience);
    }
};

}   // namespace test
