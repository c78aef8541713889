#include "feed/sources/file_format.h"

namespace carewall::feed {

RowFormat formatOf(const FileMapping& how, std::string_view path)
{
    const bool json = path.ends_with(".jsonl") || path.ends_with(".ndjson") || path.ends_with(".json");
    RowFormat form;
    form.format = how.format.value_or(json ? Format::Json : Format::Csv);
    form.separator = how.separator != 0 ? how.separator : path.ends_with(".tsv") ? '\t' : '\0';
    form.wanted = how.columns;
    form.header = how.header;
    return form;
}

}  // namespace carewall::feed
