// The left panel: all heads in small, ranked by a measure, on a map, filtered. It shows the record and the session's view, and
// asks the session for changes. What a head scores describes where it looks, never why the model answered.
#pragma once

#include <QWidget>

#include "ui/controllers/head_scores_controller.h"
#include "ui/views/explore/heads/head_order.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ui {

class HeadGrid;
class HeadsFilter;
class HeadsMap;
class MarkLegend;
class RankedHeads;

class HeadsPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 240;

    HeadsPanel(Session& session, HeadScoresController& scores, QWidget* parent = nullptr);

    // Long texts come without summaries of their heads first: those of the text before stay, named so, until they are computed.
    void showRecord(const ExploreRecordPtr& record);
    void setSelection(const Selection& selection);
    void setTheme(const Theme& theme);
    [[nodiscard]] const HeadOrder& order() const { return m_order; }   // as the list shows it

private:
    void buildHeader(QVBoxLayout& layout);
    void buildGrid(QVBoxLayout& layout);
    void buildBars(QVBoxLayout& layout);
    void buildRanked(QVBoxLayout& layout);
    void buildMap(QVBoxLayout& layout);
    void connectSession();
    void connectHeads();

    void refreshPictures();
    void refresh();   // everything that depends on numbers, sort, filter or bars
    void refreshControls();
    void refreshGrid();
    void refreshScores();
    [[nodiscard]] QString noteOf(core::HeadId head) const;

    Session& m_session;
    HeadScoresController& m_scores;
    QLabel* m_count = nullptr;
    QLabel* m_age = nullptr;   // says of which text the small pictures are, when it is not the one on show
    QComboBox* m_sort = nullptr;
    HeadGrid* m_grid = nullptr;
    QComboBox* m_bars = nullptr;
    QPushButton* m_filterButton = nullptr;
    QToolButton* m_showAll = nullptr;
    HeadsFilter* m_filter = nullptr;
    RankedHeads* m_ranked = nullptr;
    HeadsMap* m_map = nullptr;
    MarkLegend* m_legend = nullptr;

    ExploreRecordPtr m_record;
    ExploreRecordPtr m_described;   // whose heads are on show; null while there is none
    Selection m_selection;
    HeadValues m_values;
    HeadOrder m_order;
};

}   // namespace ui
