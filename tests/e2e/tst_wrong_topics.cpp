// Goal: whoever publishes to a topic that is nearly right learns from the board which one was meant, and whoever names
// another floor learns that.
// Method: the real program and a real broker; wrong topics by mosquitto_pub, the board's own status and log read.

#include "e2e/listening_board.h"
#include "e2e/status_listener.h"
#include "support/broker.h"
#include "support/process.h"
#include "support/wait.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carewall;

class TestWrongTopics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isToldWhatWasMeant_data();
    void isToldWhatWasMeant();
    void otherFloorsAreNamedUntilTheFirstReport();
    void aBrokerThatRefusesTheNearMissesKeepsTheLink();
    void cleanupTestCase();

private:
    bool publish(const QString& topic) const
    {
        return QProcess::execute("mosquitto_pub", {"-p", QString::number(m_broker.port()), "-q", "1", "-t", topic, "-m",
                                                   R"({"waiting": 7})"}) == 0;
    }
    QStringList refusals() const
    {
        QStringList words;
        for (const auto& refusal : m_status->newest().value("refusals").toArray())
            words << refusal.toString();
        return words;
    }
    bool logSays(const QString& words) const
    {
        QFile log{m_folder.filePath("carewall.log")};
        return log.open(QIODevice::ReadOnly) && QString::fromUtf8(log.readAll()).contains(words);
    }
    qint64 refused() const { return e2e::integer(m_status->newest(), "refused"); }

    QTemporaryDir m_folder;
    support::Broker m_broker;
    std::unique_ptr<e2e::StatusListener> m_status;
    pid_t m_board = -1;
};

void TestWrongTopics::initTestCase()
{
    QVERIFY2(m_broker.running(), m_broker.trouble().c_str());
    m_board =
        support::spawn({CAREWALL_PROGRAM, "--broker", m_broker.url(), "--floor", "demo", "--board", "wall", "--store",
                        "none", "--snapshot", m_folder.filePath("wall.png").toStdString(), "--refresh", "3600"},
                       m_folder.filePath("carewall.log").toStdString());
    m_status = std::make_unique<e2e::StatusListener>(m_broker.url(), "demo", "wall");
    QVERIFY(support::waitUntil([&] { return m_status->newest().value("why").toString() == "awaiting"; }));
}

void TestWrongTopics::cleanupTestCase()
{
    m_status.reset();
    if (m_board > 0) support::endChild(m_board, SIGTERM);
}

void TestWrongTopics::isToldWhatWasMeant_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char* topic, const char* fault, const char* meant = "queue/billing/me/now") {
        QTest::newRow(topic) << QString{topic} + ": " + fault + "; did you mean carewall/v1/demo/" + meant + "?";
    };
    row("carewall/v1/demo/queues/billing/me/now", "'queues' is not a kind of report");
    row("carewall/v1/demo/Queue/billing/me/now", "'Queue' is not a kind of report");
    row("carewall/v1/demo/QUEUE/billing/me/now", "'QUEUE' is not a kind of report");
    row("carewall/v1/demo/queue/billing/me/Now", "'Now' is not now or day");
    row("carewall/v1/demo/queue/billing/now", "topic lacks the source");
    row("carewall/v1/demo/queue/billing/me", "topic lacks now or day at its end");
    row("carewall/demo/queue/billing/me/now", "'carewall/demo/...' lacks the version");
    row("carewall/V1/demo/queue/billing/me/now", "topic says 'V1', not v1 in small letters");
    row("Carewall/v1/demo/queue/billing/me/now", "topic begins with 'Carewall', not carewall in small letters");
    row("carewall/v1/demo/notices/old", "'notices' is not a kind of report", "notice/old");
    QTest::newRow("carewall/v1/queue/billing/me/now")
        << QString{"topic lacks the floor; did you mean carewall/v1/{floor}/queue/billing/me/now?"};
    QTest::newRow("/carewall/v1/demo/clock") << QString{"leave the '/' in front away"};
}

void TestWrongTopics::isToldWhatWasMeant()
{
    QFETCH(QString, words);
    const QString topic{QTest::currentDataTag()};
    const qint64 before = refused();
    QVERIFY(publish(topic));
    const bool told = support::waitUntil([&] { return refusals().value(0).contains(words); });
    QVERIFY2(told, qPrintable("the newest refusal is: " + refusals().value(0)));
    QCOMPARE(refused(), before + 1);
    constexpr qint64 logged_a_minute = 10;
    if (refused() <= logged_a_minute) QVERIFY2(logSays(words.section(": ", -1)), qPrintable(words));
}

void TestWrongTopics::otherFloorsAreNamedUntilTheFirstReport()
{
    const QString said = "reports arrive for floor 'Demo'; this board shows 'demo' (floor = in board.toml, or --floor)";
    const auto brokerSays = [&](const char* words) { return m_broker.log().find(words) != std::string::npos; };
    QVERIFY(support::waitUntil([&] { return brokerSays("carewall-demo-wall-await"); }));
    const qint64 before = refused();
    const bool heard =
        support::waitUntil([&] { return publish("carewall/v1/Demo/queue/billing/me/now") && logSays(said); });
    QVERIFY(heard);
    QCOMPARE(refused(), before);

    QVERIFY(publish("carewall/v1/demo/queue/billing/me/now"));
    QVERIFY(support::waitUntil([&] { return brokerSays("Client carewall-demo-wall-await disconnected"); }));
    QVERIFY(support::waitUntil([&] { return e2e::integer(m_status->newest(), "waiting") == 7; }));
    QCOMPARE(e2e::integer(m_status->newest(), "reports"), 1);  // it was heard once
    QVERIFY(publish("carewall/v1/other/queue/billing/me/now"));
    QVERIFY(publish("carewall/v1/demo/queues/billing/me/now"));
    QVERIFY(support::waitUntil([&] { return refused() == before + 1; }));
    QVERIFY(!logSays("floor 'other'"));
}

void TestWrongTopics::aBrokerThatRefusesTheNearMissesKeepsTheLink()
{
    const char* const plugin = "/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so";
    if (!QFile::exists(plugin)) QSKIP("no mosquitto_dynamic_security.so here");
    QFile rules{m_folder.filePath("rules.json")};
    QVERIFY(rules.open(QIODevice::WriteOnly));
    rules.write(R"({"defaultACLAccess": {"publishClientSend": true, "publishClientReceive": true, "subscribe": false,
        "unsubscribe": true}, "roles": [{"rolename": "wall", "acls": [)");
    bool first = true;
    for (const std::string& filter : board::filters("demo", "wall")) {
        rules.write(first ? "" : ", ");
        rules.write((R"({"acltype": "subscribeLiteral", "topic": ")" + filter + R"(", "allow": true})").c_str());
        first = false;
    }
    rules.write(R"(]}], "groups": [{"groupname": "all", "roles": [{"rolename": "wall"}]}], "anonymousGroup": "all"})");
    rules.close();
    const support::Broker strict({.more = std::string("plugin ") + plugin + "\nplugin_opt_config_file " +
                                          rules.fileName().toStdString() + "\n"});
    QVERIFY2(strict.running(), strict.trouble().c_str());
    e2e::ListeningBoard board(strict.url(), "demo", "wall");
    QVERIFY(support::waitUntil([&] { return board.up(); }));
    QCOMPARE(QProcess::execute("mosquitto_pub", {"-p", QString::number(strict.port()), "-q", "1", "-t",
                                                 "carewall/v1/demo/queue/billing/me/now", "-m", R"({"waiting": 7})"}),
             0);
    QVERIFY(support::waitUntil([&] { return board.shown().waiting == 7; }));
    QTest::qWait(500);
    QVERIFY(board.up());
    // The rules do refuse: the same filters as the board's own bring the link down.
    mqtt::Options options;
    options.broker.url = strict.url();
    options.filters = board::nearMisses("demo");
    std::atomic<bool> down = false;
    const auto session = mqtt::Session::start(
        std::move(options),
        {{}, [&](core::LinkPhase phase, const core::LinkTrouble&) { down = phase == core::LinkPhase::Down; }});
    QVERIFY(session);
    QVERIFY(support::waitUntil([&] { return down.load(); }));
}

QTEST_GUILESS_MAIN(TestWrongTopics)
#include "tst_wrong_topics.moc"
