// The expression of a pattern, typed. What is not legal is underlined where it is wrong, and is nobody else's business until it is legal again.
#pragma once

#include <optional>

#include <QPlainTextEdit>

#include "core/base/result.h"
#include "ui/theme/theme.h"

namespace ui {

class PatternHighlighter;

class PatternField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PatternField(QWidget* parent = nullptr);

    void showText(const QString& text);                   // keeps the caret at the place that changed; says nothing back
    void showFault(std::optional<qsizetype> character);   // counted from 0 in characters, as parsers do; null: none
    void setTheme(const Theme& theme);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool hasFault() const { return m_fault.has_value(); }

Q_SIGNALS:
    // continues: typing goes on where it was, within one word.
    void textEdited(const QString& text, bool continues);
    void restoreAsked();                      // of the text that was legal last
    void refused(const core::Error& error);   // what was to be pasted; the text stays

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    QSize sizeHint() const override { return {200, height()}; }

private:
    void noteEdit();
    void fitHeight();
    [[nodiscard]] QRectF faultRect() const;   // of the viewport

    Theme m_theme = Theme::light();
    PatternHighlighter* m_highlighter;
    std::optional<qsizetype> m_fault;   // UTF-16 units
    QString m_last;                     // before the last edit
    bool m_showing = false;
    bool m_continues = false;
};

}   // namespace ui
