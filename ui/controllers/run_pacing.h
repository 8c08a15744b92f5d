// RunPacing: whether a run under way may finish although a newer request waits for its place. Stopping it is quickest for the newest text;
// always stopping it shows nothing at all while somebody types faster than the model runs. Arithmetic over the times it is told, no clock of
// its own.
#pragma once

#include <chrono>
#include <optional>

namespace ui {

class RunPacing {
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    static constexpr Clock::duration kLongestSilence = std::chrono::milliseconds(300);   // while typing, a result is shown at least this often

    void woke(Time now) { m_lastShown = now; }   // a request after a time without work: the silence is counted from here
    void began(Time now);                        // a run begins
    void delivered(Time now);                    // its result, or a preview of it, is on screen
    // True when the screen has been silent for too long, or the run has spent at least half of what the last one took: then waiting for the rest
    // costs less than what would be thrown away.
    [[nodiscard]] bool mayFinish(Time now) const;

private:
    Time m_lastShown{};
    Time m_began{};
    bool m_firstOfRun = false;
    std::optional<Clock::duration> m_expected;   // what the last run took until it was seen
};

}   // namespace ui
