// The reach card: chips of the past by hops, reached by keys, and the query in sight.
#include <QScrollArea>
#include <QScrollBar>

#include "compared_window.h"
#include "core/metrics/pattern_reach.h"
#include "ui/views/compare/hop_tokens.h"
#include "ui/views/compare/pattern_reach.h"
#include "ui/views/compare/reach_card.h"
#include "ui/window/style_sheet.h"

using namespace ui;

class TestReachCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itCountsWhatTheRowIsTold();
    void keysGoFromChipToChip();
    void theQueryIsInSight();
    void sharesReadTheSameInEveryDirection();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestReachCard::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestReachCard::itCountsWhatTheRowIsTold()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f));
    f.window.session().setPatterns({"window(2)"}, "pattern");
    TRY_VERIFY(test::isCompared(f));
    f.window.session().setPin(Pair{6, 5});
    QVERIFY(f.trigger("showReach"));
    const QString text = f.text("reachText");
    const core::Index layers = f.recording().layers();
    QVERIFY2(text.contains("1 directly"), qPrintable(text));   // the one before it; not the query itself …
    QVERIFY2(text.contains(QString("%1 never").arg(6 - layers)), qPrintable(text));
    QVERIFY2(text.contains("knows itself"), qPrintable(text));   // … which is said
    f.window.session().setPin(Pair{0, 0});
    QVERIFY2(f.text("reachText").contains("No token stands before"), qPrintable(f.text("reachText")));
}

void TestReachCard::keysGoFromChipToChip()
{
    test::WindowFixture f(m_model);
    QVERIFY(test::comparing(f) && f.activate());
    f.window.session().setPin(Pair{6, 5});
    QVERIFY(f.trigger("showReach"));
    auto& chips = f.widget<HopTokens>("hopTokens");
    QVERIFY(chips.focusPolicy() & Qt::TabFocus);
    TRY_VERIFY(chips.height() > 10);
    chips.setFocus();
    QCOMPARE(chips.current(), 6);
    QTest::keyClick(&chips, Qt::Key_Left);
    QTest::keyClick(&chips, Qt::Key_Left);
    QCOMPARE(chips.current(), 4);
    QVERIFY2(chips.accessibleDescription().contains(" 4: "), qPrintable(chips.accessibleDescription()));
    QVERIFY(chips.hasFocus());
    const QImage focused = chips.grab().toImage();
    f.widget<QWidget>("keptPicture").setFocus();
    QVERIFY(chips.grab().toImage() != focused);   // the ring went with the focus
    chips.setFocus();
    QTest::keyClick(&chips, Qt::Key_Return);
    QVERIFY(f.window.session().selection().pin && f.window.session().selection().pin->query == 4);
    QTest::keyClick(&chips, Qt::Key_Home);
    QCOMPARE(chips.current(), 0);
}

void TestReachCard::theQueryIsInSight()
{
    test::WindowFixture f(m_model, QString("The cat sat on the mat because it was tired. ").repeated(12));
    QVERIFY(test::comparing(f));
    const core::Index last = f.recording().size() - 2;
    f.window.session().setPin(Pair{last, 0});
    QVERIFY(f.trigger("showReach"));
    auto& chips = f.widget<HopTokens>("hopTokens");
    const auto isSeen = [&] { return chips.visibleRegion().contains(chips.placeOf(int(last)).center()); };
    TRY_VERIFY(isSeen());
}

// "L1 52.0 %" below its picture, also where everything else begins at the right.
void TestReachCard::sharesReadTheSameInEveryDirection()
{
    QImage picture(72, 72, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    const auto grabbed = [&](Qt::LayoutDirection direction) {
        ReachStrip strip;
        strip.setLayoutDirection(direction);
        strip.resize(240, 200);
        strip.show({0.52}, {picture});
        const QImage image = strip.grab().toImage();
        // The words begin below the left edge of the picture.
        int left = image.width();
        for (int y = 0; y < image.height() / 2; ++y)
            for (int x = image.width() - 1; x >= 0; --x)
                if (image.pixelColor(x, y) == QColor(Qt::gray)) left = std::min(left, x);
        return image.copy(left, 0, 70, image.height());
    };
    QCOMPARE(grabbed(Qt::RightToLeft), grabbed(Qt::LeftToRight));
}

QTEST_MAIN(TestReachCard)
#include "tst_reach_card.moc"
