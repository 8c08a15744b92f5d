// What the model would write next: the most likely tokens with their probabilities, beside the sentence.
#pragma once

#include <QWidget>

#include "ui/state/explore_record.h"

class QLabel;

namespace ui {

class ShareList;

class NextTokens : public QWidget {
    Q_OBJECT

public:
    explicit NextTokens(QWidget* parent = nullptr);

    void showRecord(const ExploreRecord& record);
    void setTheme(const Theme& theme);

private:
    QLabel* m_title;
    ShareList* m_shares;
};

}   // namespace ui
