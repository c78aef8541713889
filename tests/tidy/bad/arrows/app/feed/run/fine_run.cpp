#include "core/slots.h"
#include "feed/ledger/ledger.h"
#include "feed/run/player.h"
#include "feed/sources/mapping.h"
