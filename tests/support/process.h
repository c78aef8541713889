#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace carewall::support {

/// Where a program is, looked for in PATH and in the sbin folders, which a user's PATH often leaves out. Empty when it
/// is not installed.
std::string findProgram(const std::string& name);

/// Starts a program with its output appended to `log` and no input. The kernel kills it when the calling thread ends:
/// call it on the main thread. -1 when it could not be started.
pid_t spawn(const std::vector<std::string>& command, const std::filesystem::path& log);

/// Whether our child still runs; one that has ended is reaped.
bool isRunning(pid_t child);

/// Sends the signal and waits until the child is gone; after 5 s it is killed.
void endChild(pid_t child, int signal);

/// Runs a program to its end. True when it exited with 0.
bool run(const std::vector<std::string>& command, const std::filesystem::path& log);

}  // namespace carewall::support
