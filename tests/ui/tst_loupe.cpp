// The loupe beside small cells: on the real view and in the real window. Its pixels are the weights, whatever the picture pools.
#include "core/text/words.h"
#include "tests/ui/cell_pixels.h"
#include "tests/ui/plot_stage.h"
#include "tests/ui/slow_map.h"
#include "ui/plot/scene_text.h"
#include "ui/plot/selection_overlay.h"
#include "ui/window/keyboard_help.h"
#include "window_fixture.h"

using core::Index;
using test::Stage;
using ui::Pair;

namespace {

constexpr Index kMany = 300;   // tokens, whose cells are too small to be read

const ui::SelectionOverlay& overlayOf(const ui::AttentionView& view) { return *view.findChild<ui::SelectionOverlay*>(); }

// The cells of the loupe, as they were painted.
struct Loupe {
    QImage image;
    double ratio;
    ui::MatrixGeometry geometry;

    explicit Loupe(ui::AttentionView& view) : image(view.grab().toImage()), ratio(view.devicePixelRatioF()), geometry(*overlayOf(view).loupe()) {}

    // Pixels of a cell that no frame reaches.
    [[nodiscard]] QRect inside(Pair cell) const
    {
        const int frame = int(std::ceil(3 * ratio));
        return test::pixelsOf(geometry.rectOf(cell), ratio).adjusted(frame, frame, -frame, -frame);
    }
    [[nodiscard]] QRgb colorOf(Pair cell) const { return image.pixel(inside(cell).center()); }
};

// What cells of the loupe are not what the map says, by their numbers.
QStringList wrongCells(ui::AttentionView& view)
{
    const Loupe loupe(view);
    const ui::PlotScene& scene = view.scene();
    const std::unordered_set<QRgb> ramp(scene.colors().entries().begin(), scene.colors().entries().end());
    QStringList wrong;
    for (Index i = loupe.geometry.visibleRows().begin; i < loupe.geometry.visibleRows().end; ++i)
        for (Index j = loupe.geometry.visibleKeys().begin; j < loupe.geometry.visibleKeys().end; ++j) {
            const core::Cell cell = scene.shown->cell(i, j);
            const QRgb color = loupe.colorOf({i, j});
            const bool right = !cell.allowed                 ? !test::firstOf(loupe.inside({i, j}), loupe.image, ramp)
                               : std::isfinite(cell.weight) ? test::standsFor(color, scene.scale.place(double(cell.weight)), scene.colors())
                                                             : color == scene.colors().errorColor();
            if (!right) wrong << QStringLiteral("%1,%2 is %3").arg(i).arg(j).arg(QColor(color).name());
        }
    return wrong;
}

void pointAt(ui::AttentionView& view, Pair pair) { test::WindowFixture::pointAt(view, pair); }

}   // namespace

class TestLoupe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsBesideSmallCellsAlone();
    void pixelsAreTheWeights_data();
    void pixelsAreTheWeights();
    void saysThatItIsExactWhereThePicturePools();
    void neverLiesUnderThePointer();
    void hoveringDrawsThePlotOnceAndAsksForFewWeights();
    void followsTheKeyboard();
    void brokenCellsAreShownAsErrors();
    void showsWords();
    void wordsOfManyPiecesAreNotComputedWhilePointing();
    void standsInThePictureThatIsPointedAt();
    void oneKeyTakesItAwayAndBringsItBack();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestLoupe::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestLoupe::standsBesideSmallCellsAlone()
{
    Stage small(16);
    small.moveTo(small.at({9, 4}));
    QVERIFY(!overlayOf(small.view).loupe() && !overlayOf(small.view).box().isEmpty());

    Stage stage(kMany);
    QVERIFY(!overlayOf(stage.view).loupe());   // nobody points at anything
    const QPoint at = stage.at({200, 100});
    stage.moveTo(at);
    const auto loupe = overlayOf(stage.view).loupe();
    QVERIFY(loupe && loupe->visibleRows().contains(200) && loupe->visibleKeys().contains(100));
    QVERIFY(loupe->visibleRows().size() >= 9 && loupe->visibleRows().size() == loupe->visibleKeys().size());
    QVERIFY(loupe->cellWidth() >= ui::kLabelsFrom);
    while (stage.view.geometryOfCells().cellWidth() < stage.view.scene().labelsFrom()) stage.wheel(at, 120);
    stage.moveTo(at + QPoint(1, 0));
    QVERIFY(!overlayOf(stage.view).loupe() && !overlayOf(stage.view).box().isEmpty());
    stage.view.fit();
    QVERIFY(overlayOf(stage.view).loupe());
    stage.view.setParts(ui::ViewParts::Links);
    QVERIFY(!overlayOf(stage.view).loupe());   // of the matrix
}

void TestLoupe::pixelsAreTheWeights_data()
{
    QTest::addColumn<ui::Look>("look");
    QTest::addColumn<ui::ScaleKind>("scale");
    QTest::addColumn<bool>("hides");
    for (const bool hides : {false, true}) {
        const char* first = hides ? "hidden" : "shown";
        QTest::addRow("light linear %s", first) << ui::Look{} << ui::ScaleKind::Linear << hides;
        QTest::addRow("dark log %s", first) << ui::Look{.theme = ui::ThemeKind::Dark} << ui::ScaleKind::Log << hides;
        QTest::addRow("contrast grey root %s", first)
            << ui::Look{.theme = ui::ThemeKind::Contrast, .colors = ui::WeightColors::Grey} << ui::ScaleKind::Sqrt << hides;
        QTest::addRow("projector cividis log %s", first)
            << ui::Look{.colors = ui::WeightColors::Cividis, .viewing = ui::Viewing::Projector} << ui::ScaleKind::Log << hides;
    }
}

void TestLoupe::pixelsAreTheWeights()
{
    QFETCH(ui::Look, look);
    QFETCH(ui::ScaleKind, scale);
    QFETCH(bool, hides);
    Stage stage(kMany);
    stage.view.setTheme(ui::Theme::of(look));
    stage.view.setScale({.kind = scale});
    stage.view.setHideFirst(hides);
    stage.selection.pin = Pair{203, 98};
    stage.view.setSelection(stage.selection);
    for (const Pair pair : {Pair{200, 100}, Pair{0, 0}, Pair{2, 1}, Pair{kMany - 1, kMany - 1}, Pair{kMany - 1, 0}, Pair{150, 152}, Pair{10, 290}}) {
        stage.moveTo(stage.at(pair));
        const QStringList wrong = wrongCells(stage.view);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
    }
}

void TestLoupe::saysThatItIsExactWhereThePicturePools()
{
    Stage stage(1000, {700, 560});
    stage.view.grab();
    QVERIFY(stage.view.scene().pooled > 1);
    QVERIFY2(ui::loupeNote(stage.view.scene()).contains(QStringLiteral("max of each %1 × %1").arg(stage.view.scene().pooled)),
             qPrintable(ui::loupeNote(stage.view.scene())));
    stage.moveTo(stage.at({700, 300}));
    const QStringList wrong = wrongCells(stage.view);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
    Stage fine(200);
    fine.view.grab();
    QCOMPARE(fine.view.scene().pooled, Index(1));
    QVERIFY(ui::loupeNote(fine.view.scene()).isEmpty());   // there is nothing else to tell it from
}

void TestLoupe::neverLiesUnderThePointer()
{
    for (const QSize size : {QSize(1000, 720), QSize(560, 420), QSize(320, 640), QSize(300, 300)})
        for (const double text : {1.0, 2.0}) {
            Stage stage(kMany, size);
            stage.view.setTheme(ui::Theme::of({.textPercent = int(100 * text)}));
            const QRect plot = stage.view.geometryOfCells().plot.toAlignedRect();
            for (int x = plot.left(); x < plot.right(); x += 41)
                for (int y = plot.top(); y < plot.bottom(); y += 41) {
                    stage.moveTo({x, y});
                    const QRect box = overlayOf(stage.view).box();
                    if (!overlayOf(stage.view).loupe()) continue;
                    QVERIFY(!box.contains(x, y));
                    QVERIFY(stage.view.rect().contains(box));
                }
        }
}

void TestLoupe::hoveringDrawsThePlotOnceAndAsksForFewWeights()
{
    Stage stage(kMany);
    stage.view.grab();
    const int drawn = stage.view.picturesDrawn();
    for (Index i = 0; i < kMany; i += 7) {
        stage.moveTo(stage.at({i, i / 2}));
        QVERIFY(overlayOf(stage.view).loupe());
        stage.view.grab();
    }
    QCOMPARE(stage.view.picturesDrawn(), drawn);
}

void TestLoupe::followsTheKeyboard()
{
    Stage stage(kMany);
    stage.selection.pin = Pair{150, 70};
    stage.view.setSelection(stage.selection);
    stage.moveTo(stage.at({20, 10}));
    for (const int key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_PageDown, Qt::Key_End, Qt::Key_Home}) {
        QTest::keyClick(&stage.view, Qt::Key(key));
        const Pair pair = *stage.selection.peek;
        const auto loupe = overlayOf(stage.view).loupe();
        QVERIFY(loupe && loupe->visibleRows().contains(pair.query) && loupe->visibleKeys().contains(pair.key));
        const QRectF cell = stage.view.geometryOfCells().rectOf(pair);
        QVERIFY(!QRectF(overlayOf(stage.view).box()).intersects(cell));
        const QLineF apart(cell.center(), QRectF(overlayOf(stage.view).box()).center());
        QVERIFY(apart.length() < 400);   // beside it
        QVERIFY(wrongCells(stage.view).isEmpty());
    }
    stage.goBack();   // what Esc comes to in the window
    QVERIFY(!overlayOf(stage.view).loupe() && overlayOf(stage.view).box().isEmpty());
    stage.moveTo(stage.at({20, 11}));   // and the pointer has it again
    QVERIFY(overlayOf(stage.view).loupe()->visibleRows().contains(20));
}

void TestLoupe::brokenCellsAreShownAsErrors()
{
    test::CausalMatrix matrix(kMany);
    matrix.weights(200, 101) = std::numeric_limits<float>::quiet_NaN();
    Stage stage(kMany);
    stage.view.showMap(matrix.map(), test::numberedLabels(kMany));
    stage.moveTo(stage.at({200, 100}));
    QCOMPARE(Loupe(stage.view).colorOf({200, 101}), stage.view.scene().colors().errorColor());
    const QStringList wrong = wrongCells(stage.view);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

void TestLoupe::showsWords()
{
    test::WindowFixture f(m_model, QString("Unfathomable zebras wondered about xylophones. ").repeated(24));
    TRY_VERIFY(f.isSettled());
    f.window.resize(1440, 900);
    QVERIFY(f.trigger("unitWords") && f.trigger("hideFirst"));
    TRY_VERIFY(f.picture().isComplete());
    QVERIFY(f.picture().scene().words);
    pointAt(f.picture(), {60, 31});
    TRY_COMPARE(f.picture().scene().selection.peek, std::optional(Pair{60, 31}));
    QVERIFY(overlayOf(f.picture()).loupe());
    QVERIFY(overlayOf(f.picture()).loupe()->visibleRows().contains(60));
    const QStringList wrong = wrongCells(f.picture());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

void TestLoupe::wordsOfManyPiecesAreNotComputedWhilePointing()
{
    test::SlowMapLog log;   // each of its weights is as dear as all that may be computed at once
    Stage stage(kMany);
    log.latch.open();
    stage.view.showMap(std::make_shared<test::SlowMap>(test::causalMap(kMany), log), test::numberedLabels(kMany));
    stage.moveTo(stage.at({200, 100}));
    QVERIFY(!overlayOf(stage.view).loupe() && !overlayOf(stage.view).box().isEmpty());
}

void TestLoupe::standsInThePictureThatIsPointedAt()
{
    test::WindowFixture f(m_model, QString("The cat sat. ").repeated(40));
    TRY_VERIFY(f.isSettled());
    f.window.resize(1440, 900);
    QVERIFY(f.trigger("secondSentence"));
    f.window.session().setText(QString("The dog ran. ").repeated(40), ui::Side::Second);
    const auto pictures = [&] {
        QList<ui::AttentionView*> seen;
        for (ui::AttentionView* view : f.window.findChildren<ui::AttentionView*>())
            if (view->isVisible()) seen.append(view);
        return seen;
    };
    TRY_VERIFY(f.isSettled() && pictures().size() == 2);
    for (ui::AttentionView* picture : pictures()) {
        TRY_VERIFY(picture->isComplete() && picture->scene().map && picture->scene().map->queries() > 100);
        pointAt(*picture, {90, 40});
        TRY_VERIFY(picture->scene().selection.peek);
        QVERIFY2(overlayOf(*picture).loupe(), qPrintable(QStringLiteral("%1 × %2").arg(picture->width()).arg(picture->height())));
        for (ui::AttentionView* other : pictures()) QVERIFY(other == picture || (!overlayOf(*other).loupe() && overlayOf(*other).box().isEmpty()));
        const QStringList wrong = wrongCells(*picture);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
        QVERIFY(picture->rect().contains(overlayOf(*picture).box()));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(picture, &leave);
    }
}

void TestLoupe::oneKeyTakesItAwayAndBringsItBack()
{
    test::WindowFixture f(m_model, QString("The cat sat. ").repeated(40));
    TRY_VERIFY(f.isSettled());
    f.window.resize(1440, 900);
    QVERIFY(f.activate());
    f.picture().setFocus();
    TRY_VERIFY(f.picture().isComplete());
    pointAt(f.picture(), {90, 40});
    TRY_VERIFY(overlayOf(f.picture()).loupe());
    const auto* action = f.window.findChild<QAction*>("loupe");
    QVERIFY(action->isChecked());
    const int drawn = f.picture().picturesDrawn();
    QTest::keyClick(&f.picture(), Qt::Key_M);
    QVERIFY(!action->isChecked() && !overlayOf(f.picture()).loupe());
    QVERIFY(!overlayOf(f.picture()).box().isEmpty());   // what the pair is stays
    QCOMPARE(f.window.session().undoStack().count(), 0);
    QTest::keyClick(&f.picture(), Qt::Key_M);
    QVERIFY(action->isChecked() && overlayOf(f.picture()).loupe());
    QCOMPARE(f.picture().picturesDrawn(), drawn);
    const std::vector<ui::ShortcutEntry> keys = ui::shortcutsOf(f.window);
    QVERIFY(std::ranges::any_of(keys, [](const ui::ShortcutEntry& entry) { return entry.name == "Loupe" && entry.keys == "M"; }));
}

QTEST_MAIN(TestLoupe)
#include "tst_loupe.moc"
