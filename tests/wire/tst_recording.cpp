// Goal: a recording gives back exactly what reached the board, and says where it is damaged.
// Method: messages of every kind of bytes written one behind the other and read back; recordings cut and spoilt.

#include "core/limits.h"
#include "wire/golden.h"
#include "wire/recorded_message.h"

#include <QTest>

using namespace carewall;

class TestRecording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void emptyHasNoEntries();
    void cutIsAnErrorAndTakesNothing();
    void absurdLengthIsAnError();
};

void TestRecording::comesBackAsItWas()
{
    std::vector<core::Message> sent;
    for (const golden::Golden& pair : golden::all())
        sent.push_back(golden::message(pair.topic, golden::protobuf(pair.name)));
    sent.push_back({"", "", {}, false});
    sent.push_back({"not \xFF UTF-8", std::string("\0\x80\xFF", 3), golden::arrival(), true});
    sent.push_back(golden::message("over the limit", std::string(core::limits::payload_bytes + 1, 'x')));
    std::string recording;
    for (const core::Message& message : sent)
        recording += wire::encodeRecorded(message);

    std::string_view rest = recording;
    for (const core::Message& message : sent) {
        const auto read = wire::nextRecorded(rest);
        QVERIFY2(read, read ? "" : read.error().why.c_str());
        QVERIFY(read->has_value());
        QVERIFY2(**read == message, message.topic.c_str());
    }
    QVERIFY(rest.empty());
}

void TestRecording::emptyHasNoEntries()
{
    std::string_view none;
    const auto read = wire::nextRecorded(none);
    QVERIFY(read && !read->has_value());
}

void TestRecording::cutIsAnErrorAndTakesNothing()
{
    const std::string whole = wire::encodeRecorded(golden::message("carewall/v1/demo/clock", std::string(300, 'x')));
    for (std::size_t bytes = 1; bytes < whole.size(); ++bytes) {
        std::string_view rest = std::string_view(whole).substr(0, bytes);
        const auto read = wire::nextRecorded(rest);
        QVERIFY(!read);
        QCOMPARE(rest.size(), bytes);
    }
}

void TestRecording::absurdLengthIsAnError()
{
    const std::string endless(20, '\xFF');
    std::string_view rest = endless;
    QCOMPARE(wire::nextRecorded(rest).error().why, std::string("recording ends or is damaged in an entry's length"));
    const std::string huge = "\xFF\xFF\xFF\xFF\x0F" + std::string(100, 'x');
    rest = huge;
    QVERIFY(wire::nextRecorded(rest).error().why.find("an entry of 4294967295 bytes") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
