#include "ui/window/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <fmt/format.h>

#include "ui/state/view_json.h"

namespace ui {

namespace {

constexpr qint64 kLargestFile = 1 << 20;        // bytes
constexpr qsizetype kLongestPath = 4096;        // letters
constexpr const char* kGeometry = "window/geometry";
constexpr const char* kView = "window/view";
constexpr const char* kModels = "recent/models";
constexpr const char* kFirstStart = "start/first";
constexpr const char* kPast = "past";

const std::pair<Place, const char*> kFolders[] = {
    {Place::Model, "folders/model"}, {Place::Figure, "folders/figure"}, {Place::Session, "folders/session"}};

bool isFolderName(const QString& text) { return QDir::isAbsolutePath(text) && text.size() <= kLongestPath; }

ViewState viewIn(const QSettings& file, const ViewState& view)
{
    const auto json = core::Json::parse(file.value(QLatin1String(kView)).toString().toStdString(), kView);
    return json ? readableView(*json, view) : view;
}

}   // namespace

void Settings::rememberModel(const QString& folder)
{
    recentModels.removeAll(folder);
    recentModels.prepend(folder);
    if (recentModels.size() > kRecentModels) recentModels.resize(kRecentModels);
}

SettingsFile SettingsFile::ofUser()
{
    return SettingsFile(QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Fovea"), QStringLiteral("Fovea")).fileName());
}

bool SettingsFile::isReadable() const
{
    const QFileInfo info(m_path);
    if (!info.isFile() || info.size() > kLargestFile) return false;
    const QSettings file(m_path, QSettings::IniFormat);
    static_cast<void>(file.allKeys());   // sections are read when somebody asks for them
    return file.status() == QSettings::NoError;
}

Settings SettingsFile::read(const ViewState& view) const
{
    Settings settings{.view = view};
    if (!isThere() || QFileInfo(m_path).size() > kLargestFile) return settings;
    const QSettings file(m_path, QSettings::IniFormat);   // of a damaged file, what can be read of it
    settings.geometry = file.value(QLatin1String(kGeometry)).toByteArray();
    settings.view = viewIn(file, view);
    for (const QString& folder : file.value(QLatin1String(kModels)).toStringList())
        if (isFolderName(folder) && !settings.recentModels.contains(folder) && settings.recentModels.size() < kRecentModels)
            settings.recentModels.append(folder);
    for (const auto& [place, key] : kFolders)
        if (const QString folder = file.value(QLatin1String(key)).toString(); isFolderName(folder)) settings.folders[place] = folder;
    if (file.value(QLatin1String(kFirstStart)).toString() == QLatin1String(kPast)) settings.firstStart = FirstStart::Past;
    return settings;
}

core::Result<void> SettingsFile::write(const Settings& settings) const
{
    if (!isThere()) return {};
    if (QFileInfo(m_path).isFile() && !isReadable()) {
        const QString kept = m_path + QLatin1String(".broken");
        QFile::remove(kept);
        QFile::rename(m_path, kept);
    }
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QLatin1String(kGeometry), settings.geometry);
    file.setValue(QLatin1String(kView), QString::fromStdString(viewToJson(settings.view).dump()));
    file.setValue(QLatin1String(kModels), settings.recentModels);
    for (const auto& [place, folder] : settings.folders)
        for (const auto& [each, key] : kFolders)
            if (each == place) file.setValue(QLatin1String(key), folder);
    if (settings.firstStart == FirstStart::Past) file.setValue(QLatin1String(kFirstStart), QLatin1String(kPast));
    file.sync();
    if (file.status() == QSettings::NoError) return {};
    return core::fail(core::Fault::System, fmt::format("The settings could not be written to {}.", m_path.toStdString()),
                      "Check whether the folder is there and may be written to.");
}

}   // namespace ui
