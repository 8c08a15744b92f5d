// The picture as it is painted, hatch and all, read back: its pixels are the weights, in every look and on every scale. The device pixel ratio
// is the process's: the list of tests runs this one at 1, 1.5 and 2.
#include <optional>
#include <unordered_set>

#include <QtTest>

#include "tests/ui/plot_stage.h"

using core::Index;

namespace {

constexpr Index kTokens = 24;

// Places on the colour bar that a colour can stand for; further apart than one step only where the map itself repeats a colour.
bool standsFor(QRgb color, double place, const ui::ColorMap& map)
{
    for (int i = 0; i < ui::ColorMap::kEntries; ++i)
        if (map.entries()[std::size_t(i)] == (color | 0xFF000000u) && std::abs(i / 255.0 - place) <= 1.0 / 255.0) return true;
    return false;
}

// The pixels whose centres lie in a cell.
QRect pixelsOf(const QRectF& cell, double ratio)
{
    const int left = int(std::ceil(cell.left() * ratio - 0.5)), top = int(std::ceil(cell.top() * ratio - 0.5));
    return {QPoint(left, top), QPoint(int(std::ceil(cell.right() * ratio - 0.5)) - 1, int(std::ceil(cell.bottom() * ratio - 0.5)) - 1)};
}

std::optional<QPoint> firstOf(const QRect& pixels, const QImage& image, const std::unordered_set<QRgb>& colors)
{
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x)
            if (colors.contains(image.pixel(x, y) | 0xFF000000u)) return QPoint(x, y);
    return {};
}

}   // namespace

class TestPixels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRatioIsTheOneThatWasAskedFor();
    void pixelsAreTheWeights_data();
    void pixelsAreTheWeights();
    void theCheckCanFail();
};

void TestPixels::theRatioIsTheOneThatWasAskedFor()
{
    const test::Stage stage(kTokens);
    QCOMPARE(stage.view.devicePixelRatioF(), qEnvironmentVariableIsSet("QT_SCALE_FACTOR") ? qgetenv("QT_SCALE_FACTOR").toDouble() : 1.0);
}

void TestPixels::pixelsAreTheWeights_data()
{
    QTest::addColumn<ui::Look>("look");
    QTest::addColumn<ui::ScaleKind>("scale");
    const char* const themes[] = {"light", "dark", "contrast"};
    const char* const maps[] = {"standard", "cividis", "grey"};
    for (const ui::ThemeKind theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark, ui::ThemeKind::Contrast})
        for (const ui::WeightColors colors : {ui::WeightColors::Standard, ui::WeightColors::Cividis, ui::WeightColors::Grey})
            for (const ui::Viewing viewing : {ui::Viewing::Desk, ui::Viewing::Projector})
                for (const ui::ScaleKind scale : {ui::ScaleKind::Linear, ui::ScaleKind::Sqrt, ui::ScaleKind::Log})
                    QTest::addRow("%s %s %s %s", themes[int(theme)], maps[int(colors)], viewing == ui::Viewing::Desk ? "desk" : "projector",
                                  ui::WeightScale{.kind = scale}.name())
                        << ui::Look{.theme = theme, .colors = colors, .viewing = viewing} << scale;
}

void TestPixels::pixelsAreTheWeights()
{
    QFETCH(ui::Look, look);
    QFETCH(ui::ScaleKind, scale);
    const test::CausalMatrix matrix(kTokens);
    test::Stage stage(kTokens, {700, 560});
    stage.view.showMap(matrix.map(), test::numberedLabels(kTokens));
    stage.view.setTheme(ui::Theme::of(look));
    stage.view.setScale({.kind = scale});
    const QImage image = stage.view.grab().toImage();
    const double ratio = stage.view.devicePixelRatioF();
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, look);
    const std::unordered_set<QRgb> ramp(map.entries().begin(), map.entries().end());
    const ui::WeightScale weights{.kind = scale};
    for (Index i = 0; i < kTokens; ++i)
        for (Index j = 0; j < kTokens; ++j) {
            const QRect pixels = pixelsOf(stage.view.geometryOfCells().rectOf({i, j}), ratio);
            const QString cell = QStringLiteral("%1,%2").arg(i).arg(j);
            if (matrix.allowed(i, j) != 0) {
                const QRgb color = image.pixel(pixels.topLeft() + QPoint(2, 2));   // beside the cell's number
                QVERIFY2(standsFor(color, weights.place(double(matrix.weights(i, j))), map), qPrintable(cell + u' ' + QColor(color).name()));
                continue;
            }
            const std::optional<QPoint> colored = firstOf(pixels, image, ramp);
            const QRgb color = colored ? image.pixel(*colored) : 0;
            QVERIFY2(!colored, qPrintable(cell + u' ' + QColor(color).name()));
        }
}

void TestPixels::theCheckCanFail()
{
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, {.colors = ui::WeightColors::Grey});
    QVERIFY(standsFor(map.color(0.5), 0.5, map));
    QVERIFY(!standsFor(map.color(0.5), 0.51, map));
    QVERIFY(!standsFor(map.color(0.5), std::nan(""), map));
}

QTEST_MAIN(TestPixels)
#include "tst_pixels.moc"
