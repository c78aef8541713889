#pragma once

#include "carewall_feed/feed_options.h"
#include "core/result.h"
#include "feed/sources/file_source.h"
#include "feed/sources/live_source.h"
#include "feed/sources/mapping.h"
#include "feed/sources/row_reader.h"

#include <memory>
#include <string>

namespace carewall {

/// The mapping that the options name, and what reads by it; the mapping stays where it is.
struct FeedInput {
    feed::Mapping mapping;
    std::unique_ptr<feed::RowReader> reader;

    /// `salt`: of pseudonyms, where the mapping names none; empty: a fresh one. The error is one sentence.
    static core::Result<std::unique_ptr<FeedInput>, std::string> open(const FeedOptions& options,
                                                                      const std::string& salt = {});

    /// The files of the options as one source, which this must outlive. The error is one sentence.
    core::Result<feed::FileSource, std::string> files(const FeedOptions& options) const;
    /// Standard input as a source, which this must outlive.
    feed::LiveSource standardInput(const FeedOptions& options) const;
};

}  // namespace carewall
