// The left panel: all heads in small, ranked by a measure, on a map, filtered. It shows the record, its scores and the session's view, and
// asks the session for changes. What a head scores describes where it looks, never why the model answered.
#pragma once

#include <functional>

#include <QWidget>

#include "ui/state/session.h"
#include "ui/views/explore/heads/head_order.h"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class ElidingLabel;
class HeadGrid;
class HeadsFilter;
class HeadsMap;
class MeasureBox;
class MarkLegend;
class RankedHeads;

class HeadsPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 246;

    explicit HeadsPanel(Session& session, QWidget* parent = nullptr);

    // Long texts come without summaries of their heads first: those of the text before stay, named so, until they are computed.
    void showRecord(const ExploreRecordPtr& record);
    void showScoring(const HeadScoring& scoring);
    void setSelection(const Selection& selection);
    [[nodiscard]] int leastWidth() const;   // at text scale 1: models with many heads need more
    bool releasePeek();   // of the keyboard's head; false: there is none
    void setTheme(const Theme& theme);
    [[nodiscard]] const HeadOrder& order() const { return m_order; }   // as the list shows it

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitMap();
    void buildHeader(QVBoxLayout& layout);
    void buildGrid(QVBoxLayout& layout);
    void buildBars(QVBoxLayout& layout);
    void buildRanked(QVBoxLayout& layout);
    void buildMap(QVBoxLayout& layout);
    void connectSession();
    void connectHeads();

    void change(const std::function<void(HeadsView&)>& apply);
    void refreshTitles();
    void refreshPictures();
    void refresh();   // everything that depends on numbers, sort, filter or bars
    void refreshControls();
    void refreshGrid();
    void refreshMap();
    [[nodiscard]] QString noteOf(core::HeadId head) const;

    Session& m_session;
    double m_textScale = 1.0;
    QLabel* m_count = nullptr;
    ElidingLabel* m_age = nullptr;   // says of which text the heads are, where there could be a doubt
    MeasureBox* m_sort = nullptr;
    HeadGrid* m_grid = nullptr;
    MeasureBox* m_bars = nullptr;
    QPushButton* m_filterButton = nullptr;
    QToolButton* m_showAll = nullptr;
    HeadsFilter* m_filter = nullptr;
    RankedHeads* m_ranked = nullptr;
    ElidingLabel* m_mapTitle = nullptr;
    HeadsMap* m_map = nullptr;
    MarkLegend* m_legend = nullptr;

    ExploreRecordPtr m_record;
    ExploreRecordPtr m_described;   // whose heads are on show; null while there is none
    HeadScoring m_scoring;
    HeadValues m_values;
    HeadOrder m_order;
};

}   // namespace ui
