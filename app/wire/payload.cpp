#include "wire/payload.h"

#include "carewall/v1/header.pb.h"
#include "core/limits.h"
#include "wire/json_survey.h"
#include "wire/need.h"
#include "wire/plain_text.h"

#include <algorithm>
#include <charconv>
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
    // A C program likes to send the end of its string, too.
    return payload.substr(first, payload.find_last_not_of('\0') + 1 - first);
}

std::vector<const pb::FieldDescriptor*> present(const pb::Message& message)
{
    std::vector<const pb::FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    return fields;
}

/// Adds fields of protobuf that are not known, by their numbers.
void addUnknown(const pb::Message& message, std::vector<const pb::FieldDescriptor*>& path, Unknown& unknown)
{
    const pb::Reflection& reflection = *message.GetReflection();
    const pb::UnknownFieldSet& strangers = reflection.GetUnknownFields(message);
    for (int i = 0; i < strangers.field_count(); ++i) {
        std::string name;
        for (const pb::FieldDescriptor* field : path)
            name.append(field->name()).append(".");
        unknown.add(name + '#' + std::to_string(strangers.field(i).number()));
    }
    for (const pb::FieldDescriptor* field : present(message)) {
        if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
        path.push_back(field);
        if (!field->is_repeated()) addUnknown(reflection.GetMessage(message, field), path, unknown);
        for (int i = 0; field->is_repeated() && i < reflection.FieldSize(message, field); ++i)
            addUnknown(reflection.GetRepeatedMessage(message, field, i), path, unknown);
        path.pop_back();
    }
}

/// Whether the header says which of its source's reports this is: a program wrote it.
bool isOrdered(const pb::Message& message)
{
    const pb::FieldDescriptor* field = message.GetDescriptor()->FindFieldByName("header");
    const pb::Message& header = message.GetReflection()->GetMessage(message, field);
    const auto& known = static_cast<const v1::Header&>(header);
    return known.epoch() > 0 && known.sequence() > 0;
}

/// What the report is about is missing from the JSON: why, or nothing.
std::string missing(const JsonSurvey& survey, const pb::Message& message)
{
    const pb::Descriptor& report = *message.GetDescriptor();
    const Need& need = needOf(report);
    const auto fields = present(message);
    const auto there = [&](const pb::FieldDescriptor* field) {
        const bool about = need.fields.empty() ? field->name() != "header"
                                               : std::ranges::find(need.fields, field->name()) != need.fields.end();
        return about && (survey.said(field->name()) || std::ranges::find(fields, field) != fields.end());
    };
    for (int i = 0; i < report.field_count(); ++i)
        if (there(report.field(i))) return survey.emptyWords();
    const auto null = std::ranges::find_if(need.fields, [&](std::string_view name) { return survey.isNull(name); });
    if (null != need.fields.end()) return needWords(std::string(*null) + " is null", survey.strangers(), report);
    const bool known = !survey.saidNothing() || !fields.empty();
    if (!known && !survey.strangers().empty())
        return needWords("no field of " + oneOf(report) + " is known here", survey.strangers(), report);
    if (need.zero_by_header && survey.strangers().empty() && isOrdered(message)) return {};
    return needWords(need.missing, survey.strangers(), report);
}

core::Result<Unknown, DecodeError> parseJson(std::string_view text, pb::Message& into)
{
    const pb::Descriptor& report = *into.GetDescriptor();
    JsonSurvey survey(report);
    if (!survey.walk(text)) return unreadable(tooDeep());
    pb::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto status = pb::util::JsonStringToMessage(validUtf8(text), &into, options);
    if (!status.ok())
        return unreadable(!survey.wrongValue().empty() ? survey.wrongValue()
                                                       : "not " + oneOf(report) + " in JSON: " +
                                                             plainText(std::string(status.message()), error_chars));
    if (std::string why = missing(survey, into); !why.empty())
        return core::failure(DecodeError{DecodeError::Kind::Value, std::move(why), survey.unknown()});
    return survey.unknown();
}

/// A number as JSON writes it, and nothing behind it. "0.51234" is protobuf, too, with a value that nobody meant; with
/// white space behind it, it might be meant: "0\n" is what a program sends for waiting 10.
bool isJsonNumber(std::string_view payload)
{
    if (payload.starts_with('-')) payload.remove_prefix(1);
    if (payload.empty() || payload.find_first_not_of("0123456789.eE+-") != std::string_view::npos) return false;
    if (payload.size() > 1 && payload[0] == '0' && payload[1] >= '0' && payload[1] <= '9') return false;
    double value = 0;
    const auto [rest, error] = std::from_chars(payload.data(), payload.data() + payload.size(), value);
    return rest == payload.data() + payload.size();
}

bool isText(std::string_view payload)
{
    return std::ranges::none_of(
               payload, [](char c) { return c >= 0 && c < ' ' && white.find(c) == white.npos; }) &&
           validUtf8(payload) == payload;
}

/// Why bytes that are no JSON object are no report either.
std::string notOurs(std::string_view bytes, const pb::Descriptor& report)
{
    const std::string right = "a report is a JSON object, e.g. " + std::string(needOf(report).example);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return "payload is UTF-16; " + right + ", in UTF-8";
    bytes = bytes.substr(0, bytes.find_last_not_of('\0') + 1);
    if (!bytes.empty() && isText(bytes))
        return "'" + plainText(bytes, shown_chars) + "' is no " + report.name() + "; " + right;
    return {};
}

core::Result<Unknown, DecodeError> parseProtobuf(std::string_view bytes, pb::Message& into)
{
    const pb::Descriptor& report = *into.GetDescriptor();
    if (isJsonNumber(bytes)) return unreadable(notOurs(bytes, report));
    pb::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<int>(bytes.size()));
    input.SetRecursionLimit(limits::nesting);
    if (!into.ParseFromCodedStream(&input) || !input.ConsumedEntireMessage()) {
        std::string why = notOurs(bytes, report);
        if (why.empty())
            why = "not " + oneOf(report) +
                  ": JSON would begin with '{', and in protobuf it is damaged, nested deeper than " +
                  std::to_string(limits::nesting) + " or has text that is not UTF-8";
        return unreadable(std::move(why));
    }
    Unknown unknown;
    std::vector<const pb::FieldDescriptor*> path;
    addUnknown(into, path, unknown);
    // Senders of old do not write zeros: whatever is known here, the rest of it is 0.
    if (!present(into).empty()) return unknown;
    std::string why = notOurs(bytes, report);
    if (why.empty())
        why = unknown.count == 0 ? needWords(needOf(report).missing, {}, report)
                                 : needWords("no field of " + oneOf(report) + " is known here", unknown.names, report);
    return core::failure(DecodeError{DecodeError::Kind::Value, std::move(why), std::move(unknown)});
}

}  // namespace

core::Result<Unknown, DecodeError> parsePayload(std::string_view payload, pb::Message& into)
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
