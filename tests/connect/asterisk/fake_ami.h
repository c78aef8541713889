#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

#include <map>
#include <memory>
#include <string>
#include <vector>

/// An AMI server of our own, on loopback, for one connection at a time.
namespace carewall::support {

class FakeAmi {
public:
    bool accepts = true;               ///< the login
    bool silent = false;               ///< says nothing at all
    std::string list;                  ///< what it answers to QueueStatus: events, each with an empty line behind it
    std::vector<std::string> actions;  ///< heard, by name
    std::map<std::string, int> heard;  ///< how often

    FakeAmi() { open(0); }

    std::uint16_t port() const { return m_port; }
    void open(std::uint16_t port)
    {
        m_server = std::make_unique<QTcpServer>();
        if (!m_server->listen(QHostAddress::LocalHost, port)) qFatal("no port for a fake AMI");
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, [this] { begin(); });
    }
    /// Nobody answers any more.
    void close()
    {
        cut();
        m_server.reset();
    }
    void cut()
    {
        if (m_peer) m_peer->abort();
        m_peer = nullptr;
    }
    void say(std::string lines)
    {
        if (m_peer == nullptr) return;
        for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; at += 2)
            lines.insert(at, "\r");
        m_peer->write(QByteArray::fromStdString(lines + "\r\n\r\n"));
        m_peer->flush();
    }

private:
    void begin()
    {
        m_peer = m_server->nextPendingConnection();
        m_bytes.clear();
        if (!silent) m_peer->write("Asterisk Call Something/11.0.0\r\n");
        QObject::connect(m_peer, &QTcpSocket::readyRead, m_peer, [this] { read(); });
    }
    void read()
    {
        m_bytes += m_peer->readAll();
        for (qsizetype end = 0; m_peer != nullptr && (end = m_bytes.indexOf("\r\n\r\n")) >= 0;) {
            const QByteArray action = m_bytes.left(end);
            m_bytes.remove(0, end + 4);
            if (!silent) answer(action);
        }
    }
    void answer(const QByteArray& action)
    {
        const auto of = [&action](const QByteArray& key) {
            for (const QByteArray& line : action.split('\n'))
                if (line.startsWith(key + ": ")) return line.mid(key.size() + 2).trimmed().toStdString();
            return std::string{};
        };
        const std::string name = of("Action");
        const std::string id = "\nActionID: " + of("ActionID");
        actions.push_back(name);
        ++heard[name];
        if (name == "Login" && (!accepts || of("Secret") != "right"))
            say("Response: Error" + id + "\nMessage: Authentication failed");
        else if (name == "Ping")
            say("Response: Success" + id + "\nPing: Pong");
        else if (name == "QueueStatus")
            say("Response: Success" + id + "\nEventList: start\n\n" + list + "Event: QueueStatusComplete");
        else
            say("Response: Success" + id);
    }

    std::unique_ptr<QTcpServer> m_server;
    QTcpSocket* m_peer = nullptr;
    QByteArray m_bytes;
    std::uint16_t m_port = 0;
};

}  // namespace carewall::support
