#include "feed/text/rules.h"

#include "feed/conversation/clean_text.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace carewall::feed {

namespace {

/// ICU's count of matching steps (some thousand a unit) after which a pattern is given up for a text.
constexpr std::int32_t match_time_limit = 50;
constexpr std::int32_t match_stack_bytes = 1024 * 1024;

std::unique_ptr<icu::RegexMatcher> compiled(const std::string& pattern, UErrorCode& status)
{
    return std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(pattern), UREGEX_CASE_INSENSITIVE, status);
}

}  // namespace

struct Rules::Pattern {
    std::size_t issue = 0;
    std::unique_ptr<icu::RegexMatcher> matcher;
};

std::string patternTrouble(const std::string& pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto matcher = compiled(pattern, status);
    return U_FAILURE(status) ? u_errorName(status) : "";
}

Rules::Rules(const std::vector<IssueRule>& issues, bool keep_unlisted_tags, Tokenizer& words)
    : m_keep_unlisted{keep_unlisted_tags}
{
    for (const IssueRule& issue : issues) {
        const std::size_t number = m_ids.size();
        m_ids.push_back(issue.facts.id);
        m_by_tag.emplace(issue.facts.id, number);
        for (const std::string& tag : issue.tags)
            m_by_tag.emplace(folded(tag), number);
        for (const std::string& phrase : issue.words)
            m_phrases.add(phrase, number, words);
        for (const std::string& pattern : issue.patterns) {
            UErrorCode status = U_ZERO_ERROR;
            auto made = std::make_unique<Pattern>(Pattern{number, compiled(pattern, status)});
            made->matcher->setTimeLimit(match_time_limit, status);
            made->matcher->setStackLimit(match_stack_bytes, status);
            if (U_SUCCESS(status)) m_patterns.push_back(std::move(made));
        }
    }
}

Rules::~Rules() = default;

void Rules::matchPatterns(std::string_view text, std::vector<bool>& hit)
{
    if (m_patterns.empty() || text.empty()) return;
    const icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(startOf(text).size())});
    for (const auto& pattern : m_patterns) {
        if (!hit[pattern->issue]) {
            UErrorCode status = U_ZERO_ERROR;
            pattern->matcher->reset(letters);
            hit[pattern->issue] = pattern->matcher->find(status) != 0 && U_SUCCESS(status);
        }
    }
}

std::vector<std::string> Rules::issues(const std::vector<std::string>& tags, std::string_view text,
                                       const std::vector<std::string_view>& words)
{
    std::vector<bool> hit(m_ids.size());
    std::vector<std::string> unlisted;
    for (const std::string& tag : tags)
        if (const auto known = m_by_tag.find(folded(tag)); known != m_by_tag.end())
            hit[known->second] = true;
        else if (std::string id = topicId(tag);
                 m_keep_unlisted && !id.empty() && std::ranges::find(unlisted, id) == unlisted.end())
            unlisted.push_back(std::move(id));
    if (!m_phrases.empty())
        for (std::size_t i = 0; i < words.size(); ++i)
            m_phrases.allAt(words, i, [&](Phrases::Match match) { hit[match.number] = true; });
    matchPatterns(text, hit);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        if (hit[i]) found.push_back(m_ids[i]);
    std::ranges::move(unlisted, std::back_inserter(found));
    return found;
}

}  // namespace carewall::feed
