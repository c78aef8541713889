// Goal: what trends is known to the last bit after a restart, and rotten bytes are refused with a reason.
// Method: a made floor in the midst of a burst, there and back; cuts and flips of its bytes, with the checksum left as
// it was and with one that fits; as many issues as are kept, measured.
#include "store/trend_codec.h"

#include "core/limits.h"
#include "core/sealed.h"
#include "core/trend/trend.h"
#include "store/kept_values.h"

#include <QTest>

#include <random>

using namespace carewall;
using std::chrono::minutes;

namespace {

constexpr std::uint64_t seed = 20'240'229;
constexpr std::string_view magic = "carewall trends ";
constexpr std::size_t head = magic.size() + 4 + 8;
constexpr int last = 33 * 4;

/// 33 hours, the last of them with a burst that trends.
core::Trends floorInABurst()
{
    core::Trends trends;
    for (int number = 0; number < last; ++number) {
        const core::VoiceSlot slot = support::keptSlot(number, number >= last - 4);
        trends.watch({&slot, 1}, slot.start + slot.length);
        trends.close(slot);
    }
    const core::VoiceSlot open = support::keptSlot(last, true);
    trends.watch({&open, 1}, open.start + minutes{7});
    return trends;
}

std::string reasonOf(std::string_view bytes)
{
    const auto read = store::decodeTrends(bytes);
    return read ? std::string{} : read.error();
}

}  // namespace

class TestTrendCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void memoriesComeBack()
    {
        const core::TrendMemory memory = floorInABurst().memory();
        QCOMPARE(memory.issues.size(), support::kept_issues.size());
        QVERIFY(memory.issues[1].watching.burst);  // "login"
        const auto back = store::decodeTrends(store::encodeTrends(memory));
        QVERIFY2(back, back ? "" : back.error().c_str());
        QVERIFY(*back == memory);
        const core::TrendMemory nothing;
        QVERIFY(store::decodeTrends(store::encodeTrends(nothing)) == nothing);
    }

    void damagedBytesAreRefused()
    {
        const std::string bytes = store::encodeTrends(floorInABurst().memory());
        QVERIFY(reasonOf(bytes).empty());
        for (std::size_t size = 0; size < bytes.size(); size += size < 200 ? 1 : 97)
            QVERIFY(!reasonOf(std::string_view{bytes}.substr(0, size)).empty());
        QCOMPARE(reasonOf(bytes + "x"), std::string{"the kept trends are damaged: their checksum is another"});
        QCOMPARE(reasonOf("{}"), std::string{"these bytes are not what trends are kept in"});
        std::mt19937_64 random{seed};
        for (std::size_t i = 0; i < 500; ++i) {
            std::string flipped = bytes;
            const std::size_t at = i < 60 ? i : random() % bytes.size();
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
            QVERIFY2(!reasonOf(flipped).empty(), std::to_string(at).c_str());
        }
        std::string newer = bytes;
        newer[magic.size()] = 3;
        QCOMPARE(reasonOf(newer), std::string{"trends were kept in version 3; this program reads versions up to 2"});
    }

    /// As damaged, but with a checksum that fits: whatever is read must be usable.
    void impossibleValuesAreRefused_data()
    {
        QTest::addColumn<unsigned>("version");
        QTest::newRow("protobuf") << 2U;
        QTest::newRow("before it") << 1U;
    }
    void impossibleValuesAreRefused()
    {
        QFETCH(unsigned, version);
        const std::string bytes = version == 1
                                      ? support::bytesOf(CAREWALL_SOURCE_DIR "/tests/store/golden/trends_1.bin")
                                      : store::encodeTrends(floorInABurst().memory());
        QVERIFY2(reasonOf(bytes).empty(), reasonOf(bytes).c_str());
        std::mt19937_64 random{seed};
        int refused = 0;
        for (int i = 0; i < 3000; ++i) {
            std::string body = bytes.substr(head);
            const std::size_t at = random() % body.size();
            body[at] = static_cast<char>(random());
            if (i % 3 == 0) body.resize(at);
            const auto read = store::decodeTrends(core::seal(magic, version, body));
            if (!read) {
                QCOMPARE(read.error(), std::string{"the kept trends are damaged: a value is impossible"});
                ++refused;
                continue;
            }
            auto trends = core::Trends::fromMemory(*read);
            QVERIFY(trends);
            const core::VoiceSlot slot = support::keptSlot(last, true);
            trends->watch({&slot, 1}, slot.start + slot.length);
            trends->close(slot);
            QVERIFY(!store::encodeTrends(trends->memory()).empty());
        }
        QVERIFY2(refused >= 1000, std::to_string(refused).c_str());  // at least what was cut
    }

    void tooMuchIsRefused()
    {
        core::TrendMemory memory = floorInABurst().memory();
        while (memory.issues.size() < core::limits::issues) {
            memory.issues.push_back(memory.issues.back());
            memory.issues.back().issue = "z" + std::to_string(1000 + memory.issues.size());
        }
        const std::string most = store::encodeTrends(memory);
        QVERIFY2(most.size() < 1'400'000, std::to_string(most.size()).c_str());
        QVERIFY(store::decodeTrends(most) == memory);
        memory.issues.push_back(memory.issues.back());
        memory.issues.back().issue = "zz";
        QCOMPARE(reasonOf(store::encodeTrends(memory)),
                 std::string{"the kept trends are damaged: a value is impossible"});
        QVERIFY(reasonOf(core::seal(magic, 2, std::string(5'000'000, '\0'))).find("bytes; at most") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTrendCodec)
#include "tst_trend_codec.moc"
