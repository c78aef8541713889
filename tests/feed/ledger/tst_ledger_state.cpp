// Goal: what a feed learned is there after a restart, also what it kept before that was protobuf, and rotten bytes are
// refused with a reason.
// Method: golden/state_1.bin and words_1.bin, kept by the feed of that time, read by this one, and their values
// compared with golden/state_1.txt, which was written then; the same learned and kept anew; cuts, and bytes changed
// behind a checksum that fits.
#include "carewall/kept/v1/learned.pb.h"
#include "core/limits.h"
#include "core/sealed.h"
#include "feed/kept_values.h"
#include "feed/ledger/ledger.h"

#include <QTest>

#include <cmath>
#include <fstream>
#include <iterator>
#include <random>

using namespace carewall;

namespace {

constexpr std::string_view magic = "carewall feed ";
constexpr std::size_t head = magic.size() + 4 + 8;

std::string golden(const std::string& name)
{
    std::ifstream file{CAREWALL_SOURCE_DIR "/tests/feed/golden/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string valuesOf(std::string_view bytes)
{
    feed::Ledger ledger{support::keptOptions()};
    const auto loaded = ledger.load(bytes);
    return loaded ? support::valuesOf(ledger) : loaded.error();
}

std::string reasonOf(std::string_view bytes)
{
    feed::Ledger ledger{support::keptOptions()};
    const auto loaded = ledger.load(bytes);
    return loaded ? std::string{} : loaded.error();
}

std::string sealed(const kept::v1::Learned& learned)
{
    return core::seal(magic, 2, learned.SerializeAsString());
}

}  // namespace

class TestLedgerState : public QObject {
    Q_OBJECT

private:
    std::string m_kept;
    kept::v1::Learned m_learned;

private Q_SLOTS:
    void initTestCase()
    {
        feed::Ledger ledger{support::keptOptions()};
        support::speakFourDays(ledger);
        m_kept = ledger.save();
        QVERIFY(m_learned.ParseFromString(m_kept.substr(head)));
        QCOMPARE(m_learned.queues_size(), 2);
    }

    void whatWasKeptBeforeIsRead()
    {
        const std::string was = golden("state_1.txt");
        QVERIFY(was.size() > 1000);
        QCOMPARE(QString::fromStdString(valuesOf(golden("state_1.bin"))), QString::fromStdString(was));
        // As the first feeds kept words alone.
        const std::string words = valuesOf(golden("words_1.bin"));
        const std::size_t queues = was.find("queue chat");
        QCOMPARE(QString::fromStdString(words.substr(0, queues)), QString::fromStdString(was.substr(0, queues)));
        QVERIFY(words.find("learned") == std::string::npos);
    }

    void itIsKeptAnewWithNothingLost()
    {
        feed::Ledger before{support::keptOptions()};
        QVERIFY(before.load(golden("state_1.bin")));
        const std::string anew = before.save();
        QCOMPARE(anew[magic.size()], char{2});
        QCOMPARE(QString::fromStdString(valuesOf(anew)), QString::fromStdString(golden("state_1.txt")));
        // And what is learned today is what was learned then.
        QCOMPARE(QString::fromStdString(valuesOf(m_kept)), QString::fromStdString(golden("state_1.txt")));
    }

    void whatIsDamagedIsRefused()
    {
        QCOMPARE(reasonOf(m_kept), std::string{});
        QCOMPARE(reasonOf("{}"), std::string{"this is no file that a feed keeps what it learned in"});
        for (const std::string& bytes : {m_kept, golden("state_1.bin"), golden("words_1.bin")}) {
            for (std::size_t size = 0; size < bytes.size(); size += size < 100 ? 1 : 61)
                QVERIFY2(!reasonOf(std::string_view{bytes}.substr(0, size)).empty(), std::to_string(size).c_str());
            for (std::size_t at = 0; at < bytes.size(); at += 13) {
                std::string flipped = bytes;
                flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
                QVERIFY2(!reasonOf(flipped).empty(), std::to_string(at).c_str());
            }
        }
    }

    void anyBytesBehindTheirChecksumAreReadOrRefused_data()
    {
        QTest::addColumn<unsigned>("version");
        QTest::newRow("protobuf") << 2U;
        QTest::newRow("before it") << 1U;
    }
    void anyBytesBehindTheirChecksumAreReadOrRefused()
    {
        QFETCH(unsigned, version);
        const std::string bytes = version == 1 ? golden("state_1.bin") : m_kept;
        std::mt19937_64 random{34};
        int refused = 0;
        for (int i = 0; i < 2000; ++i) {
            std::string body = bytes.substr(head);
            const std::size_t at = random() % body.size();
            body[at] = static_cast<char>(random());
            if (i % 3 == 0) body.resize(at);
            feed::Ledger ledger{support::keptOptions()};
            const auto loaded = ledger.load(core::seal(magic, version, body));
            refused += loaded ? 0 : 1;
            if (!loaded) QCOMPARE(loaded.error(), std::string{"it is damaged: a value is impossible"});
            ledger.take(support::asked(0, "c", "mail"));  // whatever was read is usable
            QVERIFY(!ledger.save().empty());
        }
        QVERIFY2(refused >= 600, std::to_string(refused).c_str());  // at least what was cut
    }

    void impossibleQueuesAreRefused()
    {
        QCOMPARE(reasonOf(sealed(m_learned)), std::string{});
        const auto refused = [&](const auto& change) {
            kept::v1::Learned changed = m_learned;
            change(changed, *changed.mutable_queues(1));
            return reasonOf(sealed(changed)) == "it is damaged: a value is impossible";
        };
        using kept::v1::Learned;
        using Queue = kept::v1::QueueForecasts;
        for (const double wrong : {std::nan(""), 1e300, -1e300}) {
            QVERIFY(refused([&](Learned&, Queue& queue) { queue.mutable_customer()->set_weights(6, wrong); }));
            QVERIFY(refused([&](Learned&, Queue& queue) { queue.mutable_any()->set_covariance(3, wrong); }));
            QVERIFY(refused([&](Learned&, Queue& queue) { queue.set_expected_to_come(wrong); }));
            QVERIFY(refused([&](Learned&, Queue& queue) { queue.set_came(wrong); }));
        }
        QVERIFY(refused([](Learned&, Queue& queue) { queue.set_expected_to_come(1); }));
        QVERIFY(refused([](Learned&, Queue& queue) { queue.mutable_any()->set_covariance(0, -1); }));
        QVERIFY(refused([](Learned&, Queue& queue) { queue.mutable_any()->add_weights(1); }));
        QVERIFY(refused([](Learned&, Queue& queue) { queue.mutable_customer()->clear_covariance(); }));
        QVERIFY(refused([](Learned&, Queue& queue) { queue.mutable_any()->set_now_ms(400'000'000'000'000); }));
        QVERIFY(refused([](Learned&, Queue& queue) { queue.set_queue(std::string(256, 'x')); }));
        QVERIFY(refused([](Learned& learned, Queue&) { learned.clear_words(); }));
        QVERIFY(refused([](Learned& learned, Queue& queue) {
            while (learned.queues_size() <= static_cast<int>(core::limits::queues))
                *learned.add_queues() = queue;
        }));
    }
};

QTEST_GUILESS_MAIN(TestLedgerState)
#include "tst_ledger_state.moc"
