#pragma once

#include "config/toml_value.h"
#include "core/settings.h"
#include "core/time.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace carewall::config {

/// One value of board.toml on its way into a setting. A value that does not fit becomes a complaint, and the setting
/// keeps its default.
class Value {
public:
    Value(TomlValue value, const std::filesystem::path& folder) : m_value(std::move(value)), m_folder(folder) {}

    void flag(bool& into) const;
    void number(double& into, double least, double most, std::string_view unit) const;
    void number(int& into, int least, int most, std::string_view unit) const;
    void number(core::Seconds& into, int least, int most) const;
    /// A screen's diagonal, 5 to 300 inches; 0 for "auto".
    void diagonal(double& into) const;
    /// A time of day, "00:00" to "23:59".
    void timeOfDay(std::chrono::minutes& into) const;
    /// "#rrggbb" that cannot be taken for the colours that mean watch and act; or nothing.
    void brandColour(std::string& into) const;
    /// A name that can be a level of a topic.
    void id(std::string& into) const;
    /// Text of at most `most` bytes without control characters; `example` stands in the complaint.
    void text(std::string& into, std::size_t most, std::string_view example) const;
    /// One of a few words; `into` gets the place of the one found.
    void oneOf(std::size_t& into, std::span<const std::string_view> words) const;
    /// A list of one or more of the scenes that take turns; behind a name its own dwell: "voice:30".
    void playlist(core::SceneSettings& into) const;
    /// "22:00-06:00", or "" for none.
    void hours(core::Hours& into) const;
    /// An address with {issue} in it, or "" for none.
    void issueUrl(std::string& into) const;
    void timezone(std::string& into) const;
    void brokerUrl(std::string& into) const;
    /// A file name, relative ones from the settings file's folder.
    void path(std::string& into) const;
    /// The same of a file that can be read.
    void file(std::string& into) const;
    /// The same of a file of at most `most` bytes.
    void file(std::string& into, std::uintmax_t most) const;

private:
    TomlValue m_value;
    const std::filesystem::path& m_folder;

    /// A file that can be read, or nothing and a complaint.
    std::optional<std::string> readable() const;
};

}  // namespace carewall::config
