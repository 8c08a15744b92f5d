// The panel of patterns in every look: nothing is cut, keys walk as eyes do, colours can be read. With FOVEA_PICTURES=FOLDER it is written there, for
// eyes.
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>

#include "tests/ui/pattern_stage.h"
#include "ui/state/pattern_hues.h"
#include "ui/views/compare/gallery_popup.h"
#include "ui/views/compare/pattern_number.h"
#include "ui/views/explore/heads/eliding_label.h"

using namespace ui;
using Stage = test::PatternStage;

class TestPatternLooks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareApplication(); }
    void keysWalkInTheOrderOfTheEyes();
    void everyControlHasAName();
    void huesCanBeRead();
    void nothingIsCut();
};

// Each stop is below the one before it, or on its line behind it.
void TestPatternLooks::keysWalkInTheOrderOfTheEyes()
{
    for (const int width : {280, 240}) {
        Stage s({width, 860});
        s.start("causal & (window(24) | global(\".\") | dilated(3, 2) | random(4, 2, 1)) & topk(3)");
        s.widget<QComboBox>("galleryBox").setFocus(Qt::TabFocusReason);
        std::vector<QWidget*> stops;
        for (QWidget* at = QApplication::focusWidget(); std::ranges::find(stops, at) == stops.end(); at = QApplication::focusWidget()) {
            stops.push_back(at);
            s.press(Qt::Key_Tab);
        }
        QVERIFY2(stops.size() >= 26, qPrintable(QString::number(stops.size())));
        const auto placeOf = [&](QWidget* stop) {
            return QRect(stop->mapTo(&s.panel, QPoint()), stop->size())
                .translated(0, s.panel.findChild<QScrollArea*>()->verticalScrollBar()->value());
        };
        for (std::size_t i = 1; i < stops.size(); ++i) {
            const QRect before = placeOf(stops[i - 1]), now = placeOf(stops[i]);
            const bool isBelow = now.center().y() > before.center().y() + 4, isBehind = now.left() > before.left() && now.bottom() > before.top();
            QVERIFY2(isBelow || isBehind, qPrintable(stops[i - 1]->objectName() + " then " + stops[i]->objectName()));
        }
    }
}

void TestPatternLooks::everyControlHasAName()
{
    Stage s;
    s.showReach();
    for (const auto* control : s.panel.findChildren<QWidget*>()) {
        if (control->focusPolicy() == Qt::NoFocus || !control->isVisibleTo(&s.panel)) continue;
        if (qobject_cast<const QLineEdit*>(control) && qobject_cast<const QSpinBox*>(control->parentWidget())) continue;
        if (control->objectName().startsWith("qt_")) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(control->objectName()));
    }
}

void TestPatternLooks::huesCanBeRead()
{
    for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::contrast()}) {
        const double wanted = theme.look.theme == ThemeKind::Contrast ? 7.0 : 4.5;
        for (const BlockKind kind : blockKinds()) QVERIFY(contrastRatio(textHueOf(kind, theme), theme.surface2) >= wanted);
        for (int i = 0; i < PatternPanel::kMost; ++i) QVERIFY(contrastRatio(patternInk(i, theme), theme.surface) >= wanted);
    }
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
}

// In every look: labels have the room they ask for, and the panel scrolls downwards only.
void TestPatternLooks::nothingIsCut()
{
    struct Pose {
        const char* name;
        QSize size;
        Look look;
        void (*pose)(Stage& s) = nullptr;
        Qt::LayoutDirection direction = Qt::LeftToRight;
    };
    const auto fault = [](Stage& s) {
        s.field().setFocus();
        s.press(Qt::Key_End, Qt::ControlModifier);
        s.type(" | snks(3)");
    };
    const auto full = [](Stage& s) {
        s.start("causal & (window(24) | sinks(4) | global(\".\") | strided(16) | blocks(16) | dilated(8, 2) | random(8, 2, 1) | cells(9:1-3)) & "
                "!cells(4:1) & topk(8)");
    };
    const Pose poses[] = {
        {"default", {280, 790}, {}},
        {"error", {280, 790}, {}, fault},
        {"free", {280, 790}, {}, [](Stage& s) { s.start("causal & (window(9) | sinks(2)) & !blocks(4)"); }},
        {"four", {280, 790}, {}, [](Stage& s) { s.click("addPattern"), s.click("addPattern"), s.click("addPattern"), s.click("patternTab2"); }},
        {"full", {280, 1100}, {}, full},
        {"hover",
         {280, 790},
         {},
         [](Stage& s) {
             QHoverEvent enter(QEvent::HoverEnter, QPointF(30, 5), QPointF(30, 5), QPointF(-1, -1));
             QCoreApplication::sendEvent(&s.widget<QWidget>("block_window"), &enter);
             s.widget<NumberField>("number_sinks_0").setFocus(Qt::TabFocusReason);
         }},
        {"dark", {280, 790}, {.theme = ThemeKind::Dark}},
        {"dark-error", {280, 790}, {.theme = ThemeKind::Dark}, fault},
        {"contrast", {280, 790}, {.theme = ThemeKind::Contrast}},
        {"text200", {280, 1500}, {.textPercent = 200}},
        {"narrow", {240, 900}, {}, full},
        {"narrow-text200", {240, 2300}, {.textPercent = 200}, full},
        {"arabic", {280, 790}, {}, nullptr, Qt::RightToLeft},
        {"projector", {312, 900}, {.viewing = Viewing::Projector}},
    };
    QStringList cut;
    for (const Pose& pose : poses) {
        Stage s(pose.size, Theme::of(pose.look));
        s.panel.setLayoutDirection(pose.direction);
        s.showReach();
        s.panel.showBrush({.mode = BrushMode::Allow, .shape = BrushShape::Block, .size = 1});
        if (pose.pose) pose.pose(s);
        s.settle();
        for (const auto* label : s.panel.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || label->window() != &s.panel) continue;
            const QSize wanted = label->wordWrap() ? QSize(0, label->QLabel::heightForWidth(label->width())) : label->QLabel::sizeHint();
            if (wanted.width() > label->width() || wanted.height() > label->height() || !label->parentWidget()->rect().contains(label->geometry()))
                cut += QString("%1: %2 “%3” has %4 × %5, wants %6 × %7")
                           .arg(pose.name, label->objectName(), label->text().left(30))
                           .arg(label->width())
                           .arg(label->height())
                           .arg(wanted.width())
                           .arg(wanted.height());
        }
        for (const auto* area : s.panel.findChildren<QScrollArea*>())
            if (!(area->widget()->width() <= area->viewport()->width()))
                cut += QString("%1: %2 px in %3").arg(pose.name).arg(area->widget()->width()).arg(area->viewport()->width());
        const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
        if (!folder.isEmpty()) QVERIFY(s.panel.grab().save(QString("%1/pattern-%2.png").arg(folder, pose.name)));
        if (!folder.isEmpty() && (QByteArray(pose.name) == "default" || QByteArray(pose.name) == "dark" || QByteArray(pose.name) == "contrast" ||
                                  QByteArray(pose.name) == "text200")) {
            s.click("galleryBox");
            QTest::keyClick(&s.widget<QListView>("galleryList"), Qt::Key_Right);
            s.settle();
            QVERIFY(s.widget<GalleryPopup>("patternGallery").grab().save(QString("%1/gallery-%2.png").arg(folder, pose.name)));
        }
    }
    applyLook(Theme::light());
    QVERIFY2(cut.empty(), qPrintable(cut.join('\n')));
}

QTEST_MAIN(TestPatternLooks)
#include "tst_pattern_looks.moc"
