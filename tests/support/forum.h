#pragma once

#include <QDateTime>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace carewall::support {

/// What really happened in one queue, in whole numbers and plain lists.
struct ForumTruth {
    qint64 waiting = 0;
    double oldest_s = 0;
    qint64 offered = 0;   ///< of the day up to the end; so are those that follow
    qint64 answered = 0;  ///< or solved without an answer
    qint64 abandoned = 0;
    qint64 resolved = 0;
    qint64 met = 0;            ///< of them, within 24 h
    std::vector<double> day;   ///< response times in seconds
    std::vector<double> hour;  ///< those of the last 60 minutes
};

/// Reads the two CSV files with code of its own (no room of the program), and works out each queue's figures at `end`
/// (UTC, on a slot's boundary) by the words of platform/mappings/helpforum-mail.toml.
std::map<QString, ForumTruth> forumFigures(const std::string& questions, const std::string& answers,
                                           const QDateTime& end);

/// The same of each whole day (by its midnight, UTC) before `end`; `waiting` and `oldest_s` say nothing.
std::map<QDateTime, std::map<QString, ForumTruth>> forumDays(const std::string& questions, const std::string& answers,
                                                             const QDateTime& end);

}  // namespace carewall::support
