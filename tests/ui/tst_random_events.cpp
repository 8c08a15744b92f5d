// Ten thousand random things a person might do to the window, always the same ones. Nothing crashes (the sanitizers watch), undo and redo are
// each other's inverse wherever they are tried, and afterwards the picture is that of the document.
#include <QAbstractButton>
#include <QComboBox>
#include <QToolButton>
#include <QWheelEvent>

#include "core/base/random.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

namespace {

constexpr int kEvents = 2'000;     // of each of five people
constexpr int kLongestText = 60;   // letters, so that most of the time goes into events

class Person {
public:
    explicit Person(test::WindowFixture& fixture, std::uint64_t seed) : m_f(fixture), m_random(seed) {}

    void act()
    {
        switch (m_random.below(13)) {
        case 0:
        case 1:
            return move();
        case 2:
            return click();
        case 3:
            return drag();
        case 4:
            return turnWheel();
        case 5:
        case 6:
            return pressKey();
        case 7:
            return edit();
        case 8:
            return trigger();
        case 9:
            return goBackAndForth();
        case 10:
            return choose();
        case 11:
            return pin();
        default:
            return m_random.below(8) == 0 ? resize() : QCoreApplication::processEvents();
        }
    }

private:
    QWidget* someWidget()
    {
        QList<QWidget*> seen;
        for (QWidget* each : m_f.window.findChildren<QWidget*>())
            if (each->isVisible() && each->isEnabled()) seen.append(each);
        return seen.isEmpty() ? &m_f.window : seen[qsizetype(m_random.below(seen.size()))];
    }
    QPoint somewhereIn(const QWidget& widget)
    {
        return {int(m_random.below(std::max(1, widget.width()))), int(m_random.below(std::max(1, widget.height())))};
    }
    void send(QWidget& widget, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons down)
    {
        QMouseEvent event(type, at, widget.mapToGlobal(at), button, down, {});
        QCoreApplication::sendEvent(&widget, &event);
    }

    void move()
    {
        QWidget& widget = *someWidget();
        send(widget, QEvent::MouseMove, somewhereIn(widget), Qt::NoButton, Qt::NoButton);
    }
    void click()
    {
        QWidget& widget = *someWidget();
        // What opens a list or a menu would keep the pointer to itself: see choose() and trigger().
        const auto* button = qobject_cast<QToolButton*>(&widget);
        if (qobject_cast<QComboBox*>(&widget) || (button && button->menu())) return;
        const QPoint at = somewhereIn(widget);
        send(widget, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        send(widget, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    }
    void drag()
    {
        QWidget& picture = somePicture();
        send(picture, QEvent::MouseButtonPress, somewhereIn(picture), Qt::LeftButton, Qt::LeftButton);
        for (int i = 0; i < 3; ++i) send(picture, QEvent::MouseMove, somewhereIn(picture), Qt::NoButton, Qt::LeftButton);
        send(picture, QEvent::MouseButtonRelease, somewhereIn(picture), Qt::LeftButton, Qt::NoButton);
    }
    void turnWheel()
    {
        QWidget& picture = somePicture();
        const QPoint at = somewhereIn(picture), turned(0, m_random.below(2) == 0 ? 120 : -120);
        const Qt::KeyboardModifiers held = m_random.below(3) == 0 ? Qt::ShiftModifier : Qt::NoModifier;
        QWheelEvent event(at, picture.mapToGlobal(at), {}, turned, {}, held, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&picture, &event);
    }
    void pressKey()
    {
        static constexpr Qt::Key kKeys[] = {Qt::Key_Up,     Qt::Key_Down,     Qt::Key_Left,  Qt::Key_Right,  Qt::Key_Home,      Qt::Key_End,
                                            Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Tab,   Qt::Key_Return, Qt::Key_Escape,    Qt::Key_Plus,
                                            Qt::Key_Minus,  Qt::Key_0,        Qt::Key_Space, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_H,
                                            Qt::Key_S,      Qt::Key_M,        Qt::Key_L};
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &m_f.window, kKeys[m_random.below(std::int64_t(std::size(kKeys)))]);
    }
    void edit()
    {
        static const QString kPieces[] = {"The ", "cat ", "sat. ", "é", "猫", "🎉", "\n", " ", "\t", QString(QChar(0)), QString(QChar(0xd800)),
                                          "كلب ", "<b>"};
        const DocumentState& document = std::as_const(m_f.window.session()).document();
        const Side side = document.second && m_random.below(2) == 0 ? Side::Second : Side::First;
        if (m_random.below(40) == 0) return document.second ? m_f.window.session().closeSecond() : m_f.window.session().openSecond("The dog");
        QString text = document.textOf(side);
        const auto at = qsizetype(m_random.below(text.size() + 1));
        if (text.size() > kLongestText || m_random.below(3) == 0)
            text.remove(at, qsizetype(1 + m_random.below(m_random.below(20) == 0 ? 100 : 4)));
        else
            text.insert(at, kPieces[m_random.below(std::int64_t(std::size(kPieces)))]);
        m_f.window.session().setText(text, side);
    }
    QWidget& somePicture()
    {
        auto* second = m_f.window.findChild<QWidget*>("attentionView2");
        return second && second->isVisible() && m_random.below(2) == 0 ? *second : m_f.picture();
    }
    void pin()
    {
        const Pair pair{m_random.below(12), m_random.below(12)};
        m_f.window.session().setPin(m_random.below(4) == 0 ? std::nullopt : std::optional(pair), m_random.below(2) == 0 ? Side::First : Side::Second);
    }
    void trigger()
    {
        QList<QAction*> actions;
        for (QAction* each : m_f.window.findChildren<QAction*>())
            if (each->isEnabled() && !each->menu()) actions.append(each);
        if (!actions.isEmpty()) actions[qsizetype(m_random.below(actions.size()))]->trigger();
    }
    void goBackAndForth()
    {
        QUndoStack& undo = m_f.window.session().undoStack();
        if (!undo.canUndo()) return;
        const DocumentState before = m_f.window.session().document();
        const int steps = 1 + int(m_random.below(std::min(5, undo.index())));
        for (int i = 0; i < steps; ++i) undo.undo();
        for (int i = 0; i < steps; ++i) undo.redo();
        QCOMPARE(m_f.window.session().document(), before);
    }
    void choose()
    {
        QList<QComboBox*> boxes;
        for (QComboBox* each : m_f.window.findChildren<QComboBox*>())
            if (each->isVisible() && each->count() > 0) boxes.append(each);
        if (boxes.isEmpty()) return;
        QComboBox& box = *boxes[qsizetype(m_random.below(boxes.size()))];
        box.setFocus();
        QTest::keyClick(&box, m_random.below(2) == 0 ? Qt::Key_Up : Qt::Key_Down);
    }
    void resize() { m_f.window.resize(int(700 + m_random.below(900)), int(480 + m_random.below(600))); }

    test::WindowFixture& m_f;
    core::Random m_random;
};

}   // namespace

class TestRandomEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingBreaks_data();
    void nothingBreaks();
};

void TestRandomEvents::nothingBreaks_data()
{
    QTest::addColumn<int>("seed");
    for (const int seed : {1, 2, 3, 4, 5}) QTest::addRow("%d", seed) << seed;
}

void TestRandomEvents::nothingBreaks()
{
    QFETCH(int, seed);
    prepareApplication();
    QTemporaryDir folder;
    const QString model = folder.filePath("tiny");
    test::writeTinyModel(model.toStdString());
    test::WindowFixture f(model);
    f.nextFolder = "/no/such/folder";   // what is chosen when a model is to be opened
    TRY_VERIFY(f.isSettled());
    // The search finds these too: a window that is closed paints nothing, and a dialog of the platform waits for somebody.
    for (const char* ending : {"quit", "about"}) f.window.findChild<QAction*>(QLatin1String(ending))->setEnabled(false);
    const DocumentState first = f.window.session().document();
    Person person(f, std::uint64_t(seed));
    for (int i = 0; i < kEvents; ++i) {
        person.act();
        if (QTest::currentTestFailed()) return;
    }
    QCoreApplication::processEvents();
    while (QWidget* popup = QApplication::activePopupWidget()) popup->close();
    static_cast<void>(f.click("walkLeave"));   // somebody may still be shown around
    f.window.controller().runAgain();          // the last run may have been stopped
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.window.isVisible());
    f.window.session().showView(kFirstView);   // its picture is drawn where it is seen
    TRY_VERIFY(f.picture().isComplete());

    // Whatever was done can be undone, and done again.
    QUndoStack& undo = f.window.session().undoStack();
    while (undo.canRedo()) undo.redo();   // the last of the events may have been an undo
    const DocumentState last = f.window.session().document();
    const bool complete = undo.count() < undo.undoLimit();
    while (undo.canUndo()) undo.undo();
    if (complete) QCOMPARE(f.window.session().document(), first);
    while (undo.canRedo()) undo.redo();
    QCOMPARE(f.window.session().document(), last);
    TRY_VERIFY(f.isSettled());
}

QTEST_MAIN(TestRandomEvents)
#include "tst_random_events.moc"
