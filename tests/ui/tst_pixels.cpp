// The picture as it is painted, hatch and all, read back: its pixels are the weights, in every look and on every scale. The device pixel ratio
// is the process's: the list of tests runs this one at 1, 1.5 and 2.
#include <QtTest>

#include "tests/ui/cell_pixels.h"
#include "tests/ui/plot_stage.h"

using core::Index;

namespace {

constexpr Index kTokens = 24;

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
            const QRect pixels = test::pixelsOf(stage.view.geometryOfCells().rectOf({i, j}), ratio);
            const QString cell = QStringLiteral("%1,%2").arg(i).arg(j);
            if (matrix.allowed(i, j) != 0) {
                const QRgb color = image.pixel(pixels.topLeft() + QPoint(2, 2));   // beside the cell's number
                QVERIFY2(test::standsFor(color, weights.place(double(matrix.weights(i, j))), map), qPrintable(cell + u' ' + QColor(color).name()));
                continue;
            }
            const std::optional<QPoint> colored = test::firstOf(pixels, image, ramp);
            const QRgb color = colored ? image.pixel(*colored) : 0;
            QVERIFY2(!colored, qPrintable(cell + u' ' + QColor(color).name()));
        }
}

void TestPixels::theCheckCanFail()
{
    const ui::ColorMap& map = ui::ColorMap::of(ui::MapName::Weight, {.colors = ui::WeightColors::Grey});
    QVERIFY(test::standsFor(map.color(0.5), 0.5, map));
    QVERIFY(!test::standsFor(map.color(0.5), 0.51, map));
    QVERIFY(!test::standsFor(map.color(0.5), std::nan(""), map));
}

QTEST_MAIN(TestPixels)
#include "tst_pixels.moc"
