#include "feed/sources/file_format.h"

namespace carewall::feed {

Format formatOf(const FileMapping& how, std::string_view path)
{
    const bool json = path.ends_with(".jsonl") || path.ends_with(".ndjson") || path.ends_with(".json");
    return how.format.value_or(json ? Format::JsonLines : Format::Csv);
}

char separatorOf(const FileMapping& how, std::string_view path)
{
    if (how.separator != 0) return how.separator;
    return path.ends_with(".tsv") ? '\t' : ',';
}

}  // namespace carewall::feed
