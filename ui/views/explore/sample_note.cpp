#include "ui/views/explore/sample_note.h"

#include "ui/state/document.h"

namespace ui {

namespace {

// Each name of a head becomes a link to the weight of its turn: a head that is named twice has two weights.
// Links are ink, underlined: a hue would mean a query or a key, and a style sheet would overrule a palette.
QString withLinks(const Sample& sample, const Theme& theme)
{
    QString html = sample.look.toHtmlEscaped();
    qsizetype from = 0;
    for (std::size_t i = 0; i < sample.shows.size(); ++i) {
        const QString name = nameOf(sample.shows[i].head);
        const qsizetype at = html.indexOf(name, from);
        if (at < 0) continue;   // spoken of again without its name: its first link leads to the first of them
        const QString link = QStringLiteral("<a href=\"%1\" style=\"color:%2\">%3</a>").arg(i).arg(theme.text1.name(), name);
        html.replace(at, name.size(), link);
        from = at + link.size();
    }
    return html;
}

}   // namespace

SampleNote::SampleNote(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("sampleNote"));
    setProperty("role", QStringLiteral("note"));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setWordWrap(true);
    hide();
    connect(this, &QLabel::linkActivated, this, [this](const QString& link) {
        const SampleWeight& weight = m_sample.shows.at(link.toUInt());
        Q_EMIT weightChosen(weight.head, weight.pair);
    });
}

void SampleNote::setTheme(const Theme& theme)
{
    m_theme = theme;
    refresh();
}

void SampleNote::showSample(const Sample* sample)
{
    m_sample = sample ? *sample : Sample();
    refresh();
    setVisible(sample != nullptr);
}

void SampleNote::refresh() { setText(withLinks(m_sample, m_theme)); }

}   // namespace ui
