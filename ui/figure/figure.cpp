#include "ui/figure/figure.h"

#include <algorithm>
#include <cctype>

#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/version.h"
#include "ui/figure/compare_figure.h"
#include "ui/plot/attention_figure.h"
#include "ui/plot/head_grid.h"
#include "ui/state/numbers.h"
#include "ui/state/tr.h"

namespace ui {

namespace {

using core::Fault;
using core::Index;

constexpr int kDotsPerInch = 96;
constexpr int kMargin = 16;

int titleHeight(const Theme& theme) { return theme.scaled(40); }

enum class Format { Png, Svg, Pdf };

core::Result<Format> formatOf(const std::filesystem::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    if (ending == ".png") return Format::Png;
    if (ending == ".svg") return Format::Svg;
    if (ending == ".pdf") return Format::Pdf;
    return core::fail(Fault::BadInput, fmt::format("{} does not end in .png, .svg or .pdf.", path.filename().string()),
                      "The ending chooses the format.");
}

core::Result<void> checkPin(const FigureSpec& spec)
{
    if (!spec.pin || spec.view == FigureView::Grid || !spec.map) return {};
    if (spec.pin->query < spec.map->queries() && spec.pin->key < spec.map->keys()) return {};
    return core::fail(Fault::BadInput,
                      fmt::format("The pair {},{} lies outside a text of {} tokens.", spec.pin->query, spec.pin->key, spec.map->queries()),
                      "Positions count from 0.");
}

void paintTitle(QPainter& painter, const FigureSpec& spec)
{
    const Theme theme = Theme::of(spec.look);
    painter.fillRect(QRect(QPoint(0, 0), spec.size), theme.surface2);
    QRectF place(kMargin, 8, spec.size.width() - 2 * kMargin, titleHeight(theme) - 8);
    const QString colors = colorsNote(spec);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.text3);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, colors);
    if (!colors.isEmpty()) place.setRight(std::max(place.left(), place.right() - QFontMetricsF(painter.font()).horizontalAdvance(colors) - kMargin));
    painter.setFont(theme.strongFont(TextStyle::Title));
    painter.setPen(theme.text1);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(figureTitle(spec), Qt::ElideRight, place.width()));
}

PlotScene sceneOf(const FigureSpec& spec)
{
    PlotScene scene;
    scene.hideFirst = spec.hideFirst;
    scene.setMap(spec.map, spec.words);
    scene.labels = spec.labels;
    scene.selection = {.head = spec.head, .pin = scene.fromTokens(spec.pin), .peek = {}, .peekHead = {}};
    scene.scale = spec.scale;
    scene.linkRule = spec.linkRule;
    scene.parts = spec.view == FigureView::Both ? ViewParts::Both : spec.view == FigureView::Links ? ViewParts::Links : ViewParts::Matrix;
    scene.theme = Theme::of(spec.look);
    if (spec.cells) scene.geometry = {.plot = {}, .view = *spec.cells, .queries = scene.map->queries(), .keys = scene.map->keys()};
    return scene;
}

void paintBody(QCPPainter& painter, const FigureSpec& spec, Medium medium)
{
    const Theme theme = Theme::of(spec.look);
    const QSize size(spec.size.width(), spec.size.height() - titleHeight(theme));
    if (spec.view == FigureView::Compare) {
        painter.translate(0, titleHeight(theme));
        return paintComparison(painter, spec, size, medium);
    }
    if (spec.view != FigureView::Grid) {
        painter.translate(0, titleHeight(theme));
        return paintAttention(painter, sceneOf(spec), size, medium);
    }
    painter.translate(kMargin, titleHeight(theme) + 8);
    HeadGrid grid;
    grid.setTheme(theme);
    grid.showHeads(spec.thumbnails);
    grid.paintFigure(painter, QSize(size.width() - 2 * kMargin, size.height() - 8 - kMargin));
}

// False when the paint device could not be opened.
bool paint(QPaintDevice& device, const FigureSpec& spec, Format format)
{
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(QCPPainter::pmVectorized, format != Format::Png);
    paintTitle(painter, spec);
    paintBody(painter, spec, format == Format::Png ? Medium::Pixels : Medium::Vector);
    return painter.end();
}

// Goes with the file, for who finds it without its words.
QString description(const FigureSpec& spec)
{
    const QString program = QStringLiteral("Fovea %1").arg(QString::fromUtf8(core::version())), colors = colorsNote(spec);
    return colors.isEmpty() ? program : program + QStringLiteral(" · ") + colors;
}

bool paintInto(QBuffer& file, const FigureSpec& spec, Format format)
{
    if (format == Format::Png) {
        QImage image(spec.size, QImage::Format_RGB32);
        image.setDotsPerMeterX(qRound(kDotsPerInch / 0.0254));
        image.setDotsPerMeterY(qRound(kDotsPerInch / 0.0254));
        image.setText(QStringLiteral("Title"), figureTitle(spec));
        image.setText(QStringLiteral("Description"), description(spec));
        return paint(image, spec, format) && image.save(&file, "PNG");
    }
    if (format == Format::Svg) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setResolution(kDotsPerInch);
        svg.setSize(spec.size);
        svg.setViewBox(QRect(QPoint(0, 0), spec.size));
        svg.setTitle(figureTitle(spec));
        svg.setDescription(description(spec));
        return paint(svg, spec, format);
    }
    QPdfWriter pdf(&file);
    pdf.setResolution(kDotsPerInch);
    pdf.setPageMargins(QMarginsF());
    pdf.setPageSize(QPageSize(QSizeF(spec.size) * 72.0 / kDotsPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setTitle(figureTitle(spec));
    pdf.setCreator(description(spec));
    return paint(pdf, spec, format);
}

}   // namespace

core::Result<void> checkFigurePath(const std::filesystem::path& path)
{
    FOVEA_CHECK(formatOf(path));
    return {};
}

core::Result<FigureSpec> figureOf(const core::RecordingPtr& recording, FigureView view, core::HeadId head, AxisUnit unit)
{
    if (head.layer < 0 || head.layer >= recording->layers() || head.head < 0 || head.head >= recording->heads())
        return core::fail(Fault::BadInput,
                          fmt::format("Head {}.{} does not exist: {} has {} layers of {} heads.", head.layer, head.head, recording->model,
                                      recording->layers(), recording->heads()),
                          "Layers and heads count from 0.");
    FigureSpec spec;
    spec.view = view;
    spec.model = QString::fromStdString(recording->model);
    spec.plan = planText(recording->plan);
    spec.head = head;
    if (unit == AxisUnit::Words) spec.words = std::make_shared<const core::Words>(core::Words::of(recording->tokens));
    spec.labels = spec.words ? AxisLabels::of(recording->tokens, *spec.words, recording->trainedContext)
                             : AxisLabels::of(recording->tokens, recording->trainedContext);
    if (view != FigureView::Grid) {
        spec.map = core::mapOf(recording, head);
        return spec;
    }
    const Index heads = recording->heads();
    spec.thumbnails.resize(std::size_t(recording->layers() * heads));
    for (Index i = 0; i < recording->layers() * heads; ++i) {   // each map is computed in parallel inside
        const core::HeadId id{i / heads, i % heads};
        HeadThumbnail& thumbnail = spec.thumbnails[std::size_t(i)];
        thumbnail = HeadThumbnail::of(*core::mapOf(recording, id), id, recording->sites[std::size_t(id.layer)].kvHeadOf(id.head));
        thumbnail.state = stateOf(*recording, id);
    }
    return spec;
}

QString planText(const core::AttentionPlan& plan)
{
    const core::Mechanism own = core::SoftmaxMechanism{};
    const auto isOwn = [&](const core::AttentionPlan::Rule& rule) { return rule.mechanism == own; };
    const auto& rules = plan.rules();
    if (std::all_of(rules.begin(), rules.end(), isOwn)) return {};
    const bool one = rules.size() == 1 && rules.front().scope == core::AttentionPlan::Scope{};
    const QString text = QString::fromStdString(one ? core::textOf(rules.front().mechanism) : plan.text());
    return plan.regroups() ? tr("%1 (not retrained)").arg(text) : text;
}

QString figureTitle(const FigureSpec& spec)
{
    QStringList parts{spec.model};
    parts << (spec.view == FigureView::Grid ? tr("all heads") : tr("layer %1, head %2").arg(spec.head.layer).arg(spec.head.head));
    const core::Index count = spec.words ? spec.words->tokenCount() : core::Index(spec.labels.texts.size());
    const QString tokens = count == 1 ? tr("1 token") : tr("%1 tokens").arg(printedCount(count));
    parts << (spec.words ? tr("%1 in %2").arg(tokens, spec.words->size() == 1 ? tr("1 word") : tr("%1 words").arg(printedCount(spec.words->size())))
                         : tokens);
    if (spec.comparison) parts << spec.comparison->patterns[std::size_t(spec.pattern)].text;
    if (!spec.plan.isEmpty()) parts << tr("plan %1").arg(spec.plan);   // last: a long one is cut short, and says so
    return parts.join(QStringLiteral(" · "));
}

QString colorsNote(const FigureSpec& spec)
{
    if (spec.view == FigureView::Links) return {};
    return QCoreApplication::translate("Figure", "Colours: %1").arg(nameOf(spec.look.colors));
}

core::Result<void> renderFigure(const FigureSpec& spec, const std::filesystem::path& path)
{
    FOVEA_TRY(format, formatOf(path));
    FOVEA_CHECK(checkPin(spec));
    QByteArray content;
    QBuffer file(&content);
    file.open(QIODevice::WriteOnly);
    if (!paintInto(file, spec, format))
        return core::fail(Fault::System, fmt::format("A figure of {} × {} pixels could not be painted.", spec.size.width(), spec.size.height()),
                          "Choose a smaller size.");
    return core::saveFile(path, std::string_view(content.constData(), std::size_t(content.size())));
}

}   // namespace ui
