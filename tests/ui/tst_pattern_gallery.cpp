// The gallery of patterns: every entry is legal and its picture is its pairs; keys and the mouse choose.
#include <QComboBox>
#include <QLabel>
#include <QListView>

#include "tests/ui/pattern_stage.h"
#include "ui/views/compare/gallery_popup.h"

using namespace ui;
using Stage = test::PatternStage;

class TestPatternGallery : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void theGalleryWalksByKeysAndByMouse();
    void everyEntryOfTheGalleryParsesAndHasAPicture();
    void picturesOfPatternsAreTheirPairs();
};

void TestPatternGallery::theGalleryWalksByKeysAndByMouse()
{
    Stage s;
    QCOMPARE(s.widget<QComboBox>("galleryBox").currentText(), QString("Custom"));
    auto& popup = s.widget<GalleryPopup>("patternGallery");
    auto& list = s.widget<QListView>("galleryList");
    s.widget<QComboBox>("galleryBox").setFocus(Qt::TabFocusReason);
    s.press(Qt::Key_Space);
    QVERIFY(popup.isVisible());
    QCOMPARE(list.currentIndex().row(), 0);
    QTest::keyClick(&list, Qt::Key_Right);
    QCOMPARE(list.currentIndex().row(), 1);
    QTest::keyClick(&list, Qt::Key_Down);
    QCOMPARE(list.currentIndex().row(), 4);
    QTest::keyClick(&list, Qt::Key_Up);
    QTest::keyClick(&list, Qt::Key_Left);
    QVERIFY(!s.widget<QLabel>("galleryLine").text().isEmpty());
    const QString name = s.widget<QLabel>("galleryName").text();
    QTest::keyClick(&list, Qt::Key_Return);
    s.settle();
    QVERIFY(!popup.isVisible());
    QCOMPARE(s.pattern(), PatternGallery::builtIn().patterns.front().pattern);
    QCOMPARE(s.widget<QComboBox>("galleryBox").currentText(), name);
    QCOMPARE(int(s.undo.size()), 1);
    s.click("galleryBox");
    QVERIFY(popup.isVisible());
    const QModelIndex third = list.model()->index(2, 0);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(third).center());
    s.settle();
    QVERIFY(!popup.isVisible());
    QCOMPARE(int(s.undo.size()), 2);
    s.click("galleryBox");
    QTest::keyClick(&list, Qt::Key_Escape);
    QVERIFY(!popup.isVisible());
    QCOMPARE(int(s.undo.size()), 2);
}

void TestPatternGallery::everyEntryOfTheGalleryParsesAndHasAPicture()
{
    for (const bool isCausal : {true, false}) {
        const std::vector<GalleryEntry> entries = galleryEntries(PatternGallery::builtIn(), isCausal);
        QVERIFY(entries.size() >= 25);
        for (const GalleryEntry& entry : entries) {
            const auto pattern = core::Pattern::parse(entry.pattern.toStdString());
            QVERIFY2(pattern, qPrintable(entry.pattern));
            QVERIFY2(!entry.line.isEmpty() && !entry.name.isEmpty(), qPrintable(entry.pattern));
            QVERIFY(!patternThumbnail(*pattern, isCausal, 64, Theme::light()).isNull());
        }
    }
}

void TestPatternGallery::picturesOfPatternsAreTheirPairs()
{
    const Theme theme = Theme::light();
    for (const char* text : {"window(3)", "causal & (window(4) | sinks(2))", "blocks(8) & !window(2)"}) {
        const core::Pattern pattern = *core::Pattern::parse(text);
        const QImage image = patternThumbnail(pattern, false, 2 * kThumbnailTokens, theme);
        for (int q = 0; q < kThumbnailTokens; ++q)
            for (int k = 0; k < kThumbnailTokens; ++k)
                QCOMPARE(image.pixelColor(2 * k + 1, 2 * q + 1) == theme.text2, pattern.allows({q}, {k}, kThumbnailTokens));
    }
    QCOMPARE(candidatesOf(*core::Pattern::parse("causal & topk(8)")), *core::Pattern::parse("causal & dense"));
}

QTEST_MAIN(TestPatternGallery)
#include "tst_pattern_gallery.moc"
