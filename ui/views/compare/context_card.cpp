#include "ui/views/compare/context_card.h"

#include <algorithm>
#include <numeric>

#include <QComboBox>
#include <QGridLayout>
#include <QSpinBox>

#include "ui/state/numbers.h"
#include "ui/views/compare/loss_chart.h"
#include "ui/views/compare/share_rows.h"
#include "ui/views/explore/panel_parts.h"

namespace ui {

namespace {

constexpr int kPadding = 12;
constexpr int kColumnWidth = 128;   // px a column needs at text scale 1
constexpr int kMostTokens = 100'000;
constexpr ContextReading kReadings[] = {ContextReading::Full, ContextReading::Sliding, ContextReading::WithSinks, ContextReading::Cropped};

QSpinBox* spinBox(const char* name, int least, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(least, kMostTokens);
    return box;
}

// The mean loss over tokens [tokens) of the text, the first of which is the one that a reading begins behind; null where it has none of them.
std::optional<double> lossOver(const core::ContextRun& run, core::Span tokens)
{
    const core::Index first = tokens.begin - run.begin, last = std::min(tokens.end - run.begin, core::Index(run.loss.size()));
    if (first < 0 || first >= last) return std::nullopt;
    return std::accumulate(run.loss.begin() + first, run.loss.begin() + last, 0.0) / double(last - first);
}

// Losses of different tokens are not compared: beside that of all of them stands the one of those that the cropped text has too.
QString lossText(const core::ContextEffect& effect, const core::ContextRun& run)
{
    const auto said = [&](core::Index begin, const QString& words) {
        const core::Span tokens{begin, std::min(effect.trained, effect.tokens - 1)};
        const std::optional<double> loss = lossOver(run, tokens);
        return loss ? words.arg(printed(*loss, 2), printedCount(tokens.size())) : QString();
    };
    const QString last = said(effect.cropped.begin, ContextCard::tr("loss %1 over the last %2"));
    const QString all = run.begin == 0 && effect.cropped.begin > 0 ? said(0, ContextCard::tr("%1 over all %2")) : QString();
    if (last.isEmpty() && all.isEmpty()) return ContextCard::tr("loss –");
    if (effect.cropped.begin == 0) return said(0, ContextCard::tr("loss %1 over all %2"));
    return last.isEmpty() ? ContextCard::tr("loss %1").arg(all) : all.isEmpty() ? last : last + QStringLiteral(", ") + all;
}

}   // namespace

ContextCard::ContextCard(ContextPresets presets, QWidget* parent) :
    AnswerCard("context",
               {.nothing = tr("The text read in full, through a sliding window, and cropped to its last tokens."),
                .first = tr("Reading the text in full and in part…"),
                .again = tr("Reading the text… These numbers are of what was read before."),
                .older = tr("These numbers are of what was read before.")},
               parent),
    m_presets(std::move(presets)),
    m_examples(new QComboBox(this)),
    m_window(spinBox("contextWindow", 1, this)),
    m_sinks(spinBox("contextSinks", 0, this)),
    m_look(wrapping("contextLook", "note", content())),
    m_reach(wrapping("contextReach", "small", content())),
    m_chart(new LossChart(content())),
    m_readout(wrapping("contextReadout", "note", content()))
{
    setAccessibleName(tr("Crop, slide, full"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding, 10, kPadding, 10);
    layout->setSpacing(6);
    buildHeader(*layout);
    buildControls(*layout);
    addTo(*layout);
    buildContent();
    setWindow({.window = 3});
    showNothing();
}

void ContextCard::buildHeader(QVBoxLayout& layout)
{
    auto* title = roleLabel(tr("Crop, slide, full"), "section", this);
    title->setWordWrap(true);
    m_examples->setObjectName(QStringLiteral("contextExamples"));
    m_examples->setAccessibleName(tr("Examples"));
    m_examples->setPlaceholderText(tr("Examples"));
    for (const ContextPreset& preset : m_presets.contexts) m_examples->addItem(preset.title);
    m_examples->setCurrentIndex(-1);
    m_examples->setVisible(m_examples->count() > 0);
    connect(m_examples, &QComboBox::activated, this, &ContextCard::choosePreset);
    auto* line = new QHBoxLayout;
    line->addWidget(title, 1);
    line->addWidget(m_examples);
    layout.addLayout(line);
}

void ContextCard::buildControls(QVBoxLayout& layout)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    const auto add = [&](const QString& name, QSpinBox* box, const QString& tip) {
        auto* label = roleLabel(name, "caption", this);
        label->setBuddy(box);
        box->setAccessibleName(name);
        for (QWidget* widget : {static_cast<QWidget*>(label), static_cast<QWidget*>(box)}) widget->setToolTip(tip);
        line->addWidget(label);
        line->addWidget(box);
        connect(box, &QSpinBox::valueChanged, this, [this] { Q_EMIT windowChosen(window()); });
    };
    add(tr("Window"), m_window, tr("Tokens that a token sees, itself among them"));
    line->addSpacing(8);
    add(tr("Sinks"), m_sinks, tr("First tokens that stay in sight when the window slid off them"));
    line->addStretch(1);
    layout.addLayout(line);
}

void ContextCard::buildContent()
{
    auto* inside = new QVBoxLayout(content());
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(6);
    inside->addWidget(m_look);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(10);
    for (const char* name : {"readFull", "readSliding", "readWithSinks", "readCropped"}) m_columns.push_back(makeColumn(name));
    inside->addLayout(m_grid);
    inside->addWidget(m_reach);
    inside->addWidget(m_chart, 1);
    inside->addWidget(m_readout);
    tellPointed(*m_chart, *m_readout);
}

ContextCard::Column ContextCard::makeColumn(const char* name)
{
    auto* widget = new QWidget(content());
    widget->setObjectName(QLatin1String(name));
    Column column{.widget = widget,
                  .heading = wrapping("heading", "section", widget),
                  .divergence = wrapping("divergence", "caption", widget),
                  .loss = wrapping("loss", "caption", widget),
                  .next = new ShareList(widget)};
    column.divergence->setToolTip(tr("Kullback-Leibler divergence Σ full · ln(full / this) of the next token"));
    column.loss->setToolTip(tr("−ln of the probability that the model gave the token that came, mean over the text"));
    column.next->setObjectName(QStringLiteral("next"));
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (QWidget* part : {static_cast<QWidget*>(column.heading), static_cast<QWidget*>(column.divergence), static_cast<QWidget*>(column.loss)})
        layout->addWidget(part);
    layout->addSpacing(3);
    layout->addWidget(column.next);
    layout->addStretch(1);
    return column;
}

core::ContextWindow ContextCard::window() const { return {.window = m_window->value(), .sinks = m_sinks->value()}; }

void ContextCard::setWindow(const core::ContextWindow& window)
{
    const QSignalBlocker quiet(m_window), quietToo(m_sinks);
    m_window->setValue(int(std::min(window.window, core::Index(kMostTokens))));
    m_sinks->setValue(int(std::min(window.sinks, core::Index(kMostTokens))));
}

void ContextCard::choosePreset(int index)
{
    if (index < 0 || index >= int(m_presets.contexts.size())) return;
    const ContextPreset preset = m_presets.contexts[std::size_t(index)];   // a copy: the signal may bring another text
    m_examples->setCurrentIndex(-1);                                       // it can be chosen again
    setWindow(preset.window);
    Q_EMIT presetChosen(preset);
}

void ContextCard::showContext(const ContextShown& shown)
{
    const ContextPreset* preset = m_presets.find(shown.text, shown.model, shown.effect.window);
    m_look->setText(preset ? preset->look : QString());
    m_look->setVisible(preset != nullptr);
    showColumns(shown);
    showLosses(shown);
    const core::Index window = std::min(shown.effect.window.window, shown.effect.tokens);
    m_reach->setText(tr("Layers hand on what they saw: through %1 of them a window of %2 hears of %3 tokens before. The cropped text begins at "
                        "position 0, without a start token.")
                         .arg(printedCount(shown.layers), printedCount(window), printedCount(shown.layers * (window - 1))));
    m_reach->setVisible(window < shown.effect.tokens);
    showAnswer();
}

void ContextCard::showColumns(const ContextShown& shown)
{
    const core::ContextEffect& effect = shown.effect;
    const QString window = printedCount(effect.window.window), sinks = printedCount(effect.window.sinks);
    const QString headings[] = {tr("Full"), tr("Sliding, %1").arg(window),
                                effect.window.sinks == 1 ? tr("Sliding, %1 + 1 sink").arg(window) : tr("Sliding, %1 + %2 sinks").arg(window, sinks),
                                tr("Cropped, %1").arg(window)};
    const QStringList* labels[] = {&shown.full, &shown.sliding, &shown.withSinks, &shown.cropped};
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const core::ContextRun* run = readingOf(effect, kReadings[i]);
        m_columns[i].widget->setVisible(run);
        if (!run) continue;
        m_columns[i].heading->setText(headings[i]);
        m_columns[i].divergence->setText(i == 0 ? tr("the model as it is") : tr("KL from full %1").arg(printedNats(run->divergence)));
        m_columns[i].loss->setText(lossText(effect, *run));
        m_columns[i].next->setAccessibleName(tr("Next token: %1").arg(headings[i]));
        m_columns[i].next->setRows(shareRows(run->next, *labels[i]));
    }
    m_hasSinks = effect.withSinks.has_value();
    m_across = 0;
    placeColumns();
}

void ContextCard::showLosses(const ContextShown& shown)
{
    const core::ContextEffect& effect = shown.effect;
    const QString names[] = {tr("full"), tr("sliding"), tr("with sinks"), tr("cropped")};
    constexpr LossRole kRoles[] = {LossRole::Own, LossRole::Sliding, LossRole::WithSinks, LossRole::Cropped};
    std::vector<LossCurve> curves;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (const core::ContextRun* run = readingOf(effect, kReadings[i])) curves.push_back({names[i], kRoles[i], run->begin, run->loss});
    m_chart->showCurves(std::move(curves), shown.tokens, effect.trained);
    m_chart->setVisible(effect.tokens > 1);
    m_readout->setVisible(effect.tokens > 1);
}

// As many beside one another as have room, in rows of equal length.
void ContextCard::placeColumns()
{
    const int count = m_hasSinks ? 4 : 3;
    const int room = width() - 2 * kPadding + m_grid->horizontalSpacing();
    int across = std::clamp(room / (m_theme.scaled(kColumnWidth) + m_grid->horizontalSpacing()), 1, count);
    if (count == 4 && across == 3) across = 2;
    if (across == m_across) return;
    m_across = across;
    int place = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_grid->removeWidget(m_columns[i].widget);
        if (i == 2 && !m_hasSinks) continue;
        m_grid->addWidget(m_columns[i].widget, place / across, place % across);
        ++place;
    }
    for (int column = 0; column < 4; ++column) m_grid->setColumnStretch(column, column < across ? 1 : 0);
}

void ContextCard::resizeEvent(QResizeEvent* event)
{
    AlertFrame::resizeEvent(event);
    placeColumns();
}

void ContextCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (const Column& column : m_columns) column.next->setTheme(theme);
    m_chart->setTheme(theme);
    placeColumns();
}

}   // namespace ui
