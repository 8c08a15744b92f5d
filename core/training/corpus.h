// A folder of text to train on: every DIR/*.jsonl file is a source, every line of it a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/shape.h"

namespace core
{

struct Document {
    Index source = 0;    // index into Corpus::sources
    std::string title;   // parts of one work share it
    std::string text;    // UTF-8; a line break ends a paragraph
    friend bool operator==(const Document&, const Document&) = default;
};

struct CorpusLimits {
    std::size_t fileBytes = std::size_t(1) << 30;
    std::size_t documentBytes = std::size_t(16) << 20;
    std::size_t documents = 1'000'000;
};

// What is held out never trains anything: whole works, so that neither their names nor their phrases leak through another chapter.
struct Corpus {
    std::vector<std::string> sources;   // file names without ".jsonl", in alphabetical order
    std::vector<Document> train;
    std::vector<Document> validation;

    // Of everything training depends on: the sources' names and their documents, in order.
    [[nodiscard]] std::uint64_t fingerprint() const;

    // Each line is an object with "text" and, if it likes, "title"; other members are ignored, blank lines and empty texts are skipped.
    // Of each source the works with the smallest title hashes are held out, as many as fit into `heldOut` of its bytes (a work that is too
    // large is passed over); a title held out in one source is held out in all. Depends on the files' content alone.
    // Errors: BadInput for a share outside [0, 1); BadFile naming file and line, or the folder without documents to train on.
    [[nodiscard]] static Result<Corpus> read(const std::filesystem::path& directory, double heldOut = 0.04, const CorpusLimits& limits = {});
};

}   // namespace core
