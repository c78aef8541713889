#include "carewall/footprint.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace carewall {
namespace {

constexpr int large_block = 256 * 1024;

void setUnlessSet(const char* variable, int parameter, int value)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): before any thread
    if (!std::getenv(variable) && !std::getenv("GLIBC_TUNABLES")) mallopt(parameter, value);
}

/// Whether pages that are not writable were written all the same, as some old or vendors' libraries ask for.
bool hasTextRelocations(const dl_phdr_info& object)
{
    for (int i = 0; i < object.dlpi_phnum; ++i) {
        if (object.dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): where the linker put it
        const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(object.dlpi_addr + object.dlpi_phdr[i].p_vaddr);
        for (; entry->d_tag != DT_NULL; ++entry)
            if (entry->d_tag == DT_TEXTREL || (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0))
                return true;
    }
    return false;
}

int releaseReadOnly(dl_phdr_info* object, std::size_t /*size*/, void* /*data*/)
{
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    if (hasTextRelocations(*object)) return 0;
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object->dlpi_phdr[i];
        // Never a writable segment, relocated tables included: its pages are the only copy.
        if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
        const std::uintptr_t start = object->dlpi_addr + segment.p_vaddr;
        const std::uintptr_t first = start & ~(page - 1);
        // NOLINTNEXTLINE(performance-no-int-to-ptr): where the linker put it
        madvise(reinterpret_cast<void*>(first), start + segment.p_memsz - first, MADV_DONTNEED);
    }
    return 0;
}

}  // namespace

void boundHeap()
{
    setUnlessSet("MALLOC_ARENA_MAX", M_ARENA_MAX, 1);
    setUnlessSet("MALLOC_MMAP_THRESHOLD_", M_MMAP_THRESHOLD, large_block);
    setUnlessSet("MALLOC_TRIM_THRESHOLD_", M_TRIM_THRESHOLD, large_block);
}

void releaseStart()
{
    malloc_trim(0);
    dl_iterate_phdr(releaseReadOnly, nullptr);
}

}  // namespace carewall
