#include "ui/views/compare/pattern_blocks.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/state/document.h"
#include "ui/views/compare/pattern_row.h"
#include "ui/views/compare/pattern_words.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

PatternBlocks::PatternBlocks(QWidget* parent) : QWidget(parent), m_note(plainLabel<QLabel>("blocksNote", this))
{
    setObjectName(QStringLiteral("patternBlocks"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_note->setProperty("role", QStringLiteral("small"));
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    for (const BlockKind kind : blockKinds()) layout->addWidget(addRow(kind));
    refresh();
}

PatternRow* PatternBlocks::addRow(BlockKind kind)
{
    auto* row = new PatternRow(kind, this);
    m_rows.push_back(row);
    connect(row, &PatternRow::toggled, this, [this, kind](bool isOn) { change(false, [=](PatternParts& parts) { parts.set(kind, isOn); }); });
    connect(row, &PatternRow::numberChanged, this, [this, kind](std::size_t index, int value, bool continues) {
        change(continues, [=](PatternParts& parts) { parts.setNumber(kind, index, value); });
    });
    connect(row, &PatternRow::entriesChanged, this,
            [this, kind](const QString& entries, bool continues) { changeEntries(kind, entries, continues); });
    return row;
}

void PatternBlocks::change(bool continues, const std::function<void(PatternParts&)>& apply)
{
    if (!m_parts) return;
    apply(*m_parts);
    refresh();
    Q_EMIT edited(exactText(m_parts->text()), continues);
}

// What is not legal yet stays where it is typed, and the block as it was.
void PatternBlocks::changeEntries(BlockKind kind, const QString& entries, bool continues)
{
    if (!m_parts) return;
    PatternParts changed = *m_parts;
    const core::Result<void> read = changed.setEntries(kind, entries.toStdString());
    m_rows[std::size_t(kind)]->showProblem(read ? QString()
                                                : QString::fromStdString(read.error().remedy.empty() ? read.error().what : read.error().remedy));
    if (read) change(continues, [&](PatternParts& parts) { parts = changed; });
}

void PatternBlocks::showPattern(const core::Pattern& pattern, Which which)
{
    if (which == Which::Another) m_remembered = PatternParts();
    std::optional<PatternParts> read = PatternParts::of(pattern);
    const auto mine = m_parts && which == Which::Same ? core::Pattern::parse(m_parts->text(), m_tokens.get()) : core::Result<core::Pattern>();
    const bool isMine = m_parts && which == Which::Same && mine && *mine == pattern;   // what is off stands where it stood
    if (read) read->remember(m_remembered);
    if (!isMine) m_parts = std::move(read);
    if (m_parts) m_remembered = *m_parts;
    if (!isMine) m_rows[std::size_t(BlockKind::Global)]->showProblem({});
    refresh();
}

void PatternBlocks::showTokens(std::shared_ptr<const core::Tokens> tokens, bool isCausal)
{
    m_tokens = std::move(tokens);
    m_isCausal = isCausal;
    refresh();
}

void PatternBlocks::refresh()
{
    const PatternParts shown = m_parts.value_or(PatternParts());
    const core::Index count = m_tokens ? m_tokens->size() : 0;
    for (PatternRow* row : m_rows) {
        const PatternBlock& block = shown.block(row->kind());
        row->setEnabled(m_parts.has_value());
        row->setVisible(row->kind() != BlockKind::Painted || !block.entries.empty() || !block.removed.empty());
        row->showBlock(block, shown.numbers(row->kind()), ruleOf(row->kind(), block, m_tokens.get(), m_isCausal), count);
    }
    refreshNote();
}

void PatternBlocks::refreshNote()
{
    QStringList others;
    if (m_parts)
        for (const std::string& other : m_parts->others()) others.append(exactText(other));
    m_note->setVisible(!m_parts || !others.empty());
    m_note->setText(!m_parts ? tr("This expression is freely composed: blocks that are joined by | can be switched here.")
                             : tr("Besides the blocks: %1").arg(others.join(QStringLiteral(" | "))));
}

void PatternBlocks::setTheme(const Theme& theme)
{
    for (PatternRow* row : m_rows) row->setTheme(theme);
    m_note->setContentsMargins(0, 0, 0, theme.scaled(4));
}

}   // namespace ui
