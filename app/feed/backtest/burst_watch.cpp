#include "feed/backtest/burst_watch.h"

#include "core/slots.h"

#include <algorithm>
#include <span>

namespace carewall::feed {

namespace {

/// What is watched for trends: emerging issues have a detector of their own.
core::VoiceSlot namedOnly(const Ledger& ledger, core::WallTime start)
{
    core::VoiceSlot slot = ledger.voices().slot(start);
    std::erase_if(slot.issues,
                  [&](const core::IssueMentions& issue) { return ledger.emerging().find(issue.issue) != nullptr; });
    return slot;
}

core::Mentions voicesOf(const std::string& issue, const Ledger& ledger, core::WallTime slot)
{
    for (const core::IssueMentions& mentions : ledger.voices().slot(slot).issues)
        if (mentions.issue == issue) return mentions.voices;
    return {};
}

}  // namespace

void BurstWatch::look(const Ledger& ledger, core::WallTime now)
{
    if (!ledger.since()) return;
    m_slot = std::max(m_slot, *ledger.since());
    close(ledger, now);
    const core::VoiceSlot open = namedOnly(ledger, m_slot);
    take(m_trends.watch(std::span{&open, 1}, now), ledger, now);
    emerge(ledger, now);
}

void BurstWatch::close(const Ledger& ledger, core::WallTime now)
{
    for (; m_slot + core::voice_slot <= now; m_slot += core::voice_slot) {
        m_trends.close(namedOnly(ledger, m_slot));
        for (auto& [id, growing] : m_emerging)
            growing.closed.add(voicesOf(id, ledger, m_slot));
    }
}

void BurstWatch::leaveOut(core::WallTime until)
{
    m_slot = std::max(m_slot, core::slotStart(until, core::voice_slot));
}

void BurstWatch::take(const core::TrendsNow& trends, const Ledger& ledger, core::WallTime now)
{
    const auto goesOn = [&](const std::string& id) {
        if (id.empty()) return trends.volume.has_value();
        return std::ranges::find(trends.issues, id, &core::Trend::issue) != trends.issues.end();
    };
    for (auto going = m_going.begin(); going != m_going.end();) {
        if (goesOn(going->first)) {
            ++going;
        } else {
            end(going->second, now);
            going = m_going.erase(going);
        }
    }
    if (trends.volume) trending(*trends.volume, Burst::Kind::Volume, ledger, now);
    for (const core::Trend& trend : trends.issues)
        trending(trend, Burst::Kind::Issue, ledger, now);
}

void BurstWatch::trending(const core::Trend& trend, Burst::Kind kind, const Ledger& ledger, core::WallTime now)
{
    const auto [going, began] = m_going.emplace(trend.issue, m_bursts.size());
    if (began) {
        Burst burst;
        burst.kind = kind;
        burst.id = trend.issue;
        burst.label = ledger.issueLabel(trend.issue);
        burst.since = trend.since;
        burst.noticed = now;
        burst.learning = trend.learning;
        m_bursts.push_back(std::move(burst));
    }
    Burst& burst = m_bursts[going->second];
    burst.voices = trend.during;
    burst.expected = trend.expected;
    if (began) m_tell({now, BacktestEvent::Began{burst}});
}

void BurstWatch::emerge(const Ledger& ledger, core::WallTime now)
{
    const Emerging& emerging = ledger.emerging();
    if (emerging.changes() != m_changes) {
        m_changes = emerging.changes();
        for (const EmergingIssue& issue : emerging.issues()) {
            const auto same = [&](const Burst& burst) {
                return burst.kind == Burst::Kind::Emerging && burst.id == issue.id;
            };
            if (std::ranges::any_of(m_bursts, same)) continue;
            Growing growing{m_bursts.size(), {}};
            for (core::WallTime slot = core::slotStart(issue.since, core::voice_slot); slot < m_slot;
                 slot += core::voice_slot)
                growing.closed.add(voicesOf(issue.id, ledger, slot));
            m_bursts.push_back({Burst::Kind::Emerging,
                                issue.id,
                                issue.label,
                                issue.since,
                                issue.raised,
                                {},
                                {},
                                0,
                                false,
                                issue.part_of});
            grow(growing, issue, ledger, now);
            m_emerging.emplace(issue.id, growing);
            m_tell({now, BacktestEvent::Began{m_bursts[growing.burst]}});
        }
    }
    for (auto going = m_emerging.begin(); going != m_emerging.end();) {
        const EmergingIssue* issue = emerging.find(going->first);
        if (issue != nullptr) grow(going->second, *issue, ledger, now);
        if (issue == nullptr || issue->ended) {
            end(going->second.burst, now);
            going = m_emerging.erase(going);
        } else {
            ++going;
        }
    }
}

void BurstWatch::grow(Growing& growing, const EmergingIssue& issue, const Ledger& ledger, core::WallTime now)
{
    Burst& burst = m_bursts[growing.burst];
    burst.label = issue.label;
    burst.part_of = issue.part_of;
    burst.voices = growing.closed;
    burst.voices.add(voicesOf(issue.id, ledger, m_slot));
    burst.expected = issue.usual_per_hour * std::chrono::duration<double, std::ratio<3600>>(now - issue.since).count();
}

void BurstWatch::end(std::size_t burst, core::WallTime now)
{
    m_bursts[burst].ended = now;
    m_tell({now, BacktestEvent::Ended{m_bursts[burst]}});
}

}  // namespace carewall::feed
