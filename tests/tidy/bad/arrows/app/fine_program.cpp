#include "board/board.h"
#include "feed/run/run.h"
#include "ui/board.h"
