// Goal: what somebody asks of a board from afar is on its screen, and what cannot be is refused in words that help.
// Method: the real program and a real broker; commands by mosquitto_pub, the board's own status read.

#include "e2e/status_listener.h"
#include "support/broker.h"
#include "support/process.h"
#include "support/wait.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carewall;

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsAreFollowed();
    void aBurstIsHeardWhole();
    void anAlarmIsInTheStatusAtOnce();

private:
    struct Running {
        QTemporaryDir folder;
        support::Broker broker;
        pid_t board = -1;
        std::unique_ptr<e2e::StatusListener> status;

        explicit Running(const QByteArray& settings = {})
        {
            if (!broker.running()) return;
            QFile config{folder.filePath("board.toml")};
            if (!config.open(QIODevice::WriteOnly) || config.write(settings) != settings.size()) return;
            config.close();
            board = support::spawn({CAREWALL_PROGRAM, "--config", config.fileName().toStdString(), "--broker",
                                    broker.url(), "--floor", "demo", "--board", "wall", "--store",
                                    folder.filePath("carewall.db").toStdString(), "--snapshot",
                                    folder.filePath("wall.png").toStdString(), "--refresh", "3600"},
                                   folder.filePath("carewall.log").toStdString());
            status = std::make_unique<e2e::StatusListener>(broker.url(), "demo", "wall");
        }
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;
        ~Running()
        {
            if (board > 0) support::endChild(board, SIGTERM);
        }
        int publish(const QString& topic, const QString& payload) const
        {
            return QProcess::execute("mosquitto_pub", {"-p", QString::number(broker.port()), "-q", "1", "-t",
                                                       "carewall/v1/demo/" + topic, "-m", payload});
        }
        bool command(const QString& payload) const { return publish("board/wall/command", payload) == 0; }
        bool says(const char* key, const QString& value) const
        {
            return support::waitUntil([&] { return status->newest().value(QLatin1String(key)).toString() == value; });
        }
    };
};

void TestCommands::commandsAreFollowed()
{
    Running wall;
    QVERIFY(wall.status && wall.says("why", "awaiting"));
    QVERIFY(wall.publish("queue/billing/me/now", R"({"waiting": 7, "ages_s": [30]})") == 0);
    QVERIFY(wall.says("why", "playlist"));
    QVERIFY(wall.command(R"({"scene": "response"})"));
    QVERIFY(wall.says("scene", "response") && wall.says("why", "asked"));
    QVERIFY(wall.command(R"({"hold": true})"));
    QVERIFY(wall.says("why", "held"));
    QVERIFY(wall.command(R"({"language": "fa"})"));
    QVERIFY(wall.says("language", "fa"));
    QVERIFY(wall.says("theme", "dark") && wall.says("scheme", "dark"));
    QVERIFY(wall.command(R"({"theme": "contrast"})"));
    QVERIFY(wall.says("theme", "contrast") && wall.says("scheme", "contrast"));
    QVERIFY(wall.command(R"({"dim": 0.5})"));
    QVERIFY(support::waitUntil([&] { return wall.status->newest().value("dim").toDouble() == 0.5; }));
    QVERIFY(wall.command(R"({"identify": true})"));
    QVERIFY(wall.says("scene", "identify"));
    QVERIFY(wall.command(R"({"scene": "playlist"})"));
    QVERIFY(wall.says("why", "playlist"));

    QVERIFY(wall.command(R"({"scene": "kitchen"})"));
    QVERIFY(support::waitUntil([&] { return e2e::integer(wall.status->newest(), "refused") == 1; }));
    const QString why = wall.status->newest().value("refusals").toArray().at(0).toString();
    QVERIFY2(why.contains(R"(scene is "kitchen"; it must be one of "floor")"), qPrintable(why));
}

void TestCommands::aBurstIsHeardWhole()
{
    Running wall;
    QVERIFY(wall.status && wall.says("why", "awaiting"));
    QVERIFY(wall.publish("queue/billing/me/now", R"({"waiting": 7})") == 0);
    QVERIFY(wall.says("why", "playlist"));
    // Within one frame, over one connection.
    QProcess pub;
    pub.start("mosquitto_pub", {"-p", QString::number(wall.broker.port()), "-q", "1", "-t",
                                "carewall/v1/demo/board/wall/command", "-l"});
    QVERIFY(pub.waitForStarted());
    pub.write("{\"language\": \"ru\"}\n{\"dim\": 0.25}\n{\"scene\": \"response\"}\n{\"hold\": true}\n");
    pub.closeWriteChannel();
    QVERIFY(pub.waitForFinished());
    QVERIFY(wall.says("why", "held") && wall.says("scene", "response") && wall.says("language", "ru"));
    QCOMPARE(wall.status->newest().value("dim").toDouble(), 0.25);
}

void TestCommands::anAlarmIsInTheStatusAtOnce()
{
    // One that may not take the screen: nothing but the status tells of it.
    const Running wall{"[alarm]\nan_hour = 0\n"};
    QVERIFY(wall.status && wall.says("why", "awaiting"));
    const auto tell = [&](const char* waiting) {
        const QString open = R"("open": {"start_ms": %1, "offered": 9, "answered": 9, "response": {"values_s": [90]}})";
        return wall.publish("queue/billing/me/now",
                            R"({"target": {"within_s": 20, "ratio": 0.8}, "waiting": )" + QString{waiting} + ", " +
                                open.arg(QDateTime::currentMSecsSinceEpoch() / 300'000 * 300'000) + "}") == 0;
    };
    QVERIFY(tell("3"));
    QElapsedTimer since;
    since.start();
    QVERIFY(support::waitUntil([&] { return wall.status->newest().value("alarms").toArray().contains("billing"); }));
    const qint64 told = since.elapsed();
    QVERIFY2(told < 9000, qPrintable(QString::number(told)));  // it is believed after 5 s, and told within another
    QVERIFY(told >= 4500);
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
