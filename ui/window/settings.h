// What the window remembers from one start to the next.
#pragma once

#include <functional>
#include <map>

#include <QByteArray>
#include <QStringList>

#include "core/base/result.h"
#include "ui/state/document.h"

class QSettings;

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
};

inline constexpr qsizetype kRecentModels = 10;
void rememberAsNewest(QStringList& folders, const QString& folder);   // of kRecentModels at most

// The settings in one INI file. Whatever is wrong with it, a window opens: what cannot be read is as on the first start, value by value, and a
// file that is no settings file is kept beside the new one under the ending ".broken" before anything is written.
class SettingsFile {
public:
    SettingsFile() = default;   // no file: nothing is remembered
    explicit SettingsFile(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] static SettingsFile ofUser();

    [[nodiscard]] bool isThere() const { return !m_path.isEmpty(); }
    // given: how it looks where nothing is remembered. What is as it was given is not written either, so that it follows what is given next time.
    // Cells that were drawn for a text are not kept. Values that others put into the file stay, and so do the recent models, which other windows
    // change too, except into a file that is new because the old one was broken. Errors: System naming the file.
    [[nodiscard]] Settings read(const ViewState& given = {}) const;
    [[nodiscard]] core::Result<void> write(const Settings& settings, const ViewState& given = {}) const;
    // Changes the list as it is in the file now, and returns what it then is. Without a file it is `known` that is changed.
    [[nodiscard]] core::Result<QStringList> changeModels(const QStringList& known, const std::function<void(QStringList& folders)>& change) const;

private:
    [[nodiscard]] bool isReadable() const;
    [[nodiscard]] bool setAsideIfBroken() const;   // whether it was
    [[nodiscard]] core::Result<void> finish(QSettings& file) const;
    QString m_path;
};

}   // namespace ui
