#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/ledger/ledger.h"

#include <optional>
#include <string>

namespace carewall {

/// The file in which a feed keeps what it learned from one start to the next (Ledger::save). Readable by its
/// owner alone; replaced as a whole, so that a power cut leaves the old one or the new one.
class FeedState {
public:
    static constexpr core::Milliseconds every = std::chrono::minutes{5};

    /// Empty path: nothing is kept.
    explicit FeedState(std::string path) : m_path{std::move(path)} {}

    /// Reads it; one that is not there yet is no error.
    core::Result<void, std::string> read(feed::Ledger& ledger) const;
    /// Writes it where it was written more than `every` ago. An error names the file and says why.
    core::Result<void, std::string> keep(const feed::Ledger& ledger, core::SteadyTime now);
    core::Result<void, std::string> write(const feed::Ledger& ledger) const;

private:
    std::string m_path;
    std::optional<core::SteadyTime> m_written;
};

}  // namespace carewall
