// Goal: what the board says is on its screen is what happened.
// Method: a week of a real help forum replayed at full speed through the real feed, a real broker and the real board
// offscreen; each day's end compared with figures worked out here from the CSV files, by other code.

#include "e2e/status_listener.h"
#include "support/broker.h"
#include "support/forum.h"
#include "support/process.h"
#include "support/shared_data.h"
#include "support/wait.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>

using namespace carewall;
using e2e::integer;
using e2e::queueOf;

namespace {

constexpr double sketch_error = 0.0109;

void compareQuantile(const QJsonObject& shown, const char* key, std::vector<double> exact, double q)
{
    if (exact.empty()) {
        QVERIFY2(!shown.contains(QLatin1String(key)), key);
        return;
    }
    std::sort(exact.begin(), exact.end());
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(exact.size())));
    const double truth = exact[std::max<std::size_t>(rank, 1) - 1];
    const double value = shown.value(QLatin1String(key)).toDouble();
    QVERIFY2(std::abs(value - truth) <= sketch_error * truth,
             qPrintable(QStringLiteral("%1: shown %2, exact %3").arg(QLatin1String(key)).arg(value).arg(truth)));
}

}  // namespace

class TestForumWeek : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHappened_data();
    void showsWhatHappened();
};

void TestForumWeek::showsWhatHappened_data()
{
    QTest::addColumn<QDateTime>("end");
    for (int day = 8; day < 15; ++day) {
        const QDateTime end(QDate(2024, 7, day), QTime(18, 0), Qt::UTC);
        QTest::newRow(qPrintable(end.toString(Qt::ISODate))) << end;
    }
}

void TestForumWeek::showsWhatHappened()
{
    QFETCH(QDateTime, end);
    const auto questions = support::sharedFile("data/helpforum_mail_2024q3_questions.csv");
    const auto answers = support::sharedFile("data/helpforum_mail_2024q3_answers.csv");
    if (!questions || !answers) QSKIP("shared/data/helpforum_mail_2024q3_*.csv are not on this machine");

    const QTemporaryDir folder;
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    const pid_t board =
        support::spawn({CAREWALL_PROGRAM, "--broker", broker.url(), "--floor", "forum", "--board", "wall", "--store",
                        "none", "--snapshot", folder.filePath("wall.png").toStdString(), "--refresh", "3600"},
                       folder.filePath("carewall.log").toStdString());
    const std::string to = end.toString(Qt::ISODate).toStdString();
    const std::string from = end.addDays(-1).toString(Qt::ISODate).toStdString();
    const bool replayed =
        support::run({CAREWALL_FEED_PROGRAM, "replay", *questions, *answers, "--map",
                      std::string{CAREWALL_SOURCE_DIR} + "/platform/mappings/helpforum-mail.toml", "--speed", "max",
                      "--broker", broker.url(), "--floor", "forum", "--from", from, "--to", to},
                     folder.filePath("feed.log").toStdString());
    QVERIFY2(replayed, "the feed failed");
    e2e::StatusListener listener(broker.url(), "forum", "wall");
    const qint64 end_ms = end.toMSecsSinceEpoch();
    QVERIFY2(
        support::waitUntil([&] { return integer(listener.newest(), "floor_ms") == end_ms; }, std::chrono::seconds{20}),
        qPrintable(QStringLiteral("the board's floor stands at %1, not at %2")
                       .arg(integer(listener.newest(), "floor_ms"))
                       .arg(end_ms)));
    const QJsonObject status = listener.newest();
    support::endChild(board, SIGTERM);

    QCOMPARE(integer(status, "refused"), qint64{0});
    QCOMPARE(integer(status, "over_limit"), qint64{0});
    const auto exact = support::forumFigures(*questions, *answers, end);
    QVERIFY(exact.size() >= 6);
    qint64 answered = 0;
    for (const auto& [id, truth] : exact) {
        const QJsonObject shown = queueOf(status, id);
        QVERIFY2(!shown.isEmpty(), qPrintable("no queue " + id));
        const auto compare = [&, &queue = id](const char* key, qint64 value) {
            QVERIFY2(integer(shown, key) == value, qPrintable(QStringLiteral("%1 %2: shown %3, exact %4")
                                                                  .arg(queue, QLatin1String(key))
                                                                  .arg(integer(shown, key))
                                                                  .arg(value)));
        };
        compare("waiting", truth.waiting);
        compare("offered", truth.offered);
        compare("answered", truth.answered);
        compare("abandoned", truth.abandoned);
        compare("resolved", truth.resolved);
        compare("service_level_met", truth.met);
        compare("service_level_counted", truth.answered + truth.abandoned);
        compare("day_n", static_cast<qint64>(truth.day.size()));
        compare("n", static_cast<qint64>(truth.hour.size()));
        compareQuantile(shown, "day_p50_s", truth.day, 0.5);
        compareQuantile(shown, "day_p90_s", truth.day, 0.9);
        compareQuantile(shown, "p50_s", truth.hour, 0.5);
        compareQuantile(shown, "p90_s", truth.hour, 0.9);
        if (truth.waiting > 0) QCOMPARE(shown.value("oldest_s").toDouble(), truth.oldest_s);
        answered += truth.answered;
    }
    QVERIFY2(answered >= 3, "a day on which nothing happens tests nothing");
    qInfo() << answered << "answered that day in" << exact.size() << "queues";
}

QTEST_GUILESS_MAIN(TestForumWeek)
#include "tst_forum_week.moc"
