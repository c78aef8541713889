#include "wire/payload.h"

#include "core/limits.h"
#include "wire/text.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/util/json_util.h>

#include <optional>
#include <string>
#include <vector>

namespace carewall::wire {
namespace {

namespace pb = google::protobuf;
namespace limits = core::limits;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view white = " \t\r\n";
constexpr std::size_t error_chars = 160;

auto unreadable(std::string why)
{
    return core::failure(DecodeError{DecodeError::Kind::Unreadable, std::move(why)});
}

std::string tooDeep()
{
    return "payload is nested too deep; at most " + std::to_string(limits::nesting) + " levels are read";
}

/// The JSON text when the payload is one. '{' is no tag of these messages; "\n{" would be a Header of 123 bytes, and
/// a full one has 39.
std::optional<std::string_view> asJson(std::string_view payload)
{
    if (payload.starts_with(byte_order_mark)) payload.remove_prefix(byte_order_mark.size());
    const std::size_t first = payload.find_first_not_of(white);
    if (first == std::string_view::npos || payload[first] != '{') return std::nullopt;
    return payload.substr(first);
}

/// Walks JSON text beside the message's descriptor: how deep it goes, and which names the message does not have.
/// Judges nothing else; protobuf's own reader says what is wrong with the text.
class JsonSurvey {
public:
    explicit JsonSurvey(const pb::Descriptor& root) : m_root(&root) {}

    /// False when it is nested too deep.
    bool walk(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '"' || c == '\'') {
                i = word(text, i + 1, quotedEnd(text, i + 1), true);
            } else if (c == '{' || c == '[') {
                if (m_levels.size() == static_cast<std::size_t>(limits::nesting)) return false;
                open(c == '{');
            } else if (c == '}' || c == ']') {
                if (!m_levels.empty()) m_levels.pop_back();
            } else if (c == ':') {
                name();
            } else if (c == ',') {
                if (inObject()) m_levels.back().field = nullptr;
            } else if (white.find(c) == std::string_view::npos) {
                i = word(text, i, text.find_first_of(" \t\r\n\"'{}[]:,", i), false) - 1;
            }
        }
        return true;
    }

    std::uint64_t unknown() const { return m_unknown; }

private:
    struct Level {
        bool object = true;
        const pb::Descriptor* message = nullptr;     // of an object; null within what is not known
        const pb::FieldDescriptor* field = nullptr;  // being read
    };

    bool inObject() const { return !m_levels.empty() && m_levels.back().object; }

    static std::size_t quotedEnd(std::string_view text, std::size_t from)
    {
        const char quote = text[from - 1];
        while (from < text.size() && text[from] != quote)
            from += text[from] == '\\' ? 2 : 1;
        return std::min(from, text.size());
    }

    std::size_t word(std::string_view text, std::size_t from, std::size_t end, bool quoted)
    {
        end = std::min(end, text.size());
        m_word = text.substr(from, end - from);
        const pb::FieldDescriptor* field = m_levels.empty() ? nullptr : m_levels.back().field;
        if (quoted && field != nullptr && field->enum_type() != nullptr &&
            field->enum_type()->FindValueByName(std::string(m_word)) == nullptr)
            ++m_unknown;
        return end;
    }

    void open(bool object)
    {
        Level level{object, nullptr, nullptr};
        if (m_levels.empty()) {
            level.message = m_root;
        } else if (const pb::FieldDescriptor* field = m_levels.back().field; field != nullptr) {
            if (object)
                level.message = field->message_type();
            else
                level.field = field;
        }
        m_levels.push_back(level);
    }

    void name()
    {
        if (!inObject() || m_levels.back().message == nullptr) return;
        Level& level = m_levels.back();
        const std::string known(m_word);
        level.field = level.message->FindFieldByName(known);
        if (level.field == nullptr) level.field = level.message->FindFieldByCamelcaseName(known);
        if (level.field == nullptr) ++m_unknown;
    }

    const pb::Descriptor* m_root;
    std::vector<Level> m_levels;
    std::string_view m_word;
    std::uint64_t m_unknown = 0;
};

std::uint64_t unknownFields(const pb::Message& message)
{
    const pb::Reflection& reflection = *message.GetReflection();
    auto unknown = static_cast<std::uint64_t>(reflection.GetUnknownFields(message).field_count());
    std::vector<const pb::FieldDescriptor*> present;
    reflection.ListFields(message, &present);
    for (const pb::FieldDescriptor* field : present) {
        if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
        if (!field->is_repeated()) {
            unknown += unknownFields(reflection.GetMessage(message, field));
            continue;
        }
        for (int i = 0; i < reflection.FieldSize(message, field); ++i)
            unknown += unknownFields(reflection.GetRepeatedMessage(message, field, i));
    }
    return unknown;
}

core::Result<std::uint64_t, DecodeError> parseJson(std::string_view text, pb::Message& into)
{
    JsonSurvey survey(*into.GetDescriptor());
    if (!survey.walk(text)) return unreadable(tooDeep());
    pb::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto status = pb::util::JsonStringToMessage(validUtf8(text), &into, options);
    if (!status.ok())
        return unreadable("not a " + into.GetDescriptor()->name() +
                          " in JSON: " + plainText(std::string(status.message()), error_chars));
    return survey.unknown();
}

core::Result<std::uint64_t, DecodeError> parseProtobuf(std::string_view bytes, pb::Message& into)
{
    pb::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
    input.SetRecursionLimit(limits::nesting);
    if (!into.ParseFromCodedStream(&input) || !input.ConsumedEntireMessage())
        return unreadable("not a " + into.GetDescriptor()->name() +
                          ": JSON would begin with '{', and in protobuf it is damaged, nested deeper than " +
                          std::to_string(limits::nesting) + " or has text that is not UTF-8");
    return unknownFields(into);
}

}  // namespace

core::Result<std::uint64_t, DecodeError> parsePayload(std::string_view payload, pb::Message& into)
{
    if (payload.size() > limits::payload_bytes)
        return core::failure(DecodeError{DecodeError::Kind::TooLarge,
                                         "payload has " + std::to_string(payload.size()) + " bytes; at most " +
                                             std::to_string(limits::payload_bytes) + " are read"});
    // protobuf writes to stderr about text that is not UTF-8: a flood of those would be a flood of log.
    const pb::LogSilencer quiet;
    const auto json = asJson(payload);
    return json ? parseJson(*json, into) : parseProtobuf(payload, into);
}

}  // namespace carewall::wire
