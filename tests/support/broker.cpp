#include "support/broker.h"

#include "support/process.h"
#include "support/wait.h"

#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <netinet/in.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace carewall::support {
namespace {

using namespace std::chrono_literals;
constexpr int port_attempts = 10;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// A port that nobody used a moment ago; 0 when there is none.
int freePort()
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return 0;
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof(address);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound = ::bind(fd, generic, size) == 0 && ::getsockname(fd, generic, &size) == 0;
    ::close(fd);
    return bound ? ntohs(address.sin_port) : 0;
}

bool takesConnections(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return false;
    const sockaddr_in address = loopback(port);
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    ::close(fd);
    return connected;
}

std::string contents(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// A self-signed authority: name.crt and name.key.
bool makeAuthority(const std::filesystem::path& folder, const std::string& name)
{
    return run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2", "-subj", "/CN=Carewall test " + name, "-keyout", folder / (name + ".key"), "-out",
                folder / (name + ".crt")},
               folder / "openssl.log");
}

/// name.crt, signed by the authority for 127.0.0.1 and localhost, and name.key.
bool makeCertificate(const std::filesystem::path& folder, const std::string& name, const std::string& authority,
                     const char* days = "2")
{
    const auto file = [&](const std::string& end) { return (folder / (name + end)).string(); };
    std::ofstream(file(".ext")) << "subjectAltName=IP:127.0.0.1,DNS:localhost\n";
    const std::filesystem::path log = folder / "openssl.log";
    return run({"openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=" + name, "-keyout", file(".key"), "-out", file(".csr")},
               log) &&
           run({"openssl", "x509", "-req", "-in", file(".csr"), "-CA", folder / (authority + ".crt"), "-CAkey",
                folder / (authority + ".key"), "-CAcreateserial", "-days", days, "-extfile", file(".ext"), "-out",
                file(".crt")},
               log);
}

}  // namespace

Broker::Broker(BrokerOptions options) : m_options(std::move(options))
{
    std::string pattern = std::filesystem::temp_directory_path() / "carewall-broker-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        m_trouble = "no temporary folder " + pattern + ": " + std::strerror(errno);
        return;
    }
    m_folder = pattern;
    if (findProgram("mosquitto").empty()) {
        m_trouble = "mosquitto is not installed";
        return;
    }
    if (!prepare()) return;
    for (int i = 0; i < port_attempts; ++i) {
        m_port = freePort();
        if (launch()) return;
        if (log().find("Address already in use") == std::string::npos) return;
    }
}

Broker::~Broker()
{
    kill();
    std::error_code ignored;
    if (!m_folder.empty()) std::filesystem::remove_all(m_folder, ignored);
}

bool Broker::running() const
{
    return m_pid > 0;
}

std::string Broker::url() const
{
    return (m_options.tls ? "mqtts://127.0.0.1:" : "mqtt://127.0.0.1:") + std::to_string(m_port);
}

std::string Broker::namedUrl() const
{
    return (m_options.tls ? "mqtts://localhost:" : "mqtt://localhost:") + std::to_string(m_port);
}

std::string Broker::caFile() const
{
    return m_folder / "ca.crt";
}

std::string Broker::otherCaFile() const
{
    return m_folder / "other.crt";
}

std::string Broker::clientCertificate() const
{
    return m_folder / "client.crt";
}

std::string Broker::clientKey() const
{
    return m_folder / "client.key";
}

std::string Broker::passwordFile() const
{
    return m_folder / "client-password";
}

std::string Broker::log() const
{
    return contents(m_folder / "mosquitto.log");
}

bool Broker::hasSaved(const std::string& topic) const
{
    return contents(m_folder / "mosquitto.db").find(topic) != std::string::npos;
}

void Broker::kill()
{
    end(SIGKILL);
}

void Broker::terminate()
{
    end(SIGTERM);
}

bool Broker::restart()
{
    terminate();
    return launch();
}

void Broker::end(int signal)
{
    endChild(m_pid, signal);
    m_pid = -1;
}

bool Broker::launch()
{
    writeConfig();
    std::filesystem::remove(m_folder / "mosquitto.log");
    m_trouble.clear();
    m_pid = spawn({"mosquitto", "-c", m_folder / "mosquitto.conf"}, m_folder / "mosquitto.log");
    bool alive = true;
    // Its own word that it runs: on a clash another program would take our connection.
    const auto ready = [this] { return log().find(" running") != std::string::npos && takesConnections(m_port); };
    if (waitUntil([&] { return !(alive = isRunning(m_pid)) || ready(); }, 10s) && alive) return true;
    if (alive) end(SIGKILL);
    m_pid = -1;
    m_trouble = "mosquitto does not run on port " + std::to_string(m_port) + ": " + log();
    return false;
}

/// Certificates and passwords, once.
bool Broker::prepare()
{
    if (m_options.tls && !(makeAuthority(m_folder, "ca") && makeAuthority(m_folder, "other") &&
                           makeCertificate(m_folder, "server", "ca", m_options.expired ? "-1" : "2") &&
                           makeCertificate(m_folder, "client", "ca"))) {
        m_trouble = "openssl made no certificates: " + contents(m_folder / "openssl.log");
        return false;
    }
    if (m_options.username.empty()) return true;
    std::ofstream(passwordFile()) << m_options.password << "\nonly the first line counts\n";
    const std::filesystem::path log = m_folder / "passwd.log";
    if (run({"mosquitto_passwd", "-b", "-c", m_folder / "passwords", m_options.username, m_options.password}, log))
        return true;
    m_trouble = "mosquitto_passwd made no password file: " + contents(log);
    return false;
}

void Broker::writeConfig() const
{
    std::ofstream config(m_folder / "mosquitto.conf");
    config << "listener " << m_port << " 127.0.0.1\n"
           << "log_dest stderr\nlog_type error\nlog_type warning\nlog_type notice\nlog_type "
              "information\nconnection_messages true\n"
           << "persistence true\npersistence_location " << m_folder.string() << "/\n"
           << "max_queued_messages " << (m_options.max_queued_messages > 0 ? m_options.max_queued_messages : 1000)
           << "\n";
    if (m_options.saves_each_change) config << "autosave_on_changes true\nautosave_interval 1\n";
    // As root it would become the user mosquitto, who may not write into our folder.
    if (::geteuid() == 0) config << "user root\n";
    if (m_options.username.empty())
        config << "allow_anonymous true\n";
    else
        config << "allow_anonymous false\npassword_file " << (m_folder / "passwords").string() << "\n";
    if (m_options.tls)
        config << "cafile " << caFile() << "\ncertfile " << (m_folder / "server.crt").string() << "\nkeyfile "
               << (m_folder / "server.key").string() << "\ntls_version tlsv1.2\nrequire_certificate "
               << (m_options.require_certificate ? "true" : "false") << "\n";
    config << m_options.more << "\n";
}

}  // namespace carewall::support
