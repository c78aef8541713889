#pragma once

/// One reader a message.
namespace carewall::core {

struct Bare {
    int a = 0;
};

}  // namespace carewall::core
