#pragma once

#include "core/result.h"
#include "core/time.h"
#include "feed/ledger/ledger.h"
#include "store/journal.h"

#include <cstdint>
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

    /// What is in it, and can be loaded; empty where it is not there yet. An error names the file.
    core::Result<std::string, std::string> read() const;
    /// Writes it where it was written more than `every` ago. An error names the file and says why.
    core::Result<void, std::string> keep(const feed::Ledger& ledger, core::SteadyTime now);
    core::Result<void, std::string> write(const feed::Ledger& ledger) const;

private:
    std::string m_path;
    std::optional<core::SteadyTime> m_written;
};

/// What a feed keeps of itself in a folder, and the next one goes on with.
struct KeptFeed {
    store::Journal journal;
    FeedState state;          ///< what it learned
    std::string learned;      ///< as it was kept
    std::string salt;         ///< of the pseudonyms
    std::uint64_t epoch = 0;  ///< of this start: above that of each before, and at least the clock's

    /// Makes the folder where it is missing. A file of that name, in which earlier versions kept what they learned,
    /// becomes "learned" in a folder of its name. Without a name all is in memory and ends with the process. The error
    /// is one sentence.
    static core::Result<KeptFeed, std::string> open(const std::string& folder, core::WallTime now);
};

}  // namespace carewall
