#pragma once

#include "core/figures/figures.h"
#include "core/link.h"
#include "core/state.h"

#include <cstdint>
#include <string>
#include <vector>

namespace carewall::core {

/// The board's own word on what is on its screen, published as `board/{board}/status`.
struct BoardStatus {
    std::string board;
    std::string version;
    bool online = true;
    std::int64_t started_ms = 0;
    std::string scene;
    std::string why;  ///< it is on the screen: "playlist", "held", "asked", "alarm", "closed", "awaiting"
    std::vector<std::string> alarms;  ///< queues whose alarm stands, whether or not they took the screen
    std::string language;
    std::string theme;   ///< one of core::themes
    std::string scheme;  ///< its colours now: "dark", "light", "contrast"
    double dim = 0;      ///< in [0, 1], 0 = full light
    std::uint64_t frames = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    LinkPhase link = LinkPhase::Connecting;
    FloorFigures shown;
    Refusals refusals;
    std::string store_trouble;
    std::uint64_t reports = 0;
};

}  // namespace carewall::core
