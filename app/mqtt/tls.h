#pragma once

struct mosquitto;

/// What OpenSSL knows of a connection, and libmosquitto does not tell. False without TLS. The session's thread.
namespace carewall::mqtt {

/// Whether it finds the broker's certificate past its dates, or not valid yet.
bool hasFaultyDates(mosquitto* client);

/// Whether TCP failed before TLS could say a word. libmosquitto begins TLS at once, which may take the socket's error.
bool tlsNeverConnected(mosquitto* client);

}  // namespace carewall::mqtt
