#include "core/training/corpus.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/random.h"

namespace core
{
namespace
{

constexpr std::uint64_t kSplitSeed = 0x50117;   // another seed holds out other works, so it never changes

std::uint64_t hashOfText(std::uint64_t seed, std::string_view text)
{
    std::uint64_t hash = seed;
    for (const char c : text) hash = hashOf(hash, static_cast<unsigned char>(c));
    return hash;
}

// "A Tale" and "a tale" in two collections are the same work.
std::string workOf(const Document& document)
{
    std::string work = document.title;
    for (char& c : work)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return work;
}

Result<std::vector<std::filesystem::path>> jsonLinesFiles(const std::filesystem::path& directory)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".jsonl") files.push_back(entry->path());
    if (error)
        return fail(Fault::BadFile, fmt::format("The corpus folder \"{}\" cannot be read: {}.", directory.string(), error.message()),
                    "Name a folder that holds .jsonl files.");
    std::sort(files.begin(), files.end());
    return files;
}

Result<Document> documentOf(std::string_view line, const std::filesystem::path& file, Index number, Index source, const CorpusLimits& limits)
{
    constexpr const char* kRemedy = "Each line is a JSON object with a \"text\".";
    const std::string where = fmt::format("{} line {}", file.string(), number);
    const Result<Json> json = Json::parse(line, where, {.bytes = limits.documentBytes, .depth = 16});
    if (!json) return fail(json.error().fault, json.error().what, json.error().fault == Fault::BadFile ? kRemedy : json.error().remedy);
    auto text = json->stringAt("text");
    auto title = json->stringAt("title", "");
    if (!text || !title) return fail(Fault::BadFile, fmt::format("{}: {}", where, !text ? text.error().what : title.error().what), kRemedy);
    // Without its folder, because works are held out by their titles.
    return Document{source, title->empty() ? fmt::format("{} line {}", file.filename().string(), number) : *std::move(title), *std::move(text)};
}

Result<void> readSource(const std::filesystem::path& path, Index source, const CorpusLimits& limits, std::vector<Document>& documents)
{
    FOVEA_TRY(content, readFile(path, limits.fileBytes));
    const std::string_view all = content;
    Index lineNumber = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        const std::string_view line = all.substr(begin, end - begin);
        begin = end + 1;
        ++lineNumber;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        FOVEA_TRY(document, documentOf(line, path, lineNumber, source, limits));
        if (document.text.empty()) continue;
        if (documents.size() >= limits.documents)
            return fail(Fault::BadFile, fmt::format("The corpus holds more than {} documents.", limits.documents), "Train on fewer files.");
        documents.push_back(std::move(document));
    }
    return {};
}

std::set<std::string> heldOutWorks(const std::vector<Document>& documents, Index sources, double share)
{
    std::set<std::string> heldOut;
    for (Index source = 0; source < sources; ++source) {
        std::map<std::string, std::size_t> workBytes;
        std::size_t total = 0;
        for (const Document& document : documents)
            if (document.source == source) {
                workBytes[workOf(document)] += document.text.size();
                total += document.text.size();
            }
        std::vector<std::pair<std::uint64_t, std::string>> order;
        for (const auto& [work, bytes] : workBytes) order.emplace_back(hashOfText(kSplitSeed, work), work);
        std::sort(order.begin(), order.end());
        std::size_t taken = 0;
        for (const auto& [hash, work] : order)
            if (double(taken + workBytes[work]) <= share * double(total)) {
                taken += workBytes[work];
                heldOut.insert(work);
            }
    }
    return heldOut;
}

}   // namespace

std::uint64_t Corpus::fingerprint() const
{
    std::uint64_t hash = hashOf(sources.size(), train.size());
    for (const std::string& source : sources) hash = hashOf(hashOfText(hash, source), source.size());
    for (const std::vector<Document>* documents : {&train, &validation})
        for (const Document& document : *documents) {
            hash = hashOf(hashOfText(hashOf(hash, std::uint64_t(document.source)), document.title), document.title.size());
            hash = hashOf(hashOfText(hash, document.text), document.text.size());
        }
    return hash;
}

Result<Corpus> Corpus::read(const std::filesystem::path& directory, double heldOut, const CorpusLimits& limits)
{
    if (!(heldOut >= 0.0 && heldOut < 1.0))
        return fail(Fault::BadInput, fmt::format("A held-out share of {} is not possible.", heldOut), "Choose a share from 0 to below 1.");
    FOVEA_TRY(files, jsonLinesFiles(directory));
    Corpus corpus;
    std::vector<Document> documents;
    for (const std::filesystem::path& file : files) {
        FOVEA_CHECK(readSource(file, Index(corpus.sources.size()), limits, documents));
        corpus.sources.push_back(file.stem().string());
    }
    const std::set<std::string> held = heldOutWorks(documents, Index(corpus.sources.size()), heldOut);
    for (Document& document : documents) (held.contains(workOf(document)) ? corpus.validation : corpus.train).push_back(std::move(document));
    if (corpus.train.empty())
        return fail(Fault::BadFile, fmt::format("The corpus folder \"{}\" holds no documents to train on.", directory.string()),
                    "Put .jsonl files there whose lines are objects with a \"text\".");
    return corpus;
}

}   // namespace core
