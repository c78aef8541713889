#include "support/process.h"

#include "support/wait.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace carewall::support {

std::string findProgram(const std::string& name)
{
    const char* const path = std::getenv("PATH");
    std::istringstream folders(std::string(path == nullptr ? "" : path) + ":/usr/sbin:/usr/local/sbin:/sbin");
    std::string folder;
    while (std::getline(folders, folder, ':')) {
        const std::filesystem::path candidate = std::filesystem::path(folder) / name;
        if (!folder.empty() && ::access(candidate.c_str(), X_OK) == 0) return candidate.string();
    }
    return {};
}

pid_t spawn(const std::vector<std::string>& command, const std::filesystem::path& log)
{
    const std::string program = findProgram(command.front());
    if (program.empty()) return -1;
    // Everything that allocates happens before fork: other threads may hold the allocator's lock.
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::string log_file = log.string();
    const pid_t parent = ::getpid();

    const pid_t child = ::fork();
    if (child != 0) return child;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(127);  // it died before prctl
    const int input = ::open("/dev/null", O_RDONLY);
    const int output = ::open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::execv(program.c_str(), arguments.data());
    ::_exit(127);
}

bool isRunning(pid_t child)
{
    return child > 0 && ::waitpid(child, nullptr, WNOHANG) == 0;
}

void endChild(pid_t child, int signal)
{
    if (child <= 0) return;
    ::kill(child, signal);
    if (waitUntil([child] { return !isRunning(child); }, std::chrono::seconds{5})) return;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

bool run(const std::vector<std::string>& command, const std::filesystem::path& log)
{
    const pid_t child = spawn(command, log);
    int status = 0;
    if (child <= 0 || ::waitpid(child, &status, 0) != child) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace carewall::support
