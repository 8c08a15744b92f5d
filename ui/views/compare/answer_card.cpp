#include "ui/views/compare/answer_card.h"

#include <QStyle>

#include "ui/views/compare/loss_chart.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

AnswerCard::AnswerCard(const char* name, Words words, QWidget* parent) :
    AlertFrame(parent), m_words(std::move(words)), m_status(wrapping("status", "note", this)), m_content(new QWidget(this))
{
    setObjectName(QLatin1String(name) + QStringLiteral("Card"));
    m_status->setObjectName(QLatin1String(name) + QStringLiteral("Status"));
}

WrappedLabel* AnswerCard::wrapping(const char* name, const char* role, QWidget* parent)
{
    auto* label = plainLabel<WrappedLabel>(name, parent);
    label->setProperty("role", QLatin1String(role));
    return label;
}

void AnswerCard::addTo(QVBoxLayout& layout) const
{
    layout.addWidget(m_status);
    layout.addWidget(m_content, 1);
}

void AnswerCard::tellPointed(LossChart& chart, QLabel& readout)
{
    connect(&chart, &LossChart::pointed, &readout, [&chart, &readout] { readout.setText(chart.position() ? chart.readout() : chart.caption()); });
}

// Style sheets look at properties only when a widget is polished.
void AnswerCard::say(const QString& text, const char* tone)
{
    m_status->setVisible(!text.isEmpty());
    if (m_status->property("tone").toString() != QLatin1String(tone)) {
        m_status->setProperty("tone", QLatin1String(tone));
        m_status->style()->unpolish(m_status);
        m_status->style()->polish(m_status);
    }
    m_status->setText(text);
    m_content->setVisible(m_has);
}

void AnswerCard::showNothing()
{
    m_has = false;
    say(m_words.nothing, "");
}

void AnswerCard::showWorking() { say(m_has ? m_words.again : m_words.first, ""); }

void AnswerCard::showProblem(const core::Error& error)
{
    const QString what = QString::fromStdString(error.what + (error.remedy.empty() ? "" : " " + error.remedy));
    say(m_has ? what + u' ' + m_words.older : what, "error");
    announce(what);
}

void AnswerCard::showAnswer()
{
    m_has = true;
    say({}, "");
}

}   // namespace ui
