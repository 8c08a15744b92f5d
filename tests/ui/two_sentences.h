// The real window with two sentences side by side.
#pragma once

#include <QMouseEvent>
#include <QPointer>

#include "window_fixture.h"

namespace test {

struct TwoSentences : WindowFixture {
    using WindowFixture::WindowFixture;
    [[nodiscard]] const ui::ExploreRecordPtr& record2() { return window.controller().record(ui::Side::Second); }
    [[nodiscard]] bool bothSettled()
    {
        return isSettled() && record2() && record2()->text == document().textOf(ui::Side::Second) && !window.controller().busy() &&
               picture().isComplete() && picture2().isComplete();
    }
    // Opens it, and puts this text there.
    [[nodiscard]] bool open(const QString& text)
    {
        if (!QTest::qWaitFor([this] { return isSettled(); }, kPatience) || !trigger("secondSentence")) return false;
        window.session().setText(text, ui::Side::Second);
        return QTest::qWaitFor([this] { return bothSettled(); }, kPatience);
    }
    [[nodiscard]] ui::SentenceField& sentence2() { return *window.findChild<ui::SentenceField*>("sentence2"); }
    [[nodiscard]] ui::AttentionView& picture2() { return *window.findChild<ui::AttentionView*>("attentionView2"); }
    [[nodiscard]] QPoint centre2(ui::Pair pair) { return picture2().geometryOfCells().rectOf(pair).center().toPoint(); }
    [[nodiscard]] const ui::DocumentState& document() { return window.session().document(); }
    // The pointer goes there from wherever it was. Sent by hand: a cursor that is there already would not move.
    void pointAt(ui::Pair pair) { moveTo(picture(), centreOf(pair)); }
    void pointAt2(ui::Pair pair) { moveTo(picture2(), centre2(pair)); }
    void pointAway()
    {
        QEvent leave(QEvent::Leave);
        if (m_under) QCoreApplication::sendEvent(m_under, &leave);
        m_under = nullptr;
    }
    // As by the pointer, which then is elsewhere.
    void pinIn(ui::Side side, ui::Pair pair)
    {
        window.session().peek(pair, side);
        window.session().setPin(pair, side);
        window.session().peek({}, side);
    }

private:
    void moveTo(QWidget& widget, QPoint at)
    {
        if (m_under != &widget) pointAway();
        m_under = &widget;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QPointer<QWidget> m_under;
};

}   // namespace test
