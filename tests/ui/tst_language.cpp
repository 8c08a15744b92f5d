// The window in other languages: every sentence is marked for translation, the translations are whole, and where one reads from the right the
// window is mirrored and the matrix is not.
#include <set>

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QToolBar>
#include <QTextLayout>
#include <QTranslator>
#include <QXmlStreamReader>

#include "ui/state/bidi.h"
#include "ui/views/explore/heads/eliding_label.h"
#include "ui/window/keyboard_help.h"
#include "ui/window/language.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

namespace {

using Message = std::pair<QString, QString>;   // context, source

struct Translation {
    QString source;
    QString text;
    bool finished = true;
};

// All messages of resources/translations/fovea_CODE.ts.
std::map<Message, Translation> translationsIn(const char* code)
{
    QFile file(QStringLiteral(FOVEA_TEST_DIR "/../resources/translations/fovea_%1.ts").arg(QLatin1String(code)));
    std::map<Message, Translation> result;
    if (!file.open(QIODevice::ReadOnly)) return result;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"name") context = xml.readElementText();
        if (xml.name() == u"source") source = xml.readElementText();
        if (xml.name() != u"translation") continue;
        const bool finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
        result[{context, source}] = {source, xml.readElementText(), finished};
    }
    return result;
}

// Puts every sentence in brackets, and remembers what it was asked for.
class Brackets final : public QTranslator {
public:
    Brackets() { QCoreApplication::installTranslator(this); }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        asked.insert({QString::fromUtf8(context), QString::fromUtf8(source)});
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
    mutable std::set<Message> asked;
};

// What a person can read or hear of a widget.
QStringList textsOf(const QWidget& widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) texts.append(label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) texts.append(button->text());
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget)) texts.append(edit->placeholderText());
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) texts.append(edit->placeholderText());
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < box->count(); ++i) texts.append(box->itemText(i));
    for (const QAction* action : widget.actions()) texts.append({action->text(), action->toolTip(), action->iconText()});
    return texts;
}

// Words outside of brackets, where neither a name nor a formula stands. Nesting counts: a translated sentence may hold another.
QString wordsLeft(const QString& text)
{
    static const QRegularExpression kNames(QStringLiteral("Fovea|L\\d+ · H\\d+|exp\\(|W_O|<[^>]*>|(/[^ /]+)+|&\\w+;"));
    static const QRegularExpression kWord(QStringLiteral("\\p{Latin}{2,}"));
    QString outside;
    int depth = 0;
    for (const QChar c : text) {
        if (c == u'⟦') ++depth;
        if (depth == 0) outside += c;
        if (c == u'⟧') --depth;
    }
    outside.remove(kNames);
    return kWord.match(outside).captured();
}

QStringList placeholdersIn(const QString& text)
{
    static const QRegularExpression kPlaceholder(QStringLiteral("%\\d"));
    std::set<QString> found;
    for (auto match = kPlaceholder.globalMatch(text); match.hasNext();) found.insert(match.next().captured());
    return {found.begin(), found.end()};
}

// Where a character of a line of text is drawn, in a paragraph of that direction.
qreal xOf(const QString& text, const QString& part, Qt::LayoutDirection direction)
{
    QTextLayout layout(text, Theme::light().font(TextStyle::Body));
    QTextOption option;
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(2000);
    layout.endLayout();
    const auto at = int(text.indexOf(part));
    return std::min(line.cursorToX(at), line.cursorToX(at + 1));
}

// Of two pictures of one size: the smallest rectangle with all pixels that differ.
QRect differenceOf(const QImage& a, const QImage& b)
{
    QRect rect;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) rect |= QRect(x, y, 1, 1);
    return rect;
}

QRect placeOf(test::WindowFixture& f, const char* name)
{
    auto& widget = f.widget<QWidget>(name);
    return {widget.mapTo(&f.window, QPoint()), widget.size()};
}

}   // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everySentenceIsMarked_data();
    void everySentenceIsMarked();
    void theCheckerFindsWhatIsNotMarked();
    void germanIsWhole();
    void nobodyIsGivenHalfATranslationUnasked();
    void translationsFitTheirSentences_data();
    void translationsFitTheirSentences();
    void theWindowIsGerman();
    void anUnknownLanguageIsRefused();
    void thePanelsAreMirrored();
    void theGridOfHeadsIsMirrored();
    void theMatrixIsNotMirrored();
    void arabicIsShaped();
    void sentencesBeginWhereTheyAreReadFrom();
    void numbersStayBehindTheirLabels();
    void englishKeepsItsOrderAmongArabic();
    void formulasAreNotMirrored();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestLanguage::initTestCase()
{
    prepareApplication();
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("000");   // no letters: whatever has some is the program's own
    test::writeTinyModel(m_model.toStdString());
}

void TestLanguage::cleanup()
{
    QVERIFY(useLanguage("en"));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

using State = void (*)(test::WindowFixture&);

void TestLanguage::everySentenceIsMarked_data()
{
    QTest::addColumn<State>("enter");
    QTest::newRow("sample") << State([](test::WindowFixture&) {});
    QTest::newRow("pinned") << State([](test::WindowFixture& f) { f.window.session().setPin(Pair{4, 2}); });
    QTest::newRow("future") << State([](test::WindowFixture& f) { f.window.session().setPin(Pair{2, 4}); });
    QTest::newRow("hidden") << State([](test::WindowFixture& f) {
        f.window.session().setPin(Pair{4, 2});
        QVERIFY(f.trigger("hideFirst"));
    });
    QTest::newRow("switched off") << State([](test::WindowFixture& f) {
        f.window.session().setPin(Pair{4, 2});
        QVERIFY(f.trigger("ablateOff"));
        TRY_VERIFY(f.isSettled());
    });
    QTest::newRow("no text") << State([](test::WindowFixture& f) {
        f.window.session().setText({});
        TRY_VERIFY(f.isSettled());
    });
    QTest::newRow("sorted and filtered") << State([](test::WindowFixture& f) {
        HeadsView heads = f.window.session().view().heads.withSort(HeadMeasure::PreviousToken);
        heads.filter = HeadRange{.measure = HeadMeasure::Entropy, .least = 0.0, .most = 1.0};
        f.window.session().setHeads(heads);
    });
    QTest::newRow("stopped") << State([](test::WindowFixture& f) {
        f.engine->latch().close();
        f.window.session().setText("1 2");
        TRY_VERIFY(f.shows("cancelWork"));
        QVERIFY(f.click("cancelWork"));
        TRY_VERIFY(f.shows("computeAgainHere"));
        f.engine->latch().open();
    });
    QTest::newRow("show me") << State([](test::WindowFixture& f) {
        QVERIFY(f.activate() && f.trigger("showMe"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    });
    QTest::newRow("of the empty text") << State([](test::WindowFixture& f) {
        f.window.session().setText({});
        TRY_VERIFY(f.isSettled());
        f.engine->latch().close();
        f.window.session().setText("1 2");
        TRY_VERIFY(f.shows("notices"));
    });
    QTest::newRow("two sentences, proved") << State([](test::WindowFixture& f) {
        QVERIFY(f.trigger("secondSentence"));
        TRY_VERIFY(f.window.controller().record(Side::Second));
        f.window.session().setPin(Pair{2, 1}, Side::Second);
        QVERIFY(f.trigger("proveFuture"));
        TRY_VERIFY(f.shows("futureBefore"));
    });
    QTest::newRow("words") << State([](test::WindowFixture& f) {
        QVERIFY(f.trigger("unitWords"));
        f.window.session().setPin(Pair{4, 2});
    });
    QTest::newRow("search") << State([](test::WindowFixture& f) {
        QVERIFY(f.activate() && f.trigger("search"));
        for (const char* typed : {"1", "0.1", "1 2 3"}) {
            QTest::keyClicks(QApplication::focusWidget(), typed);
            f.window.grab();
            QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
        }
    });
    QTest::newRow("keyboard") << State([](test::WindowFixture& f) { QVERIFY(f.trigger("keyboard")); });
}

void TestLanguage::everySentenceIsMarked()
{
    QFETCH(State, enter);
    Brackets brackets;
    test::WindowFixture f(m_model, "12 34 56 78.", QStringList(), Samples(), m_folder.filePath("settings.ini"));
    TRY_VERIFY(f.isSettled());
    enter(f);
    QCoreApplication::processEvents();
    f.window.grab();
    QStringList unmarked;
    for (const QWidget* widget : f.window.findChildren<QWidget*>()) {
        if (const QString name = widget->objectName(); name == "nextTokens" || name == "strongest" || name == "futureText") continue;   // tokens
        if (const QString name = widget->objectName(); name == "patternExpression" || name == "contextExamples") continue;   // code, and texts of files
        for (const QString& text : textsOf(*widget))
            if (const QString word = wordsLeft(text); !word.isEmpty())
                unmarked.append(QStringLiteral("%1 “%2”: %3").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), text));
    }
    for (const ShortcutEntry& entry : shortcutsOf(f.window))
        for (const QString& text : {entry.group, entry.name})
            if (!wordsLeft(text).isEmpty()) unmarked.append(text);
    unmarked.removeDuplicates();
    QVERIFY2(unmarked.isEmpty(), qPrintable(unmarked.join('\n')));

    // And each was asked for by the name that the translations have for it.
    const auto known = translationsIn("de");
    QVERIFY(!known.empty());
    QStringList unknown;
    for (const Message& message : brackets.asked)
        if (!message.first.startsWith(u'Q') && !known.contains(message)) unknown.append(message.first + ": " + message.second);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join('\n') + "\nRun the target update_translations."));
}

void TestLanguage::theCheckerFindsWhatIsNotMarked()
{
    QCOMPARE(wordsLeft("⟦of %1 heads⟧ 3"), QString());
    QCOMPARE(wordsLeft("⟦head⟧ of 3"), QString("of"));
    QCOMPARE(wordsLeft("⟦the ⟦head⟧ that⟧ exp(s − ℓ) L0 · H1"), QString());
    QLabel label("Not marked");
    QCOMPARE(wordsLeft(textsOf(label).join(' ')), QString("Not"));
}

void TestLanguage::germanIsWhole()
{
    QStringList lacking;
    const auto german = translationsIn("de");
    QVERIFY(german.size() > 300);
    for (const auto& [message, translation] : german)
        if (!translation.finished || translation.text.isEmpty()) lacking.append(message.first + ": " + message.second);
    QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join('\n')));
}

// Arabic is begun: whoever asks for it has it.
void TestLanguage::nobodyIsGivenHalfATranslationUnasked()
{
    const auto isWhole = [](const QByteArray& code) {
        return std::ranges::all_of(translationsIn(code), [](const auto& each) { return each.second.finished; });
    };
    for (const QString& code : languages())
        if (code != "en") QCOMPARE(languages(Translations::Whole).contains(code), isWhole(code.toUtf8()));
    QVERIFY(languages(Translations::Whole).contains("en") && languages(Translations::Whole).contains("de"));
    QVERIFY(!isWhole("ar"));
    QCOMPARE(languageFor({"ar-EG", "de-AT"}), QString("de"));
    QCOMPARE(languageFor({"ar-EG", "ar"}), QString("en"));
    QCOMPARE(languageFor({"de-DE"}), QString("de"));
    QCOMPARE(languageFor({"en-GB", "de"}), QString("en"));
    QCOMPARE(languageFor({"tlh", "C"}), QString("en"));
    QVERIFY(useLanguage("ar"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    QVERIFY(QCoreApplication::translate("ui::MainWindow", "&File") != "&File");
}

void TestLanguage::translationsFitTheirSentences_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const QString& code : languages())
        if (code != "en") QTest::newRow(qPrintable(code)) << code.toUtf8();
}

void TestLanguage::translationsFitTheirSentences()
{
    QFETCH(QByteArray, code);
    const auto spaces = [](const QString& text) {
        const QString core = text.trimmed();
        return std::pair(text.indexOf(core.left(1)), text.size() - core.size());
    };
    for (const auto& [message, translation] : translationsIn(code)) {
        if (!translation.finished) continue;
        QVERIFY2(placeholdersIn(translation.text) == placeholdersIn(translation.source), qPrintable(translation.text));
        QVERIFY2(spaces(translation.text) == spaces(translation.source), qPrintable('"' + translation.text + '"'));
        QVERIFY2(translation.text.count(u'&') == translation.source.count(u'&'), qPrintable(translation.text));
        QVERIFY2(translation.text.count(u'<') == translation.source.count(u'<'), qPrintable(translation.text));
    }
}

void TestLanguage::theWindowIsGerman()
{
    QString english;
    {
        test::WindowFixture f(m_model);
        TRY_VERIFY(f.isSettled());
        f.window.session().setPin(Pair{6, 2});
        english = f.inspector().steps();
    }
    QVERIFY(useLanguage("de"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{6, 2});
    QCOMPARE(f.window.menuBar()->actions().front()->text(), QString("&Datei"));
    QCOMPARE(f.text("inspectorSource"), QString("Angeheftet"));
    QCOMPARE(f.window.findChild<QAction*>("undo")->text(), QString("Anheften rückgängig"));
    QCOMPARE(f.sentence().text(), QString("The cat sat on the mat because it was tired."));
    // Other words, the same numbers.
    static const QRegularExpression kNumber(QStringLiteral("[−-]?\\d+[.,]\\d+"));
    const auto numbersIn = [](const QString& text) {
        QStringList numbers;
        for (auto match = kNumber.globalMatch(text); match.hasNext();) numbers.append(match.next().captured());
        return numbers;
    };
    const QString german = f.inspector().steps();
    QVERIFY(german != english);
    QVERIFY(!numbersIn(english).isEmpty());
    QCOMPARE(numbersIn(german), numbersIn(english));
}

void TestLanguage::anUnknownLanguageIsRefused()
{
    QVERIFY(languages().contains("en") && languages().contains("de") && languages().contains("ar"));
    const core::Result<void> used = useLanguage("tlh");
    QVERIFY(!used);
    QVERIFY(used.error().what.find("tlh") != std::string::npos && used.error().remedy.find("de") != std::string::npos);
    QVERIFY(useLanguage());   // the system's, whatever it is
}

void TestLanguage::thePanelsAreMirrored()
{
    QVERIFY(useLanguage("ar"));
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    test::WindowFixture f(m_model, QString::fromUtf8("جلست القطة على السجادة."));
    TRY_VERIFY(f.isSettled());
    f.window.session().setPin(Pair{6, 2});
    TRY_VERIFY(f.picture().isComplete());
    QCoreApplication::processEvents();   // layouts that other layouts asked for
    QVERIFY(placeOf(f, "headsPanel").left() > placeOf(f, "attentionView").right());
    QVERIFY(placeOf(f, "inspector").right() < placeOf(f, "attentionView").left());
    QVERIFY(placeOf(f, "rail").left() > placeOf(f, "attentionView").right());
    QVERIFY(placeOf(f, "nextTokens").right() < placeOf(f, "sentence").left());
    QVERIFY(placeOf(f, "models").left() > placeOf(f, "heads").right());
    if (const QString folder = qEnvironmentVariable("FOVEA_PICTURES"); !folder.isEmpty())
        for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
            f.window.resize(size);
            QCoreApplication::processEvents();
            TRY_VERIFY(f.picture().isComplete());
            QVERIFY(f.window.grab().save(QString("%1/arabic-%2.png").arg(folder).arg(size.width())));
        }
}

void TestLanguage::theGridOfHeadsIsMirrored()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const HeadGridGeometry& geometry = f.heads().geometryOfHeads();
    const QRect first = geometry.rectOf({1, 0}), second = geometry.rectOf({1, 1});
    QVERIFY(first.left() > second.right());
    QVERIFY(f.heads().rect().contains(first));
    QTest::mouseClick(&f.heads(), Qt::LeftButton, {}, second.center());
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 1}));
    f.heads().setFocus();
    QTest::keyClick(&f.heads(), Qt::Key_Left);   // the one to the left is the next one
    QTest::keyClick(&f.heads(), Qt::Key_Return);
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 2}));
}

void TestLanguage::theMatrixIsNotMirrored()
{
    const auto pictureIn = [this](Qt::LayoutDirection direction) {
        QGuiApplication::setLayoutDirection(direction);
        test::WindowFixture f(m_model);
        if (!QTest::qWaitFor([&] { return f.isSettled(); }, test::kPatience)) return QImage();
        f.picture().setFixedSize(640, 560);
        QCoreApplication::processEvents();
        const MatrixGeometry& geometry = f.picture().geometryOfCells();
        if (!(geometry.columnCentre(0) < geometry.columnCentre(5))) return QImage();
        if (!QTest::qWaitFor([&] { return f.picture().isComplete(); }, test::kPatience)) return QImage();
        return f.picture().grab().toImage();
    };
    const QImage fromLeft = pictureIn(Qt::LeftToRight), fromRight = pictureIn(Qt::RightToLeft);
    QVERIFY(!fromLeft.isNull());
    QCOMPARE(fromRight.size(), fromLeft.size());
    const QRect different = differenceOf(fromLeft, fromRight);   // labels and all
    QVERIFY2(different.isEmpty(), qPrintable(QStringLiteral("%1 × %2 from %3, %4").arg(different.width()).arg(different.height()).arg(different.x()).arg(different.y())));
}

// Letters of one Arabic word join: drawn one by one they would be wider.
void TestLanguage::arabicIsShaped()
{
    const QString word = QString::fromUtf8("السجادة");
    const QFontMetricsF metrics(Theme::light().font(TextStyle::Body));
    qreal apart = 0.0;
    for (const QChar letter : word) apart += metrics.horizontalAdvance(letter);
    QVERIFY(metrics.horizontalAdvance(word) < apart);
}

void TestLanguage::sentencesBeginWhereTheyAreReadFrom()
{
    test::WindowFixture f(m_model, QString::fromUtf8("جلست القطة على السجادة."));
    TRY_VERIFY(f.isSettled());
    const auto& start = f.widget<QLabel>("startToken");
    const auto caretAt = [&](int position) {
        QTextCursor cursor(f.sentence().document());
        cursor.setPosition(position);
        return f.sentence().viewport()->mapToParent(f.sentence().cursorRect(cursor).center()).x();
    };
    QVERIFY(start.isVisible());
    QVERIFY(start.x() > caretAt(0));   // right of the first letter, and it right of the last
    QVERIFY(caretAt(0) > caretAt(10));
    QVERIFY(start.geometry().right() > f.sentence().width() - 20);
    f.window.session().setText("The cat sat.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(start.geometry().right() < caretAt(0));
    QVERIFY(start.x() < 20);
}

void TestLanguage::numbersStayBehindTheirLabels()
{
    const QString word = QString::fromUtf8("القطة"), place = QString::fromUtf8(" 5–17");
    QCOMPARE(isolated("cat"), QString("cat"));
    QCOMPARE(isolated(QString::fromUtf8("猫")), QString::fromUtf8("猫"));
    QVERIFY(xOf(word + place, "5", Qt::LeftToRight) > xOf(word + place, "1", Qt::LeftToRight));   // as it would be
    const QString kept = isolated(word) + place;
    QVERIFY(xOf(kept, "5", Qt::LeftToRight) < xOf(kept, "1", Qt::LeftToRight));
    QVERIFY(xOf(kept, word.left(1), Qt::LeftToRight) < xOf(kept, "5", Qt::LeftToRight));
}

void TestLanguage::englishKeepsItsOrderAmongArabic()
{
    QVERIFY(useLanguage("ar"));
    const QString sentence = QCoreApplication::translate("ui::Nowhere", "%1 of %2 rows, that no translation has").arg(73).arg(99);
    QVERIFY(xOf(sentence, "73", Qt::RightToLeft) < xOf(sentence, "of", Qt::RightToLeft));
    QVERIFY(useLanguage("en"));
    QCOMPARE(QCoreApplication::translate("ui::Nowhere", "%1 rows"), QString("%1 rows"));
}

void TestLanguage::formulasAreNotMirrored()
{
    const auto pictureIn = [](Qt::LayoutDirection direction) {
        QGuiApplication::setLayoutDirection(direction);
        ElidingLabel label(QString::fromUtf8("÷ √32, 2 ≤ 8"));
        label.setLayoutDirection(Qt::LeftToRight);
        label.resize(200, 24);
        return label.grab().toImage();
    };
    QCOMPARE(pictureIn(Qt::RightToLeft), pictureIn(Qt::LeftToRight));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
