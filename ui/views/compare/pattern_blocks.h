// The building blocks of a pattern, one row each: switched and set by hand, they rewrite the expression.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/text/tokens.h"
#include "ui/state/pattern_parts.h"
#include "ui/theme/theme.h"

class QLabel;

namespace ui {

class PatternRow;

class PatternBlocks : public QWidget {
    Q_OBJECT

public:
    explicit PatternBlocks(QWidget* parent = nullptr);
    // Another: of another tab. Else what blocks that are off were set to is remembered.
    enum class Which { Same, Another };
    void showPattern(const core::Pattern& pattern, Which which);
    void showTokens(std::shared_ptr<const core::Tokens> tokens, bool isCausal);
    void setTheme(const Theme& theme);
    [[nodiscard]] bool isCausalOn() const { return m_parts && m_parts->block(BlockKind::Causal).isOn; }

Q_SIGNALS:
    void edited(const QString& pattern, bool continues);

private:
    PatternRow* addRow(BlockKind kind);
    void change(bool continues, const std::function<void(PatternParts&)>& apply);
    void changeEntries(BlockKind kind, const QString& entries, bool continues);
    void refresh();
    void refreshNote();

    std::optional<PatternParts> m_parts = PatternParts();   // null: freely composed
    PatternParts m_remembered;                              // what blocks were when there were any last
    std::shared_ptr<const core::Tokens> m_tokens;
    bool m_isCausal = true;
    std::vector<PatternRow*> m_rows;
    QLabel* m_note;   // why there are no blocks, or what is in the expression beside them
};

}   // namespace ui
