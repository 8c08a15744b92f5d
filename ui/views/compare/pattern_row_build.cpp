// The parts of a row.
#include <utility>

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>

#include "ui/views/compare/pattern_flow.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/compare/pattern_row.h"
#include "ui/views/compare/pattern_switch.h"
#include "ui/views/compare/pattern_tile.h"
#include "ui/views/compare/pattern_words.h"
#include "ui/views/explore/heads/eliding_label.h"

namespace ui {

PatternRow::PatternRow(BlockKind kind, QWidget* parent) :
    QWidget(parent),
    m_kind(kind),
    m_layout(new QGridLayout(this)),
    m_tile(new BlockTile(kind, this)),
    m_name(new ElidingLabel(nameOf(kind), this)),
    m_rule(new QLabel(this)),
    m_below(new QWidget(this)),
    m_flow(new FlowLayout(m_below, kRowGap, 4)),
    m_switch(new Switch(this))
{
    setObjectName(QStringLiteral("block_%1").arg(QString::fromStdString(primitiveOf(kind))));
    if (kind == BlockKind::Global)
        buildEntries();
    else if (kind != BlockKind::Painted)
        buildNumbers();
    build();
}

void PatternRow::build()
{
    setAttribute(Qt::WA_Hover);
    m_rule->setWordWrap(true);
    m_rule->setTextFormat(Qt::PlainText);
    m_switch->setObjectName(QStringLiteral("switch_%1").arg(QString::fromStdString(primitiveOf(m_kind))));
    m_layout->setContentsMargins(0, 1, 0, 1);
    m_layout->setHorizontalSpacing(kRowGap);
    m_layout->setVerticalSpacing(0);
    m_layout->setColumnStretch(1, 1);
    m_layout->addWidget(m_tile, 0, 0, 2, 1, Qt::AlignVCenter);
    m_layout->addWidget(m_name, 0, 1);
    m_layout->addWidget(m_rule, 1, 1);
    m_layout->addWidget(m_switch, 0, 3, 2, 1, Qt::AlignVCenter);
    m_layout->addWidget(m_below, 2, 1, 1, 3);
    connect(m_switch, &QCheckBox::clicked, this, &PatternRow::toggled);
    setTheme(m_theme);
}

void PatternRow::buildNumbers()
{
    const std::size_t count = PatternParts().numbers(m_kind).size();
    for (std::size_t i = 0; i < count; ++i) {
        auto* field = new NumberField(this);
        field->setObjectName(QStringLiteral("number_%1_%2").arg(QString::fromStdString(primitiveOf(m_kind))).arg(i));
        field->setAccessibleName(tr("%1, %2").arg(nameOf(m_kind), parameterName(m_kind, i)));
        field->setToolTip(tr("%1: type, use the arrow keys, or pull the number across").arg(parameterName(m_kind, i)));
        field->installEventFilter(this);
        connect(field, &NumberField::changed, this, [this, i](int value, bool continues) { Q_EMIT numberChanged(i, value, continues); });
        m_numbers.push_back(field);
        m_pairs.push_back(new QWidget(m_below));
        m_labels.push_back(new QLabel(parameterName(m_kind, i), m_pairs.back()));
        auto* pair = new QHBoxLayout(m_pairs.back());
        pair->setContentsMargins(0, 0, 0, 0);
        pair->setSpacing(4);
        pair->addWidget(m_labels.back());
        m_flow->addWidget(m_pairs.back());
    }
    if (count > 0) buildSlider();
}

// In the place of the rule while one points at the row or is in its number: nothing around it moves. Keys have the number itself.
void PatternRow::buildSlider()
{
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setObjectName(QStringLiteral("slider_%1").arg(QString::fromStdString(primitiveOf(m_kind))));
    m_slider->setAccessibleName(m_numbers[mainNumber()]->accessibleName());
    m_slider->setFocusPolicy(Qt::NoFocus);
    m_slider->setRange(0, kSliderSteps);
    m_slider->setPageStep(kSliderSteps / 10);
    m_slider->hide();
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_slides = false; });
    connect(m_slider, &QSlider::sliderReleased, this, &PatternRow::refreshSlider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        const int value = sliderValue(step, m_reach);
        if (value == m_numbers[mainNumber()]->value()) return;
        const bool continues = m_slider->isSliderDown() && std::exchange(m_slides, true);
        Q_EMIT numberChanged(mainNumber(), value, continues);
    });
}

void PatternRow::buildEntries()
{
    m_entries = new QLineEdit(this);
    m_entries->setObjectName(QStringLiteral("entries_global"));
    m_entries->setProperty("role", QStringLiteral("number"));
    m_entries->setAccessibleName(tr("Global tokens"));
    m_entries->setToolTip(tr("Token texts in quotes, positions or ranges, with commas between: \".\", 3, 5-8"));
    m_entries->installEventFilter(this);
    connect(m_entries, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_isTyping = true;
        Q_EMIT entriesChanged(text, m_entriesContinue);
        m_entriesContinue = m_entriesContinue || m_problem.isEmpty();   // where nobody was told there is nothing to go on with
        m_isTyping = false;
    });
}

}   // namespace ui
