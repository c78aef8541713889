// Goal: text comes out plain, names come out of nothing, and hashes are the same in every run.
// Method: small texts in several scripts; hashes against values known from elsewhere.

#include "feed/conversation/clean_text.h"
#include "feed/conversation/hash.h"
#include "feed/conversation/pseudonyms.h"
#include "support/compare.h"

#include <QtTest>

#include <set>

using namespace carewall::feed;

class TestCleanText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pseudonyms();
    void cleanText_();
    void hashesAreTheSameEverywhere();
};

void TestCleanText::pseudonyms()
{
    // printf 'Jane Doe' | openssl dgst -sha256 -hmac salt
    QCOMPARE(Pseudonyms{"salt"}.of("Jane Doe"), std::string{"47b3aaa1100bfdc5"});
    QCOMPARE(Pseudonyms{"salt"}.of(""), std::string{});
    QVERIFY(Pseudonyms{"salt"}.of("Jane Doe") != Pseudonyms{"other"}.of("Jane Doe"));
    std::set<std::string> all;
    for (int i = 0; i < 10'000; ++i)
        all.insert(Pseudonyms{"salt"}.of("u" + std::to_string(i)));
    QCOMPARE(all.size(), std::size_t{10'000});
    QVERIFY(Pseudonyms::freshSalt().size() == 32 && Pseudonyms::freshSalt() != Pseudonyms::freshSalt());
}

void TestCleanText::cleanText_()
{
    QCOMPARE(cleanText("plain"), std::string{"plain"});
    QCOMPARE(cleanText("a\tb\x01\xC3"), std::string{"a b \uFFFD"});
    QCOMPARE(cleanText("سلام"), std::string{"سلام"});
}

void TestCleanText::hashesAreTheSameEverywhere()
{
    // FNV-1a's own published values; splitmix64's first numbers from seed 0.
    QCOMPARE(hashOf(""), std::uint64_t{0xCBF29CE484222325U});
    QCOMPARE(hashOf("a"), std::uint64_t{0xAF63DC4C8601EC8CU});
    QCOMPARE(hashOf("foobar"), std::uint64_t{0x85944171F73967E8U});
    std::uint64_t state = 0;
    QCOMPARE(splitmix(state), std::uint64_t{0xE220A8397B1DCDAFU});
    QCOMPARE(splitmix(state), std::uint64_t{0x6E789E6AA1B965F4U});
    QVERIFY(mix(1, 2) != mix(2, 1));
}

QTEST_GUILESS_MAIN(TestCleanText)
#include "tst_clean_text.moc"
