#include "ui/window/window_services.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("WindowServices", text); }

}   // namespace

WindowServices WindowServices::real()
{
    WindowServices services{.engine = std::make_shared<CoreEngine>(),
                            .openModel = core::openModelByName,
                            .builtInModels = {},
                            .samples = builtInSamples(),
                            .chooseFolder = {},
                            .chooseFigureFile = {},
                            .clock = {}};
    for (const core::BuiltInModel& model : core::builtInModels()) services.builtInModels.append(QString::fromStdString(model.name));
    services.chooseFolder = [](QWidget* parent) { return QFileDialog::getExistingDirectory(parent, tr("Open model folder")); };
    services.chooseFigureFile = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(parent, tr("Export figure"), suggested, tr("Figures (*.svg *.pdf *.png)"));
    };
    return services;
}

QString shortName(const QString& model) { return QDir::isAbsolutePath(model) ? QFileInfo(model).fileName() : model; }

bool isModelPath(const QString& path)
{
    const QFileInfo info(path);
    return info.isDir() || info.suffix() == QLatin1String("safetensors") || info.fileName() == QLatin1String("config.json");
}

QString modelPath(const QString& path)
{
    const QFileInfo info(path);
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

DocumentState sampleDocument()
{
    return {.text = tr("The cat sat on the mat because it was tired."), .model = QStringLiteral("fovea-s"), .plan = {}, .head = {}, .pin = {}};
}

DocumentState documentFor(const QString& path)
{
    DocumentState document = sampleDocument();
    if (!path.isEmpty() && isModelPath(path)) document.model = modelPath(path);
    return document;
}

}   // namespace ui
