#include "connect/asterisk/ami_socket.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace carewall::connect {

namespace {

constexpr std::size_t read_bytes = 64 * 1024;

std::string socketWords(int error)
{
    return std::generic_category().message(error);
}

std::string tlsWords()
{
    std::array<char, 256> words{};
    const unsigned long error = ERR_get_error();
    ERR_clear_error();
    if (error == 0) return "the other side gave no reason";
    ERR_error_string_n(error, words.data(), words.size());
    return words.data();
}

bool isAddress(const std::string& host)
{
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) return false;
    ::freeaddrinfo(found);
    return true;
}

}  // namespace

core::Result<std::vector<SocketAddress>, std::string> addressesOf(const std::string& host, std::uint16_t port)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found); error != 0)
        return core::failure("no machine is found by the name " + host + " (" + ::gai_strerror(error) + ")");
    std::vector<SocketAddress> addresses;
    for (const addrinfo* one = found; one != nullptr && addresses.size() < 8; one = one->ai_next) {
        SocketAddress& address = addresses.emplace_back();
        address.size = std::min<socklen_t>(one->ai_addrlen, sizeof address.address);
        std::memcpy(&address.address, one->ai_addr, address.size);
    }
    ::freeaddrinfo(found);
    return addresses;
}

AmiSocket::AmiSocket(AmiSocket&& other) noexcept
    : m_descriptor{std::exchange(other.m_descriptor, -1)}, m_connected{other.m_connected},
      m_context{std::move(other.m_context)}, m_tls{std::move(other.m_tls)}, m_trouble{std::move(other.m_trouble)}
{
}

AmiSocket& AmiSocket::operator=(AmiSocket&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_connected, other.m_connected);
    std::swap(m_context, other.m_context);
    std::swap(m_tls, other.m_tls);
    std::swap(m_trouble, other.m_trouble);
    return *this;
}

AmiSocket::~AmiSocket()
{
    m_tls.reset();
    if (m_descriptor >= 0) ::close(m_descriptor);
}

core::Result<AmiSocket, std::string> AmiSocket::toward(const SocketAddress& to, bool tls, const std::string& ca_file,
                                                       const std::string& host)
{
    AmiSocket made;
    made.m_descriptor = ::socket(to.address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (made.m_descriptor < 0) return core::failure(socketWords(errno));
    const int on = 1;
    ::setsockopt(made.m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls)
        if (auto ready = made.useTls(ca_file, host); !ready) return core::failure(ready.error());
    // The sockets' own way of passing an address.
    const auto* address = reinterpret_cast<const sockaddr*>(&to.address);
    if (::connect(made.m_descriptor, address, to.size) != 0 && errno != EINPROGRESS)
        return core::failure(socketWords(errno));
    return made;
}

core::Result<void, std::string> AmiSocket::useTls(const std::string& ca_file, const std::string& host)
{
    m_context.reset(SSL_CTX_new(TLS_client_method()));
    if (!m_context) return core::failure("TLS cannot begin: " + tlsWords());
    SSL_CTX_set_min_proto_version(m_context.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
    const int trusts = ca_file.empty() ? SSL_CTX_set_default_verify_paths(m_context.get())
                                       : SSL_CTX_load_verify_locations(m_context.get(), ca_file.c_str(), nullptr);
    if (trusts != 1) return core::failure(ca_file + ": no certificates could be read: " + tlsWords());
    m_tls.reset(SSL_new(m_context.get()));
    if (!m_tls || SSL_set_fd(m_tls.get(), m_descriptor) != 1) return core::failure("TLS cannot begin: " + tlsWords());
    if (isAddress(host)) X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_tls.get()), host.c_str());
    // SSL_set_tlsext_host_name without its cast: nothing is written there.
    else if (SSL_set1_host(m_tls.get(), host.c_str()) != 1 ||
             SSL_ctrl(m_tls.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                      const_cast<char*>(host.c_str())) != 1)
        return core::failure("TLS cannot begin: " + tlsWords());
    SSL_set_mode(m_tls.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return {};
}

AmiSocket::Step AmiSocket::failed(std::string why)
{
    m_trouble = std::move(why);
    return Step::Failed;
}

AmiSocket::Step AmiSocket::tlsStep(int result, std::string_view doing)
{
    const int error = SSL_get_error(m_tls.get(), result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return Step::Again;
    if (error == SSL_ERROR_ZERO_RETURN) return failed("Asterisk closed the connection");
    const long verified = SSL_get_verify_result(m_tls.get());
    if (verified != X509_V_OK)
        return failed("its certificate is not trusted: " + std::string{X509_verify_cert_error_string(verified)});
    const int reason = errno;
    if (error == SSL_ERROR_SYSCALL && reason != 0) return failed(socketWords(reason));
    return failed(std::string{doing} + ": " + tlsWords());
}

AmiSocket::Step AmiSocket::connect()
{
    if (!m_connected) {
        pollfd ready{m_descriptor, POLLOUT, 0};
        if (::poll(&ready, 1, 0) <= 0) return Step::Again;
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
        if (error != 0) return failed(socketWords(error));
        m_connected = true;
    }
    if (!m_tls) return Step::Done;
    ERR_clear_error();
    const int result = SSL_connect(m_tls.get());
    return result == 1 ? Step::Done : tlsStep(result, "TLS is refused; is the port one with TLS?");
}

AmiSocket::Step AmiSocket::read(std::string& into)
{
    std::array<char, read_bytes> piece{};
    ssize_t size = 0;
    if (m_tls) {
        ERR_clear_error();
        size = SSL_read(m_tls.get(), piece.data(), static_cast<int>(piece.size()));
        if (size <= 0) return tlsStep(static_cast<int>(size), "TLS broke off");
    } else {
        size = ::recv(m_descriptor, piece.data(), piece.size(), 0);
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return Step::Again;
        if (size < 0) return failed(socketWords(errno));
        if (size == 0) return failed("Asterisk closed the connection");
    }
    into.append(piece.data(), static_cast<std::size_t>(size));
    return Step::Done;
}

AmiSocket::Step AmiSocket::write(std::string& from)
{
    while (!from.empty()) {
        ssize_t size = 0;
        if (m_tls) {
            ERR_clear_error();
            size = SSL_write(m_tls.get(), from.data(), static_cast<int>(from.size()));
            if (size <= 0) return tlsStep(static_cast<int>(size), "TLS broke off");
        } else {
            size = ::send(m_descriptor, from.data(), from.size(), MSG_NOSIGNAL);
            if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return Step::Again;
            if (size < 0) return failed(socketWords(errno));
        }
        from.erase(0, static_cast<std::size_t>(size));
    }
    return Step::Done;
}

}  // namespace carewall::connect
