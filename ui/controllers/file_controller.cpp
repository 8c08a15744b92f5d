#include "ui/controllers/file_controller.h"

#include "core/text/text_file.h"

namespace ui {

namespace {

constexpr std::size_t kLargestFile = std::size_t(64) << 20;   // bytes; to be told how long a text is, it is read

}   // namespace

FileController::FileController(QObject* parent) : QObject(parent), m_task([this](const std::optional<Answer>& answer) { take(answer); }) {}

FileController::Answer FileController::textIn(const QString& path)
{
    FOVEA_TRY(content, core::readTextFile(path.toStdString(), kLargestFile));
    const QString text = QString::fromStdString(content);
    if (text.size() > kLongestText) return tl::unexpected(tooLongText(path, text.size()));
    return Opened{.path = path, .text = text, .session = nullptr};
}

FileController::Answer FileController::sessionIn(const QString& path, const ViewState& view)
{
    FOVEA_TRY(session, readSession(path.toStdString(), view));
    return Opened{.path = path, .text = {}, .session = std::make_shared<const SavedSession>(std::move(session))};
}

void FileController::openText(const QString& path)
{
    m_task.start([path](const std::stop_token&) { return std::optional(textIn(path)); });
    Q_EMIT opening(path);
}

void FileController::openSession(const QString& path, const ViewState& view)
{
    m_task.start([path, view](const std::stop_token&) { return std::optional(sessionIn(path, view)); });
    Q_EMIT opening(path);
}

void FileController::cancel()
{
    if (!m_task.busy()) return;
    m_task.stop();
    Q_EMIT cancelled();
}

void FileController::take(const std::optional<Answer>& answer)
{
    if (!answer) return Q_EMIT failed({core::Fault::System, "There is not enough memory for this file.", "Use a shorter text."});
    if (!*answer) return Q_EMIT failed(answer->error());
    const Opened& opened = **answer;
    if (opened.session) return Q_EMIT sessionOpened(opened.path, *opened.session);
    Q_EMIT textOpened(opened.path, opened.text);
}

}   // namespace ui
