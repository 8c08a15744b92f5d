// Any bytes as a text, as ids and as a tokenizer.json: texts come back from their tokens, spans tile the text, broken files are refused.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/core/text/tiny_tokenizers.h"

namespace {

using namespace core;

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

void requireLaws(const Tokens& tokens, test::Coverage coverage, test::ByteLaw byteLaw)
{
    const auto broken = test::brokenLaw(tokens, coverage, byteLaw);
    require(!broken, broken.value_or("").c_str());
}

void checkText(const std::string& text)
{
    static const Tokenizer kByteLevel = test::tokenizerOf(test::byteLevelTokenizer());
    const Tokens tokens = kByteLevel.encode(text).value();
    requireLaws(tokens, test::Coverage::Whole, test::ByteLaw::Equal);
    require(tokens.text == repairUtf8(text), "the text is the repaired input");
    if (tokens.text.find("<|start|>") == std::string::npos) {
        require(kByteLevel.decode(tokens.ids()) == tokens.text, "decode(encode(x)) = x");
        require(kByteLevel.fromIds(tokens.ids()).value() == tokens, "ids make the same tokens");
    }
    static const std::vector<Tokenizer> kOthers = {test::tokenizerOf(*test::goldenFile("byte_level_split").find("tokenizer")),
                                                   test::tokenizerOf(*test::goldenFile("sentencepiece").find("tokenizer")),
                                                   test::tokenizerOf(*test::goldenFile("metaspace").find("tokenizer"))};
    for (const Tokenizer& tokenizer : kOthers) requireLaws(tokenizer.encode(text).value(), test::Coverage::Whole, test::ByteLaw::Free);
}

void checkIds(const std::string& bytes)
{
    static const Tokenizer kTokenizer = test::tokenizerOf(*test::goldenFile("sentencepiece").find("tokenizer"));
    std::vector<TokenId> ids;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        ids.push_back((static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1])) % TokenId(kTokenizer.vocabularySize()));
    const Tokens tokens = kTokenizer.fromIds(ids).value();
    require(tokens.ids() == ids, "ids are used as they are");
    requireLaws(tokens, test::Coverage::Whole, test::ByteLaw::Free);
    require(repairUtf8(kTokenizer.decode(ids).value()) == tokens.text, "the text of ids is what they decode to");
}

void checkFile(const std::string& text)
{
    const auto json = Json::parse(text, "fuzz.json");
    if (!json) return;
    const auto tokenizer = Tokenizer::fromJson(*json, "fuzz.json");
    if (!tokenizer) {
        require(tokenizer.error().what.starts_with("fuzz.json"), "a refusal names the file");
        return;
    }
    if (const auto tokens = tokenizer->encode("The  cat's 12 \u00e9\n")) requireLaws(*tokens, test::Coverage::Partial, test::ByteLaw::Free);
}

}   // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    checkText(input);
    checkIds(input);
    if (input.starts_with('{')) checkFile(input);
    return 0;
}

#ifdef FOVEA_FUZZ_REPLAY
// Without a fuzzer: runs the given files, or texts made of awkward pieces when there are none.
#include "core/base/random.h"

int main(int count, char** paths)
{
    const auto run = [](const std::string& input) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()); };
    for (int i = 1; i < count; ++i) run(core::readFile(paths[i], std::size_t(1) << 30).value());
    const std::vector<std::string>& parts = core::test::strangeTexts();
    core::Random random(1);
    for (int round = 0; count == 1 && round < 2000; ++round) {
        std::string input;
        for (std::int64_t n = random.below(12); n > 0; --n) {
            const std::string& part = parts[std::size_t(random.below(std::int64_t(parts.size())))];
            input += random.below(2) == 0 ? part.substr(0, std::size_t(random.below(12))) : std::string(1, char(random.below(256)));
        }
        run(input);
    }
    return 0;
}
#endif
