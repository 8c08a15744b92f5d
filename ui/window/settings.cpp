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

ViewState viewIn(const QSettings& file, const ViewState& given)
{
    const auto json = core::Json::parse(file.value(QLatin1String(kView)).toString().toStdString(), kView);
    return json ? readableView(*json, given) : given;
}

QStringList modelsIn(const QSettings& file)
{
    QStringList folders;
    for (const QString& each : file.value(QLatin1String(kModels)).toStringList()) {
        const QString folder = QDir::cleanPath(each);
        if (isFolderName(folder) && !folders.contains(folder) && folders.size() < kRecentModels) folders.append(folder);
    }
    return folders;
}

}   // namespace

void rememberAsNewest(QStringList& folders, const QString& folder)
{
    folders.removeAll(folder);
    folders.prepend(folder);
    if (folders.size() > kRecentModels) folders.resize(kRecentModels);
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

Settings SettingsFile::read(const ViewState& given) const
{
    Settings settings{.view = given};
    if (!isThere() || QFileInfo(m_path).size() > kLargestFile) return settings;
    const QSettings file(m_path, QSettings::IniFormat);   // of a damaged file, what can be read of it
    settings.geometry = file.value(QLatin1String(kGeometry)).toByteArray();
    settings.view = viewIn(file, given);
    settings.recentModels = modelsIn(file);
    for (const auto& [place, key] : kFolders)
        if (const QString folder = file.value(QLatin1String(key)).toString(); isFolderName(folder)) settings.folders[place] = folder;
    if (file.value(QLatin1String(kFirstStart)).toString() == QLatin1String(kPast)) settings.firstStart = FirstStart::Past;
    return settings;
}

bool SettingsFile::setAsideIfBroken() const
{
    if (!QFileInfo(m_path).isFile() || isReadable()) return false;
    const QString kept = m_path + QLatin1String(".broken");
    QFile::remove(kept);
    return QFile::rename(m_path, kept);
}

core::Result<void> SettingsFile::finish(QSettings& file) const
{
    file.sync();
    if (file.status() == QSettings::NoError) return {};
    return core::fail(core::Fault::System, fmt::format("The settings could not be written to {}.", m_path.toStdString()),
                      "Check whether the folder is there and may be written to.");
}

core::Result<void> SettingsFile::write(const Settings& settings, const ViewState& given) const
{
    if (!isThere()) return {};
    const bool isNew = setAsideIfBroken();
    ViewState view = settings.view;
    if (view.heads.drawing && std::holds_alternative<DrawnCells>(*view.heads.drawing)) view.heads = view.heads.withDrawing(DrawnCells{});
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QLatin1String(kGeometry), settings.geometry);
    file.setValue(QLatin1String(kView), QString::fromStdString(changesToJson(given, view).dump()));
    if (isNew) file.setValue(QLatin1String(kModels), settings.recentModels);
    for (const auto& [place, folder] : settings.folders)
        for (const auto& [each, key] : kFolders)
            if (each == place) file.setValue(QLatin1String(key), folder);
    if (settings.firstStart == FirstStart::Past) file.setValue(QLatin1String(kFirstStart), QLatin1String(kPast));
    return finish(file);
}

core::Result<QStringList> SettingsFile::changeModels(const QStringList& known, const std::function<void(QStringList& folders)>& change) const
{
    QStringList folders = known;
    if (!isThere()) return change(folders), folders;
    const bool isNew = setAsideIfBroken();
    QSettings file(m_path, QSettings::IniFormat);
    if (!isNew) folders = modelsIn(file);
    change(folders);
    file.setValue(QLatin1String(kModels), folders);
    FOVEA_CHECK(finish(file));
    return folders;
}

}   // namespace ui
