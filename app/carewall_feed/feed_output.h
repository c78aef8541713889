#pragma once

#include <cstdio>
#include <string>

namespace carewall {

/// A file to write to, or standard output.
class FeedOutput {
public:
    /// Empty: standard output.
    explicit FeedOutput(const std::string& path);
    FeedOutput(const FeedOutput&) = delete;
    FeedOutput& operator=(const FeedOutput&) = delete;
    ~FeedOutput() { close(); }

    bool isOpen() const { return m_file != nullptr; }
    /// After a failure, nothing.
    void write(const std::string& text);
    /// Writes what is left. False when not everything could be written, errno tells why; also if it never was open.
    bool close();

private:
    std::FILE* m_file;
    bool m_failed = false;
};

}  // namespace carewall
