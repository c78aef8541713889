#include "feed/ledger/voices.h"

#include "core/figures/figures.h"
#include "core/limits.h"
#include "core/slots.h"
#include "feed/conversation/hash.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace carewall::feed {

namespace {

/// Of an author who speaks of something; 0 for nobody.
std::uint64_t voiceKey(std::uint64_t who, std::string_view of)
{
    return who == 0 ? 0 : mix(who, hashOf(of));
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
    const core::WallTime start = core::slotStart(at, core::voice_slot);
    if (start < m_oldest) return nullptr;
    return &m_slots[start];
}

void Voices::changed(core::WallTime slot)
{
    ++m_changes;
    m_late_changes += slot < m_open ? 1 : 0;
}

int Voices::sign(const Voice& voice) const
{
    if (voice.feelings == 0) return 0;
    const double mean = voice.felt / voice.feelings;
    if (std::abs(mean) < m_thresholds.neutral || mean == 0) return 0;
    return mean > 0 ? 1 : -1;
}

Voices::Rung Voices::rung(const Voice& voice) const
{
    if (voice.feelings == 0) return Rung::None;
    const double mean = voice.felt / voice.feelings;
    if (mean <= m_thresholds.anger) return Rung::Anger;
    if (mean >= m_thresholds.love) return Rung::Love;
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

std::pair<Voices::Voice*, bool> Voices::voiceOf(std::uint64_t key, core::WallTime slot)
{
    if (key == 0) return {nullptr, false};
    if (const auto found = m_voices.find(key); found != m_voices.end()) {
        Voice& voice = found->second;
        if (slot - voice.counted >= core::voice_window) {
            voice = {slot, 0, 0, 0};
            return {&voice, false};
        }
        // What comes so late has no voice to join: that one belongs to a later window.
        return voice.counted - slot >= core::voice_window ? std::pair<Voice*, bool>{} : std::pair{&voice, true};
    }
    if (m_voices.size() >= max_voices_told_apart) {
        ++m_not_told_apart;
        return {nullptr, false};
    }
    return {&m_voices.emplace(key, Voice{slot, 0, 0, 0}).first->second, false};
}

void Voices::count(const std::string* issue, const Spoken& words)
{
    const core::WallTime start = core::slotStart(words.at, core::voice_slot);
    Voice unknown{start, 0, 0, 0};
    const auto [told_apart, known] = voiceOf(voiceKey(words.who, issue == nullptr ? "" : "=" + *issue), start);
    Voice& voice = told_apart == nullptr ? unknown : *told_apart;
    Slot* slot = slotOf(voice.counted);
    if (slot == nullptr) return;
    core::Mentions& mentions = issue == nullptr ? slot->total : slot->issues[*issue];
    const core::Mentions before = mentions;
    const core::Ladder stood = slot->ladder;
    if (known) {
        mentions.positive -= sign(voice) > 0 ? 1 : 0;
        mentions.negative -= sign(voice) < 0 ? 1 : 0;
        mentions.reach -= voice.reach;
        if (issue == nullptr) step(slot->ladder, rung(voice), false);
    } else {
        ++mentions.mentions;
    }
    if (words.sentiment) {
        voice.felt += *words.sentiment;
        ++voice.feelings;
    }
    voice.reach = std::max(voice.reach, words.reach);
    mentions.positive += sign(voice) > 0 ? 1 : 0;
    mentions.negative += sign(voice) < 0 ? 1 : 0;
    mentions.reach += voice.reach;
    if (issue == nullptr) step(slot->ladder, rung(voice), true);
    if (!(mentions == before && slot->ladder == stood)) changed(voice.counted);
}

void Voices::helped(const Spoken& words)
{
    if (!words.sentiment || *words.sentiment < m_thresholds.like) return;
    const core::WallTime start = core::slotStart(words.at, core::voice_slot);
    Slot* slot = slotOf(start);
    if (slot != nullptr && !voiceOf(voiceKey(words.who, "+"), start).second) {
        ++slot->ladder.defend;
        changed(start);
    }
}

void Voices::heard(const ConversationEvent& event)
{
    const Spoken words = spoken(event);
    if (core::slotStart(words.at, core::voice_slot) < m_oldest) return;
    if (event.by == Role::Community) {
        helped(words);
        return;
    }
    count(nullptr, words);
    for (const std::string& issue : event.issues)
        count(&issue, words);
}

void Voices::heardOf(const std::string& issue, const Spoken& words)
{
    if (core::slotStart(words.at, core::voice_slot) >= m_oldest) count(&issue, words);
}

void Voices::replied(core::WallTime at)
{
    if (Slot* slot = slotOf(at)) {
        ++slot->replies;
        changed(core::slotStart(at, core::voice_slot));
    }
}

void Voices::broadcast(core::WallTime at)
{
    if (Slot* slot = slotOf(at)) {
        ++slot->broadcasts;
        changed(core::slotStart(at, core::voice_slot));
    }
}

void Voices::advanceTo(core::WallTime now)
{
    m_open = core::slotStart(now, core::voice_slot);
    m_oldest = std::max(m_oldest, core::slotStart(now - core::voice_kept, core::voice_slot));
    m_slots.erase(m_slots.begin(), m_slots.lower_bound(m_oldest));
    std::erase_if(m_voices, [&](const auto& held) { return m_open - held.second.counted >= core::voice_window; });
}

core::VoiceSlot Voices::slot(core::WallTime start) const
{
    core::VoiceSlot made;
    made.start = start;
    made.length = core::voice_slot;
    const auto found = m_slots.find(start);
    if (found == m_slots.end()) return made;
    const Slot& slot = found->second;
    made.total = slot.total;
    made.ladder = slot.ladder;
    made.replies = slot.replies;
    made.broadcasts = slot.broadcasts;
    for (const auto& [issue, voices] : slot.issues)
        made.issues.push_back({issue, {}, voices});
    keepMostMentioned(made, core::limits::slot_issues);
    return made;
}

}  // namespace carewall::feed
