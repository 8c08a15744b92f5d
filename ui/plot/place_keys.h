// What keys mean in one place of the window, beside the shortcuts that mean the same everywhere. A place looks its keys up in its table, and Help →
// Keyboard lists the same tables: what is listed works, and what works is listed.
#pragma once

#include <optional>
#include <vector>

#include <QKeyEvent>
#include <QString>

namespace ui {

enum class PictureKey { Step, Strong, Edge, Page, Pin, ZoomIn, ZoomOut, Fit, ZoomToRange, Hold };
enum class HeadsKey { Step, Edge, Page, Choose, Solo };   // in the grid, the list and the map of heads
enum class RowKey { Step, Edge, Choose, Copy };           // in lists of the inspector
enum class PadKey { Step, Draw };                         // where a pattern is drawn
enum class SearchKey { Step, Page, Choose, Close };       // other keys are typed there
enum class BrushKey { Allow, Remove, Smaller, Larger };   // of Compare
enum class CompareKey { Difference, Swap, Mode, Parts };
enum class WindowKey { Back };

template<class Use>
struct PlaceKey {
    Use use;
    const char* name;   // to be translated in the context "Keys"
    std::vector<QKeyCombination> keys;
};

template<class Use>
struct PlaceKeys {
    const char* place;
    std::vector<PlaceKey<Use>> uses;
};

[[nodiscard]] const PlaceKeys<PictureKey>& pictureKeys();
[[nodiscard]] const PlaceKeys<HeadsKey>& gridKeys();
[[nodiscard]] const PlaceKeys<HeadsKey>& rankedKeys();   // those of rows are the list's own already
[[nodiscard]] const PlaceKeys<HeadsKey>& mapKeys();
[[nodiscard]] const PlaceKeys<RowKey>& rowKeys();
[[nodiscard]] const PlaceKeys<PadKey>& padKeys();
[[nodiscard]] const PlaceKeys<SearchKey>& searchKeys();
[[nodiscard]] const PlaceKeys<BrushKey>& brushKeys();
[[nodiscard]] const PlaceKeys<CompareKey>& compareKeys();
[[nodiscard]] const PlaceKeys<WindowKey>& windowKeys();

// Whether an event is of this key. The number pad is no other key, and a sign is the same wherever its keyboard needs Shift for it.
[[nodiscard]] bool isKey(const QKeyEvent& event, QKeyCombination key);

// Null: the key means nothing there.
template<class Use>
[[nodiscard]] std::optional<Use> useOf(const QKeyEvent& event, const PlaceKeys<Use>& place)
{
    for (const PlaceKey<Use>& entry : place.uses)
        for (const QKeyCombination key : entry.keys)
            if (isKey(event, key)) return entry.use;
    return std::nullopt;
}

// A line of help, in the reader's language.
struct KeyLine {
    QString place;
    QString name;
    QString keys;   // as this platform writes them
    friend bool operator==(const KeyLine&, const KeyLine&) = default;
};
[[nodiscard]] std::vector<KeyLine> linesOfPlaces();   // of all tables

}   // namespace ui
