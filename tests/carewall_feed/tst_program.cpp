// Goal: carewall-feed keeps its word on a terminal and to the broker, whatever happens to either.
// Method: the real program and a real broker on loopback; what the broker was told is read by a session of our own.

#include "feed/conversation/timestamp.h"
#include "feed/conversation_events.h"
#include "feed/ledger/ledger.h"
#include "mqtt/listener.h"
#include "support/broker.h"
#include "support/compare.h"
#include "support/wait.h"
#include "wire/decode.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

const char* const clock_topic = "carewall/v1/demo/clock";
const char* const now_topic = "carewall/v1/demo/queue/mail/feed/now";

/// The newest report of a topic; empty when there is none yet, or it was withdrawn.
template <typename What>
std::optional<What> newest(const Listener& listener, const std::string& topic)
{
    const std::string payload = listener.newest(topic);
    if (payload == "(none)") return std::nullopt;
    const auto decoded = wire::decode({topic, payload, {}, false});
    const What* what = decoded ? std::get_if<What>(&decoded->event.what) : nullptr;
    return what == nullptr ? std::nullopt : std::optional<What>{*what};
}

std::optional<core::ClockPhase> phase(const Listener& listener)
{
    const auto clock = newest<core::FloorClockSet>(listener, clock_topic);
    return clock ? std::optional{clock->clock.phase} : std::nullopt;
}

}  // namespace

class TestProgram : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// Questions a minute apart, each answered 30 s later.
    QString events(int questions)
    {
        QFile file{m_folder.filePath("events.jsonl")};
        if (!file.open(QIODevice::WriteOnly)) qFatal("no temporary file");
        for (int i = 0; i < questions; ++i) {
            const auto id = QByteArray::number(i);
            const auto at = [&](int seconds) { return QByteArray::number(1'719'828'000 + (60 * i) + seconds); };
            file.write("{\"event\": \"asked\", \"conversation\": " + id + ", \"queue\": \"mail\", \"time\": " + at(0) +
                       "}\n{\"event\": \"replied\", \"conversation\": " + id + ", \"time\": " + at(30) + "}\n");
        }
        return file.fileName();
    }
    static void start(QProcess& feed, const QStringList& arguments)
    {
        feed.start(CAREWALL_FEED_PROGRAM, arguments);
        QVERIFY2(feed.waitForStarted(), qPrintable(feed.errorString()));
    }
    static QString broker(const support::Broker& broker) { return QString::fromStdString(broker.url()); }

private Q_SLOTS:
    void usage_data();
    void usage();
    void replaysAndEnds();
    void stopsWhenAskedAndSaysWhereToGoOn();
    void theWillSaysThatItDied();
    void waitsForTheBroker();
    void tellsAllAgainWhenTheBrokerComesBack();
    void followsStandardInput();
    void keepsWhatItLearned();
    void tellsWhatEarlierRunsLearned();
    void stopsWhenTooMuchCannotBeRead();
};

void TestProgram::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit_code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* arguments, int exit_code, const char* words) {
        QTest::newRow(arguments) << QString{arguments}.split(' ', Qt::SkipEmptyParts) << exit_code << QString{words};
    };
    row("", 2, "carewall-feed: A subcommand is required (--help tells more)\n");
    row("--help", 0, "Conversations in, reports for the wall out.");
    row("--version", 0, "carewall-feed 0.1.0\n");
    row("replay --help", 0, "Plays exported conversations at their own times, sped up\nUsage: carewall-feed replay");
    row("replay", 2, "carewall-feed: events is required (--help tells more)\n");
    row("replay x.csv --speed 0", 2,
        "carewall-feed: --speed is \"0\"; it must be a number above 0 and at most 10000000, or max (--help tells "
        "more)\n");
    row("replay x.csv --from soon", 2,
        "carewall-feed: --from is \"soon\"; it must be a time such as 2024-07-08 or 2024-07-08T14:00:00Z (--help tells "
        "more)\n");
    row("replay x.csv --from 2024-07-08 --to 2024-07-07", 2,
        "carewall-feed: --to is not after --from (--help tells more)\n");
    row("simulate --for ever", 2,
        "carewall-feed: --for is \"ever\"; it must be a time such as 90 min, 8 h or 2 d (--help tells more)\n");
    row("simulate --timezone Mars", 2,
        "carewall-feed: --timezone is \"Mars\"; it must be a time zone that this machine knows, such as "
        "\"Europe/Berlin\" (timedatectl list-timezones) (--help tells more)\n");
    row("simulate --floor a/b", 2,
        "carewall-feed: --floor is \"a/b\"; it must be a name of 1 to 64 bytes without / + # and control characters "
        "(--help tells more)\n");
    row("asterisk --help", 0, "Hears from an Asterisk's queues as they are now, by its AMI");
    row("asterisk --map x.toml --login wall", 2, "carewall-feed: --secret-file is required (--help tells more)\n");
    row("backtest", 2, "carewall-feed: events is required (--help tells more)\n");
    row("backtest --help", 0, "Runs exported conversations at full speed and tells what the wall would have");
    row("backtest x.csv --onset soon", 2,
        "carewall-feed: --onset is \"soon\"; it must be a time such as 2024-07-08T14:00:00Z, or two with / between "
        "(--help "
        "tells more)\n");
    row("backtest /no/such.csv", 2, "carewall-feed: /no/such.csv: cannot be opened: No such file or directory\n");
    row("replay /no/such.csv", 2, "carewall-feed: /no/such.csv: cannot be opened: No such file or directory\n");
    row("replay x.csv --map /no/map.toml", 2,
        "carewall-feed: /no/map.toml cannot be read (No such file or directory); it must be a mapping file such as "
        "those in "
        "platform/mappings\n");
    row("simulate --broker http://x", 2,
        "carewall-feed: broker URL 'http://x' does not begin with mqtt:// or mqtts://; it must be mqtt://HOST or "
        "mqtts://HOST (TLS), with :PORT behind where it is another than 1883 or 8883 (--help tells more)\n");
    row("simulate --sead 7", 2, "carewall-feed: --sead is no option; did you mean --seed? (--help tells more)\n");
    row("simulat", 2, "carewall-feed: simulat is no command; did you mean simulate? (--help tells more)\n");
}

void TestProgram::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit_code);
    QFETCH(QString, words);
    QProcess feed;
    start(feed, arguments);
    QVERIFY(feed.waitForFinished());
    const QString said = exit_code == 0 ? feed.readAllStandardOutput() : feed.readAllStandardError();
    QVERIFY2(said.startsWith(words), qPrintable(said));
    QCOMPARE(feed.exitCode(), exit_code);
}

void TestProgram::replaysAndEnds()
{
    const support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    QProcess feed;
    start(feed, {"replay", events(60), "--speed", "max", "--broker", this->broker(broker)});
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    const QString said = feed.readAllStandardOutput();
    QVERIFY2(said.contains("120 rows read, 60 asked, 60 replied; 0 unreadable\n"), qPrintable(said));
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    QVERIFY(support::waitUntil([&] { return phase(listener) == core::ClockPhase::Ended; }));
    const std::string day_topic = "carewall/v1/demo/queue/mail/feed/day";
    QVERIFY(support::waitUntil([&] { return newest<core::QueueDayReported>(listener, day_topic).has_value(); }));
    std::uint64_t answered = newest<core::QueueNowReported>(listener, now_topic)->report.open->answered;
    const auto day = newest<core::QueueDayReported>(listener, day_topic);
    for (const core::Tally& slot : day->report.slots)
        answered += slot.answered;
    QCOMPARE(answered, std::uint64_t{60});
}

void TestProgram::stopsWhenAskedAndSaysWhereToGoOn()
{
    const support::Broker broker;
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    QProcess feed;
    start(feed, {"replay", events(600), "--speed", "60", "--broker", this->broker(broker), "--json"});
    QVERIFY(support::waitUntil([&] { return phase(listener) == core::ClockPhase::Running; }));
    QVERIFY(listener.newest(clock_topic).starts_with('{'));
    feed.terminate();
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    QVERIFY(support::waitUntil([&] { return phase(listener) == core::ClockPhase::Ended; }));
    const auto ended = newest<core::FloorClockSet>(listener, clock_topic)->clock.floor;
    const QString said = feed.readAllStandardOutput();
    QVERIFY2(said.contains("to go on from here: --from " + QString::fromStdString(feed::formatTime(ended))),
             qPrintable(said));
}

void TestProgram::theWillSaysThatItDied()
{
    const support::Broker broker;
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    QProcess feed;
    start(feed, {"simulate", "--broker", this->broker(broker)});
    QVERIFY(support::waitUntil([&] { return phase(listener) == core::ClockPhase::Running; }, 30s));
    feed.kill();
    QVERIFY(feed.waitForFinished());
    QVERIFY(support::waitUntil([&] { return phase(listener) == core::ClockPhase::Lost; }));
}

void TestProgram::waitsForTheBroker()
{
    support::Broker broker;
    broker.terminate();
    QProcess feed;
    start(feed, {"replay", events(5), "--speed", "max", "--broker", this->broker(broker)});
    QByteArray said;
    QVERIFY(support::waitUntil([&] {
        feed.waitForReadyRead(10);
        said += feed.readAllStandardError();
        return said.contains("carewall-feed: no connection to mqtt://127.0.0.1:");
    }));
    QVERIFY(broker.restart());
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    // Said once, not at each try.
    QCOMPARE((said + feed.readAllStandardError()).count("no connection to"), 1);
}

void TestProgram::tellsAllAgainWhenTheBrokerComesBack()
{
    support::Broker broker{{.saves_each_change = false}};
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    QProcess feed;
    start(feed, {"replay", events(600), "--speed", "60", "--broker", this->broker(broker)});
    QVERIFY(support::waitUntil([&] { return newest<core::QueueNowReported>(listener, now_topic).has_value(); }));
    broker.kill();
    QVERIFY(listener.waitDown());
    QVERIFY(broker.restart());
    QVERIFY(listener.waitUp(2));
    const auto before = newest<core::QueueNowReported>(listener, now_topic)->report.header.revision;
    QVERIFY(support::waitUntil([&] {
        return newest<core::QueueNowReported>(listener, now_topic)->report.header.revision > before &&
               phase(listener) == core::ClockPhase::Running;
    }));
    feed.terminate();
    QVERIFY(feed.waitForFinished());
}

void TestProgram::followsStandardInput()
{
    const support::Broker broker;
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    // What an earlier replay left behind must not hold the floor in its time.
    QVERIFY(listener.session().publish(clock_topic, R"({"floor_ms": 1, "phase": "CLOCK_PHASE_ENDED"})", 1, true));
    QVERIFY(support::waitUntil([&] { return phase(listener).has_value(); }));
    QProcess feed;
    start(feed, {"follow", "--broker", this->broker(broker)});
    feed.write("{\"event\": \"asked\", \"conversation\": \"1\", \"queue\": \"mail\"}\n"
               "{\"event\": \"asked\", \"conversation\": \"2\", \"queue\": \"mail\"}\n"
               "{\"event\": \"replied\", \"conversation\": \"1\"}\n");
    QVERIFY(feed.waitForBytesWritten());
    const auto waiting = [&] {
        const auto now = newest<core::QueueNowReported>(listener, now_topic);
        return now ? now->report.waiting : 0;
    };
    QVERIFY(support::waitUntil([&] { return waiting() == 1; }));
    QVERIFY(support::waitUntil([&] { return listener.newest(clock_topic).empty(); }));
    feed.write("{\"event\": \"replied\", \"conversation\": \"2\"}\nnonsense\n");
    feed.closeWriteChannel();
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    QVERIFY(support::waitUntil([&] { return waiting() == 0; }));
    const QString said = feed.readAllStandardOutput();
    QVERIFY2(said.contains("standard input:5: is not JSON; each line, or each entry of a list, must be one object"),
             qPrintable(said));
}

void TestProgram::keepsWhatItLearned()
{
    const support::Broker broker;
    const QString kept = m_folder.filePath("words");
    const auto follow = [&] {
        QProcess feed;
        start(feed, {"follow", "--broker", this->broker(broker), "--state", kept});
        feed.write(
            "{\"event\": \"asked\", \"conversation\": \"1\", \"queue\": \"mail\", \"text\": \"the space bar\"}\n");
        feed.closeWriteChannel();
        if (!feed.waitForFinished()) qFatal("carewall-feed goes on");
        return std::pair{feed.exitCode(), QString{feed.readAllStandardError()}};
    };
    QCOMPARE(follow().first, 0);
    QFile file{kept + "/learned"};
    QVERIFY(file.size() > 40);
    QCOMPARE(int(file.permissions() & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser)), 0);
    QVERIFY(!QFile::exists(kept + "/learned.new"));
    QCOMPARE(follow().first, 0);  // from what was kept

    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60);
    const char other = static_cast<char>(~file.peek(1).at(0));  // whatever stood there
    file.write(&other, 1);
    file.close();
    const QByteArray damaged = [&] { return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{}; }();
    const auto [exit_code, said] = follow();
    QCOMPARE(exit_code, 2);
    QCOMPARE(said, "carewall-feed: --state " + kept +
                       "/learned: it is damaged: its checksum is another; move it away to begin anew\n");
    file.seek(0);
    QCOMPARE(file.readAll(), damaged);  // what cannot be read is left as it is
}

void TestProgram::tellsWhatEarlierRunsLearned()
{
    // A morning of a queue whose customers are all answered just in time, then two runs that see one customer each.
    feed::LedgerOptions options;
    options.target = {5min, 0.8};
    feed::Ledger morning{options};
    for (int i = 0; i < 300; ++i) {
        morning.take(support::asked(i, std::to_string(i), "mail"));
        if (i >= 4) morning.take(support::replied(i + 0.5, std::to_string(i - 4)));
    }
    const core::Calibration learned = morning.queues().at("mail").calibrator.calibration();
    QVERIFY(learned != core::Calibration{});
    QFile map{m_folder.filePath("map.toml")};
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write("[target]\nwithin = \"5 min\"\nratio = 0.8\n[[file]]\nmatch = \"-\"\nevent = \"asked\"\n"
              "[file.columns]\nconversation = \"conversation\"\nqueue = \"queue\"\n");
    map.close();
    QFile kept{m_folder.filePath("learned")};
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write(QByteArray::fromStdString(morning.save()));
    kept.close();
    for (const char* customer : {"1", "2"}) {
        const support::Broker broker;
        Listener listener{floorOptions(broker)};
        QVERIFY(listener.waitUp());
        QProcess feed;
        start(feed, {"follow", "--map", map.fileName(), "--broker", this->broker(broker), "--state", kept.fileName()});
        feed.write(QByteArray{"{\"event\": \"asked\", \"queue\": \"mail\", \"conversation\": \""} + customer + "\"}\n");
        QVERIFY(feed.waitForBytesWritten());
        QVERIFY(support::waitUntil([&] { return newest<core::QueueNowReported>(listener, now_topic).has_value(); }));
        QVERIFY(newest<core::QueueNowReported>(listener, now_topic)->report.calibration == learned);
        feed.closeWriteChannel();
        QVERIFY(feed.waitForFinished());
        QCOMPARE(feed.exitCode(), 0);
    }
}

void TestProgram::stopsWhenTooMuchCannotBeRead()
{
    const support::Broker broker;
    QFile file{m_folder.filePath("bad.csv")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,event,conversation,author,queue,channel,language,issue,sentiment,reach,text,role\n");
    for (int i = 0; i < 300; ++i)
        file.write(i % 8 == 0 ? "when?,asked,1,,mail,,,,,,,\n" : "2024-07-01T10:00Z,asked,1,,mail,,,,,,,\n");
    file.close();
    const auto run = [&](const QStringList& more) {
        QProcess feed;
        start(feed, QStringList{"replay", file.fileName(), "--speed", "max", "--broker", this->broker(broker)} + more);
        feed.waitForFinished();
        return std::pair{feed.exitCode(), QString{feed.readAllStandardError()}};
    };
    const auto [exit_code, said] = run({});
    QCOMPARE(exit_code, 1);
    QVERIFY2(said.contains("38 of 300 rows cannot be read; the first: ") && said.contains("bad.csv:2: has \"when?\""),
             qPrintable(said));
    QCOMPARE(run({"--max-refused", "20"}).first, 0);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
