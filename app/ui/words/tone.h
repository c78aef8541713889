#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// How a tile stands, for QML: `Tone.Act`. The same order as core::Tone; behind it what the wall is glad to tell: a
/// queue that has recovered, the best day.
namespace carewall::ui::Tone {

Q_NAMESPACE
QML_ELEMENT

enum Value { Calm, Watch, Act, Silent, Closed, Recovered, Best };
Q_ENUM_NS(Value)

}  // namespace carewall::ui::Tone
