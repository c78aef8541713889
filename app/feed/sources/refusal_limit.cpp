#include "feed/sources/refusal_limit.h"

namespace carewall::feed {

std::string RefusalLimit::trouble(const ReadCounts& counts) const
{
    if (counts.rows < after || static_cast<double>(counts.refused) <= share * static_cast<double>(counts.rows))
        return {};
    return std::to_string(counts.refused) + " of " + std::to_string(counts.rows) +
           " rows cannot be read; the first: " + counts.first_refused.front().words();
}

}  // namespace carewall::feed
