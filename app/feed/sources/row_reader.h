#pragma once

#include "core/result.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/pseudonyms.h"
#include "feed/sources/mapping.h"
#include "feed/sources/queue_names.h"
#include "feed/text/rules.h"
#include "feed/text/sentiment.h"
#include "feed/text/tokenizer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// A row as it was understood.
struct Reading {
    enum class Outcome : std::uint8_t {
        Event,
        LeftAside,     ///< a rule says so; it touches nothing else
        PassedOver,    ///< a rule passes over its whole conversation
        DidNotHappen,  ///< its time is empty
    };
    Outcome outcome = Outcome::Event;
    ConversationEvent what;               ///< of PassedOver the conversation and the time alone
    std::optional<core::WallTime> again;  ///< the later moment at which the floor's clock shows what.at
    std::string id;                       ///< of the row, where the mapping names columns for it
    std::string parent;                   ///< the id of the row that it answers
    std::string solved_by;                ///< the id of the row that resolves this conversation
    std::vector<std::size_t> left_out;    ///< columns whose values could not be read, and are not needed
};

/// Why a row cannot be read.
struct RowTrouble {
    std::string why;     ///< without file and line, and without what a customer wrote
    bool stops = false;  ///< nothing of the file can be trusted: its times are in another unit
};

/// Understands rows by a mapping. Texts are looked at and dropped, but the start of what a customer says, in which new
/// issues are looked for; authors come out as pseudonyms. Keeps the mapping by
/// reference. Not for several threads.
class RowReader {
public:
    /// `words_path` is the word list for sentiment, empty for none. The error is one sentence.
    static core::Result<std::unique_ptr<RowReader>, std::string> make(const Mapping& mapping,
                                                                      const std::string& words_path);

    /// `arrival` stands in where the row does not tell the time, and where what happened is chosen by row.
    core::Result<Reading, RowTrouble> read(const FileMapping& file, Row row,
                                           std::optional<core::WallTime> arrival = std::nullopt);

private:
    RowReader(const Mapping& mapping, std::string salt, std::optional<Sentiment> sentiment,
              std::unique_ptr<Tokenizer> words);

    core::Result<void, RowTrouble> readEvent(const FileMapping& file, const Row& row, Reading& reading);
    void readWho(const FileMapping& file, const Row& row, Reading& reading);
    void readTexts(const FileMapping& file, const Row& row, ConversationEvent& what);
    void readQueue(const FileMapping& file, const Row& row, ConversationEvent& what) const;
    bool speaksListed(std::string_view language) const;

    const Mapping& m_mapping;
    Pseudonyms m_pseudonyms;
    std::optional<Sentiment> m_sentiment;
    std::unique_ptr<Tokenizer> m_words;
    Rules m_rules;
    QueueNames m_queues;
    std::string m_text;
};

}  // namespace carewall::feed
