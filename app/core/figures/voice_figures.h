#pragma once

#include "core/figures/figures.h"
#include "core/figures/report_age.h"

#include <optional>
#include <string>
#include <vector>

/// What customers speak of, from the voices of all sources. Inside of core.
namespace carewall::core {

/// Which reports of a source something was worked out from.
struct VoiceReports {
    std::string source;
    std::optional<Revision> now;
    std::optional<Revision> day;
    bool operator==(const VoiceReports&) const = default;
};

/// What is kept of voices: the counts and the ranked issues, for the reports and the floor time that they hold for.
struct VoiceCache {
    std::vector<VoiceReports> reports;
    WallTime from{};
    WallTime until{};
    VoiceFigures figures;
};

VoiceFigures voiceFigures(const State& state, const Viewed& m, const TrendsNow& trends, VoiceCache& cache);

}  // namespace carewall::core
