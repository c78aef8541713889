#include "store/failing_disk.h"

#include <atomic>
#include <csignal>
#include <cstring>
#include <new>
#include <sqlite3.h>
#include <thread>

namespace carewall::support {

namespace {

std::atomic<int> fault_code{SQLITE_OK};
std::atomic<int> until_fault{0};  ///< writes until the one that fails, with `once`
std::atomic<bool> once{false};
std::atomic<long> write_count{0};
std::atomic<int> write_ms{0};
std::atomic<int> until_death{0};
std::atomic<long> sync_count{0};

struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

sqlite3_vfs* system(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

int beforeWrite()
{
    ++write_count;
    if (until_death > 0 && --until_death == 0) std::raise(SIGKILL);
    if (const int ms = write_ms; ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds{ms});
    if (fault_code == SQLITE_OK || fault_code == SQLITE_CANTOPEN) return SQLITE_OK;
    if (!once) return fault_code;
    return --until_fault == 0 ? fault_code.exchange(SQLITE_OK) : SQLITE_OK;
}

int close(sqlite3_file* file)
{
    const int code = real(file)->pMethods->xClose(real(file));
    ::operator delete(real(file));
    return code;
}
int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    const int failed = beforeWrite();
    return failed != SQLITE_OK ? failed : real(file)->pMethods->xWrite(real(file), bytes, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    const int failed = beforeWrite();
    return failed != SQLITE_OK ? failed : real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags)
{
    const int failed = beforeWrite();
    ++sync_count;
    return failed != SQLITE_OK ? failed : real(file)->pMethods->xSync(real(file), flags);
}

// Version 1 has no shared memory: the store must not need it.
const sqlite3_io_methods methods{
    1,
    close,
    [](sqlite3_file* f, void* into, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), into, n, at); },
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    [](sqlite3_file* f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
    [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
    [](sqlite3_file* f, int* held) { return real(f)->pMethods->xCheckReservedLock(real(f), held); },
    [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
    [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr,
};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    file->pMethods = nullptr;
    if (fault_code == SQLITE_CANTOPEN) return SQLITE_CANTOPEN;
    sqlite3_vfs* below = system(vfs);
    auto* opened = static_cast<sqlite3_file*>(::operator new(static_cast<std::size_t>(below->szOsFile)));
    std::memset(opened, 0, static_cast<std::size_t>(below->szOsFile));
    const int code = below->xOpen(below, name, opened, flags, out_flags);
    if (code != SQLITE_OK) {
        ::operator delete(opened);
        return code;
    }
    auto* ours = reinterpret_cast<File*>(file);
    ours->real = opened;
    ours->base.pMethods = &methods;
    return SQLITE_OK;
}

sqlite3_vfs our_vfs;

int codeOf(FailingDisk::Fault fault)
{
    switch (fault) {
    case FailingDisk::Fault::None:
        return SQLITE_OK;
    case FailingDisk::Fault::Full:
        return SQLITE_FULL;
    case FailingDisk::Fault::ReadOnly:
        return SQLITE_READONLY;
    case FailingDisk::Fault::Broken:
        return SQLITE_IOERR_WRITE;
    case FailingDisk::Fault::CannotOpen:
        return SQLITE_CANTOPEN;
    }
    return SQLITE_OK;
}

}  // namespace

FailingDisk::FailingDisk()
{
    sqlite3_vfs* below = sqlite3_vfs_find(nullptr);
    our_vfs = *below;
    our_vfs.zName = "failing";
    our_vfs.szOsFile = sizeof(File);
    our_vfs.pAppData = below;
    our_vfs.xOpen = open;
    sqlite3_vfs_register(&our_vfs, 0);
    fail(Fault::None);
    slow(std::chrono::milliseconds{0});
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&our_vfs);
}

std::string FailingDisk::name()
{
    return "failing";
}

void FailingDisk::fail(Fault fault)
{
    once = false;
    fault_code = codeOf(fault);
}

void FailingDisk::failOnce(Fault fault, int nth)
{
    until_fault = nth;
    once = true;
    fault_code = codeOf(fault);
}

void FailingDisk::slow(std::chrono::milliseconds each)
{
    write_ms = static_cast<int>(each.count());
}

void FailingDisk::dieAt(int nth)
{
    until_death = nth;
}

long FailingDisk::syncs()
{
    return sync_count;
}

long FailingDisk::writes() const
{
    return write_count;
}

}  // namespace carewall::support
