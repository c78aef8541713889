#include "happening.h"
