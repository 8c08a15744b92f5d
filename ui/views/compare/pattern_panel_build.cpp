// The parts of the panel, from top to bottom.
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/views/compare/gallery_box.h"
#include "ui/views/compare/gallery_popup.h"
#include "ui/views/compare/pattern_blocks.h"
#include "ui/views/compare/pattern_brushes.h"
#include "ui/views/compare/pattern_expression.h"
#include "ui/views/compare/pattern_flow.h"
#include "ui/views/compare/pattern_panel.h"
#include "ui/views/compare/pattern_reach.h"
#include "ui/views/compare/pattern_tabs.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kPadding = 16;

void addRule(QVBoxLayout& layout, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("rule"));
    line->setFixedHeight(1);
    layout.addSpacing(3);
    layout.addWidget(line);
    layout.addSpacing(1);
}

}   // namespace

PatternPanel::PatternPanel(QWidget* parent) :
    QWidget(parent),
    m_title(roleLabel(tr("Pattern"), "title", this)),
    m_box(new GalleryBox(this)),
    m_popup(new GalleryPopup(this)),
    m_tabs(new PatternTabs(kMost, this)),
    m_expression(new PatternExpression(this)),
    m_blocks(new PatternBlocks(this)),
    m_brushes(new PatternBrushes(this)),
    m_reach(new PatternReach(this))
{
    setObjectName(QStringLiteral("patternPanel"));
    build();
    setMinimumWidth(kLeastWidth);
    connectParts();
    setTheme(Theme::light());
    refreshGallery();
}

void PatternPanel::build()
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(kPadding, 8, kPadding, 12);
    layout->setSpacing(4);
    buildHeader(*layout);
    layout->addSpacing(2);
    layout->addWidget(roleLabel(tr("Expression"), "section", this));
    layout->addWidget(m_expression);
    layout->addSpacing(4);
    layout->addWidget(roleLabel(tr("Building blocks"), "section", this));
    layout->addWidget(m_blocks);
    addRule(*layout, content);
    layout->addWidget(m_brushes);
    addRule(*layout, content);
    layout->addWidget(m_reach);
    buildExport(*layout);
    layout->addStretch(1);
    auto* outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->addWidget(scrolling(content, this));
}

void PatternPanel::buildHeader(QVBoxLayout& layout)
{
    m_header = new QBoxLayout(QBoxLayout::LeftToRight);
    m_header->setSpacing(8);
    m_box->setObjectName(QStringLiteral("galleryBox"));
    m_box->setAccessibleName(tr("Gallery of patterns"));
    m_box->setToolTip(tr("Patterns of real models, and every primitive"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(6);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_box, 2);
    layout.addLayout(m_header);
    layout.addWidget(m_tabs);
}

void PatternPanel::buildExport(QVBoxLayout& layout)
{
    struct Way {
        const char* name;
        QString text;
        QString spoken;
        QString tip;
        PatternExport kind;
    };
    const Way ways[] = {
        {"copyMaskMod", tr("mask_mod"), tr("Copy mask_mod"), tr("Copies the pattern as FlexAttention's mask_mod"), PatternExport::MaskMod},
        {"copyJson", tr("JSON"), tr("Copy JSON"), tr("Copies the pattern as JSON"), PatternExport::Json},
        {"patternPicture", tr("Picture…"), tr("Picture…"), tr("Saves a picture of the pattern"), PatternExport::Picture},
    };
    layout.addSpacing(4);
    layout.addWidget(roleLabel(tr("Copy or save"), "section", this));
    auto* row = new QWidget(this);
    auto* flow = new FlowLayout(row, 6, 6);
    for (const Way& way : ways) {
        auto* button = new QPushButton(way.text, row);
        button->setObjectName(QLatin1String(way.name));
        button->setProperty("role", QStringLiteral("compact"));
        button->setAccessibleName(way.spoken);
        button->setToolTip(way.tip);
        button->setAccessibleDescription(way.tip);
        connect(button, &QPushButton::clicked, this, [this, kind = way.kind] { Q_EMIT exportAsked(kind); });
        flow->addWidget(button);
    }
    layout.addWidget(row);
}

}   // namespace ui
