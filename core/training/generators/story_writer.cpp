#include "core/training/generators/story_writer.h"

#include <cassert>
#include <optional>
#include <vector>

namespace core {
namespace {

class SentenceWriter {
public:
    SentenceWriter(const Roles& roles, const StoryWords& words, Random& random, Story& story) :
        m_roles(roles), m_words(words), m_random(random), m_story(story)
    {
    }

    void write(std::string_view frame)
    {
        for (std::size_t i = 0; i < frame.size();) {
            if (frame[i] == '{') {
                const std::size_t end = frame.find('}', i);
                assert(end != frame.npos);
                slot(frame.substr(i + 1, end - i - 1));
                i = end + 1;
            } else if (frame[i] == '[') {
                const std::size_t end = frame.find(']', i);
                assert(end != frame.npos);
                write(choice(frame.substr(i + 1, end - i - 1)));
                i = end + 1;
            } else {
                put(frame.substr(i++, 1));
            }
        }
    }

private:
    std::string_view choice(std::string_view options)
    {
        std::vector<std::string_view> parts;
        for (std::size_t begin = 0; begin <= options.size();) {
            const std::size_t end = std::min(options.find('|', begin), options.size());
            parts.push_back(options.substr(begin, end - begin));
            begin = end + 1;
        }
        return parts[std::size_t(m_random.below(Index(parts.size())))];
    }

    void slot(std::string_view name)
    {
        const bool article = name.substr(0, 2) == "a ";
        if (article) name.remove_prefix(2);
        const bool person = name[0] >= '0' && name[0] <= '3';
        if (!person) return word(m_words.story, name, article);
        const Index who = m_roles[std::size_t(name[0] - '0')];
        assert(who >= 0 && who < Index(m_story.people.size()));
        const std::string_view form = name.size() > 2 ? name.substr(2) : "";
        if (form.empty()) return this->name(who, "");
        if (form == "s") return this->name(who, "'s");
        if (form == "he") return pronoun(who, PronounForm::Subject);
        if (form == "him") return pronoun(who, PronounForm::Object);
        if (form == "his") return pronoun(who, PronounForm::Possessive);
        if (form == "own") return mention(who, Mention::Kind::Pronoun, pronounOf(genderOf(who), PronounForm::Possessive));
        if (form == "does") decide(who);
        word(m_words.person[std::size_t(who)], form, article);
    }

    Gender genderOf(Index who) const { return m_story.people[std::size_t(who)].gender; }

    void name(Index who, std::string_view suffix)
    {
        mention(who, Mention::Kind::Name, m_story.people[std::size_t(who)].name);
        put(suffix);
    }

    void pronoun(Index who, PronounForm form)
    {
        if (!m_story.aloneInGender(who)) return name(who, form == PronounForm::Possessive ? "'s" : "");
        mention(who, Mention::Kind::Pronoun, pronounOf(genderOf(who), form));
    }

    void mention(Index who, Mention::Kind kind, std::string_view text)
    {
        const Index begin = Index(m_story.text.size());
        put(text);
        m_story.mentions.push_back({kind, who, {begin, begin + Index(text.size())}});
    }

    void decide(Index who)
    {
        if (m_story.mentions.empty()) return;
        Mention& last = m_story.mentions.back();
        last.decided = last.kind == Mention::Kind::Pronoun && last.person == who && last.span.end + 1 == Index(m_story.text.size());
    }

    void word(const WordTable& table, std::string_view name, bool article)
    {
        const auto found = table.find(name);
        assert(found != table.end());
        if (article) put(std::string_view("aeiou").find(found->second[0]) == std::string_view::npos ? "a " : "an ");
        put(found->second);
    }

    // A capital stands at the beginning, behind what ends a sentence, behind an opening quotation mark, and where the frame says "^":
    // behind a closing quotation mark only the frame knows whether its sentence goes on.
    void put(std::string_view text)
    {
        for (const char c : text) {
            const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
            if (c != '^') m_story.text += m_capital && lower ? char(c - 'a' + 'A') : c;
            if (c == '"') m_quoted = !m_quoted;
            if (c == '"')
                m_capital = m_quoted;
            else if (c == '^' || c == '.' || c == '!' || c == '?')
                m_capital = true;
            else if (lower || upper)
                m_capital = false;
        }
    }

    const Roles& m_roles;
    const StoryWords& m_words;
    Random& m_random;
    Story& m_story;
    bool m_capital = true;
    bool m_quoted = false;
};

}   // namespace

void writeSentence(std::string_view frame, const Roles& roles, const StoryWords& words, Random& random, Story& story)
{
    if (!story.text.empty() && story.text.back() != '\n') story.text += ' ';
    SentenceWriter(roles, words, random, story).write(frame);
}

}   // namespace core
