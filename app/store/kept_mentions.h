#pragma once

#include "carewall/kept/v1/mentions.pb.h"
#include "core/report.h"

namespace carewall::store {

/// Voices as both codecs of this room keep them.
inline void writeMentions(const core::Mentions& voices, kept::v1::Mentions& into)
{
    into.set_mentions(voices.mentions);
    into.set_positive(voices.positive);
    into.set_negative(voices.negative);
    into.set_reach(voices.reach);
}
/// And back.
inline core::Mentions mentionsOf(const kept::v1::Mentions& from)
{
    return {from.mentions(), from.positive(), from.negative(), from.reach()};
}

}  // namespace carewall::store
