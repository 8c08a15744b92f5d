#include "ui/views/registry.h"

#include "ui/views/compare/compare_view.h"
#include "ui/views/explore/explore_view.h"

namespace ui {

namespace {

template<class T>
View* make(const ViewContext& context, QWidget* parent)
{
    return new T(context, parent);
}

}   // namespace

std::span<const ViewEntry> viewTable()
{
    static constexpr ViewEntry kViews[] = {
        {"explore", QT_TRANSLATE_NOOP("Views", "Explore"), &make<ExploreView>},
        {"compare", QT_TRANSLATE_NOOP("Views", "Compare"), &make<CompareView>},
    };
    return kViews;
}

}   // namespace ui
