// Goal: a tile that calls is seen to call, and a figure that hovers at its threshold makes none flicker.
// Method: a queue told second by second what to call for; what is shown beside the worst of the last while, at several
// rates of the floor's clock, seeded.
#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/figures/figures_cache.h"
#include "core/figures/tones.h"
#include "core/reported.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::minutes;

namespace {

/// A queue whose figures say one thing after another.
class Hovering {
public:
    /// At that time since noon the figures call for `tone`, calm, watch or act.
    QueueFigures at(Milliseconds after, Tone tone)
    {
        QueueNow now = nowOf(after, {}, ++m_sequence);
        if (m_rate != 1) now.header.time.reset();
        const Milliseconds floor{std::llround(static_cast<double>(after.count()) * m_rate)};
        now.open = slotAt(noon + floor - minutes{1}, 10, tone == Tone::Calm ? 9 : 5);
        now.waiting = tone == Tone::Act ? 1 : 0;
        m_state = reduce(std::move(m_state), told(QueueNowReported{"mail", "a", now}, after));
        return at(after);
    }
    QueueFigures at(Milliseconds after) { return only(figures(m_state, instant(after), {}, m_cache, m_tones)); }
    void link(LinkPhase phase, Milliseconds after)
    {
        m_state = reduce(std::move(m_state), told(LinkChanged{phase, {}}, after));
    }
    /// The floor's time from noon on.
    void run(double rate)
    {
        m_rate = rate;
        m_state = reduce(std::move(m_state),
                         told(FloorClockSet{{header(1), noon, noon, rate, ClockPhase::Running, "replay"}}));
    }

private:
    State m_state = heard({});
    FiguresCache m_cache;
    ToneMemory m_tones;
    std::uint64_t m_sequence = 0;
    double m_rate = 1;
};

Tone anyTone(Dice& dice)
{
    return static_cast<Tone>(dice.roll(3));
}

}  // namespace

class TestTones : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(useTimeZone("UTC")); }

    void aTileDoesNotFlicker();
    void aToneIsTheWorstOfAWhile();
    void silenceIsShownAtOnce();
};

void TestTones::aTileDoesNotFlicker()
{
    // Up and down each second, as a figure at its threshold: the tile calls once, and rests once.
    Hovering queue;
    for (int second = 0; second < 120; ++second) {
        const Tone tone = second % 2 == 0 ? Tone::Act : Tone::Watch;
        const QueueFigures seen = queue.at(Seconds{second}, tone);
        QCOMPARE(name(seen.judged), name(tone));
        QCOMPARE(name(seen.tone), "act");
    }
    QCOMPARE(name(queue.at(Seconds{137}, Tone::Watch).tone), "act");
    QCOMPARE(name(queue.at(Seconds{138}).tone), "watch");  // 20 s after it called last
    QCOMPARE(name(queue.at(Seconds{139}, Tone::Calm).tone), "watch");
    QCOMPARE(name(queue.at(Seconds{140}, Tone::Act).tone), "act");  // worse at once
}

void TestTones::aToneIsTheWorstOfAWhile()
{
    // In a replay x60 a second of the viewer's is a minute of the floor's: what is seen stays for three of them.
    for (const auto& [rate, hold] : {std::pair{1.0, 20}, std::pair{60.0, 3}, std::pair{0.5, 40}}) {
        for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
            Dice dice{seed};
            Hovering queue;
            if (rate != 1) queue.run(rate);
            std::vector<Tone> judged;
            Tone before = Tone::Calm;
            int called = -hold;
            Tone now = Tone::Calm;
            for (int second = 0; second < 600; ++second) {
                if (dice.roll(1 + second / 20) < 2) now = anyTone(dice);
                const QueueFigures seen = queue.at(Seconds{second}, now);
                QCOMPARE(name(seen.judged), name(now));
                judged.push_back(now);
                const auto from = judged.end() - std::min<std::ptrdiff_t>(std::ssize(judged), hold);
                QVERIFY2(seen.tone == *std::max_element(from, judged.end()),
                         qPrintable(QString("seed %1, rate %2, second %3").arg(seed).arg(rate).arg(second)));
                if (seen.tone == Tone::Act && before != Tone::Act) {
                    QVERIFY(second - called >= hold);  // however it jitters
                    called = second;
                }
                before = seen.tone;
            }
        }
    }
}

void TestTones::silenceIsShownAtOnce()
{
    Hovering queue;
    QCOMPARE(name(queue.at(Seconds{0}, Tone::Act).tone), "act");
    queue.link(LinkPhase::Down, Seconds{1});
    QCOMPARE(name(queue.at(Seconds{1}).tone), "silent");
    queue.link(LinkPhase::Up, Seconds{2});
    QCOMPARE(name(queue.at(Seconds{2}, Tone::Calm).tone), "calm");  // what was before it holds no more
    // Nor does a tone hold for ever on a clock that stands or was set back.
    QCOMPARE(name(queue.at(Seconds{3}, Tone::Act).tone), "act");
    queue.run(1.0 / 1024);
    QCOMPARE(name(queue.at(Seconds{5}, Tone::Calm).tone), "act");
    QCOMPARE(name(queue.at(Seconds{6}, Tone::Calm).tone), "calm");
}

QTEST_GUILESS_MAIN(TestTones)
#include "tst_tones.moc"
