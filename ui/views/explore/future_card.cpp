#include "ui/views/explore/future_card.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/state/document.h"
#include "ui/state/numbers.h"
#include "ui/views/explore/future_words.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

using State = FutureProving::State;

constexpr int kPadding = 10;
constexpr int kLeastChoice = 5;   // letters

QLabel* wrapping(const char* name, const char* role, QWidget* parent)
{
    QLabel* label = plainLabel(name, parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    return label;
}

// Style sheets look at properties only when a widget is polished.
void setTone(QLabel& label, const char* tone)
{
    label.setProperty("tone", QLatin1String(tone));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

}   // namespace

FutureCard::FutureCard(QWidget* parent) :
    AlertFrame(parent),
    m_title(wrapping("futureTitle", "section", this)),
    m_change(new QComboBox(this)),
    m_again(new QPushButton(this)),
    m_stop(new QPushButton(tr("Cancel"), this)),
    m_status(wrapping("futureStatus", "note", this)),
    m_answer(new QWidget(this)),
    m_text(wrapping("futureText", "note", m_answer)),
    m_compared(number("futureCompared")),
    m_beforeName(roleLabel({}, "caption", m_answer)),
    m_before(number("futureBefore")),
    m_afterName(roleLabel({}, "caption", m_answer)),
    m_after(number("futureAfter")),
    m_verdict(wrapping("futureVerdict", "note", m_answer))
{
    setObjectName(QStringLiteral("futureCard"));
    setAccessibleName(tr("Proof that a row cannot know what follows"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 8, kPadding, 8);
    layout->setSpacing(6);
    buildHeader(*layout);
    layout->addWidget(m_status);
    auto* inside = new QVBoxLayout(m_answer);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(6);
    m_text->setTextFormat(Qt::RichText);
    inside->addWidget(m_text);
    buildNumbers(*inside);
    inside->addWidget(m_verdict);
    layout->addWidget(m_answer);
    hide();
}

QLabel* FutureCard::number(const char* name)
{
    QLabel* label = plainLabel(name, m_answer);
    label->setProperty("role", QStringLiteral("number"));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setWordWrap(true);   // where text is much enlarged
    return label;
}

void FutureCard::buildHeader(QVBoxLayout& layout)
{
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeFuture"));
    close->setText(QStringLiteral("×"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Put the proof away"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &FutureCard::closed);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    layout.addLayout(top);

    m_change->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);   // narrow places cut it
    m_change->setMinimumContentsLength(kLeastChoice);
    m_change->setObjectName(QStringLiteral("futureChange"));
    m_change->setAccessibleName(tr("What is exchanged"));
    m_change->addItem(tr("all that follows"), int(FutureChange::EveryToken));
    m_change->addItem(tr("the next token alone"), int(FutureChange::NextToken));
    m_change->addItem(tr("poison: not numbers"), int(FutureChange::Poison));
    m_change->setItemData(2, tr("In every layer, queries, keys and values of all that follows are made NaN"), Qt::ToolTipRole);
    connect(m_change, &QComboBox::activated, this, [this] { ask(FutureChange(m_change->currentData().toInt())); });
    m_again->setObjectName(QStringLiteral("drawAgain"));
    m_stop->setObjectName(QStringLiteral("stopProof"));
    m_stop->setToolTip(tr("Esc"));
    for (QPushButton* button : {m_again, m_stop}) button->setProperty("role", QStringLiteral("compact"));
    connect(m_again, &QPushButton::clicked, this, [this] { ask(m_proving.question->query.change); });
    connect(m_stop, &QPushButton::clicked, this, &FutureCard::stopRequested);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_change, 1);
    choice->addWidget(m_again);
    choice->addWidget(m_stop);
    layout.addLayout(choice);
}

void FutureCard::buildNumbers(QVBoxLayout& layout)
{
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    auto* compared = roleLabel(tr("Compared"), "caption", m_answer);
    auto* heading = roleLabel(tr("Largest difference"), "caption", m_answer);
    grid->addWidget(compared, 0, 0);
    grid->addWidget(m_compared, 0, 1);
    grid->addWidget(heading, 1, 0, 1, 2);
    grid->addWidget(m_beforeName, 2, 0);
    grid->addWidget(m_before, 2, 1);
    grid->addWidget(m_afterName, 3, 0);
    grid->addWidget(m_after, 3, 1);
    for (QLabel* name : {m_beforeName, m_afterName}) name->setIndent(kPadding);
    layout.addLayout(grid);
}

void FutureCard::ask(FutureChange change)
{
    const FutureQuery& last = m_proving.question->query;
    Q_EMIT asked({.row = last.row, .side = last.side, .change = change, .draw = last.draw + 1});
}

void FutureCard::show(const FutureProving& proving, bool isOfTwo, const Theme& theme)
{
    const State before = std::exchange(m_proving, proving).state;
    setVisible(proving.state != State::Unasked);
    if (proving.state == State::Unasked) return;
    m_title->setText(titleOf(*proving.question, isOfTwo));
    const bool hadKeyboard = hasKeyboard();
    m_change->setCurrentIndex(m_change->findData(int(proving.question->query.change)));
    showState();
    m_answer->setVisible(proving.answer.has_value());
    if (proving.answer) showAnswer(theme);
    if (hadKeyboard && !hasKeyboard()) Q_EMIT keyboardLeft();
    if (proving.state == State::Running || proving.state == before) return;
    announce(m_status->text().isEmpty() ? m_verdict->text() : m_status->text());
}

// It stays while another sentence is looked at: of two it says which it is of.
QString FutureCard::titleOf(const FutureQuestion& question, bool isOfTwo) const
{
    const FutureQuery& query = question.query;
    const QString row =
        query.change == FutureChange::Poison ? tr("Row %1, “%2”, with a poisoned future") : tr("Row %1, “%2”, with another future");
    const QString title = row.arg(printedCount(query.row), question.record->label(query.row));
    if (!isOfTwo) return title;
    return QStringLiteral("%1 · %2").arg(query.side == Side::First ? tr("First sentence") : tr("Second sentence"), title);
}

bool FutureCard::hasKeyboard() const { return m_change->hasFocus() || m_again->hasFocus() || m_stop->hasFocus(); }

// One stands in the place of the other. The keyboard stays in that place: left to the toolkit, it would go on to what puts the proof away.
void FutureCard::showButtons()
{
    const bool isRunning = m_proving.state == State::Running;
    QPushButton *shown = isRunning ? m_stop : m_again, *hidden = isRunning ? m_again : m_stop;
    const bool hadFocus = hidden->hasFocus();
    shown->show();
    if (hadFocus) shown->setFocus(Qt::OtherFocusReason);
    hidden->hide();
}

void FutureCard::showState()
{
    // A text that is gone is not asked again: its rows have other numbers by now. The button above asks about the one that is there.
    m_again->setEnabled(!m_proving.isOutdated);
    m_change->setEnabled(!m_proving.isOutdated);
    showButtons();
    const bool draws = m_proving.state == State::Proved && m_proving.question->query.change != FutureChange::Poison;
    m_again->setText(draws ? tr("Draw others") : tr("Again"));
    QStringList status;
    if (m_proving.state == State::Running) status.append(progressOf(m_proving.question->query.change));
    if (m_proving.state == State::Stopped) status.append(tr("Stopped before it was done: nothing is shown by it."));
    if (m_proving.problem) status.append(QString::fromStdString(m_proving.problem->what + ' ' + m_proving.problem->remedy));
    if (m_proving.isOutdated)
        status.append((m_proving.answer ? tr("Previous: computed for %1, before text, plan or model changed.")
                                        : tr("Previous: asked about %1, before text, plan or model changed."))
                          .arg(quoted(m_proving.question->record->text)));
    m_status->setText(status.join(u' '));
    setTone(*m_status, m_proving.isOutdated || m_proving.problem ? "warn" : "");
    m_status->setVisible(!status.isEmpty());
}

void FutureCard::showAnswer(const Theme& theme)
{
    const core::FutureProof& proof = m_proving.answer->proof;
    // Poison is shown to work by the first row that may see it, the others are compared with what they were.
    const bool isPoison = m_proving.question->query.change == FutureChange::Poison;
    const core::Index last = isPoison ? proof.from : m_proving.question->record->recording->size() - 1;
    m_text->setText(exchangedText(m_proving, theme.text2, theme.text1, theme.selected));
    m_text->setToolTip(originOf(m_proving.question->query));
    m_compared->setText(comparedOf(proof));
    m_beforeName->setText(spanOf(0, proof.from - 1));
    m_before->setText(gapOf(proof.before));
    m_afterName->setText(spanOf(proof.from, last));
    m_after->setText(gapOf(proof.after));
    m_verdict->setText(verdictOf(m_proving));
    setTone(*m_verdict, isProven(m_proving) ? "" : "warn");
    for (QLabel* label : {m_compared, m_after}) label->setFont(theme.font(TextStyle::Label, Face::Number));
    m_before->setFont(theme.strongFont(TextStyle::Label, Face::Number));
}

}   // namespace ui
