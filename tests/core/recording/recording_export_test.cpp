#include "core/recording/recording_export.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/version.h"
#include "core/formats/safetensors.h"
#include "tests/core/formats/temporary_folder.h"
#include "tests/core/recording/recordings.h"

namespace core {
namespace {

using test::KnownRecording;
using test::knownRecording;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Safetensors exported(const KnownRecording& known, const ExportOptions& options = {})
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "x.safetensors";
    EXPECT_TRUE(exportRecording(known.recording, file, options));
    EXPECT_GE(std::int64_t(std::filesystem::file_size(file)), exportBytes(shapeOf(*known.recording), options));
    EXPECT_LE(std::int64_t(std::filesystem::file_size(file)), exportBytes(shapeOf(*known.recording), options) + 10000) << "the header is small";
    return Safetensors::open(file).value();
}

std::vector<float> floatsOf(const Safetensors& file, std::string_view name)
{
    const TensorInfo* tensor = file.find(name);
    if (tensor == nullptr) return {};
    std::vector<float> values(std::size_t(tensor->elements()));
    EXPECT_TRUE(file.readFloats(*tensor, values));
    return values;
}

std::vector<Index> shapeOf(const Safetensors& file, std::string_view name)
{
    const TensorInfo* tensor = file.find(name);
    return tensor != nullptr ? tensor->shape : std::vector<Index>{-1};
}

TEST(ExportRecording, HasTheShapesOfTheDesign)
{
    const Safetensors file = exported(knownRecording({.tokens = 260}), {.weights = true, .keep = {}});
    EXPECT_THAT(shapeOf(file, "tokens"), ElementsAre(260));
    EXPECT_EQ(file.find("tokens")->dtype, DType::I32);
    EXPECT_THAT(shapeOf(file, "logits"), ElementsAre(1, 11));
    for (const std::string layer : {"layer.0.", "layer.1."}) {
        EXPECT_THAT(shapeOf(file, layer + "q"), ElementsAre(4, 260, 8));
        EXPECT_THAT(shapeOf(file, layer + "k"), ElementsAre(2, 260, 8));
        EXPECT_THAT(shapeOf(file, layer + "v"), ElementsAre(2, 260, 8));
        EXPECT_THAT(shapeOf(file, layer + "lse"), ElementsAre(4, 260));
        EXPECT_THAT(shapeOf(file, layer + "weights"), ElementsAre(4, 260, 260));
        EXPECT_THAT(shapeOf(file, layer + "allowed"), ElementsAre(4, 260, 260));
        EXPECT_EQ(file.find(layer + "allowed")->dtype, DType::U8);
    }
    EXPECT_EQ(file.tensors().size(), 2u + 2 * 6);
}

TEST(ExportRecording, HoldsTheNumbersOfTheRecording)
{
    const KnownRecording known = knownRecording({.tokens = 300});
    const Safetensors file = exported(known);
    EXPECT_EQ(file.tensors().size(), 2u + 2 * 4) << "no squares unless asked for";
    const AttentionSite& site = known.recording->sites[1];
    const std::vector<float> q = floatsOf(file, "layer.1.q"), v = floatsOf(file, "layer.1.v"), lse = floatsOf(file, "layer.1.lse");
    for (Index i = 0; i < 300; ++i) {
        for (Index c = 0; c < 8; ++c) {
            ASSERT_EQ(q[std::size_t((3 * 300 + i) * 8 + c)], site.q.row(3, i)[c]) << i;
            ASSERT_EQ(v[std::size_t((1 * 300 + i) * 8 + c)], site.v.row(1, i)[c]) << i;
        }
        ASSERT_EQ(lse[std::size_t(2 * 300 + i)], *site.lse.row(2, i));
    }
}

// Largest |weight − definition|, −1 when a pair is marked allowed that is not, or the other way round; NaN counts as infinite.
double gapOfWeights(const KnownRecording& known, const Safetensors& file, Index layer)
{
    const std::vector<float> weights = floatsOf(file, "layer." + std::to_string(layer) + ".weights");
    const std::vector<std::byte> allowed = file.readBytes(*file.find("layer." + std::to_string(layer) + ".allowed")).value();
    const Index n = known.recording->size();
    double gap = 0.0;
    for (Index h = 0; h < known.recording->heads(); ++h)
        for (Index i = 0; i < n; ++i)
            for (Index j = 0; j < n; ++j) {
                const std::size_t place = std::size_t((h * n + i) * n + j);
                const ReferenceAttention& expected = known.head({layer, h});
                if ((allowed[place] == std::byte(1)) != std::isfinite(expected.scores(i, j))) return -1.0;
                const double error = std::abs(double(weights[place]) - expected.weights(i, j));
                gap = error <= gap ? gap : std::isnan(error) ? INFINITY : error;
            }
    return gap;
}

TEST(ExportRecording, WritesWeightsOfTheDefinitionAndWhichPairsExist)
{
    for (const char* pattern : {"causal", "causal & !window(3)"})
        for (const Index n : {1, 2, 7, 33, 257}) {
            const KnownRecording known = knownRecording({.tokens = n, .pattern = pattern});
            const double gap = gapOfWeights(known, exported(known, {.weights = true, .keep = {}}), 1);
            EXPECT_GE(gap, 0.0) << pattern << ' ' << n;
            EXPECT_LE(gap, 1e-6) << pattern << ' ' << n;
        }
    const KnownRecording causal = knownRecording({.tokens = 33}), window = knownRecording({.tokens = 33, .pattern = "causal & window(4)"});
    EXPECT_LT(gapOfWeights(window, exported(causal, {.weights = true, .keep = {}}), 0), 0.0) << "the check notices a wrong mask";
}

TEST(ExportRecording, KeepsTheLayersOfKeptHeads)
{
    const KnownRecording known = knownRecording({});
    const ExportOptions options{.weights = true, .keep = {{1, 2}}};
    const Safetensors file = exported(known, options);
    EXPECT_EQ(file.find("layer.0.weights"), nullptr);
    EXPECT_EQ(file.find("layer.0.allowed"), nullptr);
    EXPECT_THAT(shapeOf(file, "layer.1.weights"), ElementsAre(4, 33, 33));
    EXPECT_LE(gapOfWeights(known, file, 1), 1e-6);
    EXPECT_THAT(shapeOf(file, "layer.0.q"), ElementsAre(4, 33, 8));
}

TEST(ExportRecording, SaysWhatItIs)
{
    const Safetensors file = exported(knownRecording({.layers = 1, .heads = 2, .kvHeads = 1, .tokens = 3}));
    const auto& metadata = file.metadata();
    EXPECT_EQ(metadata.at("model"), "test");
    EXPECT_EQ(metadata.at("fovea_version"), version());
    EXPECT_EQ(metadata.at("token_texts"), R"([" t0"," t1"," t2"])");
    EXPECT_EQ(metadata.at("plan"), R"([["dense","dense"]])");
}

TEST(ExportRecording, OfNoTokensHasEmptyTensors)
{
    const Safetensors file = exported(knownRecording({.tokens = 0}), {.weights = true, .keep = {}});
    EXPECT_THAT(shapeOf(file, "tokens"), ElementsAre(0));
    EXPECT_THAT(shapeOf(file, "layer.0.q"), ElementsAre(4, 0, 8));
    EXPECT_THAT(shapeOf(file, "layer.0.weights"), ElementsAre(4, 0, 0));
}

TEST(ExportRecording, RefusesWithoutLeavingAFile)
{
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "x.safetensors";
    const KnownRecording known = knownRecording({});
    const Result<void> noSuchHead = exportRecording(known.recording, file, {.weights = true, .keep = {{0, 4}}});
    ASSERT_FALSE(noSuchHead);
    EXPECT_EQ(noSuchHead.error().fault, Fault::BadInput);
    EXPECT_THAT(noSuchHead.error().what, HasSubstr("0:4"));

    std::stop_source stop;
    stop.request_stop();
    const Result<void> stopped = exportRecording(known.recording, file, {.weights = true, .keep = {}}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().fault, Fault::Cancelled);
    const Result<void> stoppedWithoutWeights = exportRecording(known.recording, file, {}, stop.get_token());
    ASSERT_FALSE(stoppedWithoutWeights) << "q, k and v of a long text are gigabytes too";
    EXPECT_EQ(stoppedWithoutWeights.error().fault, Fault::Cancelled);

    const Result<void> noFolder = exportRecording(known.recording, folder.path() / "missing" / "x.safetensors");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().fault, Fault::System);
    EXPECT_TRUE(folder.isEmpty());
}

}   // namespace
}   // namespace core
