// The head grid: pointing and choosing, and what it costs.
#include <QtTest>

#include "tests/ui/offscreen.h"
#include "tests/ui/plot_maps.h"
#include "ui/plot/head_grid.h"

using core::HeadId;
using core::Index;
using MaybeHead = std::optional<HeadId>;

namespace {

std::vector<ui::HeadThumbnail> thumbnails(Index layers, Index heads, Index group)
{
    std::vector<ui::HeadThumbnail> all;
    for (Index l = 0; l < layers; ++l)
        for (Index h = 0; h < heads; ++h)
            all.push_back(ui::HeadThumbnail::of(*test::causalMap(12, std::uint64_t(l * heads + h + 1)), {l, h}, h / group));
    return all;
}

void moveTo(QWidget& widget, QPoint point)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

}   // namespace

class TestPlotHeadGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pointingAndChoosingNameTheHead();
    void selectionNeverDrawsTheThumbnailsAgain();
    void keysWalkAndChoose();
    void peekEndsWhenTheKeyboardGoes();
    void keyboardFocusIsSeenAndPointingIsNot();
    void groupsAreReadOffTheHeads();
    void emptyAndLargeGridsAreDrawn();
};

void TestPlotHeadGrid::pointingAndChoosingNameTheHead()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(4, 8, 1));
    grid.resize(300, 240);
    grid.show();
    std::vector<MaybeHead> hovered;
    std::vector<HeadId> chosen;
    connect(&grid, &ui::HeadGrid::headHovered, this, [&](MaybeHead head) { hovered.push_back(head); });
    connect(&grid, &ui::HeadGrid::headChosen, this, [&](HeadId head) { chosen.push_back(head); });
    const QPoint at = grid.geometryOfHeads().rectOf({2, 5}).center();
    moveTo(grid, at);
    QCOMPARE(hovered, std::vector<MaybeHead>{HeadId({2, 5})});
    QTest::mouseClick(&grid, Qt::LeftButton, {}, at);
    QCOMPARE(chosen, std::vector<HeadId>{HeadId({2, 5})});
    QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(1, 1));
    QCOMPARE(chosen.size(), std::size_t(1));
    moveTo(grid, {1, 1});
    QCOMPARE(hovered.back(), MaybeHead());
}

void TestPlotHeadGrid::selectionNeverDrawsTheThumbnailsAgain()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(4, 8, 2));
    grid.resize(300, 240);
    grid.show();
    const QImage before = grid.grab().toImage();
    const int drawn = grid.picturesDrawn();
    grid.setSelection({.head = {3, 3}, .pin = {}, .peek = {}, .peekHead = HeadId{1, 1}});
    QVERIFY(grid.grab().toImage() != before);
    QCOMPARE(grid.picturesDrawn(), drawn);
    grid.setTheme(ui::Theme::dark());
    grid.grab();
    QCOMPARE(grid.picturesDrawn(), drawn + 1);
}

void TestPlotHeadGrid::keysWalkAndChoose()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(2, 3, 1));
    grid.resize(300, 240);
    ui::Selection selection{.head = {1, 2}, .pin = {}, .peek = {}, .peekHead = {}};
    grid.setSelection(selection);
    connect(&grid, &ui::HeadGrid::headHovered, this, [&](MaybeHead head) { selection.peekHead = head, grid.setSelection(selection); });
    std::vector<HeadId> chosen;
    connect(&grid, &ui::HeadGrid::headChosen, this, [&](HeadId head) { chosen.push_back(head); });
    QTest::keyClick(&grid, Qt::Key_Up);
    QTest::keyClick(&grid, Qt::Key_Left);
    QTest::keyClick(&grid, Qt::Key_Return);
    QCOMPARE(chosen, std::vector<HeadId>{HeadId({0, 1})});
}

void TestPlotHeadGrid::peekEndsWhenTheKeyboardGoes()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(4, 8, 1));
    grid.resize(300, 240);
    std::vector<MaybeHead> hovered;
    connect(&grid, &ui::HeadGrid::headHovered, this, [&](MaybeHead head) {
        hovered.push_back(head);
        grid.setSelection({.head = {}, .pin = {}, .peek = {}, .peekHead = head});
    });
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(hovered.back(), (MaybeHead(HeadId{0, 1})));
    QFocusEvent out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&grid, &out);
    QCOMPARE(hovered.back(), MaybeHead());
    grid.setSelection({.head = {}, .pin = {}, .peek = {}, .peekHead = HeadId{2, 2}});   // looked at elsewhere
    const std::size_t told = hovered.size();
    QCoreApplication::sendEvent(&grid, &out);
    QCOMPARE(hovered.size(), told);
}

void TestPlotHeadGrid::keyboardFocusIsSeenAndPointingIsNot()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(4, 8, 1));
    grid.resize(300, 240);
    const QImage plain = grid.grab().toImage();
    const auto send = [&](QEvent::Type type, Qt::FocusReason reason) {
        QFocusEvent event(type, reason);
        QCoreApplication::sendEvent(&grid, &event);
        return grid.grab().toImage();
    };
    QCOMPARE(send(QEvent::FocusIn, Qt::MouseFocusReason), plain);
    QVERIFY(send(QEvent::FocusIn, Qt::TabFocusReason) != plain);
    QCOMPARE(send(QEvent::FocusOut, Qt::TabFocusReason), plain);
}

void TestPlotHeadGrid::groupsAreReadOffTheHeads()
{
    ui::HeadGrid grid;
    grid.showHeads(thumbnails(2, 8, 4));
    QCOMPARE(grid.geometryOfHeads().groupSize, Index(4));
    grid.showHeads(thumbnails(2, 8, 1));
    QCOMPARE(grid.geometryOfHeads().groupSize, Index(1));
}

void TestPlotHeadGrid::emptyAndLargeGridsAreDrawn()
{
    ui::HeadGrid grid;
    grid.resize(300, 400);
    QVERIFY(!grid.grab().isNull());
    QTest::keyClick(&grid, Qt::Key_Down);
    moveTo(grid, {50, 50});
    std::vector<ui::HeadThumbnail> many;
    const ui::HeadThumbnail one = ui::HeadThumbnail::of(*test::causalMap(12), {}, 0);
    for (Index i = 0; i < 32 * 32; ++i) many.push_back(one), many.back().head = {i / 32, i % 32}, many.back().kvHead = i % 32 / 8;
    grid.showHeads(std::move(many));
    QVERIFY(grid.geometryOfHeads().width() <= 300);
    QVERIFY(grid.sizeHint().height() >= 32 * grid.geometryOfHeads().step());
    QVERIFY(!grid.grab().isNull());
}

QTEST_MAIN(TestPlotHeadGrid)
#include "tst_plot_head_grid.moc"
