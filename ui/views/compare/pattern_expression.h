// The expression and, while it is not legal, what is wrong with it: the pattern that was legal last stays in force, and that is said.
#pragma once

#include <memory>

#include <QWidget>

#include "core/attention/pattern.h"
#include "core/text/tokens.h"
#include "ui/theme/theme.h"

class QLabel;

namespace ui {

class PatternField;

class PatternExpression : public QWidget {
    Q_OBJECT

public:
    explicit PatternExpression(QWidget* parent = nullptr);
    void showPattern(const QString& pattern);   // the one in force; what is being typed gives way
    void setTokens(std::shared_ptr<const core::Tokens> tokens);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void edited(const QString& pattern, bool continues);   // legal

private:
    void read(const QString& text, bool continues);
    void showFault(const core::Error& error);
    void say(const core::Error& error, const QString& standing);
    void clearFault();

    QString m_inForce;
    std::shared_ptr<const core::Tokens> m_tokens;
    PatternField* m_field;
    QLabel* m_fault;
    QLabel* m_standing;
    Theme m_theme = Theme::light();
};

// The column that a parser's sentence names, from 0; null where it names none.
[[nodiscard]] std::optional<qsizetype> columnIn(const core::Error& error);

}   // namespace ui
