#pragma once

#include <chrono>
#include <string>

namespace carewall::support {

/// A disk under SQLite that fails when it is told to: a VFS that hands on to the system's own. One at a time.
class FailingDisk {
public:
    enum class Fault { None, Full, ReadOnly, Broken, CannotOpen };

    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk();

    /// For store::Options::vfs.
    static std::string name();
    /// From now on each write (with CannotOpen: each opening) fails so. Thread: any.
    void fail(Fault fault);
    /// Only the n-th write from now on fails.
    void failOnce(Fault fault, int nth);
    /// The process is killed right before its n-th write from now on.
    static void dieAt(int nth);
    /// Each write takes this long.
    void slow(std::chrono::milliseconds each);
    /// Writes that reached the disk or failed.
    long writes() const;
    /// Times that what was written had to be on the disk.
    static long syncs();
};

}  // namespace carewall::support
