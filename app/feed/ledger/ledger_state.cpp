#include "carewall/kept/v1/learned.pb.h"
#include "core/limits.h"
#include "core/sealed.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger/old_state.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace carewall::feed {

namespace {

namespace v1 = kept::v1;

constexpr std::string_view magic = "carewall feed ";
constexpr std::uint32_t before_protobuf = 1;
constexpr std::uint32_t version = 2;
constexpr std::size_t longest_id = 255;
/// The most words and queues with their longest texts have less.
constexpr std::size_t most_bytes = std::size_t{64} * 1024 * 1024;

constexpr double farthest_weight = 1e6;
constexpr double many = 1e12;

template <std::size_t N>
void write(const LogisticLearner<N>& learner, v1::Regression& into)
{
    const auto& learned = learner.learned();
    into.mutable_weights()->Add(learned.weights.begin(), learned.weights.end());
    for (const auto& row : learned.covariance)
        into.mutable_covariance()->Add(row.begin(), row.end());
    if (learned.now) into.set_now_ms(core::toMs(*learned.now));
}

/// False for NaN.
bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most;
}

template <std::size_t N>
bool read(const v1::Regression& from, LogisticLearner<N>& learner)
{
    if (from.weights_size() != int{N} || from.covariance_size() != int{N * N}) return false;
    typename LogisticLearner<N>::Learned learned;
    for (std::size_t i = 0; i < N; ++i) {
        learned.weights[i] = from.weights(static_cast<int>(i));
        if (!isWithin(learned.weights[i], -farthest_weight, farthest_weight)) return false;
        for (std::size_t j = 0; j < N; ++j) {
            learned.covariance[i][j] = from.covariance(static_cast<int>(i * N + j));
            if (!isWithin(learned.covariance[i][j], i == j ? 0 : -farthest_weight, farthest_weight)) return false;
        }
    }
    if (from.has_now_ms()) learned.now = core::wallTimeFromMs(from.now_ms());
    if (!core::isKeptTime(from.now_ms())) return false;
    learner.begin(learned);
    return true;
}

core::Result<v1::Learned, std::string> parse(std::string_view bytes)
{
    const auto damaged = [](const std::string& why) { return core::failure("it is damaged: " + why); };
    if (bytes.size() > most_bytes)
        return damaged("it has " + std::to_string(bytes.size()) + " bytes; at most " + std::to_string(most_bytes) +
                       " are read");
    std::optional<v1::Learned> learned;
    if (isOldWords(bytes)) {
        learned = readOldWords(bytes);
    } else {
        const auto sealed = core::unseal(magic, bytes);
        if (!sealed) return core::failure(std::string{"this is no file that a feed keeps what it learned in"});
        if (sealed->version > version)
            return core::failure("it was kept in version " + std::to_string(sealed->version) +
                                 "; this program reads versions up to " + std::to_string(version));
        if (!sealed->whole || sealed->version < before_protobuf) return damaged("its checksum is another");
        if (sealed->version == before_protobuf)
            learned = readOldState(sealed->body);
        else if (!learned.emplace().ParseFromArray(sealed->body.data(), static_cast<int>(sealed->body.size())))
            learned.reset();
    }
    if (!learned) return damaged("a value is impossible");
    return std::move(*learned);
}

}  // namespace

void Calibrator::write(kept::v1::QueueForecasts& into) const
{
    feed::write(m_customer, *into.mutable_customer());
    feed::write(m_any, *into.mutable_any());
    into.set_expected_to_come(m_expected_to_come);
    into.set_came(m_came);
    into.set_cases(m_cases);
}

bool Calibrator::read(const kept::v1::QueueForecasts& from)
{
    const double least = m_expected_to_come;  // as it began
    m_expected_to_come = from.expected_to_come();
    m_came = from.came();
    m_cases = from.cases();
    return feed::read(from.customer(), m_customer) && feed::read(from.any(), m_any) &&
           isWithin(m_expected_to_come, least, many) && isWithin(m_came, -many, many);
}

void Ledger::remember(QueueLedger& queue)
{
    const auto learned = m_learned.find(queue.facts.id);
    if (learned == m_learned.end()) return;
    if (learned->second.within == queue.facts.target.within) queue.calibrator = std::move(learned->second.calibrator);
    m_learned.erase(learned);
}

std::string Ledger::save() const
{
    v1::Learned learned;
    const auto write = [&](const std::string& id, core::Milliseconds within, const Calibrator& calibrator) {
        const auto known = static_cast<std::size_t>(learned.queues_size());
        if (!calibrator.hasLearned() || id.size() > longest_id || known >= core::limits::queues) return;
        v1::QueueForecasts& queue = *learned.add_queues();
        queue.set_queue(id);
        queue.set_within_ms(within.count());
        calibrator.write(queue);
    };
    for (const auto& [id, queue] : m_queues)
        write(id, queue.facts.target.within, queue.calibrator);
    for (const auto& [id, earlier] : m_learned)
        write(id, earlier.within, earlier.calibrator);
    m_emerging.write(*learned.mutable_words());
    // Nothing heard, nothing learned: then it is as it was loaded.
    if (const auto until = m_since ? std::optional{m_now} : m_learned_until) learned.set_until_ms(core::toMs(*until));
    return core::seal(magic, version, learned.SerializeAsString());
}

core::Result<void, std::string> Ledger::load(std::string_view bytes)
{
    const auto impossible = [] { return core::failure(std::string{"it is damaged: a value is impossible"}); };
    const auto learned = parse(bytes);
    if (!learned) return core::failure(learned.error());
    if (static_cast<std::size_t>(learned->queues_size()) > core::limits::queues) return impossible();
    std::map<std::string, Learned> queues;
    for (const v1::QueueForecasts& from : learned->queues()) {
        if (from.queue().size() > longest_id) return impossible();
        Learned& queue = queues[from.queue()];
        queue.within = core::Milliseconds{from.within_ms()};
        queue.calibrator = {};
        if (!queue.calibrator.read(from)) return impossible();
    }
    if (!core::isKeptTime(learned->until_ms()) || !m_emerging.read(learned->words())) return impossible();
    if (learned->has_until_ms()) m_learned_until = core::wallTimeFromMs(learned->until_ms());
    m_learned = std::move(queues);
    for (auto& [id, queue] : m_queues)
        remember(queue);
    return {};
}

}  // namespace carewall::feed
