// Goal: a voice is a person, not a message: one author counts once in three hours, in all and for each issue, with the
// mean of what was felt.
// Method: worked examples of who says what in which slot; random floors against sets of distinct authors.

#include "core/limits.h"
#include "core/slots.h"
#include "feed/conversation_events.h"
#include "feed/ledger/voices.h"
#include "support/compare.h"

#include <QtTest>

#include <map>
#include <random>
#include <set>

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
    const core::VoiceSlot slot = voices.slot(core::slotStart(at(minutes), core::voice_slot));
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
    void anAuthorCountsOnceInThreeHours();
    void aWindowSumsUpToDistinctVoices();
    void whatComesLateJoinsItsVoice();
    void memoryIsBounded();
    void feelingsAreAveraged();
    void nobodyIsToldApartByTheConversation();
    void theCommunityDefends();
    void repliesAndBroadcasts();
    void oldSlotsGo();
    void onlyTheMostMentionedAreTold();
};

void TestVoices::anAuthorCountsOnceInThreeHours()
{
    feed::Voices voices{{}};
    voices.heard(voice(0, "ann", {"outage"}, -4.0, 10));
    voices.heard(voice(1, "ann", {"outage", "bill"}, -2.0, 30));
    voices.heard(voice(2, "bob", {"outage"}));
    voices.heard(voice(14.99, "eve", {}, 3.5));
    QCOMPARE(slotAt(voices, 0), std::string{"3+1-1r30, 1/0/1/0; bill 1+0-1r30 outage 2+0-1r30"});
    voices.heard(voice(15, "ann", {"outage"}, -4.0));
    QCOMPARE(slotAt(voices, 15), std::string{"0+0-0r0, 0/0/0/0;"});
    // An issue not spoken of before is a voice more of that issue, and none in all.
    voices.heard(voice(170, "ann", {"refund"}, -4.0));
    QCOMPARE(slotAt(voices, 165), std::string{"0+0-0r0, 0/0/0/0; refund 1+0-1r0"});
    QCOMPARE(slotAt(voices, 0), std::string{"3+1-1r30, 1/0/1/0; bill 1+0-1r30 outage 2+0-1r30"});
    // Three hours after it was counted it is another voice; of the refund it still is the same.
    voices.heard(voice(180, "ann", {"outage", "refund"}, -1.0));
    QCOMPARE(slotAt(voices, 180), std::string{"1+0-1r0, 0/0/0/0; outage 1+0-1r0"});
}

void TestVoices::aWindowSumsUpToDistinctVoices()
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random{seed};
        std::map<int, std::set<unsigned>> authors;  // by slot
        feed::Voices voices{{}};
        double minutes = 0;
        for (int i = 0; i < 600; ++i) {
            minutes += static_cast<double>(random() % 5);
            const unsigned author = random() % (i % 2 == 0 ? 3 : 200);  // three of them are loud
            authors[static_cast<int>(minutes) / 15].insert(author);
            voices.advanceTo(at(minutes));
            voices.heard(voice(minutes, "a" + std::to_string(author), {"x"}));
        }
        const int slots = static_cast<int>(minutes) / 15 + 1;
        for (int first = 0; first < slots; ++first) {
            std::set<unsigned> distinct;
            std::uint64_t counted = 0;
            std::uint64_t of_issue = 0;
            for (int slot = first; slot < first + 12; ++slot) {
                distinct.merge(std::set<unsigned>{authors[slot]});
                const core::VoiceSlot told = voices.slot(at(slot * 15));
                counted += told.total.mentions;
                for (const core::IssueMentions& issue : told.issues)
                    of_issue += issue.voices.mentions;
            }
            // Never more; fewer by those alone who were counted just before the window.
            QVERIFY2(counted <= distinct.size(), QByteArray::number(seed));
            QVERIFY2(first > 0 || counted == distinct.size(), QByteArray::number(seed));
            QCOMPARE(of_issue, counted);
        }
    }
}

void TestVoices::whatComesLateJoinsItsVoice()
{
    feed::Voices voices{{}};
    voices.advanceTo(at(400));
    voices.heard(voice(400, "ann", {"x"}, 4.0));
    voices.heard(voice(300, "ann", {"x"}, -4.0));  // within the window: the same voice
    QCOMPARE(slotAt(voices, 390), std::string{"1+0-0r0, 0/0/0/0; x 1+0-0r0"});
    QCOMPARE(slotAt(voices, 300), std::string{"0+0-0r0, 0/0/0/0;"});
    voices.heard(voice(30, "ann", {"x"}, -4.0));  // of another window
    QCOMPARE(slotAt(voices, 30), std::string{"1+0-1r0, 1/0/0/0; x 1+0-1r0"});
    QCOMPARE(slotAt(voices, 390), std::string{"1+0-0r0, 0/0/0/0; x 1+0-0r0"});
}

void TestVoices::memoryIsBounded()
{
    feed::Voices voices{{}};
    for (std::size_t i = 0; i < feed::max_voices_told_apart + 10; ++i)
        voices.heard(voice(1, "a" + std::to_string(i), {}));
    QCOMPARE(voices.notToldApart(), std::uint64_t{10});
    voices.heard(voice(2, "a1", {}));
    QCOMPARE(voices.slot(at(0)).total.mentions, std::uint64_t{feed::max_voices_told_apart + 10});
    // Whoever is past the window makes room.
    voices.advanceTo(at(180));
    voices.heard(voice(181, "new", {}));
    QCOMPARE(voices.notToldApart(), std::uint64_t{10});
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
        feed::ConversationEvent said = voice(0, "", {"x"});
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
    voices.heard(voice(20, "bob", {}));
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
