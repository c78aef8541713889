#include "feed/conversation/source.h"

#include <utility>

namespace carewall::feed {

void ReadCounts::refuse(std::string file, std::uint64_t line, std::string why)
{
    ++refused;
    if (first_refused.size() < max_refusals_kept) first_refused.push_back({std::move(file), line, std::move(why)});
}

core::Result<void, std::string> Source::receive(core::Instant /*now*/)
{
    return {};
}

}  // namespace carewall::feed
