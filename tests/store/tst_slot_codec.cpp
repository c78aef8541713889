// Goal: a slot comes back from disk as it went there, and rotten bytes are told from a slot instead of crashing.
// Method: seeded slots there and back; each cut and each flipped byte of their bytes decoded; the size of a usual slot.
#include "store/slot_codec.h"

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
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY2(!decode(std::string_view(bytes).substr(0, size)), qPrintable(QString("cut to %1").arg(size)));
    QVERIFY(!decode(bytes + '\0'));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const unsigned flip : {0x01U, 0x80U, 0xFFU}) {
            std::string changed = bytes;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ flip);
            if (const auto read = decode(changed)) QVERIFY(i > 0);  // a value or none; the version byte is always seen
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

    void slotsOfTheFormatBeforeAreRead()
    {
        core::Tally tally;
        tally.offered = 14;
        tally.answered = 10;
        tally.response.add(8);
        std::string bytes = store::encodeSlot(tally);
        bytes.resize(bytes.size() - 8);  // short abandons and the line were added later, none of them told here
        bytes[0] = 1;
        QCOMPARE(store::decodeTally(bytes), std::optional(tally));
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
