// Goal: the issues on the wall are those of the last three hours beside the same hours a day ago.
// Method: slots at both ends of both windows, several sources, notes.
#include "core/figures/figures.h"
#include "core/reported.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

VoiceSlot voiceAt(WallTime start, const std::vector<std::pair<std::string, std::uint64_t>>& mentions)
{
    VoiceSlot slot;
    slot.start = start;
    slot.length = minutes{15};
    for (const auto& [issue, count] : mentions) {
        const Mentions voices{count, 0, count / 2, count * 10};
        slot.issues.push_back({issue, {}, voices});
        slot.total.add(voices);
    }
    slot.ladder = {1, 2, 3, 4};
    slot.replies = 5;
    slot.broadcasts = 1;
    return slot;
}

}  // namespace

class TestVoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void voiceWindow();
    void voiceBeforeIsTheSameHoursADayAgo();
    void voiceBeforeIsUnknownWithoutHistory();
    void voiceSourcesAddUp();
    void notesStandBesideTheirIssue();
    void anEmergingIssueIsAsItsNewestSlotTells();
};

void TestVoice::voiceWindow()
{
    const VoiceDay day{header(1, noon),
                       {voiceAt(noon - hours{3} - minutes{15}, {{"old", 90}}),
                        voiceAt(noon - hours{3}, {{"login", 4}, {"billing", 6}}),
                        voiceAt(noon - minutes{15}, {{"login", 3}, {"price", 6}})}};
    const VoiceNow now{header(1, noon), voiceAt(noon, {{"login", 2}})};
    const VoiceFigures voice =
        figures(heard({told(VoiceDayReported{"a", day}), told(VoiceNowReported{"a", now})}), instant({})).voice;
    QCOMPARE(voice.window, Milliseconds{hours{3}});
    QCOMPARE(voice.since.value(), noon - hours{3});
    QCOMPARE(voice.total.mentions, std::uint64_t{21});
    QCOMPARE(voice.ladder, (Ladder{3, 6, 9, 12}));
    QCOMPARE(voice.replies, std::uint64_t{15});
    QCOMPARE(voice.broadcasts, std::uint64_t{3});
    QCOMPARE(voice.issues.size(), std::size_t{3});
    QCOMPARE(voice.issues.at(0).issue, std::string("login"));
    QCOMPARE(voice.issues.at(0).window, (Mentions{9, 0, 4, 90}));
    QCOMPARE(voice.issues.at(1).issue, std::string("billing"));  // as many as price: by id
    QCOMPARE(voice.issues.at(2).issue, std::string("price"));
    QCOMPARE(voice.issues.at(2).label, std::string("price"));
}

void TestVoice::voiceBeforeIsTheSameHoursADayAgo()
{
    const WallTime yesterday = noon - hours{24};
    const VoiceDay day{header(1, noon),
                       {voiceAt(yesterday - hours{3} - minutes{15}, {{"login", 1000}}),
                        voiceAt(yesterday - hours{3}, {{"login", 10}}),
                        voiceAt(yesterday - minutes{15}, {{"login", 5}}), voiceAt(yesterday, {{"login", 30}}),
                        voiceAt(yesterday + minutes{15}, {{"login", 1000}}),
                        voiceAt(noon - minutes{15}, {{"login", 7}, {"price", 1}})}};
    const State state = heard({told(VoiceDayReported{"a", day})});
    const VoiceFigures at_noon = figures(state, instant({})).voice;
    QCOMPARE(at_noon.issues.at(0).window.mentions, std::uint64_t{7});
    QCOMPARE(at_noon.issues.at(0).before.value(), std::uint64_t{15});
    QCOMPARE(at_noon.issues.at(1).before.value(), std::uint64_t{0});
    // Five minutes on, a third of yesterday's next slot is within, and the first slot is out.
    const VoiceFigures later = figures(state, instant(minutes{5})).voice;
    QCOMPARE(later.issues.at(0).before.value(), std::uint64_t{5 + 10});
}

void TestVoice::voiceBeforeIsUnknownWithoutHistory()
{
    const VoiceDay day{header(1, noon),
                       {voiceAt(noon - hours{25}, {{"login", 9}}), voiceAt(noon - hours{1}, {{"login", 9}})}};
    const VoiceFigures voice = figures(heard({told(VoiceDayReported{"a", day})}), instant({})).voice;
    QCOMPARE(voice.issues.at(0).before, std::nullopt);
}

void TestVoice::voiceSourcesAddUp()
{
    const auto source = [](const char* id, std::uint64_t login) {
        return told(VoiceNowReported{id, {header(1, noon), voiceAt(noon, {{"login", login}})}});
    };
    const VoiceFigures voice = figures(heard({source("a", 3), source("b", 5)}), instant({})).voice;
    QCOMPARE(voice.total.mentions, std::uint64_t{8});
    QCOMPARE(voice.issues.at(0).window.mentions, std::uint64_t{8});
    QCOMPARE(voice.ladder, (Ladder{2, 4, 6, 8}));
}

void TestVoice::notesStandBesideTheirIssue()
{
    const IssueNote note{header(2), "Log-in fails", HandOff::HandedOff, "team b", "known"};
    const State state = heard({told(VoiceNowReported{"a", {header(1, noon), voiceAt(noon, {{"login", 3}, {"x", 1}})}}),
                               told(IssueNoted{"login", note}), told(IssueNoted{"unheard", note})});
    const std::vector<IssueFigures> issues = figures(state, instant({})).voice.issues;
    QCOMPARE(issues.size(), std::size_t{2});
    QCOMPARE(issues.at(0).label, std::string("Log-in fails"));
    QVERIFY(issues.at(0).hand_off == HandOff::HandedOff);
    QCOMPARE(issues.at(0).handed_to, std::string("team b"));
    QVERIFY(!issues.at(1).hand_off);
}

void TestVoice::anEmergingIssueIsAsItsNewestSlotTells()
{
    const auto slot = [](Milliseconds ago, const char* label, const Emergence& emerging) {
        VoiceSlot made = voiceAt(noon - ago, {{"emerging-a", 4}, {"named", 9}});
        made.issues.front().label = label;
        made.issues.front().emerging = emerging;
        return made;
    };
    const VoiceDay a{header(1, noon),
                     {slot(minutes{30}, "print", {noon - minutes{40}, {}, 1, {}}),
                      slot(minutes{15}, "cannot print", {noon - minutes{45}, noon - minutes{5}, 2, "named"})}};
    const VoiceDay b{header(1, noon), {slot(minutes{15}, "cannot print", {noon - minutes{20}, {}, 3, {}})}};
    const IssueFigures ended = figures(heard({told(VoiceDayReported{"a", a})}), instant({})).voice.issues.back();
    QCOMPARE(ended.label, std::string("cannot print"));
    QVERIFY((ended.emerging == Emergence{noon - minutes{45}, noon - minutes{5}, 2, "named"}));
    const VoiceFigures both =
        figures(heard({told(VoiceDayReported{"a", a}), told(VoiceDayReported{"b", b})}), instant({})).voice;
    QVERIFY((both.issues.back().emerging == Emergence{noon - minutes{45}, {}, 5, "named"}));
    QVERIFY(!both.issues.front().emerging);
}

QTEST_GUILESS_MAIN(TestVoice)
#include "tst_voice.moc"
