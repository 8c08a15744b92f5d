#include "ui/window/window_services.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "ui/state/session_file.h"

namespace ui {

namespace {

struct Files {
    Q_DECLARE_TR_FUNCTIONS(Files)
};

QString sessionFilter() { return Files::tr("Sessions (*%1 *.json)").arg(QLatin1String(kSessionSuffix)); }

// The ending is put there by the dialog, which then asks before it replaces a file.
QString askForSessionFile(QWidget* parent, const QString& at)
{
    QFileDialog dialog(parent, Files::tr("Save session"), at, sessionFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kSessionSuffix + 1));
    dialog.selectFile(QFileInfo(at).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

// The type that is chosen is the ending of the name: what the figure is written as is always what the name says.
QString askForFigureFile(QWidget* parent, const QString& at)
{
    const QList<std::pair<QString, QString>> types{
        {Files::tr("Vector graphics (*.svg)"), QStringLiteral("svg")}, {Files::tr("PDF (*.pdf)"), QStringLiteral("pdf")}, {Files::tr("Pixels (*.png)"), QStringLiteral("png")}};
    QFileDialog dialog(parent, Files::tr("Export figure"), at);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const auto& [filter, ending] : types) filters.append(filter);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(types.front().second);
    dialog.selectFile(QFileInfo(at).fileName());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& chosen) {
        for (const auto& [filter, ending] : types) {
            if (filter != chosen) continue;
            dialog.setDefaultSuffix(ending);
            const QFileInfo file(dialog.selectedFiles().value(0));
            dialog.selectFile(file.completeBaseName() + u'.' + ending);
        }
    });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}   // namespace

WindowServices WindowServices::real()
{
    WindowServices services;
    services.engine = std::make_shared<CoreEngine>();
    services.openModel = core::openModelByName;
    services.samples = builtInSamples();
    for (const core::BuiltInModel& model : core::builtInModels()) services.builtInModels.append(QString::fromStdString(model.name));
    services.chooseFolder = [](QWidget* parent, const QString& at) {
        return QFileDialog::getExistingDirectory(parent, Files::tr("Open model folder"), at);
    };
    services.chooseFigureFile = &askForFigureFile;
    services.chooseSession = [](QWidget* parent, const QString& at) {
        return QFileDialog::getOpenFileName(parent, Files::tr("Open session"), at, sessionFilter());
    };
    services.chooseSessionFile = &askForSessionFile;
    return services;
}

QString shortName(const QString& model) { return QDir::isAbsolutePath(model) ? QFileInfo(model).fileName() : model; }

PathKind kindOf(const QString& path)
{
    const QFileInfo info(path);
    const QString config = QStringLiteral("config.json");
    if (info.isDir() || info.suffix() == QLatin1String("safetensors") || info.fileName() == config) return PathKind::Model;
    if (path.endsWith(QLatin1String(kSessionSuffix))) return PathKind::Session;
    if (info.suffix() != QLatin1String("json")) return PathKind::Text;
    return QFileInfo::exists(info.dir().filePath(config)) ? PathKind::Model : PathKind::Session;
}

QString modelPath(const QString& path)
{
    const QFileInfo info(path);
    return QDir::cleanPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
}

QString sessionName(const QString& path)
{
    const QString file = QFileInfo(path).fileName();
    for (const QLatin1String ending : {QLatin1String(kSessionSuffix), QLatin1String(".json")})
        if (file.endsWith(ending) && file.size() > ending.size()) return file.chopped(ending.size());
    return file;
}

DocumentState sampleDocument()
{
    return {.text = QStringLiteral("The cat sat on the mat because it was tired."), .model = QStringLiteral("fovea-s"), .plan = {}, .head = {}, .pin = {}};
}

DocumentState documentFor(const QString& path)
{
    DocumentState document = sampleDocument();
    if (!path.isEmpty() && kindOf(path) == PathKind::Model) document.model = modelPath(path);
    return document;
}

}   // namespace ui
