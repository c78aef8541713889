#pragma once

namespace carewall::core {

/// std::visit's arm: one lambda an alternative.
template <typename... Arms>
struct Match : Arms... {
    using Arms::operator()...;
};
template <typename... Arms>
Match(Arms...) -> Match<Arms...>;

}  // namespace carewall::core
