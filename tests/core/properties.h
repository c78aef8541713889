#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <rapidcheck.h>

namespace carewall::tests {

/// Fixes rapidcheck's seed, which it prints: a run that fails fails again. RC_PARAMS from outside wins.
inline void seedProperties()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS")) qputenv("RC_PARAMS", "seed=20240229 max_success=200");
}

}  // namespace carewall::tests
