// Goal: a row that is taken for as good as a new one is just that.
// Method: one figure of a queue is changed at a time; wherever the row's words differ, the figures are not told alike.
#include "core/figures/figures.h"
#include "ui/floor/queue_rows.h"
#include "ui/sample_floor.h"
#include "ui/words/words.h"

#include <QtTest>

#include <algorithm>
#include <functional>

using namespace carewall;
using namespace std::chrono_literals;

/// A row that is taken for as good as a new one is just that.
class TestQueueRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldOtherwiseIsMadeAnew_data();
    void whatIsToldOtherwiseIsMadeAnew();
    void momentsOfASecondAreToldAlike();
    void nothingToldIsNoZero();

private:
    const ui::Words m_words{core::languageOf("en")};
    const core::FloorFigures m_floor = core::figures(support::sampleFloor(), support::sampleInstant());

    /// A calm and live one, where somebody waits for less than an hour.
    core::QueueFigures calm() const
    {
        core::QueueFigures queue = *std::ranges::find_if(m_floor.queues, [](const core::QueueFigures& f) {
            return f.freshness == core::Freshness::Live && f.tone == core::Tone::Calm && f.waiting > 0;
        });
        queue.oldest = 75s;
        return queue;
    }
    bool sameWords(const core::QueueFigures& a, const core::QueueFigures& b) const
    {
        const ui::QueueRow one = ui::queueRow(m_words, m_floor, a);
        const ui::QueueRow other = ui::queueRow(m_words, m_floor, b);
        return std::ranges::all_of(ui::QueueRow::roles(), [&](const auto& role) { return role.same(one, other); });
    }
};

using Change = std::function<void(core::QueueFigures&)>;
Q_DECLARE_METATYPE(Change)

void TestQueueRows::whatIsToldOtherwiseIsMadeAnew_data()
{
    QTest::addColumn<Change>("change");
    const auto add = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
    add(
        "label", [](auto& f) { f.label = "Returns"; });
    add(
        "waiting", [](auto& f) { ++f.waiting; });
    add(
        "nobody waits", [](auto& f) { f.waiting = 0; });
    add(
        "nobody tells who waits", [](auto& f) { f.day_only = true; });
    add(
        "oldest", [](auto& f) { *f.oldest += 1s; });
    add(
        "oldest not told", [](auto& f) { f.oldest.reset(); });
    add(
        "agents",
        [](auto& f) {
            f.agents = core::Agents{7, 9, 1};
        });
    add(
        "tone", [](auto& f) { f.tone = f.tone == core::Tone::Calm ? core::Tone::Watch : core::Tone::Calm; });
    add(
        "closed", [](auto& f) { f.tone = core::Tone::Closed; });
    add(
        "silent", [](auto& f) { f.freshness = core::Freshness::Silent; });
    add(
        "target", [](auto& f) { f.target.within = 77s; });
    add(
        "target ratio", [](auto& f) { f.target.ratio = 0.55; });
    add(
        "met", [](auto& f) { f.service_level.met /= 2; });
    add(
        "p50", [](auto& f) { f.last_hour.p50.seconds = 1234; });
    add(
        "p90", [](auto& f) { f.last_hour.p90.seconds = 4321; });
    add(
        "thin", [](auto& f) { f.last_hour.p90.enough = false; });
    add(
        "thinner", [](auto& f) { f.last_hour.p50.enough = false; });
    add(
        "n", [](auto& f) { f.last_hour.n += 1; });
    add(
        "n of the day", [](auto& f) { f.last_hour.p90.enough = false, f.day.n += 1; });
    add("since", [](auto& f) { f.last_hour.since = support::sampleInstant().wall - 20min; });
}

void TestQueueRows::whatIsToldOtherwiseIsMadeAnew()
{
    QFETCH(const Change, change);
    const core::QueueFigures before = calm();
    core::QueueFigures queue = before;
    change(queue);
    QVERIFY2(!sameWords(before, queue), "the change is one that nobody sees");
    QVERIFY(!ui::toldAlike(before, queue));
    QVERIFY(!ui::toldAlike(queue, before));
}

void TestQueueRows::nothingToldIsNoZero()
{
    core::QueueFigures queue = calm();
    queue.waiting = 0;
    QCOMPARE(ui::queueRow(m_words, m_floor, queue).waiting, QString{"0"});
    queue.day_only = true;
    QCOMPARE(ui::queueRow(m_words, m_floor, queue).waiting, m_words.duration(std::optional<double>{}));
}

void TestQueueRows::momentsOfASecondAreToldAlike()
{
    const core::QueueFigures before = calm();
    core::QueueFigures queue = before;
    *queue.oldest = std::chrono::floor<core::Seconds>(*queue.oldest) + 999ms;
    queue.age = 3s;
    queue.forecast = {};
    QVERIFY(ui::toldAlike(before, queue));
    QVERIFY(sameWords(before, queue));
}

QTEST_GUILESS_MAIN(TestQueueRows)
#include "tst_queue_rows.moc"
