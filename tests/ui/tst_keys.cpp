// Keys: bare letters are shortcuts of the picture and nowhere else; commands work everywhere.
#include <QAbstractItemView>
#include <QComboBox>

#include "ui/views/explore/heads/heads_list.h"
#include "ui/window/style_sheet.h"
#include "window_fixture.h"

using namespace ui;

class TestKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysMoveAndRelease();
    void escapeStopsWorkBeforeItReleasesThePin();
    void escapeClosesAPopupFirst();
    void escapeWalksBackLevelByLevel();
    void escapeReleasesTheHeadThatKeysLookAt();
    void bracketsStepThroughHeadsOutsideTheText();
    void lettersWorkWhereNobodyTypes();
    void lettersInTheSentenceAreLetters();
    void lettersInAComboBoxSearchItsList();
    void lettersInAnOpenListSearchIt();
    void theRankedListLeavesLettersToThePicture();

private:
    QTemporaryDir m_folder;
    QString m_model;
};

void TestKeys::initTestCase()
{
    prepareApplication();
    QVERIFY(m_folder.isValid());
    m_model = m_folder.filePath("tiny");
    test::writeTinyModel(m_model.toStdString());
}

void TestKeys::keysMoveAndRelease()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({6, 1}));
    QTest::keyClick(&f.picture(), Qt::Key_Right);
    QTest::keyClick(&f.picture(), Qt::Key_Return);
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{6, 2})));
    QTest::keyClick(&f.picture(), Qt::Key_Escape);   // the peek
    QTest::keyClick(&f.picture(), Qt::Key_Escape);   // the pin
    QCOMPARE(f.window.session().selection().pin, std::optional<Pair>());
}

void TestKeys::escapeStopsWorkBeforeItReleasesThePin()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QTest::mouseClick(&f.picture(), Qt::LeftButton, {}, f.centreOf({6, 1}));
    QTest::mouseMove(&f.picture(), QPoint(2, 2));
    f.engine->latch().close();
    QVERIFY(f.trigger("computeAgain"));
    QTest::keyClick(&f.picture(), Qt::Key_Escape);
    QCOMPARE(f.window.session().selection().pin, (std::optional(Pair{6, 1})));
    TRY_VERIFY(!f.window.controller().busy());
    QTest::keyClick(&f.picture(), Qt::Key_Escape);
    QVERIFY(!f.window.session().selection().pin);
}

void TestKeys::escapeClosesAPopupFirst()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    f.window.session().setPin(Pair{6, 1});
    f.engine->latch().close();
    QVERIFY(f.trigger("computeAgain"));
    auto& models = f.widget<QComboBox>("models");
    models.showPopup();
    TRY_VERIFY(models.view()->isVisible());
    QTest::keyClick(models.view(), Qt::Key_Escape);
    TRY_VERIFY(!models.view()->isVisible());
    QVERIFY(f.window.controller().busy() && f.window.session().selection().pin);
}

// Every level at once, and then one key press for each.
void TestKeys::escapeWalksBackLevelByLevel()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    Session& session = f.window.session();
    AttentionView& picture = f.picture();
    QVERIFY(f.trigger("solo"));
    picture.zoomBy(1.5);
    const auto label = [&](core::Index row) { return QPoint(picture.scene().layout.queryLabels.center().x(), f.centreOf({row, 1}).y()); };
    QTest::mousePress(&picture, Qt::LeftButton, {}, label(5));
    QTest::mouseMove(&picture, label(7));
    QTest::mouseRelease(&picture, Qt::LeftButton, {}, label(7));
    QTest::mouseClick(&picture, Qt::LeftButton, {}, f.centreOf({6, 4}));
    const auto levels = [&] {
        const std::pair<const char*, bool> all[] = {{"work", f.window.controller().busy()},
                                                    {"peek", session.view().peek.has_value()},
                                                    {"range", !picture.scene().selectedRows.empty()},
                                                    {"pin", session.selection().pin.has_value()},
                                                    {"solo", session.view().centre == Centre::Solo},
                                                    {"zoom", !picture.geometryOfCells().isFitted()}};
        QStringList there;
        for (const auto& [name, isThere] : all)
            if (isThere) there.append(name);
        return there.join(u' ');
    };
    f.engine->latch().close();
    QVERIFY(f.trigger("computeAgain"));
    picture.setFocus();
    QTest::keyClick(&picture, Qt::Key_Right);
    QStringList expected{"work", "peek", "range", "pin", "solo", "zoom"};
    for (; !expected.isEmpty(); expected.removeFirst()) {
        QCOMPARE(levels(), expected.join(u' '));
        QTest::keyClick(&picture, Qt::Key_Escape);
        TRY_COMPARE(levels(), expected.mid(1).join(u' '));
    }
    QTest::keyClick(&picture, Qt::Key_Escape);
    QVERIFY(f.window.isVisible());   // never more than that
}

// From wherever keys went to a head; the pointer's look holds nothing up.
void TestKeys::escapeReleasesTheHeadThatKeysLookAt()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    for (const char* name : {"headGrid", "headsList", "headsMap"}) {
        f.window.session().setPin(Pair{6, 1});
        auto& place = f.widget<QWidget>(name);
        place.setFocus();
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up, Qt::Key_Right})
            if (!f.window.session().view().peekHead) QTest::keyClick(&place, key);
        QVERIFY2(f.window.session().view().peekHead, name);
        QTest::keyClick(&place, Qt::Key_Escape);
        QVERIFY2(!f.window.session().view().peekHead && f.window.session().selection().pin, name);
        QTest::keyClick(&place, Qt::Key_Escape);
        QVERIFY2(!f.window.session().selection().pin, name);
    }
    f.window.session().setPin(Pair{6, 1});
    QTest::mouseMove(&f.picture(), f.centreOf({4, 2}));
    TRY_VERIFY(f.window.session().view().peek.has_value());
    QTest::keyClick(&f.picture(), Qt::Key_Escape);
    QVERIFY(!f.window.session().selection().pin);
}

void TestKeys::bracketsStepThroughHeadsOutsideTheText()
{
    test::WindowFixture f(m_model, "cat");
    TRY_VERIFY(f.isSettled());
    f.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    f.picture().setFocus();
    QTest::keyClick(&f.picture(), Qt::Key_BracketRight);
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 1}));
    QTest::keyClick(&f.picture(), Qt::Key_BraceRight, Qt::ShiftModifier);
    QTest::keyClick(&f.picture(), Qt::Key_PageDown, Qt::ControlModifier);   // already in the last layer
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 1}));
    f.sentence().setFocus();
    f.sentence().moveCursor(QTextCursor::End);
    QTest::keyClicks(&f.sentence(), "]");
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 1}));
    QCOMPARE(f.sentence().text(), QString("cat]"));
}

void TestKeys::lettersWorkWhereNobodyTypes()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    const auto hidden = [&] { return f.window.session().view().firstToken == FirstToken::Hidden; };
    for (QWidget* place : {static_cast<QWidget*>(&f.picture()), static_cast<QWidget*>(&f.heads()), static_cast<QWidget*>(&f.window)}) {
        const bool before = hidden();
        place->setFocus();
        QTest::keyClick(place, Qt::Key_H);
        QCOMPARE(hidden(), !before);
    }
}

void TestKeys::lettersInTheSentenceAreLetters()
{
    test::WindowFixture f(m_model, "");
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    const ViewState before = f.window.session().view();
    f.type("hlt[]H");
    QCOMPARE(f.sentence().text(), QString("hlt[]H"));
    QCOMPARE(f.window.session().view(), before);
    QCOMPARE(f.window.session().document().head, (core::HeadId{0, 0}));
    QTest::keyClick(&f.sentence(), Qt::Key_PageDown, Qt::ControlModifier);   // a command is a command everywhere
    QCOMPARE(f.window.session().document().head, (core::HeadId{1, 0}));
}

void TestKeys::lettersInAComboBoxSearchItsList()
{
    const QString other = m_folder.filePath("helper");
    test::writeTinyModel(other.toStdString(), {.layers = 1, .heads = 2, .seed = 5});
    test::WindowFixture f(m_model, "The cat", {m_model, other});
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& models = f.widget<QComboBox>("models");
    models.setFocus();
    QTest::keyClick(&models, Qt::Key_H);
    QCOMPARE(f.window.session().view().firstToken, FirstToken::Shown);
    QCOMPARE(models.currentText(), QString("helper"));
    TRY_COMPARE(f.window.session().document().model, other);   // choosing by letters is choosing
    TRY_VERIFY(f.isSettled());

    auto& heads = f.widget<QComboBox>("heads");
    heads.setFocus();
    const ScaleKind scale = f.window.session().view().scale;
    QTest::keyClick(&heads, Qt::Key_L);
    QCOMPARE(f.window.session().view().scale, scale);
    QCOMPARE(nameOf(f.window.session().document().head), heads.currentText());
    QTest::keyClick(&heads, Qt::Key_Z, Qt::ControlModifier);   // commands go on to the window
    TRY_VERIFY(f.isSettled());
}

void TestKeys::lettersInAnOpenListSearchIt()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& heads = f.widget<QComboBox>("heads");
    heads.showPopup();
    const ScaleKind scale = f.window.session().view().scale;
    QTest::keyClick(heads.view(), Qt::Key_L);
    QCOMPARE(f.window.session().view().scale, scale);
    heads.hidePopup();
}

void TestKeys::theRankedListLeavesLettersToThePicture()
{
    test::WindowFixture f(m_model);
    TRY_VERIFY(f.isSettled());
    QVERIFY(f.activate());
    auto& list = f.widget<HeadsList>("headsList");
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(20, 10));
    list.setFocus();
    const ViewState before = f.window.session().view();
    const core::HeadId head = f.window.session().document().head;
    const QModelIndex row = list.currentIndex();
    QTest::keyClick(&list, Qt::Key_H);
    QVERIFY(f.window.session().view().firstToken != before.firstToken);
    QTest::keyClick(&list, Qt::Key_L);
    QVERIFY(f.window.session().view().scale != before.scale);
    QCOMPARE(list.currentIndex(), row);
    QCOMPARE(f.window.session().document().head, head);
}

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
