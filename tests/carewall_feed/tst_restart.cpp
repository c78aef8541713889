// Goal: stopped, or killed with -9 at any moment, and started again, the feed tells the day as if nothing had been.
// Method: the real program with --state and a real broker; every report that reaches a listener is looked at.

#include "feed/conversation_events.h"
#include "feed/ledger/ledger.h"
#include "mqtt/listener.h"
#include "support/broker.h"
#include "support/wait.h"
#include "wire/decode.h"

#include <QDateTime>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <random>

using namespace carewall;
using namespace std::chrono_literals;

namespace {

const char* const now_topic = "carewall/v1/demo/queue/mail/live/now";
const char* const day_topic = "carewall/v1/demo/queue/mail/live/day";
const char* const voice_topic = "carewall/v1/demo/voice/live/now";
const char* const voice_day_topic = "carewall/v1/demo/voice/live/day";

template <typename What>
std::optional<What> newest(const Listener& listener, const std::string& topic)
{
    const std::string payload = listener.newest(topic);
    const auto decoded = payload == "(none)" ? std::nullopt : std::optional{wire::decode({topic, payload, {}, false})};
    const What* what = decoded && *decoded ? std::get_if<What>(&(*decoded)->event.what) : nullptr;
    return what == nullptr ? std::nullopt : std::optional<What>{*what};
}

QByteArray jsonRow(int id, qint64 time, const char* event, const char* conversation)
{
    return QString{R"({"id": "%1", "time": %2, "event": "%3", "conversation": "%4", "queue": "mail", )"
                   R"("author": "%5"})"
                   "\n"}
        .arg(id)
        .arg(time)
        .arg(event, conversation)
        .arg(std::string_view{event} == "asked" ? QString{"somebody "} + conversation : QString{"an agent"})
        .toUtf8();
}

/// The day so far, slots and the open one together.
struct Day {
    std::uint64_t waiting = 0;
    std::uint64_t offered = 0;
    std::uint64_t answered = 0;
    std::uint64_t in_time = 0;
    std::uint64_t voices = 0;
    bool operator==(const Day&) const = default;
};

char* toString(const Day& day)
{
    return qstrdup(qPrintable(QString{"%1 wait, %2 in, %3 answered, %4 in time, %5 voices"}
                                  .arg(day.waiting)
                                  .arg(day.offered)
                                  .arg(day.answered)
                                  .arg(day.in_time)
                                  .arg(day.voices)));
}

}  // namespace

class TestRestart : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_map;
    qint64 m_now = 0;
    int m_line = 0;

    /// A row so many seconds ago.
    QByteArray row(const char* event, const char* conversation, int ago)
    {
        return jsonRow(++m_line, m_now - ago, event, conversation);
    }
    void start(QProcess& feed, const support::Broker& broker, const QString& state) const
    {
        feed.start(CAREWALL_FEED_PROGRAM, {"follow", "--map", m_map, "--broker", QString::fromStdString(broker.url()),
                                           "--state", state, "--timezone", "UTC"});
        QVERIFY2(feed.waitForStarted(), qPrintable(feed.errorString()));
    }
    static void write(QProcess& feed, const QByteArray& rows)
    {
        feed.write(rows);
        QVERIFY(feed.waitForBytesWritten());
    }
    static std::uint64_t epoch(const Listener& listener)
    {
        const auto now = newest<core::QueueNowReported>(listener, now_topic);
        return now ? now->report.header.revision.epoch : 0;
    }
    static std::optional<Day> day(const Listener& listener)
    {
        const auto now = newest<core::QueueNowReported>(listener, now_topic);
        const auto closed = newest<core::QueueDayReported>(listener, day_topic);
        const auto voice = newest<core::VoiceNowReported>(listener, voice_topic);
        const auto voices = newest<core::VoiceDayReported>(listener, voice_day_topic);
        if (!now || !closed || !voice || !voices) return std::nullopt;
        for (const core::Header& header : {closed->report.header, voice->report.header, voices->report.header})
            if (header.revision.epoch != now->report.header.revision.epoch) return std::nullopt;
        Day sum{now->report.waiting, 0, 0, 0, voice->report.open->total.mentions};
        for (const core::VoiceSlot& slot : voices->report.slots)
            sum.voices += slot.total.mentions;
        std::vector<core::Tally> slots = closed->report.slots;
        slots.push_back(*now->report.open);
        for (const core::Tally& slot : slots) {
            sum.offered += slot.offered;
            sum.answered += slot.answered;
            sum.in_time += slot.answered_within_target;
        }
        return sum;
    }

private Q_SLOTS:
    void init();
    void theDayGoesOn();
    void killedAtAnyMoment();
    void anOldStateFileBecomesAFolder();
    void aStateThatIsNotWholeIsTold();
    void aFolderIsOfOneFeed();
    void withoutStateItSaysWhatThatCosts();
};

void TestRestart::init()
{
    m_now = QDateTime::currentSecsSinceEpoch();
    m_line = 0;
    m_map = m_folder.filePath("map.toml");
    QFile map{m_map};
    QVERIFY(map.open(QIODevice::WriteOnly));
    map.write("source = \"live\"\n[target]\nwithin = \"5 min\"\nratio = 0.8\n[[file]]\nmatch = \"-\"\nformat = "
              "\"jsonl\"\nevent = { column = \"event\" }\n[file.columns]\nid = \"id\"\ntime = \"time\"\nconversation = "
              "\"conversation\"\nqueue = \"queue\"\nauthor = \"author\"\n");
}

void TestRestart::theDayGoesOn()
{
    const support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    const QString state = m_folder.filePath("day");
    QByteArray morning;
    for (const char* each : {"A", "B", "C"})
        morning += row("asked", each, 1200) + row("replied", each, 1100);
    morning += row("asked", "D", 900) + row("asked", "E", 600);
    {
        QProcess feed;
        start(feed, broker, state);
        write(feed, morning);
        QVERIFY(support::waitUntil([&] { return day(listener) == Day{2, 5, 3, 3, 5}; }));
        feed.kill();
        QVERIFY(feed.waitForFinished());
    }
    const Day before = *day(listener);
    const std::uint64_t first = epoch(listener);

    QProcess feed;
    start(feed, broker, state);
    QVERIFY(support::waitUntil([&] { return epoch(listener) > first && day(listener); }));
    QCOMPARE(*day(listener), before);
    std::size_t told = 0;
    for (const core::Message& message : listener.messages()) {  // never another word, not even the first
        const auto decoded = wire::decode({message.topic, message.payload, {}, false});
        const auto* now = decoded ? std::get_if<core::QueueNowReported>(&decoded->event.what) : nullptr;
        if (now == nullptr || now->report.header.revision.epoch == first) continue;
        ++told;
        QCOMPARE(now->report.waiting, before.waiting);
    }
    QVERIFY(told > 0);
    // The afternoon, and some rows of the morning once more.
    write(feed, morning.first(morning.indexOf('\n') * 3) + "\n" + row("asked", "F", 120) + row("replied", "F", 60) +
                    row("replied", "D", 30));
    // 6 in, 5 answered, 4 of them in time, 1 waits.
    QVERIFY(support::waitUntil([&] { return day(listener) == Day{1, 6, 5, 4, 6}; }));
    feed.closeWriteChannel();
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    QVERIFY(QString{feed.readAllStandardError()}.contains("carewall-feed: goes on with 8 entries of " + state));
    struct stat found {};
    QVERIFY(::stat(qPrintable(state), &found) == 0 && (found.st_mode & 0777U) == 0700U);
    for (const char* file : {"/journal.db", "/learned"})
        QVERIFY(::stat(qPrintable(state + file), &found) == 0 && (found.st_mode & 0777U) == 0600U);
    QFile journal{state + "/journal.db"};
    QVERIFY(journal.open(QIODevice::ReadOnly));
    const QByteArray bytes = journal.readAll();
    QVERIFY(bytes.contains("mail") && !bytes.contains("somebody") && !bytes.contains("agent"));
}

void TestRestart::killedAtAnyMoment()
{
    const unsigned seed = 20261130;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener listener{floorOptions(broker)};
    QVERIFY(listener.waitUp());
    const QString state = m_folder.filePath("killed");
    // Whoever writes to a pipe does not know what was taken: each life is told all, and counts what is new.
    QByteArrayList rows;
    for (int i = 0; i < 250; ++i) {
        const QByteArray id = "k" + QByteArray::number(i);
        rows << row("asked", id, 1000 - i);
        if (i % 5 != 0) rows << row("replied", id, 990 - i);
    }
    std::uint64_t most = 0;
    for (int life = 0; life < 5; ++life) {
        QProcess feed;
        start(feed, broker, state);
        for (qsizetype i = 0; i < (life + 1) * rows.size() / 5; ++i)
            write(feed, rows[i]);
        if (life == 4) {
            QVERIFY(support::waitUntil([&] { return day(listener) == Day{50, 250, 200, 200, 250}; }));
            feed.terminate();
            QVERIFY(feed.waitForFinished());
            break;
        }
        QTest::qWait(static_cast<int>(random() % 300));
        const std::uint64_t of_before = epoch(listener);
        feed.kill();
        QVERIFY(feed.waitForFinished());
        QVERIFY(epoch(listener) >= of_before);
        if (const auto seen = day(listener)) {
            QVERIFY2(seen->offered >= most, "it told less than before");
            most = seen->offered;
        }
    }
}

void TestRestart::anOldStateFileBecomesAFolder()
{
    const support::Broker broker;
    feed::LedgerOptions options;
    options.target = {5min, 0.8};
    feed::Ledger some{options};
    for (int i = 0; i < 300; ++i) {
        some.take(support::asked(i, std::to_string(i), "complaints"));
        if (i >= 4) some.take(support::replied(i + 0.5, std::to_string(i - 4)));
    }
    const QString state = m_folder.filePath("learned-before");
    const QByteArray kept = QByteArray::fromStdString(some.save());
    QVERIFY(kept.contains("complaints"));
    QFile file{state};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kept);
    file.close();
    for (int again = 0; again < 2; ++again) {
        QProcess feed;
        start(feed, broker, state);
        feed.closeWriteChannel();
        QVERIFY(feed.waitForFinished());
        QCOMPARE(feed.exitCode(), 0);
        QFile learned{state + "/learned"};
        QVERIFY(learned.open(QIODevice::ReadOnly));
        QVERIFY(learned.readAll().contains("complaints"));
        QVERIFY(QFile::exists(state + "/journal.db") && !QFile::exists(state + ".becomes-a-folder"));
        // A power cut between the two steps of it.
        QVERIFY(again > 0 || QFile::rename(state, state + ".becomes-a-folder"));
    }
}

void TestRestart::aStateThatIsNotWholeIsTold()
{
    const support::Broker broker;
    const QString state = m_folder.filePath("damaged");
    QVERIFY(QDir{}.mkpath(state));
    QFile journal{state + "/journal.db"};
    QVERIFY(journal.open(QIODevice::WriteOnly));
    journal.close();
    QProcess feed;
    start(feed, broker, state);
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 2);
    QCOMPARE(QString{feed.readAllStandardError()},
             "carewall-feed: --state " + state +
                 "/journal.db: it is damaged (it is empty); move it away to begin anew\n");
    QCOMPARE(journal.size(), qint64{0});
}

void TestRestart::aFolderIsOfOneFeed()
{
    const support::Broker broker;
    const QString state = m_folder.filePath("claimed");
    const auto run = [&](const QStringList& more) {
        QProcess feed;
        feed.start(CAREWALL_FEED_PROGRAM, QStringList{"follow", "--broker", QString::fromStdString(broker.url()),
                                                      "--state", state, "--timezone", "UTC"} +
                                              more);
        feed.closeWriteChannel();
        if (!feed.waitForFinished()) return QString{"never ended"};
        return QString::number(feed.exitCode()) + " " + feed.readAllStandardError();
    };
    QCOMPARE(run({}).left(1), QString{"0"});
    QCOMPARE(run({"--source", "feed"}).left(1), QString{"0"});
    QCOMPARE(run({"--source", "other"}), "2 carewall-feed: --state " + state +
                                             ": keeps the day of demo/feed (floor/source), and this is demo/other; "
                                             "each feed needs a folder of its own\n");
    QCOMPARE(run({"--floor", "hall"}).left(1), QString{"2"});
}

void TestRestart::withoutStateItSaysWhatThatCosts()
{
    const support::Broker broker;
    QProcess feed;
    feed.start(CAREWALL_FEED_PROGRAM, {"follow", "--broker", QString::fromStdString(broker.url())});
    feed.closeWriteChannel();
    QVERIFY(feed.waitForFinished());
    QCOMPARE(feed.exitCode(), 0);
    const QString said = feed.readAllStandardError();
    QVERIFY2(said.startsWith("carewall-feed: without --state DIR a restart loses the day; this one counts since 20"),
             qPrintable(said));
    QCOMPARE(said.count("a restart loses the day"), 1);
}

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
