#include "ui/views/compare/hop_tokens.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/plot/place_keys.h"

namespace ui {

namespace {

constexpr int kGap = 4;          // px between chips
constexpr int kInside = 6;       // … and beside their letters
constexpr double kFade = 0.24;   // of ink, for each further layer

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto of = [share](int x, int y) { return qRound(x * (1.0 - share) + y * share); };
    return {of(a.red(), b.red()), of(a.green(), b.green()), of(a.blue(), b.blue())};
}

}   // namespace

HopColors hopColors(int hops, const Theme& theme)
{
    if (hops < 0) return {theme.surface, theme.text3};
    if (hops == 0) return {theme.query, readableOn(theme.query)};
    const QColor ground = mixed(theme.ink, theme.surface, std::min(0.8, kFade * (hops - 1)));
    return {ground, readableOn(ground)};
}

HopTokens::HopTokens(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("hopTokens"));
    setLayoutDirection(Qt::LeftToRight);   // places are counted from the left
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void HopTokens::showHops(const QStringList& labels, const std::vector<int>& hops)
{
    if (m_hops.size() != hops.size()) m_current = std::max(0, int(hops.size()) - 1);   // the query itself
    m_labels = labels;
    m_hops = hops;
    setFocusPolicy(hops.empty() ? Qt::NoFocus : Qt::StrongFocus);   // nothing to go to
    updateGeometry();
    update();
}

void HopTokens::setTheme(const Theme& theme)
{
    if (theme == m_theme) return;
    m_theme = theme;
    updateGeometry();
    update();
}

int HopTokens::chipHeight() const { return QFontMetrics(m_theme.font(TextStyle::Label)).height() + 6; }

std::vector<HopTokens::Chip> HopTokens::chips(int width) const
{
    const QFontMetrics letters(m_theme.font(TextStyle::Label)), numbers(m_theme.font(TextStyle::Micro));
    std::vector<Chip> chips;
    QPoint at(0, 0);
    for (int i = 0; i < int(m_hops.size()); ++i) {
        const int wide =
            letters.horizontalAdvance(m_labels[i]) + numbers.horizontalAdvance(QString::number(m_hops[std::size_t(i)])) + 2 * kInside + 4;
        if (at.x() > 0 && at.x() + wide > width) at = {0, at.y() + chipHeight() + kGap};
        chips.push_back({QRect(at, QSize(wide, chipHeight())), i});
        at.rx() += wide + kGap;
    }
    return chips;
}

QRect HopTokens::placeOf(int token) const
{
    const std::vector<Chip> all = chips(width());
    return token >= 0 && token < int(all.size()) ? all[std::size_t(token)].place : QRect();
}

int HopTokens::heightForWidth(int width) const
{
    const std::vector<Chip> all = chips(width);
    return all.empty() ? 0 : all.back().place.bottom() + 1;
}

void HopTokens::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    for (const Chip& chip : chips(width())) paintChip(painter, chip);
    if (!hasFocus()) return;
    painter.setPen(QPen(m_theme.ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(placeOf(m_current)).adjusted(-1, -1, 1, 1), 5, 5);
}

// The number says what the colour says.
void HopTokens::paintChip(QPainter& painter, const Chip& chip) const
{
    const int hops = m_hops[std::size_t(chip.token)];
    const HopColors colors = hopColors(hops, m_theme);
    painter.setPen(QPen(hops < 0 ? m_theme.borderStrong : colors.ground, 1, hops < 0 ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(QRectF(chip.place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colors.text);
    painter.setFont(m_theme.font(TextStyle::Label));
    painter.drawText(chip.place.adjusted(kInside, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_labels[chip.token]);
    painter.setFont(m_theme.font(TextStyle::Micro));
    painter.drawText(chip.place.adjusted(0, 2, -kInside, 0), Qt::AlignRight | Qt::AlignTop, hops < 0 ? QStringLiteral("–") : QString::number(hops));
}

void HopTokens::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return;
    for (const Chip& chip : chips(width()))
        if (chip.place.contains(event->pos())) {
            m_current = chip.token;
            return Q_EMIT tokenChosen(chip.token);
        }
}

void HopTokens::goTo(int token)
{
    m_current = std::clamp(token, 0, std::max(0, int(m_hops.size()) - 1));
    if (m_hops.empty()) return;
    const int hops = m_hops[std::size_t(m_current)];
    setAccessibleDescription(hops < 0    ? tr("%1 %2: never").arg(m_labels[m_current]).arg(m_current)
                             : hops == 0 ? tr("%1 %2: the query itself").arg(m_labels[m_current]).arg(m_current)
                                         : tr("%1 %2: %3 layers").arg(m_labels[m_current]).arg(m_current).arg(hops));
    Q_EMIT currentMoved(m_current);
    update();
}

void HopTokens::keyPressEvent(QKeyEvent* event)
{
    const std::optional<RowKey> use = useOf(*event, rowKeys());
    if (m_hops.empty() || !use || *use == RowKey::Copy) return QWidget::keyPressEvent(event);
    if (*use == RowKey::Choose) return Q_EMIT tokenChosen(m_current);
    if (*use == RowKey::Edge) return goTo(event->key() == Qt::Key_Home ? 0 : int(m_hops.size()) - 1);
    goTo(m_current + (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : -1));
}

void HopTokens::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    goTo(m_current);
}

void HopTokens::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}   // namespace ui
