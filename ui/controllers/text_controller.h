// TextController: reads text files off the GUI thread. The newest request wins; a file that cannot be read changes nothing.
#pragma once

#include <QObject>

#include "core/base/result.h"
#include "ui/work/latest_task.h"

namespace ui {

class TextController : public QObject {
    Q_OBJECT

public:
    explicit TextController(QObject* parent = nullptr);

    // Followed by exactly one of opened, failed and cancelled unless a newer request replaces it.
    void open(const QString& path);
    void cancel();
    [[nodiscard]] bool busy() const { return m_task.busy(); }

Q_SIGNALS:
    void opening(const QString& path);
    void opened(const QString& text);
    void failed(const core::Error& error);
    void cancelled();

private:
    using Answer = core::Result<QString>;
    void take(const std::optional<Answer>& answer);

    LatestTask<Answer> m_task;
};

}   // namespace ui
