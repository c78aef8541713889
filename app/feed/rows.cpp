#include "feed/rows.h"

#include "feed/csv_rows.h"
#include "feed/json_rows.h"

#include <algorithm>
#include <numeric>

namespace carewall::feed {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above + 1, row[j - 1] + 1, change});
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& names)
{
    const std::string_view start = word.substr(0, 64);
    const std::size_t far = start.size() < 4 ? 1 : std::max<std::size_t>(2, start.size() / 3);
    std::size_t best = (2 * far) + 2;
    std::string found;
    for (const std::string& name : names) {
        // Twice, so that the same first letter decides between two that are equally near.
        const std::size_t distance = (2 * editDistance(start, std::string_view{name}.substr(0, 64))) +
                                     (start.substr(0, 1) == name.substr(0, 1) ? 0 : 1);
        if (distance < best) {
            best = distance;
            found = name;
        }
    }
    return found;
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& names)
{
    const std::string name = nearest(word, names);
    return name.empty() ? std::string{} : "; did you mean \"" + name + "\"?";
}

core::Result<void, std::string> RowParser::feed(std::string_view bytes, std::vector<Row>& rows)
{
    if (m_mark_bytes < byte_order_mark.size() && !bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        if (m_mark_bytes == 0 && (first == 0xFE || first == 0xFF)) {
            return core::failure(std::string{"line 1: is UTF-16; save the file as UTF-8"});
        }
        while (m_mark_bytes < byte_order_mark.size() && !bytes.empty() &&
               bytes.front() == byte_order_mark[m_mark_bytes]) {
            ++m_mark_bytes;
            bytes.remove_prefix(1);
        }
        if (!bytes.empty()) {
            m_mark_bytes = byte_order_mark.size();
        }
    }
    return parse(bytes, rows);
}

core::Result<void, std::string> RowParser::finish(std::vector<Row>& rows)
{
    return close(rows);
}

std::unique_ptr<RowParser> makeRowParser(Format format, char separator, std::vector<std::string> wanted)
{
    if (format == Format::JsonLines) {
        return std::make_unique<JsonRows>(std::move(wanted));
    }
    return std::make_unique<CsvRows>(separator, std::move(wanted));
}

}  // namespace carewall::feed
