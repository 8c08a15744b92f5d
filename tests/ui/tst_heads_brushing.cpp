// Looking at a head in one place lights it in all: the grid, the ranked list, the map; with the pointer and with keys.
#include <QAccessible>

#include "tests/ui/heads_stage.h"

using namespace ui;
using core::HeadId;
using Stage = test::HeadsStage;
using MaybeHead = std::optional<HeadId>;
using test::bestBy;
using test::leave;
using test::moveTo;

class TestHeadsBrushing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void lookingInOnePlaceLightsAll();
    void aClickAndEnterShowAHead();
    void whoSlipsOffChoosesNothing();
    void theRingLiesOnItsMarkAfterAReplot();
    void keysWalkTheListAndTheMap();
    void marksArePaintedBeforeThePlotIsDrawnAgain();
    void aThousandHeadsStayQuick();
    void everythingHasANameAndOneTabStop();
};

void TestHeadsBrushing::lookingInOnePlaceLightsAll()
{
    Stage s;
    const int plots = s.map().picturesDrawn(), pictures = (s.grid().grab(), s.grid().picturesDrawn());
    const QImage grid = s.grid().grab().toImage(), map = s.map().grab().toImage(), list = s.list().grab().toImage();
    const HeadId head{1, 7};
    moveTo(s.grid(), s.grid().geometryOfHeads().rectOf(head).center());
    QCOMPARE(s.session.view().peekHead, MaybeHead(head));
    QVERIFY(s.map().grab().toImage() != map);
    QVERIFY(s.list().grab().toImage() != list);   // the furthest heads are in view
    leave(s.grid());
    QCOMPARE(s.session.view().peekHead, MaybeHead());
    QCOMPARE(s.map().grab().toImage(), map);

    moveTo(s.map(), s.map().placeOf(head)->toPoint());
    QCOMPARE(s.session.view().peekHead, MaybeHead(head));
    QVERIFY(s.grid().grab().toImage() != grid);
    moveTo(s.map(), QPoint(s.map().width() - 2, 2));
    QCOMPARE(s.session.view().peekHead, MaybeHead());

    moveTo(*s.list().viewport(), s.rowAt(1));
    QCOMPARE(s.session.view().peekHead, MaybeHead(s.list().rows().head(1)));
    QVERIFY(s.grid().grab().toImage() != grid);
    QVERIFY(s.map().grab().toImage() != map);
    leave(s.list());
    QCOMPARE(s.session.view().peekHead, MaybeHead());
    QCOMPARE(s.grid().grab().toImage(), grid);
    // Looking draws overlays alone.
    QCOMPARE(s.map().picturesDrawn(), plots);
    QCOMPARE(s.grid().picturesDrawn(), pictures);
}

void TestHeadsBrushing::aClickAndEnterShowAHead()
{
    Stage s;
    QTest::mouseClick(s.list().viewport(), Qt::LeftButton, {}, s.rowAt(2));
    const HeadId third = s.list().rows().head(2);
    QCOMPARE(s.session.document().head, third);
    QTest::mouseClick(&s.map(), Qt::LeftButton, {}, s.map().placeOf({3, 0})->toPoint());
    QCOMPARE(s.session.document().head, (HeadId{3, 0}));
    s.list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&s.list(), Qt::Key_Home);
    QTest::keyClick(&s.list(), Qt::Key_Return);
    QCOMPARE(s.session.document().head, s.list().rows().head(0));
}

void TestHeadsBrushing::whoSlipsOffChoosesNothing()
{
    Stage s;
    s.session.showHead({2, 2});
    const auto slip = [](QWidget& widget, QPoint from, QPoint to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    };
    const auto& grid = s.grid().geometryOfHeads();
    slip(s.grid(), grid.rectOf({0, 1}).center(), grid.rectOf({0, 2}).center());
    slip(*s.list().viewport(), s.rowAt(0), s.rowAt(1));
    slip(s.map(), s.map().placeOf({0, 3})->toPoint(), s.map().placeOf({3, 3})->toPoint());
    QTest::mouseRelease(&s.grid(), Qt::LeftButton, {}, grid.rectOf({0, 1}).center());   // pressed elsewhere
    QCOMPARE(s.session.document().head, (HeadId{2, 2}));
}

// Marks are laid out by the axes, which the plot may have moved since.
void TestHeadsBrushing::theRingLiesOnItsMarkAfterAReplot()
{
    HeadsMap map;
    map.resize(260, 180);
    map.setSelection({.head = {0, 1}});
    for (const double furthest : {2.0, 1500.0}) {   // wider numbers move the axis
        map.showMarks({{.head = {0, 0}, .entropy = 0.2, .distance = furthest}, {.head = {0, 1}, .entropy = 0.6, .distance = furthest / 2}});
        map.replot();
        const QImage picture = map.grab().toImage();
        const QPointF at = *map.placeOf({0, 1});
        const auto isInk = [&](QPointF point) { return qGray(picture.pixel(point.toPoint())) < 90; };
        QVERIFY(isInk(at));
        int ring = 0;
        for (const QPointF by : {QPointF(8, 0), QPointF(-8, 0), QPointF(0, 8), QPointF(0, -8)}) {
            bool isThere = false;
            for (const QPointF shift : {QPointF(0, 0), QPointF(-1, -1), QPointF(1, 1), QPointF(-1, 1), QPointF(1, -1)})
                isThere |= isInk(at + by + shift);
            ring += isThere ? 1 : 0;
        }
        QCOMPARE(ring, 4);
    }
}

void TestHeadsBrushing::keysWalkTheListAndTheMap()
{
    Stage s;
    s.list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&s.list(), Qt::Key_Home);
    QTest::keyClick(&s.list(), Qt::Key_Down);
    QCOMPARE(s.session.view().peekHead, MaybeHead(s.list().rows().head(1)));
    QVERIFY(s.list().rows().index(1).data(Qt::AccessibleTextRole).toString().contains("rank 2 of 32"));
    s.map().setFocus(Qt::TabFocusReason);
    QCOMPARE(s.session.view().peekHead, MaybeHead());
    QTest::keyClick(&s.map(), Qt::Key_Up);   // from the head on show, L0 · H0, which is the lowest of the rightmost
    QVERIFY(s.session.view().peekHead);
    const HeadId up = *s.session.view().peekHead;
    QVERIFY(s.map().placeOf(up)->y() < s.map().placeOf({0, 0})->y());
    QVERIFY(s.map().accessibleDescription().contains(QString("head %1").arg(up.head)));
    QTest::keyClick(&s.map(), Qt::Key_Return);
    QCOMPARE(s.session.document().head, up);
    QTest::keyClick(&s.map(), Qt::Key_L);   // letters are for shortcuts
    QCOMPARE(s.session.document().head, up);
}

// A paint event may come between new marks and the plot that is drawn for them.
void TestHeadsBrushing::marksArePaintedBeforeThePlotIsDrawnAgain()
{
    HeadsMap map;
    map.resize(260, 180);
    map.showMarks({{.head = {0, 0}, .entropy = 0.5, .distance = 2.0}});
    map.setSelection({.head = {3, 7}});
    std::vector<HeadMark> marks;
    for (core::Index head = 0; head < 32; ++head)
        marks.push_back({.head = {head / 8, head % 8}, .entropy = double(head) / 31.0, .distance = double(head % 5)});
    map.showMarks(marks);
    map.repaint();
    QCOMPARE(map.picturesDrawn(), 0);
    QVERIFY(map.placeOf({3, 7}));
}

void TestHeadsBrushing::aThousandHeadsStayQuick()
{
    Stage s({.layers = 32, .heads = 32, .kvHeads = 8, .tokens = 12}, {296, 900});
    QCOMPARE(s.list().rows().rowCount(), 1024);
    QCOMPARE(s.map().marks().size(), std::size_t(1024));
    QVERIFY(s.grid().geometryOfHeads().width() <= 296);
    QCOMPARE(s.grid().geometryOfHeads().bar, 0);
    const int plots = s.map().picturesDrawn(), pictures = (s.grid().grab(), s.grid().picturesDrawn());
    for (int i = 0; i < 200; ++i) {
        const HeadId head{i % 32, (i * 7) % 32};
        moveTo(s.map(), s.map().placeOf(head)->toPoint());
        QVERIFY(s.session.view().peekHead);
        s.grid().grab();
        s.map().grab();
    }
    QCOMPARE(s.map().picturesDrawn(), plots);
    QCOMPARE(s.grid().picturesDrawn(), pictures);
    s.choose("headSort", "first token");
    QCOMPARE(s.cell(0), nameOf(bestBy(*s.record, &core::HeadMetrics::firstToken)));
    s.list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&s.list(), Qt::Key_End);
    QCOMPARE(s.session.view().peekHead, MaybeHead(s.list().rows().head(1023)));
}

void TestHeadsBrushing::everythingHasANameAndOneTabStop()
{
    Stage s;
    for (const char* name : {"headSort", "headGrid", "headBars", "headFilter", "rankDirection", "headsList", "compareShuffled", "headsMap",
                             "targetPad", "filterMeasure", "filterLeast", "filterMost"}) {
        auto* widget = s.panel.findChild<QWidget*>(QLatin1String(name));
        QVERIFY2(widget, name);
        QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(), name);
    }
    // Tab leaves grid, list and map at once, whatever is inside.
    for (QWidget* widget : {static_cast<QWidget*>(&s.grid()), static_cast<QWidget*>(&s.list()), static_cast<QWidget*>(&s.map())}) {
        widget->setFocus(Qt::TabFocusReason);
        QVERIFY(widget->hasFocus());
        QTest::keyClick(widget, Qt::Key_Down);
        QVERIFY2(widget->hasFocus(), qPrintable(widget->objectName()));
        QTest::keyClick(widget, Qt::Key_Tab);
        QVERIFY2(!widget->hasFocus(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestHeadsBrushing)
#include "tst_heads_brushing.moc"
