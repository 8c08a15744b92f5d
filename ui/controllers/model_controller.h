// ModelController: opens model folders off the GUI thread. The newest request wins, and the one before it is told to stop; a model that cannot
// be opened changes nothing.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <QObject>
#include <QStringList>

#include "core/base/result.h"
#include "core/model/model.h"
#include "ui/work/latest_task.h"

namespace ui {

using ModelOpener = std::function<core::Result<core::ModelPtr>(const std::string& nameOrPath, const std::stop_token& stop)>;

class ModelController : public QObject {
    Q_OBJECT

public:
    // builtIn: names offered from the start, whether or not they were opened yet.
    ModelController(ModelOpener opener, QStringList builtIn, QObject* parent = nullptr);

    // A built-in name or a path. Followed by exactly one of opened, failed and cancelled unless a newer request replaces it.
    void open(const QString& nameOrPath);
    // The opener is told to stop; should it bring a model all the same, that is dropped.
    void cancel();
    [[nodiscard]] bool busy() const { return m_task.busy(); }
    [[nodiscard]] const QString& requested() const { return m_requested; }   // of the last request, whatever became of it
    // What the model list shows: the built-in models, then the folders opened in this session, in order.
    [[nodiscard]] const QStringList& known() const { return m_known; }

Q_SIGNALS:
    void opening(const QString& nameOrPath);
    void opened(const QString& nameOrPath, const core::ModelPtr& model);
    void failed(const QString& nameOrPath, const core::Error& error);
    void cancelled(const QString& nameOrPath);
    void knownChanged();

private:
    using Answer = core::Result<core::ModelPtr>;
    struct Opened {
        QString name;
        core::ModelPtr model;
    };
    void deliver(const std::optional<Answer>& answer);
    void remember(const QString& name, const core::ModelPtr& model);

    ModelOpener m_opener;
    QStringList m_known;
    std::vector<Opened> m_recent;   // most recent first, kept so that undo and the model list need not read files again
    QString m_requested;
    Workers m_openers;   // outlive the task
    LatestTask<Answer> m_task;
};

}   // namespace ui
