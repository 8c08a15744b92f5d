// One head three times: as it is, with the pattern on show, and what that changes; cells of one size, one pair looked at, one zoom.
#pragma once

#include <QWidget>

#include "ui/plot/attention_view.h"
#include "ui/state/comparison.h"
#include "ui/state/session.h"

class QLabel;

namespace ui {

class RowStrips;

class ComparePictures : public QWidget {
    Q_OBJECT

public:
    explicit ComparePictures(Session& session, QWidget* parent = nullptr);

    void showComparison(const ComparisonPtr& comparison, int pattern);   // null: nothing
    void showSelection(const Selection& selection);   // of the tokens of the comparison on show
    void showState();   // scale, loupe
    void setTheme(const Theme& theme);
    bool inPictures(bool (AttentionView::*goBack)());   // whether in any of them there was anything

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

    [[nodiscard]] AttentionView* own() const { return m_own.picture; }
    [[nodiscard]] AttentionView* kept() const { return m_kept.picture; }
    [[nodiscard]] AttentionView* moved() const { return m_moved.picture; }
    [[nodiscard]] RowStrips* strips() const { return m_strips; }

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
    void zoomOthers(const AttentionView* leader, const QRectF& cells);
    void shareRoom();
    void place();
    void placeStrips();

    Session& m_session;
    ComparisonPtr m_comparison;
    int m_pattern = 0;
    bool m_isZooming = false;
    Pane m_own, m_kept, m_moved;
    RowStrips* m_strips = nullptr;
    Theme m_theme = Theme::light();
};

}   // namespace ui
