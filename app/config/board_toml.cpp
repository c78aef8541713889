#include "config/board_toml.h"

#include "config/complaints.h"
#include "config/toml_node.h"
#include "config/toml_table.h"
#include "config/value.h"
#include "core/languages.h"
#include "core/limits.h"
#include "core/nearest.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace carewall::config {

namespace {

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
    constexpr std::array<std::string_view, 2> versions{"5", "3.1.1"};
    value.oneOf(place, versions);
    settings.broker.protocol = place == 0 ? 5 : 4;
}

void readLanguage(const Value& value, Settings& settings)
{
    std::size_t place = 1;
    value.oneOf(place, core::language_codes);
    settings.display.language = core::languages.at(place).code;
}

void readTheme(const Value& value, Settings& settings)
{
    std::size_t place = 0;
    value.oneOf(place, core::themes);
    settings.display.theme = static_cast<core::Theme>(place);
}

/// A key that did nothing: files of before may have it, and it still does nothing.
void readObsoleteFlag(const Value& value, Settings& /*settings*/)
{
    bool ignored = false;
    value.flag(ignored);
}

/// Every setting there is.
constexpr std::array keys{
    Key{"board", "floor", [](const Value& v, Settings& s) { v.id(s.floor); }},
    Key{"board", "name", [](const Value& v, Settings& s) { v.id(s.board); }},
    Key{"board", "title", [](const Value& v, Settings& s) { v.text(s.title, title_bytes, "Customer care"); }},
    Key{"board", "timezone", [](const Value& v, Settings& s) { v.timezone(s.timezone); }},
    Key{"board", "show_customers", readObsoleteFlag},
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

/// "[board], [broker] and [store]"
std::string allSections()
{
    std::string words;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (i > 0) words += i + 1 == sections.size() ? " and " : ", ";
        words.append("[").append(sections.at(i)).append("]");
    }
    return words;
}

/// The section that has a key of this name; empty: none.
std::string_view sectionOf(std::string_view name)
{
    for (const Key& key : keys)
        if (key.name == name) return key.section;
    return {};
}

/// Something at the top of the file that is no section.
std::string unknownSection(std::string_view name, const TomlNode& node)
{
    if (node.kind == TomlNode::Kind::Section) {
        const std::string begin = std::string("[").append(plain(name)).append("] is not a section; ");
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

void readSection(TomlTable section, std::string_view name, const std::filesystem::path& folder, Settings& settings)
{
    for (const Key& key : keys) {
        if (key.section != name) continue;
        if (auto value = section.value(key.name)) key.read(Value(std::move(*value), folder), settings);
    }
    section.done(sectionOf);
}

/// What is meant to protect the way to the broker must not silently do nothing.
void checkTls(const TomlNode& file, const core::BrokerSettings& broker, Complaints& complaints)
{
    const TomlNode* section = file.find("broker");
    if (section == nullptr) return;
    const auto at = [&](std::string_view key) {
        const TomlNode* node = section->find(key);
        return node == nullptr ? TomlPosition{} : node->at;
    };
    if (broker.certificate_file.empty() != broker.key_file.empty()) {
        const bool lone_key = broker.certificate_file.empty();
        complaints.at(at(lone_key ? "key_file" : "certificate_file"),
                      lone_key ? "broker.key_file is set without broker.certificate_file; they come together"
                               : "broker.certificate_file is set without broker.key_file; they come together");
    }
    const TomlNode* written = section->find("url");  // as written, even when it was refused
    const std::string& url = written != nullptr && written->kind == TomlNode::Kind::Text ? written->text : broker.url;
    if (url.starts_with("mqtts://")) return;
    for (const auto& [key, set] :
         {std::pair{"ca_file", &broker.ca_file}, {"certificate_file", &broker.certificate_file}}) {
        if (set->empty()) continue;
        complaints.at(at(key), "broker." + std::string(key) + " is set, but broker.url is " + inQuotes(url) +
                                   " without TLS; it must begin with mqtts://");
    }
}

Settings readAll(const TomlNode& file, const std::filesystem::path& folder, Complaints& complaints)
{
    Settings settings;
    for (const TomlEntry& entry : file.entries)
        if (std::find(sections.begin(), sections.end(), entry.key) == sections.end())
            complaints.at(entry.at, unknownSection(entry.key, entry.value));
        else if (entry.value.kind == TomlNode::Kind::Section)
            readSection({entry.value, entry.key, complaints}, entry.key, folder, settings);
        else
            complaints.at(entry.at, notOneSection(entry.key));
    checkTls(file, settings.broker, complaints);
    return settings;
}

}  // namespace

core::Result<Settings, std::string> parse(std::string_view toml, const std::filesystem::path& name)
{
    const auto file = parseToml(toml, name.string());
    if (!file) return core::failure(file.error());
    Complaints complaints(name.string());
    const std::filesystem::path folder = name.parent_path();
    const Settings settings = readAll(*file, folder, complaints);
    if (const std::string wrong = complaints.sentence(); !wrong.empty()) return core::failure(wrong);
    return settings;
}

core::Result<Settings, std::string> load(const std::filesystem::path& path)
{
    const auto text = readText(path.string(), largest_file, "a settings file such as platform/board.toml");
    if (!text) return core::failure(text.error());
    return parse(*text, path);
}

}  // namespace carewall::config
