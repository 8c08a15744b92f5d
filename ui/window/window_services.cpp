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

QString sessionFilter() { return Files::tr("Sessions (*%1)").arg(QLatin1String(kSessionSuffix)); }

// The ending is put there by the dialog, which then asks before it replaces a file.
QString askForSessionFile(QWidget* parent, const QString& at)
{
    QFileDialog dialog(parent, Files::tr("Save session"), at, sessionFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kSessionSuffix + 1));
    dialog.selectFile(QFileInfo(at).fileName());
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
    services.chooseFigureFile = [](QWidget* parent, const QString& at) {
        return QFileDialog::getSaveFileName(parent, Files::tr("Export figure"), at, Files::tr("Figures (*.svg *.pdf *.png)"));
    };
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
    if (info.isDir() || info.suffix() == QLatin1String("safetensors") || info.fileName() == QLatin1String("config.json")) return PathKind::Model;
    return path.endsWith(QLatin1String(kSessionSuffix)) ? PathKind::Session : PathKind::Text;
}

QString modelPath(const QString& path)
{
    const QFileInfo info(path);
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
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
