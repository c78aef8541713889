#pragma once

#include "core/link.h"
#include "core/result.h"

#include <string>
#include <vector>

namespace carewall::mqtt {

/// Whether the host is an address as it stands: nothing to look up.
bool isLiteral(const std::string& host);

/// The address families that a name has, in the resolver's order of preference, each as its unspecified address: "::"
/// and "0.0.0.0". Bound to it, a socket connects to that family alone. Blocks for as long as the resolver takes.
core::Result<std::vector<const char*>, core::LinkTrouble> familiesOf(const std::string& host);

}  // namespace carewall::mqtt
