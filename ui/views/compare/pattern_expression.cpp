#include "ui/views/compare/pattern_expression.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/attention/pattern_node.h"
#include "ui/views/compare/pattern_field.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

std::optional<qsizetype> columnIn(const core::Error& error)
{
    static const QRegularExpression column(QStringLiteral("^column (\\d+):"));
    const QRegularExpressionMatch match = column.match(QString::fromStdString(error.what));
    return match.hasMatch() ? std::optional(qsizetype(match.captured(1).toLongLong()) - 1) : std::nullopt;
}

namespace {

// Letters to change, add or leave out until one is the other.
int editsBetween(std::string_view a, std::string_view b)
{
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (std::size_t j = 0; j < b.size(); ++j)
            diagonal = std::exchange(row[j + 1], std::min({row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1)}));
    }
    return row.back();
}

// The parser answers a name that it does not know with all names there are: a panel has room for the one that was meant.
QString remedyOf(const core::Error& error)
{
    static const QRegularExpression unknown(QStringLiteral("\"(\\w+)\" is no pattern"));
    const QRegularExpressionMatch match = unknown.match(QString::fromStdString(error.what));
    if (!match.hasMatch()) return QString::fromStdString(error.remedy);
    const std::string name = match.captured(1).toStdString();
    const auto distance = [&](const core::Primitive& primitive) { return editsBetween(name, primitive.name); };
    const core::Primitive& nearest = *std::ranges::min_element(core::primitives(), {}, distance);
    return distance(nearest) <= 2 ? PatternExpression::tr("Did you mean %1?").arg(QString::fromStdString(core::signatureOf(nearest)))
                                  : PatternExpression::tr("The gallery above shows all there are.");
}

}   // namespace

PatternExpression::PatternExpression(QWidget* parent) :
    QWidget(parent),
    m_field(new PatternField(this)),
    m_fault(plainLabel<QLabel>("patternFault", this)),
    m_standing(plainLabel<QLabel>("patternStanding", this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_field);
    for (QLabel* label : {m_fault, m_standing}) {
        label->setWordWrap(true);
        label->hide();
        layout->addWidget(label);
    }
    m_standing->setProperty("role", QStringLiteral("small"));
    connect(m_field, &PatternField::textEdited, this, &PatternExpression::read);
    connect(m_field, &PatternField::refused, this, [this](const core::Error& error) { say(error, tr("The expression stays as it was.")); });
    connect(m_field, &PatternField::restoreAsked, this, [this] { showPattern(m_inForce); });
    setTheme(m_theme);
}

void PatternExpression::showPattern(const QString& pattern)
{
    m_inForce = pattern;
    m_field->showText(pattern);
    clearFault();
    if (const auto parsed = core::Pattern::parse(pattern.toStdString(), m_tokens.get()); !parsed) showFault(parsed.error());   // of a file, say
}

void PatternExpression::setTokens(std::shared_ptr<const core::Tokens> tokens) { m_tokens = std::move(tokens); }

void PatternExpression::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_field->setTheme(theme);
    m_fault->setFont(theme.font(TextStyle::Label));
    m_fault->setStyleSheet(QStringLiteral("color: %1;").arg(theme.error.name()));
}

void PatternExpression::read(const QString& text, bool continues)
{
    const auto pattern = core::Pattern::parse(text.toStdString(), m_tokens.get());
    if (!pattern) return showFault(pattern.error());
    clearFault();
    m_inForce = text;
    Q_EMIT edited(text, continues);
}

void PatternExpression::showFault(const core::Error& error)
{
    say(error, m_field->text() == m_inForce ? tr("No pattern is in force.") : tr("Still in force: %1").arg(m_inForce));
    m_field->showFault(columnIn(error).value_or(0));
}

void PatternExpression::say(const core::Error& error, const QString& standing)
{
    const QString what = QString::fromStdString(error.what), remedy = remedyOf(error);
    QString sentence = remedy.isEmpty() ? what : tr("%1 %2").arg(what, remedy);
    if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
    m_fault->setText(QStringLiteral("⚠ ") + sentence);
    m_standing->setText(standing);
    m_fault->show();
    m_standing->show();
    m_field->setAccessibleDescription(sentence);
}

void PatternExpression::clearFault()
{
    m_fault->hide();
    m_standing->hide();
    m_field->showFault(std::nullopt);
    m_field->setAccessibleDescription({});
}

}   // namespace ui
