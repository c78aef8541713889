#include "store/pending.h"

#include <utility>

namespace carewall::store {

namespace {

/// A slot's share of the map around it, roughly.
constexpr std::size_t slot_overhead = 96;

std::size_t weight(const std::optional<core::Message>& picture)
{
    return picture ? picture->payload.size() : 0;
}

std::size_t weight(const SlotRow& row)
{
    return row.body.size() + slot_overhead;
}

}  // namespace

void Pending::put(const std::string& topic, std::optional<core::Message> picture)
{
    const auto known = m_pictures.find(topic);
    const std::size_t before = known == m_pictures.end() ? 0 : weight(known->second);
    const std::size_t after = m_picture_bytes - before + weight(picture);
    const bool fits = after <= core::limits::inbox_bytes &&
                      (known != m_pictures.end() || m_pictures.size() < core::limits::inbox_topics);
    if (!fits) {
        ++m_dropped;
        return;
    }
    m_picture_bytes = after;
    if (known == m_pictures.end())
        m_pictures.emplace(topic, std::move(picture));
    else
        known->second = std::move(picture);
}

void Pending::remember(core::Message message)
{
    if (message.payload.empty()) return forget(message.topic);
    const std::string topic = message.topic;
    put(topic, std::move(message));
}

void Pending::forget(const std::string& topic)
{
    put(topic, std::nullopt);
}

void Pending::keep(const Series& series, core::WallTime start, SlotRow row)
{
    const std::size_t added = weight(row);
    if (m_slot_bytes + added > slot_bytes) {
        ++m_dropped;
        return;
    }
    const auto [slot, is_new] = m_slots[series].try_emplace(start);
    if (!is_new) m_slot_bytes -= weight(slot->second);
    slot->second = std::move(row);
    m_slot_bytes += added;
}

void Pending::absorbOlder(Pending&& older)
{
    m_dropped += older.m_dropped;
    for (auto& [topic, picture] : older.m_pictures)
        if (!m_pictures.contains(topic)) put(topic, std::move(picture));
    for (auto& [series, slots] : older.m_slots) {
        const auto known = m_slots.find(series);
        for (auto& [start, row] : slots)
            if (known == m_slots.end() || !known->second.contains(start)) keep(series, start, std::move(row));
    }
}

}  // namespace carewall::store
