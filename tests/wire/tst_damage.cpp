// Goal: no bytes that a broker can deliver bring the board down or get past the limits.
// Method: every golden message in both encodings, each byte with each bit flipped and a few values put in its place,
// and
//         cut at each length; then 20,000 seeded messages with several wounds at once. Each gives a value or an error
//         with words; a value encodes to bytes that decode to itself. Run under ASan and UBSan by the gate.

#include "wire/decode.h"
#include "wire/golden.h"
#include "wire/recorded_message.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace carewall;

class TestDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteFlippedOrCut_data();
    void everyByteFlippedOrCut();
    void severalWoundsAtOnce();
    void everyByteOfARecording();
};

namespace {

/// Decodes and looks at what came out; the words of what is wrong with it.
std::string trouble(const std::string& topic, const std::string& payload)
{
    const auto decoded = wire::decode(golden::message(topic, payload));
    if (!decoded) {
        if (decoded.error().why.empty()) return "an error without words";
        const bool clean = std::ranges::none_of(decoded.error().why, [](char c) { return c >= 0 && c < ' '; });
        return clean ? "" : "control characters in: " + decoded.error().why;
    }
    if (std::holds_alternative<core::Withdrawn>(decoded->event.what)) return "";
    const std::string bytes = golden::encoded(decoded->event, false);
    const auto again = wire::decode(golden::message(topic, bytes));
    if (!again) return "its value encodes to what is refused: " + again.error().why;
    if (!golden::same(again->event, decoded->event))
        return "its value encodes to another: " + golden::told(decoded->event) + " / " + golden::told(again->event);
    return "";
}

}  // namespace

void TestDamage::everyByteFlippedOrCut_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("bytes");
    for (const golden::Golden& pair : golden::all()) {
        const QString topic = QString::fromStdString(pair.topic);
        QTest::addRow("%s json", pair.name.c_str()) << topic << QByteArray::fromStdString(golden::json(pair.name));
        QTest::addRow("%s protobuf", pair.name.c_str())
            << topic << QByteArray::fromStdString(golden::protobuf(pair.name));
    }
}

void TestDamage::everyByteFlippedOrCut()
{
    QFETCH(QString, topic);
    QFETCH(QByteArray, bytes);
    const std::string whole = bytes.toStdString();
    const std::string name = topic.toStdString();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string cut = trouble(name, whole.substr(0, i));
        QVERIFY2(cut.empty(), qPrintable(QString("cut at %1: %2").arg(i).arg(QString::fromStdString(cut))));
        for (const unsigned mask : {0x01U, 0x02U, 0x04U, 0x08U, 0x10U, 0x20U, 0x40U, 0x80U, 0xFFU}) {
            std::string wounded = whole;
            wounded[i] = static_cast<char>(static_cast<unsigned char>(wounded[i]) ^ mask);
            const std::string words = trouble(name, wounded);
            QVERIFY2(words.empty(),
                     qPrintable(QString("byte %1 ^ %2: %3").arg(i).arg(mask).arg(QString::fromStdString(words))));
        }
    }
}

void TestDamage::severalWoundsAtOnce()
{
    constexpr std::uint64_t seed = 20241001;
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    std::mt19937_64 random(seed);
    const std::vector<golden::Golden> list = golden::all();
    constexpr std::string_view marks = "{}[]:,\"'\\ 0-9eE.x\x00\x0a\x7f\xff";
    for (int round = 0; round < 20'000; ++round) {
        const golden::Golden& pair = list[random() % list.size()];
        const golden::Golden& other = list[random() % list.size()];
        std::string bytes = random() % 2 == 0 ? golden::encoded(pair.event, true) : golden::encoded(pair.event, false);
        for (auto wounds = 1 + random() % 6; wounds > 0; --wounds) {
            const std::size_t at = random() % (bytes.size() + 1);
            switch (random() % 4) {
            case 0:
                bytes.insert(at, 1, marks[random() % marks.size()]);
                break;
            case 1:
                bytes.erase(at, random() % 8);
                break;
            case 2:
                bytes.insert(at, bytes.substr(random() % (bytes.size() + 1), random() % 32));
                break;
            default:
                bytes.insert(at, 1, static_cast<char>(random()));
                break;
            }
        }
        const std::string words = trouble(other.topic, bytes);
        QVERIFY2(words.empty(), qPrintable(QString("round %1: %2").arg(round).arg(QString::fromStdString(words))));
    }
}

void TestDamage::everyByteOfARecording()
{
    const core::Message message =
        golden::message("carewall/v1/demo/queue/billing/crm/now", golden::protobuf("queue_now"));
    const std::string whole = wire::encodeRecorded(message) + wire::encodeRecorded(message);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (const unsigned mask : {0U, 0x01U, 0x80U, 0xFFU}) {
            std::string wounded = mask == 0 ? whole.substr(0, i) : whole;
            if (mask != 0) wounded[i] = static_cast<char>(static_cast<unsigned char>(wounded[i]) ^ mask);
            std::string_view rest = wounded;
            std::size_t entries = 0;
            for (bool more = true; more;) {
                const std::size_t before = rest.size();
                const auto next = wire::nextRecorded(rest);
                more = next && next->has_value();
                QVERIFY(more ? rest.size() < before : rest.size() == before);
                entries += more ? 1 : 0;
            }
            QVERIFY(entries <= whole.size());
        }
    }
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
