#include "board/board.h"
#include "feed/replay.h"
#include "ui/board.h"
