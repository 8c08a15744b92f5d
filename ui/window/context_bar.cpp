#include "ui/window/context_bar.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include "ui/state/document.h"
#include "ui/views/tool_stops.h"
#include "ui/window/window_services.h"

namespace ui {

namespace {

QLabel* fieldLabel(const QString& text, QWidget* buddy, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("caption"));
    label->setBuddy(buddy);
    return label;
}

QString factsOf(const core::ModelConfig& config)
{
    const QString size = ContextBar::tr("%1 layers × %2 heads").arg(config.layers).arg(config.heads);
    if (config.kvHeads == config.heads) return size;
    return size + QStringLiteral(" · ") + ContextBar::tr("%1 key/value heads").arg(config.kvHeads);
}

}   // namespace

ContextBar::ContextBar(QWidget* parent) : QToolBar(tr("Model and head"), parent), m_models(new QComboBox(this)), m_heads(new QComboBox(this))
{
    setObjectName(QStringLiteral("contextBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    buildModels();
    buildHeads();
}

void ContextBar::buildModels()
{
    m_models->setObjectName(QStringLiteral("models"));
    m_models->setAccessibleName(tr("Model"));
    m_models->setPlaceholderText(tr("No model"));
    m_models->setMinimumWidth(160);
    m_facts = new QLabel(this);
    m_facts->setObjectName(QStringLiteral("modelFacts"));
    m_facts->setProperty("role", QStringLiteral("tag"));
    addWidget(fieldLabel(tr("Model"), m_models, this));
    addWidget(m_models);
    m_factsAction = addWidget(m_facts);
    m_factsAction->setVisible(false);
    connect(m_models, &QComboBox::activated, this, [this](int index) { Q_EMIT modelChosen(m_models->itemData(index).toString()); });
}

void ContextBar::buildHeads()
{
    m_heads->setObjectName(QStringLiteral("heads"));
    m_heads->setAccessibleName(tr("Head"));
    m_heads->setMinimumWidth(96);
    m_heads->setEnabled(false);
    addWidget(fieldLabel(tr("Head"), m_heads, this));
    addWidget(m_heads);
    connect(m_heads, &QComboBox::activated, this, [this](int index) { Q_EMIT headChosen({index / m_headsOfALayer, index % m_headsOfALayer}); });
}

void ContextBar::addTools(const QList<QAction*>& steps, const QList<QAction*>& named)
{
    auto* room = new QWidget(this);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(room);
    addActions(steps);
    addSeparator();
    addActions(named);
    m_named = named;
    for (QAction* action : steps + named) {
        auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
    }
    new ToolStops(this);
    fitNames();
}

void ContextBar::resizeEvent(QResizeEvent* event)
{
    QToolBar::resizeEvent(event);
    fitNames();
}

void ContextBar::changeEvent(QEvent* event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitNames();
}

void ContextBar::fitNames()
{
    const auto show = [this](Qt::ToolButtonStyle style) {
        for (QAction* action : std::as_const(m_named)) qobject_cast<QToolButton*>(widgetForAction(action))->setToolButtonStyle(style);
    };
    const auto lacksRoom = [this] {
        layout()->invalidate();
        return sizeHint().width() > width();
    };
    show(Qt::ToolButtonTextBesideIcon);
    m_factsAction->setVisible(!m_facts->text().isEmpty());
    if (lacksRoom()) show(Qt::ToolButtonIconOnly);
    if (lacksRoom()) m_factsAction->setVisible(false);
}

void ContextBar::showModels(const QStringList& known, const QString& onShow)
{
    m_models->clear();
    for (const QString& name : known) {
        m_models->addItem(shortName(name), name);
        m_models->setItemData(m_models->count() - 1, name, Qt::ToolTipRole);
    }
    m_models->setCurrentIndex(onShow.isEmpty() ? -1 : m_models->findData(onShow));
    m_models->setEnabled(!known.isEmpty());
}

void ContextBar::showConfig(const core::ModelConfig& config)
{
    m_facts->setText(factsOf(config));
    fitNames();
    m_heads->setEnabled(true);
    if (m_layers == config.layers && m_headsOfALayer == config.heads) return;
    m_layers = config.layers;
    m_headsOfALayer = config.heads;
    m_heads->clear();
    for (core::Index i = 0; i < m_layers * m_headsOfALayer; ++i) m_heads->addItem(nameOf({i / m_headsOfALayer, i % m_headsOfALayer}));
}

void ContextBar::showHead(core::HeadId head)
{
    const bool has = head.layer >= 0 && head.layer < m_layers && head.head >= 0 && head.head < m_headsOfALayer;
    m_heads->setCurrentIndex(has ? int(head.layer * m_headsOfALayer + head.head) : -1);
}

}   // namespace ui
