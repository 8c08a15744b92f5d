// The sentence: an ordinary plain-text editor, with the boxes of the tokens painted behind the text.
#pragma once

#include <vector>

#include <QPlainTextEdit>

#include "ui/state/explore_record.h"
#include "ui/state/selection.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/token_boxes.h"

class QLabel;

namespace ui {

class SentenceField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SentenceField(QWidget* parent = nullptr);

    void showText(const QString& text);   // keeps the caret at the place that changed; says nothing back
    void showRecord(const ExploreRecordPtr& record);
    void showPair(std::optional<Pair> pair);
    void setTheme(const Theme& theme);

    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::vector<TokenBox>& boxes() const { return m_boxes; }

Q_SIGNALS:
    void textEdited(const QString& text);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    enum class Role { None, Query, Key };
    void placeBoxes();
    void fitHeight();
    void showStartToken();
    [[nodiscard]] Role roleOf(core::Index token) const;
    void paintBox(QPainter& painter, const TokenBox& box, QPointF offset) const;

    Theme m_theme = Theme::light();
    ExploreRecordPtr m_record;
    std::optional<Pair> m_pair;
    std::vector<TokenBox> m_boxes;
    QLabel* m_start;          // the start token, which has no letters in the text
    bool m_showing = false;   // the text is being set from the document
};

}   // namespace ui
