#include "feed/sources/row_parser.h"

#include "core/nearest.h"
#include "feed/sources/csv_rows.h"
#include "feed/sources/json_rows.h"

namespace carewall::feed {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::string didYouMean(std::string_view word, const std::vector<std::string>& names)
{
    const std::vector<std::string_view> all(names.begin(), names.end());
    const auto name = core::nearest(word, all);
    return name ? "; did you mean \"" + std::string(*name) + "\"?" : std::string{};
}

core::Result<void, std::string> RowParser::feed(std::string_view bytes, std::vector<Row>& rows)
{
    if (m_mark_bytes < byte_order_mark.size() && !bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        if (m_mark_bytes == 0 && (first == 0xFE || first == 0xFF))
            return core::failure(std::string{"line 1: is UTF-16; save the file as UTF-8"});
        while (m_mark_bytes < byte_order_mark.size() && !bytes.empty() &&
               bytes.front() == byte_order_mark[m_mark_bytes]) {
            ++m_mark_bytes;
            bytes.remove_prefix(1);
        }
        if (!bytes.empty()) m_mark_bytes = byte_order_mark.size();
    }
    return parse(bytes, rows);
}

core::Result<void, std::string> RowParser::finish(std::vector<Row>& rows)
{
    return close(rows);
}

std::unique_ptr<RowParser> makeRowParser(Format format, char separator, std::vector<std::string> wanted)
{
    if (format == Format::JsonLines) return std::make_unique<JsonRows>(std::move(wanted));
    return std::make_unique<CsvRows>(separator, std::move(wanted));
}

}  // namespace carewall::feed
