#include "feed/sources/csv_rows.h"

#include <algorithm>

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

}  // namespace

CsvRows::CsvRows(char separator, std::vector<std::string> wanted) : m_separator{separator}, m_wanted{std::move(wanted)}
{
    restart();
}

CsvRows::~CsvRows()
{
    csv_free(&m_parser);
}

void CsvRows::restart()
{
    csv_free(&m_parser);
    csv_init(&m_parser, 0);
    csv_set_delim(&m_parser, static_cast<unsigned char>(m_separator));
    m_row = Row{};
    m_field = 0;
    m_row_bytes = 0;
    m_blank = true;
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
            m_blank = piece.find_first_not_of(m_separator == '\t' ? " \r\n" : " \t\r\n") == std::string_view::npos;
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

core::Result<void, std::string> CsvRows::close(std::vector<Row>& rows)
{
    m_rows = &rows;
    // Strict at the end alone: a quote inside a bare field is a character, one that never closes is not.
    csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&m_parser, &onField, &onRow, this) != 0) refuse("opens a quote that is never closed");
    restart();
    m_rows = nullptr;
    if (!m_fatal.empty()) return core::failure(m_fatal);
    if (!m_has_header) return core::failure(std::string{"line 1: is empty; a header row must name the columns"});
    return {};
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
    if (at >= m_use.size()) return;
    if (m_row.fields.empty()) m_row.fields.resize(m_wanted.size());
    for (const std::size_t wanted : m_use[at])
        m_row.fields[wanted] = field;
}

void CsvRows::takeRow()
{
    if (!m_has_header) {
        takeHeader();
        return;
    }
    if (m_field != m_header.size()) {
        refuse("has " + std::to_string(m_field) + " fields where the header has " + std::to_string(m_header.size()));
        return;
    }
    m_row.fields.resize(m_wanted.size());
    m_rows->push_back(std::move(m_row));
}

void CsvRows::takeHeader()
{
    m_has_header = true;
    if (m_field > max_columns) {
        m_fatal = "line 1: has more than " + std::to_string(max_columns) + " columns";
        return;
    }
    m_use.resize(m_header.size());
    for (std::size_t wanted = 0; wanted < m_wanted.size(); ++wanted) {
        const auto found = std::ranges::find(m_header, m_wanted[wanted]);
        if (found == m_header.end()) {
            m_fatal = "line " + std::to_string(m_row.line) + ": has no column \"" + m_wanted[wanted] + "\"" +
                      didYouMean(m_wanted[wanted], m_header) + " (it has " + joined(m_header) + ")";
            return;
        }
        m_use[static_cast<std::size_t>(found - m_header.begin())].push_back(wanted);
    }
}

void CsvRows::refuse(std::string why)
{
    Row refused;
    refused.line = m_row.line;
    refused.trouble = std::move(why);
    m_rows->push_back(std::move(refused));
}

}  // namespace carewall::feed
