#pragma once

#include <optional>
#include <string>
#include <string_view>

/// How topics of the contract begin, and which names may be a level of one: floors, boards, queues, sources, issues.
namespace carewall::core {

inline constexpr std::string_view topic_root = "carewall";
inline constexpr std::string_view topic_version = "v1";
/// Before the floor: both levels, each with its slash.
inline constexpr std::string_view topic_prefix = "carewall/v1/";

/// What keeps `id` from being a level of a topic: "is empty", "has a control character", ...; empty when it may be one.
std::optional<std::string> idTrouble(std::string_view id);

/// What would be right: "a name of 1 to 64 bytes without / + # and control characters".
std::string idForm();

}  // namespace carewall::core
