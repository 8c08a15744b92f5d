#include "ui/controllers/model_controller.h"

#include <algorithm>

#include <fmt/format.h>

namespace ui {

namespace {

constexpr std::size_t kRecentModels = 3;
constexpr int kOpeners = 2;   // an opening that was given up may take a moment to notice, and must not hold up the next one

}   // namespace

ModelController::ModelController(ModelOpener opener, QStringList builtIn, QObject* parent) :
    QObject(parent),
    m_opener(std::move(opener)),
    m_known(std::move(builtIn)),
    m_openers(kOpeners),
    m_task([this](const std::optional<Answer>& answer) { deliver(answer); }, m_openers)
{
}

void ModelController::open(const QString& nameOrPath)
{
    m_requested = nameOrPath;
    const auto recent = std::find_if(m_recent.begin(), m_recent.end(), [&](const Opened& entry) { return entry.name == nameOrPath; });
    if (recent != m_recent.end())
        m_task.answer(recent->model);
    else
        m_task.start([opener = m_opener, name = nameOrPath.toStdString()](const std::stop_token& stop) { return std::optional(opener(name, stop)); });
    Q_EMIT opening(nameOrPath);
}

void ModelController::cancel()
{
    if (!m_task.busy()) return;
    m_task.stop();
    Q_EMIT cancelled(m_requested);
}

void ModelController::deliver(const std::optional<Answer>& answer)
{
    const QString name = m_requested;   // a slot may ask for another model
    if (!answer)
        return Q_EMIT failed(name, {core::Fault::System, fmt::format("There is not enough memory for the model {}.", name.toStdString()),
                                    "Choose a smaller model."});
    if (!*answer) return Q_EMIT failed(name, answer->error());
    remember(name, **answer);
    Q_EMIT opened(name, **answer);
}

void ModelController::remember(const QString& name, const core::ModelPtr& model)
{
    std::erase_if(m_recent, [&](const Opened& entry) { return entry.name == name; });
    m_recent.insert(m_recent.begin(), {name, model});
    if (m_recent.size() > kRecentModels) m_recent.pop_back();
    if (m_known.contains(name)) return;
    m_known.append(name);
    Q_EMIT knownChanged();
}

}   // namespace ui
