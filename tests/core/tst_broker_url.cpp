// Goal: a broker's URL is read as a person means it, or refused with the right form.
// Method: a table of URLs with host, port and TLS; a table of what must be refused, and a word of the reason.
#include "core/broker_url.h"

#include <QTest>

using namespace carewall;

class TestBrokerUrl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void neverRepeatsAPassword();
};

void TestBrokerUrl::reads_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("tls");
    QTest::newRow("name") << QByteArray("mqtt://broker") << QByteArray("broker") << 1883 << false;
    QTest::newRow("port") << QByteArray("mqtt://broker:18830") << QByteArray("broker") << 18830 << false;
    QTest::newRow("slash") << QByteArray("mqtt://broker:1/") << QByteArray("broker") << 1 << false;
    QTest::newRow("tls") << QByteArray("mqtts://care.example.com") << QByteArray("care.example.com") << 8883 << true;
    QTest::newRow("tls port") << QByteArray("mqtts://care:65535") << QByteArray("care") << 65535 << true;
    QTest::newRow("ipv4") << QByteArray("mqtt://127.0.0.1:1883") << QByteArray("127.0.0.1") << 1883 << false;
    QTest::newRow("ipv6") << QByteArray("mqtt://[::1]") << QByteArray("::1") << 1883 << false;
    QTest::newRow("ipv6 port") << QByteArray("mqtts://[2001:db8::7]:8884") << QByteArray("2001:db8::7") << 8884 << true;
    QTest::newRow("ipv6 zone") << QByteArray("mqtt://[fe80::1%eth0]:99") << QByteArray("fe80::1%eth0") << 99 << false;
}

void TestBrokerUrl::reads()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    QFETCH(bool, tls);
    const auto address = core::parseBrokerUrl(url.toStdString());
    QVERIFY2(address.has_value(), address ? "" : address.error().c_str());
    QCOMPARE(QByteArray::fromStdString(address->host), host);
    QCOMPARE(int{address->port}, port);
    QCOMPARE(address->tls, tls);
}

void TestBrokerUrl::refuses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("empty") << QByteArray() << QByteArray("mqtt://");
    QTest::newRow("no scheme") << QByteArray("broker:1883") << QByteArray("does not begin with");
    QTest::newRow("other scheme") << QByteArray("http://broker") << QByteArray("does not begin with");
    QTest::newRow("no host") << QByteArray("mqtt://") << QByteArray("no host name");
    QTest::newRow("only port") << QByteArray("mqtt://:1883") << QByteArray("no host name");
    QTest::newRow("port 0") << QByteArray("mqtt://broker:0") << QByteArray("port that is not 1 to 65535");
    QTest::newRow("port too high") << QByteArray("mqtt://broker:65536") << QByteArray("port that is not 1 to 65535");
    QTest::newRow("port empty") << QByteArray("mqtt://broker:") << QByteArray("port that is not 1 to 65535");
    QTest::newRow("port words") << QByteArray("mqtt://broker:18x") << QByteArray("port that is not 1 to 65535");
    QTest::newRow("port minus") << QByteArray("mqtt://broker:-1") << QByteArray("port that is not 1 to 65535");
    QTest::newRow("path") << QByteArray("mqtt://broker/care") << QByteArray("not a port");
    QTest::newRow("query") << QByteArray("mqtt://broker?x=1") << QByteArray("not a port");
    QTest::newRow("space") << QByteArray("mqtt://bro ker") << QByteArray("no host name");
    QTest::newRow("ipv6 bare") << QByteArray("mqtt://::1") << QByteArray("no host name");
    QTest::newRow("bracket open") << QByteArray("mqtt://[::1") << QByteArray("no ']'");
    QTest::newRow("bracket empty") << QByteArray("mqtt://[]") << QByteArray("no IPv6 address");
    QTest::newRow("bracket name") << QByteArray("mqtt://[broker]") << QByteArray("no IPv6 address");
}

void TestBrokerUrl::refuses()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, says);
    const auto address = core::parseBrokerUrl(url.toStdString());
    QVERIFY(!address);
    const QByteArray why = QByteArray::fromStdString(address.error());
    QVERIFY2(why.contains(says), why.constData());
    QVERIFY2(why.contains("it must be mqtt://HOST or mqtts://HOST (TLS)"), why.constData());
}

void TestBrokerUrl::neverRepeatsAPassword()
{
    const auto address = core::parseBrokerUrl("mqtt://wall:s3cret@broker");
    QVERIFY(!address);
    const QByteArray why = QByteArray::fromStdString(address.error());
    QVERIFY2(why.contains("password_file") && !why.contains("s3cret"), why.constData());
}

QTEST_GUILESS_MAIN(TestBrokerUrl)
#include "tst_broker_url.moc"
