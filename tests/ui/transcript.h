// What a run controller says, as one line of text that tests compare.
#pragma once

#include <QObject>
#include <QStringList>

#include "ui/controllers/run_controller.h"

namespace test {

// Everything a controller says, in order.
class Transcript : public QObject {
public:
    explicit Transcript(ui::RunController& controller)
    {
        connect(&controller, &ui::RunController::started, this,
                [this](const ui::RunRequest& request) { m_lines.append("started " + shortened(request.text)); });
        connect(&controller, &ui::RunController::preview, this,
                [this](const ui::ExploreRecordPtr& record) { m_lines.append("preview " + nameOf(record)); });
        connect(&controller, &ui::RunController::passing, this,
                [this](const ui::ExploreRecordPtr& record) { m_lines.append("passing " + nameOf(record)); });
        connect(&controller, &ui::RunController::ready, this,
                [this](const ui::ExploreRecordPtr& record) { m_lines.append("ready " + nameOf(record)); });
        connect(&controller, &ui::RunController::failed, this,
                [this](const core::Error& error) { m_lines.append("failed " + QString::fromStdString(error.what)); });
        connect(&controller, &ui::RunController::cancelled, this, [this] { m_lines.append("cancelled"); });
    }
    [[nodiscard]] QString text() const { return m_lines.join(", "); }
    void forget() { m_lines.clear(); }

private:
    static QString shortened(const QString& text) { return text.size() > 20 ? text.left(1) + "…" : text; }
    static QString nameOf(const ui::ExploreRecordPtr& record) { return shortened(record->text); }
    QStringList m_lines;
};

inline ui::RunRequest requestOf(const QString& text) { return {.text = text, .plan = {}, .model = nullptr, .previous = nullptr}; }

}   // namespace test
