// What the pointer and the keys in one widget mean for heads: looking at one, choosing one, and having one alone. Each of grid, list and map has
// its own.
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "ui/state/selection.h"

namespace ui {

class HeadPointing {
public:
    using Looked = std::function<void(std::optional<core::HeadId>)>;
    using Chosen = std::function<void(core::HeadId)>;
    HeadPointing(Looked looked, Chosen chosen, Chosen soloed) : m_looked(std::move(looked)), m_chosen(std::move(chosen)), m_soloed(std::move(soloed))
    {
    }

    // What is on show and looked at by now, from wherever. False: the same as before.
    bool setSelection(const Selection& selection)
    {
        if (selection.peekHead != m_lookedAt) m_ownLook.reset();
        m_lookedAt = selection.peekHead;
        const bool isNew = !(selection.head == m_selection.head) || selection.peekHead != m_selection.peekHead;
        m_selection = selection;
        return isNew;
    }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    // Where arrows start, and what Enter means.
    [[nodiscard]] core::HeadId focused() const { return m_selection.peekHead.value_or(m_selection.head); }

    void look(std::optional<core::HeadId> head, PointedBy by = PointedBy::Pointer)
    {
        if (head == m_lookedAt) return;
        m_lookedAt = head;
        m_ownLook = head ? std::optional(by) : std::nullopt;
        m_looked(head);
    }
    // What is looked at elsewhere stays.
    void endOwnLook()
    {
        if (m_ownLook) look(std::nullopt);
    }
    // That of the keyboard here, if there is one.
    bool releaseKeys()
    {
        if (m_ownLook != PointedBy::Keys) return false;
        look(std::nullopt);
        return true;
    }
    void choose(core::HeadId head) { m_chosen(head); }
    void solo(core::HeadId head) { m_soloed(head); }
    // A head is chosen where it was pressed and let go of: who slips off has thought better of it.
    void press(std::optional<core::HeadId> head) { m_pressed = head; }
    void release(std::optional<core::HeadId> head)
    {
        if (const auto pressed = std::exchange(m_pressed, std::nullopt); pressed && pressed == head) choose(*pressed);
    }

private:
    Looked m_looked;
    Chosen m_chosen;
    Chosen m_soloed;
    Selection m_selection;
    std::optional<core::HeadId> m_lookedAt;
    std::optional<core::HeadId> m_pressed;
    std::optional<PointedBy> m_ownLook;   // what looks at it from here
};

}   // namespace ui
