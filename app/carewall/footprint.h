#pragma once

namespace carewall {

/// One heap for all threads, and large blocks given back to the system as soon as they are free: glibc otherwise keeps
/// a heap a thread, and the largest block it ever freed. Before the first thread starts. What MALLOC_ARENA_MAX,
/// MALLOC_MMAP_THRESHOLD_, MALLOC_TRIM_THRESHOLD_ or GLIBC_TUNABLES say in the environment stands.
void boundHeap();

/// Gives back what only starting needed: free heap, and the code and tables of program and libraries, of which the
/// dynamic linker and the first picture read most and nothing reads again. What is used after all is found in the page
/// cache at the next touch (some hundred soft faults, once). Any thread; some ms.
void releaseStart();

}  // namespace carewall
