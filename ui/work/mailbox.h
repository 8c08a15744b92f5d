// Mailbox: how threads tell the GUI thread something. What is put in is taken there, in order, by the event loop.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

namespace ui {

// Wakes the GUI thread. An event says no more than that there is something: the letters themselves stay behind our own mutex.
class Bell final : public QObject {
public:
    explicit Bell(std::function<void()> ring) : m_ring(std::move(ring)) {}

protected:
    void customEvent(QEvent*) override { m_ring(); }

private:
    std::function<void()> m_ring;
};

template<class Letter>
class Mailbox {
public:
    // The way in, for any thread; may outlive the mailbox, and what is put in then is dropped.
    class Slot {
    public:
        void put(Letter letter) const
        {
            const std::lock_guard lock(m_box->mutex);
            if (!m_box->bell) return;
            auto ring = std::make_unique<QEvent>(QEvent::User);   // first: a letter without a ring would be taken by the next one's
            m_box->letters.push_back(std::move(letter));
            QCoreApplication::postEvent(m_box->bell, ring.release());
        }

    private:
        friend class Mailbox;
        struct Box {
            std::mutex mutex;
            std::list<Letter> letters;
            Bell* bell = nullptr;   // null: nobody takes letters any more
        };
        std::shared_ptr<Box> m_box = std::make_shared<Box>();
    };

    // On the GUI thread. `take` must not destroy the mailbox.
    explicit Mailbox(std::function<void(Letter)> take) : m_bell([this] { deliver(); }), m_take(std::move(take)) { m_slot.m_box->bell = &m_bell; }
    ~Mailbox()
    {
        const std::lock_guard lock(m_slot.m_box->mutex);
        m_slot.m_box->bell = nullptr;
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    [[nodiscard]] Slot slot() const { return m_slot; }

private:
    void deliver()   // one letter for each ring
    {
        std::unique_lock lock(m_slot.m_box->mutex);
        std::list<Letter> first;
        first.splice(first.begin(), m_slot.m_box->letters, m_slot.m_box->letters.begin());
        lock.unlock();
        m_take(std::move(first.front()));
    }

    Slot m_slot;
    Bell m_bell;
    std::function<void(Letter)> m_take;
};

}   // namespace ui
