#include "feed/text/tokenizer.h"

#include "feed/conversation/clean_text.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace carewall::feed {

struct Tokenizer::Breaker {
    std::unique_ptr<icu::BreakIterator> words;
};

Tokenizer::Tokenizer() : m_breaker{std::make_unique<Breaker>()}
{
    UErrorCode status = U_ZERO_ERROR;
    m_breaker->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
}

Tokenizer::~Tokenizer() = default;

const std::vector<std::string_view>& Tokenizer::of(std::string_view text)
{
    m_words.clear();
    m_folded.clear();
    if (m_breaker->words == nullptr) return m_words;
    icu::UnicodeString letters =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(startOf(text).size())});
    letters.foldCase();
    letters.findAndReplace(icu::UnicodeString{char16_t{0x2019}}, icu::UnicodeString{char16_t{'\''}});
    icu::BreakIterator& breaker = *m_breaker->words;
    breaker.setText(letters);
    std::vector<std::pair<std::size_t, std::size_t>> spans;
    std::int32_t from = breaker.first();
    for (std::int32_t to = breaker.next(); to != icu::BreakIterator::DONE; from = to, to = breaker.next()) {
        if (breaker.getRuleStatus() >= UBRK_WORD_NUMBER) {
            const std::size_t start = m_folded.size();
            letters.tempSubStringBetween(from, to).toUTF8String(m_folded);
            spans.emplace_back(start, m_folded.size() - start);
        }
    }
    // Only now: the words look into m_folded, which has moved while it grew.
    m_words.reserve(spans.size());
    for (const auto& [start, size] : spans)
        m_words.emplace_back(m_folded.data() + start, size);
    return m_words;
}

}  // namespace carewall::feed
