#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// Which board this is.
struct IdentityFacts {
    Q_GADGET
    QML_ANONYMOUS
    Q_PROPERTY(QString heading MEMBER heading)
    Q_PROPERTY(QString board MEMBER board)
    Q_PROPERTY(QStringList words MEMBER words)
    Q_PROPERTY(QStringList values MEMBER values)

public:
    QString heading;
    QString board;
    QStringList words;   ///< what each value is
    QStringList values;  ///< floor, broker, machine, addresses, screen
    bool operator==(const IdentityFacts&) const = default;
};

}  // namespace carewall::ui
