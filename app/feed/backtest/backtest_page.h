#pragma once

#include "feed/backtest/backtest.h"

#include <string>

namespace carewall::feed {

/// A back-test as one page to read in a browser, light or dark: well-formed XML, pictures and style inside, nothing
/// from elsewhere. `source` names the feed.
std::string backtestPage(const Backtested& tested, const std::string& source);

}  // namespace carewall::feed
