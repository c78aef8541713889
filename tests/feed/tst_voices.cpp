// Goal: a voice is a person, not a message: one author counts once a slot and issue, with the mean of what was felt.
// Method: worked examples of who says what in which slot.

#include "core/limits.h"
#include "feed/voices.h"
#include "happenings.h"
#include "support/compare.h"

#include <QtTest>

using namespace carewall;
using namespace carewall::support;

namespace {

/// "mentions+positive-negative r reach"
std::string shown(const core::Mentions& m)
{
    return std::to_string(m.mentions) + "+" + std::to_string(m.positive) + "-" + std::to_string(m.negative) + "r" +
           std::to_string(m.reach);
}

/// The slot at a minute: "total, anger/like/love/defend; issue total ..."
std::string slotAt(const feed::Voices& voices, double minutes)
{
    const core::VoiceSlot slot = voices.slot(feed::slotStart(at(minutes), feed::voice_slot));
    std::string all = shown(slot.total) + ", " + std::to_string(slot.ladder.anger) + "/" +
                      std::to_string(slot.ladder.like) + "/" + std::to_string(slot.ladder.love) + "/" +
                      std::to_string(slot.ladder.defend) + ";";
    for (const core::IssueMentions& issue : slot.issues)
        all += " " + issue.issue + " " + shown(issue.voices);
    return all;
}

}  // namespace

class TestVoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAuthorCountsOnceASlotAndIssue();
    void feelingsAreAveraged();
    void nobodyIsToldApartByTheConversation();
    void theCommunityDefends();
    void repliesAndBroadcasts();
    void oldSlotsGo();
    void onlyTheMostMentionedAreTold();
};

void TestVoices::anAuthorCountsOnceASlotAndIssue()
{
    feed::Voices voices{{}};
    voices.heard(voice(0, "ann", {"outage"}, -4.0, 10));
    voices.heard(voice(1, "ann", {"outage", "bill"}, -2.0, 30));
    voices.heard(voice(2, "bob", {"outage"}));
    voices.heard(voice(14.99, "eve", {}, 3.5));
    QCOMPARE(slotAt(voices, 0), std::string{"3+1-1r30, 1/0/1/0; bill 1+0-1r30 outage 2+0-1r30"});
    voices.heard(voice(15, "ann", {"outage"}, -4.0));
    QCOMPARE(slotAt(voices, 15), std::string{"1+0-1r0, 1/0/0/0; outage 1+0-1r0"});
    QCOMPARE(slotAt(voices, 30), std::string{"0+0-0r0, 0/0/0/0;"});
}

void TestVoices::feelingsAreAveraged()
{
    feed::Voices voices{{}};
    voices.heard(voice(0, "ann", {"x"}, -4.0));
    voices.heard(voice(1, "ann", {"x"}, 4.0));  // mean 0: neutral
    QCOMPARE(slotAt(voices, 0), std::string{"1+0-0r0, 0/0/0/0; x 1+0-0r0"});
    voices.heard(voice(2, "ann", {}, 4.5));  // mean 1.5 of all said, still 0 of x
    QCOMPARE(slotAt(voices, 0), std::string{"1+1-0r0, 0/1/0/0; x 1+0-0r0"});
    voices.heard(voice(3, "bob", {}, 0.4));  // inside the neutral band
    QCOMPARE(slotAt(voices, 0), std::string{"2+1-0r0, 0/1/0/0; x 1+0-0r0"});
}

void TestVoices::nobodyIsToldApartByTheConversation()
{
    feed::Voices voices{{}};
    for (const char* conversation : {"a", "a", "b", "", ""}) {
        feed::Happening said = voice(0, "", {"x"});
        said.conversation = conversation;
        voices.heard(said);
    }
    QCOMPARE(slotAt(voices, 0), std::string{"4+0-0r0, 0/0/0/0; x 4+0-0r0"});
}

void TestVoices::theCommunityDefends()
{
    feed::Voices voices{{}};
    voices.heard(replied(0, "a", "fan", feed::Role::Community));
    for (const double felt : {2.0, 3.0}) {
        auto said = replied(1, "a", "friend", feed::Role::Community);
        said.sentiment = felt;
        voices.heard(said);
    }
    QCOMPARE(slotAt(voices, 0), std::string{"0+0-0r0, 0/0/0/1;"});
}

void TestVoices::repliesAndBroadcasts()
{
    feed::Voices voices{{}};
    voices.replied(at(0));
    voices.replied(at(1));
    voices.broadcast(at(2));
    const core::VoiceSlot slot = voices.slot(at(0));
    QCOMPARE(slot.replies, std::uint64_t{2});
    QCOMPARE(slot.broadcasts, std::uint64_t{1});
}

void TestVoices::oldSlotsGo()
{
    feed::Voices voices{{}};
    voices.heard(voice(0, "ann", {}));
    voices.heard(voice(20, "ann", {}));
    voices.advanceTo(at(28 * 60 + 20));
    QCOMPARE(voices.slot(at(0)).total.mentions, std::uint64_t{0});
    QCOMPARE(voices.slot(at(15)).total.mentions, std::uint64_t{1});
    const auto changes = voices.changes();
    voices.heard(voice(1, "late", {}));
    QCOMPARE(voices.changes(), changes);
    voices.heard(voice(21, "late", {}));
    QCOMPARE(voices.lateChanges(), std::uint64_t{1});
}

void TestVoices::onlyTheMostMentionedAreTold()
{
    feed::Voices voices{{}};
    for (int i = 0; i < 300; ++i) {
        const std::string issue = "i" + std::to_string(1000 + i);
        voices.heard(voice(0, "ann", {issue}));
        if (i >= 290) voices.heard(voice(0, "bob", {issue}));
    }
    const core::VoiceSlot slot = voices.slot(at(0));
    QCOMPARE(slot.issues.size(), core::limits::slot_issues);
    QCOMPARE(slot.issues.back().issue, std::string{"i1299"});
    QVERIFY(std::is_sorted(slot.issues.begin(), slot.issues.end(),
                           [](const auto& a, const auto& b) { return a.issue < b.issue; }));
    QCOMPARE(slot.total.mentions, std::uint64_t{2});
}

QTEST_GUILESS_MAIN(TestVoices)
#include "tst_voices.moc"
