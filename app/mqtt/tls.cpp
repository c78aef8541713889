#include "mqtt/tls.h"

#include <mosquitto.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace carewall::mqtt {
namespace {

SSL* tlsOf(mosquitto* client)
{
    return static_cast<SSL*>(mosquitto_ssl_get(client));
}

}  // namespace

bool hasFaultyDates(mosquitto* client)
{
    const SSL* const tls = tlsOf(client);
    if (tls == nullptr) return false;
    const long result = SSL_get_verify_result(tls);
    return result == X509_V_ERR_CERT_HAS_EXPIRED || result == X509_V_ERR_CERT_NOT_YET_VALID;
}

bool tlsNeverConnected(mosquitto* client)
{
    const SSL* const tls = tlsOf(client);
    if (tls == nullptr || BIO_number_written(SSL_get_wbio(tls)) > 0) return false;
    sockaddr_storage peer{};
    socklen_t size = sizeof(peer);
    return ::getpeername(mosquitto_socket(client), reinterpret_cast<sockaddr*>(&peer), &size) != 0;
}

}  // namespace carewall::mqtt
