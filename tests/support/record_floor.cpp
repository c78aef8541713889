// Writes the recorded floor to a file, for `carewall --replay FILE` and `carewall --gallery DIR --replay FILE`.
#include "board/recording.h"
#include "support/recorded_floor.h"

#include <cstdio>
#include <cstdlib>

using namespace carewall;

int main(int argc, char** argv)
{
    setenv("TZ", "UTC", 1);  // NOLINT(concurrency-mt-unsafe): no other thread is there yet
    if (argc != 2) {
        std::fputs("usage: carewall_record_floor FILE\n", stderr);
        return 2;
    }
    auto recorder = board::Recorder::open(argv[1]);
    if (!recorder) {
        std::fprintf(stderr, "carewall_record_floor: %s\n", recorder.error().c_str());
        return 1;
    }
    for (const core::Message& message : support::recordedFloor())
        recorder->write(message);
    return recorder->trouble() ? 1 : 0;
}
