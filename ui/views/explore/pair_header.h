// The head of the inspector: which pair, its weight, its rank, and a sentence where the number alone would mislead.
#pragma once

#include <QWidget>

#include "ui/theme/theme.h"
#include "ui/views/explore/inspector_content.h"

class QLabel;

namespace ui {

class PairLabel;

class PairHeader : public QWidget {
    Q_OBJECT

public:
    explicit PairHeader(QWidget* parent = nullptr);

    void show(const InspectorContent& content, const Theme& theme);

private:
    void showWeight(const InspectorContent& content);

    QLabel* m_source;
    PairLabel* m_pair;
    QLabel* m_weight;
    QLabel* m_rank;
    QLabel* m_note;
};

// Why there is no derivation, or what the plan made of the head. Empty when there is nothing to say.
[[nodiscard]] QString explanationOf(const InspectorContent& content);

}   // namespace ui
