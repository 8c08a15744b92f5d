// Any bytes as a text, as ids and as a tokenizer.json: texts come back from their tokens, spans tile the text, broken files are refused.
#include <vector>

#include "tests/core/text/tiny_tokenizers.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace core;
using fuzz::require;

void requireLaws(const Tokens& tokens, test::Coverage coverage, test::ByteLaw byteLaw)
{
    const auto broken = test::brokenLaw(tokens, coverage, byteLaw);
    require(!broken, broken.value_or(""));
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

// Awkward pieces of text; every fourth input is a tokenizer.json instead.
std::string fuzz::madeInput(core::Random& random)
{
    static const std::string kFile = core::test::byteLevelTokenizer().dump();
    if (random.below(4) == 0) return kFile;
    std::string input;
    for (std::int64_t n = random.below(12); n > 0; --n)
        input += random.below(2) == 0 ? oneOf(core::test::strangeTexts(), random).substr(0, std::size_t(random.below(12)))
                                      : std::string(1, char(random.below(256)));
    return input;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    checkText(input);
    checkIds(input);
    if (input.starts_with('{')) checkFile(input);
    return 0;
}
