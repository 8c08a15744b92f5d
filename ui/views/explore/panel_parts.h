// Small parts that the panels of Explore have in common.
#pragma once

#include <map>

#include <QEnterEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

// The style sheet knows labels by their role.
inline QLabel* roleLabel(const QString& text, const char* role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QLatin1String(role));
    return label;
}

// Its text can be selected by the mouse. Only while the pointer is on it, or something is selected: a label that can be selected from holds a
// document, which takes ten times as long to measure and to paint, and panels change many labels whenever the pointer moves over the picture.
class SelectableLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void enterEvent(QEnterEvent* event) override
    {
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        QLabel::enterEvent(event);
    }
    void leaveEvent(QEvent* event) override
    {
        if (!hasSelectedText()) setTextInteractionFlags(Qt::NoTextInteraction);
        QLabel::leaveEvent(event);
    }
};

// Text of several lines that changes whenever the pointer moves. What the layouts around it ask, the base class answers by laying the text out
// again for each question; this one answers from what it found out about the text once.
class WrappedLabel : public SelectableLabel {
public:
    explicit WrappedLabel(QWidget* parent) : SelectableLabel(parent) { setWordWrap(true); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        Known& known = knownOf();
        if (known.least < 0) known.least = leastWidth();
        const QMargins around = contentsMargins();
        return {known.least + around.left() + around.right(), fontMetrics().height() + around.top() + around.bottom()};
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        Known& known = knownOf();
        const auto found = known.heights.find(width);
        return found != known.heights.end() ? found->second : known.heights.emplace(width, heightAt(width)).first->second;
    }

protected:
    // px, without margins. Of plain text: its widest word; the base class lays the text out four times to tell.
    [[nodiscard]] virtual int leastWidth() const
    {
        if (textFormat() == Qt::PlainText) return fontMetrics().boundingRect(QRect(0, 0, 1, kAnyHeight), Qt::TextWordWrap, text()).width();
        const QMargins around = contentsMargins();
        return SelectableLabel::minimumSizeHint().width() - around.left() - around.right();
    }
    [[nodiscard]] virtual int heightAt(int width) const { return SelectableLabel::heightForWidth(width); }
    void forget() { m_known = {}; }
    void changeEvent(QEvent* event) override   // of font and style among others
    {
        forget();
        SelectableLabel::changeEvent(event);
    }

private:
    static constexpr int kAnyHeight = 1 << 20;   // px

    struct Known {
        QString text;
        QMargins margins;
        int least = -1;
        std::map<int, int> heights;   // by width
    };
    [[nodiscard]] Known& knownOf() const
    {
        ensurePolished();   // the style sheet has a word about the font
        if (m_known.text != text() || m_known.margins != contentsMargins()) m_known = {text(), contentsMargins(), -1, {}};
        return m_known;
    }
    mutable Known m_known;
};

// For what a model or a user wrote: tokens are shown as they are, "<s>" is no markup.
template<class Label = SelectableLabel>
Label* plainLabel(const char* name, QWidget* parent)
{
    auto* label = new Label(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

// The base class answers a change of its content's size by giving it another one, within the change. Where the content says something else about its
// height each time it is asked, which a panel does that is changed and not laid out yet, that never ended.
class PanelArea : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Resize || watched != widget()) return QScrollArea::eventFilter(watched, event);
        if (m_isResizing) return false;
        const QScopedValueRollback resizing(m_isResizing, true);
        return QScrollArea::eventFilter(watched, event);
    }

private:
    bool m_isResizing = false;
};

// Higher than its place, not wider: whoever lets text grow much lets its panel be scrolled across as well.
inline QScrollArea* scrolling(QWidget* content, QWidget* parent)
{
    auto* area = new PanelArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);   // what is in it has the keyboard, and what it leaves scrolls
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

}   // namespace ui
