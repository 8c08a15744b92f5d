// The attention view as a person points at it: real mouse, key and focus events on the widget.
#include <QtTest>

#include "tests/ui/plot_stage.h"

using core::Index;
using test::MaybePair;
using test::Stage;
using ui::Pair;

class TestPlotPointing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hoverAnnouncesTheCellUnderThePointer();
    void hoverNeverDrawsThePlotAgain();
    void clickPinsAndASecondClickReleases();
    void draggingPansAndPinsNothing();
    void leavingTakesThePeekBack();
    void keysWalkPinAndRelease();
    void wheelZoomsAboutThePointer();
    void hoveringOverALinkMeansItsPair();
    void whatIsPeekedElsewhereStaysWhenThePointerLeaves();
    void peekEndsWhenTheKeyboardGoes();
    void keyboardFocusIsSeenAndPointingIsNot();
    void lookingAtATokenMeansItsStrongestPair();
};

void TestPlotPointing::hoverAnnouncesTheCellUnderThePointer()
{
    Stage stage(16);
    for (const Pair pair : {Pair{0, 0}, Pair{15, 0}, Pair{9, 4}, Pair{3, 12}}) {
        stage.moveTo(stage.at(pair));
        QCOMPARE(stage.peeks.back(), MaybePair(pair));
    }
    const std::size_t told = stage.peeks.size();
    stage.moveTo(stage.at({3, 12}) + QPoint(1, 1));   // the same cell is not told twice
    QCOMPARE(stage.peeks.size(), told);
    stage.moveTo({2, 2});
    QCOMPARE(stage.peeks.back(), MaybePair());
}

void TestPlotPointing::hoverNeverDrawsThePlotAgain()
{
    Stage stage(33);
    stage.view.grab();
    const int drawn = stage.view.picturesDrawn();
    QVERIFY(drawn >= 1);
    const QImage before = stage.view.grab().toImage();
    for (Index i = 0; i < 33; ++i) stage.moveTo(stage.at({i, i / 2})), stage.view.grab();
    QVERIFY(stage.view.grab().toImage() != before);   // the peek is seen
    QCOMPARE(stage.view.picturesDrawn(), drawn);
}

void TestPlotPointing::clickPinsAndASecondClickReleases()
{
    Stage stage(16);
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, stage.at({9, 4}));
    QCOMPARE(stage.pins, std::vector<MaybePair>{Pair({9, 4})});
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, stage.at({9, 4}));
    QCOMPARE(stage.pins.back(), MaybePair());
    QTest::mouseClick(&stage.view, Qt::LeftButton, {}, QPoint(3, 3));   // beside the matrix
    QCOMPARE(stage.pins.size(), std::size_t(2));
}

void TestPlotPointing::draggingPansAndPinsNothing()
{
    Stage stage(300);
    for (int i = 0; i < 6; ++i) stage.wheel(stage.at({150, 150}), 120);
    const QRectF before = stage.view.geometryOfCells().view;
    const QPoint from = stage.at({150, 150});
    QTest::mousePress(&stage.view, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(-40, -60), stage.view.mapToGlobal(from + QPoint(-40, -60)), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&stage.view, &move);
    QTest::mouseRelease(&stage.view, Qt::LeftButton, {}, from + QPoint(-40, -60));
    const double cell = stage.view.geometryOfCells().cellWidth();
    QVERIFY(std::abs(stage.view.geometryOfCells().view.left() - before.left() - 40.0 / cell) < 1e-6);
    QVERIFY(std::abs(stage.view.geometryOfCells().view.top() - before.top() - 60.0 / cell) < 1e-6);
    QVERIFY(stage.pins.empty());
}

void TestPlotPointing::leavingTakesThePeekBack()
{
    Stage stage(16);
    stage.moveTo(stage.at({9, 4}));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&stage.view, &leave);
    QCOMPARE(stage.peeks.back(), MaybePair());
    stage.moveTo(stage.at({9, 4}));   // and the same cell counts anew
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{9, 4}));
}

void TestPlotPointing::keysWalkPinAndRelease()
{
    Stage stage(16);
    stage.selection.pin = Pair{5, 2};
    stage.view.setSelection(stage.selection);
    QTest::keyClick(&stage.view, Qt::Key_Down);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{6, 2}));
    QTest::keyClick(&stage.view, Qt::Key_End);
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{6, 6}));   // last allowed key
    QTest::keyClick(&stage.view, Qt::Key_Return);
    QCOMPARE(stage.pins.back(), MaybePair(Pair{6, 6}));
    stage.goBack();
    QCOMPARE(stage.peeks.back(), MaybePair());
    const std::size_t pins = stage.pins.size();
    stage.goBack();   // whether work is stopped or the pin released first is not the picture's to say
    QCOMPARE(stage.pins.size(), pins);
    stage.moveTo(stage.at({9, 4}));
    stage.goBack();   // what the pointer looks at holds nothing up
    QCOMPARE(stage.peeks.back(), MaybePair(Pair{9, 4}));
}

void TestPlotPointing::wheelZoomsAboutThePointer()
{
    Stage stage(300);
    const QPoint point = stage.at({200, 100});
    const MaybePair before = stage.view.geometryOfCells().cellAt(point);
    for (int i = 0; i < 5; ++i) stage.wheel(point, 120);
    QCOMPARE(stage.view.geometryOfCells().cellAt(point), before);
    QVERIFY(stage.view.geometryOfCells().cellWidth() > 2.9 * stage.view.geometryOfCells().plot.width() / 300);
    QTest::keyClick(&stage.view, Qt::Key_0);
    QVERIFY(stage.view.geometryOfCells().isFitted());
}

void TestPlotPointing::hoveringOverALinkMeansItsPair()
{
    Stage stage(16);
    const ui::Link link = stage.view.scene().links.links.back();
    const QPointF on = stage.view.scene().curves().path(link).pointAtPercent(0.02);
    stage.moveTo(on.toPoint());
    QVERIFY(stage.peeks.back().has_value());
    QCOMPARE(stage.peeks.back()->key, link.key);   // close to its end only links of that key are near
}

void TestPlotPointing::whatIsPeekedElsewhereStaysWhenThePointerLeaves()
{
    Stage stage(16);
    stage.moveTo(stage.at({9, 4}));
    stage.selection.peek = Pair{3, 1};
    stage.view.setSelection(stage.selection);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&stage.view, &leave);
    QCOMPARE(stage.selection.peek, MaybePair(Pair{3, 1}));
}

void TestPlotPointing::peekEndsWhenTheKeyboardGoes()
{
    Stage stage(16);
    QFocusEvent in(QEvent::FocusIn, Qt::TabFocusReason), out(QEvent::FocusOut, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&stage.view, &in);
    QTest::keyClick(&stage.view, Qt::Key_Down);
    QVERIFY(stage.peeks.back().has_value());
    QCoreApplication::sendEvent(&stage.view, &out);
    QCOMPARE(stage.peeks.back(), MaybePair());
    QCOMPARE(stage.selection.peek, MaybePair());
}

void TestPlotPointing::keyboardFocusIsSeenAndPointingIsNot()
{
    Stage stage(16);
    const auto edge = [&] { return stage.view.grab().toImage().pixelColor(0, stage.view.height() / 2); };
    const QColor ink = ui::Theme::light().ink, plain = edge();
    QVERIFY(plain != ink);
    const auto send = [&](QEvent::Type type, Qt::FocusReason reason) {
        QFocusEvent event(type, reason);
        QCoreApplication::sendEvent(&stage.view, &event);
    };
    send(QEvent::FocusIn, Qt::MouseFocusReason);
    QCOMPARE(edge(), plain);
    send(QEvent::FocusOut, Qt::TabFocusReason);
    send(QEvent::FocusIn, Qt::TabFocusReason);
    QCOMPARE(edge(), ink);
    send(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QCOMPARE(edge(), plain);
    send(QEvent::FocusIn, Qt::ActiveWindowFocusReason);   // the window comes back: so does the ring
    QCOMPARE(edge(), ink);
}

void TestPlotPointing::lookingAtATokenMeansItsStrongestPair()
{
    Stage stage(16);
    for (Index query = 0; query < 16; ++query) {
        const core::RowVector<float> row = stage.view.scene().map->row(query);
        Index strongest = 0;
        row.maxCoeff(&strongest);
        QCOMPARE(stage.view.pairOfRow(query), MaybePair(Pair{query, strongest}));
    }
    QCOMPARE(stage.view.pairOfRow(16), MaybePair());
    QCOMPARE(stage.view.pairOfRow(-1), MaybePair());
    stage.view.setHideFirst(true);
    QCOMPARE(stage.view.pairOfRow(0), MaybePair(Pair{0, 0}));   // nothing is left of this row: the token itself
    QVERIFY(stage.view.pairOfRow(9)->key > 0);
}

QTEST_MAIN(TestPlotPointing)
#include "tst_plot_pointing.moc"
