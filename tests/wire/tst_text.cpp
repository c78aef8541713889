// Goal: no text on the wire can disturb the wall, and what is no disturbance stays as it was written.
// Method: labels sent in JSON beside what is read: cut, broken, controlling, turned around, not UTF-8.

#include "wire/decode.h"
#include "wire/golden.h"

#include <QTest>

using namespace carewall;

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsComeOutPlain_data();
    void textsComeOutPlain();
};

void TestText::textsComeOutPlain_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("read");
    const QByteArray sixty(60, 'x');
    const QByteArray persian = QByteArray("\u067E").repeated(60);
    QTest::newRow("sixty") << sixty << sixty;
    QTest::newRow("cut") << sixty + "y" << QByteArray(59, 'x') + "\u2026";
    QTest::newRow("sixty code points") << persian << persian;
    QTest::newRow("cut by code points") << persian + "y" << QByteArray("\u067E").repeated(59) + "\u2026";
    QTest::newRow("line breaks") << QByteArray("a\\nb\\tc\\u2028d") << QByteArray("a b c d");
    QTest::newRow("controls") << QByteArray("a\\u0000\\u0007\\u001b[31mb\\u009fc") << QByteArray("a[31mbc");
    QTest::newRow("bidi overrides") << QByteArray("a\u202Eb\u2066c\u2069d\u202A") << QByteArray("abcd");
    QTest::newRow("joiners and marks stay") << QByteArray("a\u200Cb\u200Fc") << QByteArray("a\u200Cb\u200Fc");
    QTest::newRow("not UTF-8") << QByteArray("caf\xE9!") << QByteArray("caf\uFFFD!");
    QTest::newRow("overlong and surrogate")
        << QByteArray("\xC0\xAF \xED\xA0\x80") << QByteArray("\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD");
    QTest::newRow("markup is text") << QByteArray("<b>x</b>") << QByteArray("<b>x</b>");
}

void TestText::textsComeOutPlain()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, read);
    const std::string payload = R"({"waiting": 7, "label": ")" + sent.toStdString() + "\"}";
    const auto decoded = wire::decode(golden::message("carewall/v1/demo/queue/billing/me/now", payload));
    QVERIFY2(decoded, decoded ? "" : decoded.error().why.c_str());
    const auto& now = std::get<core::QueueNowReported>(decoded->event.what).report;
    QCOMPARE(QByteArray::fromStdString(now.label), read);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
