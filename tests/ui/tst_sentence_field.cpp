// Tokens of the sentence are pointed at like cells: hovering looks at a row in every view, a click pins it.
#include <algorithm>
#include <set>

#include <QInputMethodEvent>
#include <QTextBlock>

#include "tests/ui/try.h"
#include "window_fixture.h"

using ui::Pair;

class TestSentenceField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hoveringATokenPeeksItsRowEverywhere();
    void clickingATokenPinsAndAgainReleases();
    void selectingTextPinsNothing();
    void theStartTokenIsAToken();
    void typingEndsTheHover();
    void everyByteOfACharacterCanBePointedAt();
    void theBytesOfASymbolHaveRoomBesideIt();
    void lettersOfSeveralTokensStayTogether();
    void whatIsBeingComposedIsNoTextYet();
    void theNumbersOfAShortTextStandBelowIt();
    void onlyTokensWhoseRoleChangesArePainted();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// The middle of a token's first letter, in the viewport.
QPoint placeOf(ui::SentenceField& field, core::Index token)
{
    for (const ui::TokenBox& box : field.boxes()) {
        if (box.token != token) continue;
        QTextCursor cursor(field.document());
        cursor.setPosition(int(box.begin));
        const QRect left = field.cursorRect(cursor);
        cursor.setPosition(int(box.begin) + 1);
        return (left.center() + field.cursorRect(cursor).center()) / 2;
    }
    return {};
}

void moveTo(QWidget& widget, QPoint point, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, point, widget.mapToGlobal(point), Qt::NoButton, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

// What is painted of a widget.
class Painted : public QObject {
public:
    explicit Painted(QWidget& widget) { widget.installEventFilter(this); }
    QRegion region;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

}   // namespace

void TestSentenceField::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestSentenceField::hoveringATokenPeeksItsRowEverywhere()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QWidget& viewport = *f.sentence().viewport();
    const core::Index token = f.sentence().boxes().back().token;
    moveTo(viewport, placeOf(f.sentence(), token));
    const std::optional<Pair> peek = f.window.session().view().peek;
    QVERIFY(peek);
    QCOMPARE(peek->query, token);
    core::Index strongest = 0;
    f.picture().scene().map->row(token).maxCoeff(&strongest);
    QCOMPARE(peek->key, strongest);
    QCOMPARE(f.picture().scene().selection.peek, peek);
    QCOMPARE(f.text("inspectorSource"), QString("Peek"));

    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&viewport, &leave);
    QVERIFY(!f.window.session().view().peek);
    QCOMPARE(f.window.session().undoStack().count(), 0);
}

void TestSentenceField::clickingATokenPinsAndAgainReleases()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const core::Index token = f.sentence().boxes().back().token;
    const QPoint place = placeOf(f.sentence(), token);
    QTest::mouseClick(f.sentence().viewport(), Qt::LeftButton, {}, place);
    const std::optional<Pair> pin = f.window.session().selection().pin;
    QVERIFY(pin);
    QCOMPARE(pin->query, token);
    QTest::mouseClick(f.sentence().viewport(), Qt::RightButton, {}, place);   // other buttons mean other things
    QCOMPARE(f.window.session().selection().pin, pin);
    QTest::mouseClick(f.sentence().viewport(), Qt::LeftButton, {}, place);
    QVERIFY(!f.window.session().selection().pin);
}

void TestSentenceField::selectingTextPinsNothing()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QWidget& viewport = *f.sentence().viewport();
    const QPoint from = placeOf(f.sentence(), f.sentence().boxes().front().token), to = placeOf(f.sentence(), f.sentence().boxes().back().token);
    QTest::mousePress(&viewport, Qt::LeftButton, {}, from);
    moveTo(viewport, to, Qt::LeftButton);
    QVERIFY(!f.window.session().view().peek);   // while text is being selected nothing is looked at
    QTest::mouseRelease(&viewport, Qt::LeftButton, {}, to);
    QVERIFY(f.sentence().textCursor().hasSelection());
    QVERIFY(!f.window.session().selection().pin);
}

void TestSentenceField::theStartTokenIsAToken()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    auto* start = f.sentence().findChild<QWidget*>("startToken");
    QVERIFY(start && start->isVisible());
    QEnterEvent enter(QPointF(3, 3), QPointF(3, 3), start->mapToGlobal(QPointF(3, 3)));
    QCoreApplication::sendEvent(start, &enter);
    QCOMPARE(f.window.session().view().peek, (std::optional(Pair{0, 0})));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{0, 0})));
}

void TestSentenceField::typingEndsTheHover()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    moveTo(*f.sentence().viewport(), placeOf(f.sentence(), f.sentence().boxes().back().token));
    QVERIFY(f.window.session().view().peek);
    QTest::keyClick(&f.sentence(), 'x');
    QVERIFY(!f.window.session().view().peek);
}

void TestSentenceField::everyByteOfACharacterCanBePointedAt()
{
    test::WindowFixture f(m_model, QString::fromUtf8("a 🎉 b"));
    TRY_VERIFY(f.isSettled());
    std::set<core::Index> bytes;
    for (const ui::TokenBox& box : f.sentence().boxes())
        if (box.parts > 1) bytes.insert(box.token);
    QVERIFY(bytes.size() > 1);
    QWidget& viewport = *f.sentence().viewport();
    const QPoint middle = placeOf(f.sentence(), *bytes.begin());
    const int reach = 25 * int(bytes.size());   // their digits stand beside it
    const QImage rest = viewport.grab().toImage();
    std::set<core::Index> met;
    for (int x = middle.x() - reach; x <= middle.x() + reach; ++x) {
        moveTo(viewport, QPoint(x, middle.y()));
        const std::optional<Pair> peek = f.window.session().view().peek;
        if (!peek || !bytes.count(peek->query)) continue;
        met.insert(peek->query);
        // No other byte covers its chip: the place looks otherwise than at rest.
        const QRect place(x, middle.y() - 12, 1, 25);
        QVERIFY(viewport.grab(place).toImage() != rest.copy(place));
    }
    QCOMPARE(met, bytes);
}

namespace {

// From the left edge of a character to that of the next, in px.
qreal widthOf(ui::SentenceField& field, int position, int length)
{
    const QTextBlock block = field.document()->findBlock(position);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    return line.cursorToX(position - block.position() + length) - line.cursorToX(position - block.position());
}

void compose(QWidget& widget, const QString& preedit, const QString& commit)
{
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QCoreApplication::sendEvent(&widget, &event);
}

}   // namespace

void TestSentenceField::theBytesOfASymbolHaveRoomBesideIt()
{
    test::WindowFixture f(m_model, QString::fromUtf8("a 🎉"));
    TRY_VERIFY(f.isSettled());
    const auto& boxes = f.sentence().boxes();
    const int pieces = boxes.back().parts;
    QVERIFY(pieces >= 2);
    const qreal digits = QFontMetricsF(f.sentence().font()).horizontalAdvance("0");
    QVERIFY(widthOf(f.sentence(), 2, 2) > pieces * digits);
    f.type("b");   // what follows stands behind the digits, and pieces still stand there while the new text is on its way
    TRY_VERIFY(f.isSettled());
    QVERIFY(widthOf(f.sentence(), 2, 2) > pieces * digits);
    f.window.session().setText(QString::fromUtf8("a 🎉\n🎉b"));   // on every line
    TRY_VERIFY(f.isSettled());
    QVERIFY(widthOf(f.sentence(), 2, 2) > pieces * digits && widthOf(f.sentence(), 5, 2) > pieces * digits);
    f.window.session().setText("a x");   // and is gone with it
    TRY_VERIFY(f.isSettled());
    QVERIFY(widthOf(f.sentence(), 2, 1) < 2 * digits);
}

// Arabic letters are joined; Chinese ones stand close. Their bytes share the place of the letter.
void TestSentenceField::lettersOfSeveralTokensStayTogether()
{
    for (const char* text : {"عربي", "我喜欢猫", "שלום", "👩\u200d💻", "didn’t"}) {
        test::WindowFixture f(m_model, QString::fromUtf8(text));
        const QTextBlock block = f.sentence().document()->begin();
        const qreal before = block.layout()->lineAt(0).naturalTextWidth();
        TRY_VERIFY(f.isSettled());
        QCOMPARE(f.sentence().document()->begin().layout()->lineAt(0).naturalTextWidth(), before);
        QVERIFY(std::ranges::any_of(f.sentence().boxes(), [](const ui::TokenBox& box) { return box.parts > 1; }));
    }
}

void TestSentenceField::whatIsBeingComposedIsNoTextYet()
{
    test::WindowFixture f(m_model, "The cat sat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.sentence().setFocus();
    QTextCursor cursor(f.sentence().document());
    cursor.setPosition(4);
    f.sentence().setTextCursor(cursor);
    const core::Index last = f.sentence().boxes().back().token;
    const QPoint place = placeOf(f.sentence(), last);
    const int runs = f.engine->runCount();
    compose(f.sentence(), QString::fromUtf8("にほん"), {});
    QCOMPARE(f.window.session().document().text, QString("The cat sat."));
    QCOMPARE(f.engine->runCount(), runs);   // nothing to compute yet
    const QPoint moved = placeOf(f.sentence(), last);
    QVERIFY(moved.x() > place.x() + 10);
    moveTo(*f.sentence().viewport(), moved);   // tokens stay with their letters, which made room
    QVERIFY(f.window.session().view().peek);
    QCOMPARE(f.window.session().view().peek->query, last);
    compose(f.sentence(), {}, QString::fromUtf8("日本"));
    QCOMPARE(f.window.session().document().text, QString::fromUtf8("The 日本cat sat."));
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.engine->runCount() > runs);
    QCOMPARE(f.window.session().undoStack().count(), 1);
    compose(f.sentence(), "x", {});   // given up again
    compose(f.sentence(), {}, {});
    QCOMPARE(f.window.session().document().text, QString::fromUtf8("The 日本cat sat."));
}

void TestSentenceField::theNumbersOfAShortTextStandBelowIt()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    const int oneLine = f.sentence().height();
    auto* number = f.sentence().findChildren<QLabel*>().back();
    QCOMPARE(number->text(), QString("0"));
    QVERIFY(number->isVisible());
    f.window.session().setText("The cat\nsat");
    TRY_VERIFY(f.isSettled());
    QVERIFY(!number->isVisible());
    QVERIFY(f.sentence().height() < 2 * oneLine);   // lines of text take the place of numbers
}

void TestSentenceField::onlyTokensWhoseRoleChangesArePainted()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const auto& boxes = f.sentence().boxes();
    QVERIFY(boxes.size() > 6);
    const core::Index query = boxes[boxes.size() - 1].token, a = boxes[0].token, b = boxes[1].token;
    f.sentence().showPair(ui::PairOfRuns{{query, query + 1}, {a, a + 1}});
    f.sentence().viewport()->grab();
    QCoreApplication::processEvents();
    Painted painted(*f.sentence().viewport());
    f.sentence().showPair(ui::PairOfRuns{{query, query + 1}, {b, b + 1}});   // another key of the same row
    QCoreApplication::processEvents();
    QVERIFY(!painted.region.isEmpty());
    QVERIFY(painted.region.contains(placeOf(f.sentence(), a)));
    QVERIFY(painted.region.contains(placeOf(f.sentence(), b)));
    QVERIFY(!painted.region.contains(placeOf(f.sentence(), query)));
}

QTEST_MAIN(TestSentenceField)
#include "tst_sentence_field.moc"
