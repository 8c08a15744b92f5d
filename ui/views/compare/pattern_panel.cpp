#include "ui/views/compare/pattern_panel.h"

#include <algorithm>
#include <utility>

#include <QBoxLayout>
#include <QLabel>

#include "core/attention/pattern.h"
#include "ui/views/compare/gallery_box.h"
#include "ui/views/compare/gallery_popup.h"
#include "ui/views/compare/pattern_blocks.h"
#include "ui/views/compare/pattern_brushes.h"
#include "ui/views/compare/pattern_expression.h"
#include "ui/views/compare/pattern_reach.h"
#include "ui/views/compare/pattern_tabs.h"

namespace ui {

void PatternPanel::connectParts()
{
    connect(m_expression, &PatternExpression::edited, this, &PatternPanel::edit);
    connect(m_blocks, &PatternBlocks::edited, this, &PatternPanel::edit);
    connect(m_box, &GalleryBox::asked, this, &PatternPanel::openGallery);
    connect(m_popup, &GalleryPopup::chosen, this, [this](const QString& pattern) {
        m_box->setFocus(Qt::PopupFocusReason);
        edit(pattern, false);
    });
    connect(m_tabs, &PatternTabs::chosen, this, &PatternPanel::chosen);
    connect(m_tabs, &PatternTabs::addAsked, this, [this] { Q_EMIT added(current()); });
    connect(m_tabs, &PatternTabs::removeAsked, this, &PatternPanel::removed);
    connect(m_brushes, &PatternBrushes::chosen, this, &PatternPanel::brushChosen);
}

void PatternPanel::edit(const QString& pattern, bool continues) { Q_EMIT edited(m_current, pattern, continues); }

void PatternPanel::showPatterns(const QStringList& patterns, int current)
{
    const QString before = this->current();
    const int index = std::exchange(m_current, current);
    m_patterns = patterns;
    m_tabs->showPatterns(patterns, current);
    if (index != current || before != this->current()) readPattern(index);
}

// What is being typed and is not legal yet stays as long as nothing else changes the pattern.
void PatternPanel::readPattern(int before)
{
    m_expression->showPattern(current());
    const auto pattern = core::Pattern::parse(current().toStdString(), m_tokens.get());
    if (pattern) m_blocks->showPattern(*pattern, before == m_current ? PatternBlocks::Which::Same : PatternBlocks::Which::Another);
    const auto named = std::ranges::find_if(m_entries, [&](const GalleryEntry& entry) {
        const auto its = core::Pattern::parse(entry.pattern.toStdString(), m_tokens.get());
        return pattern && its && *its == *pattern;
    });
    m_box->showName(named == m_entries.end() ? tr("Custom") : named->name);
    refreshCausal();
}

void PatternPanel::showTokens(std::shared_ptr<const core::Tokens> tokens, bool isCausal)
{
    const bool isOther = m_isCausal != isCausal;
    m_tokens = std::move(tokens);
    m_isCausal = isCausal;
    m_expression->setTokens(m_tokens);
    m_blocks->showTokens(m_tokens, isCausal);
    if (isOther) refreshGallery();
    refreshCausal();
}

void PatternPanel::showReach(const std::vector<double>& reach, const std::vector<QImage>& thumbnails) { m_reach->showReach(reach, thumbnails); }

void PatternPanel::showBrush(Brush brush) { m_brushes->showBrush(brush); }

void PatternPanel::setGallery(PatternGallery gallery)
{
    m_gallery = std::move(gallery);
    refreshGallery();
}

void PatternPanel::setTheme(const Theme& theme)
{
    m_box->setFont(theme.font(TextStyle::Label));
    m_popup->setTheme(theme);
    m_tabs->setTheme(theme);
    m_expression->setTheme(theme);
    m_blocks->setTheme(theme);
    m_brushes->setTheme(theme);
    m_reach->setTheme(theme);
    fitHeader();
}

void PatternPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

void PatternPanel::fitHeader()
{
    const int needed = m_title->sizeHint().width() + 8 + m_box->minimumSizeHint().width() + 48;
    m_header->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PatternPanel::refreshGallery()
{
    m_entries = galleryEntries(m_gallery, m_isCausal);
    if (!m_patterns.empty()) readPattern(m_current);
}

void PatternPanel::refreshCausal() { m_brushes->showCausal(m_isCausal || m_blocks->isCausalOn()); }

void PatternPanel::openGallery()
{
    m_popup->showEntries(m_entries, m_isCausal);
    m_popup->popUp(QRect(m_box->mapToGlobal(QPoint()), m_box->size()), current());
}

}   // namespace ui
