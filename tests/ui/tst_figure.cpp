// Figures: every view in every format, honest titles, and no file after a failure.
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <future>

#include "tests/ui/offscreen.h"
#include "tests/ui/plot_maps.h"
#include "ui/figure/figure.h"

using core::Index;
using ui::FigureSpec;
using ui::FigureView;
using ui::Pair;

namespace {

FigureSpec specOf(Index n, FigureView view = FigureView::Heatmap)
{
    FigureSpec spec{.view = view,
                    .model = QStringLiteral("test-model"),
                    .head = {1, 2},
                    .labels = test::numberedLabels(n),
                    .map = test::causalMap(n),
                    .thumbnails = {},
                    .pin = {}};
    spec.size = {800, 640};
    for (Index i = 0; view == FigureView::Grid && i < 8; ++i)
        spec.thumbnails.push_back(ui::HeadThumbnail::of(*test::causalMap(n, std::uint64_t(i)), {i / 4, i % 4}, i % 4 / 2));
    return spec;
}

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}   // namespace

class TestFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyViewInEveryFormat_data();
    void everyViewInEveryFormat();
    void svgHatchesWithLinesAndLinksAreFilled();
    void titlesAreHonest();
    void refusalsLeaveNoFile();
    void optionsAreRead();
    void figuresNameTheirColours();
    void cellsOfAPngAreTheRampsColours();
    void anyThreadPaintsTheSameFigure();
    void theZoomIsKept();
    void aGridFramesNoHeadAndMarksThoseThatAreOff();

private:
    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
};

void TestFigure::everyViewInEveryFormat_data()
{
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("tokens");
    for (const int view : {0, 1, 2, 3})
        for (const char* ending : {"png", "svg", "pdf"})
            for (const int tokens : {0, 1, 2, 33, 400})
                if (tokens < 400 || view != 2) QTest::addRow("view %d %s %d", view, ending, tokens) << view << QString::fromUtf8(ending) << tokens;
}

void TestFigure::everyViewInEveryFormat()
{
    QFETCH(int, view);
    QFETCH(QString, ending);
    QFETCH(int, tokens);
    FigureSpec spec = specOf(tokens, FigureView(view));
    if (tokens > 2) spec.pin = Pair{tokens / 2, 1};
    spec.hideFirst = tokens == 33;
    const auto path = file(qPrintable(QStringLiteral("figure.") + ending));
    QVERIFY(ui::renderFigure(spec, path));
    const std::string bytes = content(path);
    QVERIFY(bytes.size() > 500);
    if (ending == QLatin1String("pdf")) QVERIFY(bytes.starts_with("%PDF") && bytes.find("%%EOF") != std::string::npos);
    if (ending == QLatin1String("png")) QCOMPARE(QImage(QString::fromStdString(path.string())).size(), spec.size);
    if (ending == QLatin1String("svg")) {
        QSvgRenderer svg(QString::fromStdString(path.string()));
        QVERIFY(svg.isValid());
        QCOMPARE(svg.viewBox().size(), spec.size);
    }
}

// QtSvg writes neither texture brushes nor gradient pens, so neither may be used.
void TestFigure::svgHatchesWithLinesAndLinksAreFilled()
{
    FigureSpec spec = specOf(33);
    QVERIFY(ui::renderFigure(spec, file("heat.svg")));
    QVERIFY(content(file("heat.svg")).find("<polyline") != std::string::npos || content(file("heat.svg")).find("<path") != std::string::npos);
    QVERIFY(content(file("heat.svg")).find("pattern") == std::string::npos);
    QVERIFY(content(file("heat.svg")).find("<image") == std::string::npos);   // small matrices stay sharp
    spec.view = FigureView::Links;
    spec.pin = Pair{20, 3};
    QVERIFY(ui::renderFigure(spec, file("links.svg")));
    QVERIFY(content(file("links.svg")).find("linearGradient") != std::string::npos);
}

void TestFigure::titlesAreHonest()
{
    QCOMPARE(ui::figureTitle(specOf(33)), QStringLiteral("test-model · layer 1, head 2 · 33 tokens"));
    QCOMPARE(ui::figureTitle(specOf(1, FigureView::Grid)), QStringLiteral("test-model · all heads · 1 token"));
    FigureSpec windowed = specOf(33);
    windowed.plan = ui::planText(core::AttentionPlan::parse("all: window(8)").value());
    QCOMPARE(ui::figureTitle(windowed), QStringLiteral("test-model · layer 1, head 2 · 33 tokens · plan window(8)"));
    const auto plan = [](const char* text) { return ui::planText(core::AttentionPlan::parse(text).value()); };
    QCOMPARE(plan(""), QString());
    QCOMPARE(plan("all: dense; head 1.2: dense"), QString());   // the model's own attention by another name
    QCOMPARE(plan("head 0.3: off"), QStringLiteral("head 0.3: off"));
    QCOMPARE(plan("all: window(8); head 0.3: off"), QStringLiteral("all: window(8); head 0.3: off"));
}

void TestFigure::refusalsLeaveNoFile()
{
    FigureSpec spec = specOf(9);
    const auto jpeg = ui::renderFigure(spec, file("no.jpg"));
    QVERIFY(!jpeg && jpeg.error().fault == core::Fault::BadInput && jpeg.error().what.find("no.jpg") != std::string::npos);
    spec.pin = Pair{9, 0};
    const auto pin = ui::renderFigure(spec, file("no.png"));
    QVERIFY(!pin && pin.error().what.find("9,0") != std::string::npos && pin.error().what.find("9 tokens") != std::string::npos);
    QVERIFY(!std::filesystem::exists(file("no.png")));
    spec.pin.reset();
    QVERIFY(!ui::renderFigure(spec, file("missing-folder/no.png")));
    QVERIFY(std::filesystem::is_empty(m_folder.path().toStdString()) || !std::filesystem::exists(file("no.jpg")));
}

void TestFigure::optionsAreRead()
{
    QCOMPARE(*ui::parseFigureSize("1280x720"), QSize(1280, 720));
    QCOMPARE(*ui::parsePin("26,1"), (Pair{26, 1}));
    for (const char* text : {"", "x", "12", "1280x", "1280x720x3", "10x10", "99999x100", "-5x100", "1e3x100"}) QVERIFY(!ui::parseFigureSize(text));
    for (const char* text : {"", "1", "1,", ",1", "-1,2", "1,2,3", "a,b"}) QVERIFY(!ui::parsePin(text));
    QVERIFY(ui::parseFigureView("ring").error().what.find("no view \"ring\" in this version") != std::string::npos);
    QVERIFY(ui::parseFigureView("ring").error().fault == core::Fault::BadInput);
    QVERIFY(ui::parseFigureView("pie").error().fault == core::Fault::BadInput);
    QVERIFY(!ui::parseScale("cubic") && !ui::parseTheme("blue") && !ui::parseColors("rainbow"));
    QVERIFY(*ui::parseTheme("contrast") == ui::ThemeKind::Contrast && *ui::parseColors("cividis") == ui::WeightColors::Cividis);
    QVERIFY(*ui::parseFigureView("both") == FigureView::Both);
    QVERIFY(*ui::parseScale("sqrt") == ui::ScaleKind::Sqrt && *ui::parseTheme("dark") == ui::ThemeKind::Dark);
}

// In the picture and in the file's own words; links show no colours of weights.
void TestFigure::figuresNameTheirColours()
{
    FigureSpec spec = specOf(33);
    QCOMPARE(ui::colorsNote(spec), QStringLiteral("Colours: Standard"));
    spec.look.colors = ui::WeightColors::Cividis;
    QVERIFY(ui::renderFigure(spec, file("colours.svg")));
    QVERIFY(content(file("colours.svg")).find("Colours: Cividis-like</text>") != std::string::npos);
    QVERIFY(ui::renderFigure(spec, file("colours.png")));
    QVERIFY(QImage(QString::fromStdString(file("colours.png").string())).text(QStringLiteral("Description")).contains(QLatin1String("Cividis-like")));
    spec.view = FigureView::Links;
    QCOMPARE(ui::colorsNote(spec), QString());
}

void TestFigure::cellsOfAPngAreTheRampsColours()
{
    QVERIFY(ui::renderFigure(specOf(300), file("large.png")));
    const QImage image(QString::fromStdString(file("large.png").string()));
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, {.theme = ui::ThemeKind::Light});
    Index ramp = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ramp += std::find(map.entries().begin(), map.entries().end(), image.pixel(x, y)) != map.entries().end() ? 1 : 0;
    QVERIFY(ramp > 300 * 300 / 3);
}

void TestFigure::anyThreadPaintsTheSameFigure()
{
    FigureSpec spec = specOf(33, FigureView::Both);
    spec.pin = Pair{20, 3};
    for (const char* name : {"here.png", "here.svg"}) QVERIFY(ui::renderFigure(spec, file(name)));
    std::future<bool> elsewhere = std::async(std::launch::async, [&] {
        return bool(ui::renderFigure(spec, file("there.png"))) && bool(ui::renderFigure(spec, file("there.svg")));
    });
    QVERIFY(elsewhere.get());
    QVERIFY(content(file("here.png")) == content(file("there.png")));
    QVERIFY(content(file("here.svg")) == content(file("there.svg")));
    QVERIFY(content(file("here.svg")).find("linearGradient") != std::string::npos);   // links are there, too
}

// The only strong weight of the quarter on show fills a quarter of its picture's side.
void TestFigure::theZoomIsKept()
{
    FigureSpec spec = specOf(32);
    core::RowMatrix weights = core::RowMatrix::Constant(32, 32, 0.001f);
    weights(3, 2) = 1.0f;
    spec.map = core::matrixMap(std::move(weights), test::CausalMatrix(32).allowed);
    const QRgb strongest = ui::ColorMap::of(ui::MapName::Weight, {.theme = ui::ThemeKind::Light}).color(1.0);
    const auto pixels = [&](const char* name) {
        if (!ui::renderFigure(spec, file(name))) return 0;
        const QImage image(QString::fromStdString(file(name).string()));
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == strongest;
        return count;
    };
    const int whole = pixels("whole.png");
    spec.cells = QRectF(0, 0, 8, 8);
    const int part = pixels("part.png");
    QVERIFY2(whole > 50 && part > 12 * whole && part < 20 * whole, qPrintable(QStringLiteral("%1 %2").arg(whole).arg(part)));
}

void TestFigure::aGridFramesNoHeadAndMarksThoseThatAreOff()
{
    FigureSpec spec = specOf(12, FigureView::Grid);
    const auto picture = [&](const char* name) {
        if (!ui::renderFigure(spec, file(name))) return QImage();
        return QImage(QString::fromStdString(file(name).string()));
    };
    const QImage plain = picture("plain.png");
    QVERIFY(!plain.isNull());
    spec.head = {0, 0};
    QCOMPARE(picture("other.png"), plain);   // of a grid, no head was chosen
    spec.thumbnails[5].state = ui::HeadState::Ablated;
    QVERIFY(picture("ablated.png") != plain);
}

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
