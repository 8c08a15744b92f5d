// The window on Compare, with its comparison there.
#pragma once

#include "window_fixture.h"

namespace test {

inline ui::AttentionView& picture(WindowFixture& f, const char* name) { return *f.window.findChild<ui::AttentionView*>(QLatin1String(name)); }

// Pictures that nobody sees are not waited for.
inline bool isCompared(WindowFixture& f)
{
    const ui::ComparisonState& state = f.window.comparing().state();
    const ui::ExploreRecordPtr& record = f.window.controller().record();
    if (!f.isSettled() || f.window.comparing().busy() || !state.comparison) return false;
    const ui::DocumentState& document = f.window.session().document();
    if (!state.comparison->isOf(record, record->nearest(document.head), document.patterns)) return false;
    for (const char* name : {"ownPicture", "keptPicture", "movedPicture"})
        if (const ui::AttentionView& view = picture(f, name); !view.visibleRegion().isEmpty() && !view.isComplete()) return false;
    return true;
}

inline bool comparing(WindowFixture& f)
{
    if (!QTest::qWaitFor([&] { return f.isSettled(); }, kPatience) || !f.trigger("show_compare")) return false;
    return QTest::qWaitFor([&] { return isCompared(f); }, kPatience);
}

inline void change(WindowFixture& f, const std::function<void(ui::Comparing&)>& how)
{
    ui::Comparing comparing = f.window.session().view().compare;
    how(comparing);
    f.window.session().setCompare(comparing);
}

// The mouse from cell to cell with the left button held.
inline void drag(ui::AttentionView& view, const std::vector<ui::Pair>& cells, Qt::KeyboardModifiers held = {})
{
    const auto at = [&](ui::Pair cell) { return view.geometryOfCells().rectOf(cell).center().toPoint(); };
    const auto send = [&](QEvent::Type type, ui::Pair cell, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at(cell), view.mapToGlobal(at(cell)), button, buttons, held);
        QCoreApplication::sendEvent(&view, &event);
    };
    send(QEvent::MouseButtonPress, cells.front(), Qt::LeftButton, Qt::LeftButton);
    for (const ui::Pair cell : cells) send(QEvent::MouseMove, cell, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, cells.back(), Qt::LeftButton, Qt::NoButton);
}

}   // namespace test
