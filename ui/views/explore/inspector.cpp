#include "ui/views/explore/inspector.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include "ui/state/ledger.h"
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
    m_productArea = scrolling(m_products, this);
    layout.addWidget(m_productArea);

    layout.addSpacing(kGroupGap);
    auto* copy = new QPushButton(tr("Copy steps"), this);
    copy->setObjectName(QStringLiteral("copySteps"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(steps()); });
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("2  From score to weight"), "stepsHeading"), 1);
    head->addWidget(copy);
    layout.addLayout(head);
    m_steps = new StepList(this);
    layout.addWidget(m_steps);
}

void Inspector::buildRow(QVBoxLayout& layout)
{
    m_rowHeading = heading({}, "rowHeading");
    layout.addSpacing(kGroupGap);
    layout.addWidget(m_rowHeading);
    m_strongest = new ShareList(this);
    m_strongest->setObjectName(QStringLiteral("strongestKeys"));
    m_strongest->setAccessibleName(tr("Strongest keys of this row"));
    m_strongest->setHeadings(tr("weight"), QStringLiteral("‖w·v·W_O‖"));
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

void Inspector::fitProducts()
{
    const int rows = int(m_products->terms().size());
    const int natural = m_products->sizeHint().height();
    const int height = rows > kMostProductRows ? natural * (kMostProductRows + 1) / (rows + 1) : natural;
    m_productArea->setFixedHeight(height);
}

void Inspector::showStrongest()
{
    const auto& d = m_content.derivation;
    const bool has = d && !d->strongest.empty();
    m_rowHeading->setVisible(has);
    m_strongest->setVisible(has);
    if (!has) return;
    const auto& record = *m_content.record;
    m_rowHeading->setText(tr("3  What the row of “%1” carries").arg(record.label(d->pair.query)));
    std::vector<ShareRow> rows;
    for (const RowEntry& entry : d->strongest)
        rows.push_back({.label = QStringLiteral("%1 %2").arg(record.label(entry.key)).arg(entry.key),
                        .share = double(entry.weight),
                        .value = printedWeight(double(entry.weight)),
                        .second = printedWeight(entry.writeNorm),
                        .marked = entry.key == d->pair.key});
    m_strongest->setRows(std::move(rows));
}

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
        lines.append(QStringLiteral("%1: %2 × %3 = %4").arg(i).arg(term.q, term.k, term.product));
    }
    return (lines + m_steps->lines()).join(u'\n');
}

}   // namespace ui
