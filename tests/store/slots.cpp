#include "store/slots.h"

#include "core/limits.h"

#include <algorithm>
#include <cmath>

namespace carewall::support {

namespace {

std::uint64_t count(std::mt19937_64& random)
{
    // Mostly small, sometimes of any size.
    const std::uint64_t bits = random() % 8 == 0 ? random() % 40 : random() % 8;
    return random() & ((std::uint64_t{1} << bits) - 1);
}

core::Mentions mentions(std::mt19937_64& random)
{
    return {count(random), count(random), count(random), count(random)};
}

}  // namespace

core::Tally randomTally(std::mt19937_64& random, core::WallTime start)
{
    core::Tally tally;
    tally.start = start;
    tally.length = std::chrono::minutes{5};
    tally.offered = count(random);
    tally.answered = count(random);
    tally.answered_within_target = count(random);
    tally.abandoned = count(random);
    tally.abandoned_within_target = count(random);
    tally.resolved = count(random);
    tally.fcr = count(random);
    tally.answered_by_community = count(random);
    tally.abandoned_short = count(random);
    tally.line = {count(random), count(random), count(random), count(random),
                  count(random), count(random), count(random)};
    std::lognormal_distribution<double> seconds(4, 1.5);
    const std::uint64_t samples = random() % 3 == 0 ? 0 : random() % 300;
    for (std::uint64_t i = 0; i < samples; ++i)
        tally.response.add(seconds(random));
    if (random() % 10 == 0) tally.response.add(0, random() % 1000);
    if (random() % 10 == 0) tally.response.add(1e300);
    return tally;
}

core::VoiceSlot randomVoiceSlot(std::mt19937_64& random, core::WallTime start)
{
    core::VoiceSlot slot;
    slot.start = start;
    slot.length = std::chrono::minutes{15};
    slot.total = mentions(random);
    slot.ladder = {count(random), count(random), count(random), count(random)};
    slot.replies = count(random);
    slot.broadcasts = count(random);
    const std::uint64_t issues = random() % 20 == 0 ? core::limits::slot_issues : random() % 8;
    for (std::uint64_t i = 0; i < issues; ++i) {
        std::string label(random() % 60, '\0');
        std::generate(label.begin(), label.end(), [&] { return static_cast<char>(random()); });
        slot.issues.push_back({"issue-" + std::to_string(i), label, mentions(random)});
    }
    return slot;
}

core::Message checkedMessage(const std::string& topic, char letter, std::size_t size, core::WallTime at)
{
    return {topic, std::string(size, letter) + ":" + std::to_string(size), {at, {}}, true};
}

std::string damage(const core::Message& message)
{
    const std::size_t end = message.payload.rfind(':');
    if (end == std::string::npos || end == 0) return message.topic + " has no length";
    const std::string body = message.payload.substr(0, end);
    if (std::to_string(body.size()) != message.payload.substr(end + 1))
        return message.topic + " has " + std::to_string(body.size()) + " bytes and says " +
               message.payload.substr(end + 1);
    if (body.find_first_not_of(body.front()) != std::string::npos) return message.topic + " is mixed of several";
    return {};
}

}  // namespace carewall::support
