#pragma once

#include "feed/sources/row_parser.h"

#include <csv.h>

namespace carewall::feed {

/// CSV by libcsv: quoted fields may hold separators, quotes and line ends; spaces around bare fields are cut. A row
/// that ends early reads as empty from there on, and one that goes on with nothing in it is cut. Lines before the
/// header, at most max_preamble, are left aside; a first line "sep=;" names the separator.
class CsvRows final : public RowParser {
public:
    explicit CsvRows(RowFormat how);
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;
    ~CsvRows() override;

    core::Result<void, std::string> feed(std::string_view bytes, std::vector<Row>& rows) override;
    core::Result<void, std::string> finish(std::vector<Row>& rows) override;
    std::vector<std::string> names() const override { return m_header; }

private:
    static void onField(void* data, std::size_t size, void* self) noexcept;
    static void onRow(int ending, void* self) noexcept;

    void begin();
    core::Result<void, std::string> parse(std::string_view bytes, std::vector<Row>& rows);
    void parsePiece(std::string_view piece);
    void takeField(std::string_view field);
    void takeRow();
    void takeHeader();
    std::string useHeader();
    std::string otherSeparator() const;
    void noteLacking();
    void restart();
    void refuse(std::string why);

    RowFormat m_how;
    csv_parser m_parser{};
    std::vector<Row>* m_rows = nullptr;  ///< during parse and finish
    std::string m_head;                  ///< the first line so far
    bool m_begun = false;
    std::vector<std::vector<std::size_t>> m_use;  ///< per column of the file: the wanted ones that it fills
    std::vector<std::string> m_header;
    bool m_has_header = false;
    std::size_t m_preamble = 0;  ///< rows that were no header
    std::string m_no_header;     ///< why the first of them was none
    std::string m_fatal;
    Row m_row;
    std::size_t m_field = 0;      ///< fields of the open row so far
    bool m_beyond = false;        ///< one past the header's says something
    std::size_t m_row_bytes = 0;  ///< since the last row's end
    bool m_blank = true;          ///< nothing but spaces and line ends since then: no row is open
    std::uint64_t m_line = 1;
    bool m_drop_line = false;  ///< inside a line that was too long
};

}  // namespace carewall::feed
