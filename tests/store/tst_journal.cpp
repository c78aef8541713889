// Goal: what the journal acknowledged is there after any end of its process, once; a file that is not whole is told.
// Method: random batches with doubles against a plain list; a child that is killed between two writes, 200 times over
// on one file; files damaged by hand.

#include "store/failing_disk.h"
#include "store/journal.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <random>
#include <set>

using namespace carewall;
using namespace std::chrono_literals;
using store::Journal;
using store::JournalBatch;
using store::JournalEntry;

namespace {

const core::WallTime monday{std::chrono::sys_days{std::chrono::year{2024} / 7 / 1}};

JournalEntry entry(core::Milliseconds after, const std::string& key, const std::string& conversation = "c",
                   int rank = 0)
{
    return {monday + after, rank, key, conversation, "body of " + key};
}

std::vector<std::string> bodies(const Journal& journal)
{
    std::vector<std::string> all;
    const auto read = journal.each([&](const JournalEntry& one) -> Journal::Result<void> {
        all.push_back(one.body);
        return {};
    });
    if (!read) qFatal("%s", read.error().c_str());
    return all;
}

Journal opened(const std::string& file)
{
    auto journal = Journal::open(file);
    if (!journal) qFatal("%s", journal.error().c_str());
    return std::move(*journal);
}

std::string trouble(const std::string& file)
{
    const auto journal = Journal::open(file);
    if (!journal) return journal.error();
    const auto read = journal->each([](const JournalEntry&) -> Journal::Result<void> { return {}; });
    return read ? std::string{} : read.error();
}

unsigned mode(const std::string& path)
{
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 ? found.st_mode & 0777U : 0;
}

/// Batch n, which is the same each time; the last one's first entry is told again with it.
JournalBatch numbered(int n)
{
    std::mt19937 random(static_cast<unsigned>(n));
    JournalBatch batch{"source", {}, std::to_string(n)};
    const int size = 1 + static_cast<int>(random() % 4);
    for (int i = 0; i < size; ++i)
        batch.entries.push_back(
            entry(core::Milliseconds{random() % 86'400'000}, std::to_string(n) + "-" + std::to_string(i)));
    if (n > 1) batch.entries.push_back(entry(1h, std::to_string(n - 1) + "-0"));
    return batch;
}

/// Goes on from the cursor, tells each batch that was acknowledged, and is killed at a write.
[[noreturn]] void writeAndDie(const std::string& file, int nth, int tell)
{
    const support::FailingDisk disk;
    support::FailingDisk::dieAt(nth);
    auto journal = Journal::open(file, support::FailingDisk::name());
    if (!journal) ::_exit(2);
    const auto cursor = journal->cursor("source");
    if (!cursor) ::_exit(3);
    for (int n = std::atoi(cursor->c_str()) + 1;; ++n) {
        if (!journal->append(numbered(n), monday)) ::_exit(4);
        if (::write(tell, &n, sizeof n) != sizeof n) ::_exit(5);
    }
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string file(const char* name) const { return m_folder.filePath(name).toStdString(); }

private Q_SLOTS:
    void entriesComeByTime();
    void doublesChangeNothing();
    void anotherSourceMayUseTheSameKey();
    void cursorsNotesAndEpochsStay();
    void nobodyElseMayReadIt();
    void itIsOnTheDiskBeforeItIsAcknowledged();
    void aFullDiskTakesNothing();
    void oldEntriesGoByAndBy();
    void keysGoAfterAWeek();
    void whatIsNoJournalIsTold_data();
    void whatIsNoJournalIsTold();
    void aSecondFeedIsTold();
    void nothingAcknowledgedIsLostInAKill();
};

void TestJournal::entriesComeByTime()
{
    Journal journal = *Journal::inMemory();
    QVERIFY(journal.append({"s", {entry(2s, "c"), entry(1s, "b", "c", 1), entry(1s, "a")}, {}}, monday));
    QVERIFY(journal.append({"s", {entry(1s, "d", "c", 1), entry(0s, "e")}, {}}, monday));
    QCOMPARE(bodies(journal),
             (std::vector<std::string>{"body of e", "body of a", "body of b", "body of d", "body of c"}));
    QCOMPARE(journal.size(), std::size_t{5});
}

void TestJournal::doublesChangeNothing()
{
    const unsigned seed = 20261130;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::string path = file("doubles.db");
    std::optional<Journal> journal = opened(path);
    std::map<std::string, std::string> expected;
    std::size_t refused = 0;
    std::size_t told = 0;
    for (int i = 0; i < 300; ++i) {
        JournalBatch batch{"s", {}, {}};
        for (unsigned k = random() % 6; k > 0; --k)
            batch.entries.push_back(entry(core::Milliseconds{random() % 1000}, std::to_string(random() % 400)));
        const auto fresh = journal->append(batch, monday);
        QVERIFY(fresh && fresh->size() == batch.entries.size());
        for (std::size_t k = 0; k < batch.entries.size(); ++k) {
            ++told;
            const bool is_new = expected.emplace(batch.entries[k].key, batch.entries[k].body).second;
            QCOMPARE(bool((*fresh)[k]), is_new);
            refused += is_new ? 0 : 1;
        }
        if (i % 50 == 0) {
            journal.reset();
            journal = opened(path);
        }
    }
    QVERIFY(refused > 100);
    QCOMPARE(journal->size(), expected.size());
    QCOMPARE(journal->size() + refused, told);
    std::multiset<std::string> there;
    for (const std::string& body : bodies(*journal))
        there.insert(body);
    for (const auto& [key, body] : expected)
        QCOMPARE(there.count(body), std::size_t{1});
    // What has no name is never a double.
    QVERIFY(journal->append({"s", {entry(1s, ""), entry(1s, "")}, {}}, monday));
    QCOMPARE(journal->size(), expected.size() + 2);
}

void TestJournal::anotherSourceMayUseTheSameKey()
{
    Journal journal = *Journal::inMemory();
    QVERIFY(journal.append({"s", {entry(1s, "a")}, {}}, monday));
    QVERIFY(journal.append({"t", {entry(1s, "a")}, {}}, monday));
    QCOMPARE(journal.size(), std::size_t{2});
}

void TestJournal::cursorsNotesAndEpochsStay()
{
    const std::string path = file("notes.db");
    {
        Journal journal = opened(path);
        QCOMPARE(*journal.cursor("s"), std::string{});
        QVERIFY(journal.append({"s", {}, std::string{"at\0 7", 5}}, monday));
        QVERIFY(journal.setNote("salt", "abc"));
        QCOMPARE(*journal.nextEpoch(1000), std::uint64_t{1000});
        QCOMPARE(*journal.nextEpoch(10), std::uint64_t{1001});
    }
    Journal journal = opened(path);
    QCOMPARE(*journal.cursor("s"), (std::string{"at\0 7", 5}));
    QCOMPARE(*journal.note("salt"), std::string{"abc"});
    QCOMPARE(*journal.nextEpoch(10), std::uint64_t{1002});
    QVERIFY(*journal.lastHeard() == monday);
}

void TestJournal::nobodyElseMayReadIt()
{
    const std::string path = file("deep/down/journal.db");
    Journal journal = opened(path);
    QVERIFY(journal.append({"s", {entry(1s, "a")}, {}}, monday));
    QCOMPARE(mode(path), 0600U);
    QCOMPARE(mode(path + "-wal"), 0600U);
    QCOMPARE(mode(file("deep/down")), 0700U);
    QVERIFY(::access((path + ".new").c_str(), F_OK) != 0);
}

void TestJournal::itIsOnTheDiskBeforeItIsAcknowledged()
{
    const support::FailingDisk disk;
    auto journal = Journal::open(file("synced.db"), support::FailingDisk::name());
    QVERIFY(journal);
    for (int n = 1; n < 20; ++n) {
        const long before = support::FailingDisk::syncs();
        QVERIFY(journal->append(numbered(n), monday));
        QVERIFY(support::FailingDisk::syncs() > before);
    }
}

void TestJournal::aFullDiskTakesNothing()
{
    support::FailingDisk disk;
    auto journal = Journal::open(file("full.db"), support::FailingDisk::name());
    QVERIFY(journal && journal->append(numbered(1), monday));
    const auto before = bodies(*journal);
    disk.fail(support::FailingDisk::Fault::Full);
    const auto refused = journal->append(numbered(2), monday);
    QVERIFY(!refused);
    QVERIFY2(refused.error().starts_with("there is no space left for it"), refused.error().c_str());
    disk.fail(support::FailingDisk::Fault::None);
    QCOMPARE(bodies(*journal), before);
    QCOMPARE(*journal->cursor("source"), std::string{"1"});
    QVERIFY(journal->append(numbered(2), monday));
    QCOMPARE(bodies(*journal).size(), journal->size());
}

void TestJournal::oldEntriesGoByAndBy()
{
    Journal journal = *Journal::inMemory();
    JournalBatch batch{"s", {}, {}};
    for (int i = 0; i < 1000; ++i)
        batch.entries.push_back(entry(core::Milliseconds{i}, std::to_string(i), i % 10 == 0 ? "open" : "over"));
    QVERIFY(journal.append(batch, monday));
    const auto keeps = [](const std::string& conversation, core::WallTime /*at*/) { return conversation == "open"; };
    int steps = 1;
    std::size_t before = journal.size();
    for (;; ++steps) {
        const auto more = journal.prune(monday + 500ms, monday, keeps, 100);
        QVERIFY(more);
        QVERIFY(before - journal.size() <= 100);
        before = journal.size();
        if (!*more) break;
    }
    QCOMPARE(steps, 6);
    QCOMPARE(journal.size(), std::size_t{550});
    QCOMPARE(bodies(journal).size(), std::size_t{550});
    // It begins with the oldest again: what has ended since goes now.
    QVERIFY(*journal.prune(
                monday + 500ms, monday, [](const std::string&, core::WallTime) { return false; }, 100) == false);
    QCOMPARE(journal.size(), std::size_t{500});
}

void TestJournal::keysGoAfterAWeek()
{
    Journal journal = *Journal::inMemory();
    QVERIFY(journal.append({"s", {entry(1s, "a")}, {}}, monday));
    const auto forget = [&](core::WallTime now) {
        return journal
            .prune(
                monday, now, [](const std::string&, core::WallTime) { return true; }, 100)
            .has_value();
    };
    QVERIFY(forget(monday + Journal::keys_kept));
    QVERIFY(!journal.append({"s", {entry(1s, "a")}, {}}, monday)->front());
    QVERIFY(forget(monday + Journal::keys_kept + 1ms));
    QVERIFY(journal.append({"s", {entry(1s, "a")}, {}}, monday)->front());
}

void TestJournal::whatIsNoJournalIsTold_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << 0 << "it is damaged (it is empty); move it away to begin anew";
    QTest::newRow("text") << 1 << "it is damaged (file is not a database); move it away to begin anew";
    QTest::newRow("half") << 2 << "it is damaged (database disk image is malformed); move it away to begin anew";
    QTest::newRow("one bit") << 3 << "it is damaged (an entry's checksum is another); move it away to begin anew";
    QTest::newRow("another program's") << 4 << "it is no journal of a feed; move it away to begin anew";
    QTest::newRow("newer") << 5
                           << "a newer Carewall wrote it (schema 99, this one knows 1); use that Carewall, or move it "
                              "away to begin anew";
}

void TestJournal::whatIsNoJournalIsTold()
{
    QFETCH(int, damage);
    QFETCH(QString, words);
    const std::string path = file(("damaged-" + std::to_string(damage) + ".db").c_str());
    {
        Journal journal = opened(path);
        JournalBatch batch{"s", {}, {}};
        for (int i = 0; i < 500; ++i)
            batch.entries.push_back(entry(core::Milliseconds{i}, std::to_string(i)));
        QVERIFY(journal.append(batch, monday));
    }
    const auto sql = [&](const char* words_of_it) {
        sqlite3* database = nullptr;
        const bool done = sqlite3_open(path.c_str(), &database) == SQLITE_OK &&
                          sqlite3_exec(database, words_of_it, nullptr, nullptr, nullptr) == SQLITE_OK;
        sqlite3_close(database);
        return done;
    };
    const auto size = std::filesystem::file_size(path);
    if (damage == 0) std::filesystem::resize_file(path, 0);
    if (damage == 1)
        std::ofstream{path} << "a letter of two pages, and so on and so on, until it is long enough for a head";
    if (damage == 2) std::filesystem::resize_file(path, size / 2 / 4096 * 4096);
    if (damage == 3) {
        std::fstream bytes{path, std::ios::in | std::ios::out | std::ios::binary};
        const std::string all{std::istreambuf_iterator<char>{bytes}, {}};
        const auto at = all.find("body of 250");
        QVERIFY(at != std::string::npos);
        bytes.seekp(static_cast<std::streamoff>(at));
        bytes.put('c');
    }
    if (damage == 4) QVERIFY(sql("PRAGMA application_id = 7"));
    if (damage == 5) QVERIFY(sql("PRAGMA user_version = 99"));
    QCOMPARE(QString::fromStdString(trouble(path)), words);
}

void TestJournal::aSecondFeedIsTold()
{
    const std::string path = file("held.db");
    const Journal journal = opened(path);
    QCOMPARE(trouble(path), std::string{"another feed has it open; each needs one of its own"});
}

void TestJournal::nothingAcknowledgedIsLostInAKill()
{
    const unsigned seed = 11;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::string path = file("killed.db");
    int last = 0;
    int kills_without_a_word = 0;
    for (int i = 0; i < 200; ++i) {
        const int nth = 1 + static_cast<int>(random() % 60);
        std::array<int, 2> told{};
        QVERIFY(::pipe(told.data()) == 0);
        const pid_t child = ::fork();
        if (child == 0) writeAndDie(path, nth, told[1]);
        ::close(told[1]);
        int acknowledged = last;
        while (::read(told[0], &acknowledged, sizeof acknowledged) == sizeof acknowledged) {
        }
        ::close(told[0]);
        int status = 0;
        QVERIFY(::waitpid(child, &status, 0) == child);
        QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, qPrintable(QString::number(WEXITSTATUS(status))));
        kills_without_a_word += acknowledged == last ? 1 : 0;

        Journal journal = opened(path);
        const int reached = std::atoi(journal.cursor("source")->c_str());
        QVERIFY2(reached == acknowledged || reached == acknowledged + 1,
                 qPrintable(
                     QString{"killed at write %1: %2 acknowledged, %3 there"}.arg(nth).arg(acknowledged).arg(reached)));
        std::multiset<std::string> expected;
        for (int n = 1; n <= reached; ++n)
            for (const JournalEntry& one : numbered(n).entries)
                if (one.key.starts_with(std::to_string(n) + "-")) expected.insert(one.body);
        const auto there = bodies(journal);
        QVERIFY((std::multiset<std::string>{there.begin(), there.end()} == expected));
        last = reached;
    }
    QVERIFY(last > 200 && kills_without_a_word > 10);
    qInfo("%d batches in 200 lives, %d of them without one", last, kills_without_a_word);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
