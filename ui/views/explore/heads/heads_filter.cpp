#include "ui/views/explore/heads/heads_filter.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/views/explore/heads/head_words.h"
#include "ui/views/explore/heads/measure_box.h"
#include "ui/views/explore/heads/target_pad.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

QString absenceOf(TargetRule rule)
{
    return rule == TargetRule::SameToken ? HeadsFilter::tr("No token of this text occurs twice") : HeadsFilter::tr("This text has one token");
}

QDoubleSpinBox* bound(const char* name, const QString& spoken, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setKeyboardTracking(false);   // "0.75" is not "0.7" on the way: a number counts once it is typed
    return box;
}

}   // namespace

HeadsFilter::HeadsFilter(Session& session, QWidget* parent) : QFrame(parent, Qt::Popup), m_session(session)
{
    setObjectName(QStringLiteral("headsFilter"));
    setAccessibleName(tr("Filter of the heads"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    buildRange(*layout);
    buildDrawing(*layout);
    buildFooter(*layout);
    connect(&m_session, &Session::viewChanged, this, [this](const ViewState& before) {
        if (!(m_session.view().heads == before.heads)) reflect();
    });
    reflect();
}

void HeadsFilter::buildRange(QVBoxLayout& layout)
{
    layout.addWidget(roleLabel(tr("Keep heads by a measure"), "section", this));
    auto* row = new QHBoxLayout;
    m_measure = new MeasureBox("filterMeasure", tr("Measure to filter by"), tr("any"), this);
    m_least = bound("filterLeast", tr("At least"), this);
    m_most = bound("filterMost", tr("At most"), this);
    row->addWidget(m_measure, 1);
    row->addWidget(m_least);
    row->addWidget(roleLabel(tr("to"), "caption", this));
    row->addWidget(m_most);
    layout.addLayout(row);
    connect(m_measure, &MeasureBox::measureChosen, this, [this](std::optional<HeadMeasure> measure) {
        HeadsView view = m_session.view().heads;
        view.filter = measure ? std::optional(rangeOf(m_values, *measure)) : std::nullopt;
        m_session.setHeads(view);
    });
    for (QDoubleSpinBox* box : {m_least, m_most}) connect(box, &QDoubleSpinBox::valueChanged, this, &HeadsFilter::applyRange);
}

QPushButton* HeadsFilter::addRule(const QString& title, const char* name, TargetRule rule)
{
    auto* button = new QPushButton(title, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, rule] { applyDrawing(rule); });
    m_rules.emplace_back(rule, button);
    return button;
}

void HeadsFilter::buildDrawing(QVBoxLayout& layout)
{
    layout.addSpacing(4);
    layout.addWidget(roleLabel(tr("Or draw where a head should look"), "section", this));
    m_pad = new TargetPad(this);
    layout.addWidget(m_pad, 0, Qt::AlignHCenter);
    m_square = plainLabel("targetSquare", this);
    m_square->setProperty("role", QStringLiteral("caption"));
    layout.addWidget(m_square);
    auto* presets = new QHBoxLayout;
    presets->setSpacing(4);
    presets->addWidget(addRule(tr("Previous"), "drawPrevious", TargetRule::PreviousToken));
    presets->addWidget(addRule(tr("First"), "drawFirst", TargetRule::FirstToken));
    presets->addWidget(addRule(tr("Itself"), "drawItself", TargetRule::OwnToken));
    presets->addWidget(addRule(tr("Same"), "drawSame", TargetRule::SameToken));
    presets->addStretch(1);
    m_wipe = new QPushButton(tr("Wipe"), this);
    m_wipe->setObjectName(QStringLiteral("wipeDrawing"));
    m_wipe->setAutoDefault(false);
    presets->addWidget(m_wipe);
    layout.addLayout(presets);
    connect(m_wipe, &QPushButton::clicked, this, [this] { applyDrawing(DrawnCells()); });
    connect(m_pad, &TargetPad::drawn, this, &HeadsFilter::applyDrawing);
    connect(m_pad, &TargetPad::captionChanged, m_square, &QLabel::setText);
}

void HeadsFilter::buildFooter(QVBoxLayout& layout)
{
    auto* note = roleLabel(explanationOf(HeadMeasure::Drawn), "caption", this);
    note->setWordWrap(true);
    layout.addWidget(note);
    auto* row = new QHBoxLayout;
    m_count = roleLabel({}, "section", this);
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_clear = new QPushButton(tr("Show all heads"), this);
    m_clear->setObjectName(QStringLiteral("clearFilter"));
    m_clear->setAutoDefault(false);
    row->addWidget(m_count, 1);
    row->addWidget(m_clear);
    layout.addLayout(row);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        HeadsView view = m_session.view().heads;
        view.filter.reset();
        m_session.setHeads(view);
    });
}

void HeadsFilter::applyRange()
{
    HeadsView view = m_session.view().heads;
    if (!view.filter) return;
    view.filter->least = m_least->value();
    view.filter->most = m_most->value();
    m_session.setHeads(view);
}

void HeadsFilter::applyDrawing(const HeadDrawing& drawing) { m_session.setHeads(m_session.view().heads.withDrawing(drawing)); }

void HeadsFilter::reflect()
{
    const HeadsView& view = m_session.view().heads;
    const QSignalBlocker least(m_least), most(m_most);
    m_measure->show(view, view.filter ? std::optional(view.filter->measure) : std::nullopt);
    for (QDoubleSpinBox* box : {m_least, m_most}) {
        box->setEnabled(view.filter.has_value());
        const HeadRange whole = wholeRange(view.filter ? view.filter->measure : HeadMeasure::PreviousToken);
        box->setDecimals(isShare(whole.measure) ? 2 : 1);
        box->setRange(whole.least, whole.most);
        box->setSingleStep(isShare(whole.measure) ? 0.05 : 0.5);
    }
    m_least->setValue(view.filter ? view.filter->least : 0.0);
    m_most->setValue(view.filter ? view.filter->most : 1.0);
    m_clear->setEnabled(view.filter.has_value());
    m_wipe->setEnabled(view.drawing != nullptr);
    m_pad->showDrawing(view.drawing);
}

// While nobody sees it, a new text costs nothing.
void HeadsFilter::showText(const ExploreRecordPtr& record, core::HeadId head)
{
    m_record = record;
    m_head = head;
    if (isVisible()) reflectText();
}

void HeadsFilter::reflectText()
{
    if (!m_record) return;
    m_pad->showText(m_record, m_head);
    for (const auto& [rule, button] : m_rules) {
        const bool any = RuleKeys(rule, m_record->recording->tokens).any();
        button->setEnabled(any);
        button->setToolTip(any ? QString() : absenceOf(rule));
    }
}

void HeadsFilter::showValues(const HeadValues& values, const HeadOrder& order)
{
    m_values = values;
    m_count->setText(tr("%1 of %2 heads").arg(order.passing).arg(order.entries.size()));
}

void HeadsFilter::setTheme(const Theme& theme)
{
    m_pad->setTheme(theme);
    for (QDoubleSpinBox* box : {m_least, m_most}) box->setFixedWidth(theme.scaled(64));
}

void HeadsFilter::popUpBeside(const QWidget& panel, const QWidget& anchor)
{
    reflectText();
    adjustSize();
    const QRect screen = panel.screen()->availableGeometry();
    QPoint at(panel.mapToGlobal(QPoint(panel.width() + 4, 0)).x(), anchor.mapToGlobal(QPoint(0, 0)).y());
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(at);
    show();
    m_measure->setFocus(Qt::PopupFocusReason);
}

}   // namespace ui
