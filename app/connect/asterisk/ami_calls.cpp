#include "connect/asterisk/ami_calls.h"

#include "feed/conversation/clean_text.h"

#include <algorithm>

namespace carewall::connect {

namespace {

using namespace std::chrono_literals;

constexpr core::Milliseconds until_next_queue = 2s;
constexpr core::Milliseconds until_answered = 30s;
constexpr core::Milliseconds until_explained = 3s;
/// Waits of a call that begin no farther apart are one: lists tell whole seconds.
constexpr core::Milliseconds one_wait = 2s;

std::string_view wordOf(feed::Kind kind)
{
    switch (kind) {
    case feed::Kind::Asked:
        return "";
    case feed::Kind::Replied:
        return "/answered";
    case feed::Kind::Abandoned:
        return "/abandoned";
    default:
        return "/left";
    }
}

}  // namespace

AmiCalls::Call* AmiCalls::find(CallInQueue which)
{
    const auto found = m_calls.find(std::string{which.call});
    return found == m_calls.end() || found->second.queue != which.queue ? nullptr : &found->second;
}

AmiCalls::Call* AmiCalls::make(std::string_view id)
{
    while (m_calls.size() >= max_ami_calls && !m_order.empty()) {
        const auto oldest = m_calls.find(m_order.front());
        m_order.pop_front();
        if (oldest == m_calls.end()) continue;
        m_counts.crowded_out += oldest->second.phase == Phase::Over ? 0 : 1;
        letGo(*oldest);
        m_calls.erase(oldest);
    }
    m_order.emplace_back(id);
    return &m_calls[std::string{id}];
}

void AmiCalls::tell(const Calls::value_type& call, feed::Kind kind, core::WallTime at, std::string_view agent)
{
    const auto& [id, what] = call;
    feed::ConversationEvent event;
    event.at = at;
    event.kind = kind;
    if (kind == feed::Kind::Replied) event.by = feed::Role::Agent;
    const auto visits = what.visits.find(what.queue);
    event.key = id + "/" + what.queue + "/" + std::to_string(visits == what.visits.end() ? 0 : visits->second);
    event.key += wordOf(kind);
    event.conversation = id;
    event.author = m_pseudonyms->of(agent);
    m_names->name(what.queue, event);
    m_out.push_back(std::move(event));
}

void AmiCalls::hold(Calls::value_type& call, Phase phase, core::WallTime at, core::SteadyTime due)
{
    letGo(call);
    call.second.phase = phase;
    call.second.at = at;
    call.second.due = due;
    m_due.emplace(due, call.first);
}

void AmiCalls::letGo(Calls::value_type& call)
{
    if (call.second.due) m_due.erase({*call.second.due, call.first});
    call.second.due.reset();
}

/// Into a queue, from whatever the call did before: that ends now at the latest, and was not given up.
void AmiCalls::moved(Calls::value_type& call, CallInQueue which, core::WallTime at)
{
    Call& what = call.second;
    letGo(call);
    // By Asterisk's own times: we may have read both late.
    if (what.phase == Phase::GivenUp && at > what.at + until_next_queue) {
        tell(call, feed::Kind::Abandoned, what.at);
        what.phase = Phase::Over;
    }
    const bool held = what.phase == Phase::Leaving || what.phase == Phase::GivenUp;
    if (!what.queue.empty()) tell(call, feed::Kind::Left, held ? std::min(what.at, at) : at);
    what.queue = which.queue;
    what.phase = Phase::Waiting;
    what.rings = false;
    what.at = at;
    ++what.visits[what.queue];
    tell(call, feed::Kind::Asked, at);
}

void AmiCalls::joined(CallInQueue which, core::WallTime at)
{
    if (which.call.empty() || which.queue.empty()) return;
    const std::string id{which.call};
    // The list said so already.
    if (const Call* known = find(which); known != nullptr && known->phase == Phase::Waiting)
        return letGo(*m_calls.find(id));
    if (!m_calls.contains(id)) make(id);
    moved(*m_calls.find(id), which, at);
}

void AmiCalls::ringing(CallInQueue which)
{
    if (Call* call = find(which)) call->rings = true;
}

void AmiCalls::connected(CallInQueue which, std::string_view agent, core::WallTime at, core::Milliseconds held)
{
    if (which.call.empty() || which.queue.empty()) return;
    const std::string id{which.call};
    Call* known = find(which);
    if (known == nullptr) {  // it joined before we listened: its time is what Asterisk says that it was held for
        if (!m_calls.contains(id)) make(id);
        moved(*m_calls.find(id), which, at - held);
    } else if (known->phase == Phase::Talking) {
        return;
    }
    auto& call = *m_calls.find(id);
    letGo(call);
    call.second.phase = Phase::Talking;
    call.second.at = at;
    call.second.talks.emplace(which.queue);
    if (m_calls_of.size() >= max_ami_calls) m_calls_of.clear();
    m_calls_of[std::string{agent}] = id;
    tell(call, feed::Kind::Replied, at, agent);
}

AmiCalls::Call* AmiCalls::talkingTo(std::string_view agent)
{
    const auto newest = m_calls_of.find(std::string{agent});
    const auto call = newest == m_calls_of.end() ? m_calls.end() : m_calls.find(newest->second);
    return call == m_calls.end() ? nullptr : &call->second;
}

bool AmiCalls::completed(CallInQueue which, std::string_view agent)
{
    const auto named = m_calls.find(std::string{which.call});
    Call* call = named == m_calls.end() ? nullptr : &named->second;
    if (which.call.empty()) call = talkingTo(agent);
    const auto talk = call == nullptr ? decltype(call->talks.end()){} : call->talks.find(which.queue);
    if (call == nullptr || talk == call->talks.end()) {
        ++m_counts.unknown;
        return false;
    }
    call->talks.erase(talk);
    if (call->phase == Phase::Talking && call->queue == which.queue) call->phase = Phase::Over;
    return true;
}

void AmiCalls::restarted()
{
    for (auto& [id, call] : m_calls) {
        call.talks.clear();
        if (call.phase == Phase::Talking) call.phase = Phase::Over;
    }
}

void AmiCalls::abandoned(CallInQueue which, core::WallTime at, core::SteadyTime now)
{
    const Call* call = find(which);
    if (call == nullptr || (call->phase != Phase::Waiting && call->phase != Phase::Leaving)) {
        m_counts.unknown += call == nullptr ? 1 : 0;
        return;
    }
    hold(*m_calls.find(std::string{which.call}), Phase::GivenUp, at, now + until_next_queue);
}

void AmiCalls::left(CallInQueue which, core::WallTime at, core::SteadyTime now)
{
    const Call* call = find(which);
    if (call == nullptr || call->phase != Phase::Waiting) return;
    const bool rings = call->rings;
    hold(*m_calls.find(std::string{which.call}), Phase::Leaving, at, now + (rings ? until_answered : until_next_queue));
}

void AmiCalls::listed(CallInQueue which, core::WallTime since)
{
    if (which.call.empty() || which.queue.empty()) return;
    m_in_list.emplace(which.call);
    const std::string id{which.call};
    const Call* call = find(which);
    // The list overtakes what happened just before it. Of one that waits again, since nobody listened, the wait is
    // younger.
    if (call != nullptr && since <= call->at + one_wait) {
        if (call->phase == Phase::Waiting) letGo(*m_calls.find(id));
        return;
    }
    if (!m_calls.contains(id)) make(id);
    moved(*m_calls.find(id), which, since);
}

void AmiCalls::listEnds(core::SteadyTime now)
{
    for (auto& call : m_calls) {
        Call& what = call.second;
        if (what.phase != Phase::Waiting || what.due || m_in_list.contains(call.first)) continue;
        what.due = now + until_explained;
        m_due.emplace(*what.due, call.first);
    }
    m_in_list.clear();
}

void AmiCalls::advanceTo(core::WallTime wall, core::SteadyTime now)
{
    while (!m_due.empty() && m_due.begin()->first <= now) {
        auto& call = *m_calls.find(m_due.begin()->second);
        letGo(call);
        Call& what = call.second;
        const bool missed = what.phase == Phase::Waiting;
        m_counts.gone += missed ? 1 : 0;
        tell(call, what.phase == Phase::GivenUp ? feed::Kind::Abandoned : feed::Kind::Left, missed ? wall : what.at);
        what.phase = Phase::Over;
    }
}

std::optional<core::SteadyTime> AmiCalls::due() const
{
    return m_due.empty() ? std::nullopt : std::optional{m_due.begin()->first};
}

std::map<std::string, std::uint64_t, std::less<>> AmiCalls::talking() const
{
    std::map<std::string, std::uint64_t, std::less<>> count;
    for (const auto& [id, call] : m_calls)
        for (const std::string& queue : call.talks)
            ++count[queue];
    return count;
}

}  // namespace carewall::connect
