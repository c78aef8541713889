// Goal: whatever ends or prevents a connection is one of the reasons that somebody can put right, and each of these has
// advice of its own.
// Method: a table of errno, of the codes of MQTT and of OpenSSL's lines; all reasons' advice compared.
#include "mqtt/link_trouble.h"

#include <QTest>
#include <cerrno>
#include <mosquitto.h>
#include <mqtt_protocol.h>
#include <netdb.h>
#include <set>

using namespace carewall;
using core::LinkReason;

class TestMqttWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reasons_data();
    void reasons();
    void eachReasonHasAdviceOfItsOwn();
};

void TestMqttWords::reasons_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* name, const core::LinkTrouble& trouble, LinkReason expected, const char* why) {
        QTest::newRow(name) << static_cast<int>(trouble.reason) << static_cast<int>(expected)
                            << QByteArray::fromStdString(trouble.why);
        QVERIFY2(trouble.why.find(why) != std::string::npos, trouble.why.c_str());
    };
    row("refused", mqtt::systemTrouble(ECONNREFUSED), LinkReason::Refused, "Connection refused");
    row("timed out", mqtt::systemTrouble(ETIMEDOUT), LinkReason::NoAnswer, "timed out");
    row("no route", mqtt::systemTrouble(EHOSTUNREACH), LinkReason::Unreachable, "No route");
    row("no network", mqtt::systemTrouble(ENETUNREACH), LinkReason::Unreachable, "unreachable");
    row("reset", mqtt::systemTrouble(ECONNRESET), LinkReason::ClosedByBroker, "reset");
    row("out of files", mqtt::systemTrouble(EMFILE), LinkReason::Other, "Too many open files");

    row("3.1.1 password", mqtt::refusal(4, 4), LinkReason::Credentials, "user name or password");
    row("3.1.1 not authorized", mqtt::refusal(4, 5), LinkReason::Credentials, "Not authorized");
    row("3.1.1 client id", mqtt::refusal(4, 2), LinkReason::ClientId, "client id");
    row("3.1.1 version", mqtt::refusal(4, 1), LinkReason::NotMqtt, "3.1.1");
    row("3.1.1 not available", mqtt::refusal(4, 3), LinkReason::Other, "not available");
    row("5 password", mqtt::refusal(5, MQTT_RC_BAD_USERNAME_OR_PASSWORD), LinkReason::Credentials, "refuses us");
    row("5 not authorized", mqtt::refusal(5, MQTT_RC_NOT_AUTHORIZED), LinkReason::Credentials, "Not authorized");
    row("5 client id", mqtt::refusal(5, MQTT_RC_CLIENTID_NOT_VALID), LinkReason::ClientId, "refuses us");
    row("5 version", mqtt::refusal(5, MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION), LinkReason::NotMqtt, "refuses us");
    row("5 busy", mqtt::refusal(5, MQTT_RC_SERVER_BUSY), LinkReason::Other, "busy");

    row("closed", mqtt::loss(MOSQ_ERR_CONN_LOST, 0), LinkReason::ClosedByBroker, "closed");
    row("no ping", mqtt::loss(MOSQ_ERR_KEEPALIVE, 0), LinkReason::NoAnswer, "does not answer");
    row("name", mqtt::loss(MOSQ_ERR_EAI, EAI_NONAME), LinkReason::NameNotFound, "not known");
    row("protocol", mqtt::loss(MOSQ_ERR_PROTOCOL, 0), LinkReason::NotMqtt, "protocol");
    row("taken over", mqtt::loss(MQTT_RC_SESSION_TAKEN_OVER, 0), LinkReason::TakenOver, "taken over");
    row("shut down", mqtt::loss(MQTT_RC_SERVER_SHUTTING_DOWN, 0), LinkReason::ClosedByBroker, "ended it");
    row("filter", mqtt::subscriptionRefusal(4, 0x80, "a/#"), LinkReason::Subscription, "a/#");

    constexpr const char* verify = "OpenSSL Error[0]: error:0A000086:SSL routines::certificate verify failed";
    row("not trusted", mqtt::tlsTrouble(verify, false), LinkReason::CertificateNotTrusted, "TLS: certificate verify");
    row("out of date", mqtt::tlsTrouble(verify, true), LinkReason::CertificateDates, "TLS: certificate verify");
    row("wrong name", mqtt::tlsTrouble("Error: host name verification failed.", false),
        LinkReason::CertificateWrongName, "TLS: host name");
    row("ours wanted",
        mqtt::tlsTrouble("OpenSSL Error[0]: error:0A00045C:SSL routines::tlsv13 alert certificate required", false),
        LinkReason::ClientCertificate, "TLS: tlsv13 alert");
    row("ours not trusted",
        mqtt::tlsTrouble("OpenSSL Error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca", false),
        LinkReason::ClientCertificate, "unknown ca");
    row("no TLS there", mqtt::tlsTrouble("OpenSSL Error[0]: error:0A00010B:SSL routines::wrong version number", false),
        LinkReason::NotMqtt, "wrong version");
    row("old TLS",
        mqtt::tlsTrouble("OpenSSL Error[0]: error:0A00042E:SSL routines::tlsv1 alert protocol version", false),
        LinkReason::TlsOther, "protocol version");
}

void TestMqttWords::reasons()
{
    QFETCH(int, reason);
    QFETCH(int, expected);
    QFETCH(QByteArray, why);
    QVERIFY2(reason == expected, why.constData());
}

void TestMqttWords::eachReasonHasAdviceOfItsOwn()
{
    std::set<std::string_view> told;
    for (int i = 1; i < static_cast<int>(LinkReason::Other); ++i) {
        const std::string_view advice = mqtt::advice(static_cast<LinkReason>(i));
        QVERIFY2(!advice.empty() && told.insert(advice).second, std::to_string(i).c_str());
    }
    QVERIFY(mqtt::advice(LinkReason::None).empty() && mqtt::advice(LinkReason::Other).empty());
}

QTEST_GUILESS_MAIN(TestMqttWords)
#include "tst_mqtt_words.moc"
