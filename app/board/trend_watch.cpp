#include "board/trend_watch.h"

#include "core/figures/figures.h"
#include "store/trend_codec.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace carewall::board {
namespace {

/// After a slot's end its last voices may still come, and a quiet source may be so late.
constexpr core::Milliseconds grace = std::chrono::minutes{2};
/// Of floor time: a clock that was set right is no new floor.
constexpr core::Milliseconds goes_back = std::chrono::hours{1};
constexpr core::Milliseconds save_at_most = core::Seconds{10};

template <typename Report>
core::WallTime toldUntil(const core::State& state, const core::Held<Report>& held)
{
    return held.report.header.time.value_or(core::floorTime(state, held.arrived));
}

/// Up to where the sources have told of voices; nothing where none did.
std::optional<core::WallTime> toldUntil(const core::State& state, core::WallTime floor)
{
    std::optional<core::WallTime> until;
    for (const auto& [name, source] : state.voices) {
        const auto take = [&](const auto& held) {
            const core::WallTime told =
                toldUntil(state, held) +
                std::max<core::Milliseconds>(grace, core::missed_reports * held.report.header.interval);
            until = std::max(until.value_or(told), told);
        };
        if (source.now) take(*source.now);
        if (source.day) take(*source.day);
    }
    return until ? std::optional{std::min(*until, floor)} : std::nullopt;
}

void add(core::VoiceSlot& sum, const core::VoiceSlot& slot)
{
    sum.start = slot.start;
    sum.length = std::max(sum.length, slot.length);
    sum.total.add(slot.total);
    for (const core::IssueMentions& issue : slot.issues)
        if (!issue.emerging) sum.issues.push_back({issue.issue, {}, issue.voices});
}

/// The slots from `from` on, those of all sources added up. A slot that a source tells as closed and as open is the
/// closed one.
std::vector<core::VoiceSlot> slotsFrom(const core::State& state, core::WallTime from)
{
    std::map<core::WallTime, core::VoiceSlot> sums;
    for (const auto& [name, source] : state.voices) {
        const core::VoiceSlot* open = source.now && source.now->report.open ? &*source.now->report.open : nullptr;
        if (source.day) {
            const std::vector<core::VoiceSlot>& slots = source.day->report.slots;
            for (auto slot = slots.rbegin(); slot != slots.rend() && slot->start >= from; ++slot) {
                add(sums[slot->start], *slot);
                if (open && slot->start == open->start) open = nullptr;
            }
        }
        if (open && open->start >= from) add(sums[open->start], *open);
    }
    std::vector<core::VoiceSlot> slots;
    slots.reserve(sums.size());
    for (auto& [start, slot] : sums)
        slots.push_back(std::move(slot));
    return slots;
}

/// What trends, in order.
std::vector<std::string> idsOf(const core::TrendsNow& now)
{
    std::vector<std::string> ids;
    for (const core::Trend& trend : now.issues)
        ids.push_back(trend.issue);
    if (now.volume) ids.push_back(now.volume->issue);
    std::ranges::sort(ids);
    return ids;
}

std::string keyOf(const std::string& floor, const core::State& state)
{
    return state.clock ? "trends/" + floor + "/" + state.clock->report.label : "trends/" + floor;
}

}  // namespace

void TrendWatch::turn(const core::State& state, core::Instant now)
{
    std::string key = keyOf(m_floor, state);
    if (m_key != key) {
        m_key = std::move(key);
        m_trends = core::Trends{};
        m_now = {};
        m_noted.clear();
        m_unsaved = false;
        const std::optional<std::string> kept = m_store ? m_store->kept(*m_key) : std::nullopt;
        if (kept) {
            const auto remembered = store::decodeTrends(*kept);
            if (!remembered) spdlog::warn("trends begin anew: {}", remembered.error());
            if (remembered) m_trends = core::Trends::fromMemory(*remembered).value_or(core::Trends{});
        }
    }
    const core::WallTime floor = core::floorTime(state, now);
    if (floor < m_trends.closedUntil() - goes_back) m_trends = core::Trends{};
    if (const auto told = toldUntil(state, floor)) follow(state, *told);
    if (m_unsaved && m_store && (!m_saved || now.steady - *m_saved >= save_at_most)) save(now);
}

void TrendWatch::follow(const core::State& state, core::WallTime told)
{
    std::vector<core::VoiceSlot> slots = slotsFrom(state, m_trends.closedUntil());
    auto open = slots.begin();
    for (; open != slots.end() && open->start + open->length + grace <= told; ++open) {
        m_trends.close(*open);
        m_unsaved = true;
    }
    m_now = m_trends.watch({open, slots.end()}, told);
    // Only the first open slot is taken note of: what begins in the next one ends the grace, or it would come and go.
    if (idsOf(m_now) != m_noted && slots.end() - open > 1) {
        for (; slots.end() - open > 1; ++open)
            m_trends.close(*open);
        m_unsaved = true;
        m_now = m_trends.watch({open, slots.end()}, told);
    }
    std::vector<std::string> trending = idsOf(m_now);
    const core::WallTime newest = open == slots.end() ? m_trends.closedUntil() : slots.back().start;
    const core::Milliseconds length = slots.empty() ? core::Milliseconds{0} : slots.back().length;
    const auto note = [&](core::Trend& trend) {
        if (length.count() > 0) band(trend, newest, length);
    };
    for (core::Trend& trend : m_now.issues)
        note(trend);
    if (m_now.volume) note(*m_now.volume);
    if (trending != m_noted) {
        std::erase_if(m_bands, [&](const auto& known) { return !std::ranges::binary_search(trending, known.first); });
        m_noted = std::move(trending);
        m_unsaved = true;
    }
}

/// Worked out once a slot: the curve's band changes no faster.
void TrendWatch::band(core::Trend& trend, core::WallTime open, core::Milliseconds length)
{
    core::Trend& known = m_bands[trend.issue];
    if (known.band.empty() || known.band.back().start != open) {
        known.band.clear();
        core::WallTime start = open - core::voice_window / length * length;
        for (; start <= open; start += length)
            if (const auto usual = m_trends.usual(trend.issue, start, length))
                known.band.push_back({start, length, *usual});
    }
    trend.band = known.band;
}

void TrendWatch::save(core::Instant now)
{
    m_store->keep(*m_key, store::encodeTrends(m_trends.memory()));
    m_saved = now.steady;
    m_unsaved = false;
}

}  // namespace carewall::board
