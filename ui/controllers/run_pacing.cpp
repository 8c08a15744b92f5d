#include "ui/controllers/run_pacing.h"

namespace ui {

void RunPacing::began(Time now)
{
    m_began = now;
    m_firstOfRun = true;
}

void RunPacing::delivered(Time now)
{
    m_lastShown = now;
    if (m_firstOfRun) m_expected = now - m_began;   // a preview is what one waits for; the rest of its run is not
    m_firstOfRun = false;
}

bool RunPacing::mayFinish(Time now) const
{
    if (now - m_lastShown >= kLongestSilence) return true;
    return m_expected && 2 * (now - m_began) >= *m_expected;
}

}   // namespace ui
