// Rows and columns as words: one key changes the picture, every part of the window says words, and token weights stay within reach.
#include <QAccessible>

#include "ui/plot/cell_facts.h"
#include "ui/plot/scene_text.h"
#include "ui/plot/words_map.h"
#include "ui/state/numbers.h"
#include "ui/window/figure_export.h"
#include "window_fixture.h"

using ui::AxisUnit;
using ui::Pair;

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneKeyShowsWordsAndTokensAgain();
    void thePictureSaysWhatItDoes();
    void aPinnedPairOfTokensIsMarkedAsItsWords();
    void clickingWordsPinsTheirStrongestTokens();
    void lookingAtWordsLightsAllTheirPieces();
    void theInspectorOpensAWordToItsTokens();
    void piecesAddUpAsTheyArePrinted();
    void longWordsAreComputedOnceAndNotListed();
    void anotherHeadAndAnotherTextStayInWords();
    void figuresShowWords();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

// Two words of several pieces, the later one first.
Pair longWords(const core::Words& words)
{
    std::vector<core::Index> found;
    for (core::Index w = words.size() - 1; w >= 0; --w)
        if (words.tokensOf(w).size() > 1) found.push_back(w);
    return found.size() < 2 ? Pair{-1, -1} : Pair{found[0], found[1]};
}

// "0.0001234" written with so many decimals, "1.49e−16" as well.
QString writtenLike(const QString& printed, double value)
{
    const QString plain = ui::plainNumber(printed);
    const bool mantissa = plain.contains('e');
    const qsizetype point = plain.indexOf('.'), end = mantissa ? plain.indexOf('e') : plain.size();
    const int decimals = point < 0 ? 0 : int(end - point - 1);
    return ui::printed(value, mantissa ? -decimals : decimals);
}

// The line whose printed terms do not give its printed sum, or the lines where the mean of the sums is not the printed weight.
QString slipIn(const QStringList& lines, const QString& weight)
{
    double mean = 0.0;
    int looking = 0;
    for (const QString& line : lines) {
        const QString numbers = line.section(":  ", -1);
        if (numbers.contains("looks nowhere")) continue;
        ++looking;
        if (numbers.contains("not allowed")) continue;
        double sum = 0.0;
        for (const QString& term : numbers.section(" = ", 0, 0).split(" + ")) sum += ui::numberIn(term);
        const QString total = numbers.section(" = ", -1);
        if (numbers.contains(" = ") && writtenLike(total, sum) != total) return line;
        mean += ui::numberIn(total);
    }
    return writtenLike(weight, mean / looking) == weight ? QString() : weight + " from\n" + lines.join('\n');
}

const QString kText = QStringLiteral("Unfathomable zebras wondered about xylophones and hieroglyphs.");

}   // namespace

void TestWords::initTestCase()
{
    QApplication::setCursorFlashTime(0);
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestWords::oneKeyShowsWordsAndTokensAgain()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.picture().setFocus();
    QTest::keyClick(&f.picture(), Qt::Key_W);
    const core::Words& words = *f.window.controller().record()->words;
    QVERIFY(words.size() < f.recording().size());
    QCOMPARE(f.picture().scene().map->queries(), words.size());
    QCOMPARE(f.picture().scene().labels.texts.back(), QString("."));
    QCOMPARE(f.picture().scene().labels.texts[1], QString("Unfathomable"));
    QVERIFY(f.window.findChild<QAction*>("unitWords")->isChecked());
    QCOMPARE(f.window.session().undoStack().count(), 0);   // how it is looked at is nothing to undo
    QTest::keyClick(&f.picture(), Qt::Key_W);
    QCOMPARE(f.picture().scene().map->queries(), f.recording().size());
    f.sentence().setFocus();
    QTest::keyClicks(&f.sentence(), "W");   // a letter where somebody types
    QCOMPARE(f.window.session().view().unit, AxisUnit::Tokens);
}

void TestWords::thePictureSaysWhatItDoes()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const ui::PlotScene& scene = f.picture().scene();
    const Pair pair = longWords(*scene.words);
    QVERIFY(pair.query > 0);
    QVERIFY(ui::noteOf(scene).contains("keys are summed, query pieces averaged"));
    const QStringList tooltip = ui::tooltipOf(scene, pair);
    QCOMPARE(tooltip.size(), 3);
    QVERIFY2(tooltip[1].contains("token weights"), qPrintable(tooltip[1]));
    QVERIFY2(tooltip[2].contains("word"), qPrintable(tooltip[2]));
    const Pair strongest = *scene.toTokens(pair);
    QVERIFY(tooltip[1].contains(ui::printedWeight(double(f.window.controller().record()->map({0, 0})->cell(strongest.query, strongest.key).weight))));
    const core::Span tokens = scene.words->tokensOf(pair.query);
    QVERIFY(ui::spokenCell(scene, pair).contains(QString::fromUtf8("%1–%2").arg(tokens.begin).arg(tokens.end - 1)));
    QVERIFY(f.trigger("hideFirst"));
    QVERIFY(ui::noteOf(scene).contains("first word hidden"));

    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&f.picture());
    QVERIFY(table && table->tableInterface());
    QCOMPARE(core::Index(table->tableInterface()->rowCount()), scene.words->size());
    QVERIFY(table->tableInterface()->rowDescription(1).contains("Unfathomable"));
}

void TestWords::aPinnedPairOfTokensIsMarkedAsItsWords()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    const core::Words& words = *f.window.controller().record()->words;
    const Pair pair = longWords(words);
    const Pair tokens{words.tokensOf(pair.query).end - 1, words.tokensOf(pair.key).begin};
    f.window.session().setPin(tokens);
    QVERIFY(f.trigger("unitWords"));
    QCOMPARE(f.picture().scene().selection.pin, std::optional(pair));
    QCOMPARE(f.window.session().selection().pin, std::optional(tokens));   // the document keeps the pair of tokens
    QVERIFY(f.trigger("unitTokens"));
    QCOMPARE(f.picture().scene().selection.pin, std::optional(tokens));
}

void TestWords::clickingWordsPinsTheirStrongestTokens()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const ui::PlotScene& scene = f.picture().scene();
    const Pair pair = longWords(*scene.words);
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf(pair));
    QCOMPARE(scene.selection.pin, std::optional(pair));
    const std::optional<Pair> pin = f.window.session().selection().pin;
    QCOMPARE(pin, std::optional(ui::strongestPiece(*scene.tokens, scene.words->tokensOf(pair.query), scene.words->tokensOf(pair.key))));
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf(pair));
    QVERIFY(!f.window.session().selection().pin);

    // Another pair of tokens of the same words: clicking the mark releases it all the same.
    f.window.session().setPin(Pair{scene.words->tokensOf(pair.query).begin, scene.words->tokensOf(pair.key).end - 1});
    QCOMPARE(scene.selection.pin, std::optional(pair));
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf(pair));
    QVERIFY(!f.window.session().selection().pin);
}

void TestWords::lookingAtWordsLightsAllTheirPieces()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const ui::PlotScene& scene = f.picture().scene();
    const Pair pair = longWords(*scene.words);
    const QImage rest = f.sentence().viewport()->grab().toImage();
    QTest::mouseMove(&f.picture(), f.centreOf(pair));
    TRY_COMPARE(scene.selection.peek, std::optional(pair));
    const QImage looked = f.sentence().viewport()->grab().toImage();
    for (const core::Index word : {pair.query, pair.key})
        for (const ui::TokenBox& box : f.sentence().boxes()) {
            if (!scene.words->tokensOf(word).contains(box.token)) continue;
            QTextCursor cursor(f.sentence().document());
            cursor.setPosition(int(box.begin));
            const QRect place(f.sentence().cursorRect(cursor).center() + QPoint(1, 0), QSize(3, 8));
            QVERIFY2(looked.copy(place) != rest.copy(place), qPrintable(QString::number(box.token)));
        }
    // Arrows step from word to word.
    f.picture().setFocus();
    QTest::keyClick(&f.picture(), Qt::Key_Left);
    QCOMPARE(scene.selection.peek, std::optional(Pair{pair.query, pair.key - 1}));
}

void TestWords::theInspectorOpensAWordToItsTokens()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    const Pair pair = longWords(*f.window.controller().record()->words);
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({3, 1}));
    QVERIFY(!f.shows("wordPanel"));
    QVERIFY(f.trigger("unitWords"));
    const ui::PlotScene& scene = f.picture().scene();
    f.window.session().peek(scene.toTokens(pair));
    QCOMPARE(scene.selection.peek, std::optional(pair));
    QVERIFY(f.shows("wordPanel"));
    QCOMPARE(f.text("wordWeight"), ui::printedWeight(double(scene.map->cell(pair.query, pair.key).weight)));
    QVERIFY(f.text("wordPair").contains(scene.labels.text(pair.query)) && f.text("wordPair").contains(scene.labels.text(pair.key)));
    QVERIFY(f.text("wordRule").contains("Mean over") && f.text("wordRule").contains("sum over"));
    const Pair tokens = *scene.toTokens(pair);
    QCOMPARE(f.text("inspectorWeight"), ui::printedWeight(double(scene.tokens->cell(tokens.query, tokens.key).weight)));
    QVERIFY(f.trigger("unitTokens"));
    QVERIFY(!f.shows("wordPanel"));
}

// With nothing but what is printed: as on a pocket calculator, for every pair of words of every head.
void TestWords::piecesAddUpAsTheyArePrinted()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const core::Words words = *f.window.controller().record()->words;
    int opened = 0, small = 0;
    for (core::Index layer = 0; layer < 2; ++layer)
        for (core::Index head = 0; head < 4; ++head) {
            f.window.session().showHead({layer, head});
            for (core::Index q = 0; q < words.size(); ++q)
                for (core::Index k = 0; k <= q; ++k) {
                    f.window.session().peek(Pair{words.tokensOf(q).begin, words.tokensOf(k).begin});
                    QCOMPARE(f.shows("wordPanel"), words.tokensOf(q).size() * words.tokensOf(k).size() > 1);
                    if (!f.shows("wordPanel") || f.text("wordPieces").contains("too many")) continue;
                    ++opened;
                    small += ui::numberIn(f.text("wordWeight")) < 0.001 ? 1 : 0;
                    const QString wrong = slipIn(f.text("wordPieces").split('\n'), f.text("wordWeight"));
                    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
                }
        }
    QVERIFY(opened > 100);
    QVERIFY(small > 10);
}

void TestWords::longWordsAreComputedOnceAndNotListed()
{
    test::WindowFixture f(m_model, "A " + QString("bcdfghjklm").repeated(6) + " b.");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const ui::PlotScene& scene = f.picture().scene();
    const Pair pair{2, 2};
    QVERIFY(scene.words->tokensOf(2).size() > 20);
    f.window.session().peek(scene.toTokens(pair));
    QCOMPARE(scene.selection.peek, std::optional(pair));
    QVERIFY2(f.text("wordPieces").contains("too many to list"), qPrintable(f.text("wordPieces")));
    QCOMPARE(f.text("wordWeight"), ui::printedWeight(double(scene.map->cell(2, 2).weight)));
    QVERIFY2(f.text("wordPair").contains("m…") && !f.text("wordPair").contains(QString("bcdfghjklm").repeated(6)), qPrintable(f.text("wordPair")));
    const core::MapPtr map = scene.map;
    QVERIFY(f.trigger("hideFirst"));
    QCOMPARE(scene.map, map);   // what is known of it is not computed again
}

void TestWords::anotherHeadAndAnotherTextStayInWords()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    f.window.session().showHead({1, 2});
    QCOMPARE(f.picture().scene().tokens, f.window.controller().record()->map({1, 2}));
    QCOMPARE(f.picture().scene().map->queries(), f.window.controller().record()->words->size());
    f.type(" Indeed");
    TRY_VERIFY(f.isSettled());
    QCOMPARE(f.picture().scene().labels.texts.back(), QString("Indeed"));
    QCOMPARE(f.picture().scene().map->queries(), f.window.controller().record()->words->size());
}

void TestWords::figuresShowWords()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.trigger("unitWords"));
    const ui::ExploreRecord& record = *f.window.controller().record();
    f.window.session().setPin(Pair{4, 2});
    const auto spec = ui::figureOnScreen(record, f.window.session().selection(), f.window.session().view()).value();
    QVERIFY(spec.words);
    QCOMPARE(core::Index(spec.labels.texts.size()), record.words->size());
    QVERIFY(ui::figureTitle(spec).contains(QString("%1 tokens in %2 words").arg(f.recording().size()).arg(record.words->size())));
    const std::string file = m_folder.filePath("words.png").toStdString();
    QVERIFY(ui::renderFigure(spec, file));
}

QTEST_MAIN(TestWords)
#include "tst_words.moc"
