#include "store/store.h"

#include "core/calendar.h"
#include "store/slot_codec.h"
#include "store/writer.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace carewall::store {

namespace {

template <typename Slot>
SlotRows encode(const std::vector<Slot>& slots)
{
    SlotRows rows;
    rows.reserve(slots.size());
    for (const Slot& slot : slots)
        rows.emplace_back(slot.start, SlotRow{slot.length, encodeSlot(slot), {}});
    return rows;
}

/// Leaves out what rotted on the disk: the others are still good.
template <typename Slot>
std::vector<Slot> decode(const SlotRows& rows, std::optional<Slot> (*decodeOne)(std::string_view))
{
    std::vector<Slot> slots;
    slots.reserve(rows.size());
    for (const auto& [start, row] : rows) {
        std::optional<Slot> slot = decodeOne(row.body);
        if (!slot) continue;
        slot->start = start;
        slot->length = row.length;
        slots.push_back(std::move(*slot));
    }
    return slots;
}

void add(core::PastDay& day, const OwnedRows& rows)
{
    for (const auto& [series, row] : rows) {
        if (series.kind == Series::Kind::Queue) {
            if (const auto slot = decodeTally(row.body)) day.queues[series.queue].add(*slot);
        } else if (const auto slot = decodeVoiceSlot(row.body)) {
            if (!day.voices) day.voices.emplace();
            day.voices->add(slot->total);
        }
    }
}

}  // namespace

core::Result<std::unique_ptr<Store>, StoreError> Store::open(const std::filesystem::path& path, Options options)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error);
    if (error || path.empty() || !whole.has_filename() || std::filesystem::is_directory(whole, error)) {
        return core::failure(StoreError{StoreError::Kind::Path, "store.path is \"" + path.string() +
                                                                    "\"; it must be a file, such as carewall.db"});
    }
    auto writer = std::make_unique<Writer>(whole.lexically_normal(), std::move(options));
    if (const auto started = writer->start(); !started) return core::failure(started.error());
    return std::unique_ptr<Store>(new Store(std::move(writer)));
}

Store::Store(std::unique_ptr<Writer> writer) : m_writer(std::move(writer))
{
}

Store::~Store() = default;

void Store::remember(core::Message message)
{
    m_writer->remember(std::move(message));
}

void Store::forget(const std::string& topic)
{
    m_writer->forget(topic);
}

void Store::keepQueueSlots(const std::string& queue, const std::string& source, const std::vector<core::Tally>& slots)
{
    m_writer->keep({Series::Kind::Queue, queue, source}, encode(slots));
}

void Store::keepVoiceSlots(const std::string& source, const std::vector<core::VoiceSlot>& slots)
{
    m_writer->keep({Series::Kind::Voice, {}, source}, encode(slots));
}

void Store::keep(const std::string& name, std::string bytes)
{
    SlotRows rows;
    rows.emplace_back(core::WallTime{}, SlotRow{{}, std::move(bytes), {}});
    m_writer->keep({Series::Kind::Kept, name, {}}, std::move(rows));
}

std::optional<std::string> Store::kept(const std::string& name)
{
    SlotRows rows =
        m_writer->slots({Series::Kind::Kept, name, {}}, core::WallTime{}, core::WallTime{core::Milliseconds{1}});
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front().second.body);
}

std::vector<core::Message> Store::pictures()
{
    return m_writer->pictures();
}

std::vector<core::Tally> Store::queueSlots(const std::string& queue, const std::string& source, core::WallTime from,
                                           core::WallTime to)
{
    return decode(m_writer->slots({Series::Kind::Queue, queue, source}, from, to), &decodeTally);
}

std::vector<core::VoiceSlot> Store::voiceSlots(const std::string& source, core::WallTime from, core::WallTime to)
{
    return decode(m_writer->slots({Series::Kind::Voice, {}, source}, from, to), &decodeVoiceSlot);
}

core::DayHistory Store::days(core::WallTime today, int days)
{
    core::DayHistory history(static_cast<std::size_t>(std::max(days, 0)));
    core::WallTime end = today;
    for (auto day = history.rbegin(); day != history.rend(); ++day) {
        day->start = core::dayStart(end - core::Milliseconds{1});
        add(*day, m_writer->slots(day->start, end));
        const bool keeps_times = day - history.rbegin() < core::history_sketch_days;
        for (auto& [queue, tally] : day->queues) {
            tally.start = day->start;
            tally.length = end - day->start;
            if (!keeps_times) tally.response = {};
        }
        end = day->start;
    }
    return history;
}

bool Store::flush(core::Milliseconds within)
{
    return m_writer->flush(within);
}

}  // namespace carewall::store
