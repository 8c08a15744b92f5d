// The search (Ctrl+K) through the real window, by keys and clicks: what it finds, what a row does, and where the keyboard is afterwards.
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>

#include "two_sentences.h"
#include "ui/window/keyboard_help.h"
#include "ui/window/language.h"
#include "ui/window/search/search_popup.h"
#include "ui/window/search/search_rows.h"
#include "ui/window/style_sheet.h"

using namespace ui;

namespace {

struct SearchedWindow : test::TwoSentences {
    using TwoSentences::TwoSentences;
    SearchPopup& popup() { return widget<SearchPopup>("searchPopup"); }
    QLineEdit& field() { return widget<QLineEdit>("searchField"); }
    QListView& list() { return widget<QListView>("searchList"); }
    const SearchRows& rows() { return *static_cast<const SearchRows*>(list().model()); }
    int current() { return list().currentIndex().row(); }
    // Where the keyboard is, as a person would press it.
    void press(Qt::Key key, Qt::KeyboardModifiers held = {}) { QTest::keyClick(QApplication::focusWidget(), key, held); }
    bool openSearch()
    {
        if (!QTest::qWaitFor([this] { return isSettled(); }, test::kPatience) || !activate()) return false;
        press(Qt::Key_K, Qt::ControlModifier);
        return popup().isVisible() && field().hasFocus();
    }
    void search(const char* typed)
    {
        field().selectAll();
        press(Qt::Key_Delete);
        QTest::keyClicks(&field(), QString::fromUtf8(typed));
    }
    // "Dark | View › Theme", of each row.
    QStringList found()
    {
        QStringList texts;
        for (int i = 0; i < rows().rowCount(); ++i) texts.append(rows().row(i).name + " | " + rows().row(i).context);
        return texts;
    }
    QString first() { return found().value(0); }
    int steps() { return window.session().undoStack().index(); }
};

}   // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void keysOpenAndCloseIt();
    void theKeyboardGoesBackToWhereItWas();
    void aClickElsewhereClosesItAndDoesNothingElse();
    void escapeClosesItFirst();
    void everyActionOfTheMenusIsFound();
    void anActionIsDone();
    void whatCannotBeDoneIsGreyAndLast();
    void aHeadIsShownAsOneStep();
    void aHeadStandsBesideItsMeasure();
    void aTokenIsPinnedAsItsChipWould();
    void aPinThatIsThereStays();
    void tokensOfBothSentencesAreFound();
    void everyKeyNarrowsItDown();
    void arrowsGoRoundAndPagesStop();
    void aClickOnARowDoesIt();
    void pointingChoosesTheRow();
    void nothingTypedShowsWhatWasDoneLast();
    void nothingFoundIsSaid();
    void lettersAndShortcutsStayInTheField();
    void tabStaysInTheSearch();
    void anotherRecordIsSearchedAtOnce();
    void whatIsMeantStaysMeant();
    void manyTokensMakeFewRows();
    void manyHeadsMakeFewRows();
    void screenReadersHearTheRow();
    void itIsListedWithTheKeys();
    void itFitsTheWindow_data();
    void itFitsTheWindow();
    void itIsMirrored();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestSearch::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestSearch::cleanup()
{
    QVERIFY(useLanguage("en"));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestSearch::keysOpenAndCloseIt()
{
    SearchedWindow f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(!f.popup().isVisible());
    QVERIFY(f.openSearch());
    f.press(Qt::Key_Escape);
    QVERIFY(!f.popup().isVisible());
    QVERIFY(f.openSearch());
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!f.popup().isVisible());
    QVERIFY(f.trigger("search"));   // by the menu
    QVERIFY(f.popup().isVisible() && f.field().hasFocus());
}

void TestSearch::theKeyboardGoesBackToWhereItWas()
{
    SearchedWindow f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    for (QWidget* place : {static_cast<QWidget*>(&f.sentence()), static_cast<QWidget*>(&f.picture()), static_cast<QWidget*>(&f.heads())}) {
        for (const Qt::Key way : {Qt::Key_Escape, Qt::Key_Return}) {
            place->setFocus();
            QVERIFY(f.openSearch());
            f.search("next head");
            f.press(way);
            QVERIFY(!f.popup().isVisible());
            QCOMPARE(QApplication::focusWidget(), place);
        }
    }
    QCOMPARE(f.sentence().text(), f.document().text);   // nothing was typed there
    QCOMPARE(f.document().head, (core::HeadId{0, 3}));
}

void TestSearch::aClickElsewhereClosesItAndDoesNothingElse()
{
    SearchedWindow f(m_model);
    TRY_VERIFY(f.isSettled());
    f.picture().setFocus();
    QVERIFY(f.openSearch());
    const QPoint at = f.picture().mapTo(&f.window, f.centreOf({f.recording().size() - 1, 1}));
    QVERIFY(!f.widget<QFrame>("searchCard").geometry().contains(at));
    QTest::mouseClick(f.window.childAt(at), Qt::LeftButton, {}, f.window.childAt(at)->mapFrom(&f.window, at));
    QVERIFY(!f.popup().isVisible());
    QVERIFY(!f.window.session().selection().pin);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&f.picture()));
}

// Before work is stopped and pins are released.
void TestSearch::escapeClosesItFirst()
{
    SearchedWindow f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{6, 1});
    f.engine->latch().close();
    QVERIFY(f.trigger("computeAgain"));
    QVERIFY(f.activate());
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.popup().isVisible());
    f.press(Qt::Key_Escape);
    QVERIFY(!f.popup().isVisible() && f.window.controller().busy() && f.window.session().selection().pin);
}

// Everything that the menus hold, walked by the test itself.
QSet<const QAction*> below(const QList<QAction*>& actions)
{
    QSet<const QAction*> all;
    for (const QAction* action : actions)
        if (action->menu())
            all.unite(below(action->menu()->actions()));
        else if (!action->isSeparator())
            all.insert(action);
    return all;
}

void TestSearch::everyActionOfTheMenusIsFound()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    const std::vector<MenuEntry> entries = entriesOf(*f.window.menuBar());
    QVERIFY(entries.size() > 50);
    QSet<const QAction*> read;
    for (const MenuEntry& entry : entries) read.insert(entry.action);
    QCOMPARE(read, below(f.window.menuBar()->actions()));
    for (const MenuEntry& entry : entries) {
        if (entry.action->objectName() == "search") continue;
        const QString name = plainTitle(entry.action->text());
        f.field().setText(name + ' ' + entry.path);
        const QStringList found = f.found();
        QVERIFY2(found.contains(name + " | " + entry.path), qPrintable(name + " is not in:\n" + found.join('\n')));
    }
    f.search("theme dark");
    QCOMPARE(f.first(), QString("Dark | View › Theme"));
    QCOMPARE(f.rows().row(0).keys, QString());
    f.search("undo");
    QCOMPARE(f.rows().row(0).keys, QKeySequence(Qt::CTRL | Qt::Key_Z).toString(QKeySequence::NativeText));
    f.search("search");
    for (const QString& text : f.found()) QVERIFY2(!text.startsWith("Search"), qPrintable(text));   // one is there already
}

void TestSearch::anActionIsDone()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("log sca");
    QCOMPARE(f.first(), QString("Log scale | View › Scale"));
    QVERIFY(!f.rows().row(0).isOn);
    f.press(Qt::Key_Return);
    QVERIFY(f.window.session().view().scale == ScaleKind::Log);
    QVERIFY(f.openSearch());
    f.search("log sca");
    QVERIFY(f.rows().row(0).isOn);
}

void TestSearch::whatCannotBeDoneIsGreyAndLast()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("re");   // Redo, Release pin, Read the row: none of them now; Reduced motion, Recent models
    const auto isEnabled = [&](int row) { return f.rows().row(row).isEnabled; };
    int enabled = 0;
    while (enabled < f.rows().rowCount() && isEnabled(enabled)) ++enabled;
    QVERIFY(enabled > 0 && enabled < f.rows().rowCount());
    for (int row = enabled; row < f.rows().rowCount(); ++row) QVERIFY(!isEnabled(row));
    f.press(Qt::Key_Up);
    QCOMPARE(f.current(), enabled - 1);   // round the end, and over none of them
    f.search("release pin");
    QVERIFY(!isEnabled(0));
    QCOMPARE(f.current(), -1);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QTest::mouseClick(f.list().viewport(), Qt::LeftButton, {}, f.list().visualRect(f.rows().index(0)).center());
    QVERIFY(f.popup().isVisible());
}

void TestSearch::aHeadIsShownAsOneStep()
{
    SearchedWindow f(m_model);
    for (const char* typed : {"L1 H2", "1.2", "layer 1 head 2"}) {
        f.window.session().showHead({0, 0});
        QVERIFY(f.openSearch());
        f.search(typed);
        QVERIFY2(f.rows().row(0).name == "L1 · H2", typed);
        const int steps = f.steps();
        f.press(Qt::Key_Return);
        QCOMPARE(f.document().head, (core::HeadId{1, 2}));
        QCOMPARE(f.steps(), steps + 1);
        QVERIFY(f.trigger("undo"));
        QCOMPARE(f.document().head, (core::HeadId{0, 0}));
    }
    QVERIFY(f.openSearch());
    f.search("9.9");   // no such head
    QCOMPARE(f.rows().rowCount(), 0);
}

void TestSearch::aHeadStandsBesideItsMeasure()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    const HeadValues values(f.window.controller().record(), {});
    for (const HeadMeasure measure : {HeadMeasure::MeanDistance, HeadMeasure::FirstToken}) {
        HeadsView heads = f.window.session().view().heads;
        heads.bars = measure;
        f.window.session().setHeads(heads);
        f.popup().leave();
        QVERIFY(f.openSearch());
        f.search("1.2");
        const std::optional<double> value = values.value(6, measure);
        QVERIFY(value);
        QVERIFY2(f.first().endsWith(QLocale().toString(*value, 'f', measure == HeadMeasure::MeanDistance ? 1 : 3)), qPrintable(f.first()));
        QVERIFY(f.rows().row(0).picture);
    }
}

void TestSearch::aTokenIsPinnedAsItsChipWould()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    const core::Index token = 5;
    const QString label = QString::fromStdString(f.recording().tokens.label(token));
    f.search(qPrintable(label + " 5"));
    const SearchRow row = f.rows().row(0);
    QCOMPARE(row.name, label);
    QCOMPARE(row.target.token, token);
    QCOMPARE(row.number, QString::number(token));
    QCOMPARE(row.context.mid(row.inContext.begin, row.inContext.end - row.inContext.begin), label);
    const std::optional<Pair> pair = f.picture().pairOfRow(token);
    QVERIFY(pair && pair->query == token);
    const int steps = f.steps();
    f.press(Qt::Key_Return);
    QCOMPARE(f.window.session().selection().pin, pair);
    QCOMPARE(f.steps(), steps + 1);
    QVERIFY(f.openSearch());
    f.search("3");   // by its number
    QCOMPARE(f.rows().row(0).target.token, core::Index(3));
    QVERIFY(f.rows().row(0).target.kind == SearchKind::Token);
    f.press(Qt::Key_Return);
    QCOMPARE(f.window.session().selection().pin, f.picture().pairOfRow(3));
}

void TestSearch::aPinThatIsThereStays()
{
    SearchedWindow f(m_model);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(f.openSearch());
        f.search("3");
        f.press(Qt::Key_Return);
        QCOMPARE(f.window.session().selection().pin, f.picture().pairOfRow(3));
    }
}

void TestSearch::tokensOfBothSentencesAreFound()
{
    SearchedWindow f(m_model);
    QVERIFY(f.open("The dog sat."));
    QVERIFY(f.openSearch());
    f.search("sat");
    QStringList contexts;
    for (int i = 0; i < f.rows().rowCount(); ++i)
        if (f.rows().row(i).target.kind == SearchKind::Token) contexts.append(f.rows().row(i).context);
    QCOMPARE(contexts.size(), 2);
    QVERIFY(contexts[0].startsWith("first sentence") && contexts[1].startsWith("second sentence"));
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    const std::optional<Pair> pin = f.window.session().selection(Side::Second).pin;
    QVERIFY(pin && f.record2()->recording->tokens.label(pin->query) == "sat");
    QVERIFY(!f.window.session().selection(Side::First).pin);
    QVERIFY(f.trigger("secondSentence"));
    QVERIFY(f.openSearch());
    f.search("sat");
    QCOMPARE(f.rows().rowCount(), 1);
    QVERIFY(!f.first().contains("sentence"));
}

void TestSearch::everyKeyNarrowsItDown()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    int before = f.rows().rowCount();
    QVERIFY(before > 10);
    for (const QChar c : QStringLiteral("theme dark")) {
        QTest::keyClick(&f.field(), c.toLatin1());
        QVERIFY(f.rows().rowCount() > 0);
        QCOMPARE(f.current(), 0);
        before = f.rows().rowCount();
    }
    QCOMPARE(before, 1);
    for (int i = 0; i < 5; ++i) f.press(Qt::Key_Backspace);
    QVERIFY(f.rows().rowCount() > 1);
}

void TestSearch::arrowsGoRoundAndPagesStop()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    const int last = f.rows().rowCount() - 1;
    QVERIFY(last > 10);
    QCOMPARE(f.current(), 0);
    f.press(Qt::Key_Up);
    QCOMPARE(f.current(), last);
    QVERIFY(f.list().viewport()->rect().contains(f.list().visualRect(f.list().currentIndex())));
    f.press(Qt::Key_Down);
    QCOMPARE(f.current(), 0);
    f.press(Qt::Key_PageDown);
    QCOMPARE(f.current(), 10);
    for (int i = 0; i < last; ++i) f.press(Qt::Key_PageDown);
    QCOMPARE(f.current(), last);
    for (int i = 0; i < last; ++i) f.press(Qt::Key_PageUp);
    QCOMPARE(f.current(), 0);
}

void TestSearch::aClickOnARowDoesIt()
{
    SearchedWindow f(m_model);
    TRY_VERIFY(f.isSettled());
    f.picture().setFocus();
    QVERIFY(f.openSearch());
    f.search("h2");
    QTest::mouseClick(f.list().viewport(), Qt::LeftButton, {}, f.list().visualRect(f.rows().index(1)).center());
    QVERIFY(!f.popup().isVisible());
    QCOMPARE(f.document().head, (core::HeadId{1, 2}));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&f.picture()));
}

void TestSearch::pointingChoosesTheRow()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("l");
    const QPoint at = f.list().visualRect(f.rows().index(3)).center();
    QMouseEvent move(QEvent::MouseMove, at, f.list().viewport()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(f.list().viewport(), &move);
    QCOMPARE(f.current(), 3);
    QVERIFY(f.field().hasFocus());
    f.press(Qt::Key_Down);
    QCOMPARE(f.current(), 4);
}

void TestSearch::nothingTypedShowsWhatWasDoneLast()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    for (int i = 0; i < f.rows().rowCount(); ++i) QVERIFY(!f.rows().row(i).keys.isEmpty() && f.rows().row(i).isEnabled);
    for (const char* typed : {"theme dark", "theme light", "theme dark"}) {
        f.search(typed);
        f.press(Qt::Key_Return);
        QVERIFY(f.openSearch());
    }
    const QStringList found = f.found();
    QCOMPARE(found.mid(0, 2), (QStringList{"Dark | View › Theme", "Light | View › Theme"}));
    QCOMPARE(found.count("Dark | View › Theme"), 1);
}

void TestSearch::nothingFoundIsSaid()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("xyzzy");
    QCOMPARE(f.rows().rowCount(), 0);
    QVERIFY(!f.list().isVisible());
    QVERIFY2(f.text("searchCount").contains("xyzzy"), qPrintable(f.text("searchCount")));
    f.press(Qt::Key_Return);
    f.press(Qt::Key_Down);
    QVERIFY(f.popup().isVisible());
    f.search("theme dark");
    QVERIFY(f.list().isVisible());
    QCOMPARE(f.text("searchCount"), QString("1 match"));
}

void TestSearch::lettersAndShortcutsStayInTheField()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    const ViewState view = f.window.session().view();
    QTest::keyClicks(&f.field(), "hlt[]?");
    QCOMPARE(f.field().text(), QString("hlt[]?"));
    for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_B, Qt::Key_R}) f.press(key, Qt::ControlModifier);
    for (const Qt::Key key : {Qt::Key_F5, Qt::Key_F6, Qt::Key_F9}) f.press(key);
    QVERIFY(f.field().hasFocus());
    QCOMPARE(f.window.session().view(), view);
    QCOMPARE(f.document().head, (core::HeadId{0, 0}));
    QVERIFY(!f.document().second && !f.window.controller().busy());
}

void TestSearch::tabStaysInTheSearch()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.press(Qt::Key_Tab);
    QVERIFY(f.field().hasFocus());
    QCOMPARE(f.current(), 1);
    f.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(f.current(), 0);
    f.sentence().setFocus();   // whatever else has the keyboard: it is closed, and takes nothing back
    QVERIFY(!f.popup().isVisible());
    QVERIFY(f.sentence().hasFocus());
}

void TestSearch::anotherRecordIsSearchedAtOnce()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("dog");
    QCOMPARE(f.rows().rowCount(), 0);
    f.window.session().setText("The dog sat.");
    TRY_VERIFY(f.rows().rowCount() > 0);
    QVERIFY2(f.first().contains("dog"), qPrintable(f.first()));
    QVERIFY(f.field().hasFocus());
}

void TestSearch::whatIsMeantStaysMeant()
{
    SearchedWindow f(m_model);
    f.window.session().setText("The cat cat cat");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.openSearch());
    f.search("cat");
    const int rows = f.rows().rowCount();
    QTest::keyClick(&f.field(), Qt::Key_Up);   // the last
    const SearchTarget meant = f.rows().row(f.list().currentIndex().row()).target;
    QCOMPARE(f.list().currentIndex().row(), rows - 1);
    f.window.session().setText("The sat cat cat");   // as many tokens
    TRY_VERIFY(f.rows().rowCount() < rows);
    QVERIFY(f.list().currentIndex().row() > 0);
    QVERIFY(f.rows().row(f.list().currentIndex().row()).target == meant);
}

void TestSearch::manyTokensMakeFewRows()
{
    SearchedWindow f(m_model, QString("The cat sat. ").repeated(90));
    QVERIFY(f.openSearch());
    f.search(".");
    QCOMPARE(f.rows().rowCount(), int(SearchIndex::kMostOfKind));
    for (int i = 1; i < f.rows().rowCount(); ++i)   // in the order of the text
        QVERIFY(f.rows().row(i - 1).target.token < f.rows().row(i).target.token);
    QCOMPARE(f.text("searchCount"), QString("The best 40 of 90 matches"));
}

void TestSearch::manyHeadsMakeFewRows()
{
    const QString model = m_folder.filePath("many");
    test::writeTinyModel(model.toStdString(), {.layers = 32, .heads = 32, .headDim = 2});
    SearchedWindow f(model, "cat");
    QVERIFY(f.openSearch());
    f.search("head");
    int heads = 0;
    for (int i = 0; i < f.rows().rowCount(); ++i) heads += f.rows().row(i).target.kind == SearchKind::Head ? 1 : 0;
    QCOMPARE(heads, int(SearchIndex::kMostOfKind));
    f.search("31.31");
    f.press(Qt::Key_Return);
    QCOMPARE(f.document().head, (core::HeadId{31, 31}));
}

void TestSearch::screenReadersHearTheRow()
{
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    QStringList heard;
    connect(&f.popup(), &SearchPopup::announced, this, [&](const QString& text) { heard.append(text); });
    f.search("theme");
    heard.clear();
    f.press(Qt::Key_Down);
    const QString dark = "Dark, Action, View › Theme";
    QCOMPARE(heard, QStringList{dark});
    f.search("release pin");
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&f.list());
    QVERIFY(list && list->childCount() == 1);
    QCOMPARE(list->child(0)->text(QAccessible::Name), QString("Release pin, Action, not available now, Head"));
    heard.clear();
    f.search("xyzzy");
    QVERIFY2(heard.join('\n').contains("xyzzy"), qPrintable(heard.join('\n')));
}

void TestSearch::itIsListedWithTheKeys()
{
    SearchedWindow f(m_model);
    QStringList lines;
    for (const ShortcutEntry& entry : shortcutsOf(f.window)) lines.append(entry.group + ": " + entry.name + ": " + entry.keys);
    QVERIFY2(lines.contains("Edit: Search: Ctrl+K"), qPrintable(lines.join('\n')));
    QVERIFY(lines.contains("In the search: Close the search: Esc, Ctrl+K"));
}

void TestSearch::itFitsTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("text");
    QTest::newRow("usual") << QSize(1280, 720) << 100;
    QTest::newRow("least") << QSize(1024, 640) << 100;
    QTest::newRow("large text") << QSize(1440, 900) << 200;
    QTest::newRow("large text, least") << QSize(1024, 640) << 200;
}

void TestSearch::itFitsTheWindow()
{
    QFETCH(QSize, size);
    QFETCH(int, text);
    SearchedWindow f(m_model);
    f.window.resize(size);
    f.window.session().setLook({.textPercent = text});
    QVERIFY(f.openSearch());
    for (const char* typed : {"", "l", "theme dark", "xyzzy"}) {
        f.search(typed);
        QCoreApplication::processEvents();
        const QRect card = f.widget<QFrame>("searchCard").geometry();
        QVERIFY2(f.popup().rect().adjusted(16, 16, -16, -16).contains(card), typed);
        QVERIFY(std::abs(card.center().x() - f.popup().rect().center().x()) <= 1);
        if (!f.list().isVisible()) continue;
        const int row = f.list().visualRect(f.rows().index(0)).height();
        QCOMPARE(f.list().height() % row, 0);   // no row is cut
        QVERIFY(f.list().height() / row <= 10);
        QVERIFY2(f.list().height() / row == f.rows().rowCount() || f.list().height() / row >= 4,
                 qPrintable(QString("%1 px of %2, rows of %3 px").arg(f.list().height()).arg(f.popup().height()).arg(row)));
    }
}

// The sign stands at the right and the kind at the left, and the same keys walk.
void TestSearch::itIsMirrored()
{
    QVERIFY(useLanguage("ar"));
    SearchedWindow f(m_model);
    QVERIFY(f.openSearch());
    f.search("3");
    f.press(Qt::Key_Down);
    QCOMPARE(f.current(), 1);
    f.press(Qt::Key_Up);
    const QRect row = f.list().visualRect(f.rows().index(0));
    const QImage picture = f.list().viewport()->grab(row).toImage();
    const QColor ground = picture.pixelColor(picture.width() / 2, 3);
    const auto hasInk = [&](int from, int to) {
        for (int y = 4; y < picture.height() - 4; ++y)
            for (int x = from; x < to; ++x)
                if (picture.pixelColor(x, y) != ground) return true;
        return false;
    };
    const int width = picture.width(), sign = 10 + QFontMetrics(Theme::light().font(TextStyle::Caption, Face::Number)).horizontalAdvance("0000");
    QVERIFY(hasInk(width - sign, width));               // the position
    QVERIFY(hasInk(width - sign - 30, width - sign));   // the name beside it
    QVERIFY(hasInk(10, 30));                            // the kind
    QVERIFY(!hasInk(width / 4, width / 3));
    const auto& icon = *f.field().parentWidget()->findChild<QLabel*>("searchIcon");
    QVERIFY(icon.x() > f.field().x());
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
