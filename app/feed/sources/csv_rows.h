#pragma once

#include "feed/sources/row_parser.h"

#include <csv.h>

namespace carewall::feed {

/// CSV by libcsv: quoted fields may hold separators, quotes and line ends; spaces around bare fields are cut.
class CsvRows final : public RowParser {
public:
    CsvRows(char separator, std::vector<std::string> wanted);
    CsvRows(const CsvRows&) = delete;
    CsvRows& operator=(const CsvRows&) = delete;
    ~CsvRows() override;

protected:
    core::Result<void, std::string> parse(std::string_view bytes, std::vector<Row>& rows) override;
    core::Result<void, std::string> close(std::vector<Row>& rows) override;

private:
    static void onField(void* data, std::size_t size, void* self) noexcept;
    static void onRow(int ending, void* self) noexcept;

    void parsePiece(std::string_view piece);
    void takeField(std::string_view field);
    void takeRow();
    void takeHeader();
    void restart();
    void refuse(std::string why);

    char m_separator;
    std::vector<std::string> m_wanted;
    csv_parser m_parser{};
    std::vector<Row>* m_rows = nullptr;           ///< during parse and close
    std::vector<std::vector<std::size_t>> m_use;  ///< per column of the file: the wanted ones that it fills
    std::vector<std::string> m_header;
    bool m_has_header = false;
    std::string m_fatal;
    Row m_row;
    std::size_t m_field = 0;      ///< fields of the open row so far
    std::size_t m_row_bytes = 0;  ///< since the last row's end
    bool m_blank = true;          ///< nothing but spaces and line ends since then: no row is open
    std::uint64_t m_line = 1;
    bool m_drop_line = false;  ///< inside a line that was too long
};

}  // namespace carewall::feed
