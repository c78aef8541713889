#include "core/report.h"

#include "core/saturate.h"

#include <algorithm>

namespace carewall::core {

void Mentions::add(const Mentions& other)
{
    mentions = saturatingAdd(mentions, other.mentions);
    positive = saturatingAdd(positive, other.positive);
    negative = saturatingAdd(negative, other.negative);
    reach = saturatingAdd(reach, other.reach);
}

std::optional<double> Mentions::netSentiment() const
{
    if (mentions == 0) return std::nullopt;
    const double balance = static_cast<double>(positive) - static_cast<double>(negative);
    return std::clamp(balance / static_cast<double>(mentions), -1.0, 1.0);
}

void Ladder::add(const Ladder& other)
{
    anger = saturatingAdd(anger, other.anger);
    like = saturatingAdd(like, other.like);
    love = saturatingAdd(love, other.love);
    defend = saturatingAdd(defend, other.defend);
}

}  // namespace carewall::core
