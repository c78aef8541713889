// Goal: live, at boot and in a replay it is one fold, and it shows the same board.
// Method: raw messages as people and feeds send them through a real inbox, a real store file and a real recording.

#include "support/snapshots.h"

#include "board/board.h"
#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/limits.h"
#include "wire/encode.h"
#include "wire/recorded_message.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace carewall;

namespace {

core::Instant at(std::int64_t ms)
{
    return {core::wallTimeFromMs(1'800'000'000'000 + ms), core::SteadyTime{core::Milliseconds{ms}}};
}

const std::string queue_topic = "carewall/v1/demo/queue/billing/me/now";

std::string report(std::uint64_t sequence, std::uint64_t waiting)
{
    core::QueueNow now;
    now.header.revision = {7, sequence};
    now.header.time = at(0).wall;
    now.waiting = waiting;
    now.ages = {core::Seconds{40}};
    return wire::encode(now);
}

std::uint64_t waiting(const board::Board& board, core::Instant when)
{
    return core::figures(board.state(), when).waiting;
}

/// Whether a turn changes anything but the time.
bool changes(board::Board& board, core::Instant when)
{
    const std::uint64_t before = board.state().changes;
    return board.turn(when).state.changes != before;
}

}  // namespace

class TestBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatPeopleSend();
    void foldsOnlyNews();
    void refusesWhatItCannotReadAndGoesOn();
    void refusesOtherFloors();
    void nearMissesMeetNothingLegitimate();
    void cleaningUpAWrongTopicIsNoRefusal();
    void saysWhatTheInboxDropped();
    void remembersTheLastPicture();
    void forgetsWhatWasWithdrawn();
    void keepsClosedSlots();
    void looksBackAtTheStartAndAsTheDayTurns();
    void aReplayShowsTheSameBoard();
    void aCutRecordingSaysSo();
    void noRecordingSaysSo();
};

void TestBoard::foldsWhatPeopleSend()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    inbox.put({queue_topic, R"({"waiting": 7})", false}, at(0));
    QVERIFY(changes(board, at(1)));
    const auto shown = core::figures(board.state(), at(1));
    QCOMPARE(shown.queues.size(), std::size_t{1});
    QCOMPARE(shown.queues[0].waiting, std::uint64_t{7});
    QCOMPARE(shown.queues[0].label, std::string{"billing"});
    QVERIFY2(!changes(board, at(2)), "nothing came: nothing changed");
}

void TestBoard::foldsOnlyNews()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    inbox.put({queue_topic, report(2, 5), false}, at(0));
    QVERIFY(changes(board, at(1)));
    inbox.put({queue_topic, report(2, 5), false}, at(2));
    QVERIFY2(!changes(board, at(3)), "QoS 1 repeats itself");
    inbox.put({queue_topic, report(1, 9), false}, at(4));
    QVERIFY2(!changes(board, at(5)), "an older report came late");
    QCOMPARE(waiting(board, at(6)), std::uint64_t{5});
}

void TestBoard::refusesWhatItCannotReadAndGoesOn()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    for (int i = 0; i < 100; ++i)
        inbox.put({"carewall/v1/demo/queue/q" + std::to_string(i) + "/me/now", "{\"waiting\": ", false}, at(i));
    inbox.put({queue_topic, report(1, 3), false}, at(100));
    board.turn(at(101));
    QCOMPARE(board.state().refusals.reports, std::uint64_t{100});
    QCOMPARE(board.state().refusals.newest.size(), core::limits::refusals_kept);
    QVERIFY(!board.state().refusals.newest.front().why.empty());
    QCOMPARE(waiting(board, at(101)), std::uint64_t{3});
    QCOMPARE(board.state().queues.size(), std::size_t{1});
}

void TestBoard::refusesOtherFloors()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    inbox.put({"carewall/v1/other/queue/billing/me/now", R"({"waiting": 7})", false}, at(0));
    board.turn(at(1));
    QVERIFY(board.state().queues.empty());
    QCOMPARE(board.state().refusals.newest.front().why,
             std::string{"this board shows the floor 'demo' (floor = in board.toml, or --floor)"});
}

void TestBoard::nearMissesMeetNothingLegitimate()
{
    // A filter's part before its wildcard, enough here: none of the board's own may begin with it, nor it with theirs.
    for (const char* floor : {"demo", "v1", "queue", "voice"}) {
        for (const std::string& miss : board::nearMisses(floor)) {
            const std::string begin = miss.substr(0, miss.find_first_of("+#"));
            for (const std::string& own : board::filters(floor, "wall")) {
                const std::string stem = own.ends_with('#') ? own.substr(0, own.size() - 1) : own + "/";
                QVERIFY2(!stem.starts_with(begin) && !begin.starts_with(stem), (miss + " meets " + own).c_str());
            }
        }
    }
}

void TestBoard::cleaningUpAWrongTopicIsNoRefusal()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    inbox.put({"carewall/v1/demo/queues/billing/me/now", R"({"waiting": 7})", true}, at(0));
    board.turn(at(1));
    QCOMPARE(board.state().refusals.reports, std::uint64_t{1});
    inbox.put({"carewall/v1/demo/queues/billing/me/now", "", false}, at(2));
    board.turn(at(3));
    QCOMPARE(board.state().refusals.reports, std::uint64_t{1});
}

void TestBoard::saysWhatTheInboxDropped()
{
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo")});
    inbox.put({queue_topic, std::string(core::limits::payload_bytes + 1, '{'), false}, at(0));
    QVERIFY(changes(board, at(1)));
    QCOMPARE(board.state().refusals.reports, std::uint64_t{1});
    QVERIFY(board.state().refusals.newest.front().why.find("262144") != std::string::npos);
}

void TestBoard::remembersTheLastPicture()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("carewall.db").toStdString();
    {
        auto store = store::Store::open(path, {});
        QVERIFY2(store.has_value(), store ? "" : store.error().why.c_str());
        board::Inbox inbox;
        board::Board board(inbox, {support::onFloor("demo"), store->get()});
        inbox.put({queue_topic, report(4, 12), true}, at(0));
        board.turn(at(1));
        QVERIFY((*store)->flush());
    }
    auto store = store::Store::open(path, {});
    QVERIFY(store.has_value());
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo"), store->get()});
    constexpr std::int64_t night = 8 * 3600 * 1000;
    board.boot((*store)->pictures(), at(night));
    auto shown = core::figures(board.state(), at(night));
    QCOMPARE(shown.waiting, std::uint64_t{12});
    QCOMPARE(shown.queues[0].freshness, core::Freshness::Remembered);
    QCOMPARE(shown.queues[0].tone, core::Tone::Silent);
    QCOMPARE(shown.queues[0].age->count(), night);
    QVERIFY2(shown.queues[0].oldest == core::Seconds{40}, "nobody knows whether they still wait: no growing");

    board.happened({at(night + 10), core::LinkChanged{core::LinkPhase::Up, ""}});
    inbox.put({queue_topic, report(4, 12), true}, at(night + 20));
    QVERIFY(changes(board, at(night + 30)));
    shown = core::figures(board.state(), at(night + 30));
    QCOMPARE(shown.queues[0].freshness, core::Freshness::Live);
}

void TestBoard::forgetsWhatWasWithdrawn()
{
    const QTemporaryDir folder;
    auto store = store::Store::open(folder.filePath("carewall.db").toStdString(), {});
    QVERIFY(store.has_value());
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo"), store->get()});
    inbox.put({queue_topic, report(1, 2), true}, at(0));
    board.turn(at(1));
    QVERIFY((*store)->flush());
    QCOMPARE((*store)->pictures().size(), std::size_t{1});
    inbox.put({queue_topic, "", true}, at(2));
    QVERIFY(changes(board, at(3)));
    QVERIFY(board.state().queues.empty());
    QVERIFY((*store)->flush());
    QVERIFY((*store)->pictures().empty());
}

void TestBoard::keepsClosedSlots()
{
    const QTemporaryDir folder;
    auto store = store::Store::open(folder.filePath("carewall.db").toStdString(), {});
    QVERIFY(store.has_value());
    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo"), store->get()});
    core::QueueDay day;
    core::Tally slot;
    slot.start = core::wallTimeFromMs(1'799'999'700'000);
    slot.length = core::Seconds{300};
    slot.offered = slot.answered = 3;
    slot.response.add(12.5, 3);
    day.slots = {slot};
    inbox.put({"carewall/v1/demo/queue/billing/me/day", wire::encode(day), true}, at(0));
    board.turn(at(1));
    QVERIFY((*store)->flush());
    const auto kept = (*store)->queueSlots("billing", "me", core::wallTimeFromMs(0), at(0).wall);
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY(kept[0] == slot);
}

void TestBoard::looksBackAtTheStartAndAsTheDayTurns()
{
    const QTemporaryDir folder;
    auto store = store::Store::open(folder.filePath("carewall.db").toStdString(), {});
    QVERIFY(store.has_value());
    const core::WallTime today = core::dayStart(at(0).wall);
    core::Tally slot;
    slot.start = today - std::chrono::hours{2};
    slot.length = core::Seconds{300};
    slot.offered = slot.answered = 3;
    (*store)->keepQueueSlots("billing", "me", {slot});
    QVERIFY((*store)->flush());

    board::Inbox inbox;
    board::Board board(inbox, {support::onFloor("demo"), store->get()});
    const auto answeredTheDayBefore = [&board](core::Instant now) -> std::uint64_t {
        board.turn(now);
        const core::DayHistory& history = board.state().history;
        if (history.empty() || history.back().start != core::dayStart(core::dayStart(now.wall) - core::Seconds{1}))
            return 999;  // not read yet
        return history.back().queues.contains("billing") ? history.back().queues.at("billing").answered : 0;
    };
    QTRY_COMPARE(answeredTheDayBefore(at(0)), std::uint64_t{3});
    QCOMPARE(board.state().history.size(), static_cast<std::size_t>(core::history_days));

    const auto midnight = (core::nextDay(today) - at(0).wall).count();
    slot.start = today + std::chrono::hours{1};
    (*store)->keepQueueSlots("billing", "me", {slot});
    QVERIFY((*store)->flush());
    QTRY_COMPARE(answeredTheDayBefore(at(midnight)), std::uint64_t{3});
    slot.start = today + std::chrono::hours{23};
    slot.answered = 4;
    (*store)->keepQueueSlots("billing", "me", {slot});
    QVERIFY((*store)->flush());
    QTest::qWait(50);
    QCOMPARE(answeredTheDayBefore(at(midnight + 60'000)), std::uint64_t{3});
    QTRY_COMPARE(answeredTheDayBefore(at(midnight + 900'000)), std::uint64_t{7});  // its last slot was late
}

void TestBoard::aReplayShowsTheSameBoard()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("floor.carewall").toStdString();
    board::Inbox live_inbox;
    auto recorder = board::Recorder::open(path);
    QVERIFY(recorder.has_value());
    board::Board live(live_inbox, {support::onFloor("demo"), nullptr, &*recorder});
    std::int64_t now = 0;
    for (std::uint64_t i = 1; i <= 500; ++i) {
        now += 40;
        const std::string topic = "carewall/v1/demo/queue/q" + std::to_string(i % 7) + "/me/now";
        live_inbox.put({topic, i % 50 == 0 ? "{broken" : report(i, i % 30), false}, at(now));
        if (i % 3 == 0) live.turn(at(now + 1));
    }
    live.turn(at(now));
    QVERIFY(!recorder->trouble());

    auto player = board::Player::open(path);
    QVERIFY2(player.has_value(), player ? "" : player.error().c_str());
    board::Inbox inbox;
    board::Board replayed(inbox, {support::onFloor("demo")});
    while (const auto next = player->nextAt()) {
        while (auto message = player->nextDue(*next))
            inbox.put({message->topic, message->payload, message->retained}, message->received);
        replayed.turn(*next);
    }
    replayed.turn(at(now));
    QVERIFY(player->trouble().empty());
    QCOMPARE(replayed.state().reports, live.state().reports);
    QCOMPARE(replayed.state().refusals.reports, live.state().refusals.reports);
    const auto a = core::figures(live.state(), at(now));
    const auto b = core::figures(replayed.state(), at(now));
    QCOMPARE(b.queues.size(), a.queues.size());
    for (std::size_t i = 0; i < a.queues.size(); ++i) {
        QCOMPARE(b.queues[i].queue, a.queues[i].queue);
        QCOMPARE(b.queues[i].waiting, a.queues[i].waiting);
        QVERIFY(b.queues[i].oldest == a.queues[i].oldest);
    }
}

void TestBoard::aCutRecordingSaysSo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("cut.carewall");
    std::string bytes = wire::encodeRecorded({queue_topic, report(1, 1), at(0), false});
    const std::size_t first = bytes.size();
    bytes += wire::encodeRecorded({queue_topic, report(2, 2), at(5), false}).substr(0, 9);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    file.close();
    auto player = board::Player::open(path.toStdString());
    QVERIFY(player.has_value());
    QVERIFY(player->nextDue(at(0)).has_value());
    QVERIFY(!player->nextAt());
    QVERIFY2(player->trouble().starts_with("at byte " + std::to_string(first)), player->trouble().c_str());
}

void TestBoard::noRecordingSaysSo()
{
    const auto missing = board::Player::open("/nonexistent/floor.carewall");
    QVERIFY(!missing);
    QVERIFY(missing.error().find("floor.carewall") != std::string::npos);
    const auto recorder = board::Recorder::open("/nonexistent/floor.carewall");
    QVERIFY(!recorder);
}

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
