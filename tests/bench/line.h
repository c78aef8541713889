#pragma once

#include "core/report.h"
#include "feed/conversation/conversation_event.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace carewall::bench {

/// How the next customer is chosen.
enum class Order : std::uint8_t { First, Last, Any };

/// One queue for measuring: M(t)/M/n(t)+M or near it.
struct LineModel {
    std::string id = "line";
    double arrivals_per_min = 1;  ///< mean of the day; the day's curve goes 0.5 to 1.5 times about it
    double work_s = 300;          ///< mean handling time
    double work_sigma = 0;        ///< 0: exponential; else log-normal of this sigma
    double patience_s = 600;      ///< mean, exponential
    double slack = 0.3;           ///< agents planned over the load, in square roots of it
    double luck = 0.15;           ///< sigma of the day's own demand, which no planner knew
    bool tells_agents = true;
    Order order = Order::First;
};

/// All that happens in one line from `start` on for so many days. The same seed gives the same.
std::vector<feed::ConversationEvent> simulateLine(const LineModel& model, core::WallTime start, int days,
                                                  std::uint64_t seed);

}  // namespace carewall::bench
