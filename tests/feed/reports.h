#pragma once

#include "feed/conversation_events.h"
#include "feed/ledger/reporter.h"
#include "wire/decode.h"

#include <QtTest>

#include <string>
#include <variant>
#include <vector>

/// Invented real times, and reports as a board reads them.
namespace carewall::support {

inline core::Instant real(double seconds)
{
    const core::Milliseconds passed{static_cast<std::int64_t>(seconds * 1000)};
    return {at(100'000) + passed, core::SteadyTime{core::Milliseconds{5'000'000} + passed}};
}

inline feed::ReporterOptions reporting(const std::string& clock = "replay")
{
    feed::ReporterOptions made;
    made.floor = "f";
    made.source = "s";
    made.epoch = 7;
    made.clock_label = clock;
    return made;
}

inline core::Event read(const feed::Report& report)
{
    const auto decoded = wire::decode({report.topic, report.payload, real(0), true});
    if (!decoded) qFatal("%s: %s", report.topic.c_str(), decoded.error().why.c_str());
    return decoded->event;
}

/// What the reports are of, without "carewall/v1/f/".
inline std::string topics(const std::vector<feed::Report>& reports)
{
    std::string all;
    for (const feed::Report& report : reports)
        all += (all.empty() ? "" : " ") + report.topic.substr(14) + (report.payload.empty() ? "(gone)" : "");
    return all;
}

template <typename What>
What find(const std::vector<feed::Report>& reports)
{
    for (const feed::Report& report : reports) {
        const core::Event event = read(report);
        if (const auto* what = std::get_if<What>(&event.what)) return *what;
    }
    qFatal("no such report among %s", topics(reports).c_str());
}

}  // namespace carewall::support
