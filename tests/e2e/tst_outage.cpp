// Goal: after a power cut the wall shows the last known truth, says that it is old, and is right again by itself.
// Method: the real program and a real broker; both killed with SIGKILL, both started again, its own status read.

#include "e2e/status_listener.h"
#include "support/broker.h"
#include "support/process.h"
#include "support/wait.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carewall;
using e2e::integer;
using e2e::queueOf;

class TestOutage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersThroughAPowerCut();
    void saysGoodbyeAndLeavesAWill();

private:
    pid_t start(const QTemporaryDir& folder, const std::string& url) const;
};

pid_t TestOutage::start(const QTemporaryDir& folder, const std::string& url) const
{
    return support::spawn({CAREWALL_PROGRAM, "--broker", url, "--floor", "demo", "--board", "wall", "--store",
                           folder.filePath("carewall.db").toStdString(), "--snapshot",
                           folder.filePath("wall.png").toStdString(), "--refresh", "3600"},
                          folder.filePath("carewall.log").toStdString());
}

void TestOutage::remembersThroughAPowerCut()
{
    const QTemporaryDir folder;
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    const pid_t first = start(folder, broker.url());
    {
        e2e::StatusListener status(broker.url(), "demo", "wall");
        QVERIFY(support::waitUntil([&] { return status.newest().value("online").toBool(); }));
        QCOMPARE(QProcess::execute("mosquitto_pub",
                                   {"-p", QString::number(broker.port()), "-t", "carewall/v1/demo/queue/billing/me/now",
                                    "-m", R"({"waiting": 7, "ages_s": [30]})"}),
                 0);  // not retained: only the board knows
        QVERIFY(support::waitUntil([&] { return integer(status.newest(), "waiting") == 7; }));
        QCOMPARE(queueOf(status.newest(), "billing").value("freshness").toString(), QStringLiteral("live"));
    }
    // The store writes every few seconds: what a power cut may cost.
    QTest::qWait(6000);
    support::endChild(first, SIGKILL);
    broker.kill();
    QVERIFY(broker.restart());

    const pid_t second = start(folder, broker.url());
    e2e::StatusListener status(broker.url(), "demo", "wall");
    QVERIFY(support::waitUntil(
        [&] { return queueOf(status.newest(), "billing").value("freshness").toString() == "remembered"; }));
    const QJsonObject billing = queueOf(status.newest(), "billing");
    QCOMPARE(integer(billing, "waiting"), qint64{7});
    QCOMPARE(billing.value("tone").toString(), QStringLiteral("silent"));
    QVERIFY2(billing.value("age_s").toDouble() >= 6, "it says how old it is");
    QCOMPARE(billing.value("oldest_s").toDouble(), 30.0);

    QCOMPARE(QProcess::execute("mosquitto_pub", {"-p", QString::number(broker.port()), "-t",
                                                 "carewall/v1/demo/queue/billing/me/now", "-m", R"({"waiting": 3})"}),
             0);
    QVERIFY(support::waitUntil([&] {
        const QJsonObject now = queueOf(status.newest(), "billing");
        return integer(now, "waiting") == 3 && now.value("freshness").toString() == "live";
    }));
    support::endChild(second, SIGTERM);
}

void TestOutage::saysGoodbyeAndLeavesAWill()
{
    const QTemporaryDir folder;
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    e2e::StatusListener status(broker.url(), "demo", "wall");
    for (const int signal : {SIGTERM, SIGKILL}) {
        const pid_t board = start(folder, broker.url());
        QVERIFY(support::waitUntil([&] { return status.newest().value("online").toBool(); }));
        support::endChild(board, signal);
        QVERIFY2(support::waitUntil([&] { return !status.newest().value("online").toBool(); }),
                 signal == SIGTERM ? "no goodbye" : "no will");
        QCOMPARE(status.newest().value("board").toString(), QStringLiteral("wall"));
    }
}

QTEST_GUILESS_MAIN(TestOutage)
#include "tst_outage.moc"
