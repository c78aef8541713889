// Goal: the contract does not drift: the same bytes mean the same values in both encodings, today and next year.
// Method: pairs of files in golden/ beside values written by hand (golden.cpp): each file decodes to its value, and the
//         value encodes to exactly the protobuf file and to JSON that decodes to itself.
//
// The JSON files are written by hand. After a change meant to change the bytes, run
//     CAREWALL_GOLDEN=write tst_wire_golden
// which makes every NAME.pb.hex (and board_status.json) anew from the values, and read the difference in git:
// an old field must keep its number and its meaning.

#include "wire/decode.h"
#include "wire/encode.h"
#include "wire/golden.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace carewall;

class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothEncodingsDecodeToTheValue_data();
    void bothEncodingsDecodeToTheValue();
    void theValueEncodesToTheGoldenBytes_data() { names(); }
    void theValueEncodesToTheGoldenBytes();
    void whatWasEncodedDecodesToItself_data() { names(); }
    void whatWasEncodedDecodesToItself();
    void statusIsWrittenAsItsWords();
    void whenceItCameIsKept();

private:
    static void names();
};

namespace {

const golden::Golden& byName(const QString& name)
{
    static const std::vector<golden::Golden> list = golden::all();
    for (const golden::Golden& pair : list)
        if (pair.name == name.toStdString()) return pair;
    qFatal("no golden message of that name");
}

/// Lines of 32 bytes, so that a difference in git shows where.
QByteArray hexLines(const std::string& bytes)
{
    QByteArray text;
    for (std::size_t i = 0; i < bytes.size(); i += 32)
        text += QByteArray::fromStdString(bytes.substr(i, 32)).toHex(' ') + '\n';
    return text;
}

void write(const std::string& file, const QByteArray& text)
{
    QFile golden(QString::fromLatin1(CAREWALL_SOURCE_DIR "/tests/wire/golden/") + QString::fromStdString(file));
    if (!golden.open(QIODevice::WriteOnly) || golden.write(text) != text.size()) qFatal("cannot write golden files");
}

}  // namespace

void TestGolden::initTestCase()
{
    if (qgetenv("CAREWALL_GOLDEN") != "write") return;
    for (const golden::Golden& pair : golden::all())
        write(pair.name + ".pb.hex", hexLines(golden::encoded(pair.event, false)));
    write("board_status.pb.hex", hexLines(wire::encode(golden::status())));
    const auto json = QByteArray::fromStdString(wire::encode(golden::status(), wire::Encoding::Json));
    write("board_status.json", QJsonDocument::fromJson(json).toJson());
}

void TestGolden::names()
{
    QTest::addColumn<QString>("name");
    for (const golden::Golden& pair : golden::all())
        QTest::addRow("%s", pair.name.c_str()) << QString::fromStdString(pair.name);
}

void TestGolden::bothEncodingsDecodeToTheValue_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("as_json");
    for (const golden::Golden& pair : golden::all()) {
        QTest::addRow("%s json", pair.name.c_str()) << QString::fromStdString(pair.name) << true;
        QTest::addRow("%s protobuf", pair.name.c_str()) << QString::fromStdString(pair.name) << false;
    }
}

void TestGolden::bothEncodingsDecodeToTheValue()
{
    QFETCH(QString, name);
    QFETCH(bool, as_json);
    const golden::Golden& pair = byName(name);
    const std::string bytes = as_json ? golden::json(pair.name) : golden::protobuf(pair.name);
    const auto decoded = wire::decode(golden::message(pair.topic, bytes));
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    QCOMPARE(decoded->unknown.count, std::uint64_t{0});
    const std::string difference =
        "\nread:     " + golden::told(decoded->event) + "\nexpected: " + golden::told(pair.event);
    QVERIFY2(golden::same(decoded->event, pair.event), difference.c_str());
}

void TestGolden::theValueEncodesToTheGoldenBytes()
{
    QFETCH(QString, name);
    const golden::Golden& pair = byName(name);
    QCOMPARE(hexLines(golden::encoded(pair.event, false)), hexLines(golden::protobuf(pair.name)));
}

void TestGolden::whatWasEncodedDecodesToItself()
{
    QFETCH(QString, name);
    const golden::Golden& pair = byName(name);
    for (const bool as_json : {true, false}) {
        const std::string bytes = golden::encoded(pair.event, as_json);
        const auto decoded = wire::decode(golden::message(pair.topic, bytes));
        QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
        QVERIFY2(golden::same(decoded->event, pair.event), golden::told(decoded->event).c_str());
        QCOMPARE(golden::encoded(decoded->event, as_json), bytes);
    }
}

void TestGolden::statusIsWrittenAsItsWords()
{
    const auto json = QByteArray::fromStdString(wire::encode(golden::status(), wire::Encoding::Json));
    QCOMPARE(QJsonDocument::fromJson(json).toJson(), QByteArray::fromStdString(golden::json("board_status")));
    QCOMPARE(hexLines(wire::encode(golden::status())), hexLines(golden::protobuf("board_status")));
    const auto decoded = wire::decode(golden::message("carewall/v1/demo/board/wall/status", json.toStdString()));
    QVERIFY(!decoded);
    QVERIFY(decoded.error().kind == wire::DecodeError::Kind::Status);
}

void TestGolden::whenceItCameIsKept()
{
    const golden::Golden& pair = byName("metric");
    core::Message message = golden::message(pair.topic, golden::json("metric"));
    message.retained = true;
    const auto decoded = wire::decode(message, core::Origin::Remembered);
    QVERIFY(decoded);
    QVERIFY(decoded->event.origin == core::Origin::Remembered);
    QVERIFY(decoded->event.retained);
    QVERIFY(decoded->event.at == golden::arrival());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
