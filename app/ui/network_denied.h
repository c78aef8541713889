#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace carewall::ui {

/// The scene fetches nothing: whatever a text or an image asks for over QML is refused before a connection is made.
class NetworkDenied : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager* create(QObject* parent) override;
};

}  // namespace carewall::ui
