// What the model would write next, written behind the text on request.
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include "ui/views/explore/next_tokens.h"
#include "ui/views/explore/share_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;
using Kind = ShareRow::Kind;

class TestNextTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aClickOnACandidateAppendsIt();
    void buttonAndKeysAppendTheMostLikely();
    void keysWalkTheListAndCopy();
    void whatIsNoTextIsRefusedWithAReason();
    void aPieceThatJoinsOthersIsTold();
    void anotherModelOrACutTextIsNotReadAnew();
    void keysWalkWhatIsSeen();
    void anOlderTextIsNotWrittenBehind();
    void aSecondPressWaitsForItsText();

private:
    // A text behind which some candidate can be written; its number among them.
    [[nodiscard]] static int someChoosable(test::WindowFixture& f, int least = 0);
    QTemporaryDir m_folder;
    QString m_model;
};

namespace {

ShareList& list(test::WindowFixture& f) { return f.widget<ShareList>("nextTokens"); }
NextTokens& panel(test::WindowFixture& f) { return f.widget<NextTokens>("nextPanel"); }

bool isCurrent(test::WindowFixture& f)
{
    return f.isSettled() && f.window.controller().standing() == Standing::Current &&
           f.window.controller().record()->plan == f.window.session().document().plan;
}

}   // namespace

void TestNextTokens::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

int TestNextTokens::someChoosable(test::WindowFixture& f, int least)
{
    for (const char* text : {"The cat", "The dog sat", "It was", "on the mat because", "tired too. The", "a", "cat sat on", "b c d"}) {
        f.window.session().setText(text);
        if (!QTest::qWaitFor([&] { return isCurrent(f); }, test::kPatience)) return -1;
        const std::vector<ShareRow>& rows = list(f).rows();
        for (int i = least; i < int(rows.size()); ++i)
            if (rows[std::size_t(i)].kind == Kind::Choosable && !list(f).rectOf(i).isEmpty()) return i;
    }
    return -1;
}

void TestNextTokens::aClickOnACandidateAppendsIt()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const int row = someChoosable(f, 1);
    QVERIFY(row > 0);
    const QString text = f.sentence().text(), piece = f.window.controller().record()->next[std::size_t(row)].piece;
    QVERIFY(!piece.isEmpty());
    QTest::mouseClick(&list(f), Qt::LeftButton, {}, list(f).rectOf(row).center());
    QCOMPARE(f.window.session().document().text, text + piece);
    TRY_VERIFY(isCurrent(f));
    QCOMPARE(f.sentence().text(), text + piece);
    QCOMPARE(f.window.session().undoStack().undoText(), QString("append %1").arg(quoted(piece)));
    QVERIFY(f.trigger("undo"));
    QCOMPARE(f.window.session().document().text, text);
}

void TestNextTokens::buttonAndKeysAppendTheMostLikely()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    bool wasTried = false;
    for (const char* start : {"The cat", "The dog sat", "It was", "a", "cat sat on", "b c d", "because it"}) {
        f.window.session().setText(start);
        TRY_VERIFY(isCurrent(f));
        const NextTokenChance first = f.window.controller().record()->next.front();
        auto& button = f.widget<QPushButton>("appendNext");
        QCOMPARE(button.isEnabled(), first.kind == NextPiece::Text);
        const QString before = f.window.session().document().text;
        f.sentence().setFocus();
        if (wasTried)
            button.click();
        else
            QTest::keyClick(&f.sentence(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(f.window.session().document().text, before + first.piece);   // nothing where it is no text
        wasTried = wasTried || first.kind == NextPiece::Text;
    }
    QVERIFY(wasTried);
}

void TestNextTokens::keysWalkTheListAndCopy()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    const int row = someChoosable(f, 1);
    QVERIFY(row > 0);
    QVERIFY(f.activate());
    list(f).setFocus(Qt::TabFocusReason);
    for (int i = 0; i < row; ++i) QTest::keyClick(&list(f), Qt::Key_Right);
    QTest::keyClick(&list(f), Qt::Key_C, Qt::ControlModifier);
    const ShareRow shown = list(f).rows()[std::size_t(row)];
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(shown.label + '\t'), qPrintable(QGuiApplication::clipboard()->text()));
    const QString text = f.sentence().text(), piece = f.window.controller().record()->next[std::size_t(row)].piece;
    QTest::keyClick(&list(f), Qt::Key_Return);
    QCOMPARE(f.window.session().document().text, text + piece);
    TRY_VERIFY(isCurrent(f));
    QVERIFY(list(f).hasFocus());
}

void TestNextTokens::whatIsNoTextIsRefusedWithAReason()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    QCOMPARE(panel(f).isVisible(), true);
    for (const NextPiece kind : {NextPiece::Control, NextPiece::PartOfCharacter, NextPiece::Text}) {
        auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
        record->next.front().kind = kind;
        record->next.front().piece = "!";
        record->next.front().label = "<|end|>";
        panel(f).showRecord(record);
        const bool isText = kind == NextPiece::Text;
        QCOMPARE(list(f).rows().front().kind, isText ? Kind::Choosable : Kind::Plain);
        QCOMPARE(f.widget<QPushButton>("appendNext").isEnabled(), isText);
        QVERIFY2(isText || list(f).rows().front().tip.contains(kind == NextPiece::Control ? "<|end|> is a control token" : "part of a character"),
                 qPrintable(list(f).rows().front().tip));
        QTest::mouseClick(&list(f), Qt::LeftButton, {}, list(f).rectOf(0).center());
        QCOMPARE(f.window.session().document().text, QString(isText ? "The cat!" : "The cat"));
    }
    // Behind a text that is cut there is more text.
    TRY_VERIFY(isCurrent(f));
    auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
    record->tokensInText += 1;
    panel(f).showRecord(record);
    QVERIFY(!f.widget<QPushButton>("appendNext").isEnabled());
    QVERIFY(f.widget<QPushButton>("appendNext").toolTip().contains("goes on"));
}

void TestNextTokens::aPieceThatJoinsOthersIsTold()
{
    test::WindowFixture f(m_model, "The ca");
    TRY_VERIFY(f.isSettled());
    const core::Tokenizer& tokenizer = f.window.controller().model()->tokenizer;
    std::vector<core::TokenId> expected = f.recording().tokens.ids();
    expected.push_back(*tokenizer.find("t"));
    QVERIFY(tokenizer.encode("The cat")->ids() != expected);   // "at" is one token
    auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
    record->next.front() = {.id = expected.back(), .label = "t", .piece = "t"};
    panel(f).showRecord(record);
    panel(f).appendFirst();
    TRY_VERIFY(isCurrent(f));
    QCOMPARE(f.sentence().text(), QString("The cat"));
    QVERIFY2(f.text("nextTitle").contains("Read anew"), qPrintable(f.text("nextTitle")));
    f.type(" ");
    TRY_VERIFY(isCurrent(f));
    QVERIFY(!f.text("nextTitle").contains("Read anew"));
}

// Other ids of the same text say nothing about the piece where another tokenizer made them, or the piece lies behind what was computed.
void TestNextTokens::anotherModelOrACutTextIsNotReadAnew()
{
    test::WindowFixture f(m_model, "The cat");
    TRY_VERIFY(f.isSettled());
    const auto append = [&] {
        auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
        record->next.front() = {.id = *record->model->tokenizer.find("t"), .label = "!", .piece = "!"};
        panel(f).showRecord(record);
        panel(f).appendFirst();
    };
    append();
    TRY_VERIFY(isCurrent(f));
    QVERIFY(f.text("nextTitle").contains("Read anew"));
    auto cut = std::make_shared<ExploreRecord>(*f.window.controller().record());
    cut->tokensInText += 1;
    panel(f).showRecord(cut);
    QVERIFY2(f.text("nextTitle").contains("the last computed"), qPrintable(f.text("nextTitle")));
    panel(f).showRecord(f.window.controller().record());
    QVERIFY(f.text("nextTitle").contains("Read anew"));
    auto other = std::make_shared<ExploreRecord>(*f.window.controller().record());
    other->model = std::make_shared<const core::Model>(*other->model);
    panel(f).showRecord(other);
    QVERIFY2(!f.text("nextTitle").contains("Read anew"), qPrintable(f.text("nextTitle")));
}

// Rows without room are counted, and no key goes to one.
void TestNextTokens::keysWalkWhatIsSeen()
{
    ShareList shares;
    shares.setFlow(ShareFlow::Across);
    std::vector<ShareRow> rows;
    for (const char* label : {"one", "two", "three", "four", "five"})
        rows.push_back({.label = label, .share = 0.2, .value = "20.0 %", .second = {}, .kind = ShareRow::Kind::Choosable, .tip = {}});
    shares.setRows(rows);
    shares.resize(2000, 60);
    shares.show();
    QVERIFY(QTest::qWaitForWindowExposed(&shares));
    QCOMPARE(shares.placedRows(), 5);
    QVERIFY(shares.moreRect().isEmpty());
    QSignalSpy chosen(&shares, &ShareList::rowChosen);
    shares.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&shares, Qt::Key_End);
    QTest::keyClick(&shares, Qt::Key_End);
    QTest::keyClick(&shares, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().front().toInt(), 4);
    for (int width = 400; width >= 40; width -= 20) {
        shares.resize(width, 60);
        const int placed = shares.placedRows();
        QVERIFY(placed >= 1 && placed <= 5);
        for (int row = 0; row < 5; ++row) QCOMPARE(shares.rectOf(row).isEmpty(), row >= placed);
        if (placed > 1 && placed < 5) {
            QVERIFY(!shares.moreRect().isEmpty() && shares.rect().contains(shares.moreRect()));
            QVERIFY(!shares.moreRect().intersects(shares.rectOf(placed - 1)));
        }
        QTest::keyClick(&shares, Qt::Key_Return);   // the place was behind the end
        QVERIFY(chosen.takeFirst().front().toInt() < placed);
        for (const Qt::Key key : {Qt::Key_End, Qt::Key_Right, Qt::Key_Return}) QTest::keyClick(&shares, key);
        QCOMPARE(chosen.takeFirst().front().toInt(), placed - 1);
        QTest::keyClick(&shares, Qt::Key_Left);
        QTest::keyClick(&shares, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().front().toInt(), std::max(0, placed - 2));
        QTest::keyClick(&shares, Qt::Key_End);
    }
    QVERIFY(shares.placedRows() < 5);
}

void TestNextTokens::anOlderTextIsNotWrittenBehind()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(someChoosable(f) >= 0);
    f.engine->latch().close();
    f.window.session().setText("Another text.");
    TRY_VERIFY(f.window.controller().standing() == Standing::Previous);
    for (const ShareRow& row : list(f).rows()) QCOMPARE(row.kind, Kind::Plain);
    QVERIFY(!f.widget<QPushButton>("appendNext").isEnabled());
    panel(f).appendFirst();
    QCOMPARE(f.window.session().document().text, QString("Another text."));
}

// What is most likely behind a text is not known before that text has run.
void TestNextTokens::aSecondPressWaitsForItsText()
{
    test::WindowFixture f(m_model, "");
    TRY_VERIFY(isCurrent(f));
    const core::ModelPtr model = f.window.controller().model();
    const auto firstBehind = [&](const QString& text) {
        return (*CoreEngine().run({.text = text, .plan = {}, .model = model, .previous = nullptr}, {}))->next.front();
    };
    QStringList texts{"The cat", "The dog sat", "It was", "a", "cat sat on", "b c d", "because it"};
    while (firstBehind(texts.front()).kind != NextPiece::Text) texts.removeFirst();   // one behind which there is something to write
    const QString text = texts.front();
    auto record = std::make_shared<ExploreRecord>(*f.window.controller().record());
    record->next.front() = {.id = 1, .label = text, .piece = text};
    panel(f).showRecord(record);
    f.engine->latch().close();
    QVERIFY(f.trigger("appendMostLikely"));
    QCOMPARE(f.window.session().document().text, text);
    QVERIFY(f.trigger("appendMostLikely"));
    QTest::mouseClick(&list(f), Qt::LeftButton, {}, list(f).rectOf(0).center());   // of the text before
    QCOMPARE(f.window.session().document().text, text);
    f.engine->latch().open();
    TRY_COMPARE(f.window.session().document().text, text + firstBehind(text).piece);
    TRY_VERIFY(isCurrent(f));
    // Another text is another wish.
    f.engine->latch().close();
    f.window.session().setText("It was");
    QVERIFY(f.trigger("appendMostLikely"));
    f.window.session().setText("The dog");
    f.engine->latch().open();
    TRY_VERIFY(isCurrent(f));
    QCOMPARE(f.window.session().document().text, QString("The dog"));
}

QTEST_MAIN(TestNextTokens)
#include "tst_next_tokens.moc"
