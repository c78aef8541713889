#include "feed/run/live_run.h"

#include "core/sealed.h"
#include "core/slots.h"
#include "feed/run/kept_event.h"

#include <algorithm>
#include <utility>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

/// A voice is told apart for three hours, and so is the one that it was told apart from.
constexpr core::Milliseconds kept_for = core::voice_kept + core::Milliseconds{6h};
constexpr core::Milliseconds forget_gap = 1h;
constexpr std::size_t forget_step = 2000;
constexpr std::size_t entries_a_gap = 100'000;
constexpr core::Milliseconds learned_for = 24h;
constexpr const char* emerging_note = "emerging";

auto ofTheJournal(const std::string& error)
{
    return core::failure("the journal: " + error);
}

}  // namespace

LiveRun::LiveRun(Source& source, store::Journal journal, Reporter reporter, LiveOptions options)
    : Player{source, Ledger{options.fold.counting}, std::move(reporter)}, m_journal{std::move(journal)},
      m_options{std::move(options)}, m_order{m_options.hold}, m_orphans{m_options.patience},
      m_take{[this](const ConversationEvent& event) {
          m_late = m_late || (m_ledger.since() && event.at < m_ledger.now());
          m_ledger.take(event);
          for (const EmergingMention& found : m_ledger.found())
              m_found.push_back(keptMention(event.at, found));
      }}
{
}

LiveRun::Done LiveRun::begin()
{
    m_begun = true;
    auto folded = foldJournal(m_journal, m_options.fold, m_orphans, [this](const store::JournalEntry& entry) {
        ++m_before[core::checksum(entry.body)];
        noteAgents(entry);
    });
    if (!folded) return ofTheJournal(folded.error());
    m_ledger = std::move(*folded);
    const auto noted = m_journal.note(emerging_note);
    if (!noted) return ofTheJournal(noted.error());
    const auto issues = readKeptIssues(*noted);
    if (!issues) return ofTheJournal("it is damaged (a note is impossible); move it away to begin anew");
    m_ledger.emerging().remember(*issues);
    m_emerging_changes = m_ledger.emerging().changes();
    return {};
}

bool LiveRun::isToldAgain(const store::JournalEntry& entry)
{
    if (!entry.key.empty() || m_before.empty()) return false;
    const auto before = m_before.find(core::checksum(entry.body));
    if (before == m_before.end()) return false;
    if (--before->second == 0) m_before.erase(before);
    return true;
}

/// Into the journal, and then into the order. What its source told before stops here.
LiveRun::Done LiveRun::receive(core::Instant now)
{
    if (auto received = m_source.receive(now); !received) return received;
    std::vector<ConversationEvent> events;
    store::JournalBatch batch;
    batch.source = m_source.name();
    std::string trouble;
    while (true) {
        auto next = m_source.next();
        if (!next) trouble = next.error();
        if (!next || !*next) break;
        store::JournalEntry entry = keptEvent(**next);
        if (isToldAgain(entry)) {
            ++m_doubles;
            continue;
        }
        batch.entries.push_back(std::move(entry));
        events.push_back(std::move(**next));
    }
    if (!events.empty()) {
        if (!m_ledger.since() && m_journal.size() == 0) {
            const auto first = std::ranges::min_element(events, {}, &ConversationEvent::at)->at;
            const std::string since = std::to_string(core::toMs(core::slotStart(first, core::voice_slot)));
            if (auto noted = m_journal.setNote(since_note, since); !noted) return ofTheJournal(noted.error());
        }
        const auto fresh = m_journal.append(batch, now.wall);
        if (!fresh) return ofTheJournal(fresh.error());
        for (std::size_t i = 0; i < events.size(); ++i) {
            if ((*fresh)[i]) {
                noteAgents(batch.entries[i]);
                m_order.push(std::move(events[i]), now.wall);
                ++m_played;
            } else {
                ++m_doubles;
            }
        }
    }
    if (!trouble.empty()) return core::failure(trouble);
    return {};
}

void LiveRun::count(const std::vector<ConversationEvent>& events)
{
    for (const ConversationEvent& event : events)
        m_orphans.pass(event, m_ledger.knows(event.conversation), m_take);
}

/// Of nothing that is known: what is counted does not depend on when.
void LiveRun::giveUp(core::WallTime until)
{
    const bool late = m_late;
    if (m_ended)
        m_orphans.giveUpAll(m_take);
    else
        m_orphans.giveUp(until, m_take);
    m_late = late;
}

/// What was found in words that are gone.
LiveRun::Done LiveRun::noteFound(core::Instant now)
{
    if (!m_found.empty()) {
        store::JournalBatch batch;
        batch.source = m_source.name();
        batch.entries = std::exchange(m_found, {});
        if (const auto appended = m_journal.append(batch, now.wall); !appended) return ofTheJournal(appended.error());
    }
    if (m_ledger.emerging().changes() == m_emerging_changes) return {};
    m_emerging_changes = m_ledger.emerging().changes();
    const auto noted = m_journal.setNote(emerging_note, keptIssues(m_ledger.emerging().issues()));
    if (!noted) return ofTheJournal(noted.error());
    return {};
}

bool LiveRun::foldIsDue(core::Instant now) const
{
    if (!m_late || !m_whole) return false;
    const auto times = static_cast<std::int64_t>(m_journal.size() / entries_a_gap);
    return m_ended || !m_folded || now.steady - *m_folded >= m_options.fold_gap * std::max<std::int64_t>(times, 1);
}

LiveRun::Done LiveRun::foldAnew(core::Instant now)
{
    count(m_order.all());  // while their words are here
    if (auto noted = noteFound(now); !noted) return noted;
    Orphans orphans{m_options.patience};
    auto folded = foldJournal(m_journal, m_options.fold, orphans);
    if (!folded) return ofTheJournal(folded.error());
    folded->emerging() = std::move(m_ledger.emerging());
    m_ledger = std::move(*folded);
    m_orphans = std::move(orphans);
    m_late = false;
    m_folded = now.steady;
    ++m_folds;
    m_reporter.forgetTold();
    return {};
}

/// Those untouched longest, where there are too many.
void LiveRun::crowdOut()
{
    m_crowded_out.clear();
    std::size_t all = 0;
    m_ledger.eachConversation([&](const std::string& /*id*/, bool waits, core::WallTime /*touched*/,
                                  std::size_t spoken) { all += waits ? 0 : spoken; });
    m_ledger.eachConversation([&](const std::string& id, bool waits, core::WallTime /*touched*/, std::size_t spoken) {
        if (waits || all <= most_kept_of_others) return;
        all -= spoken;
        m_crowded_out.insert(id);
    });
}

void LiveRun::noteAgents(const store::JournalEntry& entry)
{
    if (!isOfAgents(entry.conversation)) return;
    const auto known = m_of_agents.find(entry.conversation);
    if (known != m_of_agents.end())
        known->second = std::max(known->second, entry.at);
    else if (m_of_agents.size() < most_agents)
        m_of_agents.emplace(entry.conversation, entry.at);
}

bool LiveRun::keeps(const std::string& conversation, core::WallTime at) const
{
    if (!m_whole) return false;
    if (const auto newest = m_of_agents.find(conversation); newest != m_of_agents.end()) return newest->second <= at;
    return m_ledger.knows(conversation) && !m_crowded_out.contains(conversation);
}

LiveRun::Done LiveRun::forget(core::Instant now)
{
    if (m_options.most_entries && m_journal.size() > *m_options.most_entries) {
        m_whole = false;
        m_forgetting = true;
        m_forget_until = now.wall;
    } else if (!m_forgetting && (!m_forgot || now.steady - *m_forgot >= forget_gap)) {
        m_forgot = now.steady;
        m_forgetting = true;
        m_forget_until = now.wall - kept_for;
        crowdOut();
        // What is forgotten teaches nothing when the day is folded anew.
        if (!m_learned_at) m_learned_at = now.steady;
        if (now.steady - *m_learned_at >= learned_for) {
            m_learned_at = now.steady;
            m_options.fold.learned = m_ledger.save();
        }
    }
    if (!m_forgetting) return {};
    const auto keeps_it = [this](const std::string& conversation, core::WallTime at) {
        return keeps(conversation, at);
    };
    const auto more = m_journal.prune(m_forget_until, now.wall, keeps_it, forget_step);
    if (!more) return ofTheJournal(more.error());
    m_forgetting = *more;
    return {};
}

/// A slot is told as closed only once the ledger has come to its end.
core::WallTime LiveRun::told(core::WallTime now) const
{
    const core::WallTime open = core::slotStart(now, core::queue_slot);
    return m_ledger.now() >= open ? now : std::max(m_ledger.now(), open - 1ms);
}

core::Result<std::vector<Report>, std::string> LiveRun::step(core::Instant now)
{
    m_floor = now.wall;
    if (!m_begun) {
        if (auto begun = begin(); !begun) return core::failure(begun.error());
    }
    if (auto received = receive(now); !received) return core::failure(received.error());
    m_ended = m_source.wait().ended;
    count(m_ended ? m_order.all() : m_order.due(now.wall));
    if (foldIsDue(now)) {
        if (auto folded = foldAnew(now); !folded) return core::failure(folded.error());
    }
    const core::WallTime settled = m_ended ? now.wall : m_order.settled(now.wall);
    giveUp(settled);
    m_ledger.advanceTo(settled);
    if (auto noted = noteFound(now); !noted) return core::failure(noted.error());
    if (auto forgot = forget(now); !forgot) return core::failure(forgot.error());
    return m_reporter.turn(m_ledger, told(now.wall), now);
}

std::vector<Report> LiveRun::last(core::Instant now)
{
    m_floor = now.wall;
    count(m_order.all());
    m_ended = true;
    if (foldIsDue(now)) static_cast<void>(foldAnew(now));  // what it could not read it says at the next start
    giveUp(now.wall);
    static_cast<void>(noteFound(now));
    m_ledger.advanceTo(now.wall);
    return m_reporter.last(m_ledger, now.wall, now);
}

}  // namespace carewall::feed
