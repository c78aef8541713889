#pragma once

#include "feed/sources/row_parser.h"

namespace carewall::feed {

/// JSON by nlohmann::json: an object a line, an array of objects, or one object over many lines. A key that is missing
/// reads as empty; an array of plain values as its elements with element_separator between them. Where a wanted path
/// leads through a list of objects ("messages.text"), each of them is a row of its own, and shares what stands around
/// it. A list inside of it may be one more; two lists beside each other may not.
class JsonRows final : public RowParser {
public:
    static constexpr std::size_t max_document_bytes = 64 * max_row_bytes;

    explicit JsonRows(std::vector<WantedColumn> wanted);

    core::Result<void, std::string> feed(std::string_view bytes, std::vector<Row>& rows) override;
    core::Result<void, std::string> finish(std::vector<Row>& rows) override;
    std::vector<std::string> names() const override { return m_names; }

private:
    enum class Form : std::uint8_t { Unknown, Lines, Array, Document };

    void takeLines(std::string_view& bytes, std::vector<Row>& rows);
    void takeValues(std::string_view& bytes, std::vector<Row>& rows);
    void lineEnds(std::vector<Row>& rows);
    void valueEnds(std::vector<Row>& rows);
    bool goesOn(char byte);
    void read(std::string_view text, std::uint64_t line, std::vector<Row>& rows);
    void noteLacking();

    std::vector<WantedColumn> m_wanted;
    std::vector<std::string> m_names;  ///< paths, in the order in which they came
    std::vector<bool> m_seen;          ///< per wanted column: some object had it
    Form m_form = Form::Unknown;
    bool m_in_array = false;  ///< of Array: its end has not come
    std::string m_open;       ///< the line or the value so far
    bool m_too_long = false;
    std::uint64_t m_line = 1;
    std::uint64_t m_began = 1;  ///< the line on which the open value begins
    int m_depth = 0;            ///< of brackets in the open value
    bool m_in_text = false;     ///< inside of quotes
    bool m_escaped = false;     ///< behind a backslash
    std::uint64_t m_objects = 0;
};

}  // namespace carewall::feed
