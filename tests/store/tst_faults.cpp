// Goal: no disk holds up or ends the board, and no trouble costs what was on disk before.
// Method: a VFS that fails each kind of write and each n-th one; damaged files; a child killed in the middle of
// writing; the file checked from outside by SQLite itself.
#include "store/failing_disk.h"
#include "store/probe.h"
#include "store/slots.h"
#include "store/store.h"
#include "support/wait.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace carewall;
using support::checkedMessage;
using support::day;
using support::FailingDisk;

Q_DECLARE_METATYPE(carewall::support::FailingDisk::Fault)

namespace {

constexpr std::uint64_t seed = 20261121;
constexpr int killed_rounds = 12;
constexpr int child_topics = 20;

void write(const std::string& path, const QByteArray& bytes)
{
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
}

/// In the child: generation after generation of pictures, the last one that is surely written told through the pipe.
[[noreturn]] void writeUntilKilled(const std::string& path, int pipe)
{
    store::Options options;
    options.flush_interval = std::chrono::hours{1};  // flush() alone decides: one transaction a generation
    auto made = store::Store::open(path, options);
    if (!made) ::_exit(1);
    std::mt19937_64 random(seed);
    for (std::int64_t generation = 1;; ++generation) {
        const core::WallTime now{core::Milliseconds{generation}};
        for (int topic = 0; topic < child_topics; ++topic) {
            const char letter = static_cast<char>('a' + generation % 26);
            (*made)->remember(checkedMessage("t" + std::to_string(topic), letter, 1 + random() % 60000, now));
        }
        (*made)->keepQueueSlots("mail", "feed", {support::randomTally(random, now)});
        if (!(*made)->flush()) ::_exit(2);
        if (::write(pipe, &generation, sizeof generation) != sizeof generation) ::_exit(3);
    }
}

}  // namespace

class TestFaults : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FailingDisk> m_disk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::Troubles> m_troubles;
    std::string m_path;

    std::unique_ptr<store::Store> opened(store::Options options = {})
    {
        options.vfs = FailingDisk::name();
        options.on_trouble = m_troubles->handler();
        if (options.opened == core::WallTime{}) options.opened = day(20000);
        auto made = store::Store::open(m_path, std::move(options));
        if (!made) qWarning("%s", made.error().why.c_str());
        return made ? std::move(*made) : nullptr;
    }

    /// A closed store of pictures of 2 KB each.
    void makeStore(int pictures = 200)
    {
        const auto store = opened();
        for (int i = 0; i < pictures; ++i)
            store->remember(checkedMessage("t" + std::to_string(i), 'x', 2000, day(i)));
        QVERIFY(store->flush());
    }

    QStringList setAside() const
    {
        return QDir(m_folder->path()).entryList({"carewall.db.corrupt-*"}, QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed)); }
    void init()
    {
        m_disk = std::make_unique<FailingDisk>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_troubles = std::make_unique<support::Troubles>();
        m_path = m_folder->filePath("carewall.db").toStdString();
    }

    void troubleIsToldAndPasses_data()
    {
        QTest::addColumn<FailingDisk::Fault>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("full") << FailingDisk::Fault::Full << "there is no space left for it";
        QTest::newRow("read-only") << FailingDisk::Fault::ReadOnly << "it is read-only";
        QTest::newRow("broken") << FailingDisk::Fault::Broken << "it cannot be read or written";
    }
    void troubleIsToldAndPasses()
    {
        QFETCH(FailingDisk::Fault, fault);
        QFETCH(QString, words);
        makeStore();
        const auto store = opened();
        QVERIFY(store);
        m_disk->fail(fault);
        store->remember(checkedMessage("t0", 'y', 5, day(1000)));
        QVERIFY(!store->flush());
        store->remember(checkedMessage("new", 'y', 6, day(1001)));
        QVERIFY(!store->flush());
        QVERIFY2(m_troubles->told(m_path + ": " + words.toStdString()), qPrintable(m_troubles->text()));
        QCOMPARE(m_troubles->all().size(), std::size_t{1});  // told once, not at each attempt

        m_disk->fail(FailingDisk::Fault::None);
        QVERIFY2(store->flush(), qPrintable(m_troubles->text()));
        QVERIFY(support::waitUntil([&] { return m_troubles->over(); }));
        const auto pictures = store->pictures();
        QCOMPARE(pictures.size(), std::size_t{201});
        QCOMPARE(pictures[199].payload, checkedMessage("", 'y', 5, {}).payload);
        QCOMPARE(pictures[200].topic, std::string("new"));
        QVERIFY(setAside().isEmpty());
    }

    void retriesByItself()
    {
        store::Options options;
        options.flush_interval = core::Milliseconds{10};
        const auto store = opened(options);
        QVERIFY(store);
        m_disk->fail(FailingDisk::Fault::Full);
        store->remember(checkedMessage("a", 'y', 5, day(1)));
        QVERIFY(support::waitUntil([&] { return m_troubles->told("no space"); }));
        m_disk->fail(FailingDisk::Fault::None);
        QVERIFY(support::waitUntil([&] { return m_troubles->over(); }));
        QCOMPARE(store->pictures().size(), std::size_t{1});
    }

    void startsWithoutADiskAndFindsItLater()
    {
        makeStore();
        m_disk->fail(FailingDisk::Fault::CannotOpen);
        const auto store = opened();
        QVERIFY(store);
        QVERIFY(store->pictures().empty());
        store->remember(checkedMessage("new", 'y', 6, day(1001)));
        QVERIFY(!store->flush());
        m_disk->fail(FailingDisk::Fault::None);
        QVERIFY(store->flush());
        QCOMPARE(store->pictures().size(), std::size_t{201});
    }

    void folderThatCannotBeMadeIsTold()
    {
        const std::string blocker = m_folder->filePath("state").toStdString();
        write(blocker, "a file");
        m_path = blocker + "/carewall.db";
        const auto store = opened();
        QVERIFY(store);
        store->remember(checkedMessage("new", 'y', 6, day(1)));
        QVERIFY(!store->flush());
        const std::string words = m_path + ": it cannot be made (" + blocker + ": File exists)";
        QVERIFY2(m_troubles->told(words), qPrintable(m_troubles->text()));
        QVERIFY(QFile::remove(QString::fromStdString(blocker)));
        QVERIFY(store->flush());
    }

    void anyOneWriteMayFail_data()
    {
        QTest::addColumn<FailingDisk::Fault>("fault");
        QTest::newRow("full") << FailingDisk::Fault::Full;
        QTest::newRow("broken") << FailingDisk::Fault::Broken;
    }
    void anyOneWriteMayFail()
    {
        QFETCH(FailingDisk::Fault, fault);
        constexpr int known = 40;
        constexpr int changed = 10;
        makeStore(known);
        const QString file = QString::fromStdString(m_path);
        const QString before = file + ".before";
        QVERIFY(QFile::copy(file, before));
        int nth = 1;
        for (bool reached = true; reached; ++nth) {
            QVERIFY(QFile::remove(file) && QFile::copy(before, file));
            m_disk->failOnce(fault, nth);
            const long writes = m_disk->writes();
            {
                const auto store = opened();
                QVERIFY(store);
                for (int i = 0; i < changed; ++i)
                    store->remember(checkedMessage("t" + std::to_string(i), 'y', 9000, day(300)));
                static_cast<void>(store->flush());
                QVERIFY2(store->flush(), qPrintable(QString("write %1\n").arg(nth) + m_troubles->text()));
            }
            reached = m_disk->writes() - writes >= nth;
            m_disk->fail(FailingDisk::Fault::None);
            QCOMPARE(support::ask(m_path, "PRAGMA integrity_check"), std::string("ok"));
            const auto pictures = opened()->pictures();
            QCOMPARE(pictures.size(), std::size_t{known});
            for (const core::Message& picture : pictures)
                QCOMPARE(support::damage(picture), std::string());
            QCOMPARE(std::count_if(pictures.begin(), pictures.end(),
                                   [](const core::Message& picture) { return picture.payload.front() == 'y'; }),
                     changed);
        }
        qInfo("%d writes", nth - 1);
        QVERIFY(nth > 20);
    }

    void slowDiskHoldsNobodyUp()
    {
        store::Options options;
        options.close_within = core::Milliseconds{300};
        auto store = opened(options);
        QVERIFY(store);
        m_disk->slow(core::Milliseconds{20});
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 2000; ++i)
            store->remember(checkedMessage("t" + std::to_string(i), 'x', 8000, day(i)));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString("remember: %1 ms").arg(timer.elapsed())));
        timer.restart();
        store.reset();
        QVERIFY2(timer.elapsed() < 15000, qPrintable(QString("closing: %1 ms").arg(timer.elapsed())));
        QVERIFY2(m_troubles->told("no time left"), qPrintable(m_troubles->text()));
        m_disk->slow(core::Milliseconds{0});
        QCOMPARE(support::ask(m_path, "PRAGMA integrity_check"), std::string("ok"));
    }

    void damagedFileIsSetAside_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("size");
        QTest::newRow("header") << 0 << 100;
        QTest::newRow("first page") << 0 << 4096;
        QTest::newRow("second page") << 4096 << 4096;
        QTest::newRow("middle") << 100000 << 200000;
        QTest::newRow("all") << 0 << -1;
        QTest::newRow("cut") << 50000 << 0;
    }
    void damagedFileIsSetAside()
    {
        QFETCH(int, from);
        QFETCH(int, size);
        makeStore();
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QFile::ReadWrite));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 300000);
        std::mt19937_64 random(seed);
        if (size == 0) bytes.truncate(from);
        for (int i = from; i < (size < 0 ? bytes.size() : from + size); ++i)
            bytes[i] = static_cast<char>(random());
        QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
        file.close();

        const auto store = opened();
        QVERIFY(store);
        static_cast<void>(store->pictures());
        for (int i = 0; i < 200; ++i)
            store->remember(checkedMessage("t" + std::to_string(i), 'y', 100, day(500 + i)));
        QVERIFY2(store->flush(), qPrintable(m_troubles->text()));
        QCOMPARE(setAside(), QStringList("carewall.db.corrupt-20241004-000000"));
        QVERIFY2(m_troubles->told("it is kept as carewall.db.corrupt-20241004-000000, a new one is begun"),
                 qPrintable(m_troubles->text()));
        QVERIFY(support::waitUntil([&] { return m_troubles->over(); }));
        QFile aside(m_folder->filePath(setAside().front()));
        QVERIFY(aside.open(QFile::ReadOnly));
        QVERIFY(aside.readAll() == bytes);
        QCOMPARE(store->pictures().size(), std::size_t{200});
    }

    void onlyTheNewestThreeStayAside()
    {
        for (int i = 0; i < 5; ++i) {
            write(m_path, "no database, number " + QByteArray::number(i) + QByteArray(4096, ' '));
            store::Options options;
            options.opened = day(20000 + i);
            QVERIFY(opened(options));
        }
        QCOMPARE(setAside().size(), 3);
        QFile newest(m_folder->filePath(setAside().back()));
        QVERIFY(newest.open(QFile::ReadOnly));
        QVERIFY(newest.readAll().startsWith("no database, number 4"));
    }

    void killedWhileWriting()
    {
        std::mt19937_64 random(seed);
        std::int64_t generations = 0;
        for (int round = 0; round < killed_rounds; ++round) {
            int pipe[2] = {};
            QVERIFY(::pipe(pipe) == 0);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) writeUntilKilled(m_path, pipe[1]);
            ::close(pipe[1]);
            std::int64_t surely = 0;
            QVERIFY(::read(pipe[0], &surely, sizeof surely) == sizeof surely);
            std::this_thread::sleep_for(std::chrono::microseconds{random() % 60000});
            ::kill(child, SIGKILL);
            for (std::int64_t next = 0; ::read(pipe[0], &next, sizeof next) == sizeof next;)
                surely = next;
            ::close(pipe[0]);
            int status = 0;
            QVERIFY(::waitpid(child, &status, 0) == child);
            QVERIFY2(WIFSIGNALED(status), qPrintable(QString("the child ended with %1").arg(WEXITSTATUS(status))));
            generations += surely;

            if (round % 2 == 0) QCOMPARE(support::ask(m_path, "PRAGMA integrity_check"), std::string("ok"));
            const auto store = opened();
            QVERIFY(store);
            const auto pictures = store->pictures();
            QCOMPARE(pictures.size(), std::size_t{child_topics});
            for (const core::Message& picture : pictures) {
                QCOMPARE(support::damage(picture), std::string());
                // None is there in part, and none that was told is lost.
                QCOMPARE(core::toMs(picture.received.wall), core::toMs(pictures.front().received.wall));
            }
            const std::int64_t found = core::toMs(pictures.front().received.wall);
            QVERIFY2(found >= surely, qPrintable(QString("%1 was told, %2 is there").arg(surely).arg(found)));
            QVERIFY2(m_troubles->all().empty(), qPrintable(m_troubles->text()));
        }
        qInfo("%lld generations written in %d rounds", static_cast<long long>(generations), killed_rounds);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
