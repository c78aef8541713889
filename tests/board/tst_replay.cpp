// Goal: a recording tells the same day however fast it is played: the same alarms, tones and scenes at the same times.
// Method: a simulated day recorded, then played at speed 0 and, by a clock of the test's own, at several speeds and
// frame rates; all turns compared. A recording with a gap; its end.
#include "support/recorded_floor.h"
#include "support/snapshots.h"

#include "board/replay.h"
#include "core/calendar.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <string>
#include <vector>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

/// A clock that the test moves.
class Hand final : public core::Clock {
public:
    core::Instant now() const override { return m_now; }
    void move(core::Milliseconds by)
    {
        m_now.wall += by;
        m_now.steady += by;
    }

private:
    core::Instant m_now{core::wallTimeFromMs(1'000'000), core::SteadyTime{5h}};
};

/// What a turn came to, in words.
std::string told(const core::Snapshot& snapshot)
{
    const core::Stage& stage = snapshot.stage;
    std::string line = std::to_string(core::toMs(snapshot.figures.time)) + " " + std::string{core::name(stage.scene)} +
                       " " + core::word(stage.why) + " page " + std::to_string(stage.page);
    for (const auto& [queue, alarm] : stage.alarms.queues)
        if (alarm.active) line += " !" + queue;
    for (const core::QueueFigures& queue : snapshot.figures.queues)
        line += " " + queue.queue + "=" + std::to_string(static_cast<int>(queue.tone));
    return line;
}

}  // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anySpeedTellsTheSame_data();
    void anySpeedTellsTheSame();
    void aFrameHasItsLimit();
    void afterTheEndTimeGoesOn();
    void aGapIsNotPlayedSecondBySecond();

private:
    QTemporaryDir m_folder;
    std::string m_file = m_folder.filePath("recording").toStdString();
    std::vector<std::string> m_at_once;

    struct Stage {
        Hand hand;
        board::Player player;
        board::ReplayClock clock;
        board::Inbox inbox;
        board::Board board;
        board::Replay replay;

        Stage(const std::string& file, double speed, core::Settings settings)
            : player{std::move(*board::Player::open(file))}, clock{hand, *player.nextAt(), speed},
              board{inbox, {std::move(settings)}}, replay{std::move(player), clock, inbox, board}
        {
        }
    };
    static core::Settings settings()
    {
        core::Settings settings = support::onFloor("north");
        settings.alarm.after = 20s;
        settings.alarm.an_hour = 20;
        settings.alarm.again = 1min;
        return settings;
    }
    /// Plays to the end turn by turn, time going on by `frame` wherever nothing is due.
    std::vector<std::string> play(double speed, core::Milliseconds frame)
    {
        Stage stage{m_file, speed, settings()};
        std::vector<std::string> all{told(stage.board.snapshot())};
        while (!stage.replay.ended()) {
            const core::SteadyTime before = stage.board.snapshot().at.steady;
            stage.replay.play(1);
            if (stage.board.snapshot().at.steady != before)
                all.push_back(told(stage.board.snapshot()));
            else
                stage.hand.move(frame);
        }
        return all;
    }
    void record(const std::vector<core::Message>& messages)
    {
        auto recorder = board::Recorder::open(m_file);
        for (const core::Message& message : messages)
            recorder->write(message);
    }
};

void TestReplay::initTestCase()
{
    QVERIFY(core::useTimeZone("UTC"));
    // The last forty minutes, minute by minute, as a feed tells them, and what was told before at their start.
    std::vector<core::Message> messages = support::recordedFloor();
    const core::SteadyTime begin = support::recordedEnd().steady - 40min;
    for (core::Message& message : messages) {
        if (message.received.steady >= begin) continue;
        message.received = {support::recordedEnd().wall - 40min, begin};
    }
    record(messages);
    m_at_once = play(0, 0ms);
    std::set<std::string> alarms;
    std::set<std::string> scenes;
    for (const std::string& line : m_at_once) {
        if (line.find('!') != std::string::npos) alarms.insert(line.substr(line.find('!')));
        scenes.insert(line.substr(line.find(' '), 6));
    }
    QVERIFY2(m_at_once.size() > 2400, std::to_string(m_at_once.size()).c_str());
    QVERIFY2(!alarms.empty() && scenes.size() > 3, (m_at_once.back() + " " + std::to_string(scenes.size())).c_str());
}

void TestReplay::anySpeedTellsTheSame_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<int>("frame_ms");
    QTest::newRow("as recorded") << 1.0 << 50;
    QTest::newRow("x60") << 60.0 << 50;
    QTest::newRow("x60, a slow screen") << 60.0 << 1'700;
    QTest::newRow("x1000") << 1000.0 << 13;
}

void TestReplay::anySpeedTellsTheSame()
{
    QFETCH(double, speed);
    QFETCH(int, frame_ms);
    const std::vector<std::string> played = play(speed, core::Milliseconds{frame_ms});
    for (std::size_t i = 0; i < std::min(played.size(), m_at_once.size()); ++i)
        QCOMPARE(QString::fromStdString(played[i]), QString::fromStdString(m_at_once[i]));
    QCOMPARE(played.size(), m_at_once.size());
}

void TestReplay::aFrameHasItsLimit()
{
    Stage stage{m_file, 60, settings()};
    const core::SteadyTime begin = stage.board.snapshot().at.steady;
    stage.hand.move(10s);  // ten minutes of the recording
    stage.replay.play(5);
    QVERIFY(stage.board.snapshot().at.steady - begin <= 5s);
    stage.replay.play(10'000);
    QVERIFY(stage.board.snapshot().at.steady - begin > 599s);
    QVERIFY(stage.board.snapshot().at.steady - begin <= 600s);
}

void TestReplay::afterTheEndTimeGoesOn()
{
    Stage at_once{m_file, 0, settings()};
    at_once.replay.play(1'000'000);
    QVERIFY(at_once.replay.ended() && at_once.replay.trouble().empty());
    const core::SteadyTime end = at_once.board.snapshot().at.steady;
    QCOMPARE(at_once.clock.now().steady, end);
    at_once.hand.move(1h);
    at_once.replay.play(10);
    QCOMPARE(at_once.board.snapshot().at.steady, end);
    Stage live{m_file, 60, settings()};
    live.hand.move(1min);
    live.replay.play(1'000'000);
    QVERIFY(live.replay.ended());
    QVERIFY(live.board.snapshot().at.steady - end > 15min);
}

void TestReplay::aGapIsNotPlayedSecondBySecond()
{
    const QString before = QString::fromStdString(m_file);
    m_file = m_folder.filePath("gap").toStdString();
    const auto message = [](core::Milliseconds after) {
        const core::Instant at{support::recordedEnd().wall + after, support::recordedEnd().steady + after};
        return core::Message{"carewall/v1/north/queue/help/me/now", R"({"waiting": 7})", at, false};
    };
    record({message(0s), message(20ms), message(12h), message(12h + 3s)});
    const std::vector<std::string> turns = play(0, 0ms);
    QCOMPARE(turns, play(3600, 500ms));
    QVERIFY2(turns.size() > 600 && turns.size() < 600 + 730 + 10, std::to_string(turns.size()).c_str());
    m_file = before.toStdString();
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
