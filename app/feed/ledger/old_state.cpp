#include "feed/ledger/old_state.h"

#include "core/byte_reader.h"
#include "core/limits.h"
#include "core/sealed.h"
#include "feed/text/term_counts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace carewall::feed {

namespace {

namespace v1 = kept::v1;

constexpr std::string_view words_magic = "carewall words ";
constexpr std::uint64_t only_version = 1;
constexpr int customer_weights = 7;
constexpr int any_weights = 4;

void readRegression(core::ByteReader& in, int size, v1::Regression& into)
{
    for (int i = 0; i < size; ++i) {
        into.add_weights(in.real());
        for (int j = 0; j < size; ++j)
            into.add_covariance(in.real());
    }
    const bool learned = in.flag();
    const std::int64_t now = core::toMs(in.time());
    if (learned) into.set_now_ms(now);
}

void readQueue(core::ByteReader& in, v1::QueueForecasts& into)
{
    into.set_queue(in.text());
    into.set_within_ms(static_cast<std::int64_t>(in.number()));
    readRegression(in, customer_weights, *into.mutable_customer());
    readRegression(in, any_weights, *into.mutable_any());
    into.set_expected_to_come(in.real());
    into.set_came(in.real());
    into.set_cases(in.number());
}

void readTerm(core::ByteReader& in, v1::Term& into)
{
    into.set_id(in.number());
    const std::string begin = in.text();
    into.set_spelt(begin + in.text());
    into.set_votes(static_cast<std::int32_t>(static_cast<std::uint32_t>(in.number(4))));
    into.set_first(in.number());
    into.set_second(in.number());
    into.set_known(in.realFloat());
    const std::size_t seasons = in.flag() ? TermCounts::seasons : 0;
    for (std::size_t i = 0; i < seasons; ++i)
        into.add_by_season(in.realFloat());
    into.set_told(in.number());
    for (std::size_t i = 0; i < WatchedTerm::tilts; ++i)
        into.add_evidence(in.real());
}

bool readWords(std::string_view bytes, v1::Words& into)
{
    const auto sealed = core::unseal(words_magic, bytes);
    if (!sealed || sealed->version != only_version || !sealed->whole) return false;
    core::ByteReader in{sealed->body};
    into.set_heard(in.number());
    into.set_voices(in.real());
    for (std::size_t i = 0; i < TermCounts::seasons; ++i)
        into.add_voices_by_season(in.real());
    into.set_faded_ms(core::toMs(in.time()));
    const std::uint64_t terms = in.number(4);
    if (terms > max_terms_watched) return false;
    for (std::uint64_t i = 0; i < terms && !in.failed(); ++i)
        readTerm(in, *into.add_terms());
    return !in.failed() && in.atEnd();
}

}  // namespace

std::optional<v1::Learned> readOldState(std::string_view body)
{
    constexpr std::size_t sizes_size = 12;
    core::ByteReader sizes{body};
    const std::uint64_t count = sizes.number(4);
    const std::uint64_t size = sizes.number();
    body.remove_prefix(std::min(sizes_size, body.size()));
    if (sizes.failed() || count > core::limits::queues || size > body.size()) return std::nullopt;
    v1::Learned learned;
    core::ByteReader in{body.substr(0, size)};
    for (std::uint64_t i = 0; i < count && !in.failed(); ++i)
        readQueue(in, *learned.add_queues());
    if (in.failed() || !in.atEnd() || !readWords(body.substr(size), *learned.mutable_words())) return std::nullopt;
    return learned;
}

bool isOldWords(std::string_view bytes)
{
    return bytes.starts_with(words_magic);
}

std::optional<v1::Learned> readOldWords(std::string_view bytes)
{
    v1::Learned learned;
    if (!readWords(bytes, *learned.mutable_words())) return std::nullopt;
    return learned;
}

}  // namespace carewall::feed
