#pragma once

#include "carewall_feed/feed_options.h"
#include "connect/asterisk/asterisk_source.h"
#include "core/result.h"
#include "core/time.h"
#include "feed/sources/mapping.h"

#include <memory>
#include <string>

namespace carewall {

/// The Asterisk that the options name, as a source; `mapping` must outlive it. The error is one sentence.
core::Result<std::unique_ptr<connect::AsteriskSource>, std::string>
openAsterisk(const FeedOptions& options, const feed::Mapping& mapping, const core::Clock& clock);

}  // namespace carewall
