#include "feed/sources/row_parser.h"

#include "core/nearest.h"
#include "feed/sources/csv_rows.h"
#include "feed/sources/json_rows.h"

namespace carewall::feed {

std::string didYouMean(std::string_view word, const std::vector<std::string>& names)
{
    const std::vector<std::string_view> all(names.begin(), names.end());
    const auto name = core::nearest(word, all);
    return name ? "; did you mean \"" + std::string(*name) + "\"?" : std::string{};
}

std::unique_ptr<RowParser> makeRowParser(RowFormat how)
{
    if (how.format == Format::Json) return std::make_unique<JsonRows>(std::move(how.wanted));
    return std::make_unique<CsvRows>(std::move(how));
}

}  // namespace carewall::feed
