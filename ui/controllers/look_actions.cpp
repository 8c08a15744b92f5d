#include "ui/controllers/look_actions.h"

#include <algorithm>

#include <QMenu>

#include "ui/theme/color_map.h"

namespace ui {

namespace {

void check(const QActionGroup& group, int value)
{
    for (QAction* action : group.actions()) action->setChecked(action->data().toInt() == value);
}

// The next size of the list beyond the one that is set, which need not be one of them.
int nextSize(int percent, int step)
{
    const auto sizes = kTextSizes;
    if (step > 0) {
        const auto* const next = std::find_if(sizes.begin(), sizes.end(), [&](int size) { return size > percent; });
        return next == sizes.end() ? sizes.back() : *next;
    }
    const auto next = std::find_if(sizes.rbegin(), sizes.rend(), [&](int size) { return size < percent; });
    return next == sizes.rend() ? sizes.front() : *next;
}

}   // namespace

LookActions::LookActions(Session& session, QObject* parent) :
    QObject(parent), theme(new QActionGroup(this)), colors(new QActionGroup(this)), textSize(new QActionGroup(this)), m_session(session)
{
    buildColors();
    buildText();
    projector = toggle(tr("Pro&jector"), "projector", tr("Larger type, darker hatch and darker faint weights, for the back of a room"),
                       [](Look& look, bool on) { look.viewing = on ? Viewing::Projector : Viewing::Desk; });
    projector->setShortcut(Qt::Key_F5);
    reducedMotion = toggle(tr("Reduced &motion"), "reducedMotion", tr("Nothing fades, slides or blinks"),
                           [](Look& look, bool on) { look.motion = on ? Motion::Reduced : Motion::Full; });
    connect(&session, &Session::viewChanged, this, &LookActions::reflect);
    reflect();
}

template<class Value, class Change>
void LookActions::addChoice(QActionGroup& group, const QString& title, const QString& name, Value value, const Change& change)
{
    QAction* entry = group.addAction(title);
    entry->setObjectName(name);
    entry->setCheckable(true);
    entry->setData(int(value));
    connect(entry, &QAction::triggered, this, [this, change, value] { this->change([&](Look& look) { change(look, value); }); });
}

QAction* LookActions::action(const QString& title, const char* name, const QList<QKeySequence>& keys, const std::function<void(Look&)>& change)
{
    auto* result = new QAction(title, this);
    result->setObjectName(QLatin1String(name));
    result->setShortcuts(keys);
    connect(result, &QAction::triggered, this, [this, change] { this->change(change); });
    return result;
}

QAction* LookActions::toggle(const QString& title, const char* name, const QString& tip, const std::function<void(Look&, bool)>& change)
{
    auto* result = new QAction(title, this);
    result->setObjectName(QLatin1String(name));
    result->setCheckable(true);
    result->setToolTip(tip);
    connect(result, &QAction::triggered, this, [this, change](bool on) { this->change([&](Look& look) { change(look, on); }); });
    return result;
}

void LookActions::buildColors()
{
    const auto setTheme = [](Look& look, ThemeKind kind) { look.theme = kind; };
    addChoice(*theme, tr("Light"), QStringLiteral("themeLight"), ThemeKind::Light, setTheme);
    addChoice(*theme, tr("Dark"), QStringLiteral("themeDark"), ThemeKind::Dark, setTheme);
    addChoice(*theme, tr("High contrast"), QStringLiteral("themeContrast"), ThemeKind::Contrast, setTheme);
    const auto setColors = [](Look& look, WeightColors value) { look.colors = value; };
    addChoice(*colors, nameOf(WeightColors::Standard), QStringLiteral("colorsStandard"), WeightColors::Standard, setColors);
    addChoice(*colors, nameOf(WeightColors::Cividis), QStringLiteral("colorsCividis"), WeightColors::Cividis, setColors);
    addChoice(*colors, nameOf(WeightColors::Grey), QStringLiteral("colorsGrey"), WeightColors::Grey, setColors);
}

// As everywhere: plus, minus and 0 with Ctrl are the text's, those alone the picture's.
void LookActions::buildText()
{
    const auto setSize = [](Look& look, int percent) { look.textPercent = percent; };
    for (const int percent : kTextSizes) addChoice(*textSize, tr("%1 %").arg(percent), QStringLiteral("text%1").arg(percent), percent, setSize);
    const auto key = [](Qt::Key which) { return QKeySequence(Qt::CTRL | which); };
    largerText = action(tr("&Larger"), "largerText", {key(Qt::Key_Plus), key(Qt::Key_Equal)},
                        [](Look& look) { look.textPercent = nextSize(look.textPercent, +1); });
    smallerText = action(tr("&Smaller"), "smallerText", {key(Qt::Key_Minus)}, [](Look& look) { look.textPercent = nextSize(look.textPercent, -1); });
    textSize->actions()[1]->setShortcut(key(Qt::Key_0));   // 100 %
}

void LookActions::addTo(QMenu& menu)
{
    menu.addMenu(tr("&Theme"))->addActions(theme->actions());
    menu.addMenu(tr("&Colours of weights"))->addActions(colors->actions());
    QMenu* text = menu.addMenu(tr("Text si&ze"));
    text->addActions(textSize->actions());
    text->addSeparator();
    text->addActions({largerText, smallerText});
    menu.addActions({projector, reducedMotion});
}

void LookActions::change(const std::function<void(Look&)>& apply)
{
    Look look = m_session.view().look;
    apply(look);
    m_session.setLook(look);
}

void LookActions::reflect()
{
    const Look& look = m_session.view().look;
    check(*theme, int(look.theme));
    check(*colors, int(look.colors));
    check(*textSize, look.textPercent);
    largerText->setEnabled(look.textPercent < kTextSizes.back());
    smallerText->setEnabled(look.textPercent > kTextSizes.front());
    projector->setChecked(look.viewing == Viewing::Projector);
    reducedMotion->setChecked(look.motion == Motion::Reduced);
}

}   // namespace ui
