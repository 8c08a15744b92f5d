#include "ui/window/drop_meaning.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "ui/window/window_services.h"

namespace ui {

namespace {

struct Drop {
    Q_DECLARE_TR_FUNCTIONS(Drop)
};

DropMeaning refused(const QString& words, const QString& what, const QString& remedy)
{
    return {.path = {}, .words = words, .problem = core::Error{core::Fault::BadInput, what.toStdString(), remedy.toStdString()}};
}

DropMeaning refusedFolder(const QString& path)
{
    return refused(Drop::tr("%1 holds no model").arg(shortName(path)), Drop::tr("%1 holds no config.json, so it is no model.").arg(path),
                   Drop::tr("Drop a model's folder in Hugging Face form: config.json, model.safetensors and tokenizer.json."));
}

}   // namespace

std::optional<DropMeaning> meaningOfDrop(const QList<QUrl>& urls)
{
    if (urls.isEmpty()) return std::nullopt;
    if (urls.size() > 1)
        return refused(Drop::tr("One at a time: these are %1").arg(urls.size()), Drop::tr("%1 files were dropped at once.").arg(urls.size()),
                       Drop::tr("Drop one folder or one file."));
    const QUrl& url = urls.front();
    if (!url.isLocalFile())
        return refused(Drop::tr("This lies on another computer"), Drop::tr("%1 is not on this computer, and nothing is read from a network.").arg(url.toDisplayString()),
                       Drop::tr("Save it here, and drop the file."));
    const QString path = QDir::cleanPath(url.toLocalFile());
    const QFileInfo info(path);
    if (!info.exists()) return refused(Drop::tr("%1 is not there").arg(shortName(path)), Drop::tr("%1 is not there.").arg(path), {});
    if (info.isDir() && !QFileInfo::exists(path + QStringLiteral("/config.json"))) return refusedFolder(path);
    switch (kindOf(path)) {
    case PathKind::Model:
        return DropMeaning{.path = path, .words = Drop::tr("Open the model %1").arg(shortName(modelPath(path)))};
    case PathKind::Session:
        return DropMeaning{.path = path, .words = Drop::tr("Open the session %1").arg(shortName(path))};
    case PathKind::Text:
        break;
    }
    return DropMeaning{.path = path, .words = Drop::tr("Read %1 as the text").arg(shortName(path))};
}

}   // namespace ui
