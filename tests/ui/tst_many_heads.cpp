// A model of 32 layers of 32 heads in the real window: every head can be seen, found and opened there.
#include <QComboBox>
#include <QPushButton>

#include "ui/theme/color_map.h"
#include "ui/views/explore/heads/heads_list.h"
#include "ui/views/explore/heads/heads_list_model.h"
#include "ui/views/explore/heads/heads_map.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;
using core::HeadId;

class TestManyHeads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyHeadIsInThePanel_data();
    void everyHeadIsInThePanel();
    void pointersReachTheLastHead();
    void keysReachEveryHead();
    void sortAndFilterLeaveTheirHeads();
    void theListLeadsToAHead();
    void aHeadStandsAlone();
    void groupsShareABracket();

private:
    QTemporaryDir m_folder;
    QString m_model, m_grouped;
};

namespace {

constexpr core::Index kLayers = 32, kHeads = 32, kAll = kLayers * kHeads;
const QString kText = "The cat sat on the mat.";

struct Window : test::WindowFixture {
    explicit Window(const QString& model) : WindowFixture(model, kText) {}
    [[nodiscard]] HeadsList& list() { return widget<HeadsList>("headsList"); }
    [[nodiscard]] HeadId shown() { return window.session().document().head; }
};

}   // namespace

void TestManyHeads::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("many");
    m_grouped = m_folder.filePath("grouped");
    test::writeTinyModel(m_model.toStdString(), {.layers = kLayers, .heads = kHeads, .headDim = 2});
    test::writeTinyModel(m_grouped.toStdString(), {.layers = kLayers, .heads = kHeads, .kvHeads = 8, .headDim = 2});
}

void TestManyHeads::everyHeadIsInThePanel_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1024, 640), QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)}) QTest::addRow("%d", size.width()) << size;
}

void TestManyHeads::everyHeadIsInThePanel()
{
    QFETCH(QSize, size);
    Window f(m_model);
    f.window.resize(size);
    TRY_VERIFY(f.isSettled());
    TRY_VERIFY(f.window.size() == size && f.heads().geometryOfHeads().heads == kHeads);
    QCoreApplication::processEvents();
    const HeadGridGeometry& g = f.heads().geometryOfHeads();
    QCOMPARE(g.layers, kLayers);
    QVERIFY2(f.heads().rect().contains(g.rectOf({kLayers - 1, kHeads - 1})), qPrintable(QString("%1 of %2").arg(g.height()).arg(f.heads().height())));
    QVERIFY(g.thumb >= HeadGridGeometry::kSmallest);
    if (g.thumb < HeadGrid::kPicturesFrom) {   // a colour for each head, as its bar in the list is long
        const QImage grid = f.heads().grab().toImage();
        const QRgb most = ColorMap::of(MapName::Weight, {}).color(1.0);
        QCOMPARE(grid.pixelColor(g.rectOf(f.list().rows().head(0)).center()).rgb(), most);
        QVERIFY(grid.pixelColor(g.rectOf(f.list().rows().head(int(kAll) - 1)).center()).rgb() != most);
    }
    QCOMPARE(f.text("headCount"), QString("1,024 heads"));
    QCOMPARE(f.widget<QComboBox>("heads").count(), int(kAll));
    QCOMPARE(f.list().rows().rowCount(), int(kAll));
    // Numbers of layers and heads do not run into each other: where there is no room for all, some are left out.
    QVERIFY(f.heads().minimumSizeHint().width() <= f.heads().width());
}

void TestManyHeads::pointersReachTheLastHead()
{
    Window f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const HeadId head : {HeadId{17, 30}, HeadId{31, 31}, HeadId{0, 0}}) {
        const QPoint at = f.heads().geometryOfHeads().rectOf(head).center();
        QTest::mouseMove(&f.heads(), at);
        TRY_COMPARE(f.window.session().view().peekHead, std::optional(head));
        QTest::mouseClick(&f.heads(), Qt::LeftButton, {}, at);
        QCOMPARE(f.shown(), head);
        QCOMPARE(f.widget<QComboBox>("heads").currentText(), nameOf(head));
        const QModelIndex row = f.list().rows().index(f.list().rows().rowOf(head));
        QVERIFY(f.list().viewport()->rect().intersects(f.list().visualRect(row)));   // the list went there
        TRY_VERIFY(f.picture().isComplete());
    }
}

void TestManyHeads::keysReachEveryHead()
{
    Window f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.heads().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&f.heads(), Qt::Key_End);
    for (int i = 1; i < kLayers; ++i) QTest::keyClick(&f.heads(), Qt::Key_Down);
    QCOMPARE(f.window.session().view().peekHead, std::optional(HeadId{31, 31}));
    QTest::keyClick(&f.heads(), Qt::Key_Return);
    QCOMPARE(f.shown(), (HeadId{31, 31}));
    for (const Qt::Key key : {Qt::Key_BracketRight, Qt::Key_BraceRight}) QTest::keyClick(&f.heads(), key);   // there is no further one
    QCOMPARE(f.shown(), (HeadId{31, 31}));
    QTest::keyClick(&f.heads(), Qt::Key_BracketLeft);
    QCOMPARE(f.shown(), (HeadId{31, 30}));
}

void TestManyHeads::sortAndFilterLeaveTheirHeads()
{
    Window f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setHeads(f.window.session().view().heads.withSort(HeadMeasure::Entropy));
    const HeadId first = f.list().rows().head(0);
    QTest::mouseClick(&f.heads(), Qt::LeftButton, {}, f.heads().geometryOfHeads().rectOf({0, 0}).center());
    QCOMPARE(f.shown(), first);   // the first place has the first head of the ranking
    HeadsView view = f.window.session().view().heads;
    view.filter = HeadRange{.measure = HeadMeasure::MeanDistance, .least = 2.0, .most = 3.0};
    f.window.session().setHeads(view);
    const int left = f.list().rows().rowCount();
    QVERIFY2(left > 0 && left < kAll, qPrintable(QString::number(left)));
    QVERIFY2(f.widget<QPushButton>("headFilter").text() == QString("%1 of 1,024").arg(left), qPrintable(f.widget<QPushButton>("headFilter").text()));
    QVERIFY(f.click("showAllHeads"));
    QCOMPARE(f.list().rows().rowCount(), int(kAll));
}

void TestManyHeads::theListLeadsToAHead()
{
    Window f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.list().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&f.list(), Qt::Key_End);
    QTest::keyClick(&f.list(), Qt::Key_Return);
    QCOMPARE(f.shown(), f.list().rows().head(int(kAll) - 1));
    QVERIFY(f.list().viewport()->rect().contains(f.list().visualRect(f.list().currentIndex()).center()));
}

void TestManyHeads::aHeadStandsAlone()
{
    Window f(m_model);
    TRY_VERIFY(f.isSettled());
    QTest::mouseDClick(&f.heads(), Qt::LeftButton, {}, f.heads().geometryOfHeads().rectOf({30, 29}).center());
    QCOMPARE(f.shown(), (HeadId{30, 29}));
    QVERIFY(!f.shows("headsPanel"));
    QVERIFY(f.trigger("solo"));
    QVERIFY(f.shows("headsPanel"));
}

void TestManyHeads::groupsShareABracket()
{
    Window f(m_grouped);
    TRY_VERIFY(f.isSettled());
    const HeadGridGeometry& g = f.heads().geometryOfHeads();
    QCOMPARE(g.groupSize, core::Index(4));
    for (core::Index kv = 0; kv < 8; ++kv) {
        QCOMPARE(g.groupRect(kv).left(), g.rectOf({0, kv * 4}).left());
        QCOMPARE(g.groupRect(kv).right(), g.rectOf({0, kv * 4 + 3}).right());
        QVERIFY(f.heads().rect().contains(g.groupRect(kv)));
    }
    QVERIFY(f.text("modelFacts").contains("8 key/value heads"));
}

QTEST_MAIN(TestManyHeads)
#include "tst_many_heads.moc"
