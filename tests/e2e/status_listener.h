#pragma once

#include "mqtt/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <mutex>
#include <string>

namespace carewall::e2e {

/// The newest thing that a board said of itself, as anybody with mosquitto_sub would see it.
class StatusListener {
public:
    StatusListener(const std::string& url, const std::string& floor, const std::string& board)
    {
        mqtt::Options options;
        options.broker.url = url;
        options.filters = {"carewall/v1/" + floor + "/board/" + board + "/status"};
        auto session = mqtt::Session::start(std::move(options), {[this](const core::MessageView& message) {
                                                                     const std::lock_guard lock(m_mutex);
                                                                     m_newest = message.payload;
                                                                 },
                                                                 [](core::LinkPhase, const core::LinkTrouble&) {}});
        if (session) m_session = std::move(*session);
    }

    QJsonObject newest()
    {
        const std::lock_guard lock(m_mutex);
        return QJsonDocument::fromJson(QByteArray::fromStdString(m_newest)).object();
    }

private:
    std::mutex m_mutex;
    std::string m_newest;
    std::unique_ptr<mqtt::Session> m_session;
};

/// 64-bit numbers are strings in protobuf JSON, and zeros are left out.
inline qint64 integer(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isString() ? value.toString().toLongLong() : static_cast<qint64>(value.toDouble());
}

/// The queue with this id in a status; empty when it is not shown.
inline QJsonObject queueOf(const QJsonObject& status, const QString& id)
{
    const QJsonArray queues = status.value(QLatin1String("queues")).toArray();
    for (const auto& queue : queues)
        if (queue.toObject().value(QLatin1String("queue")).toString() == id) return queue.toObject();
    return {};
}

}  // namespace carewall::e2e
