// The filter of the heads: a range on any measure, and a pattern drawn by hand. Shows the session's view state and asks it for changes.
#pragma once

#include <QFrame>

#include "ui/state/session.h"
#include "ui/views/explore/heads/head_order.h"
#include "ui/views/explore/heads/target_grid.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui {

class TargetPad;

class HeadsFilter : public QFrame {
    Q_OBJECT

public:
    explicit HeadsFilter(Session& session, QWidget* parent = nullptr);   // a popup

    void showText(const ExploreRecordPtr& record, core::HeadId head);
    void showValues(const HeadValues& values, const HeadOrder& order);   // says how many heads pass
    void setTheme(const Theme& theme);
    void popUpBelow(const QWidget& anchor);

private:
    void buildRange(QVBoxLayout& layout);
    void buildDrawing(QVBoxLayout& layout);
    void buildFooter(QVBoxLayout& layout);
    QPushButton* addPreset(const QString& title, const char* name, TargetPreset drawing);
    void reflect();
    void reflectMeasures();
    void applyRange();
    void applyDrawing(const HeadDrawing& drawing);

    Session& m_session;
    ExploreRecordPtr m_record;
    HeadValues m_values;
    QComboBox* m_measure = nullptr;
    QDoubleSpinBox* m_least = nullptr;
    QDoubleSpinBox* m_most = nullptr;
    TargetPad* m_pad = nullptr;
    QLabel* m_square = nullptr;   // what the square under the pointer stands for
    QLabel* m_count = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_wipe = nullptr;
    HeadsView m_shown;   // what the controls say
    bool m_hasShown = false;
};

}   // namespace ui
