#pragma once

#include "core/result.h"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// Inside the room only: a connection to one address, with TLS or without. Nothing here waits, but for a name.
namespace carewall::connect {

/// One address of a machine, of whatever family.
struct SocketAddress {
    sockaddr_storage address{};
    socklen_t size = 0;
};

/// The addresses of a machine. Asks the network, and may take seconds: not for a thread that has other things to do.
core::Result<std::vector<SocketAddress>, std::string> addressesOf(const std::string& host, std::uint16_t port);

class AmiSocket {
public:
    enum class Step : std::uint8_t { Done, Again, Failed };

    AmiSocket() = default;
    AmiSocket(const AmiSocket&) = delete;
    AmiSocket& operator=(const AmiSocket&) = delete;
    AmiSocket(AmiSocket&& other) noexcept;
    AmiSocket& operator=(AmiSocket&& other) noexcept;
    ~AmiSocket();

    /// Begins to connect. With TLS the certificate must be of `host`, and of an authority in `ca_file` or, where that
    /// is empty, of those that the machine trusts.
    static core::Result<AmiSocket, std::string> toward(const SocketAddress& to, bool tls, const std::string& ca_file,
                                                       const std::string& host);

    /// Goes on with connecting. Failed: trouble() says why.
    Step connect();
    /// Appends what has come, at most a piece. Done: something came; Again: nothing; Failed: it is over.
    Step read(std::string& into);
    /// Takes from the front of `from` what can be sent now.
    Step write(std::string& from);

    int descriptor() const { return m_descriptor; }
    const std::string& trouble() const { return m_trouble; }

private:
    struct Free {
        void operator()(SSL* tls) const { SSL_free(tls); }
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };

    core::Result<void, std::string> useTls(const std::string& ca_file, const std::string& host);
    Step failed(std::string why);
    Step tlsStep(int result, std::string_view doing);

    int m_descriptor = -1;
    bool m_connected = false;  ///< TCP is
    std::unique_ptr<SSL_CTX, Free> m_context;
    std::unique_ptr<SSL, Free> m_tls;
    std::string m_trouble;
};

}  // namespace carewall::connect
