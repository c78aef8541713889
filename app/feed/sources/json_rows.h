#pragma once

#include "feed/sources/row_parser.h"

namespace carewall::feed {

/// JSON lines by nlohmann::json. A key that is missing reads as empty; an array of plain values as its elements
/// with element_separator between them.
class JsonRows final : public RowParser {
public:
    explicit JsonRows(std::vector<std::string> wanted);

protected:
    core::Result<void, std::string> parse(std::string_view bytes, std::vector<Row>& rows) override;
    core::Result<void, std::string> close(std::vector<Row>& rows) override;

private:
    Row takeLine() const;

    std::vector<std::string> m_wanted;
    std::string m_open;  ///< the line so far
    bool m_too_long = false;
    std::uint64_t m_line = 1;
};

}  // namespace carewall::feed
