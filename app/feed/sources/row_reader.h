#pragma once

#include "core/result.h"
#include "feed/conversation/conversation_event.h"
#include "feed/conversation/pseudonyms.h"
#include "feed/sources/mapping.h"
#include "feed/text/rules.h"
#include "feed/text/sentiment.h"
#include "feed/text/tokenizer.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::feed {

/// A row as it was understood.
struct Reading {
    ConversationEvent what;
    std::string id;         ///< of the row, where the mapping names a column for it
    std::string solved_by;  ///< the id of the row that resolves this conversation
    bool skipped = false;   ///< a rule passes over it; what.conversation and what.at may still be set
};

/// Understands rows by a mapping. Texts are looked at and dropped, but the start of what a customer says, in which new
/// issues are looked for; authors come out as pseudonyms. Keeps the mapping by
/// reference. Not for several threads.
class RowReader {
public:
    /// `words_path` is the word list for sentiment, empty for none. The error is one sentence.
    static core::Result<std::unique_ptr<RowReader>, std::string> make(const Mapping& mapping,
                                                                      const std::string& words_path);

    /// `arrival` stands in where the row does not tell the time. The error says what of the row cannot be read, without
    /// the file and line, and without what a customer wrote.
    core::Result<Reading, std::string> read(const FileMapping& file, const Row& row,
                                            std::optional<core::WallTime> arrival = std::nullopt);

private:
    RowReader(const Mapping& mapping, std::string salt, std::optional<Sentiment> sentiment,
              std::unique_ptr<Tokenizer> words);

    void readTexts(const FileMapping& file, const Row& row, ConversationEvent& what);
    std::string queueId(std::string_view value) const;
    bool speaksListed(std::string_view language) const;

    const Mapping& m_mapping;
    Pseudonyms m_pseudonyms;
    std::optional<Sentiment> m_sentiment;
    std::unique_ptr<Tokenizer> m_words;
    Rules m_rules;
    std::unordered_map<std::string, std::string> m_queues;  ///< folded value -> id
    std::string m_text;
};

}  // namespace carewall::feed
