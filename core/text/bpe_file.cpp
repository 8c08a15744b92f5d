// Reading the "model" of a tokenizer.json.
#include <fmt/format.h>

#include "core/text/bpe.h"
#include "core/text/tokenizer_parts.h"

namespace core {

namespace {

struct MergePair {
    std::string_view left, right;
};

// Both forms occur in real files: "left right" with one space, and ["left", "right"].
Result<MergePair> readPair(const Json& entry, std::size_t rank, std::string_view name)
{
    if (const std::string* text = entry.string()) {
        const std::size_t space = text->find(' ');
        if (space != text->npos && text->find(' ', space + 1) == text->npos)
            return MergePair{.left = std::string_view(*text).substr(0, space), .right = std::string_view(*text).substr(space + 1)};
    } else if (const Json::Array* parts = entry.array(); parts && parts->size() == 2) {
        if ((*parts)[0].string() && (*parts)[1].string()) return MergePair{.left = *(*parts)[0].string(), .right = *(*parts)[1].string()};
    }
    return fail(Fault::BadFile, fmt::format("{}: merge {} is {}, expected two tokens.", name, rank, printable(entry.dump(), kQuotedCharacters)),
                "Write each merge as \"left right\" or as [\"left\", \"right\"].");
}

}   // namespace

Result<Bpe> Bpe::fromJson(const Json& json, std::string_view name, const std::stop_token& stop)
{
    if (!json.isObject()) return brokenTokenizer(name, fmt::format("\"model\" is {}, expected an object", json.kindName()));
    // Files from before the type was written down are byte pair encodings when they list merges.
    FOVEA_TRY(type, json.stringAt("type", json.find("merges") ? "BPE" : "without a type"));
    if (type != "BPE")
        return fail(Fault::Unsupported, fmt::format("{}: the tokenizer model {} is not supported.", name, inQuotes(type)),
                    "Use a model whose tokenizer is a byte pair encoding (BPE).");
    const Json* vocabulary = json.find("vocab");
    if (!vocabulary) return brokenTokenizer(name, "the model has no \"vocab\"");

    Bpe bpe;
    bpe.m_name = name;
    FOVEA_TRY(entries, Vocabulary::fromJson(*vocabulary, name));
    bpe.m_vocabulary = std::move(entries);
    FOVEA_CHECK(bpe.readSettings(json, name));
    FOVEA_CHECK(bpe.readMerges(json, name, stop));
    return bpe;
}

Result<void> Bpe::readSettings(const Json& json, std::string_view name)
{
    FOVEA_TRY(fuse, json.booleanAt("fuse_unk", false));
    FOVEA_TRY(fallback, json.booleanAt("byte_fallback", false));
    FOVEA_TRY(ignore, json.booleanAt("ignore_merges", false));
    FOVEA_TRY(prefix, json.stringAt("continuing_subword_prefix", ""));
    FOVEA_TRY(suffix, json.stringAt("end_of_word_suffix", ""));
    FOVEA_TRY(unknown, json.stringAt("unk_token", ""));
    m_fuseUnknown = fuse;
    m_ignoreMerges = ignore;
    m_prefix = std::move(prefix);
    m_suffix = std::move(suffix);
    if (fallback) readByteTokens();
    if (!unknown.empty()) m_unknown = m_vocabulary.find(unknown);
    if (!unknown.empty() && !m_unknown)
        return brokenTokenizer(name, fmt::format("the unknown token {} is not in the vocabulary", inQuotes(unknown)));
    return {};
}

void Bpe::readByteTokens()
{
    m_byteTokens.resize(256);
    for (unsigned byte = 0; byte < 256; ++byte) m_byteTokens[byte] = m_vocabulary.find(fmt::format("<0x{:02X}>", byte));
}

Result<void> Bpe::readMerges(const Json& json, std::string_view name, const std::stop_token& stop)
{
    const Json* merges = json.find("merges");
    if (!merges || !merges->array()) return brokenTokenizer(name, "the model has no list of \"merges\"");
    m_merges.reserve(merges->array()->size());
    for (std::size_t rank = 0; rank < merges->array()->size(); ++rank) {
        if (stop.stop_requested()) return cancelled();
        FOVEA_TRY(pair, readPair((*merges->array())[rank], rank, name));
        FOVEA_CHECK(addMerge(pair.left, pair.right, rank, name));
    }
    return {};
}

// The joined token is written without the prefix of its right part. A pair listed twice counts where it is listed last.
Result<void> Bpe::addMerge(std::string_view left, std::string_view right, std::size_t rank, std::string_view name)
{
    if (!right.starts_with(m_prefix))
        return brokenTokenizer(name, fmt::format("merge {} joins {}, which lacks the prefix {}", rank, inQuotes(right), inQuotes(m_prefix)));
    const std::string joined = std::string(left) + std::string(right.substr(m_prefix.size()));
    const auto leftId = m_vocabulary.find(left), rightId = m_vocabulary.find(right), joinedId = m_vocabulary.find(joined);
    if (!leftId || !rightId || !joinedId) {
        const std::string_view missing = !leftId ? left : !rightId ? right : joined;
        return fail(Fault::BadFile, fmt::format("{}: merge {} needs the token {}, which is not in the vocabulary.", name, rank, inQuotes(missing)),
                    "Get the file again: its vocabulary and merges do not belong together.");
    }
    m_merges.insert_or_assign(pairKey(*leftId, *rightId), Merge{.rank = std::uint32_t(rank), .merged = *joinedId});
    return {};
}

}   // namespace core
