#pragma once

#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace carewall::config {

/// A request that needs no program, or one that cannot be met: what is printed, and the exit code (2: unusable).
struct Answer {
    std::string words;
    int exit_code = 0;
};

/// "carewall: SENTENCE", exit code 2.
Answer unusable(std::string_view program, std::string_view sentence);

/// Prints it, to standard output where all is well, else to standard error. Hands back the exit code.
int give(const Answer& answer);

/// Reads the arguments, the program's name first, into what `line` has declared. An error answers --help and --version,
/// or says in one sentence what is not understood and what was probably meant.
core::Result<void, Answer> parseCommandLine(CLI::App& line, int argc, const char* const* argv);

/// "--floor is "a/b"; it must be RIGHT"
std::string optionTrouble(std::string_view option, std::string_view value, std::string_view right);

/// What is wrong with a name that becomes a level of a topic; empty: nothing.
std::optional<std::string> nameTrouble(std::string_view option, std::string_view value);

/// What is wrong with --timezone; empty: nothing. No name is the machine's zone.
std::optional<std::string> timeZoneTrouble(std::string_view value);

}  // namespace carewall::config
