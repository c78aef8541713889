#pragma once

#include <tl/expected.hpp>

namespace carewall::core {

/// A value or what went wrong. No exception crosses a room; bad input is a Result.
template <typename T, typename E>
using Result = tl::expected<T, E>;

/// The error side of a Result, its type taken from the error.
template <typename E>
constexpr auto failure(E error)
{
    return tl::unexpected<E>(std::move(error));
}

}  // namespace carewall::core
