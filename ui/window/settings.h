// What the window remembers from one start to the next.
#pragma once

#include <map>

#include <QByteArray>
#include <QStringList>

#include "core/base/result.h"
#include "ui/state/document.h"

namespace ui {

// The dialogs that ask for a place, each of which begins where it ended last.
enum class Place { Model, Figure, Session };

enum class FirstStart { ToCome, Past };   // until somebody has seen, or did not want, what is shown to newcomers

struct Settings {
    QByteArray geometry{};               // QWidget::saveGeometry
    ViewState view{};                    // without a peek
    QStringList recentModels{};          // folders, newest first
    std::map<Place, QString> folders{};
    FirstStart firstStart = FirstStart::ToCome;
    friend bool operator==(const Settings&, const Settings&) = default;

    void rememberModel(const QString& folder);   // as the newest
};

inline constexpr qsizetype kRecentModels = 10;

// The settings in one INI file. Whatever is wrong with it, a window opens: what cannot be read is as on the first start, value by value, and a
// file that is no settings file is kept beside the new one under the ending ".broken" before anything is written.
class SettingsFile {
public:
    SettingsFile() = default;   // no file: nothing is remembered
    explicit SettingsFile(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] static SettingsFile ofUser();

    [[nodiscard]] bool isThere() const { return !m_path.isEmpty(); }
    [[nodiscard]] Settings read(const ViewState& view = {}) const;   // view: how it looks where nothing is remembered
    // Values that others put into the file stay. Errors: System naming the file.
    [[nodiscard]] core::Result<void> write(const Settings& settings) const;

private:
    [[nodiscard]] bool isReadable() const;
    QString m_path;
};

}   // namespace ui
