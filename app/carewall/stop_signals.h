#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace carewall {

/// Calls `stop` in the event loop on SIGINT, SIGTERM or SIGHUP. One a process. GUI thread.
class StopSignals {
public:
    explicit StopSignals(std::function<void()> stop);
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

private:
    int m_read = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace carewall
