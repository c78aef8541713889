#include "ui/network_denied.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace carewall::ui {

namespace {

class Refusal : public QNetworkReply {
public:
    Refusal(const QNetworkRequest& request, QNetworkAccessManager::Operation operation, QObject* parent)
        : QNetworkReply{parent}
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        setError(ContentAccessDenied, QStringLiteral("the wall fetches nothing"));
        setFinished(true);
        open(ReadOnly);
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT errorOccurred(ContentAccessDenied);
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }

    void abort() override {}
    qint64 bytesAvailable() const override { return 0; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
};

class Nowhere : public QNetworkAccessManager {
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice*) override
    {
        return new Refusal{request, operation, this};
    }
};

}  // namespace

QNetworkAccessManager* NetworkDenied::create(QObject* parent)
{
    return new Nowhere{parent};
}

}  // namespace carewall::ui
