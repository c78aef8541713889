#pragma once

#include "feed/simulation/simulation.h"

#include <QByteArray>
#include <QtTest>

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What the tests of the simulation share.
namespace carewall::support {

/// A Wednesday.
inline const core::WallTime start{std::chrono::sys_days{std::chrono::year{2024} / 3 / 6}};

inline feed::SimulationOptions show(std::uint64_t seed, core::Milliseconds length)
{
    feed::SimulationOptions options;
    options.seed = seed;
    options.start = start;
    options.length = length;
    return options;
}

/// Everything from `start` on.
inline std::vector<feed::ConversationEvent> run(feed::Simulation& simulation)
{
    std::vector<feed::ConversationEvent> all;
    while (auto event = simulation.next())
        if (event->at >= start) all.push_back(std::move(*event));
    return all;
}

inline QByteArray say(const std::string& what, double value, double low, double high)
{
    return QByteArray::fromStdString(what) + ": " + QByteArray::number(value) + " is not in [" +
           QByteArray::number(low) + ", " + QByteArray::number(high) + "]";
}

}  // namespace carewall::support

/// Fails with the name, the value and the band when the value is outside.
#define IN_BAND(what, value, low, high)                                                                                \
    do {                                                                                                               \
        const double in_band = (value);                                                                                \
        QVERIFY2(in_band >= (low) && in_band <= (high),                                                                \
                 carewall::support::say((what), in_band, (low), (high)).constData());                                  \
    } while (false)
