// AskedTask: questions of one kind, answered off the GUI thread. The newest wins, the same is not asked twice, and what was found last stays while
// the next is under way.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "ui/work/latest_task.h"

namespace ui {

// What views are told of one kind of question.
template<class Answer>
struct Answered {
    std::shared_ptr<const Answer> answer{};   // null: none yet. May be of an older question
    std::optional<core::Error> problem{};     // why there is none of the newest one
    bool isUnderWay = false;

    [[nodiscard]] explicit operator bool() const { return answer != nullptr; }
    const Answer* operator->() const { return answer.get(); }
};

template<class Answer>
using AnswerOrError = core::Result<std::shared_ptr<const Answer>>;

template<class Question, class Answer>
class AskedTask {
public:
    using Found = AnswerOrError<Answer>;
    using Find = std::function<Found(const Question&, const std::stop_token&)>;

    // `changed` is called on the GUI thread whenever answered() is another. The workers must outlive it.
    AskedTask(Find find, std::function<void()> changed, Workers& workers) :
        m_find(std::move(find)), m_changed(std::move(changed)), m_task([this](std::optional<Found> found) { take(std::move(found)); }, workers)
    {
    }

    void ask(Question question)
    {
        if (m_question == question) return;
        m_question = question;
        m_answered.isUnderWay = true;
        m_answered.problem.reset();
        m_task.start([find = m_find, question = std::move(question)](const std::stop_token& stop) { return std::optional(find(question, stop)); });
        m_changed();
    }
    void stop()   // the question was not answered, and may be asked again
    {
        if (!m_task.busy()) return;
        m_task.stop();
        m_question.reset();
        m_answered.isUnderWay = false;
        m_changed();
    }
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    [[nodiscard]] const Answered<Answer>& answered() const { return m_answered; }
    // Whether the answer is that of the newest question.
    [[nodiscard]] bool isAnswered() const { return m_question && !busy() && !m_answered.problem; }

private:
    void take(std::optional<Found> found)
    {
        m_answered.isUnderWay = false;
        m_answered.problem.reset();
        if (found && *found)
            m_answered.answer = **std::move(found);
        else
            m_answered.problem =
                found ? found->error()
                      : core::Error{core::Fault::System, "There is not enough memory for this.", "Use a shorter text or a smaller model."};
        m_changed();
    }

    Find m_find;
    std::function<void()> m_changed;
    std::optional<Question> m_question;   // asked last; null: it was stopped
    Answered<Answer> m_answered;
    LatestTask<Found> m_task;
};

}   // namespace ui
