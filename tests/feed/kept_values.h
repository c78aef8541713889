#pragma once

#include "feed/conversation_events.h"
#include "feed/ledger/ledger.h"
#include "feed/text/terms.h"

#include <cstdio>
#include <string>
#include <vector>

/// What lies in golden/state_1.bin, as lines of text. The file was made by the feed as it was when it kept its state in
/// version 1, and golden/state_1.txt by these functions from the same values at that time.
namespace carewall::support {

inline const std::vector<std::string> kept_texts = {"space bar",     "parcel locker",   "Login fails",
                                                    "late parcel",   "refund missing?", "نیم‌فاصله خراب",
                                                    "great service", "version 89"};

inline feed::LedgerOptions keptOptions()
{
    feed::LedgerOptions options;
    options.target = {std::chrono::minutes{5}, 0.8};
    return options;
}

/// Four days of two queues whose customers are mostly answered just in time, and say the same few things.
inline void speakFourDays(feed::Ledger& ledger)
{
    for (int i = 0; i < 4 * 24 * 20; ++i) {
        const double minutes = i * 3;
        feed::ConversationEvent said =
            asked(minutes, "c" + std::to_string(i), i / 480 % 2 == 0 ? "chat" : "mail", "a" + std::to_string(i % 900));
        said.text = kept_texts[static_cast<std::size_t>(i * i + i / 7) % kept_texts.size()];
        ledger.take(said);
        if (i >= 2) ledger.take(replied(minutes + 0.5, "c" + std::to_string(i - (i % 9 == 0 ? 1 : 2))));
    }
}

inline std::string numbers(const std::string& name, const std::vector<double>& values)
{
    std::string made = name;
    for (const double value : values) {
        char digits[40];
        std::snprintf(digits, sizeof digits, " %.9g", value);
        made += digits;
    }
    return made + '\n';
}

/// What the ledger knows when it begins: each queue's forecasts, and the words.
inline std::string valuesOf(feed::Ledger& ledger)
{
    const feed::TermCounts& book = ledger.emerging().terms();
    std::string made = numbers("voices", {book.voices(), static_cast<double>(book.size())});
    feed::Terms terms;
    for (const std::string& text : kept_texts) {
        for (const feed::Term& term : terms.of(text)) {
            const feed::WatchedTerm* known = book.find(term.id);
            if (known == nullptr) continue;
            made += "term " + known->spelt + " " + std::to_string(known->votes) + " " + std::to_string(known->first) +
                    " " + std::to_string(known->second) + " " + std::to_string(known->told) + "\n";
            made += numbers("  known", {known->known, static_cast<double>(known->by_season.size()), known->evidence[0],
                                        known->evidence[1], known->evidence[2], known->evidence[3]});
            for (int hour = 0; hour < 48; hour += 9)
                made += numbers("  usual", {book.usual(*known, at(hour * 60))});
        }
    }
    // A queue's own is taken up when somebody asks there.
    for (const char* queue : {"chat", "mail", "never"}) {
        ledger.take(asked(5 * 24 * 60, std::string{"new-"} + queue, queue));
        const feed::Calibrator& calibrator = ledger.queues().at(queue).calibrator;
        const core::Calibration read = calibrator.calibration();
        made += std::string{"queue "} + queue + (calibrator.hasLearned() ? " learned\n" : " new\n");
        made += numbers("  customer", {read.customer.begin(), read.customer.end()});
        made += numbers("  any", {read.any.begin(), read.any.end()});
        made += numbers("  to come", {read.to_come});
    }
    return made;
}

}  // namespace carewall::support
