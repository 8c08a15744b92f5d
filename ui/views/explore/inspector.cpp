#include "ui/views/explore/inspector.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/views/explore/product_table.h"
#include "ui/views/explore/share_list.h"

namespace ui {

namespace {

constexpr int kPadding = 16;
constexpr int kMostProductRows = 10;   // wider heads scroll inside their table

QLabel* namedLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);   // tokens are shown as they are, "<s>" is no markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}   // namespace

Inspector::Inspector(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("inspector"));
    setAccessibleName(tr("Inspector"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 12, kPadding, kPadding);
    layout->setSpacing(6);
    buildHeader(*layout);
    m_derived = new QWidget(this);
    auto* derived = new QVBoxLayout(m_derived);
    derived->setContentsMargins(0, 0, 0, 0);
    derived->setSpacing(6);
    buildProducts(*derived);
    buildSteps(*derived);
    layout->addWidget(m_derived);
    buildRow(*layout);
    layout->addStretch(1);
    setTheme(m_theme);
}

QLabel* Inspector::heading(const QString& text, const char* name)
{
    QLabel* result = namedLabel(name, this);
    result->setProperty("role", QStringLiteral("section"));
    result->setText(text);
    return result;
}

QLabel* Inspector::addNote(QVBoxLayout& layout, const char* name)
{
    QLabel* note = namedLabel(name, this);
    note->setProperty("role", QStringLiteral("note"));
    note->setWordWrap(true);
    layout.addWidget(note);
    return note;
}

void Inspector::buildHeader(QVBoxLayout& layout)
{
    auto* line = new QHBoxLayout;
    QLabel* title = namedLabel("inspectorTitle", this);
    title->setProperty("role", QStringLiteral("title"));
    title->setText(tr("Inspector"));
    m_source = namedLabel("inspectorSource", this);
    m_source->setProperty("role", QStringLiteral("tag"));
    line->addWidget(title);
    line->addStretch(1);
    line->addWidget(m_source);
    layout.addLayout(line);
    m_pair = namedLabel("inspectorPair", this);
    m_pair->setTextFormat(Qt::RichText);
    m_weight = namedLabel("inspectorWeight", this);
    m_weight->setProperty("role", QStringLiteral("display"));
    layout.addWidget(m_pair);
    layout.addWidget(m_weight);
    m_rank = addNote(layout, "inspectorRank");
    m_note = addNote(layout, "inspectorNote");
}

void Inspector::buildProducts(QVBoxLayout& layout)
{
    layout.addWidget(heading(tr("1  Match the vectors (q and k after positions)"), "productsHeading"));
    m_products = new ProductTable(this);
    m_products->setObjectName(QStringLiteral("products"));
    m_productArea = new QScrollArea(this);
    m_productArea->setFrameShape(QFrame::NoFrame);
    m_productArea->setWidgetResizable(true);
    m_productArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_productArea->setWidget(m_products);
    layout.addWidget(m_productArea);
}

void Inspector::buildSteps(QVBoxLayout& layout)
{
    struct Line {
        Step step;
        QString name;
        const char* object;
    };
    const Line lines[] = {
        {Step::Sum, tr("Sum of products"), "stepSum"}, {Step::Scale, tr("Score s"), "stepScore"},
        {Step::Mask, tr("Mask"), "stepMask"},          {Step::LogSumExp, tr("Row log-sum-exp"), "stepLse"},
        {Step::Weight, tr("Weight w"), "stepWeight"},  {Step::HideFirst, tr("Shown weight"), "stepHidden"},
        {Step::Written, tr("Written"), "stepWritten"},
    };
    auto* copy = new QPushButton(tr("Copy steps"), this);
    copy->setObjectName(QStringLiteral("copySteps"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(steps()); });
    auto* head = new QHBoxLayout;
    head->addWidget(heading(tr("2  From score to weight"), "stepsHeading"), 1);
    head->addWidget(copy);
    layout.addLayout(head);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    int y = 0;
    for (const Line& line : lines) {
        StepRow row{namedLabel((QByteArray(line.object) + "Name").constData(), this),
                    namedLabel((QByteArray(line.object) + "Expression").constData(), this), namedLabel(line.object, this)};
        row.name->setText(line.name);
        row.expression->setProperty("role", QStringLiteral("expression"));
        row.value->setProperty("role", QStringLiteral("number"));
        row.value->setAlignment(Qt::AlignRight);
        row.value->setAccessibleName(line.name);
        grid->addWidget(row.name, y, 0);
        grid->addWidget(row.expression, y, 1);
        grid->addWidget(row.value, y++, 2);
        m_steps[line.step] = row;
    }
    layout.addLayout(grid);
}

void Inspector::buildRow(QVBoxLayout& layout)
{
    m_rowHeading = heading({}, "rowHeading");
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
    const bool explained = content.derivation && content.derivation->allowed && content.derivation->rule != HeadRule::Mean;
    m_derived->setVisible(explained);
    m_note->setText(explanation());
    m_note->setVisible(!m_note->text().isEmpty());
    showPair();
    if (explained) showLedger();
    showStrongest();
}

void Inspector::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_products->setTheme(theme);
    m_strongest->setTheme(theme);
    m_weight->setFont(theme.font(TextStyle::Display));
    for (auto& [step, row] : m_steps) {
        row.name->setFont(theme.font(TextStyle::Label));
        row.expression->setFont(theme.font(TextStyle::Label, Face::Number));
        row.value->setFont(step == Step::Weight ? theme.strongFont(TextStyle::Label, Face::Number) : theme.font(TextStyle::Label, Face::Number));
    }
    show(m_content);
}

QString Inspector::chip(const QString& label, core::Index position, const QColor& ink, const QColor& ground) const
{
    return QStringLiteral("<span style=\"color:%1; background-color:%2; font-weight:600\">&nbsp;%3&nbsp;</span>"
                          "<span style=\"color:%1; background-color:%2\">%4&nbsp;</span>")
        .arg(ink.name(), ground.name(), label.toHtmlEscaped())
        .arg(position);
}

void Inspector::showPair()
{
    const auto& d = m_content.derivation;
    m_source->setText(m_content.source == InspectorSource::Pin ? tr("Pinned") : m_content.source == InspectorSource::Peek ? tr("Peek") : QString());
    m_source->setVisible(!m_source->text().isEmpty());
    m_pair->setVisible(d.has_value());
    m_weight->setVisible(d && d->allowed);
    m_rank->setVisible(m_weight->isVisibleTo(this));
    if (!d) return;
    const auto& record = *m_content.record;
    m_pair->setText(chip(record.label(d->pair.query), d->pair.query, m_theme.query, m_theme.queryTint) + u' ' + tr("attends to") + u' ' +
                    chip(record.label(d->pair.key), d->pair.key, m_theme.key, m_theme.keyTint));
    const bool hidden = m_content.firstToken == FirstToken::Hidden && d->pair.key > 0;
    const double shown = hidden ? d->weight / (1.0 - double(d->firstWeight)) : d->weight;
    m_weight->setText(printedWeight(shown));
    m_rank->setText(tr("rank %1 of %2 allowed keys").arg(d->rank).arg(d->allowedKeys) + QStringLiteral(" · ") + nameOf(d->head) +
                    (hidden ? QStringLiteral(" · ") + tr("first token hidden, raw %1").arg(printedWeight(d->weight)) : QString()));
}

QString Inspector::explanation() const
{
    const auto& d = m_content.derivation;
    if (!d) return tr("Point at a cell to see how its weight comes about. Click to keep it.");
    if (!d->allowed && d->pair.key > d->pair.query) return tr("Not allowed: a future token. The pair has no score and no weight.");
    if (!d->allowed) return tr("Not allowed by the plan's pattern. The pair has no score and no weight.");
    if (d->rule == HeadRule::Off) return tr("This head is switched off by the plan. These are the weights it would have; it writes nothing.");
    if (d->rule == HeadRule::Mean)
        return tr("The plan replaces this head by the mean of its values: each of %1 allowed keys weighs the same.").arg(d->allowedKeys);
    const bool causal = d->allowedKeys == d->pair.query + 1 && d->pair.query + 1 < m_content.record->recording->size();
    return causal ? tr("This row was computed from tokens 0 to %1 alone: it cannot know what follows.").arg(d->pair.query) : QString();
}

void Inspector::setStep(Step step, const QString& expression, const QString& value)
{
    m_steps[step].expression->setText(expression);
    m_steps[step].value->setText(value);
}

void Inspector::showLedger()
{
    const Ledger ledger = ledgerOf(*m_content.derivation, m_content.firstToken);
    m_products->setTerms(ledger.terms);
    fitProducts();
    showSteps(ledger);
}

void Inspector::showSteps(const Ledger& ledger)
{
    const Derivation& d = *m_content.derivation;
    setStep(Step::Sum, QStringLiteral("q·k"), ledger.sum);
    setStep(Step::Scale, ledger.scaling, ledger.score);
    setStep(Step::Mask, QStringLiteral("%1 ≤ %2").arg(d.pair.key).arg(d.pair.query), tr("allowed"));
    if (d.pair.key > d.pair.query) setStep(Step::Mask, QStringLiteral("%1, %2").arg(d.pair.query).arg(d.pair.key), tr("allowed"));
    setStep(Step::LogSumExp, QStringLiteral("ℓ, row %1").arg(d.pair.query), ledger.lse);
    setStep(Step::Weight, QStringLiteral("exp(s − ℓ)"), ledger.weight);
    setStep(Step::Written, QStringLiteral("‖w·v·W_O‖"), ledger.writeNorm);
    const bool hidden = !ledger.hiddenWeight.isEmpty();
    setStep(Step::HideFirst, QStringLiteral("÷ (1 − %1)").arg(ledger.firstWeight), ledger.hiddenWeight);
    for (QLabel* label : {m_steps[Step::HideFirst].name, m_steps[Step::HideFirst].expression, m_steps[Step::HideFirst].value})
        label->setVisible(hidden);
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
    if (!m_content.derivation || !m_derived->isVisibleTo(this)) return {};
    const Derivation& d = *m_content.derivation;
    const auto& record = *m_content.record;
    QStringList lines{QStringLiteral("%1: %2 %3 → %4 %5")
                          .arg(nameOf(d.head), record.label(d.pair.query))
                          .arg(d.pair.query)
                          .arg(record.label(d.pair.key))
                          .arg(d.pair.key)};
    for (std::size_t i = 0; i < m_products->terms().size(); ++i) {
        const LedgerTerm& term = m_products->terms()[i];
        lines.append(QStringLiteral("%1: %2 × %3 = %4").arg(i).arg(term.q, term.k, term.product));
    }
    for (const auto& [step, row] : m_steps)
        if (row.name->isVisibleTo(this)) lines.append(QStringLiteral("%1  %2  %3").arg(row.name->text(), row.expression->text(), row.value->text()));
    return lines.join(u'\n');
}

}   // namespace ui
