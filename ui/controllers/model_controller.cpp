#include "ui/controllers/model_controller.h"

#include <algorithm>
#include <new>

#include <QtConcurrent>

namespace ui {

namespace {

constexpr std::size_t kRecentModels = 3;
constexpr int kOpeners = 2;   // an opening that was given up may take a moment to notice, and must not hold up the next one

core::Result<core::ModelPtr> opened(const ModelOpener& opener, const std::string& nameOrPath, const std::stop_token& stop)
{
    try {
        return opener(nameOrPath, stop);
    } catch (const std::bad_alloc&) {
        return core::fail(core::Fault::System, "There is not enough memory for the model " + nameOrPath + ".", "Choose a smaller model.");
    }
}

}   // namespace

ModelController::ModelController(ModelOpener opener, QStringList builtIn, QObject* parent) :
    QObject(parent), m_opener(std::move(opener)), m_known(std::move(builtIn))
{
    m_pool.setMaxThreadCount(kOpeners);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ModelController::deliver);
}

ModelController::~ModelController()
{
    m_watcher.disconnect(this);
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void ModelController::open(const QString& nameOrPath)
{
    m_requested = nameOrPath;
    m_busy = true;
    m_stop.request_stop();
    m_stop = {};
    Q_EMIT opening(nameOrPath);
    const auto recent = std::find_if(m_recent.begin(), m_recent.end(), [&](const Opened& entry) { return entry.name == nameOrPath; });
    if (recent != m_recent.end()) {
        // Delivered through the same path as a model that is read, so that callers see one order of events.
        m_watcher.setFuture(QtFuture::makeReadyFuture(core::Result<core::ModelPtr>(recent->model)));
        return;
    }
    m_watcher.setFuture(QtConcurrent::run(&m_pool, &ui::opened, m_opener, nameOrPath.toStdString(), m_stop.get_token()));
}

void ModelController::cancel()
{
    if (!m_busy) return;
    m_busy = false;
    m_stop.request_stop();
    m_watcher.setFuture({});   // results still on their way belong to the future that is let go here
    Q_EMIT cancelled(m_requested);
}

void ModelController::deliver()
{
    if (!m_busy) return;   // the empty future of a cancelled request
    const core::Result<core::ModelPtr> result = m_watcher.result();
    m_busy = false;
    const QString name = m_requested;   // a slot may ask for another model
    if (!result) return Q_EMIT failed(name, result.error());
    remember(name, *result);
    Q_EMIT opened(name, *result);
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
