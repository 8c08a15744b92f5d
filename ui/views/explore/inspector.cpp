#include "ui/views/explore/inspector.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTimer>

#include "ui/state/ledger.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/pair_header.h"
#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"
#include "ui/views/explore/step_list.h"

namespace ui {

namespace {

constexpr int kPadding = 16;
constexpr int kGroupGap = 8;           // between the numbered groups, beyond the gap of lines
constexpr int kMostProductRows = 10;   // wider heads scroll inside their table
constexpr int kFewProductRows = 6;     // … and sooner where the panel itself is low
constexpr int kLowPanel = 640;
constexpr int kScrollMargin = 8;   // between digits and a scroll bar
constexpr int kCopiedFor = 2000;   // ms

}   // namespace

Inspector::Inspector(QWidget* parent) : QWidget(parent), m_header(new PairHeader(this)), m_derived(new QWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 12, kPadding, kPadding);
    layout->setSpacing(6);
    layout->addWidget(m_header);
    auto* derived = new QVBoxLayout(m_derived);
    derived->setContentsMargins(0, 0, 0, 0);
    derived->setSpacing(6);
    buildDerived(*derived);
    layout->addWidget(m_derived);
    buildRow(*layout);
    layout->addStretch(1);
    setTheme(m_theme);
}

QLabel* Inspector::heading(const QString& text, const char* name)
{
    QLabel* result = plainLabel(name, this);
    result->setProperty("role", QStringLiteral("section"));
    result->setText(text);
    return result;
}

void Inspector::buildDerived(QVBoxLayout& layout)
{
    layout.addSpacing(kGroupGap);
    layout.addWidget(heading(tr("1  Match the vectors (q and k after positions)"), "productsHeading"));
    m_products = new ProductTable(this);
    m_products->setObjectName(QStringLiteral("products"));
    m_products->setToolTip(
        tr("q: what the query token looks for. k: what the key token offers. "
                              "Both after positions were turned into them, dimension d by dimension."));
    m_productArea = scrolling(m_products, this);
    layout.addWidget(m_productArea);

    layout.addSpacing(kGroupGap);
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("2  From score to weight"), "stepsHeading"), 1);
    head->addWidget(copyButton());
    layout.addLayout(head);
    m_steps = new StepList(this);
    layout.addWidget(m_steps);
}

// Says on itself that it did what it says, and then again what it does.
QPushButton* Inspector::copyButton()
{
    auto* copy = new QPushButton(tr("Copy steps"), this);
    copy->setObjectName(QStringLiteral("copySteps"));
    copy->setToolTip(tr("The products and the steps as lines of text, for a calculator or a sheet"));
    auto* rest = new QTimer(copy);
    rest->setSingleShot(true);
    rest->setInterval(kCopiedFor);
    connect(rest, &QTimer::timeout, copy, [copy] { copy->setText(tr("Copy steps")); });
    connect(copy, &QPushButton::clicked, this, [this, copy, rest] {
        QGuiApplication::clipboard()->setText(steps());
        copy->setFixedWidth(copy->width());
        copy->setText(tr("Copied"));
        rest->start();
    });
    return copy;
}

void Inspector::buildRow(QVBoxLayout& layout)
{
    m_rowHeading = heading({}, "rowHeading");
    m_rowHeading->setWordWrap(true);
    layout.addSpacing(kGroupGap);
    layout.addWidget(m_rowHeading);
    m_strongest = new ShareList(this);
    m_strongest->setObjectName(QStringLiteral("strongestKeys"));
    m_strongest->setAccessibleName(tr("Strongest keys of this row"));
    m_strongest->setToolTip(tr("The keys of this row with the largest weights, and ‖w·v·W_O‖, the length of what each adds to the token: its value "
                               "vector v, times\nits weight w, through the output matrix W_O of the head. A large weight can carry little."));
    layout.addWidget(m_strongest);
}

void Inspector::show(const InspectorContent& content)
{
    m_content = content;
    m_derived->setVisible(content.hasSteps());
    m_header->show(content, m_theme);
    if (content.hasSteps()) showLedger();
    showStrongest();
}

void Inspector::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_products->setTheme(theme);
    m_steps->setTheme(theme);
    m_strongest->setTheme(theme);
    show(m_content);
}

void Inspector::showLedger()
{
    const Ledger ledger = ledgerOf(*m_content.derivation, m_content.firstToken);
    m_products->setTerms(ledger.terms);
    fitProducts();
    m_steps->show(*m_content.derivation, ledger);
}

bool Inspector::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) fitProducts();
    return QWidget::eventFilter(watched, event);
}

void Inspector::fitProducts()
{
    const int rows = int(m_products->terms().size()), most = parentWidget()->height() < kLowPanel ? kFewProductRows : kMostProductRows;
    m_products->setContentsMargins(0, 0, rows > most ? kScrollMargin : 0, 0);
    const int natural = m_products->sizeHint().height();
    m_productArea->setFixedHeight(rows > most ? natural * (most + 1) / (rows + 1) : natural);
}

void Inspector::showStrongest()
{
    const auto& d = m_content.derivation;
    const bool has = d && !d->strongest.empty();
    m_rowHeading->setVisible(has);
    m_strongest->setVisible(has);
    if (!has) return;
    const auto& record = *m_content.record;
    const bool hides = m_content.firstToken == FirstToken::Hidden && d->isRowRenormalisable();
    const QString name = record.label(d->pair.query);
    m_rowHeading->setText(hides ? tr("3  What the row of “%1” carries, first token hidden").arg(name)
                                : tr("3  What the row of “%1” carries").arg(name));
    m_strongest->setHeadings(hides ? tr("shown weight") : tr("weight"), QStringLiteral("‖w·v·W_O‖"));
    std::vector<ShareRow> rows;
    for (const RowEntry& entry : d->strongest) {
        if ((hides && entry.key == 0) || rows.size() == std::size_t(kRowEntries)) continue;
        const double weight = hides ? d->renormalised(double(entry.weight)) : double(entry.weight);
        rows.push_back({.label = QStringLiteral("%1 %2").arg(record.label(entry.key)).arg(entry.key),
                        .share = weight,
                        .value = printedWeight(weight),
                        .second = printedWeight(entry.writeNorm),
                        .marked = entry.key == d->pair.key});
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
    for (std::size_t i = 0; i < m_products->terms().size(); ++i) {
        const LedgerTerm& term = m_products->terms()[i];
        lines.append(QStringLiteral("%1: %2 × %3 = %4").arg(i).arg(plainNumber(term.q), plainNumber(term.k), plainNumber(term.product)));
    }
    return (lines + m_steps->lines()).join(u'\n') + u'\n';
}

}   // namespace ui
