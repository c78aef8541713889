#include "config/value.h"

#include "core/limits.h"
#include "core/scenes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <optional>
#include <system_error>

namespace carewall::config {

namespace {

bool isControl(char letter)
{
    return static_cast<unsigned char>(letter) < 0x20 || letter == '\x7F';
}

/// The shortest form that reads back as the same number.
std::string shortest(double value)
{
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), written.ptr};
}

/// As core::useTimeZone will look for it.
bool zoneExists(const std::string& name)
{
    if (name.front() == '/' || name.find("..") != std::string::npos) return false;
    const char* folder = std::getenv("TZDIR");
    const std::string zones = folder != nullptr && *folder != '\0' ? folder : "/usr/share/zoneinfo";
    std::ifstream file(zones + "/" + name, std::ios::binary);
    std::string magic(4, '\0');
    return file.read(magic.data(), 4) && magic == "TZif";
}

struct Rgb {
    int red = 0;
    int green = 0;
    int blue = 0;
};

std::optional<Rgb> rgbOf(std::string_view text)
{
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    unsigned value = 0;
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return Rgb{static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xFFU), static_cast<int>(value & 0xFFU)};
}

/// Whether it has a hue (HSV), and one within 20 degrees of act's orange (25) or watch's yellow (55).
bool isSignalHue(const Rgb& c)
{
    const int most = std::max({c.red, c.green, c.blue});
    const int chroma = most - std::min({c.red, c.green, c.blue});
    if (chroma == 0 || chroma * 5 < most || most == c.blue) return false;
    const double hue = most == c.red ? 60.0 * (c.green - c.blue) / chroma : 120 + 60.0 * (c.blue - c.red) / chroma;
    return hue >= 5 && hue <= 75;
}

/// host or host:port; an IPv6 address in brackets. The session looks closer.
bool isAddress(std::string_view rest)
{
    if (rest.ends_with('/')) rest.remove_suffix(1);
    const std::size_t host_end = rest.starts_with('[') ? rest.find(']') : rest.find(':');
    if (rest.starts_with('[') && (host_end == std::string_view::npos || host_end == 1)) return false;
    if (host_end == 0 || rest.empty() || rest.find_first_of("/@?# ") != std::string_view::npos) return false;
    if (host_end == std::string_view::npos) return true;
    std::string_view tail = rest.substr(rest.starts_with('[') ? host_end + 1 : host_end);
    if (tail.empty()) return true;
    if (!tail.starts_with(':')) return false;
    tail.remove_prefix(1);
    int port = 0;
    const auto read = std::from_chars(tail.data(), tail.data() + tail.size(), port);
    return read.ec == std::errc{} && read.ptr == tail.data() + tail.size() && port >= 1 && port <= 65535;
}

constexpr int shortest_dwell = 5;
constexpr int longest_dwell = 3600;
/// What a camera reads off a wall from three metres holds no more.
constexpr std::size_t longest_url = 120;

/// Digits alone, few enough for an int.
std::optional<int> wholeNumber(std::string_view text)
{
    constexpr std::size_t most_digits = 8;
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = !text.empty() && text.size() <= most_digits && text.front() != '-' && read.ec == std::errc{} &&
                       read.ptr == text.data() + text.size();
    return whole ? std::optional{number} : std::nullopt;
}

/// "06:30"
std::optional<std::chrono::minutes> clockTime(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = wholeNumber(text.substr(0, 2));
    const auto minute = wholeNumber(text.substr(3));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute};
}

}  // namespace

std::string plain(std::string_view text)
{
    constexpr std::size_t most = 40;
    std::string_view part = text.substr(0, most);
    // A letter of several bytes is not cut in its middle.
    while (part.size() < text.size() && !part.empty() &&
           (static_cast<unsigned char>(text[part.size()]) & 0xC0U) == 0x80)
        part.remove_suffix(1);
    std::string words{part};
    std::replace_if(words.begin(), words.end(), isControl, '?');
    return words + (part.size() < text.size() ? "..." : "");
}

std::string inQuotes(std::string_view text)
{
    return '"' + plain(text) + '"';
}

std::string Value::shown() const
{
    if (const auto* text = m_node.as_string()) return inQuotes(text->get());
    if (const auto* whole = m_node.as_integer()) return std::to_string(whole->get());
    if (const auto* real = m_node.as_floating_point()) return shortest(real->get());
    if (const auto* flag = m_node.as_boolean()) return flag->get() ? "true" : "false";
    if (m_node.is_table()) return "a section";
    if (m_node.is_array()) return "a list";
    return "a date or time";
}

void Value::refuse(std::string_view right) const
{
    m_problems.push_back({m_node.source().begin, m_key + " is " + shown() + "; it must be " + std::string(right)});
}

void Value::flag(bool& into) const
{
    if (const auto* found = m_node.as_boolean())
        into = found->get();
    else
        refuse("true or false, without quotes");
}

void Value::number(double& into, double least, double most, std::string_view unit) const
{
    const std::string right = shortest(least) + " to " + shortest(most) + " " + std::string(unit);
    if (!m_node.is_number()) return refuse("a number without quotes, " + right);
    const auto* whole = m_node.as_integer();
    const double found = whole != nullptr ? static_cast<double>(whole->get()) : m_node.as_floating_point()->get();
    if (!(found >= least && found <= most)) return refuse(right);  // NaN is neither
    into = found;
}

void Value::diagonal(double& into) const
{
    if (const auto* word = m_node.as_string(); word != nullptr && word->get() == "auto")
        into = 0;
    else
        number(into, 5, 300, "inches, or \"auto\" for what the screen says of itself");
}

void Value::timeOfDay(std::chrono::minutes& into) const
{
    constexpr std::string_view right = "a time of day in quotes, \"00:00\" to \"23:59\"";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    const auto time = clockTime(*found);
    if (!time) return refuse(right);
    into = *time;
}

void Value::brandColour(std::string& into) const
{
    constexpr std::string_view form = "a colour in quotes such as \"#0057b8\", or \"\" for none";
    const std::string* found = plainText(form);
    if (found == nullptr) return;
    if (!found->empty()) {
        const std::optional<Rgb> colour = rgbOf(*found);
        if (!colour) return refuse(form);
        if (isSignalHue(*colour)) {
            return refuse("a colour that nobody takes for a warning: red to yellow, hue 5 to 75, mean watch and act on "
                          "the wall");
        }
    }
    into = *found;
}

void Value::number(int& into, int least, int most, std::string_view unit) const
{
    const auto* found = m_node.as_integer();
    const std::string right = std::to_string(least) + " to " + std::to_string(most) + " " + std::string(unit);
    if (found == nullptr) return refuse("a whole number without quotes, " + right);
    if (found->get() < least || found->get() > most) return refuse(right);
    into = static_cast<int>(found->get());
}

void Value::number(core::Seconds& into, int least, int most) const
{
    int seconds = static_cast<int>(into.count());
    number(seconds, least, most, "seconds");
    into = core::Seconds{seconds};
}

const std::string* Value::plainText(std::string_view right) const
{
    const auto* found = m_node.as_string();
    if (found == nullptr || std::any_of(found->get().begin(), found->get().end(), isControl)) {
        refuse(right);
        return nullptr;
    }
    return &found->get();
}

void Value::id(std::string& into) const
{
    const std::string right = "a name in quotes of 1 to " + std::to_string(core::limits::id_bytes) +
                              " bytes without / + # and control characters, such as \"" + into + "\"";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    if (found->empty() || found->size() > core::limits::id_bytes || found->find_first_of("/+#") != std::string::npos)
        return refuse(right);
    into = *found;
}

void Value::text(std::string& into, std::size_t most, std::string_view example) const
{
    const std::string right = "text in quotes of at most " + std::to_string(most) + " bytes on one line, such as \"" +
                              std::string(example) + "\"";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    if (found->size() > most) return refuse(right);
    into = *found;
}

void Value::oneOf(std::size_t& into, std::vector<std::string_view> words) const
{
    std::string right;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) right += i + 1 == words.size() ? " or " : ", ";
        right += "\"" + std::string(words[i]) + "\"";
    }
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    const auto place = std::find(words.begin(), words.end(), *found);
    if (place == words.end()) return refuse(right);
    into = static_cast<std::size_t>(place - words.begin());
}

void Value::playlist(core::SceneSettings& into) const
{
    std::string right = "a list of one or more of";
    for (const core::Scene scene : core::playlist_scenes)
        right += " \"" + std::string(core::name(scene)) + "\"";
    right += ", with the scene's own dwell behind it where it has one, 5 to 3600 seconds: \"floor:40\"";
    const toml::array* list = m_node.as_array();
    if (list == nullptr || list->empty()) return refuse(right);
    std::vector<core::Scene> show;
    std::map<core::Scene, core::Seconds> own;
    for (const toml::node& node : *list) {
        const toml::value<std::string>* word = node.as_string();
        if (word == nullptr) return refuse(right);
        const std::string_view text = word->get();
        const std::string_view named = text.substr(0, text.find(':'));
        const std::optional<core::Scene> scene = core::sceneNamed(named);
        const bool known = scene && std::ranges::find(core::playlist_scenes, *scene) != core::playlist_scenes.end();
        const bool timed = named.size() < text.size();
        const auto dwell = timed ? wholeNumber(text.substr(named.size() + 1)) : std::nullopt;
        if (!known || (timed && !(dwell && *dwell >= shortest_dwell && *dwell <= longest_dwell))) {
            m_problems.push_back({node.source().begin, m_key + " has " + inQuotes(text) + "; it must be " + right});
            return;
        }
        if (timed) own[*scene] = core::Seconds{*dwell};
        show.push_back(*scene);
    }
    into.show = std::move(show);
    into.own_dwell = std::move(own);
}

void Value::hours(core::Hours& into) const
{
    constexpr std::string_view right = "hours on the floor's clock such as \"22:00-06:00\", or \"\" for none";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    if (found->empty()) {
        into = {};
        return;
    }
    const std::string_view text = *found;
    const std::size_t dash = text.find('-');
    const auto from = clockTime(text.substr(0, dash));
    const auto to = dash == std::string_view::npos ? std::nullopt : clockTime(text.substr(dash + 1));
    if (!from || !to || *from == *to) return refuse(right);
    into = {*from, *to};
}

void Value::issueUrl(std::string& into) const
{
    const std::string right = "an address such as \"https://HOST/issues/{issue}\" of at most " +
                              std::to_string(longest_url) + " bytes, or \"\" for none";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    const std::string_view url = *found;
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    const bool good = web && url.size() <= longest_url && url.find("{issue}") != std::string_view::npos &&
                      url.find_first_of(" \"<>\\") == std::string_view::npos;
    if (!url.empty() && !good) return refuse(right);
    into = *found;
}

void Value::timezone(std::string& into) const
{
    constexpr std::string_view right =
        "a time zone that this machine knows, such as \"Europe/Berlin\" (timedatectl list-timezones), or \"\"";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    if (!found->empty() && !zoneExists(*found)) return refuse(right);
    into = *found;
}

void Value::brokerUrl(std::string& into) const
{
    constexpr std::string_view right =
        "mqtt://HOST or mqtts://HOST (TLS), with :PORT behind where it is another than 1883 or 8883";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    const std::string_view url = *found;
    const std::string_view scheme = url.substr(0, url.find("://"));
    if ((scheme != "mqtt" && scheme != "mqtts") || !isAddress(url.substr(std::min(url.size(), scheme.size() + 3))))
        return refuse(right);
    into = *found;
}

void Value::path(std::string& into) const
{
    const std::string* found = plainText("a file name in quotes, such as \"/var/lib/carewall/carewall.db\"");
    if (found == nullptr) return;
    into = found->empty() ? *found : (m_folder / *found).lexically_normal().string();
}

void Value::file(std::string& into) const
{
    constexpr std::string_view right = "the name of a file that can be read, in quotes";
    const std::string* found = plainText(right);
    if (found == nullptr) return;
    std::string wanted;
    path(wanted);
    std::error_code error;
    if (!wanted.empty() && (std::filesystem::is_directory(wanted, error) || !std::ifstream(wanted)))
        return refuse(right);
    into = std::move(wanted);
}

void Value::file(std::string& into, std::uintmax_t most) const
{
    std::string wanted;
    const std::size_t before = m_problems.size();
    file(wanted);
    if (m_problems.size() != before) return;
    std::error_code error;
    if (!wanted.empty() && std::filesystem::file_size(wanted, error) > most)
        return refuse("a file of at most " + std::to_string(most / 1024) + " KiB");
    into = std::move(wanted);
}

}  // namespace carewall::config
