// What a reader can choose about the look: every choice reaches everything on screen, none of them is a step that could be undone.
#include <QAccessible>
#include <QComboBox>
#include <QPainter>
#include <QStyle>
#include <QToolBar>
#include <QToolButton>

#include "colorimetry.h"
#include "ui/theme/icons.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestLookChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void themesAndColoursAreShownAtOnceAndNotUndone();
    void textGrowsEverywhere();
    void sizesOfTextAreStepped();
    void aProjectorHasLargerTypeAndADarkerHatch();
    void motionIsReduced();
    void stepsAreNamedByTheirButtons();
    void buttonsAreReachedByKeys();
    void buttonsLoseTheirNamesBeforeTheyAreLost();
    void iconOnlyButtonsSayWhatTheyDo();
    void iconsHaveTheColourOfText_data();
    void iconsHaveTheColourOfText();
    void iconsAreSharpAtAnyRatio();
    void aProjectorFoldsTheHeadsWhereThePictureNeedsTheRoom();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

QToolButton& button(test::WindowFixture& f, const char* name) { return f.widget<QToolButton>(name); }

// The strongest pixel of a picture beside its ground.
QColor inkOf(const QImage& image, const QColor& ground)
{
    QColor ink = ground;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (test::contrast(image.pixelColor(x, y), ground) > test::contrast(ink, ground)) ink = image.pixelColor(x, y);
    return ink;
}

QImage drawn(const QString& name, double ratio, QIcon::Mode mode, QIcon::State state, const QColor& ground)
{
    QImage image(QSize(16, 16) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(ground);
    QPainter painter(&image);
    icon(name).paint(&painter, QRect(0, 0, 16, 16), Qt::AlignCenter, mode, state);
    return image;
}

}   // namespace

void TestLookChoices::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestLookChoices::themesAndColoursAreShownAtOnceAndNotUndone()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const int steps = f.window.session().undoStack().count();
    QVERIFY(f.trigger("themeContrast") && f.trigger("colorsGrey"));
    const Look look{.theme = ThemeKind::Contrast, .colors = WeightColors::Grey};
    QCOMPARE(f.window.session().view().look, look);
    QCOMPARE(f.picture().scene().theme, Theme::of(look));
    QCOMPARE(f.picture().scene().colors().color(1.0), ColorMap::of(MapName::Weight, look).color(1.0));
    QCOMPARE(f.window.session().undoStack().count(), steps);
    QCOMPARE(f.window.findChild<QAction*>("colorsGrey")->isChecked(), true);
    QCOMPARE(f.window.findChild<QAction*>("colorsStandard")->isChecked(), false);
    QVERIFY(f.trigger("colorsGrey"));   // chosen again it stays chosen
    QVERIFY(f.window.findChild<QAction*>("colorsGrey")->isChecked());
    QVERIFY(f.trigger("themeLight"));
    QCOMPARE(f.window.session().view().look, Look{.colors = WeightColors::Grey});
}

void TestLookChoices::textGrowsEverywhere()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto heights = [&] {
        QCoreApplication::processEvents();
        return std::vector{f.widget<QLabel>("headCount").fontMetrics().height(),
                           f.widget<QLabel>("inspectorTitle").fontMetrics().height(),
                           f.widget<QLabel>("modelFacts").fontMetrics().height(),
                           f.widget<QLabel>("statusTokens").fontMetrics().height(),
                           f.sentence().fontMetrics().height(),
                           QFontMetrics(f.picture().scene().theme.font(TextStyle::Label)).height()};
    };
    const std::vector<int> before = heights();
    QVERIFY(f.trigger("text200"));
    const std::vector<int> after = heights();
    for (std::size_t i = 0; i < before.size(); ++i) QVERIFY2(after[i] >= before[i] * 1.7, qPrintable(QString::number(i)));
    QVERIFY(f.trigger("text100"));
    QCOMPARE(heights(), before);
}

void TestLookChoices::sizesOfTextAreStepped()
{
    test::WindowFixture f(m_model);
    const auto percent = [&] { return f.window.session().view().look.textPercent; };
    std::vector<int> seen;
    for (int i = 0; i < 20 && f.trigger("largerText"); ++i) seen.push_back(percent());
    QCOMPARE(seen, (std::vector{110, 125, 150, 175, 200}));
    QVERIFY(!f.window.findChild<QAction*>("largerText")->isEnabled());
    f.window.session().setLook({.textPercent = 130});   // as a file of settings might say
    QVERIFY(f.trigger("smallerText"));
    QCOMPARE(percent(), 125);
    while (f.trigger("smallerText")) {
    }
    QCOMPARE(percent(), 90);
    QCOMPARE((Look{.textPercent = 5000}).textScale(), 2.0);
}

void TestLookChoices::aProjectorHasLargerTypeAndADarkerHatch()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    const Theme desk = f.picture().scene().theme;
    QTest::keyClick(&f.window, Qt::Key_F5);
    const Theme& theme = f.picture().scene().theme;
    QCOMPARE(theme.look.viewing, Viewing::Projector);
    QVERIFY(theme.textScale >= 1.25 * desk.textScale);
    QVERIFY(test::contrast(theme.maskLine, theme.mask) >= 3.0);
    QVERIFY(test::luminance(QColor(f.picture().scene().colors().color(0.0))) < test::luminance(QColor(ColorMap::of(MapName::Weight, {}).color(0.0))));
    QVERIFY(button(f, "projectorButton").isChecked());
    QVERIFY(f.click("projectorButton"));
    QCOMPARE(f.picture().scene().theme, desk);
}

void TestLookChoices::motionIsReduced()
{
    test::WindowFixture f(m_model);
    const auto duration = [] { return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration); };
    QVERIFY(duration() > 0);
    QVERIFY(f.trigger("reducedMotion"));
    QCOMPARE(f.window.session().view().look.motion, Motion::Reduced);
    QCOMPARE(duration(), 0);
    QVERIFY(!QApplication::isEffectEnabled(Qt::UI_AnimateMenu) && !QApplication::isEffectEnabled(Qt::UI_FadeTooltip));
    QVERIFY(f.trigger("reducedMotion"));
    QVERIFY(duration() > 0);
}

void TestLookChoices::stepsAreNamedByTheirButtons()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!button(f, "undoButton").isEnabled() && !button(f, "redoButton").isEnabled());
    f.window.session().showHead({1, 2});
    QCOMPARE(button(f, "undoButton").toolTip(), QString::fromUtf8("Undo head L1 · H2"));
    QVERIFY(f.click("undoButton"));
    QCOMPARE(f.window.session().document().head, (core::HeadId{}));
    QCOMPARE(button(f, "redoButton").toolTip(), QString::fromUtf8("Redo head L1 · H2"));
    QVERIFY(f.click("redoButton"));
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 2}));
    QVERIFY(!f.click("redoButton"));
}

void TestLookChoices::buttonsAreReachedByKeys()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().showHead({1, 2});
    f.widget<QComboBox>("heads").setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &button(f, "undoButton"));
    const QImage focused = button(f, "undoButton").grab().toImage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(f.window.session().document().head, (core::HeadId{}));
    f.sentence().setFocus();
    QVERIFY(f.trigger("redo"));
    QVERIFY(focused != button(f, "undoButton").grab().toImage());   // it was to be seen
}

void TestLookChoices::buttonsLoseTheirNamesBeforeTheyAreLost()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.resize(1440, 900);
    QCoreApplication::processEvents();
    QCOMPARE(button(f, "exportFigureButton").toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    f.window.resize(1024, 640);
    for (const Look& look : {Look{}, Look{.viewing = Viewing::Projector}, Look{.textPercent = 150}}) {
        f.window.session().setLook(look);
        QCoreApplication::processEvents();
        for (const char* name : {"undoButton", "redoButton", "projectorButton", "exportFigureButton"})
            QVERIFY2(f.shows(name), qPrintable(QStringLiteral("%1 at %2").arg(name).arg(look.textScale())));
    }
}

void TestLookChoices::iconOnlyButtonsSayWhatTheyDo()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (QWidget* widget : f.window.findChildren<QWidget*>()) {
        auto* found = qobject_cast<QAbstractButton*>(widget);
        if (!found || !found->isVisible() || found->objectName().startsWith("qt_")) continue;   // Qt's own, of its toolbars
        const QString spoken = QAccessible::queryAccessibleInterface(found)->text(QAccessible::Name);
        QVERIFY2(spoken.size() > 1,
                 qPrintable(QStringLiteral("%1 “%2” in %3").arg(found->objectName(), found->text(), found->parentWidget()->objectName())));
        const auto* tool = qobject_cast<QToolButton*>(found);
        const bool iconOnly = found->text().size() <= 1 || (tool && !tool->icon().isNull() && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
        QVERIFY2(!iconOnly || !found->toolTip().isEmpty(), qPrintable(found->objectName()));
    }
}

void TestLookChoices::iconsHaveTheColourOfText_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    for (const char* name : {"undo", "redo", "projector", "export", "explore", "plus", "close"})
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Contrast})
            QTest::addRow("%s %d", qPrintable(QLatin1String(name)), int(kind)) << QString::fromLatin1(name) << int(kind);
}

void TestLookChoices::iconsHaveTheColourOfText()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    const Theme theme = Theme::of({.theme = ThemeKind(kind)});
    applyLook(theme);
    const auto near = [](const QColor& a, const QColor& b) { return test::labDistance(test::labOf(a), test::labOf(b)) <= 12.0; };   // smoothed lines
    for (const double ratio : {1.0, 1.5, 2.0, 3.0}) {
        QVERIFY(near(inkOf(drawn(name, ratio, QIcon::Normal, QIcon::Off, theme.surface), theme.surface), theme.text1));
        QVERIFY(near(inkOf(drawn(name, ratio, QIcon::Disabled, QIcon::Off, theme.surface), theme.surface), theme.text3));
        QVERIFY(near(inkOf(drawn(name, ratio, QIcon::Normal, QIcon::On, theme.ink), theme.ink), theme.onInk));
    }
    applyLook(Theme::light());
}

// Drawn for the ratio, and not enlarged: a picture at twice the ratio has detail that the enlarged one lacks.
void TestLookChoices::iconsAreSharpAtAnyRatio()
{
    for (const double ratio : {1.0, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = icon("undo").pixmap({16, 16}, ratio);
        QCOMPARE(pixmap.size(), QSize(16, 16) * ratio);
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }
    const QImage fine = icon("undo").pixmap({16, 16}, 2.0).toImage();
    const QImage coarse = icon("undo").pixmap({16, 16}, 1.0).toImage().scaled(32, 32, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY(fine != coarse.convertToFormat(fine.format()));
    QVERIFY(icon("no such icon").isNull());
}

// Larger type leaves the picture no room beside both panels on a small screen.
void TestLookChoices::aProjectorFoldsTheHeadsWhereThePictureNeedsTheRoom()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
        f.window.resize(size);
        QVERIFY(f.trigger("projector"));
        QVERIFY(!f.shows("headsPanel"));
        QVERIFY(!f.window.findChild<QAction*>("foldHeads")->isChecked());
        QCoreApplication::processEvents();
        QVERIFY(!f.picture().scene().lacksRoomForLinks());
        QVERIFY(f.trigger("projector"));
        QVERIFY(f.shows("headsPanel"));
    }
    QVERIFY(f.trigger("projector") && f.trigger("foldHeads") && f.shows("headsPanel"));   // whoever wants them has them
    QVERIFY(f.trigger("projector") && f.shows("headsPanel"));
    f.window.resize(1920, 1080);
    QVERIFY(f.trigger("projector") && f.shows("headsPanel"));
}

QTEST_MAIN(TestLookChoices)
#include "tst_look_choices.moc"
