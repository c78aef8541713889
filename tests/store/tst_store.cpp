// Goal: what the board hands over is there again after a restart, the newest of it, and no more than the limits allow.
// Method: seeded values there and back through real files; limits, modes and schemas looked at from outside the store.
#include "store/store.h"

#include "core/calendar.h"
#include "store/pending.h"
#include "store/probe.h"
#include "store/slots.h"
#include "support/wait.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace carewall;
using support::checkedMessage;
using support::day;

namespace {

constexpr std::uint64_t seed = 20261121;

std::unique_ptr<store::Store> opened(const std::string& path, store::Options options = {})
{
    if (options.opened == core::WallTime{}) options.opened = day(20000);
    auto made = store::Store::open(path, std::move(options));
    return made ? std::move(*made) : nullptr;
}

unsigned modeOf(const std::string& path)
{
    struct stat known = {};
    return ::stat(path.c_str(), &known) == 0 ? known.st_mode & 0777U : 0;
}

QByteArray bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<core::Tally> tallies(std::mt19937_64& random, core::WallTime first, int number)
{
    std::vector<core::Tally> made;
    made.reserve(static_cast<std::size_t>(number));
    for (int i = 0; i < number; ++i)
        made.push_back(support::randomTally(random, first + i * std::chrono::minutes{5}));
    return made;
}

}  // namespace

class TestStore : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;

private Q_SLOTS:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed)); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath("state/of/carewall.db").toStdString();
    }

    void daysAreSummedUpOverQueuesAndSources()
    {
        std::mt19937_64 random(seed);
        const core::WallTime today = core::dayStart(day(20000));
        const core::WallTime yesterday = core::dayStart(today - std::chrono::hours{1});
        const core::WallTime long_ago = core::dayStart(today - std::chrono::hours{24 * 9 + 12});
        const auto north = tallies(random, yesterday, 12);
        const auto south = tallies(random, today - std::chrono::minutes{30}, 12);  // half of them are of today
        const auto old = tallies(random, long_ago, 3);
        const core::VoiceSlot voice = support::randomVoiceSlot(random, yesterday);
        const auto store = opened(m_path);
        QVERIFY(store);
        store->keepQueueSlots("mail", "north", north);
        store->keepQueueSlots("mail", "south", south);
        store->keepQueueSlots("chat", "north", old);
        store->keepVoiceSlots("north", {voice});
        store->keep("trends/demo", "not a slot");
        QVERIFY(store->flush());

        const core::DayHistory history = store->days(today, 12);
        QCOMPARE(history.size(), std::size_t{12});
        QCOMPARE(history.back().start, yesterday);
        core::Tally expected;
        for (const core::Tally& slot : north)
            expected.add(slot);
        for (std::size_t i = 0; i < 6; ++i)
            expected.add(south[i]);
        expected.start = yesterday;
        expected.length = today - yesterday;
        QCOMPARE(history.back().queues.size(), std::size_t{1});
        QVERIFY(history.back().queues.at("mail") == expected);
        QCOMPARE(history.back().voices->mentions, voice.total.mentions);
        for (std::size_t i = 1; i < history.size(); ++i)
            QVERIFY(core::dayStart(history[i].start - std::chrono::milliseconds{1}) == history[i - 1].start);
        for (const core::PastDay& each : history) {
            if (each.start == yesterday) continue;
            QVERIFY(!each.voices);
            QCOMPARE(each.queues.contains("chat"), each.start == long_ago);
        }
        const auto ten_days_ago = std::ranges::find(history, long_ago, &core::PastDay::start);
        QVERIFY(ten_days_ago != history.end());
        const core::Tally& counts = ten_days_ago->queues.at("chat");
        QCOMPARE(counts.answered, old[0].answered + old[1].answered + old[2].answered);
        QVERIFY2(counts.response.empty(), "older days are counts alone");
    }

    void bytesKeptUnderANameComeBack()
    {
        std::string bytes(900'000, 'b');
        bytes[7] = '\0';
        {
            const auto store = opened(m_path);
            QVERIFY(store);
            QVERIFY(!store->kept("trends/demo"));
            store->keep("trends/demo", "older");
            store->keep("trends/demo", bytes);
            store->keep("trends/other", "others");
            store->keepQueueSlots("trends/demo", {}, {});
            QVERIFY(store->flush());
        }
        const auto store = opened(m_path);
        QVERIFY(store);
        QVERIFY(store->kept("trends/demo") == bytes);
        QVERIFY(store->kept("trends/other") == "others");
        QVERIFY(!store->kept("trends"));
    }

    void newestPictureOfEachTopicComesBack()
    {
        const core::Message old = checkedMessage("a", 'x', 10, day(1));
        const core::Message newer = checkedMessage("a", 'y', 300000, day(3));
        core::Message live = checkedMessage("b/\xD9\x85", 'z', 20, day(2));
        live.retained = false;
        live.payload += std::string("\0\xFF{", 3);
        {
            const auto store = opened(m_path);
            QVERIFY(store);
            store->remember(old);
            QVERIFY(store->flush());
            store->remember(live);
            store->remember(newer);
            store->remember(checkedMessage("c", 'x', 5, day(4)));
            store->remember(checkedMessage("d", 'x', 5, day(4)));
            QVERIFY(store->flush());
            store->forget("c");
            store->remember({"d", "", {day(5), {}}, true});
        }
        const auto store = opened(m_path);
        QVERIFY(store);
        QCOMPARE(store->pictures(), (std::vector<core::Message>{live, newer}));
    }

    void slotsComeBackByQueueAndSource()
    {
        std::mt19937_64 random(seed);
        const auto north = tallies(random, day(100), 288);
        const auto south = tallies(random, day(100), 20);
        std::vector<core::VoiceSlot> voice;
        voice.reserve(96);
        for (int i = 0; i < 96; ++i)
            voice.push_back(support::randomVoiceSlot(random, day(100) + i * std::chrono::minutes{15}));
        {
            const auto store = opened(m_path);
            QVERIFY(store);
            store->keepQueueSlots("mail", "north", north);
            store->keepQueueSlots("mail", "south", south);
            store->keepQueueSlots("chat", "north", {});
            store->keepVoiceSlots("north", voice);
        }
        const auto store = opened(m_path);
        QVERIFY(store);
        QCOMPARE(store->queueSlots("mail", "north", day(0), day(200)), north);
        QCOMPARE(store->queueSlots("mail", "south", day(0), day(200)), south);
        QVERIFY(store->queueSlots("chat", "north", day(0), day(200)).empty());
        QCOMPARE(store->voiceSlots("north", day(0), day(200)), voice);
        QVERIFY(store->voiceSlots("south", day(0), day(200)).empty());
        // [from, to)
        const auto part = store->queueSlots("mail", "north", north[10].start, north[20].start);
        QCOMPARE(part, std::vector<core::Tally>(north.begin() + 10, north.begin() + 20));
    }

    void slotToldAgainReplacesItself()
    {
        std::mt19937_64 random(seed);
        auto slots = tallies(random, day(100), 50);
        const auto store = opened(m_path);
        QVERIFY(store);
        store->keepQueueSlots("mail", "feed", slots);
        QVERIFY(store->flush());
        slots[7] = support::randomTally(random, slots[7].start);
        slots[8].length = std::chrono::minutes{1};
        store->keepQueueSlots("mail", "feed", {slots[8]});
        store->keepQueueSlots("mail", "feed", slots);
        QVERIFY(store->flush());
        QCOMPARE(store->queueSlots("mail", "feed", day(0), day(200)), slots);
    }

    void writesByItselfAfterAWhile()
    {
        store::Options options;
        options.flush_interval = core::Milliseconds{20};
        const auto store = opened(m_path, options);
        QVERIFY(store);
        store->remember(checkedMessage("a", 'x', 10, day(1)));
        QVERIFY(support::waitUntil([&] { return store->pictures().size() == 1; }));
    }

    void slotsNotToldForKeepDaysAreForgotten()
    {
        std::mt19937_64 random(seed);
        const auto slots = tallies(random, day(10), 3);  // of a replay: years before the days on which they are told
        const std::vector<core::Tally> told_again{slots[1]};
        store::Options options;
        options.keep_days = 7;
        const auto store = opened(m_path, options);
        QVERIFY(store);
        store->keepQueueSlots("mail", "feed", slots);
        store->keepQueueSlots("gone", "feed", slots);
        QVERIFY(store->flush());
        store->remember(checkedMessage("a", 'x', 1, day(20007)));
        store->keepQueueSlots("mail", "feed", told_again);
        QVERIFY(store->flush());
        QCOMPARE(store->queueSlots("mail", "feed", day(0), day(200)), slots);
        store->remember(checkedMessage("a", 'x', 1, day(20008)));
        QVERIFY(store->flush());
        QCOMPARE(store->queueSlots("mail", "feed", day(0), day(200)), told_again);
        QVERIFY(store->queueSlots("gone", "feed", day(0), day(200)).empty());
    }

    void picturesOverTheLimitsGoOldestFirst()
    {
        store::Options options;
        options.max_pictures = 10;
        options.max_picture_bytes = 5000;
        const auto store = opened(m_path, options);
        QVERIFY(store);
        for (int i = 0; i < 30; ++i)
            store->remember(checkedMessage("t" + std::to_string(i), 'x', 10, day(1000 - i)));
        QVERIFY(store->flush());
        QCOMPARE(store->pictures().size(), std::size_t{10});
        QCOMPARE(store->pictures().back().topic, std::string("t0"));
        store->remember(checkedMessage("large", 'x', 4900, day(2000)));
        QVERIFY(store->flush());
        QStringList left;
        for (const core::Message& picture : store->pictures())
            left += QString::fromStdString(picture.topic);
        QCOMPARE(left.join(' '), QString("t6 t5 t4 t3 t2 t1 t0 large"));
    }

    void fileStaysBelowItsLimit()
    {
        constexpr int largest = 512 * 1024;
        std::mt19937_64 random(seed);
        store::Options options;
        options.max_bytes = largest;
        support::Troubles troubles;
        options.on_trouble = troubles.handler();
        auto store = opened(m_path, options);
        QVERIFY(store);
        std::vector<core::Tally> newest;
        for (int i = 0; i < 60; ++i) {
            newest = tallies(random, day(100 + i), 100);
            store->remember(checkedMessage("clock", 'x', 1, day(20000 + i / 3)));
            store->keepQueueSlots("mail", "feed", newest);
            QVERIFY2(store->flush(), qPrintable(troubles.text()));
        }
        QCOMPARE(store->queueSlots("mail", "feed", day(159), day(160)), newest);
        QVERIFY(store->queueSlots("mail", "feed", day(100), day(101)).empty());
        QCOMPARE(store->pictures().size(), std::size_t{1});
        store.reset();
        const qint64 size = QFile(QString::fromStdString(m_path)).size();
        QVERIFY2(size > largest / 2 && size <= largest, qPrintable(QString::number(size)));
        QCOMPARE(support::ask(m_path, "PRAGMA integrity_check"), std::string("ok"));
    }

    void whatWaitsIsBounded()
    {
        constexpr std::size_t pictures = 55'000;  // 50 topics of some 1000 bytes
        store::Pending pending;
        for (int i = 0; i < 100000; ++i)
            pending.remember(checkedMessage("t" + std::to_string(i % 50), 'x', 1000 + i % 7, day(i)));
        QVERIFY2(pending.bytes() <= pictures, qPrintable(QString::number(pending.bytes())));
        QCOMPARE(pending.dropped(), std::uint64_t{0});

        for (std::size_t i = 0; i < core::limits::inbox_topics; ++i)
            pending.forget("more" + std::to_string(i));
        QCOMPARE(pending.pictures().size(), core::limits::inbox_topics);
        QCOMPARE(pending.dropped(), std::uint64_t{50});
        const store::SlotRow row{core::Milliseconds{1}, std::string(1000, 'x'), {}};
        for (int i = 0; i < 20000; ++i)
            pending.keep({}, day(i), row);
        QVERIFY(pending.bytes() <= store::Pending::slot_bytes + pictures);
        QVERIFY(pending.dropped() > 1000);

        // What could not be written before comes back behind what is newer, and not over the limits.
        store::Pending newer;
        newer.remember(checkedMessage("t1", 'y', 1, day(1)));
        newer.absorbOlder(std::move(pending));
        QCOMPARE(newer.pictures().size(), core::limits::inbox_topics);
        QCOMPARE(newer.pictures().at("t1")->payload, std::string("y:1"));
    }

    void floodCostsNoDisk()
    {
        store::Options options;
        options.flush_interval = core::Milliseconds{50};
        auto store = opened(m_path, options);
        QVERIFY(store);
        for (int i = 0; i < 100000; ++i)
            store->remember(checkedMessage("t" + std::to_string(i % 50), 'x', 100 + i / 50, day(i)));
        QVERIFY(store->flush());
        const auto pictures = store->pictures();
        QCOMPARE(pictures.size(), std::size_t{50});
        for (const core::Message& picture : pictures)
            QCOMPARE(picture.payload, checkedMessage("", 'x', 2099, {}).payload);
        store.reset();
        QVERIFY(QFile(QString::fromStdString(m_path)).size() < 2'000'000);
    }

    void onlyTheOwnerMayRead()
    {
        auto store = opened(m_path);
        QVERIFY(store);
        store->remember(checkedMessage("a", 'x', 10, day(1)));
        QVERIFY(store->flush());
        QCOMPARE(modeOf(m_path), 0600U);
        QCOMPARE(modeOf(m_path + "-wal"), 0600U);
        QCOMPARE(modeOf(m_folder->filePath("state").toStdString()), 0700U);
        store.reset();
        QVERIFY(::chmod(m_path.c_str(), 0644) == 0);
        store = opened(m_path);
        QCOMPARE(modeOf(m_path), 0600U);
        QVERIFY(!QFile::exists(QString::fromStdString(m_path + "-shm")));
    }

    void whatIsNoFileIsRefused()
    {
        for (const std::string& path : {std::string(), m_folder->path().toStdString(), m_path + "/"}) {
            const auto made = store::Store::open(path, {});
            QVERIFY2(!made, path.c_str());
            QCOMPARE(made.error().kind, store::StoreError::Kind::Path);
            QCOMPARE(QString::fromStdString(made.error().why),
                     QString("store.path is \"%1\"; it must be a file, such as carewall.db").arg(path.c_str()));
        }
    }

    void newerSchemaIsLeftAlone()
    {
        QVERIFY(opened(m_path));
        QCOMPARE(support::ask(m_path, "PRAGMA user_version"), std::string("2"));
        support::ask(m_path, "PRAGMA user_version = 7; PRAGMA journal_mode = DELETE");
        const QByteArray before = bytesOf(m_path);
        const auto made = store::Store::open(m_path, {});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, store::StoreError::Kind::Newer);
        QCOMPARE(QString::fromStdString(made.error().why),
                 QString::fromStdString(m_path) + ": a newer Carewall wrote it (schema 7, this one knows 2); use that "
                                                  "Carewall, or set store.path to another file");
        QVERIFY(bytesOf(m_path) == before);
    }

    void otherProgramsDatabaseIsLeftAlone()
    {
        const std::string path = m_folder->filePath("theirs.db").toStdString();
        support::ask(path, "CREATE TABLE theirs(x)");
        const QByteArray before = bytesOf(path);
        const auto made = store::Store::open(path, {});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, store::StoreError::Kind::Foreign);
        QVERIFY(bytesOf(path) == before);
    }

    void secondBoardOnOneFileWaitsForIt()
    {
        auto first = opened(m_path);
        QVERIFY(first);
        support::Troubles troubles;
        store::Options options;
        options.on_trouble = troubles.handler();
        const auto second = opened(m_path, options);
        QVERIFY(second);
        QVERIFY(support::waitUntil([&] { return troubles.told("another program has it open"); }));
        second->remember(checkedMessage("a", 'x', 10, day(1)));
        QVERIFY(!second->flush());
        first->remember(checkedMessage("b", 'x', 10, day(2)));
        QVERIFY(first->flush());
        first.reset();
        QVERIFY2(second->flush(), qPrintable(troubles.text()));
        QVERIFY(support::waitUntil([&] { return troubles.over(); }));
        QCOMPARE(second->pictures().size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
