#pragma once

#include <cstdint>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace carewall::store {

/// One prepared statement. An error sticks: later calls do nothing, `run` gives false and `code` what it was.
/// Bound text and blobs must outlive the next `next` or `run`.
class Statement {
public:
    Statement(sqlite3* database, const char* sql)
    {
        sqlite3_stmt* made = nullptr;
        m_code = sqlite3_prepare_v2(database, sql, -1, &made, nullptr);
        m_statement.reset(made);
    }
    Statement& bind(std::int64_t value) { return note(sqlite3_bind_int64(m_statement.get(), ++m_bound, value)); }
    Statement& bind(std::string_view text)
    {
        return note(
            sqlite3_bind_text64(m_statement.get(), ++m_bound, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    Statement& bindBlob(std::string_view bytes)
    {
        return note(sqlite3_bind_blob64(m_statement.get(), ++m_bound, bytes.data(), bytes.size(), SQLITE_STATIC));
    }
    /// True when there is a row to read.
    bool next()
    {
        if (m_code != SQLITE_OK && m_code != SQLITE_ROW) return false;
        m_code = sqlite3_step(m_statement.get());
        return m_code == SQLITE_ROW;
    }
    /// Runs to the end, ready to be bound again.
    bool run()
    {
        while (next()) {
        }
        if (m_code != SQLITE_DONE) return false;
        again();
        return true;
    }
    void again()
    {
        sqlite3_reset(m_statement.get());
        m_bound = 0;
        m_code = SQLITE_OK;
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
    std::string bytes(int column) const
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
        return data == nullptr
                   ? std::string{}
                   : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)));
    }
    int code() const { return m_code; }
    /// All rows were read.
    bool done() const { return m_code == SQLITE_DONE; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_code = SQLITE_OK;
    int m_bound = 0;

    Statement& note(int code)
    {
        if (m_code == SQLITE_OK) m_code = code;
        return *this;
    }
};

}  // namespace carewall::store
