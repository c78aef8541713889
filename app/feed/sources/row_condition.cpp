#include "feed/sources/row_condition.h"

#include "feed/conversation/clean_text.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace carewall::feed {

class ValuePattern {
public:
    explicit ValuePattern(std::unique_ptr<icu::RegexPattern> compiled) : m_compiled{std::move(compiled)} {}

    bool matches(std::string_view value) const
    {
        constexpr std::int32_t time_limit = 50;  // ICU's count of steps, some thousand a unit
        UErrorCode status = U_ZERO_ERROR;
        const auto text = icu::UnicodeString::fromUTF8({value.data(), static_cast<std::int32_t>(value.size())});
        const std::unique_ptr<icu::RegexMatcher> matcher{m_compiled->matcher(text, status)};
        if (U_FAILURE(status)) return false;
        matcher->setTimeLimit(time_limit, status);
        return matcher->find(status) != 0 && U_SUCCESS(status);
    }

private:
    std::unique_ptr<icu::RegexPattern> m_compiled;
};

core::Result<std::shared_ptr<const ValuePattern>, std::string> compilePattern(const std::string& pattern)
{
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexPattern> compiled{
        icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), UREGEX_CASE_INSENSITIVE, status)};
    if (U_FAILURE(status)) return core::failure(std::string{u_errorName(status)});
    return std::make_shared<const ValuePattern>(std::move(compiled));
}

std::string plainId(std::string_view text)
{
    std::string id = plainKey(text);
    const std::size_t point = id.find('.');
    const bool whole = point != std::string::npos && point > 0 && point + 1 < id.size() &&
                       id.find_first_not_of("0123456789") == point &&
                       id.find_first_not_of('0', point + 1) == std::string::npos;
    if (whole) id.resize(point);
    return id;
}

bool sameValue(std::string_view a, std::string_view b)
{
    const auto lower = [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    };
    const auto same = [&](std::string_view x, std::string_view y) {
        return std::ranges::equal(x, y, [&](char left, char right) { return lower(left) == lower(right); });
    };
    return same(a, b) || same(plainId(a), plainId(b));
}

std::string wordsOf(const Condition& condition, std::string_view column)
{
    constexpr std::array<std::string_view, 5> tests{"is", "is not", "matches", "is empty", "is not empty"};
    std::string words =
        '"' + std::string{column} + "\" " + std::string{tests.at(static_cast<std::size_t>(condition.test))};
    for (const std::string& value : condition.values)
        words += (&value == condition.values.data() ? " \"" : " or \"") + value + '"';
    return words;
}

bool holds(const Condition& condition, const Row& row)
{
    const std::string& value = row.fields[condition.column];
    const auto isOne = [&] {
        return std::ranges::any_of(condition.values, [&](const std::string& one) { return sameValue(one, value); });
    };
    switch (condition.test) {
    case Condition::Test::Is:
        return isOne();
    case Condition::Test::IsNot:
        return !isOne();
    case Condition::Test::Matches:
        return std::ranges::any_of(condition.patterns, [&](const auto& pattern) { return pattern->matches(value); });
    case Condition::Test::Empty:
        return plainKey(value).empty();
    case Condition::Test::NotEmpty:
        return !plainKey(value).empty();
    }
    return false;
}

}  // namespace carewall::feed
