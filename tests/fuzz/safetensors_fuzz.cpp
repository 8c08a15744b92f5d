// Bytes from strangers as a safetensors file: they are refused, or read and written again to the same tensors.
#include <algorithm>
#include <fstream>

#include "core/base/file.h"
#include "core/formats/safetensors.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/fuzz/fuzz.h"

namespace {

namespace fs = std::filesystem;
using fuzz::require;

fs::path scratch(const char* name)
{
    static const core::test::TemporaryFolder folder;
    return folder.path() / name;
}

core::Result<core::Safetensors> reopened(const core::Safetensors& file)
{
    core::SafetensorsWriter writer;
    for (const core::TensorInfo& tensor : file.tensors())
        writer.add(tensor.name, tensor.dtype, tensor.shape, [&file, &tensor](const core::ByteSink& sink) -> core::Result<void> {
            FOVEA_TRY(bytes, file.readBytes(tensor));
            return sink(bytes);
        });
    for (const auto& [key, value] : file.metadata()) writer.setMetadata(key, value);
    require(writer.save(scratch("again.safetensors")).has_value(), "what was read can be written");
    return core::Safetensors::open(scratch("again.safetensors"));
}

}   // namespace

// Two small tensors of any type the format knows, and a line of metadata.
std::string fuzz::madeInput(core::Random& random)
{
    using enum core::DType;
    static const core::DType kTypes[] = {F32, F16, BF16, F64, I32, I64, U8};
    core::SafetensorsWriter writer;
    for (const char* name : {"weight", "layer.0.bias"}) {
        const core::DType type = oneOf(kTypes, random);
        const core::Index rows = random.below(3), columns = 1 + random.below(4);
        const std::string bytes(std::size_t(rows * columns * core::bytesOf(type)), char(random.below(256)));
        writer.add(name, type, {rows, columns}, [bytes](const core::ByteSink& sink) { return sink(std::as_bytes(std::span(bytes))); });
    }
    if (random.below(2) == 0) writer.setMetadata("format", "pt");
    require(writer.save(scratch("made.safetensors")).has_value(), "a file of two tensors can be written");
    return core::readFile(scratch("made.safetensors"), 4096).value();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::ofstream(scratch("in.safetensors"), std::ios::binary).write(reinterpret_cast<const char*>(data), std::streamsize(size));
    const auto file = core::Safetensors::open(scratch("in.safetensors"));
    if (!file) {
        require(!file.error().what.empty(), "a refusal says why");
        return 0;
    }
    const auto again = reopened(*file);
    require(again.has_value(), "what was written can be read");
    require(again->metadata() == file->metadata() && again->tensors().size() == file->tensors().size(), "nothing is lost");
    for (std::size_t i = 0; i < file->tensors().size(); ++i) {
        const core::TensorInfo &a = file->tensors()[i], &b = again->tensors()[i];
        require(a.name == b.name && a.dtype == b.dtype && a.shape == b.shape, "tensors keep name, type and shape");
        const std::vector<std::byte> bytes = file->readBytes(a).value();
        require(bytes == again->readBytes(b).value(), "tensors keep their bytes");
        std::vector<float> values(bytes.size() / std::size_t(core::bytesOf(a.dtype)));
        const auto read = file->readFloats(a, values);
        require(read.has_value() || read.error().fault == core::Fault::Unsupported, "floats are converted, the rest is named");
    }
    return 0;
}
