#include "carewall_feed/feed_asterisk.h"

#include "feed/conversation/pseudonyms.h"

#include <utility>

namespace carewall {

core::Result<std::unique_ptr<connect::AsteriskSource>, std::string>
openAsterisk(const FeedOptions& options, const feed::Mapping& mapping, const core::Clock& clock)
{
    connect::AmiSettings settings = options.asterisk;
    auto secret = connect::readSecret(options.secret_file);
    if (!secret) return core::failure(secret.error());
    settings.secret = std::move(*secret);
    std::string salt = mapping.salt.empty() ? feed::Pseudonyms::freshSalt() : mapping.salt;
    if (salt.empty()) return core::failure(std::string{"the machine gives no random numbers; set salt in the mapping"});
    return std::make_unique<connect::AsteriskSource>(std::move(settings), mapping, std::move(salt),
                                                     static_cast<std::uint64_t>(core::toMs(clock.now().wall)));
}

}  // namespace carewall
