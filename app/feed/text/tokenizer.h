#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Cuts texts of any script into case-folded words by the Unicode word boundaries (UAX #29) as ICU knows them, numbers
/// included, punctuation left out. "can't", with either apostrophe, is one word; so is a Persian word with a
/// zero-width non-joiner. Of a text the first max_text_bytes count. Not for several threads.
class Tokenizer {
public:
    Tokenizer();
    Tokenizer(const Tokenizer&) = delete;
    Tokenizer& operator=(const Tokenizer&) = delete;
    ~Tokenizer();

    /// Valid until the next call.
    const std::vector<std::string_view>& of(std::string_view text);

private:
    struct Breaker;

    std::unique_ptr<Breaker> m_breaker;
    std::string m_folded;
    std::vector<std::string_view> m_words;
};

}  // namespace carewall::feed
