#include "ui/views/compare/pattern_reach.h"

#include <algorithm>
#include <utility>

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kGap = 8, kLargestSide = 120;

QString wordsOf(const std::vector<double>& shares, std::size_t from)
{
    QStringList words;
    for (std::size_t i = from; i < shares.size(); ++i) words.append(ReachStrip::tr("L%1 %2").arg(i + 1).arg(percent(shares[i])));
    return words.join(QStringLiteral(" · "));
}

}   // namespace

ReachStrip::ReachStrip(QWidget* parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void ReachStrip::show(std::vector<double> shares, std::vector<QImage> pictures)
{
    m_shares = std::move(shares);
    m_pictures = std::move(pictures);
    setVisible(!m_pictures.empty());
    setAccessibleName(tr("Reach after layers: %1").arg(wordsOf(m_shares, 0)));
    setFixedHeight(heightForWidth(width()));
    update();
}

void ReachStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFixedHeight(heightForWidth(width()));
    update();
}

// A picture is as wide as the words below it at least.
int ReachStrip::leastSide() const
{
    const QFontMetrics strong(m_theme.strongFont(TextStyle::Caption)), number(m_theme.font(TextStyle::Caption, Face::Number));
    return strong.horizontalAdvance(QStringLiteral("L9 ")) + number.horizontalAdvance(percent(0.998)) + 2;
}

ReachStrip::Places ReachStrip::places(int width) const
{
    const int most = std::max(1, std::min(3, int(m_pictures.size())));
    const int columns = std::clamp((width + kGap) / (leastSide() + kGap), 1, most);
    const int side = std::min(kLargestSide, (width - 2 * kGap) / std::max(columns, std::min(3, columns + 1)));
    const int fitting = (width - (columns - 1) * kGap) / columns;
    const int words = QFontMetrics(m_theme.font(TextStyle::Caption, Face::Number)).height();
    const int picture = std::min(fitting, std::max(side, std::min(leastSide(), fitting)));
    return {.columns = columns, .side = picture, .pitch = picture + words + m_theme.scaled(5)};
}

int ReachStrip::heightForWidth(int width) const
{
    const Places at = places(width);
    const int lines = (int(m_pictures.size()) + at.columns - 1) / at.columns;
    return std::max(1, lines * at.pitch);
}

void ReachStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (const int wanted = heightForWidth(width()); wanted != height()) setFixedHeight(wanted);
}

void ReachStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);   // "L3" stands before its number in every language, and a sign of percent behind it
    const Places at = places(width());
    const QFont strong = m_theme.strongFont(TextStyle::Caption), number = m_theme.font(TextStyle::Caption, Face::Number);
    const int words = QFontMetrics(number).height();
    for (int i = 0; i < int(m_pictures.size()); ++i) {
        const QRect place(i % at.columns * (at.side + kGap), i / at.columns * at.pitch, at.side, at.side);
        const QRect seen = QStyle::visualRect(layoutDirection(), rect(), place);
        painter.drawImage(seen.adjusted(1, 1, -1, -1), m_pictures[std::size_t(i)]);
        painter.setPen(QPen(m_theme.borderStrong, 1.0));
        painter.drawRect(QRectF(seen).adjusted(0.5, 0.5, -0.5, -0.5));
        if (i >= int(m_shares.size())) continue;
        const QString layer = tr("L%1").arg(i + 1) + QLatin1Char(' ');
        const int ahead = QFontMetrics(strong).horizontalAdvance(layer);
        const QRect line(seen.left(), seen.bottom() + m_theme.scaled(3), seen.width() + kGap, words);
        painter.setPen(m_theme.text1);
        painter.setFont(strong);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, layer);
        painter.setFont(number);
        painter.drawText(line.adjusted(ahead, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, percent(m_shares[std::size_t(i)]));
    }
}

PatternReach::PatternReach(QWidget* parent) :
    QWidget(parent), m_strip(new ReachStrip(this)), m_more(roleLabel({}, "small", this)), m_meaning(roleLabel({}, "small", this))
{
    setObjectName(QStringLiteral("patternReach"));
    m_strip->setObjectName(QStringLiteral("reachStrip"));
    m_more->setObjectName(QStringLiteral("reachMore"));
    m_meaning->setObjectName(QStringLiteral("reachMeaning"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QLabel* title = roleLabel(tr("Reach after layers"), "section", this);
    for (QLabel* label : {title, m_more, m_meaning}) label->setWordWrap(true);
    for (QWidget* part :
         {static_cast<QWidget*>(title), static_cast<QWidget*>(m_strip), static_cast<QWidget*>(m_more), static_cast<QWidget*>(m_meaning)})
        layout->addWidget(part);
    showReach({}, {});
}

void PatternReach::showReach(const std::vector<double>& shares, const std::vector<QImage>& pictures)
{
    setVisible(!shares.empty());
    m_strip->show(shares, pictures);
    const bool isFull = !pictures.empty() && pictures.size() <= shares.size() && shares[pictures.size() - 1] >= 1.0;   // more layers add nothing
    m_more->setText(isFull ? QString() : wordsOf(shares, pictures.size()));
    m_more->setVisible(!m_more->text().isEmpty());
    m_meaning->setText(tr("If all %1 layers used this pattern. A pair is reached when some path of allowed links joins it, and a token always "
                          "knows itself; darker = fewer hops.")
                           .arg(shares.size()));
}

void PatternReach::setTheme(const Theme& theme) { m_strip->setTheme(theme); }

}   // namespace ui
