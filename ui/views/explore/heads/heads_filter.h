// The filter of the heads: a range on any measure, and a pattern drawn by hand. Shows the session's view state and asks it for changes.
#pragma once

#include <QFrame>

#include "ui/state/session.h"
#include "ui/views/explore/heads/head_order.h"
#include "ui/views/explore/heads/target_grid.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class MeasureBox;
class TargetPad;

class HeadsFilter : public QFrame {
    Q_OBJECT

public:
    explicit HeadsFilter(Session& session, QWidget* parent = nullptr);   // a popup

    void showText(const ExploreRecordPtr& record, core::HeadId head);
    void showValues(const HeadValues& values, const HeadOrder& order);   // says how many heads pass
    void setTheme(const Theme& theme);
    void popUpBeside(const QWidget& panel, const QWidget& anchor);   // right of what it filters, level with what opened it

private:
    void buildRange(QVBoxLayout& layout);
    void buildDrawing(QVBoxLayout& layout);
    void buildFooter(QVBoxLayout& layout);
    QPushButton* addRule(const QString& title, const char* name, TargetRule rule);
    void reflect();
    void reflectText();
    void applyRange();
    void applyDrawing(const HeadDrawing& drawing);

    Session& m_session;
    ExploreRecordPtr m_record;
    core::HeadId m_head;
    HeadValues m_values;
    MeasureBox* m_measure = nullptr;
    QDoubleSpinBox* m_least = nullptr;
    QDoubleSpinBox* m_most = nullptr;
    TargetPad* m_pad = nullptr;
    std::vector<std::pair<TargetRule, QPushButton*>> m_rules;
    QLabel* m_square = nullptr;   // what the square under the pointer stands for
    QLabel* m_count = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_wipe = nullptr;
};

}   // namespace ui
