#pragma once

#include "store/store.h"

#include <QString>

#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace carewall::support {

/// What a store told of its troubles, from its own thread.
class Troubles {
public:
    std::function<void(const std::string&)> handler()
    {
        return [this](const std::string& words) {
            const std::lock_guard lock(m_mutex);
            m_told.push_back(words);
        };
    }
    std::vector<std::string> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_told;
    }
    bool told(const std::string& part) const
    {
        for (const std::string& words : all())
            if (words.find(part) != std::string::npos) return true;
        return false;
    }
    bool over() const
    {
        const std::vector<std::string> told = all();
        return !told.empty() && told.back().empty();
    }
    QString text() const
    {
        QString lines;
        for (const std::string& words : all())
            lines += QString::fromStdString("[" + words + "]\n");
        return lines;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_told;
};

/// First column of the first row as text, or SQLite's word on why there is none. Not while a store has the file open.
inline std::string ask(const std::string& path, const std::string& sql)
{
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, &sqlite3_close);
    if (code != SQLITE_OK) return sqlite3_errstr(code);
    std::string answer;
    const auto take = [](void* into, int columns, char** values, char**) {
        if (columns > 0 && values[0] != nullptr) *static_cast<std::string*>(into) = values[0];
        return 0;
    };
    const int ran = sqlite3_exec(opened, sql.c_str(), take, &answer, nullptr);
    return ran == SQLITE_OK ? answer : sqlite3_errmsg(opened);
}

inline core::WallTime day(int number)
{
    return core::WallTime{std::chrono::days{number}};
}

}  // namespace carewall::support
