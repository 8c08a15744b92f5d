// The header of one safetensors file, checked against the size of the file. Every refusal is one of formats reference section 1.2.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/formats/safetensors.h"

namespace core
{

struct SafetensorsHeader {
    std::vector<TensorInfo> tensors;   // in name order
    std::map<std::string, std::string> metadata;
    std::size_t dataStart = 0;   // bytes, from the start of the file
};

// After success every tensor's [begin, end) lies inside the file and holds exactly elements · bytesOf(dtype) bytes.
[[nodiscard]] Result<SafetensorsHeader> readSafetensorsHeader(const InputFile& file, std::string_view name);

}   // namespace core
