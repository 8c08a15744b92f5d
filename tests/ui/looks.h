// A window in every look and size: what of it is cut off. With FOVEA_PICTURES=FOLDER each is also written there as a PNG, for eyes.
#pragma once

#include <algorithm>
#include <array>

#include <QScrollArea>
#include <QScrollBar>

#include "ui/views/explore/heads/eliding_label.h"
#include "window_fixture.h"

namespace test {

// Labels that ask for more room than they have; names and sizes of them.
inline QStringList cutLabels(const QWidget& window)
{
    QStringList cut;
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ui::ElidingLabel*>(label)) continue;
        // Not what the label itself says: what its text takes.
        const QSize wanted = label->wordWrap() ? QSize(0, label->QLabel::heightForWidth(label->width())) : label->QLabel::sizeHint();
        const bool fits = wanted.width() <= label->width() && wanted.height() <= label->height();
        const bool inside = label->parentWidget()->rect().contains(label->geometry());
        if (!fits || !inside)
            cut.append(QString("%1 “%2” has %3 × %4").arg(label->objectName(), label->text().left(40)).arg(label->width()).arg(label->height()) +
                       QString(", wants %1 × %2").arg(wanted.width()).arg(wanted.height()));
    }
    return cut;
}

// What lies beside its place and would have to be scrolled to sideways.
inline QStringList cutContents(const QWidget& window)
{
    QStringList cut;
    for (const auto* area : window.findChildren<QScrollArea*>())
        if (area->isVisible() && area->widget() && !(area->widget()->width() <= area->viewport()->width()))
            cut.append(QString("%1 is %2 wide in a place of %3")
                           .arg(area->widget()->objectName())
                           .arg(area->widget()->width())
                           .arg(area->viewport()->width()));
    return cut;
}

// At its smallest the window shows the whole panel of heads beside a few lines of text: lists inside it scroll, the panel does not.
inline int scrolledAway(const QWidget& window)
{
    int most = 0;
    if (!window.findChild<QWidget*>("headsPanel")->isVisible()) return most;
    for (const auto* area : window.findChild<QWidget*>("headsPanel")->findChildren<QScrollArea*>(QString(), Qt::FindDirectChildrenOnly))
        most = std::max(most, area->verticalScrollBar()->maximum());
    return most;
}

struct Shot {
    const char* name;
    QSize size;
    ui::Look look;
};

// Every state in every theme; sizes of text and of windows where nothing is to spare.
inline const std::array kShots{
    Shot{"light", {1280, 720}, {}},
    Shot{"dark", {1280, 720}, {.theme = ui::ThemeKind::Dark}},
    Shot{"contrast", {1280, 720}, {.theme = ui::ThemeKind::Contrast}},
    Shot{"least", {1024, 640}, {}},
    Shot{"light", {1440, 900}, {}},
    Shot{"dark", {1440, 900}, {.theme = ui::ThemeKind::Dark, .colors = ui::WeightColors::Cividis}},
    Shot{"contrast", {1440, 900}, {.theme = ui::ThemeKind::Contrast, .colors = ui::WeightColors::Grey}},
    Shot{"projector", {1280, 720}, {.viewing = ui::Viewing::Projector}},
    Shot{"projector-dark", {1280, 720}, {.theme = ui::ThemeKind::Dark, .viewing = ui::Viewing::Projector}},
    Shot{"text150", {1440, 900}, {.textPercent = 150}},
    Shot{"text200", {1440, 900}, {.textPercent = 200}},
    Shot{"text125", {3840, 2160}, {.textPercent = 125}},
    Shot{"again", {1280, 720}, {}},   // what was enlarged shrinks
};

// A state of its own: another model than the one the window began with, and a pinned pair.
inline void openTiny(WindowFixture& f, const TinyModel& tiny)
{
    const QTemporaryDir folder;
    const QString model = folder.filePath("other");
    writeTinyModel(model.toStdString(), tiny);
    f.window.openPath(model);
    TRY_VERIFY(f.window.controller().modelName() == model && f.isSettled());
    f.window.session().setPin(ui::Pair{4, 2});
}

// Every picture of which something is seen is whole.
inline bool isWhole(const QWidget& window)
{
    const QList<ui::AttentionView*> views = window.findChildren<ui::AttentionView*>();
    return std::ranges::all_of(views, [](const ui::AttentionView* view) { return view->visibleRegion().isEmpty() || view->isComplete(); });
}

enum class HeadsPanelMay { NotScroll, Scroll };

// What is cut off, and where; empty when nothing is. pose: what has to be done before each picture is taken.
inline QString cutIn(WindowFixture& f, HeadsPanelMay headsPanelMay = HeadsPanelMay::NotScroll, void (*pose)(WindowFixture& f) = nullptr)
{
    QStringList cut;
    for (const Shot& shot : kShots) {
        if (shot.size.width() > 2000 && f.window.devicePixelRatioF() > 1.0) continue;   // screens that large are not that fine
        f.window.resize(shot.size);
        f.window.session().setLook(shot.look);
        for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();   // layouts that other layouts asked for
        if (!QTest::qWaitFor([&] { return isWhole(f.window); }, kPatience)) return QStringLiteral("%1: no picture").arg(shot.name);
        if (pose) pose(f);
        for (int i = 0; i < 4; ++i) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);   // of what work has told meanwhile
        const QPixmap picture = f.window.grab();
        if (f.window.size() != shot.size) cut += QStringLiteral("%1: the window is %2 px wide").arg(shot.name).arg(f.window.width());
        for (const QString& what : cutLabels(f.window) + cutContents(f.window))
            cut += QString("%1 %2: %3").arg(shot.name).arg(shot.size.width()).arg(what);
        const bool hasRoom = shot.look.textScale() <= 1.0 && shot.size.height() >= 720;
        if (const int away = scrolledAway(f.window); hasRoom && headsPanelMay == HeadsPanelMay::NotScroll && away > 0)
            cut += QString("%1 %2: the panel of heads lacks %3 px").arg(shot.name).arg(shot.size.width()).arg(away);
        const QString folder = qEnvironmentVariable("FOVEA_PICTURES");
        if (!folder.isEmpty() && !picture.save(QString("%1/%2-%3-%4.png").arg(folder, QTest::currentDataTag(), shot.name).arg(shot.size.width())))
            cut += "could not write to " + folder;
    }
    cut.removeDuplicates();
    return cut.join('\n');
}

}   // namespace test
