// The left panel of Compare: the patterns that stand beside the model's own, one of them taken apart. It shows what it is given and says what is
// wished for; it changes no document.
#pragma once

#include <memory>
#include <vector>

#include <QImage>
#include <QStringList>
#include <QWidget>

#include "core/text/tokens.h"
#include "ui/theme/theme.h"
#include "ui/views/compare/gallery_entries.h"
#include "ui/views/compare/pattern_brush.h"

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class GalleryBox;
class GalleryPopup;
class PatternBlocks;
class PatternBrushes;
class PatternExpression;
class PatternReach;
class PatternTabs;

enum class PatternExport { MaskMod, Json, Picture };

class PatternPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 240;
    static constexpr int kMost = 4;   // patterns beside the model's own

    explicit PatternPanel(QWidget* parent = nullptr);

    void showPatterns(const QStringList& patterns, int current);   // 1 … 4, as the document has them; the one that is on show
    // The texts of global(".") are looked up among the tokens. isCausal: the model's own mask is.
    void showTokens(std::shared_ptr<const core::Tokens> tokens, bool isCausal);
    // Shares after 1 … L layers, and small pictures of the first of them; empty: none.
    void showReach(const std::vector<double>& reach, const std::vector<QImage>& thumbnails);
    void showBrush(Brush brush);
    void setGallery(PatternGallery gallery);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    // A legal expression. typing: goes on with the edit before it, and joins its undo step.
    void edited(int index, const QString& pattern, bool typing);
    void added(const QString& pattern);
    void removed(int index);
    void chosen(int index);   // which of them is on show
    void brushChosen(ui::Brush brush);
    void exportAsked(ui::PatternExport kind);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeader();   // the gallery below the title where it has no room beside it
    void build();
    void buildHeader(QVBoxLayout& layout);
    void buildExport(QVBoxLayout& layout);
    void connectParts();
    void edit(const QString& pattern, bool continues);
    void readPattern(int before);
    void refreshGallery();
    void refreshCausal();
    void openGallery();
    [[nodiscard]] QString current() const { return m_patterns.value(m_current); }

    QStringList m_patterns;
    int m_current = 0;
    std::shared_ptr<const core::Tokens> m_tokens;
    bool m_isCausal = true;
    PatternGallery m_gallery;
    std::vector<GalleryEntry> m_entries;

    QLabel* m_title;
    QBoxLayout* m_header = nullptr;
    GalleryBox* m_box;
    GalleryPopup* m_popup;
    PatternTabs* m_tabs;
    PatternExpression* m_expression;
    PatternBlocks* m_blocks;
    PatternBrushes* m_brushes;
    PatternReach* m_reach;
};

}   // namespace ui
