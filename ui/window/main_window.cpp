#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>

#include "core/base/version.h"
#include "core/text/text_file.h"
#include "ui/figure/figure.h"
#include "ui/views/registry.h"
#include "ui/window/empty_state.h"
#include "ui/window/message_strip.h"
#include "ui/window/style_sheet.h"

namespace ui {

namespace {

constexpr std::size_t kTextFileLimit = std::size_t(4) << 20;   // far more than the live view can show

constexpr int kToastTime = 6000;   // ms

// A folder is called by its own name; the path is one hover away.
QString shortName(const QString& model) { return QDir::isAbsolutePath(model) ? QFileInfo(model).fileName() : model; }

bool isModelPath(const QFileInfo& info)
{
    return info.isDir() || info.suffix() == QLatin1String("safetensors") || info.fileName() == QLatin1String("config.json");
}

// A file inside a model folder stands for the folder.
QString modelPath(const QFileInfo& info) { return info.isDir() ? info.absoluteFilePath() : info.absolutePath(); }

QString dimensions(const core::ModelConfig& config)
{
    const QString size = MainWindow::tr("%1 layers × %2 heads").arg(config.layers).arg(config.heads);
    if (config.kvHeads == config.heads) return size;
    return size + QStringLiteral(" · ") + MainWindow::tr("%1 heads share keys and values").arg(config.groupSize());
}

}   // namespace

WindowServices WindowServices::real()
{
    WindowServices services{.engine = std::make_shared<CoreEngine>(),
                            .openModel = core::openModelByName,
                            .builtInModels = {},
                            .chooseFolder = {},
                            .chooseFigureFile = {}};
    for (const core::BuiltInModel& model : core::builtInModels()) services.builtInModels.append(QString::fromStdString(model.name));
    services.chooseFolder = [](QWidget* parent) { return QFileDialog::getExistingDirectory(parent, MainWindow::tr("Open model folder")); };
    services.chooseFigureFile = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(parent, MainWindow::tr("Export figure"), suggested, MainWindow::tr("Figures (*.svg *.pdf *.png)"));
    };
    return services;
}

DocumentState sampleDocument()
{
    return {.text = MainWindow::tr("The cat sat on the mat because it was tired."),
            .model = QStringLiteral("fovea-s"),
            .plan = {},
            .head = {},
            .pin = {}};
}

DocumentState documentFor(const QString& path)
{
    DocumentState document = sampleDocument();
    const QFileInfo info(path);
    if (!path.isEmpty() && isModelPath(info)) document.model = modelPath(info);
    return document;
}

MainWindow::MainWindow(WindowServices services, DocumentState document, QWidget* parent) :
    QMainWindow(parent),
    m_services(std::move(services)),
    m_session(std::move(document)),
    m_controller(m_session, m_services.engine, m_services.openModel, m_services.builtInModels),
    m_actions(m_session, this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    buildMenus();
    buildContextBar();
    buildCentre();
    buildRail();
    buildStatusLine();
    connectSession();
    connectController();
    showModels();
    showTheme();
    showTitle();
    resize(1440, 900);
}

void MainWindow::start() { m_controller.start(); }

void MainWindow::openPath(const QString& path)
{
    const QFileInfo info(path);
    if (!isModelPath(info)) return openText(path);
    m_controller.openModel(modelPath(info));
}

void MainWindow::openText(const QString& path)
{
    const core::Result<std::string> content = core::readTextFile(path.toStdString(), kTextFileLimit);
    if (!content) return m_messages->show(ProblemSource::File, content.error());
    m_messages->clear(ProblemSource::File);
    m_session.setText(QString::fromStdString(*content));   // invalid bytes become U+FFFD
}

void MainWindow::askForModel()
{
    const QString folder = m_services.chooseFolder ? m_services.chooseFolder(this) : QString();
    if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::exportFigure()
{
    const ExploreRecordPtr& record = m_controller.record();
    if (!record || !m_services.chooseFigureFile) return;
    const DocumentState& document = m_session.document();
    const QString file = m_services.chooseFigureFile(this, shortName(document.model) +
                                                               QStringLiteral("-L%1-H%2.svg").arg(document.head.layer).arg(document.head.head));
    if (file.isEmpty()) return;
    const ViewState& view = m_session.view();
    core::Result<FigureSpec> spec =
        figureOf(record->recording, view.parts == ViewParts::Links ? FigureView::Links : FigureView::Heatmap, document.head);
    if (!spec) return m_messages->show(ProblemSource::File, spec.error());
    if (document.pin && record->has(document.pin->query, document.pin->key)) spec->pin = document.pin;
    spec->scale.kind = view.scale;
    spec->hideFirst = view.firstToken == FirstToken::Hidden;
    spec->theme = view.theme;
    if (const core::Result<void> written = renderFigure(*spec, file.toStdString()); !written)
        return m_messages->show(ProblemSource::File, written.error());
    m_messages->clear(ProblemSource::File);
    statusBar()->showMessage(tr("Saved %1").arg(file), kToastTime);
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::documentChanged, this, [this](const DocumentState& before) {
        if (before.head != m_session.document().head) showHeads();
        if (before.model != m_session.document().model) showModels();
    });
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        if (before.theme != m_session.view().theme) showTheme();
    });
}

void MainWindow::connectController()
{
    connect(&m_controller, &ExploreController::recordChanged, this, &MainWindow::showRecord);
    connect(&m_controller, &ExploreController::problem, m_messages, &MessageStrip::show);
    connect(&m_controller, &ExploreController::solved, m_messages, &MessageStrip::clear);
    connect(&m_controller, &ExploreController::previousChanged, this, [this] {
        for (View* view : m_views) view->markPrevious(m_controller.showsPrevious());
    });
    ModelController& models = m_controller.models();
    connect(&models, &ModelController::knownChanged, this, &MainWindow::showModels);
    connect(&models, &ModelController::opening, this, [this](const QString& name) { m_empty->setOpening(shortName(name)); });
    connect(&models, &ModelController::failed, this, [this] {
        m_empty->setOpening({});
        showModels();   // the list goes back to the model that stays
    });
    connect(&models, &ModelController::opened, this, [this](const QString&, const core::ModelPtr& model) {
        const core::ModelConfig& config = model->transformer->config();
        m_modelFacts->setText(dimensions(config));
        m_modelFactsAction->setVisible(true);
        m_actions.setModelSize(config.layers, config.heads);
        showModels();
        showHeads();
    });
    RunController& runs = m_controller.runs();
    const auto rest = [this] {
        m_workDelay->stop();
        m_workStatus->clear();
    };
    connect(&runs, &RunController::started, m_workDelay, qOverload<>(&QTimer::start));
    connect(&runs, &RunController::ready, this, rest);
    connect(&runs, &RunController::failed, this, rest);
    connect(&runs, &RunController::cancelled, this, rest);
}

void MainWindow::showRecord(const ExploreRecordPtr& record)
{
    for (View* view : m_views) view->showRecord(record);
    if (m_stack->currentWidget() == m_empty) {
        m_stack->setCurrentWidget(m_views.front());
        m_views.front()->setFocus();
        m_tilesStatus->setText(tr("Tiles recomputed from q, k, ℓ"));
    }
    const core::Index tokens = record->recording->size();
    m_tokensStatus->setText(tokens == 1 ? tr("1 token") : tr("%1 tokens").arg(tokens));
    m_timeStatus->setText(tr("Forward pass %1 ms").arg(record->recording->seconds * 1000.0, 0, 'f', 1));
}

void MainWindow::showModels()
{
    const QString current = m_session.document().model;
    QStringList names = m_controller.models().known();
    const bool isOpen = m_controller.model() != nullptr;
    m_models->clear();
    for (const QString& name : names) {
        m_models->addItem(shortName(name), name);
        m_models->setItemData(m_models->count() - 1, name, Qt::ToolTipRole);
    }
    m_models->setCurrentIndex(isOpen ? m_models->findData(current) : -1);
    m_models->setEnabled(!names.isEmpty());
    showTitle();
}

void MainWindow::showHeads()
{
    const core::ModelPtr& model = m_controller.model();
    m_heads->setEnabled(model != nullptr);
    if (!model) return m_heads->clear();
    const core::ModelConfig& config = model->transformer->config();
    const core::Index count = config.layers * config.heads;
    if (m_heads->count() != int(count) || m_heads->property("headsOfALayer").toInt() != int(config.heads)) {
        m_heads->clear();
        for (core::Index i = 0; i < count; ++i) m_heads->addItem(nameOf({i / config.heads, i % config.heads}));
        m_heads->setProperty("headsOfALayer", int(config.heads));
    }
    const core::HeadId head = m_session.document().head;
    m_heads->setCurrentIndex(int(head.layer * config.heads + head.head));
}

void MainWindow::showTheme()
{
    const Theme theme = Theme::of(m_session.view().theme);
    QApplication::setPalette(paletteOf(theme));
    setStyleSheet(ui::styleSheet(theme));
}

void MainWindow::showTitle() { setWindowTitle(m_controller.model() ? tr("%1 — Fovea").arg(shortName(m_session.document().model)) : tr("Fovea")); }

void MainWindow::showAbout()
{
    auto* about = new QMessageBox(QMessageBox::NoIcon, tr("About Fovea"),
                                  tr("<b>Fovea %1</b><p>Shows where a transformer looks.</p>"
                                     "<p>Attention is not explanation: it shows where a head looks, not why the model answered.</p>")
                                      .arg(QLatin1String(core::version())),
                                  QMessageBox::Close, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setModal(false);
    about->show();
}

void MainWindow::goBack()
{
    if (m_controller.runs().busy()) return m_controller.cancel();
    m_session.setPin({});
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return goBack();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openPath(event->mimeData()->urls().front().toLocalFile());
}

}   // namespace ui
