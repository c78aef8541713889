#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// Which colours the wall has, for QML: `Scheme.Dark`. The same order as core::Scheme.
namespace carewall::ui::Scheme {

Q_NAMESPACE
QML_ELEMENT

enum Value { Dark, Light, Contrast };
Q_ENUM_NS(Value)

}  // namespace carewall::ui::Scheme
