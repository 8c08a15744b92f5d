#include "ui/window/search/search_popup.h"

#include <algorithm>

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/plot/partial_update.h"
#include "ui/state/numbers.h"
#include "ui/theme/icons.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/window/search/search_delegate.h"
#include "ui/window/search/search_rows.h"

namespace ui {

namespace {

constexpr int kMostRows = 10;                   // seen at once
constexpr int kWidth = 640, kMargin = 24;       // px at text scale 1; from the edges of the window
constexpr int kShadow = 16, kShadowBelow = 3;   // px that the shadow reaches, and that it lies lower

ElidingLabel* noteLabel(const char* name, QWidget* parent)
{
    auto* label = new ElidingLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setProperty("role", QStringLiteral("note"));
    label->setTextFormat(Qt::PlainText);
    return label;
}

}   // namespace

SearchPopup::SearchPopup(Session& session, SearchPlaces places, QWidget* window) :
    WindowOverlay(window, Pointing::StaysHere), m_session(session), m_places(std::move(places))
{
    setObjectName(QStringLiteral("searchPopup"));
    setAccessibleName(tr("Search"));
    build();
    connect(m_field, &QLineEdit::textChanged, this, &SearchPopup::find);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex& index) { setCurrent(index.row()); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) { focusMoved(now); });
}

void SearchPopup::build()
{
    m_card = new QFrame(this);
    m_card->setObjectName(QStringLiteral("searchCard"));
    m_icon = new QLabel(m_card);
    m_icon->setObjectName(QStringLiteral("searchIcon"));
    m_field = new QLineEdit(m_card);
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setPlaceholderText(tr("Search actions, heads, tokens"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setFrame(false);
    m_field->installEventFilter(this);
    m_rows = new SearchRows(this);
    m_delegate = new SearchDelegate(this);
    m_list = new QListView(m_card);
    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);   // typing goes on
    m_count = noteLabel("searchCount", m_card);
    m_enter = noteLabel("searchEnter", m_card);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 10, 16, 10);
    line->setSpacing(10);
    line->addWidget(m_icon);
    line->addWidget(m_field, 1);
    const auto rule = [this] {
        auto* frame = new QFrame(m_card);
        frame->setProperty("role", QStringLiteral("rule"));
        frame->setFixedHeight(1);
        return frame;
    };
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(6, 6, 6, 6);
    rows->addWidget(m_list);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(16, 6, 16, 7);
    footer->setSpacing(16);
    footer->addWidget(m_count, 1);
    footer->addWidget(m_enter);
    auto* layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(rule());
    layout->addLayout(rows);
    layout->addWidget(rule());
    layout->addLayout(footer);
}

void SearchPopup::open()
{
    if (isVisible()) return m_field->selectAll();
    m_before = window()->focusWidget();
    setTheme(Theme::of(m_session.view().look));
    m_field->clear();
    showOverAll();
    refresh();
    m_field->setFocus(Qt::PopupFocusReason);
}

void SearchPopup::leave()
{
    if (!isVisible()) return;
    const bool hadKeyboard = m_field->hasFocus();
    QWidget* const before = std::exchange(m_before, nullptr);
    m_field->clearFocus();   // hiding it would pass the keyboard on to whatever comes next
    hide();
    if (hadKeyboard && before && before->isVisible()) before->setFocus(Qt::PopupFocusReason);
    m_rows->show({});
    m_index = {};
}

void SearchPopup::refresh()
{
    if (!isVisible()) return;
    SearchSources sources = m_places.sources();
    sources.recent = m_recent;
    m_index = SearchIndex(std::move(sources));
    const int before = m_list->currentIndex().row();
    const std::optional<SearchTarget> meant = before > 0 ? std::optional(m_rows->row(before).target) : std::nullopt;
    find();
    for (int row = 0; meant && row < m_rows->rowCount(); ++row)   // somebody may be about to press Enter on it
        if (m_rows->row(row).target == *meant) return setCurrent(row);
}

void SearchPopup::find()
{
    if (!isVisible()) return;
    SearchResult result = m_index.find(m_field->text());
    showFooter(result);
    m_rows->show(std::move(result.rows));
    place();
    m_list->scrollToTop();
    setCurrent(m_rows->rowCount() > 0 && m_rows->row(0).isEnabled ? 0 : -1);
}

void SearchPopup::setCurrent(int row)
{
    const QModelIndex index = m_rows->index(row);
    m_list->setCurrentIndex(index.flags().testFlag(Qt::ItemIsEnabled) ? index : QModelIndex());
    const int current = m_list->currentIndex().row();
    const SearchKind kind = current >= 0 ? m_rows->row(current).target.kind : SearchKind::Action;
    m_enter->setVisible(current >= 0);
    const QString key = QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText);
    m_enter->setText((kind == SearchKind::Action ? tr("%1: do it")
                      : kind == SearchKind::Head ? tr("%1: show the head")
                                                 : tr("%1: pin its row"))
                         .arg(key));
    if (current >= 0) announceRow(current);
}

// The keyboard is in the field: that another row is meant must be told. Lists forget what was said of older rows only while somebody listens.
void SearchPopup::announceRow(int row)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent here(m_list, QAccessible::Focus);
        here.setChild(row);
        QAccessible::updateAccessibility(&here);
    }
    Q_EMIT announced(spokenOf(m_rows->row(row)));
}

void SearchPopup::showFooter(const SearchResult& result)
{
    const QString typed = m_field->text().simplified();
    const auto shown = core::Index(result.rows.size()), total = core::Index(result.total);
    const QString before = m_count->text();
    if (typed.isEmpty())
        m_count->setText(tr("Heads: L0 H3 or 0.3. Tokens: text or position."));
    else if (shown == 0)
        m_count->setText(tr("Nothing found for “%1”.").arg(typed));
    else if (shown < total)
        m_count->setText(tr("The best %1 of %2 matches").arg(printedCount(shown), printedCount(total)));
    else
        m_count->setText(shown == 1 ? tr("1 match") : tr("%1 matches").arg(printedCount(shown)));
    if (shown > 0 || m_count->text() == before) return;
    QAccessibleEvent alert(m_count, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced(m_count->text());
}

void SearchPopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    const int side = theme.scaled(18);
    m_icon->setPixmap(icon(QStringLiteral("search")).pixmap(QSize(side, side), devicePixelRatioF(), QIcon::Disabled));
    m_list->doItemsLayout();
    place();
    update();
}

// In the upper middle, inside the window; where it is low, fewer rows are seen.
void SearchPopup::place()
{
    const int width = std::min(m_theme.scaled(kWidth), this->width() - 2 * kMargin), top = std::max(kMargin, height() / 9);
    const int rows = m_rows->rowCount();
    const auto heightWith = [this](int list) {
        m_list->setFixedHeight(list);
        m_card->layout()->activate();
        return m_card->sizeHint().height();
    };
    m_list->setVisible(rows > 0);
    const int room = height() - top - kMargin - heightWith(0), seen = std::clamp(room / m_delegate->rowHeight(), 1, kMostRows);
    const int whole = heightWith(std::min(rows, seen) * m_delegate->rowHeight());
    const QRect was = m_card->geometry(), now((this->width() - width) / 2, top, width, whole);
    m_card->setGeometry(now);
    constexpr int kReach = kShadow + kShadowBelow;
    if (was != now) updatePart(*this, (was | now).adjusted(-kReach, -kReach, kReach, kReach));   // the picture behind is not painted for every key
}

// Of the window, with its look.
void SearchPopup::changeEvent(QEvent* event)
{
    WindowOverlay::changeEvent(event);
    if (event->type() == QEvent::StyleChange && isVisible()) setTheme(Theme::of(m_session.view().look));
}

void SearchPopup::resizeEvent(QResizeEvent* event)
{
    WindowOverlay::resizeEvent(event);
    if (isVisible()) place();
}

// A soft shadow: what the card lies on is not its ground.
void SearchPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF card = m_card->geometry();
    for (int reach = kShadow; reach > 0; --reach) {
        painter.setBrush(QColor(0, 0, 0, m_theme.look.isDark() ? 11 : 4));
        painter.drawRoundedRect(card.adjusted(-reach, -reach + kShadowBelow, reach, reach + kShadowBelow), 10 + reach, 10 + reach);
    }
}

}   // namespace ui
