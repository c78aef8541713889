// Goal: what trends is known beside the State, through restarts, silent feeds and floors in a time of their own.
// Method: two days of voice reports as feeds send them, through a real inbox and a real store file.

#include "support/snapshots.h"

#include "board/board.h"
#include "core/figures/figures.h"
#include "wire/encode.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <string>

using namespace carewall;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const core::WallTime first = core::wallTimeFromMs(1'704'067'200'000);
const core::WallTime noon = first + hours{48 + 12};

core::Instant at(core::WallTime time)
{
    return {time, core::SteadyTime{time - first}};
}

/// One feed's voices: six issues, 8 an hour each, in slots of 15 minutes.
class Feed {
public:
    explicit Feed(std::string name, std::uint64_t seed) : m_name{std::move(name)}, m_random{seed} {}

    /// Speaks each minute of [from, to) into the inbox: the open slot, and as a slot closes the day.
    void speak(board::Inbox& inbox, board::Board& board, core::WallTime from, core::WallTime to, double login_times = 1)
    {
        for (core::WallTime now = from; now < to; now += minutes{1}) {
            const core::WallTime start = std::chrono::floor<minutes>(now) - (now - first) % minutes{15};
            auto [place, is_new] = m_slots.try_emplace(start);
            if (is_new) tellDay(inbox, now);
            for (std::size_t i = 0; i < ids.size(); ++i)
                place->second[i] +=
                    std::poisson_distribution<std::uint64_t>{8.0 / 60 * (i == 0 ? login_times : 1)}(m_random);
            core::VoiceNow report;
            report.header = header(now + minutes{1});
            report.open = slot(start);
            put(inbox, "now", wire::encode(report), now + minutes{1});
            board.turn(at(now + minutes{1}));
        }
    }
    static constexpr std::array<const char*, 6> ids = {"login", "price", "app", "bill", "wait", "other"};

private:
    core::Header header(core::WallTime now)
    {
        core::Header made;
        made.revision = {1, ++m_sequence};
        made.time = now;
        made.interval = core::Seconds{30};
        return made;
    }
    core::VoiceSlot slot(core::WallTime start) const
    {
        core::VoiceSlot made;
        made.start = start;
        made.length = minutes{15};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const core::Mentions voices{m_slots.at(start)[i], 0, 0, 10};
            made.total.add(voices);
            if (voices.mentions > 0) made.issues.push_back({ids[i], {}, voices});
        }
        return made;
    }
    void tellDay(board::Inbox& inbox, core::WallTime now)
    {
        core::VoiceDay day;
        day.header = header(now);
        for (const auto& [start, counts] : m_slots)
            if (start < std::prev(m_slots.end())->first && start >= now - hours{28}) day.slots.push_back(slot(start));
        put(inbox, "day", wire::encode(day), now);
    }
    void put(board::Inbox& inbox, const std::string& what, const std::string& payload, core::WallTime now) const
    {
        inbox.put({"carewall/v1/demo/voice/" + m_name + "/" + what, payload, true}, at(now));
    }

    std::string m_name;
    std::mt19937_64 m_random;
    std::map<core::WallTime, std::array<std::uint64_t, ids.size()>> m_slots;
    std::uint64_t m_sequence = 0;
};

const core::Trend* login(const core::TrendsNow& now)
{
    return now.issues.size() == 1 && now.issues.front().issue == "login" ? &now.issues.front() : nullptr;
}

}  // namespace

class TestTrendWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBurstTrendsAndIsDrawn();
    void aBurstAsASlotBeginsStays_data();
    void aBurstAsASlotBeginsStays();
    void aRestartInItsMidstGoesOn();
    void aSilentFeedIsNoQuietFloor();
    void aDayToldAtOnceTeaches();
    void aTimeThatGoesBackBeginsAnew();
};

void TestTrendWatch::aBurstTrendsAndIsDrawn()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    Feed feed{"a", 1};
    feed.speak(inbox, board, first, noon);
    QVERIFY(board.snapshot().trends.issues.empty() && !board.snapshot().trends.volume);
    QCOMPARE(board.snapshot().trends.since.value(), first);
    QVERIFY(board.snapshot().trends.learning);
    feed.speak(inbox, board, noon, noon + minutes{20}, 12);
    const core::Trend* trend = login(board.snapshot().trends);
    QVERIFY(trend);
    QVERIFY(trend->since >= noon - minutes{15} && trend->noticed <= noon + minutes{10});

    const core::Instant now = at(noon + minutes{20});
    const core::VoiceFigures voice = core::figures(board.state(), now, board.snapshot().trends).voice;
    QCOMPARE(voice.trends.size(), std::size_t{1});
    const core::TrendFigures& shown = voice.trends.front();
    QCOMPARE(shown.label, std::string{"login"});
    QCOMPARE(shown.trend.band.size(), std::size_t{13});  // three hours and the open slot
    QCOMPARE(shown.mentions.size(), shown.trend.band.size());
    QCOMPARE(shown.trend.band.back().start, noon + minutes{15});
    // The slot of the burst stands out of its band, those before lie in it.
    QVERIFY(static_cast<double>(shown.mentions[11]) > shown.trend.band[11].usual.high);
    int outside = 0;
    for (std::size_t i = 0; i < 11; ++i)
        outside += static_cast<double>(shown.mentions[i]) > shown.trend.band[i].usual.high ? 1 : 0;
    QVERIFY(outside <= 2);
    QCOMPARE(voice.baseline_since.value(), first);
    QVERIFY(voice.baseline_learns);
}

void TestTrendWatch::aBurstAsASlotBeginsStays_data()
{
    QTest::addColumn<int>("times");
    for (const int times : {55, 70})
        QTest::addRow("%d times the usual", times) << times;
}

void TestTrendWatch::aBurstAsASlotBeginsStays()
{
    QFETCH(int, times);
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    Feed feed{"a", 5};
    feed.speak(inbox, board, first, noon);
    QVERIFY(board.snapshot().trends.issues.empty());
    feed.speak(inbox, board, noon, noon + minutes{1}, times);
    bool begun = login(board.snapshot().trends) != nullptr;
    // The slot before is not closed yet, and what trends stays for a quarter of an hour at least.
    for (core::WallTime now = noon + minutes{1}; now < noon + minutes{14}; now += minutes{1}) {
        feed.speak(inbox, board, now, now + minutes{1}, 0);
        QVERIFY2(login(board.snapshot().trends) || !begun, qPrintable(QString::number((now - noon) / minutes{1})));
        begun = begun || login(board.snapshot().trends) != nullptr;
    }
    QVERIFY(begun);
}

void TestTrendWatch::aRestartInItsMidstGoesOn()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("carewall.db").toStdString();
    Feed feed{"a", 2};
    core::Trend before;
    {
        auto store = store::Store::open(path, {});
        QVERIFY(store.has_value());
        board::Inbox inbox;
        board::Board board(inbox, {support::onFloor("demo"), store->get()});
        feed.speak(inbox, board, first, noon);
        feed.speak(inbox, board, noon, noon + minutes{22}, 12);
        QVERIFY(login(board.snapshot().trends));
        before = *login(board.snapshot().trends);
        QVERIFY((*store)->flush());
    }
    auto store = store::Store::open(path, {});
    QVERIFY(store.has_value());
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo"), store->get()});
    board.boot((*store)->pictures(), at(noon + minutes{23}));
    const core::Trend* after = login(board.snapshot().trends);
    QVERIFY2(after, "it trends from the first frame on");
    QCOMPARE(after->since, before.since);
    QCOMPARE(after->noticed, before.noticed);
    QCOMPARE(board.snapshot().trends.since.value(), first);
    feed.speak(inbox, board, noon + minutes{22}, noon + minutes{50}, 12);
    QVERIFY(login(board.snapshot().trends));
    QCOMPARE(login(board.snapshot().trends)->since, before.since);
    QVERIFY(login(board.snapshot().trends)->during.mentions > before.during.mentions);

    // Another floor's board knows nothing of it.
    board::Inbox other_inbox;
    board::Board other(other_inbox, {support::onFloor("elsewhere"), store->get()});
    other.boot({}, at(noon + minutes{50}));
    QVERIFY(other.snapshot().trends.issues.empty() && !other.snapshot().trends.since);
}

void TestTrendWatch::aSilentFeedIsNoQuietFloor()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    Feed feed{"a", 3};
    feed.speak(inbox, board, first, noon);
    feed.speak(inbox, board, noon, noon + minutes{40}, 12);
    QVERIFY(login(board.snapshot().trends));
    for (core::WallTime now = noon + minutes{41}; now < noon + hours{6}; now += minutes{1})
        board.turn(at(now));
    QVERIFY2(login(board.snapshot().trends), "nobody said that it is over");
    feed.speak(inbox, board, noon + hours{6}, noon + hours{9});
    QVERIFY2(board.snapshot().trends.issues.empty(), "it is over");
}

void TestTrendWatch::aDayToldAtOnceTeaches()
{
    // A feed that has been there for long, and a board that has just been put up.
    board::Inbox nowhere;
    board::Board unused(nowhere, {support::onFloor("demo")});
    Feed feed{"a", 4};
    feed.speak(nowhere, unused, first, noon);
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    feed.speak(inbox, board, noon, noon + minutes{16});
    feed.speak(inbox, board, noon + minutes{16}, noon + minutes{30}, 12);
    QVERIFY(login(board.snapshot().trends));
    QCOMPARE(board.snapshot().trends.since.value(), noon - hours{28});
}

void TestTrendWatch::aTimeThatGoesBackBeginsAnew()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    Feed feed{"a", 5};
    feed.speak(inbox, board, first, noon);
    QCOMPARE(board.snapshot().trends.since.value(), first);
    // A replay: the floor lives in 2023, and what was learned today is not its usual.
    core::FloorClock clock;
    clock.floor = first - hours{24 * 200};
    clock.at = noon;
    clock.label = "replay";
    clock.header.revision = {1, 1};
    inbox.put({"carewall/v1/demo/clock", wire::encode(clock), true}, at(noon));
    board.turn(at(noon + minutes{1}));
    QVERIFY(!board.snapshot().trends.since && board.snapshot().trends.issues.empty());
}

QTEST_GUILESS_MAIN(TestTrendWatch)
#include "tst_trend_watch.moc"
