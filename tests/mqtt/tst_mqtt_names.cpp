// Goal: a broker that is given by name may die, come back, refuse and stay away as often as it likes: the session lives
// on, finds it again, and tries the name's addresses in the resolver's order. (libmosquitto 2.0.11 keeps an address
// that it has freed when its bind address is set to null: the second time ended the program.)
// Method: a real mosquitto called localhost, plain and TLS, killed and started again several times; a port where nobody
// listens; a socket on ::1. To be run with AddressSanitizer, too.
#include "listener.h"

#include "mqtt/families.h"

#include <QTest>
#include <cerrno>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace carewall;
using namespace std::chrono_literals;

class TestMqttNames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void brokerComesAndGoes_data();
    void brokerComesAndGoes();
    void nobodyListens();
    void ipv6ComesFirstWhereTheResolverSaysSo();
    void aNameHasFamilies();
};

void TestMqttNames::brokerComesAndGoes_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestMqttNames::brokerComesAndGoes()
{
    QFETCH(bool, tls);
    support::Broker broker({.tls = tls});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    mqtt::Options options = floorOptions(broker);
    options.broker.url = broker.namedUrl();
    if (tls) options.broker.ca_file = broker.caFile();
    Listener board(options);
    QVERIFY2(board.waitUp(), (board.trouble() + board.why()).c_str());
    const std::string topic = "carewall/v1/demo/clock";
    for (int outage = 1; outage <= 4; ++outage) {
        if (outage % 2 == 1)
            broker.kill();
        else
            broker.terminate();
        QVERIFY(board.waitDown(outage));
        // Refused several times over before it is back.
        QVERIFY(support::waitUntil([&] { return board.reason() == core::LinkReason::Refused; }));
        const std::string queued = "queued in outage " + std::to_string(outage);
        QVERIFY(board.session().publish(topic, queued, 1, true));
        std::this_thread::sleep_for(1200ms);
        QVERIFY2(broker.restart(), broker.trouble().c_str());
        QVERIFY2(board.waitUp(outage + 1), board.why().c_str());
        QVERIFY(support::waitUntil([&] { return board.newest(topic) == queued; }));
    }
}

void TestMqttNames::nobodyListens()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    const int port = broker.port();
    broker.terminate();
    for (const char* scheme : {"mqtt", "mqtts"}) {
        mqtt::Options options;
        options.broker.url = std::string(scheme) + "://localhost:" + std::to_string(port);
        Listener board(options);
        QVERIFY(board.waitDown());
        QCOMPARE(board.reason(), core::LinkReason::Refused);
        std::this_thread::sleep_for(3s);  // half a second, then ever a quarter more: at least four tries
        QCOMPARE(board.told(), 1);
        QCOMPARE(board.ups(), 0);
    }
}

void TestMqttNames::ipv6ComesFirstWhereTheResolverSaysSo()
{
    const auto families = mqtt::familiesOf("localhost");
    QVERIFY(families);
    if (std::string_view{families->front()} != "::") QSKIP("localhost is not ::1 first on this machine");
    const int listening = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    socklen_t size = sizeof(address);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listening, generic, size) != 0) QSKIP("no ::1 on this machine");
    QVERIFY(::listen(listening, 1) == 0 && ::getsockname(listening, generic, &size) == 0);
    mqtt::Options options;
    options.broker.url = "mqtt://localhost:" + std::to_string(ntohs(address.sin6_port));
    const Listener board(options);
    pollfd arrived{.fd = listening, .events = POLLIN, .revents = 0};
    QCOMPARE(::poll(&arrived, 1, 5000), 1);
    ::close(listening);
}

void TestMqttNames::aNameHasFamilies()
{
    QVERIFY(mqtt::isLiteral("127.0.0.1") && mqtt::isLiteral("fe80::1%eth0"));
    QVERIFY(!mqtt::isLiteral("localhost") && !mqtt::isLiteral("4com.example"));
    const auto families = mqtt::familiesOf("localhost");
    QVERIFY(families && !families->empty() && families->size() <= 2);
    const auto unknown = mqtt::familiesOf("no-such-host.invalid");
    QVERIFY(!unknown && unknown.error().reason == core::LinkReason::NameNotFound);
}

QTEST_GUILESS_MAIN(TestMqttNames)
#include "tst_mqtt_names.moc"
