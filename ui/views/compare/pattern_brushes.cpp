#include "ui/views/compare/pattern_brushes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/views/compare/pattern_flow.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/compare/pattern_segments.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

PatternBrushes::PatternBrushes(QWidget* parent) :
    QWidget(parent),
    m_sizeLabel(new QLabel(tr("Size"), this)),
    m_size(new NumberField(this)),
    m_mode(new Segments(this)),
    m_shape(new Segments(this)),
    m_note(roleLabel(tr("Pairs after the query stay out: causal is on."), "small", this))
{
    m_mode->add("brushAllow", tr("Allow"), tr("Paint pairs that are allowed (B)"));
    m_mode->add("brushRemove", tr("Remove"), tr("Paint pairs that are taken away (E)"));
    m_shape->add("brushCell", tr("Cell"), tr("Paint cells"));
    m_shape->add("brushRow", tr("Row"), tr("Paint rows"));
    m_shape->add("brushBlock", tr("Block"), tr("Paint blocks"));
    m_size->setObjectName(QStringLiteral("brushSize"));
    m_size->setAccessibleName(tr("Size of the brush"));
    m_size->setToolTip(tr("How many cells the brush is across (comma and full stop)"));
    m_sizeLabel->setBuddy(m_size);
    m_sizeLabel->setProperty("role", QStringLiteral("small"));
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("brushNote"));
    auto* tools = new QWidget(this);
    auto* flow = new FlowLayout(tools, 8, 6);
    for (Segments* part : {m_mode, m_shape}) flow->addWidget(part);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(roleLabel(tr("Paint"), "section", this), 1);
    head->addWidget(m_sizeLabel);
    head->addWidget(m_size);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(tools);
    layout->addWidget(m_note);
    connect(m_mode, &Segments::clicked, this, [this](int index) {
        const BrushMode mode = index == 0 ? BrushMode::Allow : BrushMode::Remove;
        choose({.mode = mode == m_brush.mode ? BrushMode::None : mode, .shape = m_brush.shape, .size = m_brush.size});
    });
    connect(m_shape, &Segments::clicked, this,
            [this](int index) { choose({.mode = m_brush.mode, .shape = BrushShape(index), .size = m_brush.size}); });
    connect(m_size, &NumberField::changed, this, [this](int size) { choose({.mode = m_brush.mode, .shape = m_brush.shape, .size = size}); });
    showBrush(m_brush);
    setTheme(Theme::light());
}

void PatternBrushes::choose(Brush brush)
{
    showBrush(brush);
    Q_EMIT chosen(brush);
}

void PatternBrushes::showBrush(Brush brush)
{
    m_brush = brush;
    m_mode->setChosen(brush.mode == BrushMode::None ? -1 : brush.mode == BrushMode::Allow ? 0 : 1);
    m_shape->setChosen(int(brush.shape));
    m_size->show(brush.size, 1, kLargestBrush);
}

void PatternBrushes::showCausal(bool holds) { m_note->setVisible(holds); }

void PatternBrushes::setTheme(const Theme& theme)
{
    m_mode->setTheme(theme);
    m_shape->setTheme(theme);
    m_size->setTheme(theme);
}

}   // namespace ui
