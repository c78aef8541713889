#include "carewall_feed/feed_terminal.h"

#include "core/calendar.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <utility>

namespace carewall {

using namespace std::chrono_literals;

Progress::Progress(bool quiet, double speed) : m_on{!quiet && isatty(STDERR_FILENO) == 1}, m_speed{speed}
{
}

void Progress::show(core::Instant now, core::WallTime floor, std::uint64_t events, std::uint64_t reports, bool up)
{
    if (!m_on || now.steady - m_shown < 1s) return;
    m_shown = now.steady;
    const core::ClockFace face = core::clockFace(floor);
    std::fprintf(stderr, "\r%04d-%02d-%02d %02d:%02d  x%g  %llu events, %llu reports%s\x1b[K", face.year, face.month,
                 face.day, face.hour, face.minute, m_speed, static_cast<unsigned long long>(events),
                 static_cast<unsigned long long>(reports), up ? "" : "  (no broker)");
}

void Progress::end() const
{
    if (m_on) std::fprintf(stderr, "\r\x1b[K");
}

void tellRead(const feed::ReadCounts& counts, std::FILE* to)
{
    constexpr std::array<const char*, feed::kinds> names{"asked",     "replied", "resolved", "abandoned",
                                                         "broadcast", "staffed", "praised",  "left the queue",
                                                         "merged",    "agents"};
    std::fprintf(to, "%llu rows read", static_cast<unsigned long long>(counts.rows));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (counts.by_kind.at(i) > 0)
            std::fprintf(to, ", %llu %s", static_cast<unsigned long long>(counts.by_kind.at(i)), names.at(i));
    std::fprintf(to, "; %llu skipped by rule, %llu unreadable\n", static_cast<unsigned long long>(counts.skipped),
                 static_cast<unsigned long long>(counts.refused));
    for (const feed::Unread& unread : counts.first_refused)
        std::fprintf(to, "  %s\n", unread.words().c_str());
}

void tellLedger(const feed::LedgerCounts& counts, std::uint64_t reports)
{
    std::printf("%llu conversations, %llu reports sent\n", static_cast<unsigned long long>(counts.conversations),
                static_cast<unsigned long long>(reports));
    printAnomalies(counts, stdout);
}

void printAnomalies(const feed::LedgerCounts& counts, std::FILE* to)
{
    const std::array<std::pair<std::uint64_t, const char*>, 10> oddities{
        {{counts.orphans, "of conversations that are not known, or no more"},
         {counts.reused_ids, "conversations under the id of a resolved one, by another author"},
         {counts.late_answers, "answers after the customer counted as given up"},
         {counts.too_late, "too late for the slots that are held"},
         {counts.forgotten, "conversations let go because of their age"},
         {counts.crowded_out, "conversations let go because there were too many"},
         {counts.queues_folded, "of queues past the limit, counted under other"},
         {counts.voices_not_told_apart, "voices past the limit, counted each time they speak"},
         {counts.agents_left_out, "of agents without a name or a known queue, or past the limit"},
         {counts.bursts_crowded_out, "bursts of words that were not raised, so many stood"}}};
    for (const auto& [count, words] : oddities)
        if (count > 0) std::fprintf(to, "  %llu %s\n", static_cast<unsigned long long>(count), words);
}

}  // namespace carewall
