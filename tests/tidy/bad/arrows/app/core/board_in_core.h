#pragma once

#include "board/inbox.h"
