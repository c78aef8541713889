#include "core/broker_url.h"

#include <charconv>
#include <utility>

namespace carewall::core {
namespace {

auto refused(std::string_view url, std::string_view what)
{
    std::string why = "broker URL '";
    why.append(url).append("' ").append(what).append("; it must be ").append(broker_url_form);
    return failure(std::move(why));
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
}

/// Hex groups, colons, an IPv4 tail and a zone such as %eth0. The resolver judges the rest.
bool isIpv6Character(char c)
{
    return isHostCharacter(c) || c == ':' || c == '%';
}

template <typename Accepts>
bool consistsOf(std::string_view text, Accepts accepts)
{
    for (const char c : text)
        if (!accepts(c)) return false;
    return !text.empty();
}

}  // namespace

Result<BrokerAddress, std::string> parseBrokerUrl(std::string_view url)
{
    BrokerAddress address;
    std::string_view rest = url;
    if (rest.starts_with("mqtts://")) {
        address.tls = true;
        address.port = 8883;
        rest.remove_prefix(8);
    } else if (rest.starts_with("mqtt://")) {
        rest.remove_prefix(7);
    } else {
        return refused(url, "does not begin with mqtt:// or mqtts://");
    }
    if (rest.ends_with('/')) rest.remove_suffix(1);
    if (rest.find('@') != std::string_view::npos)
        return failure(std::string{"a broker URL must not hold credentials; set username and password_file"});

    if (rest.starts_with('[')) {
        const auto bracket = rest.find(']');
        if (bracket == std::string_view::npos) return refused(url, "has no ']' after the IPv6 address");
        const std::string_view literal = rest.substr(1, bracket - 1);
        if (literal.find(':') == std::string_view::npos || !consistsOf(literal, isIpv6Character))
            return refused(url, "has no IPv6 address between the brackets");
        address.host = literal;
        rest.remove_prefix(bracket + 1);
    } else {
        const std::string_view host = rest.substr(0, rest.find_first_of(":/?#"));
        if (!consistsOf(host, isHostCharacter)) return refused(url, "has no host name of letters, digits, '.' and '-'");
        address.host = host;
        rest.remove_prefix(host.size());
    }

    if (rest.empty()) return address;
    if (rest.front() != ':') return refused(url, "has something after the host that is not a port");
    rest.remove_prefix(1);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), address.port);
    if (error != std::errc{} || end != rest.data() + rest.size() || address.port == 0)
        return refused(url, "has a port that is not 1 to 65535");
    return address;
}

}  // namespace carewall::core
