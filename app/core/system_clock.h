#pragma once

#include "core/time.h"

namespace carewall {

/// The machine's clocks: the only place that reads them. Both programs own one and hand it on.
/// Thread: any.
class SystemClock final : public core::Clock {
public:
    core::Instant now() const override
    {
        return {std::chrono::time_point_cast<core::Milliseconds>(std::chrono::system_clock::now()),
                std::chrono::time_point_cast<core::Milliseconds>(std::chrono::steady_clock::now())};
    }
};

}  // namespace carewall
