#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// Distinct ones of a text; the first stand, so that a title's always do.
inline constexpr std::size_t max_terms = 128;
/// Longer words are codes or noise.
inline constexpr std::size_t max_term_letters = 32;

/// A word, or two that stand side by side.
struct Term {
    std::uint64_t id = 0;     ///< of the folded words: the same for every spelling, in every run
    std::uint64_t first = 0;  ///< of a pair: the ids of its words; else 0
    std::uint64_t second = 0;
    std::string_view spelt;  ///< as it was written, between the words one space (or a hyphen)
};

/// Finds the terms of texts in any script: words by the Unicode word boundaries (UAX #29) as ICU knows them, told
/// apart by NFKC with case folded, so that wide and narrow forms, and Persian words with and without a zero-width
/// non-joiner, are the same term. Not for several threads.
///
/// Personal data is never a term: nothing of a word with "@", a path, an address on the net, a masked token such as
/// "<email>" or "[name]"; no number and no word with a digit, but a short one such as "89" or "128.1" right behind a
/// word ("version 89"); not who is greeted, nor the words of a sign-off ("hi John", "regards, John", a last line of
/// three words or fewer); no single letter. Nor are months and days of the week terms: they tell when and not what.
class Terms {
public:
    Terms();
    Terms(const Terms&) = delete;
    Terms& operator=(const Terms&) = delete;
    Terms(Terms&&) noexcept;
    Terms& operator=(Terms&&) noexcept;
    ~Terms();

    /// Each term once, in the text's order. Valid until the next call.
    const std::vector<Term>& of(std::string_view text);

private:
    struct Scan;

    std::unique_ptr<Scan> m_scan;
    std::string m_spelt;
    std::vector<Term> m_terms;
};

}  // namespace carewall::feed
