#pragma once

#include "feed/ledger/ledger.h"
#include "feed/sources/mapping.h"

namespace carewall::feed {

/// What a mapping asks of the ledger.
LedgerOptions ledgerOptions(const Mapping& mapping);

}  // namespace carewall::feed
