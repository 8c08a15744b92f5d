// One building block: its letter, its name, what it does in plain words, its number and its switch.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/state/pattern_parts.h"
#include "ui/theme/theme.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QSlider;

namespace ui {

class BlockTile;
class ElidingLabel;
class FlowLayout;
class NumberField;
class Switch;

inline constexpr int kRowGap = 6, kTileGap = 3;   // px between the parts of a row, and more behind its letter

// A slider's place for a number from 1 to `reach`: each step is the same factor.
inline constexpr int kSliderSteps = 200;
[[nodiscard]] int sliderStep(core::Index value, core::Index reach);
[[nodiscard]] int sliderValue(int step, core::Index reach);

class PatternRow : public QWidget {
    Q_OBJECT

public:
    explicit PatternRow(BlockKind kind, QWidget* parent = nullptr);
    [[nodiscard]] BlockKind kind() const { return m_kind; }

    // tokenCount: what sliders reach to.
    void showBlock(const PatternBlock& block, const std::vector<BlockNumber>& numbers, const QString& rule, core::Index tokenCount);
    void showProblem(const QString& problem);   // with what was typed as its entries, in place of the rule; empty: none
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void toggled(bool isOn);
    void numberChanged(std::size_t index, int value, bool continues);
    void entriesChanged(const QString& entries, bool continues);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildNumbers();
    void buildSlider();
    void buildEntries();
    void arrange();   // numbers beside the words where there is room, else below them
    void arrangeNumbers();
    void orderKeys();
    void applyColors();
    void showEntries(const QString& entries);
    void leaveEntries();
    void refreshSlider();
    void speak();
    [[nodiscard]] int fieldWidth() const;
    [[nodiscard]] std::size_t mainNumber() const { return m_kind == BlockKind::Random ? 1 : 0; }

    BlockKind m_kind;
    Theme m_theme = Theme::light();
    bool m_isOn = false;
    bool m_isHovered = false;
    QString m_problem;
    struct Arrangement {
        bool isOn = false;
        bool isBelow = false;
        friend bool operator==(const Arrangement&, const Arrangement&) = default;
    };
    std::optional<Arrangement> m_arranged;   // what stands now; null: anew
    bool m_slides = false;                   // the hand on the slider has changed something
    bool m_entriesContinue = false;
    bool m_isTyping = false;   // what is shown now comes of what is being typed as the entries
    QString m_shownEntries;
    core::Index m_reach = 16;
    QGridLayout* m_layout;
    BlockTile* m_tile;
    ElidingLabel* m_name;
    QLabel* m_rule;
    QSlider* m_slider = nullptr;
    QLineEdit* m_entries = nullptr;
    std::vector<NumberField*> m_numbers;
    std::vector<QLabel*> m_labels;   // [m_numbers]: their names, of those that stand below
    std::vector<QWidget*> m_pairs;   // [m_numbers]: a name and its number, which stay together
    QWidget* m_below;
    FlowLayout* m_flow;
    Switch* m_switch;
};

}   // namespace ui
