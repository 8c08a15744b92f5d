// The matrix is what the window is about: in every size it is as large as its panel allows, and every row and column has its token.
#include "ui/plot/label_strips.h"
#include "window_fixture.h"

using namespace ui;

class TestPictureRoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theMatrixFillsItsPanel_data();
    void theMatrixFillsItsPanel();

private:
    QTemporaryDir m_folder;
};

void TestPictureRoom::initTestCase()
{
    QVERIFY(m_folder.isValid());
    test::writeTinyModel(m_folder.filePath("tiny").toStdString());
}

void TestPictureRoom::theMatrixFillsItsPanel_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1024, 640), QSize(1024, 768), QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080), QSize(3840, 2160)})
        QTest::addRow("%d × %d", size.width(), size.height()) << size;
}

void TestPictureRoom::theMatrixFillsItsPanel()
{
    QFETCH(QSize, size);
    test::WindowFixture f(m_folder.filePath("tiny"), "The cat sat.");
    TRY_VERIFY(f.isSettled());
    f.window.resize(size);
    TRY_VERIFY(f.picture().isComplete() && f.window.size() == size);
    const PlotScene& scene = f.picture().scene();
    const QSize panel = f.picture().size();
    const QString got = QString("%1 px of %2 × %3").arg(scene.layout.matrix.height()).arg(panel.width()).arg(panel.height());
    qInfo("%s", qPrintable(got));
    const bool isLargestCell = scene.geometry.cellHeight() >= std::clamp(panel.height() / 16.0, kLargestCell, 112.0) - 1.0;
    QVERIFY2(isLargestCell || scene.layout.matrix.height() >= 0.55 * std::min(panel.width(), panel.height()), qPrintable(got));
    QVERIFY(scene.geometry.cellHeight() >= kLabelsFrom);
    const int wanted = longestLabel(scene.labels, scene.shown->queries(), scene.theme) + int(kLabelRoom);
    QVERIFY2(scene.layout.queryLabels.width() >= wanted && scene.layout.keyLabels.height() >= wanted, qPrintable(got));
}

QTEST_MAIN(TestPictureRoom)
#include "tst_picture_room.moc"
