#include "support/forum.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <optional>

namespace carewall::support {
namespace {

constexpr qint64 day_ms = 24LL * 3600 * 1000;
constexpr qint64 gives_up_after = 7 * day_ms;
constexpr qint64 within = day_ms;

/// All rows as maps from column to field: quotes, doubled quotes and line breaks inside quotes.
std::vector<QHash<QString, QString>> readCsv(const std::string& path)
{
    std::vector<QHash<QString, QString>> rows;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) return rows;
    const QString text = QString::fromUtf8(file.readAll());
    QStringList columns;
    QStringList fields;
    QString field;
    bool quoted = false;
    const auto endRow = [&] {
        fields << std::exchange(field, {});
        if (columns.isEmpty()) {
            columns = fields;
        } else if (fields.size() == columns.size()) {
            QHash<QString, QString> row;
            for (qsizetype i = 0; i < columns.size(); ++i)
                row.insert(columns[i], fields[i]);
            rows.push_back(row);
        }
        fields.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields << std::exchange(field, {});
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            field += c;
        }
    }
    if (!field.isEmpty() || !fields.isEmpty()) endRow();
    return rows;
}

qint64 timeOf(const QHash<QString, QString>& row)
{
    return QDateTime::fromString(row["created_utc"], Qt::ISODate).toMSecsSinceEpoch();
}

QString queueOfTopic(const QString& topic)
{
    static const QHash<QString, QString> others{{"email-and-messaging", "messages"},
                                                {"tips-and-tricks", "other"},
                                                {"error-messages-what-they-mean-and-how-fix", "other"},
                                                {"accessibility", "other"},
                                                {"search-tag-and-share", "other"},
                                                {"installation-and-updates", "install"},
                                                {"account-management", "accounts"},
                                                {"privacy-and-security", "privacy"},
                                                {"performance-and-connectivity", "speed"},
                                                {"passwords-and-sign-in", "passwords"}};
    return others.value(topic, topic);
}

struct Question {
    QString queue;
    QString author;
    QString solution;
    qint64 asked = 0;
    std::optional<qint64> answered;  ///< first by an agent who is not the one who asked
    std::optional<qint64> resolved;
};

void count(ForumTruth& truth, const Question& question, qint64 end, qint64 midnight)
{
    const auto today = [&](qint64 time) { return time >= midnight && time < end; };
    const qint64 gives_up = question.asked + gives_up_after;
    // Solved without an answer, the wait ended then.
    const qint64 never = std::numeric_limits<qint64>::max();
    const qint64 answer = std::min(question.answered.value_or(never), question.resolved.value_or(never));
    const bool answered = answer < gives_up;
    const bool abandoned = !answered;
    const qint64 waits_until = answered ? answer : gives_up;
    if (today(question.asked)) ++truth.offered;
    if (waits_until >= end) {
        ++truth.waiting;
        truth.oldest_s = std::max(truth.oldest_s, static_cast<double>(end - question.asked) / 1000);
    }
    if (answered && today(waits_until)) {
        const qint64 response = waits_until - question.asked;
        ++truth.answered;
        if (response <= within) ++truth.met;
        truth.day.push_back(static_cast<double>(response) / 1000);
        if (waits_until >= end - 3600 * 1000) truth.hour.push_back(static_cast<double>(response) / 1000);
    }
    if (abandoned && today(waits_until)) ++truth.abandoned;
    if (question.resolved && today(*question.resolved)) ++truth.resolved;
}

std::vector<Question> readForum(const std::string& questions, const std::string& answers, const QDateTime& end)
{
    QHash<QString, Question> all;
    const qint64 end_ms = end.toMSecsSinceEpoch();
    for (const auto& row : readCsv(questions)) {
        if (row["is_spam"] == "true" || timeOf(row) >= end_ms) continue;
        all.insert(row["question_id"],
                   {queueOfTopic(row["topic"]), row["author"], row["solution_answer_id"], timeOf(row), {}, {}});
    }
    for (const auto& row : readCsv(answers)) {
        const auto question = all.find(row["question_id"]);
        const qint64 at = timeOf(row);
        if (question == all.end() || at >= end_ms) continue;
        if (row["role"] == "agent" && row["author"] != question->author)
            question->answered = std::min(question->answered.value_or(at), at);
        if (row["answer_id"] == question->solution) question->resolved = at;
    }
    return {all.begin(), all.end()};
}

}  // namespace

std::map<QString, ForumTruth> forumFigures(const std::string& questions, const std::string& answers,
                                           const QDateTime& end)
{
    const qint64 end_ms = end.toMSecsSinceEpoch();
    std::map<QString, ForumTruth> figures;
    for (const Question& question : readForum(questions, answers, end))
        count(figures[question.queue], question, end_ms, end_ms - end_ms % day_ms);
    return figures;
}

std::map<QDateTime, std::map<QString, ForumTruth>> forumDays(const std::string& questions, const std::string& answers,
                                                             const QDateTime& end)
{
    const std::vector<Question> all = readForum(questions, answers, end);
    qint64 first = end.toMSecsSinceEpoch();
    for (const Question& question : all)
        first = std::min(first, question.asked);
    std::map<QDateTime, std::map<QString, ForumTruth>> days;
    for (qint64 day = first - first % day_ms; day + day_ms <= end.toMSecsSinceEpoch(); day += day_ms)
        for (const Question& question : all)
            count(days[QDateTime::fromMSecsSinceEpoch(day, Qt::UTC)][question.queue], question, day + day_ms, day);
    return days;
}

}  // namespace carewall::support
