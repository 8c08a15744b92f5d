// A place in a scrolled panel has the room that its content needs, no more and no less, whatever the content says and whenever.
#include <QtTest>

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/views/explore/panel_parts.h"
#include "ui/views/explore/quiet_place.h"

namespace {

const QString kShort = QStringLiteral("a word");
const QString kLong = QStringLiteral("some more words than there is room for on one line of a panel that is as narrow as this one");
const QString kWide = QString(90, u'W');
const QString kHigh = QString::fromUtf8("བོད་སྐད་ བོད་སྐད་");

// Two labels in places, one below the other, in an area that scrolls.
struct Panel {
    QScrollArea area;
    QWidget* content = new QWidget;
    std::vector<ui::WrappedLabel*> labels;
    std::vector<ui::QuietPlace*> places;

    Panel()
    {
        auto* lines = new QVBoxLayout(content);
        for (int i = 0; i < 2; ++i) {
            labels.push_back(new ui::WrappedLabel(content));
            labels.back()->setText(kShort);
            places.push_back(new ui::QuietPlace(labels.back(), content));
            lines->addWidget(places.back());
        }
        lines->addStretch(1);
        area.setWidgetResizable(true);
        area.setWidget(content);
        area.resize(300, 400);
        area.show();
        settle();
    }
    void say(int line, const QString& text)
    {
        labels[std::size_t(line)]->setText(text);
        for (ui::QuietPlace* place : places) place->settle();
    }
    static void settle()
    {
        for (int i = 0; i < 6; ++i) QCoreApplication::processEvents();
    }
    // What is wrong with it; empty where nothing is.
    [[nodiscard]] QString wrong() const
    {
        int least = 0;
        for (const ui::WrappedLabel* label : labels) {
            least = std::max(least, label->QLabel::minimumSizeHint().width());
            const int needed = label->QLabel::heightForWidth(label->width());
            if (label->height() != needed) return QStringLiteral("%1 px high instead of %2").arg(label->height()).arg(needed);
        }
        if (places[0]->geometry().bottom() >= places[1]->y()) return QStringLiteral("one covers the other");
        const QMargins around = content->layout()->contentsMargins();
        const int width = std::max(area.viewport()->width(), least + around.left() + around.right());
        return content->width() == width ? QString() : QStringLiteral("%1 px wide instead of %2").arg(content->width()).arg(width);
    }
};

}   // namespace

class TestQuietPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aContentThatNeverSettlesIsResizedOnce();
    void roomIsTakenAndGivenBack()
    {
        Panel panel;
        QCOMPARE(panel.wrong(), QString());
        for (const QString& text : {kLong, kShort, kWide, kShort, kHigh, kLong, kWide, kLong, QString(), kShort})
            for (const int line : {0, 1}) {
                panel.say(line, text);
                QCOMPARE(panel.wrong(), QString());   // before any event is handled
                Panel::settle();
                QCOMPARE(panel.wrong(), QString());
            }
    }
    void widthsChangeUnderIt()
    {
        Panel panel;
        panel.say(0, kLong);
        for (const int width : {180, 500, 120, 300, 900, 140}) {
            panel.area.resize(width, 400);
            panel.say(1, width % 200 ? kLong : kShort);
            Panel::settle();
            QCOMPARE(panel.wrong(), QString());
        }
    }
    void whatChangesWhileItIsHiddenIsSeenWhenItIsShown()
    {
        Panel panel;
        panel.content->hide();
        panel.say(0, kLong);
        panel.say(1, kHigh);
        panel.content->show();
        Panel::settle();
        QCOMPARE(panel.wrong(), QString());
    }
    void fontsChangeUnderIt()
    {
        Panel panel;
        panel.say(0, kLong);
        QFont larger = panel.area.font();
        larger.setPixelSize(31);
        panel.area.setFont(larger);
        Panel::settle();
        QCOMPARE(panel.wrong(), QString());
    }
};

// Asked how high it would like to be, it says something else each time.
class Undecided : public QWidget {
public:
    explicit Undecided(QWidget* parent) : QWidget(parent)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int) const override { return 400 + 10 * (++m_asked % 7); }

private:
    mutable int m_asked = 0;
};

void TestQuietPlace::aContentThatNeverSettlesIsResizedOnce()
{
    QWidget window;
    QVBoxLayout layout(&window);
    auto* content = new Undecided(&window);
    layout.addWidget(ui::scrolling(content, &window));
    window.resize(300, 200);
    window.show();
    for (int i = 0; i < 10; ++i) {
        window.resize(300 + i, 200 + i);
        QCoreApplication::processEvents();
    }
    QVERIFY(content->height() >= 400);
}

QTEST_MAIN(TestQuietPlace)
#include "tst_quiet_place.moc"
