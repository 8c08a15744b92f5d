// The ranked list with what stands around it: its title, the direction, headings over the columns of numbers, and the switch that asks for
// scores on shuffled tokens.
#pragma once

#include <QWidget>

#include "ui/state/session.h"
#include "ui/views/explore/heads/head_order.h"

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class ElidingLabel;
class HeadsList;

class RankedHeads : public QWidget {
    Q_OBJECT

public:
    explicit RankedHeads(Session& session, QWidget* parent = nullptr);

    void show(const HeadValues& values, const HeadOrder& order);
    void setTheme(const Theme& theme);
    void setLeastRows(int rows);   // that are seen however low the panel is
    [[nodiscard]] HeadsList& list() const { return *m_list; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QHBoxLayout* buildHeadings();
    void refreshHeadings(const HeadOrder& order, HeadsAge age);
    void refreshProblem(const std::optional<core::Error>& problem);
    void placeHeadings();

    Session& m_session;
    ElidingLabel* m_title = nullptr;
    QToolButton* m_direction = nullptr;
    QLabel* m_unit = nullptr;
    QLabel* m_baseline = nullptr;
    HeadsList* m_list = nullptr;
    QCheckBox* m_compare = nullptr;
    QLabel* m_problem = nullptr;
    int m_leastRows = 3;
    std::optional<HeadsView> m_shown;   // by which the rows were ranked last
};

}   // namespace ui
