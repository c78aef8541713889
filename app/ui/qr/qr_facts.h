#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// A page to open with a phone.
struct QrFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString issue MEMBER issue)
    Q_PROPERTY(QString hint MEMBER hint)
    Q_PROPERTY(QString url MEMBER url)

public:
    QString heading;
    QString issue;
    QString hint;
    QString url;
    bool operator==(const QrFacts&) const = default;
};

}  // namespace carewall::ui
