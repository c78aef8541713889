#include "carewall/stop_signals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace carewall {
namespace {

int write_end = -1;  // a signal handler can reach nothing but what is static

extern "C" void tellLoop(int /*signal*/) noexcept
{
    const char byte = 1;
    (void)!::write(write_end, &byte, 1);
}

}  // namespace

StopSignals::StopSignals(std::function<void()> stop)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_read = ends[0];
    write_end = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_read, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this, stop = std::move(stop)] {
        std::array<char, 16> bytes{};
        (void)!::read(m_read, bytes.data(), bytes.size());
        stop();
    });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, tellLoop);
}

StopSignals::~StopSignals()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    if (m_read >= 0) ::close(m_read);
    if (write_end >= 0) ::close(std::exchange(write_end, -1));
}

}  // namespace carewall
