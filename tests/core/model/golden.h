// Golden values written by tests/golden/make_model_golden.py, and helpers to run models in tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/model/transformer.h"
#include "core/text/tokens.h"
#include "tests/core/comparisons.h"
#include "tests/core/text/golden_ids.h"

namespace core::test {

inline std::filesystem::path goldenFolder(const std::string& name) { return std::filesystem::path(FOVEA_TEST_DIR) / "golden/models" / name; }

inline const std::vector<std::string>& goldenNames()
{
    static const std::vector<std::string> names{"neox-sequential", "neox-parallel", "llama-grouped", "llama-tied"};
    return names;
}

inline Json readJson(const std::filesystem::path& path)
{
    const auto text = readFile(path, std::size_t(16) << 20);
    EXPECT_TRUE(text) << text.error().what;
    const auto json = Json::parse(text.value_or("null"), path.string());
    EXPECT_TRUE(json) << json.error().what;
    return json.value_or(Json());
}

// A nested array of numbers as a matrix. Every row must be as long as the first.
inline Matrix<double> matrixOf(const Json& json)
{
    const Json::Array& rows = *json.array();
    Matrix<double> matrix(Index(rows.size()), rows.empty() ? 0 : Index(rows.front().array()->size()));
    for (Index i = 0; i < matrix.rows(); ++i) {
        const Json::Array& row = *rows[std::size_t(i)].array();
        EXPECT_EQ(Index(row.size()), matrix.cols()) << "row " << i;
        for (Index j = 0; j < matrix.cols(); ++j) matrix(i, j) = *row.at(std::size_t(j)).number();
    }
    return matrix;
}

inline Tokens tokensOf(const std::vector<TokenId>& ids)
{
    Tokens tokens;
    for (const TokenId id : ids) tokens.items.push_back({.id = id, .span = {}, .bytes = {}});
    return tokens;
}

// N ids below V that repeat now and then.
inline std::vector<TokenId> someIds(Index n, Index vocabulary)
{
    std::vector<TokenId> ids;
    for (Index i = 0; i < n; ++i) ids.push_back(TokenId((i * i * 7 + i * 3 + 1) % vocabulary));
    return ids;
}

}   // namespace core::test
