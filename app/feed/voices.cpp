#include "feed/voices.h"

#include "core/limits.h"

#include <algorithm>
#include <cmath>

namespace carewall::feed {

core::WallTime slotStart(core::WallTime time, core::Milliseconds length)
{
    const auto since = time.time_since_epoch();
    auto rest = since % length;
    if (rest.count() < 0) {
        rest += length;
    }
    return time - rest;
}

namespace {

/// Of an author who speaks of an issue; empty for nobody.
std::string voiceKey(const std::string& who, const std::string& issue)
{
    return who.empty() ? who : who + '\n' + issue;
}

}  // namespace

void keepMostMentioned(core::VoiceSlot& slot, std::size_t most)
{
    if (slot.issues.size() > most) {
        std::ranges::stable_sort(slot.issues, std::ranges::greater{},
                                 [](const core::IssueMentions& issue) { return issue.voices.mentions; });
        slot.issues.resize(most);
        std::ranges::sort(slot.issues, {}, &core::IssueMentions::issue);
    }
}

Voices::Slot* Voices::slotOf(core::WallTime at)
{
    const core::WallTime start = slotStart(at, voice_slot);
    if (start < m_oldest) {
        return nullptr;
    }
    ++m_changes;
    m_late_changes += start < m_open ? 1 : 0;
    return &m_slots[start];
}

int Voices::sign(const Voice& voice) const
{
    if (voice.feelings == 0) {
        return 0;
    }
    const double mean = voice.felt / voice.feelings;
    if (std::abs(mean) < m_thresholds.neutral || mean == 0) {
        return 0;
    }
    return mean > 0 ? 1 : -1;
}

Voices::Rung Voices::rung(const Voice& voice) const
{
    if (voice.feelings == 0) {
        return Rung::None;
    }
    const double mean = voice.felt / voice.feelings;
    if (mean <= m_thresholds.anger) {
        return Rung::Anger;
    }
    if (mean >= m_thresholds.love) {
        return Rung::Love;
    }
    return mean >= m_thresholds.like ? Rung::Like : Rung::None;
}

void Voices::step(core::Ladder& ladder, Rung rung, bool up)
{
    const auto move = [up](std::uint64_t& count) { count = up ? count + 1 : count - 1; };
    switch (rung) {
    case Rung::Anger:
        move(ladder.anger);
        break;
    case Rung::Like:
        move(ladder.like);
        break;
    case Rung::Love:
        move(ladder.love);
        break;
    case Rung::None:
        break;
    }
}

void Voices::count(Slot& slot, core::Mentions& mentions, const std::string& key, const Happening& happening,
                   bool on_ladder)
{
    Voice unknown;
    Voice* voice = &unknown;
    bool known = false;
    if (const auto found = slot.voices.find(key); found != slot.voices.end()) {
        voice = &found->second;
        known = true;
    } else if (key.empty() || slot.voices.size() >= max_voices_told_apart) {
        m_not_told_apart += key.empty() ? 0 : 1;
    } else {
        voice = &slot.voices[key];
    }
    if (known) {
        mentions.positive -= sign(*voice) > 0 ? 1 : 0;
        mentions.negative -= sign(*voice) < 0 ? 1 : 0;
        mentions.reach -= voice->reach;
        if (on_ladder) {
            step(slot.ladder, rung(*voice), false);
        }
    } else {
        ++mentions.mentions;
    }
    if (happening.sentiment) {
        voice->felt += *happening.sentiment;
        ++voice->feelings;
    }
    voice->reach = std::max(voice->reach, happening.reach);
    mentions.positive += sign(*voice) > 0 ? 1 : 0;
    mentions.negative += sign(*voice) < 0 ? 1 : 0;
    mentions.reach += voice->reach;
    if (on_ladder) {
        step(slot.ladder, rung(*voice), true);
    }
}

void Voices::heard(const Happening& happening)
{
    Slot* slot = slotOf(happening.at);
    if (slot == nullptr) {
        return;
    }
    // Somebody without a name is told apart by the conversation; without that too, not at all.
    const std::string& who = happening.author.empty() ? happening.conversation : happening.author;
    if (happening.by == Role::Community) {
        const bool first = who.empty() || slot->voices.try_emplace("+" + who).second;
        if (first && happening.sentiment && *happening.sentiment >= m_thresholds.like) {
            ++slot->ladder.defend;
        }
        return;
    }
    count(*slot, slot->total, who, happening, true);
    for (const std::string& issue : happening.issues) {
        count(*slot, slot->issues[issue], voiceKey(who, issue), happening, false);
    }
}

void Voices::replied(core::WallTime at)
{
    if (Slot* slot = slotOf(at)) {
        ++slot->replies;
    }
}

void Voices::broadcast(core::WallTime at)
{
    if (Slot* slot = slotOf(at)) {
        ++slot->broadcasts;
    }
}

void Voices::advanceTo(core::WallTime now)
{
    m_open = slotStart(now, voice_slot);
    m_oldest = std::max(m_oldest, slotStart(now - voice_kept, voice_slot));
    m_slots.erase(m_slots.begin(), m_slots.lower_bound(m_oldest));
}

core::VoiceSlot Voices::slot(core::WallTime start) const
{
    core::VoiceSlot made;
    made.start = start;
    made.length = voice_slot;
    const auto found = m_slots.find(start);
    if (found == m_slots.end()) {
        return made;
    }
    const Slot& slot = found->second;
    made.total = slot.total;
    made.ladder = slot.ladder;
    made.replies = slot.replies;
    made.broadcasts = slot.broadcasts;
    for (const auto& [issue, voices] : slot.issues) {
        made.issues.push_back({issue, {}, voices});
    }
    keepMostMentioned(made, core::limits::slot_issues);
    return made;
}

}  // namespace carewall::feed
