// Goal: the curve of an issue is what was said of it, half hour by half hour, whatever slots the sources count in.
// Method: slots of several lengths from several sources around noon; sums and coverage.
#include "core/figures/voice_day.h"
#include "core/reported.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

VoiceSlot said(WallTime start, Milliseconds length, std::uint64_t login, std::uint64_t other)
{
    VoiceSlot slot;
    slot.start = start;
    slot.length = length;
    slot.issues = {{"login", {}, {login, 0, 0, 0}}, {"other", {}, {other, 0, 0, 0}}};
    slot.total.mentions = login + other;
    return slot;
}

}  // namespace

class TestVoiceDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halfHoursUpToNow();
    void aLongSlotIsSpread();
    void sourcesAddUpAndCoverOnce();
    void theOpenSlotCountsOnceAndOnlySoFar();
    void nothingHeardIsNotKnown();
};

void TestVoiceDay::halfHoursUpToNow()
{
    const VoiceDay day{header(1, noon),
                       {said(noon - hours{12}, minutes{15}, 100, 0), said(noon - hours{1}, minutes{15}, 3, 1),
                        said(noon - minutes{45}, minutes{15}, 4, 0), said(noon, minutes{15}, 100, 0)}};
    const auto spans = spokenDay(heard({told(VoiceDayReported{"a", day})}), instant({}), "login");
    QCOMPARE(spans.size(), std::size_t{spoken_spans});
    QCOMPARE(spans.back().start, noon);
    QCOMPARE(spans.back().covered, Milliseconds{0});  // it has only begun
    QCOMPARE(spans.front().start, noon - (spoken_spans - 1) * spoken_span);
    QCOMPARE(spans.front().mentions, 0.0);
    QCOMPARE(spans[spoken_spans - 3].mentions, 7.0);
    QCOMPARE(spans[spoken_spans - 3].covered, Milliseconds{minutes{30}});
    const auto all = spokenDay(heard({told(VoiceDayReported{"a", day})}), instant({}), {});
    QCOMPARE(all[spoken_spans - 3].mentions, 8.0);
}

void TestVoiceDay::aLongSlotIsSpread()
{
    const VoiceDay day{header(1, noon), {said(noon - hours{2}, hours{1}, 12, 0)}};
    const auto spans = spokenDay(heard({told(VoiceDayReported{"a", day})}), instant({}), "login");
    QCOMPARE(spans[spoken_spans - 5].mentions, 6.0);
    QCOMPARE(spans[spoken_spans - 4].mentions, 6.0);
    QCOMPARE(spans[spoken_spans - 3].covered, Milliseconds{0});
}

void TestVoiceDay::sourcesAddUpAndCoverOnce()
{
    const VoiceDay a{header(1, noon), {said(noon - minutes{30}, minutes{30}, 2, 0)}};
    const VoiceDay b{header(1, noon), {said(noon - minutes{30}, minutes{15}, 5, 0)}};
    const auto spans =
        spokenDay(heard({told(VoiceDayReported{"a", a}), told(VoiceDayReported{"b", b})}), instant({}), "login");
    QCOMPARE(spans[spoken_spans - 2].mentions, 7.0);
    QCOMPARE(spans[spoken_spans - 2].covered, Milliseconds{minutes{30}});
}

void TestVoiceDay::theOpenSlotCountsOnceAndOnlySoFar()
{
    const VoiceDay day{header(1, noon), {said(noon - minutes{15}, minutes{15}, 4, 0)}};
    const VoiceNow repeated{header(2, noon), said(noon - minutes{15}, minutes{15}, 4, 0)};
    const State twice = heard({told(VoiceDayReported{"a", day}), told(VoiceNowReported{"a", repeated})});
    QCOMPARE(spokenDay(twice, instant({}), "login")[spoken_spans - 2].mentions, 4.0);

    const VoiceNow now{header(2, noon + minutes{5}), said(noon, minutes{15}, 6, 0)};
    const State state = heard({told(VoiceNowReported{"a", now})});
    const SpokenSpan open = spokenDay(state, instant(minutes{10}), "login").back();
    QCOMPARE(open.mentions, 6.0);
    QCOMPARE(open.covered, Milliseconds{minutes{5}});  // its source has told of no more
}

void TestVoiceDay::nothingHeardIsNotKnown()
{
    for (const SpokenSpan& span : spokenDay({}, instant({}), "login"))
        QCOMPARE(span.covered, Milliseconds{0});
}

QTEST_GUILESS_MAIN(TestVoiceDay)
#include "tst_voice_day.moc"
