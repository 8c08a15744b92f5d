// Above the inspector while rows and columns are words: the pair of words that the inspected tokens lie in, its weight, and how it is made of theirs.
#pragma once

#include <QWidget>

#include "ui/state/document.h"
#include "ui/state/word_pair.h"
#include "ui/theme/theme.h"

class QLabel;

namespace ui {

class WordPanel : public QWidget {
    Q_OBJECT

public:
    explicit WordPanel(QWidget* parent = nullptr);

    // Hidden while there is nothing to open. The pair is one of the record's.
    void show(const ExploreRecordPtr& record, const std::optional<WordPair>& pair, FirstToken firstToken, const Theme& theme);

private:
    QLabel* m_pair;
    QLabel* m_weight;
    QLabel* m_rule;
    QLabel* m_pieces;
    QLabel* m_hint;
};

// What the weight is in one sentence, and one line for each piece of the query.
[[nodiscard]] QString ruleOf(const WordPair& pair, FirstToken firstToken);
[[nodiscard]] QStringList linesOf(const ExploreRecord& record, const WordPair& pair);

}   // namespace ui
