// The Python that patterns are exported as. What it means is checked by tests/golden/check_mask_mods.py, which runs it on tensors: it reads the same
// file of sources and masks that is compared here. FOVEA_WRITE_GOLDEN=1 writes the file.
#include "core/attention/mask_mod.h"

#include <cstdlib>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/attention/pattern_node.h"
#include "core/base/file.h"
#include "tests/core/attention/random_patterns.h"

namespace {

using core::Index;
using core::Json;
using core::Pattern;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kGolden = FOVEA_TEST_DIR "/golden/mask_mods.json";

Pattern parsed(const std::string& text)
{
    const auto pattern = Pattern::parse(text);
    EXPECT_TRUE(pattern) << text << ": " << pattern.error().what;
    return pattern ? *pattern : Pattern();
}

std::string sourceOf(const std::string& text, Index tokens = 20) { return core::maskModSource(parsed(text), tokens).value(); }

// One line of 0 and 1 for each query.
Json maskOf(const Pattern& pattern, Index n)
{
    Json::Array rows;
    for (Index p = 0; p < n; ++p) {
        std::string row;
        for (Index j = 0; j < n; ++j) row += pattern.allows({p}, {j}, n) ? '1' : '0';
        rows.emplace_back(row);
    }
    return Json(rows);
}

std::vector<std::pair<std::string, Index>> examples()
{
    std::vector<std::pair<std::string, Index>> all{
        {"dense", 5},
        {"causal & window(4)", 20},
        {"dilated(3, 4) | dilated(1000000000, 1000000000)", 20},
        {"causal & blocks(6)", 20},
        {"strided(5) & causal", 20},
        {"causal & fixed(5, 2)", 20},
        {"longformer(2, 0, 7-8) | longformer(1)", 20},
        {"causal & (sinks(2) | window(3))", 20},
        {"global(3, 9-11) | landmarks(0, 15)", 20},
        {"landmarks(\"nowhere\")", 6},
        {"offsets(0, 3, 7)", 20},
        {"!logsparse", 20},
        {"random(3, 2, 7) & causal", 20},
        {"bigbird(3, 1, 7)", 20},
        {"bigbird(4, 2, 9)", 25},
        {"cells(3:0-2, 5-7:4, 0-9:15-19)", 20},
        {"where(q - k < 4 or (q + k) % 5 == 0)", 12},
        {"where((q - k) / (k - 3) > 1 and not q % (q - 4) == n - 18)", 20},
        {"where(-(q - 9) / 4 < abs(k - 6) - n / 3) | where(1 == 2) & !where(3 < n)", 12},
    };
    std::string many = "cells(0:0";
    for (int i = 1; i < 60; ++i) many += ", " + std::to_string(i % 18) + ":" + std::to_string(i * 7 % 18);
    all.emplace_back(many + ")", 18);
    core::Random random(12);
    for (int i = 0; i < 60; ++i) {
        const Pattern pattern = core::test::randomPattern(random, 3);
        if (core::maskModSource(pattern, 9)) all.emplace_back(pattern.text(), 9);
    }
    return all;
}

TEST(MaskMod, IsWhatTheCheckedFileHolds)
{
    Json::Array entries;
    for (const auto& [text, n] : examples()) {
        const Pattern pattern = parsed(text);
        const auto source = core::maskModSource(pattern, n);
        ASSERT_TRUE(source) << text << source.error().what;
        entries.push_back(Json::object({{"pattern", pattern.text()}, {"tokens", n}, {"source", *source}, {"mask", maskOf(pattern, n)}}));
    }
    const std::string now = Json(entries).dump(1) + "\n";
    if (std::getenv("FOVEA_WRITE_GOLDEN")) {
        std::ofstream(kGolden) << now;
    }
    const auto golden = core::readFile(kGolden, std::size_t(1) << 20);
    ASSERT_TRUE(golden) << golden.error().what;
    EXPECT_TRUE(*golden == now) << "Write it with FOVEA_WRITE_GOLDEN=1 and check it with tests/golden/check_mask_mods.py.";
}

TEST(MaskMod, EveryFixedPrimitiveHasAFormInPython)
{
    std::set<std::string> tried;
    core::Random random(4);
    for (int round = 0; round < 2000; ++round) {
        const std::string text = core::test::randomPrimitive(random);
        const Pattern pattern = parsed(text);
        const auto source = core::maskModSource(pattern, 9);
        if (source || text.starts_with("where")) tried.emplace(core::Pattern::Node::of(pattern).primitive->name);
        if (!source) {
            EXPECT_THAT(source.error().what, HasSubstr("2^60")) << text;
        }
    }
    for (const core::Primitive& primitive : core::primitives()) EXPECT_EQ(tried.contains(std::string(primitive.name)), primitive.select == nullptr);
}

TEST(MaskMod, ReadsAsOneWouldWriteIt)
{
    EXPECT_EQ(sourceOf("causal & window(8)"), "# FlexAttention mask of the pattern\n"
                                              "#     causal & window(8)\n"
                                              "# for N tokens: create_block_mask(mask_mod, B=None, H=None, Q_LEN=N, KV_LEN=N)\n"
                                              "\n"
                                              "\n"
                                              "def mask_mod(b, h, q_idx, kv_idx):\n"
                                              "    return (kv_idx <= q_idx) & (abs(q_idx - kv_idx) < 8)\n");
    EXPECT_THAT(sourceOf("random(4, 1, 1)"), HasSubstr("for 20 tokens"));
}

TEST(MaskMod, NoTextOfATokenBecomesCode)
{
    const std::string source = sourceOf("landmarks(\"a\nimport os\r\v\")");
    EXPECT_THAT(source, HasSubstr("landmarks(\"a\\x0aimport os\\x0d\\x0b\")"));
    EXPECT_THAT(source, Not(HasSubstr("\nimport os")));
}

TEST(MaskMod, WhatPythonCannotSayIsRefused)
{
    const auto refused = [](const std::string& text, Index tokens, const std::string& about) {
        const auto source = core::maskModSource(parsed(text), tokens);
        ASSERT_FALSE(source) << text;
        EXPECT_THAT(source.error().what, HasSubstr(about));
    };
    refused("causal & topk(4)", 20, "chooses its keys from q and k");
    refused("(causal & moba(4, 2)) | sinks(1)", 20, "chooses its keys");
    refused("random(1, 1, 1)", 1025, "draws for 1025 blocks");
    refused("where(q * k * 1000000000 * 1000000000 > 3)", 20, "2^60");
    refused("causal", 0, "0 tokens");
    EXPECT_TRUE(core::maskModSource(parsed("random(1, 1, 1)"), 1024));
}

}   // namespace
