// Goal: a row's drawings hold all that they show, and say on which scale.
// Method: days made by hand, their charts and levels read.
#include "ui/response/response_rows.h"

#include "core/figures/figures.h"
#include "core/figures/response_day.h"
#include "ui/language.h"
#include "ui/words/words.h"

#include <QTest>

#include <algorithm>

using namespace carewall;
using namespace std::chrono_literals;

class TestResponseRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theScaleHoldsWhatIsDrawn_data();
    void theScaleHoldsWhatIsDrawn();
    void theTargetStandsOnTheScale();
    void halfHoursAreEquallyWide();
    void theHistogramNamesItsEnds();

private:
    static constexpr core::WallTime midnight{};

    static ui::ResponseRow row(const core::ResponseDay& day, core::Milliseconds target, core::WallTime now)
    {
        const ui::Words words{core::languageOf("en")};
        core::FloorFigures floor;
        floor.time = now;
        core::QueueFigures& queue = floor.queues.emplace_back();
        queue.queue = std::string{"a"};
        if (target.count() > 0) queue.target = {target, 0.8};
        core::ResponseDays days;
        days.floor = day;
        days.queues = {day};
        return ui::responseRows(words, floor, days, ui::daySpan(day, now)).front();
    }
    static core::ResponseDay dayOf(double centre, const std::vector<std::pair<double, double>>& spans)
    {
        core::ResponseDay day;
        day.centre_s = centre;
        day.bins = {1, 2, 3, 4, 5, 6, 7, 8};
        core::WallTime start = midnight + 9h;
        for (const auto& [half, most] : spans) {
            day.spans.push_back({start, half, most, 100});
            start += core::response_span;
        }
        return day;
    }
};

void TestResponseRows::theScaleHoldsWhatIsDrawn_data()
{
    QTest::addColumn<double>("centre");
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("most");
    QTest::addColumn<QString>("foot");
    QTest::addColumn<QString>("top");
    QTest::addRow("about its target") << 60.0 << 20.0 << 90.0 << "20 s"
                                      << "2 min";
    QTest::addRow("far above") << 8.0 << 12.0 << 13'000.0 << "5 s"
                               << "5 h";
    QTest::addRow("all alike, on a level") << 60.0 << 60.0 << 60.0 << "60 s"
                                           << "2 min";
    QTest::addRow("in no time") << 1.0 << 0.0 << 0.2 << "1 s"
                                << "2 s";
    QTest::addRow("weeks") << 86400.0 << 2e5 << 2e6 << "24 h"
                           << "30 d";
}

void TestResponseRows::theScaleHoldsWhatIsDrawn()
{
    QFETCH(double, centre);
    QFETCH(double, half);
    QFETCH(double, most);
    const ui::ResponseRow shown = row(dayOf(centre, {{half, most}}), {}, midnight + 10h);
    QTEST(shown.level_foot, "foot");
    QTEST(shown.level_top, "top");
    QVERIFY(!shown.strip.boxes.isEmpty());
    for (const ui::Chart::Box& box : shown.strip.boxes)
        QVERIFY(box.foot >= 0 && box.foot + box.tall < 1);
}

void TestResponseRows::theTargetStandsOnTheScale()
{
    const ui::ResponseRow shown = row(dayOf(60, {{2, 4}}), 60s, midnight + 10h);
    QCOMPARE(shown.level_target, "60 s");
    QCOMPARE(shown.level_top, "2 min");
    QVERIFY(shown.target_at > 0.5 && shown.target_at < 1);
    QCOMPARE(row(dayOf(60, {{2, 4}}), {}, midnight + 10h).target_at, -1.0);
}

void TestResponseRows::halfHoursAreEquallyWide()
{
    const core::ResponseDay day = dayOf(60, {{20, 90}, {20, 90}, {20, 90}});
    const core::WallTime now = midnight + 10h + 2min;  // the third has just begun
    const ui::ResponseRow shown = row(day, {}, now);
    for (const ui::Chart::Box& box : shown.strip.boxes) {
        QCOMPARE(box.wide, shown.strip.boxes.front().wide);
        QVERIFY(box.left + box.wide <= 1);
    }
    const ui::Words words{core::languageOf("en")};
    QCOMPARE(ui::ends(words, ui::daySpan(day, now), now), (QList<QString>{"06:02", "now"}));
    QCOMPARE(ui::ends(words, ui::daySpan({}, midnight + 20min), midnight + 20min), (QList<QString>{"00:00", "04:00"}));
}

void TestResponseRows::theHistogramNamesItsEnds()
{
    const ui::ResponseRow shown = row(dayOf(60, {{20, 90}}), 60s, midnight + 10h);
    QCOMPARE(shown.least, "4 s");
    QCOMPARE(shown.most, "4 min +");
    core::ResponseDay none = dayOf(60, {{20, 90}});
    none.bins.assign(8, 0);
    QVERIFY(row(none, 60s, midnight + 10h).least.isEmpty());
}

int main(int argc, char** argv)
{
    qputenv("TZ", "UTC");
    TestResponseRows test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_response_rows.moc"
