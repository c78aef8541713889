#pragma once

#include "feed/conversation/queue_facts.h"
#include "feed/text/phrases.h"
#include "feed/text/tokenizer.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carewall::feed {

/// By what an issue is known.
struct IssueRule {
    IssueFacts facts;
    std::vector<std::string> tags;      ///< values of the issue columns; its id always is one
    std::vector<std::string> words;     ///< words or phrases; "crash*" is any word that begins so
    std::vector<std::string> patterns;  ///< ICU regular expressions, whatever the case
};

/// Which issues a text or a row's tags speak of. Not for several threads.
class Rules {
public:
    /// The patterns are sound (patternTrouble has nothing to say). Tags that no issue lists are issues of their own, or
    /// nothing.
    Rules(const std::vector<IssueRule>& issues, bool keep_unlisted_tags, Tokenizer& words);
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;
    ~Rules();

    /// Ids of issues, each once, in the order of the rules; tags that no issue lists come last, where they are kept.
    /// `words` is `text` cut into words.
    std::vector<std::string> issues(const std::vector<std::string>& tags, std::string_view text,
                                    const std::vector<std::string_view>& words);

private:
    struct Pattern;
    void matchPatterns(std::string_view text, std::vector<bool>& hit);

    std::vector<std::string> m_ids;
    std::unordered_map<std::string, std::size_t> m_by_tag;  ///< by folded tag
    bool m_keep_unlisted;
    Phrases m_phrases;
    std::vector<std::unique_ptr<Pattern>> m_patterns;
};

/// Why a text is no regular expression; empty when it is one.
std::string patternTrouble(const std::string& pattern);

}  // namespace carewall::feed
