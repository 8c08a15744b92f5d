#include "ui/plot/place_keys.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QStringList>

namespace ui {

namespace {

using Keys = std::vector<QKeyCombination>;

const Keys kArrows{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right}, kUpDown{Qt::Key_Up, Qt::Key_Down}, kEnds{Qt::Key_Home, Qt::Key_End},
    kPages{Qt::Key_PageUp, Qt::Key_PageDown}, kEnter{Qt::Key_Return, Qt::Key_Enter},
    kShiftEnter{Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter};

Keys withControl(const Keys& keys)
{
    Keys result;
    for (const QKeyCombination key : keys) result.push_back(Qt::CTRL | key.key());
    return result;
}

template<class Use>
void append(std::vector<KeyLine>& lines, const PlaceKeys<Use>& place)
{
    for (const PlaceKey<Use>& entry : place.uses) {
        QStringList keys;
        for (const QKeyCombination key : entry.keys) keys.append(QKeySequence(key).toString(QKeySequence::NativeText));
        lines.push_back(
            {QCoreApplication::translate("Keys", place.place), QCoreApplication::translate("Keys", entry.name), keys.join(QStringLiteral(", "))});
    }
}

}   // namespace

const PlaceKeys<PictureKey>& pictureKeys()
{
    static const PlaceKeys<PictureKey> keys{
        QT_TRANSLATE_NOOP("Keys", "In the picture"),
        {{PictureKey::Step, QT_TRANSLATE_NOOP("Keys", "Next cell"), kArrows},
         {PictureKey::Strong, QT_TRANSLATE_NOOP("Keys", "Next strong cell of the row or column"), withControl(kArrows)},
         {PictureKey::Edge, QT_TRANSLATE_NOOP("Keys", "First or last allowed key of the row"), kEnds},
         {PictureKey::Page, QT_TRANSLATE_NOOP("Keys", "Ten rows up or down"), kPages},
         {PictureKey::Pin, QT_TRANSLATE_NOOP("Keys", "Pin the cell, or release it"), kEnter},
         {PictureKey::ZoomIn, QT_TRANSLATE_NOOP("Keys", "Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}},
         {PictureKey::ZoomOut, QT_TRANSLATE_NOOP("Keys", "Zoom out"), {Qt::Key_Minus}},
         {PictureKey::Fit, QT_TRANSLATE_NOOP("Keys", "The whole matrix"), {Qt::Key_0}},
         {PictureKey::ZoomToRange, QT_TRANSLATE_NOOP("Keys", "Zoom to the rows and columns selected along their labels"), {Qt::Key_Z}},
         {PictureKey::Hold, QT_TRANSLATE_NOOP("Keys", "While it is held, dragging moves the matrix"), {Qt::Key_Space}}}};
    return keys;
}

const PlaceKeys<HeadsKey>& gridKeys()
{
    static const PlaceKeys<HeadsKey> keys{QT_TRANSLATE_NOOP("Keys", "In the grid of heads"),
                                          {{HeadsKey::Step, QT_TRANSLATE_NOOP("Keys", "Next head"), kArrows},
                                           {HeadsKey::Edge, QT_TRANSLATE_NOOP("Keys", "First or last head of the line"), kEnds},
                                           {HeadsKey::Choose, QT_TRANSLATE_NOOP("Keys", "Show the head"), kEnter},
                                           {HeadsKey::Solo, QT_TRANSLATE_NOOP("Keys", "Show the head alone"), kShiftEnter}}};
    return keys;
}

const PlaceKeys<HeadsKey>& rankedKeys()
{
    static const PlaceKeys<HeadsKey> keys{QT_TRANSLATE_NOOP("Keys", "In the ranked list of heads"),
                                          {{HeadsKey::Step, QT_TRANSLATE_NOOP("Keys", "Next head"), kUpDown},
                                           {HeadsKey::Page, QT_TRANSLATE_NOOP("Keys", "A page up or down"), kPages},
                                           {HeadsKey::Edge, QT_TRANSLATE_NOOP("Keys", "First or last head of the list"), kEnds},
                                           {HeadsKey::Choose, QT_TRANSLATE_NOOP("Keys", "Show the head"), kEnter},
                                           {HeadsKey::Solo, QT_TRANSLATE_NOOP("Keys", "Show the head alone"), kShiftEnter}}};
    return keys;
}

const PlaceKeys<HeadsKey>& mapKeys()
{
    static const PlaceKeys<HeadsKey> keys{QT_TRANSLATE_NOOP("Keys", "On the map of heads"),
                                          {{HeadsKey::Step, QT_TRANSLATE_NOOP("Keys", "Nearest head in that direction"), kArrows},
                                           {HeadsKey::Choose, QT_TRANSLATE_NOOP("Keys", "Show the head"), kEnter},
                                           {HeadsKey::Solo, QT_TRANSLATE_NOOP("Keys", "Show the head alone"), kShiftEnter}}};
    return keys;
}

const PlaceKeys<RowKey>& rowKeys()
{
    static const PlaceKeys<RowKey> keys{
        QT_TRANSLATE_NOOP("Keys", "In next tokens and lists of the inspector"),
        {{RowKey::Step, QT_TRANSLATE_NOOP("Keys", "Next row"), kArrows},
         {RowKey::Edge, QT_TRANSLATE_NOOP("Keys", "First or last row"), kEnds},
         {RowKey::Choose, QT_TRANSLATE_NOOP("Keys", "Open the row, or append the token"), kEnter},
         {RowKey::Copy, QT_TRANSLATE_NOOP("Keys", "Copy the row"), {Qt::CTRL | Qt::Key_C, Qt::CTRL | Qt::Key_Insert}}}};
    return keys;
}

const PlaceKeys<PadKey>& padKeys()
{
    static const PlaceKeys<PadKey> keys{QT_TRANSLATE_NOOP("Keys", "Where a pattern is drawn to filter heads"),
                                        {{PadKey::Step, QT_TRANSLATE_NOOP("Keys", "Next square"), kArrows},
                                         {PadKey::Draw, QT_TRANSLATE_NOOP("Keys", "Draw the square, or clear it"), {Qt::Key_Space}}}};
    return keys;
}

const PlaceKeys<SearchKey>& searchKeys()
{
    static const PlaceKeys<SearchKey> keys{
        QT_TRANSLATE_NOOP("Keys", "In the search"),
        {{SearchKey::Step, QT_TRANSLATE_NOOP("Keys", "Next row"), kUpDown},
         {SearchKey::Page, QT_TRANSLATE_NOOP("Keys", "A page up or down"), kPages},
         {SearchKey::Choose, QT_TRANSLATE_NOOP("Keys", "Do what the row says"), kEnter},
         {SearchKey::Close, QT_TRANSLATE_NOOP("Keys", "Close the search"), {Qt::Key_Escape, Qt::CTRL | Qt::Key_K}}}};
    return keys;
}

const PlaceKeys<BrushKey>& brushKeys()
{
    static const PlaceKeys<BrushKey> keys{
        QT_TRANSLATE_NOOP("Keys", "In the pictures of Compare"),
        {{BrushKey::Allow, QT_TRANSLATE_NOOP("Keys", "Paint pairs that are allowed, or stop painting"), {Qt::Key_B}},
         {BrushKey::Remove, QT_TRANSLATE_NOOP("Keys", "Paint pairs away, or stop painting"), {Qt::Key_E}},
         {BrushKey::Smaller, QT_TRANSLATE_NOOP("Keys", "Smaller brush"), {Qt::Key_Comma}},
         {BrushKey::Larger, QT_TRANSLATE_NOOP("Keys", "Larger brush"), {Qt::Key_Period}}}};
    return keys;
}

const PlaceKeys<CompareKey>& compareKeys()
{
    static const PlaceKeys<CompareKey> keys{QT_TRANSLATE_NOOP("Keys", "In Compare"),
                                            {{CompareKey::Difference, QT_TRANSLATE_NOOP("Keys", "Show the difference, or hide it"), {Qt::Key_D}},
                                             {CompareKey::Swap, QT_TRANSLATE_NOOP("Keys", "Swap the own and the sparse picture"), {Qt::Key_X}},
                                             {CompareKey::Mode, QT_TRANSLATE_NOOP("Keys", "Weights, allowed by, tiles, pairs"), {Qt::Key_A}},
                                             {CompareKey::Parts, QT_TRANSLATE_NOOP("Keys", "Matrix or links"), {Qt::Key_T}}}};
    return keys;
}

const PlaceKeys<WindowKey>& windowKeys()
{
    static const PlaceKeys<WindowKey> keys{QT_TRANSLATE_NOOP("Keys", "Everywhere"),
                                           {{WindowKey::Back,
                                             QT_TRANSLATE_NOOP("Keys", "Back one level: stop work, release cell and pin, leave solo, whole matrix"),
                                             {Qt::Key_Escape}}}};
    return keys;
}

bool isKey(const QKeyEvent& event, QKeyCombination key)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    const bool isLetter = event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z,
               isSign = event.key() < Qt::Key_Escape && event.key() > Qt::Key_Space && !isLetter;
    return event.key() == key.key() && (isSign ? held & ~Qt::ShiftModifier : held) == key.keyboardModifiers();
}

std::vector<KeyLine> linesOfPlaces()
{
    std::vector<KeyLine> lines;
    append(lines, windowKeys());
    append(lines, pictureKeys());
    append(lines, gridKeys());
    append(lines, rankedKeys());
    append(lines, mapKeys());
    append(lines, rowKeys());
    append(lines, padKeys());
    append(lines, searchKeys());
    append(lines, compareKeys());
    append(lines, brushKeys());
    return lines;
}

}   // namespace ui
