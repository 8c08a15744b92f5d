// What stands on the screen under a moving pointer. Only what changes is painted again; it must be what painting all of it would show.
#include <functional>

#include <QScreen>

#include "window_fixture.h"

using ui::Pair;
using Change = std::function<void(test::WindowFixture&)>;
Q_DECLARE_METATYPE(Change)

class TestScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingStaysBehindThePointer_data();
    void nothingStaysBehindThePointer();
    void panelsFollowTheirTextAtOnce();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// The first place where they differ; empty where they are alike.
QString difference(const QImage& shown, const QImage& fresh)
{
    if (shown.size() != fresh.size()) return QStringLiteral("%1 × %2 px").arg(shown.width()).arg(shown.height());
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x)
            if ((shown.pixel(x, y) & RGB_MASK) != (fresh.pixel(x, y) & RGB_MASK))
                return QStringLiteral("at %1, %2: %3 on screen, %4 if painted now")
                    .arg(x)
                    .arg(y)
                    .arg(QColor(shown.pixel(x, y)).name(), QColor(fresh.pixel(x, y)).name());
    return {};
}

// On finer screens this platform hands out as many device pixels as the window has pixels of its own: its upper left part.
QString staleIn(ui::MainWindow& window)
{
    const QImage shown = window.screen()->grabWindow(window.winId()).toImage().convertToFormat(QImage::Format_RGB32);
    if (shown.size() != window.size()) return QStringLiteral("nothing is on screen");
    return difference(shown, window.grab().toImage().copy(shown.rect()).convertToFormat(QImage::Format_RGB32));
}

void paintAll()
{
    for (int i = 0; i < 8; ++i) QCoreApplication::processEvents();   // layouts that other layouts asked for
}

}   // namespace

void TestScreen::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestScreen::nothingStaysBehindThePointer_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("isPinned");
    QTest::addColumn<QString>("plan");
    QTest::addColumn<Change>("change");
    QTest::newRow("few tokens") << 1 << false << "" << Change();
    QTest::newRow("pinned") << 1 << true << "" << Change();
    QTest::newRow("lines of text") << 12 << true << "" << Change();
    QTest::newRow("loupe") << 24 << false << "" << Change();
    QTest::newRow("words") << 2 << true << "" << Change([](test::WindowFixture& f) { QVERIFY(f.trigger("unitWords")); });
    QTest::newRow("hidden first") << 2 << true << "" << Change([](test::WindowFixture& f) { QVERIFY(f.trigger("hideFirst")); });
    QTest::newRow("zoomed") << 6 << true << "" << Change([](test::WindowFixture& f) { f.picture().zoomBy(2.0); });
    QTest::newRow("dark") << 2 << true << "" << Change([](test::WindowFixture& f) { f.window.session().setLook({.theme = ui::ThemeKind::Dark}); });
    QTest::newRow("large text") << 2 << true << "" << Change([](test::WindowFixture& f) { f.window.session().setLook({.textPercent = 200}); });
    QTest::newRow("looks ahead") << 2 << true << "all: window(3) | sinks(1)" << Change();
}

void TestScreen::nothingStaysBehindThePointer()
{
    QFETCH(int, times);
    QFETCH(bool, isPinned);
    QFETCH(QString, plan);
    QFETCH(Change, change);
    test::WindowFixture f(m_model, QStringLiteral("The cat sat on the mat. ").repeated(times));
    f.window.resize(1440, 900);
    if (!plan.isEmpty()) f.window.session().setPlan(plan);
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(f.picture().isComplete());
    const core::Index tokens = f.recording().size();
    if (isPinned) f.window.session().setPin(Pair{tokens - 2, 1});
    if (change) change(f);
    paintAll();
    TRY_VERIFY(f.picture().isComplete());
    paintAll();
    QCOMPARE(staleIn(f.window), QString());
    for (core::Index step = 0; step < 12; ++step) {
        const core::Span rows = f.picture().geometryOfCells().visibleRows(), keys = f.picture().geometryOfCells().visibleKeys();
        const core::Index query = rows.begin + (step * 7 + 3) % rows.size(), key = keys.begin + (step * 5) % keys.size();   // hidden pairs too
        f.pointAt(f.picture(), {query, key});
        paintAll();
        QVERIFY2(f.window.session().selection().peek.has_value(), qPrintable(QString::number(step)));
        const QString stale = staleIn(f.window);
        QVERIFY2(stale.isEmpty(), qPrintable(QString("%1, %2: %3").arg(query).arg(key).arg(stale)));
    }
    if (isPinned) {   // the pin moves under the pointer
        f.window.session().setPin(Pair{tokens / 2, 0});
        paintAll();
        QCOMPARE(staleIn(f.window), QString());
    }
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&f.picture(), &leave);
    paintAll();
    QCOMPARE(staleIn(f.window), QString());
}

// A label that has more to say pushes what stands below it down before anything is painted, and gives the room back.
void TestScreen::panelsFollowTheirTextAtOnce()
{
    test::WindowFixture f(m_model);
    f.window.resize(1280, 720);
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(f.picture().isComplete());
    for (const Pair pair : {Pair{5, 2}, Pair{2, 5}, Pair{9, 9}, Pair{0, 0}, Pair{7, 1}}) {
        f.window.session().peek(pair);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);   // once, as before a frame
        int seen = 0;
        for (const QLabel* label : f.inspector().findChildren<QLabel*>())
            if (label->isVisible() && label->wordWrap() && ++seen)
                QVERIFY2(label->height() >= label->QLabel::heightForWidth(label->width()),
                         qPrintable(QString("%1 is %2 × %3 px, its text takes %4")
                                        .arg(label->objectName())
                                        .arg(label->width())
                                        .arg(label->height())
                                        .arg(label->QLabel::heightForWidth(label->width()))));
        QVERIFY(seen >= 3);
    }
}

QTEST_MAIN(TestScreen)
#include "tst_screen.moc"
