#pragma once

#include "config/command_line.h"
#include "connect/asterisk/ami_settings.h"
#include "core/result.h"
#include "core/settings.h"
#include "core/time.h"
#include "feed/backtest/backtest.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace carewall {

/// What the command line asks of the feed.
struct FeedOptions {
    enum class Mode : std::uint8_t { Replay, Follow, Simulate, Backtest, Check, Map, Asterisk };
    Mode mode = Mode::Replay;
    std::vector<std::string> events;  ///< replay, backtest, check, map: the files
    std::string map;                  ///< mapping file; empty: columns named as an event's own
    std::string words;                ///< word list for sentiment; empty: the mapping's, "none": none
    std::string floor = "demo";
    std::string source;  ///< empty: the mapping's, or "simulation"
    core::BrokerSettings broker;
    bool json = false;  ///< reports in JSON, readable with mosquitto_sub
    double speed = 60;  ///< floor seconds a real second; 0: as fast as the broker takes it
    std::optional<core::WallTime> from;
    std::optional<core::WallTime> to;
    std::optional<core::Milliseconds> length;  ///< simulate: floor time after which it ends
    std::uint64_t seed = 1;
    double max_refused = 0.05;            ///< share of rows
    std::uint64_t rows = 10;              ///< check: so many of each file are told
    std::string format;                   ///< follow: "csv" or "jsonl"; empty: by the first byte
    std::string state;                    ///< follow: the folder in which its day is kept; empty: nowhere
    bool quiet = false;                   ///< no progress line
    std::string html;                     ///< backtest: where its page goes; empty: nowhere
    std::string json_lines;               ///< backtest: where its lines go; empty: standard output
    connect::AmiSettings asterisk;        ///< asterisk: where it is; its secret is not read yet
    std::string secret_file;              ///< asterisk: where that stands
    std::vector<feed::KnownBurst> known;  ///< backtest: what is known to have happened
};

/// Reads the command line, and sets the time zone that it names: before any thread starts.
core::Result<FeedOptions, config::Answer> readFeedOptions(int argc, const char* const* argv);

}  // namespace carewall
