// One head three times: as it is, with the pattern on show, and what that changes; cells of one size, one pair looked at, one zoom. What each shows,
// and where it stands, is as the session's Comparing says.
#pragma once

#include <QWidget>

#include "ui/plot/attention_view.h"
#include "ui/plot/compare_cells.h"
#include "ui/state/comparison.h"
#include "ui/state/session.h"

class QLabel;

namespace ui {

class RowStrips;

class ComparePictures : public QWidget {
    Q_OBJECT

public:
    explicit ComparePictures(Session& session, QWidget* parent = nullptr);

    void showComparison(const ComparisonPtr& comparison, int pattern);   // null: nothing. What is on show already is not drawn again
    void showSelection(const Selection& selection);                      // of the tokens of the comparison on show
    void showState();                                                    // scale, loupe
    void setTheme(const Theme& theme);
    bool inPictures(bool (AttentionView::*goBack)());   // whether in any of them there was anything

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

    [[nodiscard]] AttentionView* own() const { return m_own.picture; }
    [[nodiscard]] AttentionView* kept() const { return m_kept.picture; }
    [[nodiscard]] AttentionView* moved() const { return m_moved.picture; }
    [[nodiscard]] RowStrips* strips() const { return m_strips; }

Q_SIGNALS:
    void legendChanged(const ui::CellLegend& legend);   // of the picture of the pattern; empty where it shows weights

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Pane {
        QWidget* whole = nullptr;
        QLabel* title = nullptr;
        QLabel* tag = nullptr;
        AttentionView* picture = nullptr;
    };
    [[nodiscard]] Pane pane(const char* name, const QString& title);
    [[nodiscard]] std::array<AttentionView*, 3> pictures() const { return {m_own.picture, m_kept.picture, m_moved.picture}; }
    void connectPicture(AttentionView* picture);
    void showPane(const Pane& pane, const ComparedCells& cells);
    void showTags();
    void zoomOthers(const AttentionView* leader, const QRectF& cells);
    void rememberCells(const AttentionView& leader);
    void showCells();
    void shareRoom();
    void place();
    void placeStrips();
    [[nodiscard]] CompareMode mode() const;
    [[nodiscard]] bool showsDifference() const;
    [[nodiscard]] const Pane& second() const;   // of the own and the sparse picture

    // What the pictures were made of last.
    struct Made {
        ComparisonPtr comparison;
        int pattern = 0;
        CompareMode mode = CompareMode::Weights;
        Look look;
        friend bool operator==(const Made&, const Made&) = default;
    };
    Session& m_session;
    ComparisonPtr m_comparison;
    int m_pattern = 0;
    std::optional<Made> m_made;
    bool m_isZooming = false;
    Pane m_own, m_kept, m_moved;
    RowStrips* m_strips = nullptr;
    Theme m_theme = Theme::light();
};

}   // namespace ui
