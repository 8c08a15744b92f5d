#include "ui/views/explore/heads/heads_filter.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/views/explore/heads/head_words.h"
#include "ui/views/explore/heads/target_pad.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kNoRange = -1;

QDoubleSpinBox* bound(const char* name, const QString& spoken, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(spoken);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(64);
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
    m_measure = new QComboBox(this);
    m_measure->setObjectName(QStringLiteral("filterMeasure"));
    m_measure->setAccessibleName(tr("Measure to filter by"));
    m_least = bound("filterLeast", tr("At least"), this);
    m_most = bound("filterMost", tr("At most"), this);
    row->addWidget(m_measure, 1);
    row->addWidget(m_least);
    row->addWidget(roleLabel(tr("to"), "caption", this));
    row->addWidget(m_most);
    layout.addLayout(row);
    connect(m_measure, &QComboBox::activated, this, [this] {
        const int chosen = m_measure->currentData().toInt();
        HeadsView view = m_session.view().heads;
        view.filter = chosen == kNoRange ? std::nullopt : std::optional(rangeOf(m_values, HeadMeasure(chosen)));
        m_session.setHeads(view);
    });
    for (QDoubleSpinBox* box : {m_least, m_most}) connect(box, &QDoubleSpinBox::valueChanged, this, &HeadsFilter::applyRange);
}

QPushButton* HeadsFilter::addPreset(const QString& title, const char* name, TargetPreset drawing)
{
    auto* button = new QPushButton(title, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, drawing] {
        if (m_record) applyDrawing(drawingOf(drawing, m_record->recording->tokens));
    });
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
    presets->addWidget(addPreset(tr("Previous"), "drawPrevious", TargetPreset::PreviousToken));
    presets->addWidget(addPreset(tr("First"), "drawFirst", TargetPreset::FirstToken));
    presets->addWidget(addPreset(tr("Itself"), "drawItself", TargetPreset::OwnToken));
    presets->addWidget(addPreset(tr("Same"), "drawSame", TargetPreset::SameToken));
    presets->addStretch(1);
    m_wipe = new QPushButton(tr("Wipe"), this);
    m_wipe->setObjectName(QStringLiteral("wipeDrawing"));
    m_wipe->setAutoDefault(false);
    presets->addWidget(m_wipe);
    layout.addLayout(presets);
    connect(m_wipe, &QPushButton::clicked, this, [this] { applyDrawing({}); });
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

void HeadsFilter::reflectMeasures()
{
    const HeadsView& view = m_session.view().heads;
    if (const bool offersDrawn = m_measure->findData(int(HeadMeasure::Drawn)) >= 0;
        m_measure->count() == 0 || offersDrawn != (view.drawing != nullptr)) {
        m_measure->clear();
        m_measure->addItem(tr("any"), kNoRange);
        for (const HeadMeasure measure : kHeadMeasures)
            if (measure != HeadMeasure::Drawn || view.drawing) m_measure->addItem(nameOf(measure), int(measure));
    }
    m_measure->setCurrentIndex(std::max(0, m_measure->findData(view.filter ? int(view.filter->measure) : kNoRange)));
}

void HeadsFilter::reflect()
{
    const HeadsView& view = m_session.view().heads;
    if (m_hasShown && view == m_shown) return;
    m_hasShown = true;
    m_shown = view;
    const QSignalBlocker measure(m_measure), least(m_least), most(m_most);
    reflectMeasures();
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

void HeadsFilter::showText(const ExploreRecordPtr& record, core::HeadId head)
{
    const core::Index before = m_pad->grid().tokens();
    m_record = record;
    m_pad->showText(record, head);
    if (m_pad->grid().tokens() != before) m_pad->showDrawing(m_session.view().heads.drawing);
}

void HeadsFilter::showValues(const HeadValues& values, const HeadOrder& order)
{
    m_values = values;
    m_count->setText(tr("%1 of %2 heads").arg(order.passing).arg(order.entries.size()));
}

void HeadsFilter::setTheme(const Theme& theme) { m_pad->setTheme(theme); }

void HeadsFilter::popUpBelow(const QWidget& anchor)
{
    adjustSize();
    QPoint at = anchor.mapToGlobal(QPoint(0, anchor.height() + 4));
    const QRect screen = anchor.screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    at.setY(std::clamp(at.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(at);
    show();
    m_measure->setFocus(Qt::PopupFocusReason);
}

}   // namespace ui
