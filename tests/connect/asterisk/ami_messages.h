#pragma once

#include "connect/asterisk/ami_parser.h"
#include "core/time.h"

#include <QFile>
#include <QtTest>

#include <string>
#include <vector>

/// AMI as bytes and as messages, for tests.
namespace carewall::support {

/// A day of Asterisk 22: two callers are answered, one gives up, one times out of "repairs" into "billing".
inline std::string recordedAmi()
{
    QFile file{QStringLiteral(CAREWALL_SOURCE_DIR "/tests/connect/asterisk/golden/queues.ami")};
    if (!file.open(QIODevice::ReadOnly)) qFatal("golden/queues.ami cannot be read");
    return file.readAll().toStdString();
}

inline std::vector<connect::AmiMessage> parsed(const std::string& bytes)
{
    connect::AmiParser parser;
    std::vector<connect::AmiMessage> messages;
    parser.feed(bytes, messages);
    return messages;
}

/// So many seconds after 13 November 2026; both clocks at once.
inline core::Instant moment(double seconds)
{
    const core::Milliseconds passed{static_cast<std::int64_t>(seconds * 1000)};
    return {core::wallTimeFromMs(1'794'528'000'000) + passed, core::SteadyTime{core::Milliseconds{5'000'000} + passed}};
}

}  // namespace carewall::support
