#pragma once

#include "core/shift.h"
#include "core/state_print.h"

#include <QTest>

/// Fails the test with the lines in which two wholes differ.
#define COMPARE_WHOLE(actual, expected)                                                                                \
    do {                                                                                                               \
        const std::string differs = carewall::tests::difference(expected, actual);                                     \
        QVERIFY2(differs.empty(), differs.c_str());                                                                    \
    } while (false)

namespace carewall::tests {

inline core::State fold(const std::vector<core::Event>& events, core::State state = {})
{
    for (const core::Event& event : events)
        state = core::reduce(std::move(state), event);
    return state;
}

inline core::State fold(const core::Event& event, core::State state = {})
{
    return core::reduce(std::move(state), event);
}

/// Without what a tick always moves.
inline core::State unmoved(core::State state)
{
    state.now = {};
    return state;
}

}  // namespace carewall::tests
