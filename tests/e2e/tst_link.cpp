// Goal: whatever happens to its broker, and by whatever name that is called, the wall and the feed live on, find it
// again, and say at the ordinary log level what keeps them from it and what to do.
// Method: the real programs and a real mosquitto called localhost, killed and started again; then a port where nobody
// listens, a wrong password, a certificate that is not trusted, a name that nobody knows, and their logs read.
#include "e2e/status_listener.h"
#include "support/broker.h"
#include "support/process.h"
#include "support/wait.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carewall;
using namespace std::chrono_literals;
using e2e::integer;

class TestLink : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void livesThroughOutagesOfANamedBroker();
    void reasonsAreLogged_data();
    void reasonsAreLogged();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<pid_t> m_running;

    std::string path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    QByteArray log(const char* name) const
    {
        QFile file{m_folder->filePath(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }
    void startWall(const QByteArray& settings);
    void startFeed(const std::vector<std::string>& broker);
};

void TestLink::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLink::cleanup()
{
    for (const pid_t program : m_running)
        support::endChild(program, SIGTERM);
    m_running.clear();
}

void TestLink::startWall(const QByteArray& settings)
{
    QFile config{m_folder->filePath("board.toml")};
    QVERIFY(config.open(QIODevice::WriteOnly) && config.write(settings) == settings.size());
    config.close();
    m_running.push_back(
        support::spawn({CAREWALL_PROGRAM, "--config", path("board.toml"), "--floor", "demo", "--board", "wall",
                        "--store", path("carewall.db"), "--snapshot", path("wall.png"), "--refresh", "3600"},
                       path("wall.log")));
}

void TestLink::startFeed(const std::vector<std::string>& broker)
{
    std::vector<std::string> command{CAREWALL_FEED_PROGRAM, "simulate", "--floor", "demo"};
    command.insert(command.end(), broker.begin(), broker.end());
    m_running.push_back(support::spawn(command, path("feed.log")));
}

void TestLink::livesThroughOutagesOfANamedBroker()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    startWall("[broker]\nurl = \"" + QByteArray::fromStdString(broker.namedUrl()) + "\"\n");
    startFeed({"--broker", broker.namedUrl()});
    e2e::StatusListener status(broker.url(), "demo", "wall");
    QVERIFY(support::waitUntil([&] { return integer(status.newest(), "reports") > 0; }, 20s));
    for (int outage = 1; outage <= 3; ++outage) {
        broker.kill();
        QTest::qWait(2500);  // several tries each
        for (const pid_t program : m_running)
            QVERIFY2(support::isRunning(program), (log("wall.log") + log("feed.log")).constData());
        const qint64 before = integer(status.newest(), "reports");
        QVERIFY2(broker.restart(), broker.trouble().c_str());
        QVERIFY2(support::waitUntil([&] { return integer(status.newest(), "reports") > before; }, 20s),
                 "no newer report of the feed is on the wall");
    }
    for (const char* name : {"wall.log", "feed.log"}) {
        QVERIFY2(log(name).count("connected to mqtt://localhost:") >= 4, log(name).constData());
        QVERIFY2(log(name).contains("is the broker running"), log(name).constData());
    }
}

void TestLink::reasonsAreLogged_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::addColumn<QByteArray>("advice");
    const auto row = [](const char* name, const char* settings, const char* arguments, const char* says,
                        const char* advice) {
        QTest::newRow(name) << QByteArray(settings) << QByteArray(arguments) << QByteArray(says) << QByteArray(advice);
    };
    row("refused", "url = \"mqtt://localhost:@CLOSED@\"\n", "--broker mqtt://localhost:@CLOSED@",
        "no connection to mqtt://localhost:@CLOSED@: Connection refused", "is the broker running");
    row("password", "url = \"mqtt://127.0.0.1:@GUARDED@\"\nusername = \"wall\"\npassword_file = \"@WRONG@\"\n",
        "--broker mqtt://127.0.0.1:@GUARDED@ --username wall --password-file @WRONG@",
        "the broker refuses us: Not authorized", "password_file");
    row("certificate", "url = \"mqtts://localhost:@TLS@\"\nca_file = \"@OTHER_CA@\"\n",
        "--broker mqtts://localhost:@TLS@ --ca-file @OTHER_CA@", "certificate verify failed", "ca_file");
    row("misnamed", "url = \"mqtts://127.1:@TLS@\"\nca_file = \"@CA@\"\n",
        "--broker mqtts://127.1:@TLS@ --ca-file @CA@", "host name verification failed", "broker.url");
    row("name", "url = \"mqtt://no-such-host.invalid\"\n", "--broker mqtt://no-such-host.invalid",
        "the broker's name is not known", "DNS");
}

void TestLink::reasonsAreLogged()
{
    support::Broker guarded({.username = "wall", .password = "right"});
    QVERIFY2(guarded.running(), guarded.trouble().c_str());
    support::Broker tls({.tls = true});
    QVERIFY2(tls.running(), tls.trouble().c_str());
    support::Broker closed;
    closed.terminate();
    QFile wrong{m_folder->filePath("wrong")};
    QVERIFY(wrong.open(QIODevice::WriteOnly) && wrong.write("wrong\n") > 0);
    wrong.close();
    const auto filled = [&](QByteArray text) {
        return text.replace("@CLOSED@", QByteArray::number(closed.port()))
            .replace("@GUARDED@", QByteArray::number(guarded.port()))
            .replace("@TLS@", QByteArray::number(tls.port()))
            .replace("@WRONG@", wrong.fileName().toUtf8())
            .replace("@OTHER_CA@", QByteArray::fromStdString(tls.otherCaFile()))
            .replace("@CA@", QByteArray::fromStdString(tls.caFile()));
    };
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, says);
    QFETCH(QByteArray, advice);
    startWall("[broker]\n" + filled(settings));
    std::vector<std::string> command;
    for (const QByteArray& argument : filled(arguments).split(' '))
        command.push_back(argument.toStdString());
    startFeed(command);
    for (const char* name : {"wall.log", "feed.log"}) {
        QVERIFY2(support::waitUntil([&] { return log(name).contains(filled(says)); }, 30s), log(name).constData());
        QVERIFY2(log(name).contains(advice), log(name).constData());
    }
    // Said once, not at each try.
    QTest::qWait(1500);
    for (const char* name : {"wall.log", "feed.log"})
        QVERIFY2(log(name).count("no connection to") == 1, log(name).constData());
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
