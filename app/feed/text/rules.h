#pragma once

#include "feed/sources/mapping.h"
#include "feed/text/phrases.h"
#include "feed/text/tokenizer.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Which issues a text or a row's tags speak of, as a mapping says. Not for several threads.
class Rules {
public:
    /// The mapping's patterns are sound (parseMapping checked them).
    Rules(const Mapping& mapping, Tokenizer& words);
    Rules(const Rules&) = delete;
    Rules& operator=(const Rules&) = delete;
    ~Rules();

    /// Ids of issues, each once, in the mapping's order; tags that no issue lists come last, where they are kept.
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
