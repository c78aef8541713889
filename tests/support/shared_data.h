#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carewall::support {

/// The path of a file such as "data/helpforum_mail_2024q3_questions.csv" in the shared folder: $CAREWALL_SHARED, else
/// `shared` beside the source folder. Empty when it is not there; the test is to say so and skip:
///     const auto file = support::sharedFile("data/x.csv");
///     if (!file) QSKIP("shared/data/x.csv is not on this machine");
std::optional<std::string> sharedFile(std::string_view name);

}  // namespace carewall::support
