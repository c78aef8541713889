// Goal: what comes live is counted and told as it comes, in wall time, until the source ends or breaks.
// Method: a source that brings named events at invented times; the reports are read back by the board's own decoder.

#include "core/calendar.h"
#include "feed/reports.h"
#include "feed/run/live_run.h"
#include "support/compare.h"

#include <QtTest>

#include <deque>

using namespace carewall;
using namespace carewall::support;
using namespace std::chrono_literals;

namespace {

/// Brings what is put into it; each only once receive() was called after it.
class Bringing final : public feed::Source {
public:
    std::deque<feed::ConversationEvent> outside;
    std::string trouble;
    bool ends = false;

    std::string name() const override { return "a test"; }
    core::Result<void, std::string> receive(core::Instant now) override
    {
        received = now;
        if (!trouble.empty()) return core::failure(trouble);
        std::ranges::move(outside, std::back_inserter(m_ready));
        outside.clear();
        return {};
    }
    core::Result<std::optional<feed::ConversationEvent>, std::string> next() override
    {
        if (m_ready.empty()) return std::nullopt;
        feed::ConversationEvent event = std::move(m_ready.front());
        m_ready.pop_front();
        return event;
    }
    feed::SourceWait wait() const override { return {ends && m_ready.empty(), {}, {}}; }
    const feed::ReadCounts& counts() const override { return m_counts; }

    core::Instant received;

private:
    std::deque<feed::ConversationEvent> m_ready;
    feed::ReadCounts m_counts;
};

/// Floor and real time are one here.
core::Instant wall(double minutes)
{
    const core::Milliseconds passed{static_cast<std::int64_t>(minutes * 60'000)};
    return {at(minutes), core::SteadyTime{core::Milliseconds{5'000'000} + passed}};
}

}  // namespace

class TestLiveRun : public QObject {
    Q_OBJECT

    Bringing m_source;
    feed::LiveRun made(const feed::LedgerOptions& counting = {})
    {
        feed::LiveOptions options;
        options.fold.counting = counting;
        return {m_source, *store::Journal::inMemory(), feed::Reporter{reporting("")}, std::move(options)};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void init();
    void whatComesIsTold();
    void timePassesWithoutAWord();
    void whatComesLateCountsInItsOwnSlot();
    void anOldClockIsWithdrawn();
    void theEndOfTheSource();
    void trouble();
    void aLossIsToldAnew();
};

void TestLiveRun::init()
{
    m_source.outside.clear();
    m_source.trouble.clear();
    m_source.ends = false;
}

void TestLiveRun::whatComesIsTold()
{
    feed::LiveRun run = made();
    const auto nothing = run.step(wall(0));
    QVERIFY(nothing && !run.ended());
    QCOMPARE(topics(*nothing), std::string{"voice/s/day voice/s/now"});
    m_source.outside = {asked(1, "a"), asked(1.5, "b")};
    const auto first = run.step(wall(2));
    QVERIFY(first);
    QVERIFY(m_source.received == wall(2));
    auto now = find<core::QueueNowReported>(*first).report;
    QCOMPARE(now.waiting, std::uint64_t{2});
    QVERIFY(now.header.time == at(2));
    QVERIFY((now.ages == std::vector<core::Milliseconds>{1min, 30s}));
    m_source.outside = {replied(3, "a")};
    now = find<core::QueueNowReported>(*run.step(wall(3))).report;
    QCOMPARE(now.waiting, std::uint64_t{1});
    QCOMPARE(now.open->answered, std::uint64_t{1});
    QVERIFY(run.played() == 3 && run.floor() == at(3));
}

void TestLiveRun::timePassesWithoutAWord()
{
    feed::LedgerOptions counting;
    counting.abandon_after = 10min;
    feed::LiveRun run = made(counting);
    m_source.outside = {asked(1, "a")};
    QVERIFY(run.step(wall(1)));
    const auto later = run.step(wall(12));
    const auto now = find<core::QueueNowReported>(*later).report;
    QCOMPARE(now.waiting, std::uint64_t{0});
    QCOMPARE(now.open->abandoned, std::uint64_t{1});  // at minute 11
    const auto day = find<core::QueueDayReported>(*later).report;
    QCOMPARE(day.slots.size(), std::size_t{2});
    QCOMPARE(day.slots[0].offered, std::uint64_t{1});
}

void TestLiveRun::whatComesLateCountsInItsOwnSlot()
{
    feed::LiveRun run = made();
    m_source.outside = {asked(1, "a")};
    QVERIFY(run.step(wall(1)));
    QVERIFY(run.step(wall(12)));
    m_source.outside = {asked(7, "b")};
    const auto day = find<core::QueueDayReported>(*run.step(wall(13))).report;
    QCOMPARE(day.slots.size(), std::size_t{2});
    QVERIFY(day.slots[0].offered == 1 && day.slots[1].offered == 1);
    QCOMPARE(run.floor(), at(13));
}

void TestLiveRun::anOldClockIsWithdrawn()
{
    feed::LiveRun run = made();
    QCOMPARE(topics(run.first()), std::string{"clock(gone)"});
}

void TestLiveRun::theEndOfTheSource()
{
    feed::LiveRun run = made();
    m_source.outside = {asked(1, "a")};
    QVERIFY(run.step(wall(1)) && !run.ended());
    m_source.outside = {asked(1.005, "b")};
    m_source.ends = true;
    const auto step = run.step(wall(1.005));
    QVERIFY(step && run.ended());
    QCOMPARE(topics(*step), std::string{});  // within the second; the last words tell it
    const auto last = run.last(wall(1.005));
    QCOMPARE(find<core::QueueNowReported>(last).report.waiting, std::uint64_t{2});
}

void TestLiveRun::trouble()
{
    feed::LiveRun run = made();
    m_source.outside = {asked(1, "a")};
    QVERIFY(run.step(wall(1)));
    m_source.trouble = "3 of 4 rows cannot be read";
    const auto broken = run.step(wall(2));
    QVERIFY(!broken);
    QCOMPARE(broken.error(), m_source.trouble);
    QCOMPARE(run.played(), std::uint64_t{1});
}

void TestLiveRun::aLossIsToldAnew()
{
    feed::LiveRun run = made();
    m_source.outside = {asked(1, "a")};
    const std::string all = topics(*run.step(wall(1)));
    QCOMPARE(topics(*run.step(wall(1.05))), std::string{});
    run.reporter().forgetTold();
    QCOMPARE(topics(*run.step(wall(1.1))), all);
}

QTEST_GUILESS_MAIN(TestLiveRun)
#include "tst_live_run.moc"
