#pragma once

#include "wire/unknown.h"

#include <google/protobuf/descriptor.h>
#include <string>
#include <string_view>
#include <vector>

/// Inside the room only: what a JSON text says that the message parsed of it no longer tells.
namespace carewall::wire {

inline constexpr std::string_view white = " \t\r\n";
/// Of a sender's word, as it is said in a complaint.
inline constexpr std::size_t shown_chars = 40;

/// Walks JSON text beside the message's descriptor: how deep it goes, which names the message does not have, which
/// fields it speaks of at all, and the first value that cannot be its field's. Judges no syntax: protobuf's own reader
/// says what is wrong with the text.
class JsonSurvey {
public:
    using Descriptor = google::protobuf::Descriptor;
    using Field = google::protobuf::FieldDescriptor;

    /// `root` outlives it, and so does the text that is walked.
    explicit JsonSurvey(const Descriptor& root) : m_root(&root) {}

    /// False when it is nested too deep.
    bool walk(std::string_view text);

    const Unknown& unknown() const { return m_unknown; }
    /// Names at the top that are not known, the first few.
    const std::vector<std::string>& strangers() const { return m_strangers; }
    /// Whether the top speaks of the field: with any value but null.
    bool said(std::string_view field) const;
    bool saidNothing() const { return m_said.empty(); }
    /// Whether the top has the field as null, which is as good as left out.
    bool isNull(std::string_view field) const;
    /// "ages_s[1] is \"x\"; it must be a number": the first of its kind, for a text that protobuf does not take.
    const std::string& wrongValue() const { return m_wrong_value; }
    /// Words on the first object inside that has names, but none that says anything; empty when there is none.
    const std::string& emptyWords() const { return m_empty_words; }

private:
    struct Level {
        bool object = true;
        const Descriptor* message = nullptr;  // of an object; null within what is not known
        const Field* field = nullptr;         // being read
        int index = 0;                        // in a list
        std::vector<const Field*> said;
        std::vector<std::string> strangers;
    };

    bool inObject() const { return !m_levels.empty() && m_levels.back().object; }
    std::size_t word(std::string_view text, std::size_t from, std::size_t end, bool quoted);
    void value(std::string_view word, bool quoted);
    void name();
    void open(bool object);
    void close();
    std::string path(bool with_indices) const;
    void wrong(std::string_view is, const Field& field);
    void saysNothing(const Level& level);

    const Descriptor* m_root;
    std::vector<Level> m_levels;
    std::string_view m_word;
    Unknown m_unknown;
    std::vector<const Field*> m_said;
    std::vector<const Field*> m_null;
    std::vector<std::string> m_strangers;
    std::string m_wrong_value;
    std::string m_empty_words;
};

}  // namespace carewall::wire
