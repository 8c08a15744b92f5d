#include "ui/views/compare/cost_card.h"

#include <algorithm>

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/state/numbers.h"
#include "ui/views/compare/cost_words.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr core::Index kLengths[] = {32, 128, 1'024, 4'096, 10'000, 32'768, 131'072, 1'000'000};
constexpr core::Index kWidths[] = {64, 128};
constexpr int kRowHeight = 20;
constexpr int kWidestName = 84;   // px, of a pattern above its numbers

QTableWidget* table(QWidget* parent)
{
    auto* table = new QTableWidget(parent);
    table->setObjectName(QStringLiteral("costTable"));
    table->setAccessibleName(CostCard::tr("Cost of each pattern"));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);   // one stop, arrows inside
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideRight);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();   // names are cells, so that they are read and pointed at like the others
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->horizontalHeader()->setMinimumSectionSize(24);
    return table;
}

}   // namespace

CostCard::CostCard(QWidget* parent) :
    QWidget(parent),
    m_length(new QComboBox(this)),
    m_width(new QComboBox(this)),
    m_table(table(this)),
    m_note(plainLabel<WrappedLabel>("costNote", this))
{
    setObjectName(QStringLiteral("costCard"));
    m_length->setObjectName(QStringLiteral("costLength"));
    m_length->setAccessibleName(tr("Number of tokens that the cost is of"));
    m_length->setToolTip(tr("Choose or type a number of tokens"));
    m_length->setEditable(true);
    m_length->setInsertPolicy(QComboBox::NoInsert);
    m_length->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_width->setObjectName(QStringLiteral("costWidth"));
    m_width->setAccessibleName(tr("Head width that the cost is of"));
    m_width->setToolTip(tr("Numbers in a query, key or value of one head"));
    m_width->setSizeAdjustPolicy(QComboBox::AdjustToContents);   // what it holds is known once there is an answer
    m_note->setProperty("role", QStringLiteral("small"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_length);
    top->addWidget(roleLabel(tr("tokens"), "caption", this));
    top->addStretch(1);
    top->addWidget(m_width);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    connect(m_length, &QComboBox::textActivated, this, &CostCard::choose);
    connect(m_length->lineEdit(), &QLineEdit::returnPressed, this, [this] { choose(m_length->currentText()); });
    connect(m_width, &QComboBox::currentIndexChanged, this, &CostCard::showTable);
    setTheme(m_theme);
    show(nullptr);
}

void CostCard::show(const CostAnswerPtr& answer, int chosen)
{
    m_answer = answer;
    m_chosen = chosen;
    m_isOlder = false;
    showLengths();
    showWidths();
    showTable();
}

void CostCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_table->setStyleSheet(
        QStringLiteral("QTableWidget { background: transparent; } QTableWidget::item { border-top: 1px solid %1; padding: 0 3px; }"
                       "QTableWidget::item:selected { background: %2; color: %3; }"
                       "QHeaderView { background: transparent; } QHeaderView::section { background: transparent; border: 0; color: %4; "
                       "padding: 0 4px; }")
            .arg(theme.border.name(), theme.selected.name(), theme.text1.name(), theme.text2.name()));
    m_table->horizontalHeader()->setFont(theme.font(TextStyle::Caption));
    showTable();
}

void CostCard::choose(const QString& typed)
{
    if (!m_answer) return;
    const int known = m_length->findText(typed);
    const double number = known >= 0 ? m_length->itemData(known).toDouble() : numberIn(typed);
    const bool isLegal = number >= 1.0 && number <= double(core::kLongestCosted) && number == double(core::Index(number));
    if (known == 0 || isLegal) {
        m_isOlder = false;
        showTable();   // it may be the length that is on show
        return Q_EMIT lengthChosen(known == 0 ? std::nullopt : std::optional(core::Index(number)));
    }
    sayWrong(tr("“%1” is no number of tokens: whole numbers from 1 to %2 are. These are still the costs at %3 tokens.")
                 .arg(typed, printedCount(core::kLongestCosted), printedCount(m_answer->tokens)));
}

// The last good numbers stay, paler, until there are others.
void CostCard::sayWrong(const QString& text)
{
    m_isOlder = true;
    showTable();
    sayNote(text, "error");
    QAccessibleEvent alert(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

// Style sheets look at properties only when a widget is polished.
void CostCard::sayNote(const QString& text, const char* tone)
{
    m_note->setText(text);
    if (m_note->property("tone").toString() == QLatin1String(tone)) return;
    m_note->setProperty("tone", QLatin1String(tone));
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
}

void CostCard::showLengths()
{
    m_length->setEnabled(m_answer != nullptr);
    const QSignalBlocker quiet(m_length);
    m_length->clear();
    if (!m_answer) return;
    m_length->addItem(tr("%1 (this text)").arg(printedCount(m_answer->textTokens)));
    for (const core::Index length : kLengths) m_length->addItem(printedCount(length), qlonglong(length));
    const int known = m_answer->isOfText ? 0 : m_length->findData(qlonglong(m_answer->tokens));
    m_length->setCurrentIndex(known);
    if (known < 0) m_length->setEditText(printedCount(m_answer->tokens));
}

// The head's own, and those that textbooks count with. It stays where it was while the head does.
void CostCard::showWidths()
{
    m_width->setEnabled(m_answer != nullptr);
    const core::Index own = m_answer ? m_answer->shape.headDim : 0;
    if (m_width->count() > 0 && m_width->itemData(0).toLongLong() == own) return;
    const QSignalBlocker quiet(m_width);
    m_width->clear();
    if (!m_answer) return;
    m_width->addItem(tr("d = %1, this head").arg(own), qlonglong(own));
    for (const core::Index width : kWidths)
        if (width != own) m_width->addItem(tr("d = %1").arg(width), qlonglong(width));
}

void CostCard::addCell(int row, int column, const QString& text, const QString& spoken, const QString& tip)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    item->setFont(column == 0 ? m_theme.font(TextStyle::Label) : m_theme.font(TextStyle::Label, Face::Number));
    const bool isAside = column == 0 || column == m_table->columnCount() - 1;
    item->setForeground(m_isOlder && column > 0 ? m_theme.text3 : isAside ? m_theme.text2 : m_theme.text1);
    item->setToolTip(tip);
    item->setData(Qt::AccessibleTextRole, spoken);
    item->setData(Qt::AccessibleDescriptionRole, tip);
    m_table->setItem(row, column, item);
}

// Patterns by their numbers and as much of them as leaves room for what is compared; all of it where the pointer rests.
void CostCard::addHead(int column, const QString& number, const QString& name)
{
    const QFontMetrics letters(m_theme.font(TextStyle::Caption));
    const QString shown = name == number ? QString() : letters.elidedText(name, Qt::ElideRight, m_theme.scaled(kWidestName));
    auto* head = new QTableWidgetItem(number.isEmpty() || shown.isEmpty() ? number + shown : number + u' ' + shown);
    head->setToolTip(name);
    head->setData(Qt::AccessibleTextRole, name);
    m_table->setHorizontalHeaderItem(column, head);
}

void CostCard::showTable()
{
    const CostAnswer shown = m_answer ? atWidth(*m_answer, m_width->currentData().toLongLong()) : CostAnswer();
    const std::vector<CostColumn>& columns = shown.columns;
    const auto rows = costRows();
    m_table->clear();
    m_table->setRowCount(columns.empty() ? 0 : int(rows.size()));
    m_table->setColumnCount(columns.empty() ? 0 : int(columns.size()) + (columns.size() > 1 ? 2 : 1));
    const std::size_t other = std::size_t(m_chosen) + 1;
    const bool hasRatio = other < columns.size();
    if (!columns.empty()) addHead(0, QString(), QString());   // a table without columns takes no heading, and would not own it
    for (std::size_t c = 0; c < columns.size(); ++c) addHead(int(c) + 1, c == 0 ? QString() : QString::number(c), columns[c].name);
    if (columns.size() > 1)
        addHead(int(columns.size()) + 1, QString(), columns.size() > 2 && hasRatio ? tr("Ratio %1").arg(m_chosen + 1) : tr("Ratio"));
    QString why;
    for (std::size_t r = 0; r < rows.size() && !columns.empty(); ++r) {
        const QString name = nameOf(rows[r], shown.shape), formula = formulaText(rows[r], shown.shape);
        addCell(int(r), 0, name, name, formula);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const QString text = printedCost(rows[r], valueOf(rows[r], columns[c]));
            const QString tip = columns[c].why.isEmpty() || rows[r] == CostRow::Measured ? formula : columns[c].why;
            addCell(int(r), int(c) + 1, text, tr("%1, %2: %3").arg(columns[c].name, name, text), tip);
            if (why.isEmpty() && !columns[c].why.isEmpty())
                why = tr("%1: %2", "name of a pattern, why it has no cost").arg(columns[c].name, columns[c].why);
        }
        if (columns.size() < 2) continue;
        const QString ratio = hasRatio && rows[r] != CostRow::UsefulShare
                                  ? ratioOf(rows[r], valueOf(rows[r], columns[0]), valueOf(rows[r], columns[other]))
                                  : QString();
        addCell(int(r), int(columns.size()) + 1, ratio, tr("%1, ratio: %2").arg(name, ratio), formula);
    }
    if (!m_isOlder) sayNote(m_answer ? allPairsText(shown.tokens, shown.shape) + (why.isEmpty() ? QString() : u' ' + why) : QString(), "");
    m_note->setVisible(m_answer != nullptr);
    fitTable();
}

void CostCard::fitTable()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.scaled(kRowHeight));
    QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < m_table->columnCount(); ++column)
        header->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    // Where names and numbers do not fit beside each other, numbers are scrolled to and names are whole.
    int names = 0, numbers = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) names = std::max(names, m_table->sizeHintForIndex(m_table->model()->index(row, 0)).width());
    for (int column = 1; column < m_table->columnCount(); ++column) numbers += m_table->columnWidth(column);
    const bool isNarrow = m_table->columnCount() > 0 && numbers + names > m_table->viewport()->width();
    if (isNarrow) header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

}   // namespace ui
