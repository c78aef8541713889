#include "core/limits.h"
#include "core/trend/trend_codec.h"
#include "feed/ledger/ledger.h"

#include <algorithm>
#include <string_view>

namespace carewall::feed {

namespace {

constexpr std::string_view magic = "carewall feed ";
constexpr std::string_view words_alone = "carewall words ";  ///< as Emerging::save begins: all there was once
constexpr std::uint64_t version = 1;
constexpr std::size_t head_size = magic.size() + 12;
constexpr std::size_t longest_id = 255;  ///< that a ByteWriter takes

}  // namespace

void Ledger::remember(QueueBook& queue)
{
    const auto learned = m_learned.find(queue.facts.id);
    if (learned == m_learned.end()) return;
    if (learned->second.within == queue.facts.target.within) queue.calibrator = std::move(learned->second.calibrator);
    m_learned.erase(learned);
}

std::string Ledger::save() const
{
    core::ByteWriter entries;
    std::uint64_t count = 0;
    const auto write = [&](const std::string& id, core::Milliseconds within, const Calibrator& calibrator) {
        if (!calibrator.hasLearned() || id.size() > longest_id || count >= core::limits::queues) return;
        ++count;
        entries.text(id);
        entries.number(static_cast<std::uint64_t>(within.count()));
        calibrator.write(entries);
    };
    for (const auto& [id, queue] : m_queues)
        write(id, queue.facts.target.within, queue.calibrator);
    for (const auto& [id, learned] : m_learned)
        write(id, learned.within, learned.calibrator);
    const std::string queues = entries.take();
    core::ByteWriter sizes;
    sizes.number(count, 4);
    sizes.number(queues.size());
    const std::string body = sizes.take() + queues + m_emerging.save();
    core::ByteWriter head;
    head.number(version, 4);
    head.number(core::checksum(body));
    return std::string{magic} + head.take() + body;
}

core::Result<void, std::string> Ledger::load(std::string_view bytes)
{
    if (bytes.starts_with(words_alone)) return m_emerging.load(bytes);
    if (!bytes.starts_with(magic))
        return core::failure(std::string{"this is no file that a feed keeps what it learned in"});
    core::ByteReader head{bytes.substr(magic.size())};
    const std::uint64_t written = head.number(4);
    const std::uint64_t sum = head.number();
    if (!head.failed() && written != version) {
        return core::failure("it was kept in version " + std::to_string(written) + "; this program reads version " +
                             std::to_string(version));
    }
    if (head.failed() || core::checksum(bytes.substr(head_size)) != sum)
        return core::failure(std::string{"it is damaged: its checksum is another"});
    constexpr std::size_t sizes_size = 12;
    std::string_view body = bytes.substr(head_size);
    core::ByteReader sizes{body};
    const std::uint64_t count = sizes.number(4);
    const std::uint64_t size = sizes.number();
    body.remove_prefix(std::min(sizes_size, body.size()));
    if (sizes.failed() || count > core::limits::queues || size > body.size())
        return core::failure(std::string{"it is damaged: a value is impossible"});
    core::ByteReader in{body.substr(0, size)};
    std::map<std::string, Learned> queues;
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i) {
        Learned& learned = queues[in.text()];
        learned.within = core::Milliseconds{static_cast<std::int64_t>(in.number())};
        learned.calibrator.read(in);
    }
    if (in.failed() || !in.atEnd()) return core::failure(std::string{"it is damaged: a value is impossible"});
    if (auto words = m_emerging.load(body.substr(size)); !words) return words;
    m_learned = std::move(queues);
    for (auto& [id, queue] : m_queues)
        remember(queue);
    return {};
}

}  // namespace carewall::feed
