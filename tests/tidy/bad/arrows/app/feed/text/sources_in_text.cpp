#include "feed/conversation/source.h"
#include "feed/sources/mapping.h"
