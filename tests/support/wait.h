#pragma once

#include <chrono>
#include <thread>

namespace carewall::support {

/// Asks again and again until `done()` or the limit has passed; says which. For what happens on other threads and in
/// other processes: it runs no event loop (QTRY_VERIFY does).
template <typename Predicate>
bool waitUntil(Predicate done, std::chrono::milliseconds limit = std::chrono::seconds{10})
{
    const auto last = std::chrono::steady_clock::now() + limit;
    while (!done()) {
        if (std::chrono::steady_clock::now() >= last) return done();
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return true;
}

}  // namespace carewall::support
