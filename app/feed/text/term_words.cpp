#include "feed/text/term_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string_view>
#include <unordered_set>

namespace carewall::feed {

namespace {

// Folded. Whoever greets says a name next; whoever signs off does, too.
constexpr std::u16string_view greetings[] = {
    u"hi",     u"hello",   u"hey",        u"dear",         u"howdy",     u"greetings", u"hallo", u"liebe",
    u"lieber", u"moin",    u"hola",       u"buenas",       u"bonjour",   u"salut",     u"cher",  u"ciao",
    u"salve",  u"gentile", u"buongiorno", u"olá",          u"ola",       u"prezado",   u"beste", u"hoi",
    u"hej",    u"witam",   u"привет",     u"здравствуйте", u"уважаемые", u"سلام",      u"درود"};
constexpr std::u16string_view times_of_day[] = {u"morning", u"afternoon", u"evening", u"day",    u"morgen", u"tag",
                                                u"abend",   u"dias",      u"días",    u"tardes", u"noches", u"jour",
                                                u"soir",    u"giorno",    u"sera",    u"dia",    u"tarde",  u"noite",
                                                u"middag",  u"avond",     u"день",    u"утро",   u"вечер",  u"بخیر"};
constexpr std::u16string_view sign_offs[] = {
    u"regards",        u"sincerely",    u"cheers",    u"thanks",  u"thank",  u"thankyou",   u"thx",
    u"yours",          u"faithfully",   u"grüsse",    u"gruss",   u"grüße",  u"danke",      u"saludos",
    u"gracias",        u"cordialement", u"merci",     u"saluti",  u"grazie", u"obrigado",   u"obrigada",
    u"atenciosamente", u"groeten",      u"groet",     u"bedankt", u"dank",   u"pozdrawiam", u"mvh",
    u"спасибо",        u"уважением",    u"благодарю", u"باتشکر",  u"تشکر",   u"ممنون",      u"احترام"};

std::uint64_t hashed(const icu::UnicodeString& word)
{
    const icu::UnicodeString folded = icu::UnicodeString{word}.foldCase();
    WordHash hash;
    for (std::int32_t i = 0; i < folded.length(); ++i)
        hash.add(folded.charAt(i));
    return hash.value();
}

std::unordered_set<std::uint64_t> listed(const auto& words)
{
    std::unordered_set<std::uint64_t> made;
    for (const std::u16string_view word : words)
        made.insert(hashed(icu::UnicodeString{word.data(), static_cast<std::int32_t>(word.size())}));
    return made;
}

std::unordered_set<std::uint64_t> daysAndMonths()
{
    std::unordered_set<std::uint64_t> made;
    for (const char* language : {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi",
                                 "pl", "cs", "sk", "hu", "ro", "tr", "el", "ru", "uk", "bg", "fa@calendar=persian",
                                 "ar", "he", "id", "vi"}) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols names{icu::Locale{language}, status};
        for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
            std::int32_t months = 0;
            std::int32_t days = 0;
            const icu::UnicodeString* month = names.getMonths(months, context, icu::DateFormatSymbols::WIDE);
            const icu::UnicodeString* day = names.getWeekdays(days, context, icu::DateFormatSymbols::WIDE);
            for (std::int32_t i = 0; i < months; ++i)
                made.insert(hashed(month[i]));
            for (std::int32_t i = 0; i < days; ++i)
                made.insert(hashed(day[i]));
        }
    }
    return made;
}

}  // namespace

bool isGreeting(std::uint64_t word)
{
    static const auto words = listed(greetings);
    return words.contains(word);
}

bool isTimeOfDay(std::uint64_t word)
{
    static const auto words = listed(times_of_day);
    return words.contains(word);
}

bool isSignOff(std::uint64_t word)
{
    static const auto words = listed(sign_offs);
    return words.contains(word);
}

bool isCalendarWord(std::uint64_t word)
{
    static const auto words = daysAndMonths();
    return words.contains(word);
}

}  // namespace carewall::feed
