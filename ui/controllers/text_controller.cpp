#include "ui/controllers/text_controller.h"

#include "core/text/text_file.h"

namespace ui {

namespace {

constexpr std::size_t kTextFileLimit = std::size_t(4) << 20;   // far more than the live view can show

core::Result<QString> textIn(const std::string& path)
{
    FOVEA_TRY(content, core::readTextFile(path, kTextFileLimit));
    return QString::fromStdString(content);   // invalid bytes become U+FFFD
}

}   // namespace

TextController::TextController(QObject* parent) : QObject(parent), m_task([this](const std::optional<Answer>& answer) { take(answer); }) {}

void TextController::open(const QString& path)
{
    m_task.start([path = path.toStdString()](const std::stop_token&) { return std::optional(textIn(path)); });
    Q_EMIT opening(path);
}

void TextController::cancel()
{
    if (!m_task.busy()) return;
    m_task.stop();
    Q_EMIT cancelled();
}

void TextController::take(const std::optional<Answer>& answer)
{
    if (!answer) return Q_EMIT failed({core::Fault::System, "There is not enough memory for this file.", "Use a shorter text."});
    if (!*answer) return Q_EMIT failed(answer->error());
    Q_EMIT opened(**answer);
}

}   // namespace ui
