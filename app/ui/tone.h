#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// How a tile stands, for QML: `Tone.Act`. The same order as core::Tone.
namespace carewall::ui::Tone {

Q_NAMESPACE
QML_ELEMENT

enum Value { Calm, Watch, Act, Silent, Closed };
Q_ENUM_NS(Value)

}  // namespace carewall::ui::Tone
