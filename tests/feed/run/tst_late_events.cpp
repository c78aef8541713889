// Goal: late, twice, in any order and through kills, the day that is told in the end is that of the events in order.
// Method: a seeded morning is folded in order; shuffled, it goes through a live run in invented time; all that a
// reporter would tell of the two ledgers is compared as JSON.

#include "core/calendar.h"
#include "core/slots.h"
#include "feed/reports.h"
#include "feed/run/kept_event.h"
#include "feed/run/live_run.h"
#include "store/failing_disk.h"
#include "support/compare.h"
#include "wire/encode.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <deque>
#include <random>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

namespace {

struct Arrival {
    core::WallTime at{};
    feed::ConversationEvent event;
};

/// Hands out what has arrived by the time at which it is asked.
class Arriving final : public feed::Source {
public:
    std::vector<Arrival> arrivals;  ///< rising
    std::size_t taken = 0;
    bool ends = false;

    std::string name() const override { return "a test"; }
    core::Result<void, std::string> receive(core::Instant now) override
    {
        for (; taken < arrivals.size() && arrivals[taken].at <= now.wall; ++taken)
            m_ready.push_back(arrivals[taken].event);
        return {};
    }
    core::Result<std::optional<feed::ConversationEvent>, std::string> next() override
    {
        if (m_ready.empty()) return std::nullopt;
        feed::ConversationEvent event = std::move(m_ready.front());
        m_ready.pop_front();
        return event;
    }
    feed::SourceWait wait() const override { return {ends && taken == arrivals.size() && m_ready.empty(), {}, {}}; }
    const feed::ReadCounts& counts() const override { return m_counts; }

private:
    std::deque<feed::ConversationEvent> m_ready;
    feed::ReadCounts m_counts;
};

constexpr double hours = 3;
const core::WallTime begun = at(480);
const core::WallTime end = begun + 3h + 20min;

core::Instant wallAt(core::WallTime when)
{
    return {when, core::SteadyTime{core::Milliseconds{1'000'000} + (when - begun)}};
}

/// A morning of two queues: no two events at one instant, each with its key.
std::vector<feed::ConversationEvent> morning(std::mt19937& random)
{
    std::vector<feed::ConversationEvent> all;
    const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
    for (int i = 0; i < 250; ++i) {
        const std::string id = "c" + std::to_string(i);
        const std::string who = "w" + std::to_string(random() % 120);
        double minute = 480 + static_cast<double>(random() % 10'000) / 10'000 * hours * 60;
        const auto later = [&](double most) {
            return minute += 0.01 + (static_cast<double>(random() % 1000) / 1000 * most);
        };
        feed::ConversationEvent question = asked(minute, id, chance(50) ? "mail" : "chat", who);
        if (chance(70)) question.issues = {chance(50) ? "delivery" : "refund"};
        if (chance(60)) question.sentiment = static_cast<double>(random() % 9) - 4;
        question.reach = random() % 1000;
        all.push_back(question);
        if (chance(15)) {
            all.push_back(gaveUp(later(4), id));
            continue;
        }
        if (chance(10)) continue;  // waits
        if (chance(20)) all.push_back(asked(later(2), id, "mail", who));
        all.push_back(replied(later(6), id, "agent", chance(15) ? feed::Role::Community : feed::Role::Agent));
        if (chance(30)) all.push_back(replied(later(5), id));
        if (chance(40)) all.push_back(resolved(later(9), id));
        if (chance(10)) all.push_back(replied(later(9), id, who, feed::Role::Customer));
    }
    for (int i = 0; i < 40; ++i) {
        feed::ConversationEvent staffed = event(feed::Kind::Staffed, 480 + (i * 4.5), "");
        staffed.queue = i % 2 == 0 ? "mail" : "chat";
        staffed.agents = core::Agents{static_cast<std::uint32_t>(random() % 5), 2, 1};
        all.push_back(staffed);
        all.push_back(replied(480 + (i * 4), "never-" + std::to_string(i)));
    }
    std::ranges::sort(all, {}, &feed::ConversationEvent::at);
    std::erase_if(all, [](const feed::ConversationEvent& one) { return one.at > end - 15min; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].key = std::to_string(i);
        if (i > 0) all[i].at = std::max(all[i].at, all[i - 1].at + 1ms);
    }
    return all;
}

feed::LedgerOptions counting()
{
    feed::LedgerOptions made;
    made.target = {5min, 0.8};
    return made;
}

/// All that the wall is told of a ledger, line by line, but for what its forecasts taught.
std::string told(const feed::Ledger& ledger, core::WallTime floor)
{
    std::string all;
    for (const auto& [id, queue] : ledger.queues()) {
        core::QueueNow now = feed::queueNow(queue, floor);
        now.calibration.reset();  // see learnedAlike()
        all += id + " now " + wire::encode(now, wire::Encoding::Json) + '\n';
        for (const core::Tally& slot : feed::queueDay(queue, ledger, floor).slots) {
            core::QueueDay day;
            day.slots = {slot};
            all += id + " day " + wire::encode(day, wire::Encoding::Json) + '\n';
        }
    }
    all += wire::encode(feed::voiceNow(ledger, floor), wire::Encoding::Json) + '\n';
    for (const core::VoiceSlot& slot : feed::voiceDay(ledger, floor).slots) {
        core::VoiceDay day;
        day.slots = {slot};
        all += wire::encode(day, wire::Encoding::Json) + '\n';
    }
    return all;
}

std::string differing(const std::string& a, const std::string& b)
{
    std::istringstream left{a};
    std::istringstream right{b};
    std::string one;
    std::string other;
    while (std::getline(left, one) && std::getline(right, other))
        if (one != other) return "expected " + one + "\nbut it is " + other;
    return a.size() == b.size() ? "" : "one goes on";
}

/// How forecasts are to be read depends a little on the moments at which somebody looked whether they came true.
bool learnedAlike(const feed::Ledger& a, const feed::Ledger& b)
{
    constexpr double nearly = 0.02;
    return std::ranges::all_of(a.queues(), [&](const auto& queue) {
        const core::Calibration one = queue.second.calibrator.calibration();
        const core::Calibration other = b.queues().at(queue.first).calibrator.calibration();
        return std::ranges::equal(one.customer, other.customer,
                                  [](double x, double y) { return std::abs(x - y) <= nearly; }) &&
               std::ranges::equal(one.any, other.any, [](double x, double y) { return std::abs(x - y) <= nearly; });
    });
}

/// Where the run differs from the events in the order in which they happened; empty: nowhere.
std::string differing(const std::vector<feed::ConversationEvent>& sorted, const feed::LiveRun& run)
{
    feed::Ledger ledger{counting()};
    core::WallTime slot = begun;
    for (const feed::ConversationEvent& one : sorted) {
        for (; slot <= one.at; slot += core::queue_slot)
            ledger.advanceTo(slot);
        ledger.take(one);
    }
    const core::WallTime now = run.ledger().now();
    ledger.advanceTo(now);
    const std::string found = differing(told(ledger, now), told(run.ledger(), now));
    return !found.empty() || learnedAlike(ledger, run.ledger()) ? found : "forecasts taught it something else";
}

/// What arrives of the events, each `delay()` after it happened.
template <typename Delay>
std::vector<Arrival> arriving(const std::vector<feed::ConversationEvent>& events, Delay delay)
{
    std::vector<Arrival> all;
    all.reserve(events.size());
    for (const feed::ConversationEvent& one : events)
        all.push_back({std::min(one.at + delay(), end - 1s), one});
    std::ranges::stable_sort(all, {}, &Arrival::at);
    return all;
}

}  // namespace

class TestLateEvents : public QObject {
    Q_OBJECT

    /// Steps a run from `from` to `until`.
    static void play(feed::LiveRun& run, core::WallTime from, core::WallTime until, core::Milliseconds step = 700ms)
    {
        for (core::WallTime now = from; now < until; now += step)
            if (const auto done = run.step(wallAt(now)); !done) qFatal("%s", done.error().c_str());
        if (const auto done = run.step(wallAt(until)); !done) qFatal("%s", done.error().c_str());
    }
    static feed::LiveOptions options()
    {
        feed::LiveOptions made;
        made.fold.counting = counting();
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void anyOrderWithinTheHold();
    void lateEventsAreRightInTheEnd();
    void killedAndStartedAgain();
    void allRowsToldAgainChangeNothing();
    void aFullDiskEndsIt();
    void backAfterMidnightAndAfterDays();
    void anAnswerMayComeBeforeItsQuestion();
    void foldsAreFewAndFar();
    void aJournalInMemoryHasALimit();
    void whatIsKeptComesBack();
    void issuesThatNobodyNamedGoOn();
};

void TestLateEvents::anyOrderWithinTheHold()
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const auto events = morning(random);
        Arriving source;
        source.arrivals = arriving(events, [&] { return core::Milliseconds{random() % 1900}; });
        for (std::size_t i = source.arrivals.size(); i-- > 0;)  // each tenth is told twice
            if (random() % 10 == 0) source.arrivals.push_back({source.arrivals[i].at + 5s, source.arrivals[i].event});
        std::ranges::stable_sort(source.arrivals, {}, &Arrival::at);
        feed::LiveRun run{source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, options()};
        play(run, begun, end, 500ms);
        QVERIFY(run.doubles() > 20);
        QCOMPARE(run.played(), events.size());
        QCOMPARE(run.folds(), std::uint64_t{0});  // never late
        QCOMPARE(differing(events, run), std::string{});
    }
}

void TestLateEvents::lateEventsAreRightInTheEnd()
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const auto events = morning(random);
        Arriving source;
        source.arrivals = arriving(
            events, [&] { return core::Milliseconds{random() % 20 == 0 ? random() % 1'200'000 : random() % 3000}; });
        feed::LiveRun run{source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, options()};
        play(run, begun, end + 11s);
        QVERIFY(run.folds() > 3);
        QCOMPARE(differing(events, run), std::string{});
    }
}

void TestLateEvents::killedAndStartedAgain()
{
    for (unsigned seed = 1; seed <= 2; ++seed) {
        qInfo("seed %u", seed);
        const QTemporaryDir folder;
        const std::string file = folder.filePath("journal.db").toStdString();
        std::mt19937 random(seed);
        const auto events = morning(random);
        const auto arrivals = arriving(events, [&] { return core::Milliseconds{random() % 1900}; });
        std::size_t told_of = 0;
        for (core::WallTime from = begun; from < end;) {
            const core::WallTime until = std::min(end, from + core::Milliseconds{random() % 2'400'000});
            Arriving source;
            source.arrivals = arrivals;
            source.taken = told_of - std::min<std::size_t>(told_of, random() % 20);  // some are told again
            feed::LiveRun run{source, *store::Journal::open(file), feed::Reporter{reporting("")}, options()};
            QVERIFY(run.begin());
            play(run, from, until, 3s);
            told_of = source.taken;
            from = until;
            if (until < end) continue;
            QCOMPARE(run.journal().size(), events.size());
            QCOMPARE(differing(events, run), std::string{});
        }
    }
}

void TestLateEvents::allRowsToldAgainChangeNothing()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath("journal.db").toStdString();
    std::mt19937 random(9);
    auto events = morning(random);
    for (feed::ConversationEvent& one : events)
        one.key.clear();
    events[10] = events[9];  // two of one instant and content are two
    for (int life = 1; life <= 3; ++life) {
        Arriving source;
        for (std::size_t i = 0; i < events.size() * static_cast<std::size_t>(life) / 3; ++i)
            source.arrivals.push_back({events[i].at, events[i]});
        feed::LiveRun run{source, *store::Journal::open(file), feed::Reporter{reporting("")}, options()};
        play(run, end - 3s, end);
        QCOMPARE(run.journal().size(), source.arrivals.size());
        if (life == 3) QCOMPARE(differing(events, run), std::string{});
    }
}

void TestLateEvents::aFullDiskEndsIt()
{
    const QTemporaryDir folder;
    support::FailingDisk disk;
    auto journal = store::Journal::open(folder.filePath("journal.db").toStdString(), support::FailingDisk::name());
    QVERIFY(journal);
    Arriving source;
    source.arrivals = {{at(481), asked(481, "a")}, {at(482), asked(482, "b")}};
    feed::LiveRun run{source, std::move(*journal), feed::Reporter{reporting("")}, options()};
    QVERIFY(run.step(wallAt(at(481))));
    disk.fail(support::FailingDisk::Fault::Full);
    const auto refused = run.step(wallAt(at(482)));
    QVERIFY(!refused);
    QVERIFY2(refused.error().starts_with("the journal: there is no space left for it"), refused.error().c_str());
    QCOMPARE(run.ledger().queues().at("mail").waiting.size(), std::size_t{1});  // what is not kept is not counted
    disk.fail(support::FailingDisk::Fault::None);
}

void TestLateEvents::backAfterMidnightAndAfterDays()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath("journal.db").toStdString();
    const double midnight = 24 * 60;
    const auto start = [&](Arriving& source, double minutes) {
        auto run = std::make_unique<feed::LiveRun>(source, *store::Journal::open(file), feed::Reporter{reporting("")},
                                                   options());
        if (!run->step(wallAt(at(minutes)))) qFatal("no step");
        return run;
    };
    Arriving evening;
    evening.arrivals = {{at(midnight - 9), asked(midnight - 10, "open")},
                        {at(midnight - 9), asked(midnight - 10, "over")},
                        {at(midnight - 8), replied(midnight - 9, "over")}};
    for (const double minute : {midnight - 8, midnight - 7}) {
        feed::ConversationEvent staffed = support::event(feed::Kind::Staffed, minute, "");
        staffed.queue = "mail";
        staffed.agents = core::Agents{static_cast<std::uint32_t>(midnight - minute), 0, 0};
        evening.arrivals.push_back({staffed.at, staffed});
    }
    start(evening, midnight - 5);
    for (const double days : {0.01, 1.5, 6.0, 20.0}) {  // 14 minutes after midnight, and further and further on
        const double now = midnight + (days * midnight);
        Arriving nothing;
        const auto run = start(nothing, now);
        const feed::QueueLedger& mail = run->ledger().queues().at("mail");
        QCOMPARE(mail.waiting.size(), std::size_t{1});
        QVERIFY(mail.waiting.begin()->first == at(midnight - 10));
        // Within the hour after midnight yesterday's last slots stand, as always; then they are gone.
        std::uint64_t offered = 0;
        for (const auto& [slot, tally] : mail.slots)
            offered += tally.offered;
        QCOMPARE(offered, std::uint64_t{days < 1 ? 2U : 0U});
        QVERIFY(run->ledger().knows("open") && run->ledger().knows("over"));
        QVERIFY((mail.agents == core::Agents{7, 0, 0}));
        QCOMPARE(run->journal().size(), std::size_t{days > 1 ? 4U : 5U});  // of the staff the newest word
    }
    Arriving answer;
    answer.arrivals = {{at(midnight * 22), replied(midnight * 22, "open")}};
    const auto run = start(answer, midnight * 22);
    QCOMPARE(run->ledger().queues().at("mail").waiting.size(), std::size_t{0});
    QCOMPARE(feed::queueNow(run->ledger().queues().at("mail"), at(midnight * 22)).open->answered, std::uint64_t{1});
}

void TestLateEvents::anAnswerMayComeBeforeItsQuestion()
{
    Arriving source;
    source.arrivals = {{at(481), replied(480.9, "a")},
                       {at(484), asked(480.5, "a")},
                       {at(486), replied(485.9, "b")},  // its question never comes
                       {at(500), asked(487, "b")}};     // a later one is no question of that answer
    feed::LiveRun run{source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, options()};
    play(run, at(480), at(483), 1s);
    QVERIFY(run.ledger().queues().empty());
    QCOMPARE(run.ledger().counts().orphans, std::uint64_t{0});
    play(run, at(483), at(485), 1s);
    const feed::QueueLedger& mail = run.ledger().queues().at("mail");
    QVERIFY(mail.waiting.empty() && mail.last_wait == 24s);
    play(run, at(485), at(497), 1s);
    QCOMPARE(run.ledger().counts().orphans, std::uint64_t{1});
    play(run, at(497), at(501), 1s);
    QCOMPARE(run.ledger().queues().at("mail").waiting.size(), std::size_t{1});
}

void TestLateEvents::foldsAreFewAndFar()
{
    Arriving source;
    for (int i = 0; i < 600; ++i) {  // each second one of now, and one of a minute ago
        const core::WallTime now = begun + core::Seconds{i};
        source.arrivals.push_back({now, asked(480 + (i / 60.0), "n" + std::to_string(i))});
        source.arrivals.push_back({now, asked(479 + (i / 60.0), "l" + std::to_string(i))});
    }
    feed::LiveRun run{source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, options()};
    play(run, begun, begun + 10min, 100ms);
    QVERIFY2(run.folds() >= 59 && run.folds() <= 61, qPrintable(QString::number(run.folds())));
}

void TestLateEvents::aJournalInMemoryHasALimit()
{
    Arriving source;
    for (int i = 0; i < 1000; ++i)
        source.arrivals.push_back({begun + core::Seconds{i}, asked(480 + (i / 60.0), "n" + std::to_string(i))});
    auto limited = options();
    limited.most_entries = 300;
    feed::LiveRun run{source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, limited};
    for (int i = 0; i < 1100; ++i) {
        QVERIFY(run.step(wallAt(begun + core::Seconds{i})));
        QVERIFY(run.journal().size() <= 302);
    }
    QVERIFY(!run.isWhole());
    QCOMPARE(run.ledger().queues().at("mail").waiting.size(), std::size_t{1000});  // nothing that was counted is lost
    source.arrivals.push_back({begun + 1200s, asked(481, "late")});
    QVERIFY(run.step(wallAt(begun + 1200s)) && run.step(wallAt(begun + 1300s)));
    QCOMPARE(run.folds(), std::uint64_t{0});
    QCOMPARE(run.ledger().queues().at("mail").waiting.size(), std::size_t{1001});
}

void TestLateEvents::whatIsKeptComesBack()
{
    feed::ConversationEvent all;
    all.at = at(1);
    all.conversation = "c";
    all.author = "a";
    all.queue = "q";
    all.channel = "h";
    all.team = "t";
    all.language = "l";
    all.issues = {"x", "y"};
    all.sentiment = -2.5;
    all.reach = 7;
    for (std::size_t kind = 0; kind < feed::kinds; ++kind) {
        all.kind = static_cast<feed::Kind>(kind);
        all.by = static_cast<feed::Role>(kind % 3);
        all.continues = kind % 2 == 0;
        all.names_nobody = kind % 2 == 1;
        all.text = all.kind == feed::Kind::Praised ? "for the wall" : "";
        all.agents.reset();
        all.agent.reset();
        if (all.kind == feed::Kind::Staffed) all.agents = core::Agents{1, 2, 3};
        if (all.kind == feed::Kind::Agent) all.agent = feed::AgentState::Gone;
        QVERIFY(std::get<feed::ConversationEvent>(*feed::readKept(feed::keptEvent(all))) == all);
    }
    all.kind = feed::Kind::Asked;
    all.text = "my name is Ann";
    QVERIFY(feed::keptEvent(all).body.find("Ann") == std::string::npos);
    QVERIFY(!feed::readKept({at(2), 0, {}, {}, feed::keptEvent(all).body}));  // its place is another's
    QVERIFY(!feed::readKept({at(1), 0, {}, {}, ""}) && !feed::readKept({at(1), 0, {}, {}, "\xff"}));
    const feed::EmergingIssue issue{"emerging-x", "x", at(1), at(2), at(3), 0.5, "y"};
    QVERIFY(feed::readKeptIssues(feed::keptIssues({issue})) == std::vector{issue});
    QVERIFY(!feed::readKeptIssues("\xff"));
}

void TestLateEvents::issuesThatNobodyNamedGoOn()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath("journal.db").toStdString();
    std::mt19937 random(5);
    feed::LiveOptions how = options();
    how.fold.counting.emerging.learn_voices = 100;
    int people = 0;
    const auto says = [&](double minutes, const std::string& more) {
        feed::ConversationEvent said = voice(minutes, "p" + std::to_string(++people), {}, -1);
        for (int i = 0; i < 8; ++i)
            said.text += "word" + std::string(1, static_cast<char>('a' + random() % 26)) + " ";
        said.text += more;
        return Arrival{said.at + 1s, said};
    };
    Arriving source;
    constexpr double burst = 30 * 60;  // after a day and a quarter
    for (double minute = 0; minute < burst; minute += 3)
        source.arrivals.push_back(says(minute, ""));
    for (double minute = burst; minute < burst + 40; minute += 2) {
        source.arrivals.push_back(says(minute, "the space bar sticks"));
        source.arrivals.push_back(says(minute + 1, ""));
    }
    const core::WallTime now = at(burst + 41);
    feed::LiveRun run{source, *store::Journal::open(file), feed::Reporter{reporting("")}, how};
    play(run, at(0), now, 60s);
    QCOMPARE(run.ledger().emerging().issues().size(), std::size_t{1});
    const feed::EmergingIssue issue = run.ledger().emerging().issues().front();
    const std::string before = told(run.ledger(), run.ledger().now());
    QVERIFY2(before.find(issue.id) != std::string::npos, before.c_str());
    const auto voices = [&](const feed::LiveRun& of) {
        std::uint64_t sum = 0;
        for (core::WallTime slot = at(burst); slot <= now + 1h; slot += core::voice_slot)
            for (const core::IssueMentions& each :
                 of.ledger().voices().slot(core::slotStart(slot, core::voice_slot)).issues)
                sum += each.issue == issue.id ? each.voices.mentions : 0;
        return sum;
    };
    QCOMPARE(voices(run), std::uint64_t{20});

    // Folded anew for something late: the same, and the late one.
    source.arrivals.push_back({now + 30s, replied(burst - 60, "nobody's")});
    play(run, now + 60s, now + 120s, 30s);
    how.fold.learned = run.ledger().save();
    const std::string after = told(run.ledger(), run.ledger().now());
    QCOMPARE(voices(run), std::uint64_t{20});

    // And killed: the same is told, and goes on under its name.
    const QString copy = folder.filePath("copy.db");
    QVERIFY(QFile::copy(QString::fromStdString(file), copy));
    QFile::copy(QString::fromStdString(file + "-wal"), copy + "-wal");
    Arriving more;
    for (double minute = burst + 45; minute < burst + 75; minute += 2)
        more.arrivals.push_back(says(minute, "the space bar sticks"));
    feed::LiveRun again{more, *store::Journal::open(copy.toStdString()), feed::Reporter{reporting("")}, how};
    play(again, now + 120s, now + 121s);
    QCOMPARE(differing(after, told(again.ledger(), run.ledger().now())), std::string{});
    QVERIFY(again.ledger().emerging().issues() == run.ledger().emerging().issues());
    play(again, now + 122s, at(burst + 75), 60s);
    QVERIFY2(voices(again) >= 34, qPrintable(QString::number(voices(again))));
    QCOMPARE(again.ledger().emerging().issues().size(), std::size_t{1});
    QCOMPARE(again.ledger().emerging().issues().front().id, issue.id);
    QVERIFY(again.ledger().emerging().issues().front().since <= issue.since);
}

QTEST_GUILESS_MAIN(TestLateEvents)
#include "tst_late_events.moc"
