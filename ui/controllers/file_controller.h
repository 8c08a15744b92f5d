// FileController: reads texts and sessions off the GUI thread. The newest request wins; a file that cannot be read changes nothing.
#pragma once

#include <memory>

#include <QObject>

#include "core/base/result.h"
#include "ui/work/latest_task.h"
#include "ui/state/session_file.h"

namespace ui {

class FileController : public QObject {
    Q_OBJECT

public:
    explicit FileController(QObject* parent = nullptr);

    // Followed by exactly one of a success, failed and cancelled unless a newer request replaces it.
    void openText(const QString& path);
    void openSession(const QString& path, const ViewState& view);   // view: of the person who opens it
    void cancel();
    [[nodiscard]] bool busy() const { return m_task.busy(); }

Q_SIGNALS:
    void opening(const QString& path);
    void textOpened(const QString& path, const QString& text);
    void sessionOpened(const QString& path, const ui::SavedSession& session);
    void failed(const core::Error& error);
    void cancelled();

private:
    struct Opened {
        QString path;
        QString text;
        std::shared_ptr<const SavedSession> session;   // null: it is a text
    };
    using Answer = core::Result<Opened>;
    static Answer textIn(const QString& path);
    static Answer sessionIn(const QString& path, const ViewState& view);
    void take(const std::optional<Answer>& answer);

    LatestTask<Answer> m_task;
};

}   // namespace ui
