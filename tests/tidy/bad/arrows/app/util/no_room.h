#include <string>
#include "core/state.h"
