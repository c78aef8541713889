#include "config/board_toml.h"

#include "config/value.h"
#include "core/languages.h"
#include "core/limits.h"
#include "core/nearest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace carewall::config {

namespace {

using core::nearest;
using core::Settings;

struct Key {
    std::string_view section;
    std::string_view name;
    void (*read)(const Value&, Settings&);
};

constexpr std::size_t title_bytes = 4 * core::limits::label_chars;
constexpr std::size_t credential_bytes = 256;
constexpr std::string_view dark = "(0 is full light)";
constexpr std::size_t largest_file = std::size_t{256} * 1024;
constexpr std::size_t largest_logo = std::size_t{256} * 1024;

void readProtocol(const Value& value, Settings& settings)
{
    std::size_t place = settings.broker.protocol == 5 ? 0 : 1;
    value.oneOf(place, {"5", "3.1.1"});
    settings.broker.protocol = place == 0 ? 5 : 4;
}

void readLanguage(const Value& value, Settings& settings)
{
    std::size_t place = 1;
    value.oneOf(place, {core::language_codes.begin(), core::language_codes.end()});
    settings.display.language = core::languages.at(place).code;
}

void readTheme(const Value& value, Settings& settings)
{
    std::size_t place = 0;
    value.oneOf(place, {core::themes.begin(), core::themes.end()});
    settings.display.theme = static_cast<core::Theme>(place);
}

/// Every setting there is.
constexpr std::array keys{
    Key{"board", "floor", [](const Value& v, Settings& s) { v.id(s.floor); }},
    Key{"board", "name", [](const Value& v, Settings& s) { v.id(s.board); }},
    Key{"board", "title", [](const Value& v, Settings& s) { v.text(s.title, title_bytes, "Customer care"); }},
    Key{"board", "timezone", [](const Value& v, Settings& s) { v.timezone(s.timezone); }},
    Key{"board", "show_customers", [](const Value& v, Settings& s) { v.flag(s.show_customers); }},
    Key{"broker", "url", [](const Value& v, Settings& s) { v.brokerUrl(s.broker.url); }},
    Key{"broker", "protocol", readProtocol},
    Key{"broker", "username", [](const Value& v, Settings& s) { v.text(s.broker.username, credential_bytes, "wall"); }},
    Key{"broker", "password_file", [](const Value& v, Settings& s) { v.file(s.broker.password_file); }},
    Key{"broker", "client_id",
        [](const Value& v, Settings& s) { v.text(s.broker.client_id, credential_bytes, "carewall-wall"); }},
    Key{"broker", "ca_file", [](const Value& v, Settings& s) { v.file(s.broker.ca_file); }},
    Key{"broker", "certificate_file", [](const Value& v, Settings& s) { v.file(s.broker.certificate_file); }},
    Key{"broker", "key_file", [](const Value& v, Settings& s) { v.file(s.broker.key_file); }},
    Key{"broker", "keep_alive_s", [](const Value& v, Settings& s) { v.number(s.broker.keep_alive, 5, 3600); }},
    Key{"display", "diagonal_in", [](const Value& v, Settings& s) { v.diagonal(s.display.diagonal_in); }},
    Key{"display", "distance_m",
        [](const Value& v, Settings& s) { v.number(s.display.distance_m, 0.3, 50.0, "metres"); }},
    Key{"display", "language", readLanguage},
    Key{"display", "page_dwell_s", [](const Value& v, Settings& s) { v.number(s.display.page_dwell, 3, 600); }},
    Key{"display", "fullscreen", [](const Value& v, Settings& s) { v.flag(s.display.fullscreen); }},
    Key{"display", "theme", readTheme},
    Key{"display", "light_from", [](const Value& v, Settings& s) { v.timeOfDay(s.display.light_from); }},
    Key{"display", "light_until", [](const Value& v, Settings& s) { v.timeOfDay(s.display.light_until); }},
    Key{"brand", "colour", [](const Value& v, Settings& s) { v.brandColour(s.brand.colour); }},
    Key{"brand", "logo", [](const Value& v, Settings& s) { v.file(s.brand.logo, largest_logo); }},
    Key{"display", "motion", [](const Value& v, Settings& s) { v.flag(s.display.motion); }},
    Key{"display", "wander", [](const Value& v, Settings& s) { v.flag(s.display.wander); }},
    Key{"display", "night", [](const Value& v, Settings& s) { v.hours(s.display.night); }},
    Key{"display", "night_dim", [](const Value& v, Settings& s) { v.number(s.display.night_dim, 0, 0.9, dark); }},
    Key{"display", "closed_dim", [](const Value& v, Settings& s) { v.number(s.display.closed_dim, 0, 0.9, dark); }},
    Key{"scenes", "show", [](const Value& v, Settings& s) { v.playlist(s.scenes); }},
    Key{"scenes", "dwell_s", [](const Value& v, Settings& s) { v.number(s.scenes.dwell, 5, 3600); }},
    Key{"alarm", "after_s", [](const Value& v, Settings& s) { v.number(s.alarm.after, 0, 3600); }},
    Key{"alarm", "over_s", [](const Value& v, Settings& s) { v.number(s.alarm.over, 0, 3600); }},
    Key{"alarm", "show_s", [](const Value& v, Settings& s) { v.number(s.alarm.show, 5, 600); }},
    Key{"alarm", "an_hour", [](const Value& v, Settings& s) { v.number(s.alarm.an_hour, 0, 60, "times"); }},
    Key{"alarm", "again_s", [](const Value& v, Settings& s) { v.number(s.alarm.again, 0, 86400); }},
    Key{"links", "issue", [](const Value& v, Settings& s) { v.issueUrl(s.links.issue); }},
    Key{"store", "path", [](const Value& v, Settings& s) { v.path(s.store.path); }},
    Key{"store", "keep_days", [](const Value& v, Settings& s) { v.number(s.store.keep_days, 1, 3660, "days"); }},
    Key{"store", "enabled", [](const Value& v, Settings& s) { v.flag(s.store.enabled); }},
};

constexpr std::array<std::string_view, 8> sections{"board",  "broker", "display", "brand",
                                                   "scenes", "alarm",  "links",   "store"};

std::vector<std::string_view> namesIn(std::string_view section)
{
    std::vector<std::string_view> names;
    for (const Key& key : keys)
        if (key.section == section) names.push_back(key.name);
    return names;
}

std::string listed(const std::vector<std::string_view>& names)
{
    std::string words;
    for (const std::string_view name : names)
        words += (words.empty() ? "" : ", ") + std::string(name);
    return words;
}

/// "[board], [broker] and [store]"
std::string allSections()
{
    std::string words;
    for (std::size_t i = 0; i < sections.size(); ++i)
        words += (i == 0 ? "[" : i + 1 == sections.size() ? " and [" : ", [") + std::string(sections.at(i)) + "]";
    return words;
}

/// "did you mean ...": the nearest name here, the same name in another section, or all there are.
std::string unknownKey(std::string_view section, std::string_view name)
{
    const std::string begin = std::string(section) + "." + plain(name) + " is not a setting; ";
    const std::vector<std::string_view> here = namesIn(section);
    if (const auto meant = core::nearest(name, here)) return begin + "did you mean " + std::string(*meant) + "?";
    for (const Key& key : keys)
        if (key.name == name) return begin + std::string(name) + " belongs in [" + std::string(key.section) + "]";
    return begin + "[" + std::string(section) + "] has " + listed(here);
}

/// Something at the top of the file that is no section.
std::string unknownSection(std::string_view name, const toml::node& node)
{
    if (node.is_table()) {
        const std::string begin = "[" + plain(name) + "] is not a section; ";
        if (const auto meant = core::nearest(name, sections))
            return begin + "did you mean [" + std::string(*meant) + "]?";
        return begin + "there are " + allSections();
    }
    const std::string begin = plain(name) + " stands outside a section; ";
    for (const std::string_view section : sections) {
        const auto meant = core::nearest(name, namesIn(section));
        if (meant == name) return begin + "it belongs in [" + std::string(section) + "]";
        if (meant) return begin + "did you mean " + std::string(*meant) + " in [" + std::string(section) + "]?";
    }
    return begin + "settings stand in " + allSections();
}

std::string notOneSection(const std::string& section)
{
    return section + " must be one section, [" + section + "]";
}

/// One pass over a file: the settings, and all that is wrong with them.
class Reading {
public:
    explicit Reading(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    void read(const toml::table& file)
    {
        for (const auto& [name, node] : file) {
            const std::string section{name.str()};
            if (std::find(sections.begin(), sections.end(), section) == sections.end())
                m_problems.push_back({name.source().begin, unknownSection(section, node)});
            else if (const toml::table* table = node.as_table())
                readSection(section, *table);
            else
                m_problems.push_back({name.source().begin, notOneSection(section)});
        }
        checkTls(file);
    }

    /// In the order of the file.
    std::vector<Problem> problems() const
    {
        std::vector<Problem> sorted = m_problems;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
            return std::pair{a.at.line, a.at.column} < std::pair{b.at.line, b.at.column};
        });
        return sorted;
    }
    const Settings& settings() const { return m_settings; }

private:
    std::filesystem::path m_folder;
    Settings m_settings;
    std::vector<Problem> m_problems;

    void readSection(const std::string& section, const toml::table& table)
    {
        for (const auto& [name, node] : table) {
            const std::string_view word = name.str();
            const auto key = std::find_if(keys.begin(), keys.end(),
                                          [&](const Key& k) { return k.section == section && k.name == word; });
            if (key == keys.end())
                m_problems.push_back({name.source().begin, unknownKey(section, word)});
            else
                key->read(Value(section + "." + std::string(word), node, m_folder, m_problems), m_settings);
        }
    }

    /// What is meant to protect the way to the broker must not silently do nothing.
    void checkTls(const toml::table& file)
    {
        const core::BrokerSettings& broker = m_settings.broker;
        const auto at = [&](std::string_view key) {
            const toml::node* node = file["broker"][key].node();
            return node == nullptr ? toml::source_position{} : node->source().begin;
        };
        if (broker.certificate_file.empty() != broker.key_file.empty()) {
            const bool lone_key = broker.certificate_file.empty();
            m_problems.push_back({at(lone_key ? "key_file" : "certificate_file"),
                                  lone_key
                                      ? "broker.key_file is set without broker.certificate_file; they come together"
                                      : "broker.certificate_file is set without broker.key_file; they come together"});
        }
        const std::string url = file["broker"]["url"].value_or(broker.url);  // as written, even when it was refused
        if (url.starts_with("mqtts://")) return;
        for (const auto& [key, set] :
             {std::pair{"ca_file", &broker.ca_file}, {"certificate_file", &broker.certificate_file}}) {
            if (set->empty()) continue;
            m_problems.push_back({at(key), "broker." + std::string(key) + " is set, but broker.url is " +
                                               inQuotes(url) + " without TLS; it must begin with mqtts://"});
        }
    }
};

std::string place(const std::filesystem::path& name, toml::source_position at)
{
    return name.string() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
}

}  // namespace

core::Result<Settings, std::string> parse(std::string_view toml, const std::filesystem::path& name)
{
    try {
        Reading reading(name.parent_path());
        reading.read(toml::parse(toml));
        const std::vector<Problem> problems = reading.problems();
        if (problems.empty()) return reading.settings();
        const std::string more = problems.size() == 1 ? "" : " (and " + std::to_string(problems.size() - 1) + " more)";
        return core::failure(place(name, problems.front().at) + problems.front().words + more);
    } catch (const toml::parse_error& error) {
        return core::failure(place(name, error.source().begin) + "this is not TOML: " +
                             std::string(error.description()) + "; a line must be key = value, with text in quotes");
    }
}

core::Result<Settings, std::string> load(const std::filesystem::path& path)
{
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    const int why = errno;
    if (!file || std::filesystem::is_directory(path, error)) {
        return core::failure(path.string() + " cannot be read (" +
                             std::generic_category().message(file ? EISDIR : why) +
                             "); it must be a settings file such as platform/board.toml");
    }
    std::string text(largest_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > largest_file) {
        return core::failure(path.string() + " has more than " + std::to_string(largest_file) +
                             " bytes; it must be a settings file such as platform/board.toml");
    }
    return parse(text, path);
}

}  // namespace carewall::config
