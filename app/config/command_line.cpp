#include "config/command_line.h"

#include "config/complaints.h"
#include "core/calendar.h"
#include "core/nearest.h"
#include "core/topic_name.h"

#include <cstdio>
#include <vector>

#include <CLI/CLI.hpp>

namespace carewall::config {

namespace {

/// The command that was chosen, or the program itself.
const CLI::App& chosen(const CLI::App& line)
{
    const auto commands = line.get_subcommands();
    return commands.empty() ? line : *commands.front();
}

/// "--flor is no option; did you mean --floor?"
std::string notUnderstood(const CLI::App& line, const std::string& word)
{
    const CLI::App& command = chosen(line);
    const bool is_option = word.starts_with("--");
    std::vector<std::string> names;
    if (is_option) {
        for (const CLI::Option* option : command.get_options())
            for (const std::string& name : option->get_lnames())
                names.push_back("--" + name);
    } else if (&command == &line) {
        for (const CLI::App* each : line.get_subcommands([](const CLI::App*) { return true; }))
            names.push_back(each->get_name());
    }
    const bool is_command = !is_option && !names.empty();
    const std::string name = word.substr(0, is_option ? word.find('=') : std::string::npos);
    const std::string words = plain(name) + (is_command ? " is no command" : " is no option");
    const std::vector<std::string_view> known(names.begin(), names.end());
    const auto meant = core::nearest(name, known);
    return meant ? words + "; did you mean " + std::string(*meant) + "?" : words;
}

}  // namespace

Answer unusable(std::string_view program, std::string_view sentence)
{
    return {std::string(program).append(": ").append(sentence).append("\n"), 2};
}

int give(const Answer& answer)
{
    std::fputs(answer.words.c_str(), answer.exit_code == 0 ? stdout : stderr);
    return answer.exit_code;
}

core::Result<void, Answer> parseCommandLine(CLI::App& line, int argc, const char* const* argv)
{
    const std::string& program = line.get_name();
    const std::string more = " (--help tells more)";
    try {
        line.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const CLI::App& command = chosen(line);
        return core::failure(Answer{&command == &line ? line.help() : command.help(program), 0});
    } catch (const CLI::CallForVersion&) {
        return core::failure(Answer{line.version() + "\n", 0});
    } catch (const CLI::ParseError& error) {
        const std::vector<std::string> rest = line.remaining(true);
        const std::string sentence = rest.empty() ? error.what() : notUnderstood(line, rest.front());
        return core::failure(unusable(program, sentence + more));
    }
    return {};
}

std::string optionTrouble(std::string_view option, std::string_view value, std::string_view right)
{
    return std::string(option).append(" is ").append(inQuotes(value)).append("; it must be ").append(right);
}

std::optional<std::string> nameTrouble(std::string_view option, std::string_view value)
{
    if (!core::idTrouble(value)) return std::nullopt;
    return optionTrouble(option, value, core::idForm());
}

std::optional<std::string> timeZoneTrouble(std::string_view value)
{
    if (value.empty() || core::isTimeZone(value)) return std::nullopt;
    return optionTrouble("--timezone", value, core::time_zone_form);
}

}  // namespace carewall::config
