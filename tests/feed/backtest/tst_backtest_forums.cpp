// Goal: a back-test of real conversations finds what happened, in time, and counts it right.
// Method: a mail forum's quarter against figures worked out here from the CSV files, by other code; a browser forum's
// weeks, in which two bursts are known.

#include "core/calendar.h"
#include "feed/backtest/backtest.h"
#include "feed/conversation/timestamp.h"
#include "feed/run/ledger_options.h"
#include "feed/sources/file_source.h"
#include "support/forum.h"
#include "support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace carewall;
using feed::Burst;

namespace {

constexpr double sketch_error = 0.0109;

/// The exact quantile by nearest rank against the sketch's; what differs, or nothing.
QString differs(const core::Sketch& response, std::vector<double> exact, double q)
{
    const auto shown = response.quantile(q);
    if (exact.empty()) return shown ? QString{"answers that nobody gave"} : QString{};
    if (!shown) return QString{"no answers"};
    std::ranges::sort(exact);
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(exact.size())));
    const double truth = exact[std::max<std::size_t>(rank, 1) - 1];
    if (std::abs(*shown - truth) <= sketch_error * truth) return {};
    return QString{"p%1 %2, exact %3"}.arg(100 * q).arg(*shown).arg(truth);
}

core::WallTime time(const char* words)
{
    return *feed::parseTime(words);
}

feed::Backtested run(const char* mapping_name, const std::vector<std::string>& files,
                     const feed::BacktestOptions& options)
{
    const auto mapping = feed::loadMapping(std::string{CAREWALL_SOURCE_DIR "/platform/mappings/"} + mapping_name);
    const auto reader = feed::RowReader::make(*mapping, "");
    auto source = feed::FileSource::open(*mapping, **reader, files);
    auto tested = feed::backtest(options, feed::ledgerOptions(*mapping), *source, [](const feed::BacktestEvent&) {});
    for (const Burst& burst : tested->bursts) {
        qInfo("%s noticed %s since %s", burst.label.empty() ? "(all)" : burst.label.c_str(),
              feed::formatTime(burst.noticed).c_str(), feed::formatTime(burst.since).c_str());
    }
    return std::move(*tested);
}

}  // namespace

class TestBacktestForums : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(core::useTimeZone("UTC")); }
    void theMailForumsQuarter();
    void theBrowserForumsBursts();
};

void TestBacktestForums::theMailForumsQuarter()
{
    const auto questions = support::sharedFile("data/helpforum_mail_2024q3_questions.csv");
    const auto answers = support::sharedFile("data/helpforum_mail_2024q3_answers.csv");
    if (!questions || !answers) QSKIP("shared/data/helpforum_mail_2024q3_*.csv are not on this machine");
    feed::BacktestOptions options;
    options.to = time("2024-10-01");
    const feed::Backtested tested = run("helpforum-mail.toml", {*questions, *answers}, options);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(core::toMs(*options.to), Qt::UTC);
    const auto truth = support::forumDays(*questions, *answers, end);
    QCOMPARE(truth.size(), std::size_t{92});
    std::size_t compared = 0;
    for (const auto& [day, queues] : truth) {
        for (const auto& [name, exact] : queues) {
            const QByteArray where = day.toString(Qt::ISODate).toUtf8() + " " + name.toUtf8();
            const feed::QueueRecord& record = tested.queues.at(name.toStdString());
            const auto found =
                std::ranges::find(record.days, core::wallTimeFromMs(day.toMSecsSinceEpoch()), &feed::DayRecord::day);
            const feed::DayRecord shown = found == record.days.end() ? feed::DayRecord{} : *found;
            const auto same = [&](const char* what, std::uint64_t value, qint64 wanted) {
                QVERIFY2(value == static_cast<std::uint64_t>(wanted),
                         qPrintable(QString{"%1: %2 %3, exact %4"}.arg(where, what).arg(value).arg(wanted)));
            };
            same("offered", shown.tally.offered, exact.offered);
            same("answered", shown.tally.answered, exact.answered);
            same("abandoned", shown.tally.abandoned, exact.abandoned);
            same("resolved", shown.tally.resolved, exact.resolved);
            same("met", shown.service_level.met, exact.met);
            same("counted", shown.service_level.counted, exact.answered + exact.abandoned);
            for (const double q : {0.5, 0.9}) {
                const QString difference = differs(shown.tally.response, exact.day, q);
                QVERIFY2(difference.isEmpty(), qPrintable(where + ": " + difference));
            }
            compared += exact.day.empty() ? 0 : 1;
        }
    }
    QVERIFY2(compared > 400, "days without answers test nothing");
    QVERIFY2(tested.bursts.size() <= 2 * 13, "more than two bursts a week");
}

void TestBacktestForums::theBrowserForumsBursts()
{
    const auto questions = support::sharedFile("data/helpforum_browser_2021_questions.csv");
    if (!questions) QSKIP("shared/data/helpforum_browser_2021_questions.csv is not on this machine");
    feed::BacktestOptions options;
    // The first of five posts about the video site's keys within a quarter of an hour, and the day before the first
    // full one of the redesign, which came out then.
    const feed::KnownBurst video{time("2021-03-10T18:25:58Z"), time("2021-03-10T23:59:59Z")};
    const feed::KnownBurst redesign{time("2021-06-01T12:00:00Z"), time("2021-06-05T23:59:59Z")};
    options.known = {video, redesign};
    const feed::Backtested tested = run("helpforum-browser.toml", {*questions}, options);
    const auto by = [&](const feed::KnownBurst& known, core::WallTime until, const std::string& what) {
        return std::ranges::any_of(tested.bursts, [&](const Burst& burst) {
            return burst.noticed >= known.from && burst.noticed <= until && (burst.id == what || burst.part_of == what);
        });
    };
    QVERIFY(by(video, video.from + std::chrono::minutes{15}, "video-site"));
    const auto own_words = std::ranges::find_if(tested.bursts, [&](const Burst& burst) {
        return burst.kind == Burst::Kind::Emerging && burst.noticed >= video.from &&
               burst.noticed <= video.from + std::chrono::minutes{15};
    });
    QVERIFY2(own_words != tested.bursts.end(), "not named in the customers' own words");
    QVERIFY(by(redesign, time("2021-06-02T23:59:59Z"), "redesign"));
    QCOMPARE(tested.holes.size(), std::size_t{1});
    QVERIFY2(static_cast<double>(tested.outside) <= tested.weeks_outside, "more than one false burst a week");
}

QTEST_GUILESS_MAIN(TestBacktestForums)
#include "tst_backtest_forums.moc"
