// Goal: a burst is on the wall within minutes and off it when it is over; a quiet, a new or a loud issue is not.
// Method: seeded floors with a season of day and week, fed slot by slot and minute by minute as on a board.
#include "core/calendar.h"
#include "core/limits.h"
#include "core/trend/trend.h"
#include "core/trend/trend_memory.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

using namespace carewall::core;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

constexpr std::uint64_t seed = 20'240'229;
const WallTime monday = wallTimeFromMs(1'704'067'200'000);  // 2024-01-01, UTC
constexpr std::size_t issue_count = 12;
constexpr std::size_t some_issue = 5;

std::string idOf(std::size_t issue)
{
    return "issue-" + std::to_string(10 + issue);
}

/// How many times the usual an issue is talked of at a moment.
using Times = std::function<double(std::size_t issue, WallTime at)>;
double asUsual(std::size_t /*issue*/, WallTime /*at*/)
{
    return 1;
}

/// A floor of 12 issues, 3 to 14 mentions an hour by day.
class Floor {
public:
    explicit Floor(double frailty = 0, std::uint64_t stream = seed) : m_frailty{frailty}, m_random{stream} {}

    /// The slot that starts then, with what was said in it until `now`.
    const VoiceSlot& slot(WallTime start, const Times& times, Milliseconds length = minutes{15})
    {
        m_slot = {};
        m_slot.start = start;
        m_slot.length = length;
        m_minutes.clear();
        for (WallTime at = start; at < start + length; at += minutes{1})
            m_minutes.push_back(minute(at, times));
        upTo(start + length);
        return m_slot;
    }
    /// The slot as it was then.
    const VoiceSlot& upTo(WallTime now)
    {
        m_slot.total = {};
        m_slot.issues.clear();
        for (std::size_t i = 0; i < issue_count; ++i) {
            Mentions voices;
            for (std::size_t m = 0; m < m_minutes.size() && m_slot.start + minutes{m + 1} <= now; ++m)
                voices.mentions += m_minutes[m][i];
            voices.negative = voices.mentions / 2;
            voices.reach = 10 * voices.mentions;
            m_slot.total.add(voices);
            if (voices.mentions > 0) m_slot.issues.push_back({idOf(i), {}, voices});
        }
        return m_slot;
    }
    static double anHour(std::size_t issue) { return 3.0 + static_cast<double>(issue); }

private:
    using Minute = std::array<std::uint64_t, issue_count>;
    Minute minute(WallTime at, const Times& times)
    {
        const ClockFace face = clockFace(at);
        const double hour = face.hour + face.minute / 60.0;
        const double season = (1 + 0.8 * std::sin(2 * std::numbers::pi * (hour - 9) / 24)) *
                              (face.weekday == 0 || face.weekday == 6 ? 0.6 : 1);
        if (std::chrono::floor<hours>(at) != m_hour) {
            m_hour = std::chrono::floor<hours>(at);
            for (double& own : m_own)
                own = m_frailty > 0 ? std::gamma_distribution<double>{1 / m_frailty, m_frailty}(m_random) : 1;
        }
        Minute made{};
        for (std::size_t i = 0; i < issue_count; ++i) {
            const double mean = anHour(i) / 60 * season * m_own[i] * times(i, at);
            if (mean > 0) made[i] = std::poisson_distribution<std::uint64_t>{mean}(m_random);
        }
        return made;
    }

    double m_frailty;
    std::mt19937_64 m_random;
    WallTime m_hour{};
    std::array<double, issue_count> m_own{};
    VoiceSlot m_slot;
    std::vector<Minute> m_minutes;
};

/// What was on the wall, minute by minute.
struct Seen {
    std::string issue;
    WallTime began{};
    std::optional<WallTime> ended;
    Trend first;
    bool since_moved = false;
};
struct Wall {
    std::vector<Seen> seen;  ///< issues, and the volume only where that is asked for
    bool with_volume = false;
    TrendsNow now;

    void show(TrendsNow trends, WallTime at)
    {
        now = std::move(trends);
        std::vector<Trend> all = now.issues;
        if (now.volume && with_volume) all.push_back(*now.volume);
        for (Seen& known : seen) {
            const auto same = std::ranges::find(all, known.issue, &Trend::issue);
            if (same == all.end() && !known.ended) known.ended = at;
            if (same != all.end() && !known.ended && same->since != known.first.since) known.since_moved = true;
        }
        for (const Trend& trend : all) {
            const bool known =
                std::ranges::any_of(seen, [&](const Seen& s) { return s.issue == trend.issue && !s.ended; });
            if (!known) seen.push_back({trend.issue, at, {}, trend, false});
        }
    }
    std::string words() const
    {
        std::string all;
        for (const Seen& one : seen)
            all += (one.issue.empty() ? "volume" : one.issue) + " after min " +
                   std::to_string((one.began - monday) / minutes{1}) + ", " +
                   std::to_string(one.first.during.mentions) + " for " + std::to_string(one.first.expected) + "; ";
        return all;
    }
};

void learn(Trends& trends, Floor& floor, WallTime from, WallTime to, const Times& times = asUsual,
           Milliseconds length = minutes{15})
{
    for (WallTime at = from; at < to; at += length)
        trends.close(floor.slot(at, times, length));
}

Wall watch(Trends& trends, Floor& floor, WallTime from, WallTime to, const Times& times = asUsual,
           Milliseconds length = minutes{15}, Milliseconds each = minutes{1}, bool with_volume = false)
{
    Wall wall;
    wall.with_volume = with_volume;
    for (WallTime at = from; at < to; at += length) {
        floor.slot(at, times, length);
        for (WallTime now = at + each; now <= at + length; now += each)
            wall.show(trends.watch({&floor.upTo(now), 1}, now), now);
        trends.close(floor.upTo(at + length));
    }
    return wall;
}

Times burst(std::size_t issue, WallTime from, WallTime to, double times)
{
    return [=](std::size_t i, WallTime at) { return i == issue && at >= from && at < to ? times : 1; };
}

constexpr auto week = hours{168};
/// A floor that is known, on a Wednesday at 14 h.
const WallTime afternoon = monday + 4 * week + hours{2 * 24 + 14};

Trends learnt(Floor& floor)
{
    Trends trends;
    learn(trends, floor, monday, afternoon);
    return trends;
}

}  // namespace

class TestTrend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quietFloorsAlarmRarely_data();
    void quietFloorsAlarmRarely();
    void burstIsFoundWithinItsSlot();
    void burstIsFoundWithSlotsOfAnyLength_data();
    void burstIsFoundWithSlotsOfAnyLength();
    void endsCleanly();
    void newNormalIsLearned();
    void newIssueIsNoTrendForBeingNew();
    void rankedByWhatIsAtStake();
    void wholeFloorIsItsVolume();
    void looksChangeNothing();
    void evidenceFadesWithTime();
    void orderOfIssuesMeansNothing();
    void saysThatItLearns();
    void hoursAreThoseOfTheFloor();
    void loadedHasTheSameFuture();
    void keepsAtMostItsLimit();
    void whatIsNoSlotChangesNothing();
};

void TestTrend::quietFloorsAlarmRarely_data()
{
    QTest::addColumn<double>("frailty");
    QTest::newRow("poisson") << 0.0;
    QTest::newRow("hourly frailty, CV 0.25") << 1.0 / 16;
}

void TestTrend::quietFloorsAlarmRarely()
{
    QFETCH(double, frailty);
    Floor floor{frailty};
    Trends trends;
    learn(trends, floor, monday, monday + 3 * week);
    const Wall wall =
        watch(trends, floor, monday + 3 * week, monday + 13 * week, asUsual, minutes{15}, minutes{3}, true);
    QVERIFY2(wall.seen.size() <= 2, wall.words().c_str());
    // The same detector on the same floor is not deaf.
    const WallTime from = monday + 13 * week + hours{10};
    learn(trends, floor, monday + 13 * week, from);
    const Wall loud = watch(trends, floor, from, from + hours{1}, burst(some_issue, from, from + hours{1}, 10));
    QCOMPARE(loud.seen.size(), std::size_t{1});
}

void TestTrend::burstIsFoundWithinItsSlot()
{
    Floor floor;
    Trends trends = learnt(floor);
    const WallTime onset = afternoon + minutes{16};
    const Wall wall =
        watch(trends, floor, afternoon, afternoon + hours{1}, burst(some_issue, onset, onset + hours{2}, 12));
    QVERIFY2(wall.seen.size() == 1, wall.words().c_str());
    const Seen& seen = wall.seen.front();
    QCOMPARE(seen.issue, idOf(some_issue));
    QVERIFY2(seen.began > onset && seen.began < afternoon + minutes{30}, wall.words().c_str());
    QVERIFY(seen.first.since <= onset && seen.first.since >= afternoon);
    QVERIFY(!seen.since_moved);
    const Trend& trend = wall.now.issues.front();
    QCOMPARE(trend.noticed, seen.began);
    QCOMPARE(trend.over, afternoon + hours{1} - trend.since);
    QVERIFY2(trend.times_usual > 7 && trend.times_usual < 17, std::to_string(trend.times_usual).c_str());
    QCOMPARE(trend.times_usual, static_cast<double>(trend.during.mentions) / trend.expected);
    QVERIFY(trend.during.negative > 0 && trend.during.reach > trend.during.mentions);
    QVERIFY(!trend.learning);
    // The band is that of a quiet hour there and then.
    const double quiet = Floor::anHour(some_issue) * (1 + 0.8 * std::sin(2 * std::numbers::pi * 5.5 / 24));
    QVERIFY(trend.usual.low < quiet && quiet < trend.usual.high);
    QVERIFY2(std::abs(trend.usual.mentions - quiet) < 0.25 * quiet, std::to_string(trend.usual.mentions).c_str());
}

void TestTrend::burstIsFoundWithSlotsOfAnyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {1, 5, 20, 60})
        QTest::addRow("%d min", length) << length;
}

void TestTrend::burstIsFoundWithSlotsOfAnyLength()
{
    QFETCH(int, length);
    Floor floor;
    Trends trends;
    learn(trends, floor, monday, afternoon, asUsual, minutes{length});
    const Wall wall = watch(trends, floor, afternoon, afternoon + hours{2},
                            burst(some_issue, afternoon + minutes{5}, afternoon + hours{3}, 10), minutes{length});
    QVERIFY2(wall.seen.size() == 1, wall.words().c_str());
    QCOMPARE(wall.seen.front().issue, idOf(some_issue));
    QVERIFY2(wall.seen.front().began <= afternoon + minutes{30}, wall.words().c_str());
}

void TestTrend::endsCleanly()
{
    int ended_late = 0;
    for (std::uint64_t run = 0; run < 10; ++run) {
        Floor floor{1.0 / 16, seed + run};
        Trends trends = learnt(floor);
        const WallTime over = afternoon + hours{2};
        const Wall wall = watch(trends, floor, afternoon, afternoon + hours{12}, burst(some_issue, afternoon, over, 8));
        const auto of_issue = std::ranges::count(wall.seen, idOf(some_issue), &Seen::issue);
        QVERIFY2(of_issue == 1, wall.words().c_str());  // once: it neither flickers nor comes back
        const Seen& seen = *std::ranges::find(wall.seen, idOf(some_issue), &Seen::issue);
        QVERIFY2(seen.ended && *seen.ended > over - minutes{5}, wall.words().c_str());
        QVERIFY(!seen.since_moved);
        ended_late += *seen.ended > over + hours{1} ? 1 : 0;
    }
    QVERIFY2(ended_late <= 2, std::to_string(ended_late).c_str());
}

void TestTrend::newNormalIsLearned()
{
    Floor floor;
    Trends trends = learnt(floor);
    const Times louder = burst(some_issue, afternoon, afternoon + 52 * week, 5);
    const Wall wall = watch(trends, floor, afternoon, afternoon + 3 * week, louder, minutes{15}, minutes{15});
    QVERIFY2(wall.seen.size() <= 2 && wall.seen.front().issue == idOf(some_issue), wall.words().c_str());
    QVERIFY(wall.seen.front().ended && *wall.seen.front().ended > afternoon + week);
    QVERIFY(*wall.seen.front().ended < afternoon + week + hours{48});
    const Expected usual = trends.usual(idOf(some_issue), afternoon + 3 * week, hours{1}).value();
    const double now = 5 * Floor::anHour(some_issue) * (1 + 0.8 * std::sin(2 * std::numbers::pi * 5.5 / 24));
    QVERIFY2(std::abs(usual.mentions - now) < 0.3 * now, std::to_string(usual.mentions).c_str());
}

void TestTrend::newIssueIsNoTrendForBeingNew()
{
    Floor floor;
    const Trends known = learnt(floor);
    const auto with = [&](std::uint64_t an_hour) {
        Trends trends = known;
        Floor quiet{0, seed + 1};
        Wall wall;
        for (WallTime at = afternoon; at < afternoon + hours{6}; at += minutes{15}) {
            VoiceSlot slot = quiet.slot(at, asUsual);
            const Mentions voices{an_hour / 4, 0, 0, 0};
            slot.issues.push_back({"new", {}, voices});
            slot.total.add(voices);
            wall.show(trends.watch({&slot, 1}, at + minutes{15}), at + minutes{15});
            trends.close(slot);
        }
        return wall;
    };
    const Wall typical = with(12);  // some 8 to 13 by day is what the others have
    QVERIFY2(typical.seen.empty(), typical.words().c_str());
    const Wall storm = with(120);
    QVERIFY2(storm.seen.size() == 1 && storm.seen.front().issue == "new", storm.words().c_str());
    QVERIFY(storm.seen.front().first.learning);
}

void TestTrend::rankedByWhatIsAtStake()
{
    Floor floor;
    Trends trends = learnt(floor);
    VoiceSlot slot = floor.slot(afternoon, asUsual);
    const auto put = [&](std::size_t issue, Mentions voices) {
        std::erase_if(slot.issues, [&](const IssueMentions& i) { return i.issue == idOf(issue); });
        slot.issues.push_back({idOf(issue), {}, voices});
    };
    put(3, {40, 0, 4, 4000});
    put(4, {40, 0, 36, 4000});
    put(5, {40, 0, 36, 400'000});
    const TrendsNow now = trends.at({&slot, 1}, afternoon + minutes{15});
    QCOMPARE(now.issues.size(), std::size_t{3});
    QCOMPARE(now.issues[0].issue, idOf(5));
    QCOMPARE(now.issues[1].issue, idOf(4));
    QCOMPARE(now.issues[2].issue, idOf(3));
}

void TestTrend::wholeFloorIsItsVolume()
{
    Floor floor;
    Trends trends = learnt(floor);
    const Times all = [](std::size_t, WallTime at) { return at >= afternoon ? 4.0 : 1.0; };
    const Wall wall = watch(trends, floor, afternoon, afternoon + hours{3}, all, minutes{15}, minutes{1}, true);
    QVERIFY2(wall.seen.size() == 1 && wall.seen.front().issue.empty(), wall.words().c_str());
    QVERIFY(wall.now.volume && !wall.seen.front().since_moved);
    QVERIFY2(std::abs(wall.now.volume->times_usual - 4) < 0.6, std::to_string(wall.now.volume->times_usual).c_str());
    QVERIFY(wall.seen.front().began <= afternoon + minutes{10});
}

void TestTrend::looksChangeNothing()
{
    Floor floor;
    Trends trends = learnt(floor);
    const TrendMemory before = trends.memory();
    floor.slot(afternoon, burst(some_issue, afternoon, afternoon + hours{1}, 12));
    std::size_t trending = 0;
    for (WallTime now = afternoon; now <= afternoon + minutes{15}; now += minutes{1})
        trending += trends.at({&floor.upTo(now), 1}, now).issues.size();
    QVERIFY(trending > 0);
    QVERIFY(trends.memory() == before);
    // And watching tells at each moment what a look would have told.
    for (WallTime now = afternoon; now <= afternoon + minutes{15}; now += minutes{1}) {
        const TrendsNow looked = trends.at({&floor.upTo(now), 1}, now);
        QVERIFY(looked == trends.watch({&floor.upTo(now), 1}, now));
        const TrendsNow noted = trends.at({&floor.upTo(now), 1}, now);
        QCOMPARE(noted.issues.size(), looked.issues.size());
        for (std::size_t i = 0; i < noted.issues.size(); ++i) {
            QCOMPARE(noted.issues[i].during, looked.issues[i].during);
            QVERIFY(std::abs(noted.issues[i].surprise - looked.issues[i].surprise) < 0.5);
        }
    }
}

void TestTrend::evidenceFadesWithTime()
{
    Floor floor;
    const Trends trends = learnt(floor);
    VoiceSlot slot = floor.slot(afternoon, asUsual);
    std::erase_if(slot.issues, [](const IssueMentions& i) { return i.issue == idOf(some_issue); });
    slot.issues.push_back({idOf(some_issue), {}, {25, 0, 0, 0}});
    std::optional<double> before;
    int steps = 0;
    for (WallTime now = afternoon + minutes{1}; now <= afternoon + minutes{15}; now += Seconds{1}) {
        const TrendsNow seen = trends.at({&slot, 1}, now);
        if (seen.issues.empty()) break;
        const double surprise = seen.issues.front().surprise;
        // The same mentions over a longer time say less; no step of a second is a leap.
        if (before) QVERIFY2(surprise <= *before && surprise > *before - 0.2, std::to_string(surprise).c_str());
        before = surprise;
        ++steps;
    }
    QVERIFY(steps > 60);
}

void TestTrend::orderOfIssuesMeansNothing()
{
    Floor floor;
    Trends one;
    Trends other;
    std::mt19937_64 random{seed};
    for (WallTime at = monday; at < monday + hours{72}; at += minutes{15}) {
        VoiceSlot slot = floor.slot(at, burst(some_issue, monday + hours{60}, monday + hours{62}, 10));
        one.watch({&slot, 1}, at + minutes{15});
        one.close(slot);
        std::shuffle(slot.issues.begin(), slot.issues.end(), random);
        other.watch({&slot, 1}, at + minutes{15});
        other.close(slot);
    }
    QVERIFY(one.memory() == other.memory());
}

void TestTrend::saysThatItLearns()
{
    Floor floor;
    Trends trends;
    QVERIFY(trends.at({}, monday).learning && !trends.at({}, monday).since);
    QVERIFY(!trends.usual({}, monday, hours{1}));
    // Nothing is usual yet: even a storm is not judged.
    const Wall first = watch(trends, floor, monday, monday + hours{2}, [](std::size_t, WallTime) { return 30; });
    QVERIFY2(first.seen.empty(), first.words().c_str());
    trends = Trends{};
    learn(trends, floor, monday, monday + hours{72});
    const TrendsNow now = trends.at({}, monday + hours{72});
    QVERIFY(now.learning);
    QCOMPARE(now.since.value(), monday);
    // After three days it works all the same, and says so.
    const WallTime noon = monday + hours{72 + 12};
    learn(trends, floor, monday + hours{72}, noon);
    const Wall wall = watch(trends, floor, noon, noon + hours{1}, burst(some_issue, noon, noon + hours{1}, 12));
    QVERIFY2(wall.seen.size() == 1, wall.words().c_str());
    QVERIFY(wall.seen.front().first.learning);
    learn(trends, floor, noon + hours{1}, monday + 2 * week + hours{1});
    QVERIFY(!trends.at({}, monday + 2 * week + hours{1}).learning);
}

void TestTrend::hoursAreThoseOfTheFloor()
{
    if (!useTimeZone("Europe/Berlin")) QSKIP("no zone Europe/Berlin on this machine");
    const auto zone_back = std::unique_ptr<void, void (*)(void*)>{this, [](void*) { useTimeZone("UTC"); }};
    // Open from 8 to 18 h by the clock on the wall, which went on by an hour on 2024-03-31.
    const auto open = [](std::size_t, WallTime at) {
        const int hour = clockFace(at).hour;
        return hour >= 8 && hour < 18 ? 1.0 : 0.02;
    };
    Floor floor;
    Trends trends;
    const WallTime change = dayStart(wallTimeFromMs(1'711'846'800'000));
    QCOMPARE(clockFace(change).day, 31);
    learn(trends, floor, change - 5 * week, change, open);
    const Wall wall = watch(trends, floor, change, change + 2 * week, open, minutes{15}, minutes{5}, true);
    QVERIFY2(wall.seen.empty(), wall.words().c_str());
    const WallTime day = dayStart(change + hours{36});
    const double before = trends.usual({}, day + hours{7}, minutes{15}).value().mentions;
    const double after = trends.usual({}, day + hours{8} + minutes{30}, minutes{15}).value().mentions;
    QVERIFY2(before * 4 < after, (std::to_string(before) + " and " + std::to_string(after)).c_str());
}

void TestTrend::loadedHasTheSameFuture()
{
    Floor floor{1.0 / 16};
    Trends trends = learnt(floor);
    const Times times = burst(some_issue, afternoon, afternoon + hours{3}, 6);
    // In the middle of a burst, and of a slot that was noted in part.
    watch(trends, floor, afternoon, afternoon + hours{1}, times);
    const WallTime open = afternoon + hours{1};
    floor.slot(open, times);
    trends.watch({&floor.upTo(open + minutes{7}), 1}, open + minutes{7});
    QVERIFY(!trends.at({&floor.upTo(open + minutes{7}), 1}, open + minutes{7}).issues.empty());

    std::optional<Trends> loaded = Trends::fromMemory(trends.memory());
    QVERIFY(loaded);
    QCOMPARE(loaded->closedUntil(), trends.closedUntil());
    for (WallTime now = open + minutes{7}; now <= open + minutes{15}; now += minutes{1})
        QVERIFY(loaded->watch({&floor.upTo(now), 1}, now) == trends.watch({&floor.upTo(now), 1}, now));
    for (WallTime at = open; at < open + hours{48}; at += minutes{15}) {
        const VoiceSlot slot = at == open ? floor.upTo(at + minutes{15}) : floor.slot(at, times);
        QVERIFY(loaded->watch({&slot, 1}, at + minutes{9}) == trends.watch({&slot, 1}, at + minutes{9}));
        trends.close(slot);
        loaded->close(slot);
    }
    QVERIFY(loaded->memory() == trends.memory());
    QVERIFY(Trends::fromMemory(Trends{}.memory()).value().memory() == Trends{}.memory());
}

void TestTrend::keepsAtMostItsLimit()
{
    Floor floor;
    Trends trends;
    learn(trends, floor, monday, monday + hours{48});
    std::size_t number = 0;
    for (WallTime at = monday + hours{48}; at < monday + hours{60}; at += minutes{15}) {
        VoiceSlot slot = floor.slot(at, asUsual);
        for (int i = 0; i < 100; ++i)
            slot.issues.push_back({"once-" + std::to_string(number++), {}, {1, 0, 0, 0}});
        trends.close(slot);
        QVERIFY(trends.issues() <= limits::issues);
    }
    QCOMPARE(trends.issues(), limits::issues);
    // Those that are always there have kept their history.
    for (std::size_t i = 0; i < issue_count; ++i) {
        const double usual = trends.usual(idOf(i), monday + hours{60}, hours{1}).value().mentions;
        QVERIFY2(usual > 0.4 * Floor::anHour(i), std::to_string(usual).c_str());
    }
}

void TestTrend::whatIsNoSlotChangesNothing()
{
    Floor floor;
    Trends trends;
    learn(trends, floor, monday, monday + hours{5});
    const TrendMemory before = trends.memory();
    VoiceSlot slot = floor.slot(monday + hours{4}, asUsual);
    trends.close(slot);  // once more
    slot.start = monday + hours{5};
    for (const Milliseconds length : {Milliseconds{0}, Milliseconds{-5}, Milliseconds{hours{2}}}) {
        slot.length = length;
        trends.close(slot);
        QVERIFY(trends.watch({&slot, 1}, monday + hours{6}).issues.empty());
    }
    QVERIFY(trends.memory() == before);
    slot.length = minutes{15};
    trends.close(slot);
    QVERIFY(trends.memory() != before);
    QCOMPARE(trends.closedUntil(), monday + hours{5} + minutes{15});
}

QTEST_GUILESS_MAIN(TestTrend)
#include "tst_trend.moc"
