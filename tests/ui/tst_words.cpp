// Rows and columns as words: one key changes the picture, every part of the window says words, and token weights stay within reach.
#include <QAccessible>

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

const QString kText = QStringLiteral("Unfathomable zebras wondered about xylophones.");

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

void TestWords::piecesAddUpAsTheyArePrinted()
{
    test::WindowFixture f(m_model, kText);
    TRY_VERIFY(f.isSettled());
    const ui::ExploreRecord& record = *f.window.controller().record();
    const core::Words& words = *record.words;
    int opened = 0;
    for (core::Index q = 0; q < words.size(); ++q)
        for (core::Index k = 0; k <= q; ++k) {
            const auto pair = ui::wordPairOf(record, {0, 1}, {words.tokensOf(q).begin, words.tokensOf(k).begin});
            QCOMPARE(pair.has_value(), words.tokensOf(q).size() * words.tokensOf(k).size() > 1);
            if (!pair || pair->pieces.empty() || !pair->allowed) continue;
            ++opened;
            const ui::PieceDecimals decimals = ui::decimalsOf(*pair);
            double mean = 0.0;
            int looking = 0;
            for (const ui::PieceSum& piece : pair->pieces) {
                double sum = 0.0;
                for (const auto& weight : piece.weights)
                    if (weight) sum += ui::numberIn(ui::printed(double(*weight), decimals.weights));
                QCOMPARE(ui::printed(sum, decimals.sums), ui::printed(piece.sum, decimals.sums));
                if (piece.looks) mean += ui::numberIn(ui::printed(piece.sum, decimals.sums)), ++looking;
            }
            QCOMPARE(ui::printed(mean / looking, 4), ui::printed(pair->weight, 4));
        }
    QVERIFY(opened > 3);
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
