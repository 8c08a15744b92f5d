#include "core/formats/safetensors.h"

#include <array>

namespace core
{

namespace
{

struct DTypeRow {
    std::string_view name;
    Index bytes;
};

// In the order of DType. The names are those of formats reference section 1.3 that every release of the format knows.
constexpr std::array<DTypeRow, 15> kDTypes = {{{"BOOL", 1},
                                               {"U8", 1},
                                               {"I8", 1},
                                               {"F8_E5M2", 1},
                                               {"F8_E4M3", 1},
                                               {"I16", 2},
                                               {"U16", 2},
                                               {"F16", 2},
                                               {"BF16", 2},
                                               {"I32", 4},
                                               {"U32", 4},
                                               {"F32", 4},
                                               {"F64", 8},
                                               {"I64", 8},
                                               {"U64", 8}}};
static_assert(std::size_t(DType::U64) + 1 == kDTypes.size());

}   // namespace

Index bytesOf(DType type) { return kDTypes[std::size_t(type)].bytes; }

std::string_view nameOf(DType type) { return kDTypes[std::size_t(type)].name; }

std::optional<DType> dtypeNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kDTypes.size(); ++i)
        if (kDTypes[i].name == name) return DType(i);
    return std::nullopt;
}

}   // namespace core
