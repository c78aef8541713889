#include "config/value.h"

#include "config/complaints.h"
#include "core/broker_url.h"
#include "core/calendar.h"
#include "core/scenes.h"
#include "core/topic_name.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <system_error>
#include <vector>

namespace carewall::config {

namespace {

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

void Value::flag(bool& into) const
{
    into = m_value.flag().value_or(into);
}

void Value::number(double& into, double least, double most, std::string_view unit) const
{
    into = m_value.number(least, most, unit).value_or(into);
}

void Value::number(int& into, int least, int most, std::string_view unit) const
{
    into = m_value.whole(least, most, unit).value_or(into);
}

void Value::diagonal(double& into) const
{
    if (m_value.node().kind == TomlNode::Kind::Text && m_value.node().text == "auto")
        into = 0;
    else
        number(into, 5, 300, "inches, or \"auto\" for what the screen says of itself");
}

void Value::timeOfDay(std::chrono::minutes& into) const
{
    constexpr std::string_view right = "a time of day in quotes, \"00:00\" to \"23:59\"";
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    const auto time = clockTime(*found);
    if (!time) return m_value.refuse(right);
    into = *time;
}

void Value::brandColour(std::string& into) const
{
    constexpr std::string_view form = "a colour in quotes such as \"#0057b8\", or \"\" for none";
    const std::string* found = m_value.line(form);
    if (found == nullptr) return;
    if (!found->empty()) {
        const std::optional<Rgb> colour = rgbOf(*found);
        if (!colour) return m_value.refuse(form);
        if (isSignalHue(*colour)) {
            return m_value.refuse(
                "a colour that nobody takes for a warning: red to yellow, hue 5 to 75, mean watch and act on "
                "the wall");
        }
    }
    into = *found;
}

void Value::number(core::Seconds& into, int least, int most) const
{
    int seconds = static_cast<int>(into.count());
    number(seconds, least, most, "seconds");
    into = core::Seconds{seconds};
}

void Value::id(std::string& into) const
{
    const std::string right = core::idForm() + ", in quotes, such as " + inQuotes(into);
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    if (core::idTrouble(*found)) return m_value.refuse(right);
    into = *found;
}

void Value::text(std::string& into, std::size_t most, std::string_view example) const
{
    const std::string right = "text in quotes of at most " + std::to_string(most) + " bytes on one line, such as \"" +
                              std::string(example) + "\"";
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    if (found->size() > most) return m_value.refuse(right);
    into = *found;
}

void Value::oneOf(std::size_t& into, std::span<const std::string_view> words) const
{
    into = m_value.oneOf(words).value_or(into);
}

void Value::playlist(core::SceneSettings& into) const
{
    std::string right = "a list of one or more of";
    for (const core::Scene scene : core::playlist_scenes)
        right += " \"" + std::string(core::name(scene)) + "\"";
    right += ", with the scene's own dwell behind it where it has one, 5 to 3600 seconds: \"floor:40\"";
    const std::vector<TomlNode>& list = m_value.node().list;
    if (list.empty()) return m_value.refuse(right);
    std::vector<core::Scene> show;
    std::map<core::Scene, core::Seconds> own;
    for (const TomlNode& node : list) {
        if (node.kind != TomlNode::Kind::Text) return m_value.refuse(right);
        const std::string_view text = node.text;
        const std::string_view named = text.substr(0, text.find(':'));
        const std::optional<core::Scene> scene = core::sceneNamed(named);
        const bool known = scene && std::ranges::find(core::playlist_scenes, *scene) != core::playlist_scenes.end();
        const bool timed = named.size() < text.size();
        const auto dwell = timed ? wholeNumber(text.substr(named.size() + 1)) : std::nullopt;
        if (!known || (timed && !(dwell && *dwell >= shortest_dwell && *dwell <= longest_dwell)))
            return m_value.complain(node, "has " + inQuotes(text) + "; it must be " + right);
        if (timed) own[*scene] = core::Seconds{*dwell};
        show.push_back(*scene);
    }
    into.show = std::move(show);
    into.own_dwell = std::move(own);
}

void Value::hours(core::Hours& into) const
{
    constexpr std::string_view right = "hours on the floor's clock such as \"22:00-06:00\", or \"\" for none";
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    if (found->empty()) {
        into = {};
        return;
    }
    const std::string_view text = *found;
    const std::size_t dash = text.find('-');
    const auto from = clockTime(text.substr(0, dash));
    const auto to = dash == std::string_view::npos ? std::nullopt : clockTime(text.substr(dash + 1));
    if (!from || !to || *from == *to) return m_value.refuse(right);
    into = {*from, *to};
}

void Value::issueUrl(std::string& into) const
{
    const std::string right = "an address such as \"https://HOST/issues/{issue}\" of at most " +
                              std::to_string(longest_url) + " bytes, or \"\" for none";
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    const std::string_view url = *found;
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    const bool good = web && url.size() <= longest_url && url.find("{issue}") != std::string_view::npos &&
                      url.find_first_of(" \"<>\\") == std::string_view::npos;
    if (!url.empty() && !good) return m_value.refuse(right);
    into = *found;
}

void Value::timezone(std::string& into) const
{
    std::string right{core::time_zone_form};  // gcc 12 takes operator+ for an overflow
    right += ", or \"\"";
    const std::string* found = m_value.line(right);
    if (found == nullptr) return;
    if (!found->empty() && !core::isTimeZone(*found)) return m_value.refuse(right);
    into = *found;
}

void Value::brokerUrl(std::string& into) const
{
    const std::string* found = m_value.line(core::broker_url_form);
    if (found == nullptr) return;
    if (!core::parseBrokerUrl(*found)) return m_value.refuse(core::broker_url_form);
    into = *found;
}

void Value::path(std::string& into) const
{
    const std::string* found = m_value.line("a file name in quotes, such as \"/var/lib/carewall/carewall.db\"");
    if (found == nullptr) return;
    into = found->empty() ? *found : (m_folder / *found).lexically_normal().string();
}

std::optional<std::string> Value::readable() const
{
    constexpr std::string_view right = "the name of a file that can be read, in quotes";
    if (m_value.line(right) == nullptr) return std::nullopt;
    std::string wanted;
    path(wanted);
    std::error_code error;
    if (wanted.empty() || (!std::filesystem::is_directory(wanted, error) && std::ifstream(wanted))) return wanted;
    m_value.refuse(right);
    return std::nullopt;
}

void Value::file(std::string& into) const
{
    into = readable().value_or(into);
}

void Value::file(std::string& into, std::uintmax_t most) const
{
    const auto wanted = readable();
    std::error_code error;
    if (!wanted) return;
    if (!wanted->empty() && std::filesystem::file_size(*wanted, error) > most)
        return m_value.refuse("a file of at most " + std::to_string(most / 1024) + " KiB");
    into = *wanted;
}

}  // namespace carewall::config
