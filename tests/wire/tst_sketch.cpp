// Goal: a sketch arrives as it was sent, in the form that costs least.
// Method: random sketches (rapidcheck; its seed is printed) through both encodings; sizes of a usual slot and a busy
// day.

#include "core/sketch.h"
#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/golden.h"

#include <QTest>

#include <cmath>
#include <random>
#include <rapidcheck.h>

using namespace carewall;

class TestWireSketch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anySketchArrivesAsItWas();
    void theSmallerFormIsSent();
    void aBusyDayFitsIntoAPayload();
};

namespace {

core::QueueNow reportOf(const core::Sketch& sketch)
{
    core::QueueNow now;
    core::Tally open;
    open.start = core::wallTimeFromMs(1'727'776'800'000);
    open.length = core::Seconds{300};
    open.response = sketch;
    now.open = open;
    return now;
}

core::Sketch logNormal(int samples, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::lognormal_distribution<double> seconds(4, 1);
    core::Sketch sketch;
    for (int i = 0; i < samples; ++i)
        sketch.add(seconds(random));
    return sketch;
}

}  // namespace

void TestWireSketch::anySketchArrivesAsItWas()
{
    const bool holds = rc::check("decode(encode(sketch)) == sketch", [] {
        core::Sketch sketch;
        const auto spread = *rc::gen::inRange(1, 300);
        for (const int exponent : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-spread, spread)))
            sketch.add(std::exp2(exponent / 7.0), static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000)));
        sketch.add(0, static_cast<std::uint64_t>(*rc::gen::inRange(0, 3)));
        const core::QueueNow report = reportOf(sketch);
        for (const auto encoding : {wire::Encoding::Protobuf, wire::Encoding::Json}) {
            const auto decoded =
                wire::decode(golden::message("carewall/v1/demo/queue/billing/crm/now", wire::encode(report, encoding)));
            RC_ASSERT(decoded.has_value());
            RC_ASSERT(std::get<core::QueueNowReported>(decoded->event.what).report == report);
        }
    });
    QVERIFY(holds);
}

void TestWireSketch::theSmallerFormIsSent()
{
    const auto form = [](const core::Sketch& sketch) {
        const std::string json = wire::encode(reportOf(sketch), wire::Encoding::Json);
        return json.find("index_deltas") != std::string::npos ? "sparse" : "dense";
    };
    QCOMPARE(form(logNormal(20, 1)), "sparse");
    QCOMPARE(form(logNormal(5000, 1)), "dense");
    core::Sketch two_ends;
    two_ends.add(0.01, 100'000);
    two_ends.add(10'000, 100'000);
    QCOMPARE(form(two_ends), "sparse");
}

void TestWireSketch::aBusyDayFitsIntoAPayload()
{
    core::QueueDay day;
    for (int i = 0; i < 24 * 12; ++i) {
        core::Tally slot = *reportOf(logNormal(200, static_cast<std::uint64_t>(i))).open;
        slot.start += i * slot.length;
        day.slots.push_back(slot);
    }
    const std::string bytes = wire::encode(day);
    qInfo("a day of 288 slots with 200 answers each: %zu bytes", bytes.size());
    const auto decoded = wire::decode(golden::message("carewall/v1/demo/queue/billing/crm/day", bytes));
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QVERIFY(std::get<core::QueueDayReported>(decoded->event.what).report == day);
}

QTEST_GUILESS_MAIN(TestWireSketch)
#include "tst_sketch.moc"
