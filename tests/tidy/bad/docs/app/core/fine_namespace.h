#pragma once

/// One reader a message.
namespace carewall::core {

int readOne(int a);

}  // namespace carewall::core
