#include "ui/controllers/sweep_controller.h"

#include "core/attention/pattern_template.h"

namespace ui {

SweepController::SweepController(Workers& workers, QObject* parent) :
    QObject(parent),
    m_progress([this](Progress progress) {
        if (progress.number != m_number || !m_state.isRunning) return;
        m_state.done = progress.done;
        Q_EMIT changed();
    }),
    m_task([this](std::optional<Answer> answer) { take(std::move(answer)); }, workers)
{
}

void SweepController::setHead(core::RecordingPtr recording, core::HeadId head)
{
    if (recording == m_recording && head == m_head) return;
    m_task.stop();
    m_recording = std::move(recording);
    m_head = head;
    m_state = {.text = m_state.text};
    Q_EMIT changed();
}

void SweepController::start(const QString& text)
{
    m_task.stop();
    m_state.isRunning = false;
    m_state.text = text;
    m_state.problem.reset();
    if (m_recording) {
        auto patterns = core::patternsOfTemplate(text.toStdString(), &m_recording->tokens);
        if (patterns) {
            m_state.isRunning = true;
            m_state.done = 0;
            m_state.of = core::Index(patterns->size());
            m_task.start([patterns = std::move(*patterns), recording = m_recording, head = m_head, number = ++m_number,
                          progress = m_progress.slot()](const std::stop_token& stop) -> std::optional<Answer> {
                Answer answer = core::sweep(
                    recording, head, patterns,
                    [&](core::Index done) {
                        progress.put({number, done});
                    },
                    stop);
                return answer || answer.error().fault != core::Fault::Cancelled ? std::optional(std::move(answer)) : std::nullopt;
            });
        } else {
            m_state.problem = patterns.error();
        }
    }
    Q_EMIT changed();
}

void SweepController::stop()
{
    if (!m_state.isRunning) return;
    m_task.stop();
    m_state.isRunning = false;
    Q_EMIT changed();
}

void SweepController::take(std::optional<Answer> answer)
{
    m_state.isRunning = false;
    if (answer && *answer)
        m_state.points = std::make_shared<const std::vector<core::SweepPoint>>(std::move(**answer));
    else if (answer)
        m_state.problem = answer->error();
    Q_EMIT changed();
}

}   // namespace ui
