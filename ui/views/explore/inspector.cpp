#include "ui/views/explore/inspector.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>

#include "ui/plot/focus_ring.h"
#include "ui/state/ledger_tex.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/future_panel.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/views/explore/pair_header.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/quiet_place.h"
#include "ui/views/explore/share_list.h"
#include "ui/views/explore/step_list.h"

namespace ui {

namespace {

constexpr int kPadding = 16;
constexpr int kInset = kPadding - kRingRoom;   // lists have room for a ring beside their letters, the others as much
constexpr int kGroupGap = 8;                   // between the numbered groups, beyond the gap of lines
constexpr int kMostProductRows = 9;            // wider heads scroll inside their table
constexpr int kFewProductRows = 6;             // … and sooner where the panel itself is low
constexpr int kLowPanel = 640;
constexpr int kHighPanel = 960;    // px of height from which there is room for more
constexpr int kScrollMargin = 8;   // between digits and a scroll bar
constexpr int kCopiedFor = 2000;   // ms
constexpr int kCopiedMargin = 24;

}   // namespace

Inspector::Inspector(QWidget* parent) : QWidget(parent), m_header(new PairHeader(this)), m_future(new FuturePanel(this)), m_derived(new QWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, 12, kInset, kPadding);
    for (QWidget* part : {static_cast<QWidget*>(m_header), static_cast<QWidget*>(m_future)}) part->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
    layout->setSpacing(6);
    layout->addWidget(placed(m_header));
    layout->addWidget(placed(m_future));
    auto* derived = new QVBoxLayout(m_derived);
    derived->setContentsMargins(0, 0, 0, 0);
    derived->setSpacing(6);
    buildDerived(*derived);
    buildSteps(*derived);
    layout->addWidget(m_derived);
    buildRow(*layout);
    layout->addStretch(1);
    connectParts();
    setTheme(m_theme);
}

QLabel* Inspector::heading(const QString& text, const char* name)
{
    QLabel* result = plainLabel<WrappedLabel>(name, this);
    result->setProperty("role", QStringLiteral("section"));
    result->setText(text);
    result->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
    return result;
}

void Inspector::buildDerived(QVBoxLayout& layout)
{
    layout.addSpacing(kGroupGap);
    layout.addWidget(heading(tr("1  Match the vectors (q and k after positions)"), "productsHeading"));
    m_products = new ProductTable(this);
    m_products->setObjectName(QStringLiteral("products"));
    m_products->setToolTip(tr("q: what the query token looks for. k: what the key token offers. "
                              "Both after positions were turned into them, dimension d by dimension."));
    m_productArea = scrolling(m_products, this);
    layout.addWidget(m_productArea);
}

void Inspector::buildSteps(QVBoxLayout& layout)
{
    layout.addSpacing(kGroupGap);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->setContentsMargins(kRingRoom, 0, kRingRoom, 0);
    auto* title = new ElidingLabel(tr("2  From score to weight"), this);   // gives way to the buttons
    title->setObjectName(QStringLiteral("stepsHeading"));
    title->setProperty("role", QStringLiteral("section"));
    head->addWidget(title, 1);
    head->addWidget(
        copyButton(tr("Copy steps"), "copySteps", tr("The products and the steps as lines of text, for a calculator or a sheet"), &Inspector::steps));
    head->addWidget(copyButton(tr("TeX"), "copyTex", tr("The same as an align* block of TeX, for a paper or a slide"), &Inspector::tex));
    layout.addLayout(head);
    m_steps = new StepList(this);
    m_steps->setObjectName(QStringLiteral("steps"));
    layout.addWidget(placed(m_steps));
}

// Says on itself that it did what it says, and then again what it does.
QPushButton* Inspector::copyButton(const QString& title, const char* name, const QString& tip, QString (Inspector::*content)() const)
{
    auto* copy = new QPushButton(title, this);
    copy->setObjectName(QLatin1String(name));
    copy->setProperty("role", QStringLiteral("compact"));
    copy->setToolTip(tip);
    auto* rest = new QTimer(copy);
    rest->setSingleShot(true);
    rest->setInterval(kCopiedFor);
    connect(rest, &QTimer::timeout, copy, [copy, title] {
        copy->setText(title);
        copy->setMinimumWidth(0);
        copy->setMaximumWidth(QWIDGETSIZE_MAX);   // text may be larger by then
    });
    connect(copy, &QPushButton::clicked, this, [this, copy, rest, content] {
        QGuiApplication::clipboard()->setText((this->*content)());
        copy->setFixedWidth(std::max(copy->width(), copy->fontMetrics().horizontalAdvance(tr("Copied")) + kCopiedMargin));
        copy->setText(tr("Copied"));
        rest->start();
    });
    return copy;
}

// Follows numbers to what they were made of.
void Inspector::connectParts()
{
    connect(m_steps, &StepList::followed, this, [this](StepList::Inputs inputs) {
        QWidget* place = inputs == StepList::Inputs::Products ? static_cast<QWidget*>(m_products) : m_strongest;
        place->setFocus(Qt::OtherFocusReason);
        QWidget* around = parentWidget();
        while (around && !qobject_cast<QScrollArea*>(around)) around = around->parentWidget();
        if (around) static_cast<QScrollArea*>(around)->ensureWidgetVisible(place);
    });
    connect(m_products, &ProductTable::walkedTo, this,
            [this](const QRect& row) { m_productArea->ensureVisible(row.center().x(), row.center().y(), 0, row.height()); });
    connect(m_strongest, &ShareList::rowChosen, this, [this](int row) {
        if (m_content.derivation) Q_EMIT keyChosen({m_content.derivation->pair.query, m_keys[std::size_t(row)]});
    });
    connect(m_future, &FuturePanel::asked, this, &Inspector::futureAsked);
    connect(m_future, &FuturePanel::stopRequested, this, &Inspector::stopRequested);
    connect(m_future, &FuturePanel::keyboardLeft, this, &Inspector::keyboardLeft);
}

void Inspector::buildRow(QVBoxLayout& layout)
{
    m_row = new QWidget(this);
    auto* lines = new QVBoxLayout(m_row);
    lines->setContentsMargins(0, kGroupGap, 0, 0);
    lines->setSpacing(6);
    m_rowHeading = heading({}, "rowHeading");
    lines->addWidget(placed(m_rowHeading));
    m_strongest = new ShareList(this);
    m_strongest->setObjectName(QStringLiteral("strongestKeys"));
    m_strongest->setAccessibleName(tr("Strongest keys of this row"));
    m_strongest->setToolTip(tr("The keys of this row with the largest weights, and ‖w·v·W_O‖, the length of what each adds to the token: its value "
                               "vector v, times\nits weight w, through the output matrix W_O of the head. A large weight can carry little."));
    lines->addWidget(placed(m_strongest));
    layout.addWidget(m_row);
}

QuietPlace* Inspector::placed(QWidget* content)
{
    m_places.push_back(new QuietPlace(content, this));
    return m_places.back();
}

void Inspector::show(const InspectorContent& content)
{
    m_content = content;
    m_derived->setVisible(content.hasSteps());
    m_header->show(content, m_theme);
    m_future->show(content);
    if (content.hasSteps()) showLedger();
    showStrongest();
    for (QuietPlace* place : m_places) place->settle();
}

void Inspector::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_future->setTheme(theme);
    m_products->setTheme(theme);
    m_steps->setTheme(theme);
    m_strongest->setTheme(theme);
    show(m_content);
}

void Inspector::showLedger()
{
    m_ledger = ledgerOf(*m_content.derivation, m_content.firstToken);
    m_products->setTerms(m_ledger.terms);
    fitProducts();
    m_steps->show(*m_content.derivation, m_ledger);
}

void Inspector::showProving(const FutureProving& proving) { m_future->showProving(proving); }

bool Inspector::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        m_placeHeight = static_cast<QResizeEvent*>(event)->size().height();
        fitProducts();
    }
    return QWidget::eventFilter(watched, event);
}

void Inspector::fitProducts()
{
    const int rows = int(m_products->terms().size()), natural = m_products->sizeHint().height(), row = std::max(1, natural / (rows + 1));
    const int more = std::max(0, (m_placeHeight - kHighPanel) / row);
    const int most = m_placeHeight < kLowPanel ? kFewProductRows : kMostProductRows + more;
    m_products->setContentsMargins(kRingRoom, 0, kRingRoom + (rows > most ? kScrollMargin : 0), 0);
    m_productArea->setFixedHeight(rows > most ? natural * (most + 1) / (rows + 1) : natural);
}

void Inspector::showStrongest()
{
    const auto& d = m_content.derivation;
    const bool has = d && !d->strongest.empty();
    m_row->setVisible(has);
    if (!has) return;
    const auto& record = *m_content.record;
    const bool hides = m_content.firstToken == FirstToken::Hidden && d->isRowRenormalisable();
    const QString name = record.label(d->pair.query);
    m_rowHeading->setText(hides ? tr("3  What the row of “%1” carries, first token hidden").arg(name)
                                : tr("3  What the row of “%1” carries").arg(name));
    m_strongest->setHeadings(hides ? tr("shown weight") : tr("weight"), QStringLiteral("‖w·v·W_O‖"));
    std::vector<ShareRow> rows;
    m_keys.clear();
    for (const RowEntry& entry : d->strongest) {
        if ((hides && entry.key == 0) || rows.size() == std::size_t(kRowEntries)) continue;
        const double weight = hides ? d->renormalised(double(entry.weight)) : double(entry.weight);
        rows.push_back({.label = QStringLiteral("%1 %2").arg(record.label(entry.key)).arg(entry.key),
                        .share = weight,
                        .value = printedWeight(weight),
                        .second = printedWeight(entry.writeNorm),
                        .marked = entry.key == d->pair.key,
                        .kind = ShareRow::Kind::Choosable,
                        .tip = tr("Opens this weight")});
        m_keys.push_back(entry.key);
    }
    m_strongest->setRows(std::move(rows));
}

// In characters that every calculator and sheet reads.
QString Inspector::steps() const
{
    if (!m_content.hasSteps()) return {};
    const Derivation& d = *m_content.derivation;
    const ExploreRecord& record = *m_content.record;
    QStringList lines{QStringLiteral("%1: %2 %3 → %4 %5")
                          .arg(nameOf(d.head), record.label(d.pair.query))
                          .arg(d.pair.query)
                          .arg(record.label(d.pair.key))
                          .arg(d.pair.key)};
    for (int i = 0; i < int(m_products->terms().size()); ++i) lines.append(m_products->line(i));
    return (lines + m_steps->lines()).join(u'\n') + u'\n';
}

QString Inspector::tex() const
{
    if (!m_content.hasSteps()) return {};
    const Derivation& d = *m_content.derivation;
    return texOf(d, m_ledger, {m_content.record->label(d.pair.query), m_content.record->label(d.pair.key)});
}

}   // namespace ui
