#pragma once

#include "core/message.h"
#include "core/result.h"

#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carewall::board {

/// Writes raw messages as they reach the fold (`--record`). What the inbox replaced before its turn never reached the
/// fold and is not in the recording, so a replay shows the same pictures.
class Recorder {
public:
    /// Makes or empties the file; the words say what was wrong.
    static core::Result<Recorder, std::string> open(const std::string& path);
    /// Appends a message; trouble is kept until `trouble` is asked.
    void write(const core::Message& message);
    bool trouble() const { return !m_file; }

private:
    explicit Recorder(std::ofstream file);
    std::ofstream m_file;
};

/// Reads a recording back (`--replay`). Limit: 512 MiB, held in memory.
class Player {
public:
    static core::Result<Player, std::string> open(const std::string& path);

    /// Time of the next message; empty at the end.
    std::optional<core::Instant> nextAt() const;
    /// The next message when it is due at `now`; empty when none is.
    std::optional<core::Message> nextDue(core::Instant now);
    /// What was wrong with the rest of the file; empty when it ended well.
    const std::string& trouble() const { return m_trouble; }

private:
    explicit Player(std::string bytes);
    void advance();

    std::string m_bytes;
    std::size_t m_read = 0;
    std::optional<core::Message> m_next;
    std::string m_trouble;
};

/// The floors that a recording tells of, by how many of its messages are theirs, most first; ties by name. Words where
/// it cannot be read.
core::Result<std::vector<std::string>, std::string> floorsIn(const std::string& path);

}  // namespace carewall::board
