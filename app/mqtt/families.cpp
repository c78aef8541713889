#include "mqtt/families.h"

#include "mqtt/link_trouble.h"

#include <algorithm>
#include <memory>
#include <mosquitto.h>
#include <netdb.h>
#include <netinet/in.h>

namespace carewall::mqtt {

bool isLiteral(const std::string& host)
{
    return host.find(':') != std::string::npos || host.find_first_not_of("0123456789.") == std::string::npos;
}

core::Result<std::vector<const char*>, core::LinkTrouble> familiesOf(const std::string& host)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), nullptr, &hints, &found); error != 0)
        return core::failure(loss(MOSQ_ERR_EAI, error));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    std::vector<const char*> families;
    for (const addrinfo* address = found; address != nullptr; address = address->ai_next) {
        if (address->ai_family != AF_INET6 && address->ai_family != AF_INET) continue;
        const char* const any = address->ai_family == AF_INET6 ? "::" : "0.0.0.0";
        if (std::find(families.begin(), families.end(), any) == families.end()) families.push_back(any);
    }
    if (families.empty()) return core::failure(loss(MOSQ_ERR_EAI, EAI_NONAME));
    return families;
}

}  // namespace carewall::mqtt
