// Goal: what keeps a board from its broker is told as a reason that somebody can put right and in words, and nothing of
// it holds up stop().
// Method: a real mosquitto with a password, with TLS, with client certificates; hand-made servers that refuse the
// subscription, do not speak MQTT, or say nothing at all.
#include "listener.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace carewall;
using namespace std::chrono_literals;

class TestMqttRefused : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void password_data();
    void password();
    void tls();
    void tlsOutOfDate();
    void tlsOfAPlainBroker();
    void nobodyListens();
    void clientCertificate();
    void badOptions_data();
    void badOptions();
    void unreadableFiles();
    void subscriptionRefused();
    void watchedRefused();
    void watchedHungUpOn();
    void endedByTheBroker();
    void notMqtt_data();
    void notMqtt();
    void stopIsPromptWhenNobodyAnswers_data();
    void stopIsPromptWhenNobodyAnswers();
    void unknownName();
};

namespace {

/// A listening socket on a free port of 127.0.0.1, which the kernel accepts for, up to its backlog.
class Port {
public:
    explicit Port(int backlog) : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(m_address);
        if (::bind(m_fd, generic(), size) != 0 || ::listen(m_fd, backlog) != 0 ||
            ::getsockname(m_fd, generic(), &size) != 0)
            qFatal("no free port on 127.0.0.1: errno %d", errno);
    }
    Port(const Port&) = delete;
    Port& operator=(const Port&) = delete;
    ~Port() { ::close(m_fd); }

    int fd() const { return m_fd; }
    sockaddr* generic() { return reinterpret_cast<sockaddr*>(&m_address); }
    std::string url() const { return "mqtt://127.0.0.1:" + std::to_string(ntohs(m_address.sin_port)); }

private:
    int m_fd;
    sockaddr_in m_address{};
};

/// Answers the first thing that each client sends with the first answer, and so on, for as long as it lives.
/// In an answer, "\xfe\xfe" is replaced by the packet id of what was sent.
class Server {
public:
    explicit Server(std::vector<std::string> answers) : m_answers(std::move(answers)), m_thread([this] { serve(); }) {}
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server()
    {
        m_over = true;
        m_thread.join();
    }
    std::string url() const { return m_port.url(); }

private:
    Port m_port{8};
    std::vector<std::string> m_answers;
    std::atomic<bool> m_over = false;
    std::thread m_thread;

    void serve()
    {
        while (!m_over) {
            pollfd waiting{.fd = m_port.fd(), .events = POLLIN, .revents = 0};
            if (::poll(&waiting, 1, 10) <= 0) continue;
            const int client = ::accept4(m_port.fd(), nullptr, nullptr, SOCK_CLOEXEC);
            for (const std::string& answer : m_answers)
                talk(client, answer);
            pollfd gone{.fd = client, .events = POLLIN, .revents = 0};
            ::poll(&gone, 1, 1000);
            ::close(client);
        }
    }

    static void talk(int client, std::string answer)
    {
        std::array<char, 1024> packet{};
        if (::recv(client, packet.data(), packet.size(), 0) < 4) return;
        if (const auto id = answer.find("\xfe\xfe"); id != std::string::npos)
            answer.replace(id, 2, packet.data() + 2, 2);
        ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
    }
};

mqtt::Options optionsFor(const std::string& url)
{
    mqtt::Options options;
    options.broker.url = url;
    options.filters = {"carewall/v1/demo/#"};
    return options;
}

bool contains(const std::string& text, const char* words)
{
    return text.find(words) != std::string::npos;
}

}  // namespace

void TestMqttRefused::password_data()
{
    QTest::addColumn<int>("protocol");
    QTest::newRow("MQTT 5") << 5;
    QTest::newRow("MQTT 3.1.1") << 4;
}

void TestMqttRefused::password()
{
    QFETCH(int, protocol);
    support::Broker broker({.username = "wall", .password = "right one"});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    mqtt::Options options = floorOptions(broker, protocol);
    options.broker.username = "wall";
    options.broker.password_file = broker.passwordFile();
    Listener welcome(options);
    QVERIFY2(welcome.waitUp(), (welcome.trouble() + welcome.why()).c_str());

    QTemporaryDir folder;
    QFile file(folder.filePath("password"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("wrong one\n") > 0);
    file.close();
    options.broker.password_file = file.fileName().toStdString();
    Listener refused(options);
    QVERIFY(refused.waitDown());
    QCOMPARE(refused.reason(), core::LinkReason::Credentials);
    QVERIFY2(contains(refused.why(), "the broker refuses us"), refused.why().c_str());
    // It goes on trying: the password may be put right at the broker.
    std::this_thread::sleep_for(700ms);
    QCOMPARE(refused.told(), 1);
    QCOMPARE(refused.ups(), 0);
    refused.session().stop();
}

void TestMqttRefused::tls()
{
    support::Broker broker({.tls = true});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    mqtt::Options options = floorOptions(broker);
    options.broker.ca_file = broker.caFile();
    Listener board(options);
    QVERIFY2(board.waitUp(), (board.trouble() + board.why()).c_str());
    QVERIFY(board.session().publish("carewall/v1/demo/clock", std::string(100'000, 'x'), 1, false));
    QVERIFY(support::waitUntil([&] { return board.newest("carewall/v1/demo/clock").size() == 100'000; }));

    options.broker.ca_file = broker.otherCaFile();
    Listener other(options);
    QVERIFY(other.waitDown());
    QCOMPARE(other.reason(), core::LinkReason::CertificateNotTrusted);
    QCOMPARE(other.why(), std::string("TLS: certificate verify failed"));

    options.broker.ca_file.clear();  // the machine's authorities did not sign it either
    Listener machine(options);
    QVERIFY(machine.waitDown());
    QCOMPARE(machine.reason(), core::LinkReason::CertificateNotTrusted);

    options.broker.ca_file = broker.caFile();
    options.broker.url = "mqtts://127.1:" + std::to_string(broker.port());  // the same address by another name
    Listener misnamed(options);
    QVERIFY(misnamed.waitDown());
    QCOMPARE(misnamed.reason(), core::LinkReason::CertificateWrongName);
    options.broker.url = "mqtt://127.0.0.1:" + std::to_string(broker.port());
    Listener plain(options);
    QVERIFY(plain.waitDown());
    QCOMPARE(plain.reason(), core::LinkReason::NotMqtt);
    QCOMPARE(other.ups() + machine.ups() + misnamed.ups() + plain.ups(), 0);
}

void TestMqttRefused::tlsOutOfDate()
{
    support::Broker broker({.tls = true, .expired = true});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    mqtt::Options options = floorOptions(broker);
    options.broker.ca_file = broker.caFile();
    Listener board(options);
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::CertificateDates);
    // Who signed it comes first.
    options.broker.ca_file = broker.otherCaFile();
    Listener other(options);
    QVERIFY(other.waitDown());
    QCOMPARE(other.reason(), core::LinkReason::CertificateNotTrusted);
}

void TestMqttRefused::tlsOfAPlainBroker()
{
    support::Broker broker;
    QVERIFY2(broker.running(), broker.trouble().c_str());
    Listener board(optionsFor("mqtts://127.0.0.1:" + std::to_string(broker.port())));
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::TlsOther);
}

void TestMqttRefused::nobodyListens()
{
    std::string url;
    {
        const Port taken(1);
        url = taken.url();
    }
    Listener board(optionsFor(url));
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::Refused);
    QCOMPARE(board.why(), std::string("Connection refused"));
}

void TestMqttRefused::clientCertificate()
{
    support::Broker broker({.tls = true, .require_certificate = true});
    QVERIFY2(broker.running(), broker.trouble().c_str());
    mqtt::Options options = floorOptions(broker);
    options.broker.ca_file = broker.caFile();
    Listener without(options);
    QVERIFY(without.waitDown());
    QCOMPARE(without.reason(), core::LinkReason::ClientCertificate);
    QVERIFY2(contains(without.why(), "TLS") && contains(without.why(), "certificate"), without.why().c_str());

    options.broker.certificate_file = broker.clientCertificate();
    options.broker.key_file = broker.clientKey();
    Listener with(options);
    QVERIFY2(with.waitUp(), (with.trouble() + with.why()).c_str());
}

void TestMqttRefused::badOptions_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("url") << 0 << QByteArray("mqtt://HOST");
    QTest::newRow("protocol") << 1 << QByteArray("must be 5, or 4");
    QTest::newRow("keep-alive") << 2 << QByteArray("must be 5 to 65535 s");
    QTest::newRow("filter") << 3 << QByteArray("not a filter");
    QTest::newRow("will topic") << 4 << QByteArray("will topic 'a/#'");
    QTest::newRow("certificate without key") << 5 << QByteArray("go together");
}

void TestMqttRefused::badOptions()
{
    QFETCH(int, which);
    QFETCH(QByteArray, says);
    mqtt::Options options = optionsFor("mqtts://127.0.0.1:1");
    switch (which) {
    case 0:
        options.broker.url = "127.0.0.1";
        break;
    case 1:
        options.broker.protocol = 3;
        break;
    case 2:
        options.broker.keep_alive = 0s;
        break;
    case 3:
        options.filters = {"a/#/b"};
        break;
    case 4:
        options.will = mqtt::Will{"a/#", "", true};
        break;
    default:
        options.broker.certificate_file = "/dev/null";
        break;
    }
    const Listener board(options);
    QVERIFY2(board.trouble().find(says.toStdString()) != std::string::npos, board.trouble().c_str());
}

void TestMqttRefused::unreadableFiles()
{
    mqtt::Options options = optionsFor("mqtts://127.0.0.1:1");
    options.broker.ca_file = "/no/such/ca.crt";
    const Listener without_ca(options);
    QCOMPARE(without_ca.trouble(), std::string("ca_file '/no/such/ca.crt' cannot be read: No such file or directory"));
    options.broker.username = "wall";
    options.broker.password_file = "/no/such/password";
    const Listener without_password(options);
    QVERIFY2(contains(without_password.trouble(), "password_file '/no/such/password' cannot be read"),
             without_password.trouble().c_str());
    options.broker.password_file = "/dev/null";
    const Listener empty_password(options);
    QVERIFY2(contains(empty_password.trouble(), "first line must be the password"), empty_password.trouble().c_str());
}

void TestMqttRefused::subscriptionRefused()
{
    using namespace std::string_literals;
    const Server server({"\x20\x03\x00\x00\x00"s, "\x90\x04\xfe\xfe\x00\x87"s});
    Listener board(optionsFor(server.url()));
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::Subscription);
    QCOMPARE(board.why(), std::string("the broker does not let us read carewall/v1/demo/#: Not authorized"));
    QCOMPARE(board.ups(), 0);
    board.session().stop();
}

void TestMqttRefused::watchedRefused()
{
    using namespace std::string_literals;
    const Server server({"\x20\x03\x00\x00\x00"s, "\x90\x04\xfe\xfe\x00\x01"s, "\x90\x05\xfe\xfe\x00\x87\x87"s});
    mqtt::Options options = optionsFor(server.url());
    options.watched = {"carewall/demo/#", "carewall/v1/demo/queues/#"};
    Listener board(options);
    QVERIFY(board.waitUp());
    std::this_thread::sleep_for(500ms);  // the server keeps the connection for a second
    QCOMPARE(board.downs(), 0);
    board.session().stop();
}

void TestMqttRefused::watchedHungUpOn()
{
    using namespace std::string_literals;
    const Server server({"\x20\x03\x00\x00\x00"s, "\x90\x04\xfe\xfe\x00\x01"s});  // it hangs up on the next packet
    mqtt::Options options = optionsFor(server.url());
    options.watched = {"carewall/demo/#"};
    Listener board(options);
    QVERIFY(board.waitUp(2));
    std::this_thread::sleep_for(500ms);  // nothing is asked any more, so this one stays
    QCOMPARE(board.ups(), 2);
    QCOMPARE(board.downs(), 1);
    board.session().stop();
}

void TestMqttRefused::endedByTheBroker()
{
    using namespace std::string_literals;
    const Server server({"\x20\x03\x00\x00\x00"s, "\x90\x04\xfe\xfe\x00\x01\xe0\x02\x8e\x00"s});
    Listener board(optionsFor(server.url()));
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::TakenOver);
    QCOMPARE(board.why(), std::string("the broker ended it: Session taken over"));
    QCOMPARE(board.ups(), 1);
    board.session().stop();
}

void TestMqttRefused::notMqtt_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("mail server") << QByteArray("220 mail.example.com ESMTP\r\n");
    QTest::newRow("TLS alert") << QByteArray("\x15\x03\x03\x00\x02\x02\x46", 7);
    QTest::newRow("a wrong CONNACK") << QByteArray("\x20\x03\x00\x00\x05", 5);
}

void TestMqttRefused::notMqtt()
{
    QFETCH(QByteArray, answer);
    const Server server({answer.toStdString()});
    Listener board(optionsFor(server.url()));
    QVERIFY(board.waitDown());
    QCOMPARE(board.reason(), core::LinkReason::NotMqtt);
    QCOMPARE(board.why(), std::string("no MQTT broker greets us there"));
    board.session().stop();
}

void TestMqttRefused::stopIsPromptWhenNobodyAnswers_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("plain") << QByteArray("mqtt");
    QTest::newRow("TLS") << QByteArray("mqtts");
}

void TestMqttRefused::stopIsPromptWhenNobodyAnswers()
{
    QFETCH(QByteArray, scheme);
    // The kernel completes the first connects and leaves the later ones hanging in SYN_SENT.
    Port silent(0);
    std::array<std::unique_ptr<Listener>, 6> boards;
    for (auto& board : boards)
        board = std::make_unique<Listener>(optionsFor(scheme.toStdString() + silent.url().substr(4)));
    std::this_thread::sleep_for(300ms);
    for (const auto& board : boards) {
        QElapsedTimer since;
        since.start();
        board->session().stop();
        QVERIFY2(since.elapsed() < 1000, qPrintable(QString("stop took %1 ms").arg(since.elapsed())));
        QCOMPARE(board->ups(), 0);
    }
}

void TestMqttRefused::unknownName()
{
    Listener board(optionsFor("mqtt://no-such-host.invalid"));
    QVERIFY(support::waitUntil([&] { return board.downs() > 0; }, 30s));
    QCOMPARE(board.reason(), core::LinkReason::NameNotFound);
    QVERIFY2(contains(board.why(), "the broker's name is not known"), board.why().c_str());
}

QTEST_GUILESS_MAIN(TestMqttRefused)
#include "tst_mqtt_refused.moc"
