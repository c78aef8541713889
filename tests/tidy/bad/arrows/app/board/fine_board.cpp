#include "board/board.h"
#include "core/state.h"
#include "store/store.h"
#include "wire/decode.h"

#include <vector>
