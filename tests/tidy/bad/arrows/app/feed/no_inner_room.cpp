#include "feed/text/rules.h"
