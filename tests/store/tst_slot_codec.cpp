// Goal: a slot comes back from disk as it went there, and rotten bytes are told from a slot instead of crashing.
// Method: seeded slots there and back; each cut and each flipped byte of their bytes decoded (of slots above 2 KB each
// n-th); messages at their limits and past them; the size of a usual slot.
#include "store/slot_codec.h"

#include "carewall/kept/v1/slot.pb.h"
#include "core/limits.h"
#include "store/slots.h"

#include <QTest>

#include <limits>

using namespace carewall;

namespace {

constexpr std::uint64_t seed = 20261121;

template <typename Slot, typename Decode>
void expectCutsToBeRefused(const Slot& slot, Decode decode)
{
    const std::string bytes = store::encodeSlot(slot);
    const std::size_t step = 1 + bytes.size() / 2000;
    for (std::size_t size = 0; size < bytes.size(); size += step)
        QVERIFY2(!decode(std::string_view(bytes).substr(0, size)), qPrintable(QString("cut to %1").arg(size)));
    QVERIFY(!decode(bytes + '\0'));
    for (std::size_t i = 0; i < bytes.size(); i += step) {
        for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ flip);
            if (const auto read = decode(changed)) QVERIFY(i > 0);  // a value or none; the kind is always seen
        }
    }
}

}  // namespace

class TestSlotCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed)); }

    void slotsComeBack()
    {
        std::mt19937_64 random(seed);
        for (int i = 0; i < 3000; ++i) {
            core::Tally tally = support::randomTally(random, {});
            tally.length = {};
            QCOMPARE(store::decodeTally(store::encodeSlot(tally)), std::optional(tally));
            core::VoiceSlot voice = support::randomVoiceSlot(random, {});
            voice.length = {};
            QCOMPARE(store::decodeVoiceSlot(store::encodeSlot(voice)), std::optional(voice));
        }
    }

    void sparseAndDenseTimesComeBack()
    {
        core::Tally dense;
        core::Tally sparse;
        for (int i = 0; i < 200; ++i)
            dense.response.add(10 + i);
        for (const double seconds : {0.0005, 0.01, 1.0, 4000.0})
            sparse.response.add(seconds);
        for (const core::Tally& tally : {dense, sparse})
            QCOMPARE(store::decodeTally(store::encodeSlot(tally)), std::optional(tally));
        // A byte a bucket, or two a bucket that has something.
        QVERIFY(store::encodeSlot(dense).size() < dense.response.counts().size() + 20);
        QVERIFY(store::encodeSlot(sparse).size() < 30);
        QVERIFY(sparse.response.counts().size() > 500);
    }

    void aSlotOfAnotherKindIsNone()
    {
        std::mt19937_64 random(seed);
        QVERIFY(!store::decodeVoiceSlot(store::encodeSlot(support::randomTally(random, {}))));
        QVERIFY(!store::decodeTally(store::encodeSlot(support::randomVoiceSlot(random, {}))));
        QVERIFY(!store::decodeTally(""));
        QVERIFY(!store::decodeVoiceSlot(""));
    }

    void anEmptySlotComesBack()
    {
        QCOMPARE(store::decodeTally(store::encodeSlot(core::Tally{})), std::optional(core::Tally{}));
        QCOMPARE(store::decodeVoiceSlot(store::encodeSlot(core::VoiceSlot{})), std::optional(core::VoiceSlot{}));
    }

    void whatPassesALimitIsRefused()
    {
        kept::v1::Slot slot;
        kept::v1::Sketch& sketch = *slot.mutable_tally()->mutable_response();
        sketch.set_scale(5);
        for (std::size_t i = 0; i < core::limits::sketch_buckets; ++i)
            sketch.add_counts(1);
        const auto read = [&] { return store::decodeTally(slot.SerializeAsString()).has_value(); };
        QVERIFY(read());
        sketch.add_counts(1);
        QVERIFY(!read());
        sketch.clear_counts();
        sketch.add_counts(1);
        sketch.add_counts(1);
        sketch.add_gaps(0);
        QVERIFY(!read());  // not as many
        sketch.add_gaps(core::limits::sketch_buckets - 2);
        QVERIFY(read());
        sketch.set_gaps(1, core::limits::sketch_buckets - 1);
        QVERIFY(!read());
        sketch.set_gaps(1, 0xFFFFFFFF);
        QVERIFY(!read());
        sketch.set_gaps(1, 1);
        sketch.set_scale(6);
        QVERIFY(!read());

        core::VoiceSlot voice;
        voice.issues.resize(core::limits::slot_issues);
        QVERIFY(store::decodeVoiceSlot(store::encodeSlot(voice)));
        voice.issues.emplace_back();
        QVERIFY(!store::decodeVoiceSlot(store::encodeSlot(voice)));
        voice.issues.pop_back();
        voice.issues[0].label.resize(core::limits::payload_bytes);
        QVERIFY(!store::decodeVoiceSlot(store::encodeSlot(voice)));
    }

    void largestCountsComeBack()
    {
        core::Tally tally;
        tally.offered = std::numeric_limits<std::uint64_t>::max();
        tally.answered_by_community = tally.offered;
        tally.response.add(3, 1'000'000'000'000);
        QCOMPARE(store::decodeTally(store::encodeSlot(tally)), std::optional(tally));
    }

    void rottenBytesAreSeen()
    {
        std::mt19937_64 random(seed);
        for (int i = 0; i < 40; ++i) {
            expectCutsToBeRefused(support::randomTally(random, {}), store::decodeTally);
            expectCutsToBeRefused(support::randomVoiceSlot(random, {}), store::decodeVoiceSlot);
        }
    }

    void usualSlotIsSmall()
    {
        core::Tally tally;
        tally.offered = 14;
        tally.answered = 10;
        for (const double seconds : {3.0, 8.0, 15.0, 22.0, 31.0, 40.0, 64.0, 90.0, 180.0, 600.0})
            tally.response.add(seconds);
        const std::size_t size = store::encodeSlot(tally).size();
        QVERIFY2(size <= 64, qPrintable(QString("%1 bytes").arg(size)));
    }
};

QTEST_GUILESS_MAIN(TestSlotCodec)
#include "tst_slot_codec.moc"
