// An engine for tests of controllers: answers at once, counts, fails on wish, and waits at a latch until the test lets it go.
#pragma once

#include "latch.h"
#include "ui/controllers/engine.h"
#include "ui/controllers/run_controller.h"

namespace test {

// A record of one token for each UTF-16 unit of the text, without heads: enough for controllers, which only pass records on.
inline ui::ExploreRecordPtr recordOf(const QString& text)
{
    auto recording = std::make_shared<core::Recording>();
    recording->tokens.text = text.toStdString();
    recording->tokens.items.resize(std::size_t(text.size()));
    auto record = std::make_shared<ui::ExploreRecord>();
    record->recording = recording;
    record->text = text;
    return record;
}

// A clock that only the test moves.
class ManualClock {
public:
    void advance(int ms) { m_now += std::chrono::milliseconds(ms); }
    [[nodiscard]] ui::PacingClock reader() const
    {
        return [this] { return m_now; };
    }

private:
    ui::RunPacing::Time m_now{};
};

class FakeEngine final : public ui::Engine {
public:
    enum class Stop { Heeded, Ignored };   // ignored: a run that is told to stop still has a result, too late
    explicit FakeEngine(Stop stop = Stop::Heeded) : m_stop(stop) {}

    core::Result<ui::ExploreRecordPtr> run(const ui::RunRequest& request, const std::stop_token& stop) const override
    {
        ++m_runs;
        m_latch.pass(m_stop == Stop::Heeded ? stop : std::stop_token());
        if (m_stop == Stop::Heeded && stop.stop_requested()) return core::cancelled();
        if (request.text == QLatin1String("bad")) return core::fail(core::Fault::BadInput, "No.");
        return recordOf(request.text);
    }
    core::Result<ui::ExploreRecordPtr> describe(const ui::ExploreRecordPtr& record, const std::stop_token& stop) const override
    {
        m_describing.pass(m_stop == Stop::Heeded ? stop : std::stop_token());
        if (m_stop == Stop::Heeded && stop.stop_requested()) return core::cancelled();
        return record;
    }

    [[nodiscard]] Latch& latch() { return m_latch; }
    [[nodiscard]] Latch& describing() { return m_describing; }   // a second gate, behind the run
    [[nodiscard]] int runCount() const { return m_runs; }

private:
    Latch m_latch;
    Latch m_describing;
    mutable std::atomic<int> m_runs = 0;
    Stop m_stop;
};

}   // namespace test
