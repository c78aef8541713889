#include "feed/text/terms.h"

#include "feed/conversation/clean_text.h"
#include "feed/conversation/conversation_event.h"
#include "feed/text/term_words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_set>

namespace carewall::feed {

namespace {

constexpr char16_t barrier = 0x2;  ///< no word holds it and no pair reaches across
constexpr std::int32_t longest_mask = 26;
constexpr std::size_t greeted_words = 3;
constexpr std::size_t signed_words = 4;
constexpr std::size_t signature_words = 3;
constexpr std::int32_t version_digits = 3;
constexpr std::int32_t dotted_digits = 5;

std::uint64_t pairId(std::uint64_t first, std::uint64_t second)
{
    std::uint64_t mixed = (first * 0x9E3779B97F4A7C15U) ^ second;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    return mixed ^ (mixed >> 31U);
}

/// Persian keyboards and Arabic ones write the same letters differently; so do typographers and typists apostrophes.
char16_t sameLetter(char16_t letter)
{
    switch (letter) {
    case 0x064A:
        return 0x06CC;
    case 0x0643:
        return 0x06A9;
    case 0x2019:
        return u'\'';
    default:
        return letter;
    }
}

bool isLineEnd(char16_t letter)
{
    return letter == u'\n' || letter == u'\r' || letter == 0x2028 || letter == 0x2029;
}

bool endsSentence(char16_t letter)
{
    return letter == u'.' || letter == u'!' || letter == u'?' || letter == 0x061F || letter == 0x3002;
}

void blank(icu::UnicodeString& text, std::int32_t from, std::int32_t to)
{
    for (std::int32_t i = from; i < to; ++i)
        text.setCharAt(i, barrier);
}

/// "<email>", "[my name]": what masks leave behind.
void blankMasks(icu::UnicodeString& text)
{
    for (std::int32_t i = 0; i < text.length(); ++i) {
        const char16_t close = text.charAt(i) == u'<' ? u'>' : text.charAt(i) == u'[' ? u']' : u'\0';
        const std::int32_t end = close == 0 ? -1 : text.indexOf(close, i, longest_mask);
        if (end > 0) {
            blank(text, i, end + 1);
            i = end;
        }
    }
}

/// Addresses, paths, handles, codes: judged by all that stands between two spaces.
void blankCodes(icu::UnicodeString& text)
{
    for (std::int32_t from = 0; from < text.length();) {
        std::int32_t to = from;
        std::int32_t digits = 0;
        std::int32_t slashes = 0;
        bool code = false;
        for (; to < text.length() && u_isUWhiteSpace(text.charAt(to)) == 0; ++to) {
            const char16_t letter = text.charAt(to);
            digits += u_isdigit(letter) != 0 ? 1 : 0;
            slashes += letter == u'/' ? 1 : 0;
            code = code || letter == u'@' || letter == u'\\' || letter == u'=' || letter == u'_' || letter == 0xFF20;
        }
        if (code || digits > 4 || slashes > 1 || text.tempSubStringBetween(from, to).startsWith(u"www."))
            blank(text, from, to);
        from = to + 1;
    }
}

}  // namespace

/// One text on its way to its terms.
struct Terms::Scan {
    enum class Kind : std::uint8_t { Word, Version, Nothing };
    struct Token {
        std::int32_t from = 0;
        std::int32_t to = 0;
        Kind kind = Kind::Nothing;
        std::uint64_t id = 0;
        std::size_t line = 0;
        bool joins = false;     ///< nothing but spaces, or a hyphen, between it and the one before
        bool sentence = false;  ///< a sentence ends between it and the one before
        bool pauses = false;    ///< a comma or the like does, or a line
        bool number = false;
    };

    std::unique_ptr<icu::BreakIterator> breaker;
    const icu::Normalizer2* fold = nullptr;
    icu::UnicodeString text;
    icu::UnicodeString folded;
    std::vector<Token> tokens;
    std::unordered_set<std::uint64_t> seen;

    void tokenise();
    void gap(Token& token, std::int32_t since) const;
    void classify(Token& token, bool number);
    bool isVersion(const Token& token) const;
    std::uint64_t versionId(const Token& token) const;
    void dropNumbers();
    void dropGreeted();
    void dropSigned();
    void dropSignature();
};

void Terms::Scan::gap(Token& token, std::int32_t since) const
{
    token.joins = since > 0 || token.from == 0;
    for (std::int32_t i = since; i < token.from; ++i) {
        const char16_t letter = text.charAt(i);
        token.line += isLineEnd(letter) ? 1 : 0;
        token.sentence = token.sentence || endsSentence(letter);
        const bool hyphen = letter == u'-' && token.from - since == 1;
        const bool space = u_isUWhiteSpace(letter) != 0 && !isLineEnd(letter);
        token.pauses = token.pauses || !(hyphen || space);
    }
    token.joins = token.joins && !token.pauses;
}

bool Terms::Scan::isVersion(const Token& token) const
{
    std::int32_t digits = 0;
    bool dotted = false;
    for (std::int32_t i = token.from; i < token.to; ++i) {
        const char16_t letter = text.charAt(i);
        dotted = dotted || letter == u'.';
        if (u_isdigit(letter) == 0 && letter != u'.') return false;
        digits += letter == u'.' ? 0 : 1;
    }
    const auto stops = [&](std::int32_t at) {
        const char16_t letter = at < text.length() ? text.charAt(at) : u' ';
        return u_isUWhiteSpace(letter) != 0 || letter == u',' || endsSentence(letter) || letter == u')';
    };
    return digits <= (dotted ? dotted_digits : version_digits) && stops(token.to);
}

/// "89.0" is "89".
std::uint64_t Terms::Scan::versionId(const Token& token) const
{
    const bool whole =
        token.to - token.from > 2 && text.charAt(token.to - 1) == u'0' && text.charAt(token.to - 2) == u'.';
    WordHash hash;
    for (std::int32_t i = token.from; i < token.to - (whole ? 2 : 0); ++i)
        hash.add(text.charAt(i));
    return hash.value();
}

void Terms::Scan::classify(Token& token, bool number)
{
    WordHash hash;
    bool plain = true;
    bool digits = number;
    bool dotted = false;
    std::int32_t letters = token.to - token.from;
    const bool possessive = letters > 2 && text.charAt(token.to - 1) == u's' &&
                            (text.charAt(token.to - 2) == u'\'' || text.charAt(token.to - 2) == 0x2019);
    token.to -= possessive ? 2 : 0;
    letters -= possessive ? 2 : 0;
    for (std::int32_t i = token.from; i < token.to; ++i) {
        const char16_t letter = text.charAt(i);
        plain = plain && letter < 0x80;
        digits = digits || (letter < 0x80 ? letter >= u'0' && letter <= u'9' : u_isdigit(letter) != 0);
        dotted = dotted || letter == u'.' || letter == u':';
        hash.add(letter >= u'A' && letter <= u'Z' ? static_cast<char16_t>(letter + (u'a' - u'A')) : letter);
    }
    if (!plain && !digits) {
        UErrorCode status = U_ZERO_ERROR;
        fold->normalize(text.tempSubStringBetween(token.from, token.to), folded, status);
        letters = folded.countChar32();
        hash = {};
        for (std::int32_t i = 0; i < folded.length(); ++i)
            hash.add(sameLetter(folded.charAt(i)));
    }
    token.number = digits;
    token.id = digits ? versionId(token) : hash.value();
    if (digits) {
        token.kind = isVersion(token) ? Kind::Version : Kind::Nothing;
        return;
    }
    const bool fits = letters > 1 && letters <= static_cast<std::int32_t>(max_term_letters);
    token.kind = fits && !dotted && !isCalendarWord(token.id) ? Kind::Word : Kind::Nothing;
}

void Terms::Scan::tokenise()
{
    tokens.clear();
    breaker->setText(text);
    std::size_t line = 0;
    std::int32_t since = 0;
    std::int32_t from = breaker->first();
    for (std::int32_t to = breaker->next(); to != icu::BreakIterator::DONE; from = to, to = breaker->next()) {
        const std::int32_t status = breaker->getRuleStatus();
        if (status < UBRK_WORD_NUMBER) continue;
        Token token;
        token.from = from;
        token.to = to;
        token.line = line;
        gap(token, since);
        line = token.line;
        since = to;
        classify(token, status < UBRK_WORD_LETTER);
        tokens.push_back(token);
    }
}

/// "555 123": one of several, as in a telephone number.
void Terms::Scan::dropNumbers()
{
    for (std::size_t i = 1; i < tokens.size(); ++i)
        if (tokens[i].number && tokens[i - 1].number && !tokens[i].sentence)
            tokens[i].kind = tokens[i - 1].kind = Kind::Nothing;
}

void Terms::Scan::dropGreeted()
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        // "Good morning John", but not "every morning".
        const bool early =
            i == 0 || tokens[i].sentence || tokens[i - 1].sentence || i < 2 || tokens[i].line != tokens[i - 2].line;
        if (!isGreeting(tokens[i].id) && !(early && isTimeOfDay(tokens[i].id))) continue;
        tokens[i].kind = Kind::Nothing;
        for (std::size_t next = i + 1; next < tokens.size() && next <= i + greeted_words; ++next) {
            // "Hello, John": the first pause may come before the name.
            if (tokens[next].line != tokens[i].line || (tokens[next].pauses && next > i + 1) || tokens[next].sentence)
                break;
            tokens[next].kind = Kind::Nothing;
        }
    }
}

void Terms::Scan::dropSigned()
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!isSignOff(tokens[i].id)) continue;
        tokens[i].kind = Kind::Nothing;
        for (std::size_t next = i + 1; next < tokens.size() && next <= i + signed_words; ++next) {
            if (tokens[next].sentence && tokens[next].line == tokens[i].line) break;
            tokens[next].kind = Kind::Nothing;
        }
    }
}

void Terms::Scan::dropSignature()
{
    if (tokens.empty() || tokens.back().line < 2) return;
    const std::size_t line = tokens.back().line;
    const auto first = std::ranges::find(tokens, line, &Token::line);
    if (tokens.end() - first <= static_cast<std::ptrdiff_t>(signature_words))
        std::for_each(first, tokens.end(), [](Token& token) { token.kind = Kind::Nothing; });
}

Terms::Terms() : m_scan{std::make_unique<Scan>()}
{
    UErrorCode status = U_ZERO_ERROR;
    m_scan->breaker.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    m_scan->fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
}

Terms::Terms(Terms&&) noexcept = default;
Terms& Terms::operator=(Terms&&) noexcept = default;
Terms::~Terms() = default;

const std::vector<Term>& Terms::of(std::string_view text)
{
    m_terms.clear();
    m_spelt.clear();
    Scan& scan = *m_scan;
    if (scan.breaker == nullptr || scan.fold == nullptr) return m_terms;
    const std::string_view whole = startOf(text, max_terms_text_bytes);
    scan.text = icu::UnicodeString::fromUTF8({whole.data(), static_cast<std::int32_t>(whole.size())});
    blankMasks(scan.text);
    blankCodes(scan.text);
    scan.tokenise();
    scan.dropNumbers();
    scan.dropGreeted();
    scan.dropSigned();
    scan.dropSignature();
    scan.seen.clear();

    std::vector<std::pair<std::size_t, std::size_t>> spans;
    const auto add = [&](Term term, std::int32_t from, std::int32_t to) {
        if (m_terms.size() < max_terms && scan.seen.insert(term.id).second) {
            const std::size_t start = m_spelt.size();
            scan.text.tempSubStringBetween(from, to).toUTF8String(m_spelt);
            spans.emplace_back(start, m_spelt.size() - start);
            m_terms.push_back(term);
        }
    };
    for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
        const Scan::Token& token = scan.tokens[i];
        if (token.kind == Scan::Kind::Word) add({token.id, 0, 0, {}}, token.from, token.to);
        const Scan::Token* before = i > 0 && token.joins ? &scan.tokens[i - 1] : nullptr;
        if (before != nullptr && before->kind == Scan::Kind::Word && token.kind != Scan::Kind::Nothing)
            add({pairId(before->id, token.id), before->id, token.id, {}}, before->from, token.to);
    }
    // Only now: the spellings look into m_spelt, which has moved while it grew.
    for (std::size_t i = 0; i < m_terms.size(); ++i)
        m_terms[i].spelt = std::string_view{m_spelt}.substr(spans[i].first, spans[i].second);
    return m_terms;
}

}  // namespace carewall::feed
