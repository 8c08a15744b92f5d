// The sentence: an ordinary plain-text editor, with the chips of the tokens painted behind the text. Pieces of one word share an outline.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <QPlainTextEdit>

#include "ui/state/explore_record.h"
#include "ui/state/word_pair.h"
#include "ui/state/token_boxes.h"
#include "ui/theme/theme.h"
#include "ui/views/explore/token_chips.h"

class QLabel;
class QTextBlock;
class QTextLine;

namespace ui {

class SentenceField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SentenceField(QWidget* parent = nullptr);

    void showText(const QString& text);   // keeps the caret at the place that changed; says nothing back
    void showRecord(const ExploreRecordPtr& record);
    void showPair(std::optional<PairOfRuns> pair);
    void setTheme(const Theme& theme);
    void setMostLines(int lines);   // longer texts scroll

    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::vector<TokenBox>& boxes() const { return m_boxes; }

Q_SIGNALS:
    void textEdited(const QString& text);
    void refused(const core::Error& error);   // what was to be pasted; the text stays
    void tokenHovered(std::optional<core::Index> token);   // the token under the pointer; null when there is none
    void tokenClicked(core::Index token);                  // pressed and released at one place, without selecting text

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    enum class Role { None, Query, Key };
    [[nodiscard]] int numberHeight() const { return m_theme.scaled(13); }   // below the one line of a short text
    int m_mostLines = 4;
    void placeBoxes();
    void makeRoomForBytes();
    [[nodiscard]] qreal byteWidth(core::Index token) const;
    void alignToText();
    void fitHeight();
    void placeStartToken();
    void keepMargins(const QMargins& margins);
    void styleStartToken();
    [[nodiscard]] static Role roleIn(const std::optional<PairOfRuns>& pair, core::Index token);
    [[nodiscard]] std::optional<core::Index> tokenAt(QPoint point) const;   // of the viewport
    void announceHover(std::optional<core::Index> token);
    // On all lines that `area` of the viewport meets, line by line; a token that wraps has several chips.
    [[nodiscard]] std::vector<TokenChip> chips(const QRect& area) const;
    [[nodiscard]] std::vector<TokenChip> chipsOf(const QTextBlock& block, const QTextLine& line) const;
    [[nodiscard]] bool isOneLine() const;
    void paintWord(QPainter& painter, std::span<const TokenChip> word) const;
    void paintBytes(QPainter& painter, std::span<const TokenChip> word) const;
    void paintRole(QPainter& painter, std::span<const TokenChip> pieces) const;
    void paintBorders(QPainter& painter, std::span<const TokenChip> pieces, const QRectF& outline, const QColor& ink) const;
    void paintNumbers(QPainter& painter, const std::vector<TokenChip>& chips) const;

    Theme m_theme = Theme::light();
    ExploreRecordPtr m_record;
    std::optional<PairOfRuns> m_pair;
    std::vector<TokenBox> m_boxes;
    std::vector<bool> m_opened;   // [m_boxes]: a piece of a symbol that has room beside it for the digits of its bytes
    QLabel* m_start;         // the start token, which has no letters in the text
    QLabel* m_startNumber;   // … and its position
    std::optional<core::Index> m_hovered;
    std::optional<QPoint> m_pressed;   // where the left button went down, while a click is still possible
    bool m_showing = false;            // the text is being set from the document
};

}   // namespace ui
