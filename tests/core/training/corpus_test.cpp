#include "core/training/corpus.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace
{

using namespace core;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class CorpusFolder : public ::testing::Test
{
protected:
    void SetUp() override
    {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::path(::testing::TempDir()) / (std::string("fovea_corpus_") + test->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    void put(const std::string& name, const std::string& content) const { std::ofstream(m_folder / name, std::ios::binary) << content; }
    void putWorks(const std::string& name, int works, int parts) const
    {
        std::string content;
        for (int work = 0; work < works; ++work)
            for (int part = 0; part < parts; ++part)
                content += "{\"title\": \"Work " + std::to_string(work) + "\", \"text\": \"Part " + std::to_string(part) + " of it.\"}\n";
        put(name, content);
    }
    std::filesystem::path m_folder;
};

std::set<std::string> titles(const std::vector<Document>& documents)
{
    std::set<std::string> result;
    for (const Document& document : documents) result.insert(document.title);
    return result;
}

TEST_F(CorpusFolder, ReadsEveryFileInOrderAndSkipsBlanks)
{
    put("b.jsonl", "{\"text\": \"Two\\nparagraphs\", \"title\": \"B\", \"author\": \"X\"}\n\n   \r\n{\"text\": \"\"}\n{\"text\": \"no title\"}");
    put("a.jsonl", "{\"text\": \"One\", \"title\": \"A\"}\n");
    put("notes.txt", "not a corpus");
    const auto corpus = Corpus::read(m_folder, 0.0);
    ASSERT_TRUE(corpus) << corpus.error().what;
    EXPECT_EQ(corpus->sources, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(corpus->train.size(), 3u);
    EXPECT_EQ(corpus->train[0], (Document{0, "A", "One"}));
    EXPECT_EQ(corpus->train[1], (Document{1, "B", "Two\nparagraphs"}));
    EXPECT_EQ(corpus->train[2], (Document{1, "b.jsonl line 5", "no title"}));
    EXPECT_TRUE(corpus->validation.empty());
}

TEST_F(CorpusFolder, HoldsOutWholeWorksAndAlwaysTheSameOnes)
{
    putWorks("stories.jsonl", 100, 3);
    const auto corpus = Corpus::read(m_folder, 0.1);
    const auto again = Corpus::read(m_folder, 0.1);
    ASSERT_TRUE(corpus && again);
    EXPECT_EQ(corpus->train, again->train);
    EXPECT_EQ(corpus->validation, again->validation);
    EXPECT_EQ(corpus->train.size() + corpus->validation.size(), 300u);
    EXPECT_GE(corpus->validation.size(), 24u);
    EXPECT_LE(corpus->validation.size(), 30u);
    for (const std::string& title : titles(corpus->validation)) EXPECT_FALSE(titles(corpus->train).contains(title)) << title;
}

TEST_F(CorpusFolder, AWorkHeldOutInOneSourceIsHeldOutInAll)
{
    putWorks("a.jsonl", 50, 2);
    const auto alone = Corpus::read(m_folder, 0.1);
    ASSERT_TRUE(alone);
    ASSERT_FALSE(alone->validation.empty());
    std::string shouted = alone->validation.front().title;
    std::transform(shouted.begin(), shouted.end(), shouted.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    put("b.jsonl",
        "{\"title\": \"" + shouted + "\", \"text\": \"told again\"}\n{\"title\": \"Another\", \"text\": \"long enough to be most of it\"}\n");
    const auto both = Corpus::read(m_folder, 0.1);
    ASSERT_TRUE(both);
    EXPECT_TRUE(titles(both->validation).contains(shouted));
    EXPECT_FALSE(titles(both->train).contains(shouted));
}

TEST_F(CorpusFolder, NamesFileLineAndReason)
{
    put("a.jsonl", "{\"text\": \"fine\"}\n{\"text\": 3}\n");
    const auto wrongKind = Corpus::read(m_folder);
    ASSERT_FALSE(wrongKind);
    EXPECT_EQ(wrongKind.error().fault, Fault::BadFile);
    EXPECT_THAT(wrongKind.error().what, HasSubstr("a.jsonl line 2"));
    put("a.jsonl", "{\"text\": \"fine\"}\n{\"title\": \"no text\"}\n");
    EXPECT_FALSE(Corpus::read(m_folder));
    put("a.jsonl", "{\"text\": \"fine\"\n");
    const auto broken = Corpus::read(m_folder);
    ASSERT_FALSE(broken);
    EXPECT_THAT(broken.error().what, StartsWith((m_folder / "a.jsonl").string() + " line 1 is no valid JSON at column 16: unexpected end of input"));
    EXPECT_THAT(broken.error().remedy, HasSubstr("Each line is a JSON object"));
}

TEST_F(CorpusFolder, RefusesWhatPassesItsLimits)
{
    putWorks("a.jsonl", 10, 1);
    EXPECT_THAT(Corpus::read(m_folder, 0.04, {.documents = 9}).error().what, HasSubstr("more than 9 documents"));
    EXPECT_FALSE(Corpus::read(m_folder, 0.04, {.fileBytes = 20}));
    EXPECT_FALSE(Corpus::read(m_folder, 0.04, {.documentBytes = 8}));
    EXPECT_TRUE(Corpus::read(m_folder, 0.04, {.documents = 10}));
}

TEST_F(CorpusFolder, RefusesEmptyFoldersMissingFoldersAndImpossibleShares)
{
    EXPECT_THAT(Corpus::read(m_folder).error().what, HasSubstr("no documents"));
    EXPECT_THAT(Corpus::read(m_folder / "nowhere").error().what, HasSubstr("nowhere"));
    putWorks("a.jsonl", 3, 1);
    for (const double share : {-0.1, 1.0, std::numeric_limits<double>::quiet_NaN()}) EXPECT_FALSE(Corpus::read(m_folder, share)) << share;
}

}   // namespace
