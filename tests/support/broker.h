#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace carewall::support {

/// All have a default, so that a test names only what it needs: Broker broker({.tls = true});
struct BrokerOptions {
    bool tls = false;                  ///< with a test authority of its own: see Broker::caFile
    bool require_certificate = false;  ///< clients must show one that the authority signed; needs tls
    bool expired = false;              ///< the broker's certificate is out of date; needs tls
    std::string username = {};         ///< not empty: anonymous clients are refused
    std::string password = {};
    bool saves_each_change = true;  ///< retained messages survive kill(); costs the broker milliseconds a message
    int max_queued_messages = 0;    ///< 0: mosquitto's default (1000)
    std::string more = {};          ///< further lines of mosquitto.conf
};

/// A real mosquitto on a free port of 127.0.0.1, in a temporary folder of its own, where retained messages are
/// saved after each change. Ends with the test: its destructor kills its own process and removes the folder, and the
/// kernel does the former when the test crashes. Make it on the main thread, since the kernel counts that as the
/// parent.
class Broker {
public:
    /// Returns when it takes connections, or with `trouble()` when it could not be started (mosquitto not installed).
    explicit Broker(BrokerOptions options = {});
    Broker(const Broker&) = delete;
    Broker& operator=(const Broker&) = delete;
    ~Broker();

    bool running() const;
    /// Why it is not running, with the end of its log; empty when all is well.
    const std::string& trouble() const { return m_trouble; }

    int port() const { return m_port; }
    /// mqtt://127.0.0.1:PORT, or mqtts://
    std::string url() const;
    /// The same by name: localhost.
    std::string namedUrl() const;
    pid_t pid() const { return m_pid; }
    const std::filesystem::path& folder() const { return m_folder; }

    std::string caFile() const;             ///< what signed the broker's certificate
    std::string otherCaFile() const;        ///< an authority that signed nothing here
    std::string clientCertificate() const;  ///< signed by caFile
    std::string clientKey() const;
    std::string passwordFile() const;  ///< for the client: its first line is the password
    std::string log() const;
    /// Whether a topic's retained message is on disk: the broker acknowledges a little before it saves.
    bool hasSaved(const std::string& topic) const;

    /// SIGKILL: as a power cut would. Returns when it is gone.
    void kill();
    /// SIGTERM, in order. Returns when it is gone.
    void terminate();
    /// Ends it if need be and starts it on the same port and folder. True when it takes connections.
    bool restart();

private:
    bool launch();
    bool prepare();
    void writeConfig() const;
    void end(int signal);

    BrokerOptions m_options;
    std::filesystem::path m_folder;
    int m_port = 0;
    pid_t m_pid = -1;
    std::string m_trouble;
};

}  // namespace carewall::support
