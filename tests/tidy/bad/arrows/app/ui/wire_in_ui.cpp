#include "core/state.h"
#include "wire/decode.h"
