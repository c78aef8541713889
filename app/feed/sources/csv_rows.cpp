#include "feed/sources/csv_rows.h"

#include "feed/conversation/clean_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace carewall::feed {

namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "" : ", ") + name;
        if (all.size() > 300) return all + ", ...";
    }
    return all;
}

constexpr std::size_t longest_head = 64 * 1024;
constexpr std::string_view line_ends = "\r\n";

/// The separator that a header row has most of, outside of quotes.
char separatorIn(std::string_view header)
{
    constexpr std::string_view candidates = ",;\t|";
    std::array<std::size_t, candidates.size()> found{};
    bool quoted = false;
    for (const char byte : header) {
        if (byte == '"') quoted = !quoted;
        const std::size_t which = candidates.find(byte);
        if (!quoted && which != std::string_view::npos) ++found.at(which);
    }
    return candidates[static_cast<std::size_t>(std::ranges::max_element(found) - found.begin())];
}

/// Where a name stands in the header: as it is written, or else the only one that differs in case and blanks alone.
std::optional<std::size_t> placeIn(const std::vector<std::string>& header, const std::string& name)
{
    if (const auto found = std::ranges::find(header, name); found != header.end())
        return static_cast<std::size_t>(found - header.begin());
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (folded(plainKey(header[i])) != folded(plainKey(name))) continue;
        if (place) return std::nullopt;
        place = i;
    }
    return place;
}

}  // namespace

CsvRows::CsvRows(RowFormat how) : m_how{std::move(how)}
{
}

CsvRows::~CsvRows()
{
    csv_free(&m_parser);
}

void CsvRows::restart()
{
    csv_free(&m_parser);
    csv_init(&m_parser, 0);
    csv_set_delim(&m_parser, static_cast<unsigned char>(m_how.separator));
    m_row = Row{};
    m_field = 0;
    m_beyond = false;
    m_row_bytes = 0;
    m_blank = true;
}

core::Result<void, std::string> CsvRows::feed(std::string_view bytes, std::vector<Row>& rows)
{
    if (m_begun) return parse(bytes, rows);
    m_head += bytes;
    const std::size_t line = m_head.find_first_of(line_ends);
    const bool whole = line != std::string::npos && (m_head[line] == '\n' || line + 1 < m_head.size());
    if (!whole && m_head.size() < longest_head) return {};
    begin();
    return parse(std::exchange(m_head, {}), rows);
}

void CsvRows::begin()
{
    m_begun = true;
    if (m_head.starts_with("sep=") && m_head.size() > 5 && line_ends.find(m_head[5]) != std::string_view::npos) {
        if (m_how.separator == 0) m_how.separator = m_head[4];
        m_head.erase(0, m_head.substr(5).starts_with("\r\n") ? 7 : 6);
        ++m_line;
    }
    if (m_how.separator == 0)
        m_how.separator = separatorIn(std::string_view{m_head}.substr(0, m_head.find_first_of(line_ends)));
    restart();
    if (m_how.header.empty()) return;
    m_header = m_how.header;
    m_has_header = true;
    m_fatal = useHeader();
}

core::Result<void, std::string> CsvRows::parse(std::string_view bytes, std::vector<Row>& rows)
{
    m_rows = &rows;
    // Line by line, because libcsv does not say where a row began.
    while (!bytes.empty() && m_fatal.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view piece = bytes.substr(0, end == std::string_view::npos ? bytes.size() : end + 1);
        parsePiece(piece);
        bytes.remove_prefix(piece.size());
    }
    m_rows = nullptr;
    if (!m_fatal.empty()) return core::failure(m_fatal);
    return {};
}

void CsvRows::parsePiece(std::string_view piece)
{
    const bool whole_line = piece.ends_with('\n');
    if (m_drop_line) {
        m_drop_line = !whole_line;
    } else {
        if (m_blank) {
            m_row.line = m_line;
            m_blank = piece.find_first_not_of(m_how.separator == '\t' ? " \r\n" : " \t\r\n") == std::string_view::npos;
        }
        m_row_bytes = m_blank ? 0 : m_row_bytes + piece.size();
        if (m_row_bytes > max_row_bytes) {
            refuse("is longer than " + std::to_string(max_row_bytes) + " bytes; is a quote not closed?");
            restart();
            m_drop_line = !whole_line;
        } else if (csv_parse(&m_parser, piece.data(), piece.size(), &onField, &onRow, this) != piece.size()) {
            refuse("cannot be read: " + std::string{csv_strerror(csv_error(&m_parser))});
            restart();
            m_drop_line = !whole_line;
        }
    }
    if (whole_line) ++m_line;
}

core::Result<void, std::string> CsvRows::finish(std::vector<Row>& rows)
{
    if (!m_begun) {
        begin();
        if (auto parsed = parse(std::exchange(m_head, {}), rows); !parsed) return parsed;
    }
    m_rows = &rows;
    // Strict at the end alone: a quote inside a bare field is a character, one that never closes is not.
    csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&m_parser, &onField, &onRow, this) != 0) refuse("opens a quote that is never closed");
    restart();
    m_rows = nullptr;
    if (!m_fatal.empty()) return core::failure(m_fatal);
    if (m_has_header) return {};
    return core::failure(m_no_header.empty() ? std::string{"line 1: is empty; a header row must name the columns"}
                                             : m_no_header);
}

void CsvRows::onField(void* data, std::size_t size, void* self) noexcept
{
    static_cast<CsvRows*>(self)->takeField({static_cast<const char*>(data), size});
}

void CsvRows::onRow(int /*ending*/, void* self) noexcept
{
    auto* rows = static_cast<CsvRows*>(self);
    rows->takeRow();
    rows->m_row = Row{};
    rows->m_row.line = rows->m_line;
    rows->m_field = 0;
    rows->m_beyond = false;
    rows->m_row_bytes = 0;
    rows->m_blank = true;
}

void CsvRows::takeField(std::string_view field)
{
    const std::size_t at = m_field++;
    if (!m_has_header) {
        if (at < max_columns) m_header.emplace_back(field);
        return;
    }
    if (at >= m_use.size()) {
        m_beyond = m_beyond || !field.empty();
        return;
    }
    if (m_row.fields.empty()) m_row.fields.resize(m_how.wanted.size());
    if (field == "\\N") field = {};  // how databases write that there is none
    for (const std::size_t wanted : m_use[at])
        m_row.fields[wanted] = field;
}

void CsvRows::takeRow()
{
    if (!m_has_header) {
        takeHeader();
        return;
    }
    if (m_beyond) {
        refuse("has " + std::to_string(m_field) + " fields where the header has " + std::to_string(m_header.size()));
        return;
    }
    m_row.fields.resize(m_how.wanted.size());
    m_rows->push_back(std::move(m_row));
}

void CsvRows::takeHeader()
{
    if (m_field > max_columns) {
        m_fatal = "line 1: has more than " + std::to_string(max_columns) + " columns";
        return;
    }
    const std::string trouble = useHeader();
    if (trouble.empty()) {
        m_has_header = true;
        if (m_preamble > 0)
            note("line " + std::to_string(m_row.line) + " is taken for the header; what stands above it is left aside");
        noteLacking();
        return;
    }
    if (m_no_header.empty()) m_no_header = trouble;
    m_header.clear();
    if (++m_preamble > m_how.preamble) m_fatal = m_no_header;
}

std::string CsvRows::useHeader()
{
    m_use.assign(m_header.size(), {});
    for (std::size_t i = 0; i < m_how.wanted.size(); ++i) {
        const WantedColumn& wanted = m_how.wanted[i];
        const auto place = placeIn(m_header, wanted.name);
        if (place && std::ranges::count(m_header, m_header[*place]) > 1)
            return "line " + std::to_string(m_row.line) + ": has column \"" + wanted.name + "\" more than once";
        if (!place && wanted.needed) {
            return "line " + std::to_string(m_row.line) + ": has no column \"" + wanted.name + "\"" +
                   didYouMean(wanted.name, m_header) + " (it has " + joined(m_header) + ")" + otherSeparator();
        }
        if (place) m_use[*place].push_back(i);
    }
    return {};
}

/// A header of one field which is none by another separator.
std::string CsvRows::otherSeparator() const
{
    if (m_header.size() != 1) return {};
    const char other = separatorIn(m_header.front());
    if (other == m_how.separator || m_header.front().find(other) == std::string::npos) return {};
    return std::string{"; its separator seems to be "} + (other == '\t' ? "a tab" : std::string{'"', other, '"'});
}

void CsvRows::noteLacking()
{
    std::string lacking;
    for (const WantedColumn& wanted : m_how.wanted)
        if (!placeIn(m_header, wanted.name)) lacking += (lacking.empty() ? "\"" : ", \"") + wanted.name + "\"";
    if (!lacking.empty()) note("has no column " + lacking + ", which reads as empty (it has " + joined(m_header) + ")");
}

void CsvRows::refuse(std::string why)
{
    Row refused;
    refused.line = m_row.line;
    refused.trouble = std::move(why);
    m_rows->push_back(std::move(refused));
}

}  // namespace carewall::feed
