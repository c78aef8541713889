#include "carewall_feed/feed_input.h"

#include <unistd.h>

#include <optional>
#include <utility>

namespace carewall {

namespace {

feed::RefusalLimit limitOf(const FeedOptions& options)
{
    return {options.max_refused, 100};
}

}  // namespace

core::Result<std::unique_ptr<FeedInput>, std::string> FeedInput::open(const FeedOptions& options,
                                                                      const std::string& salt)
{
    auto made = std::make_unique<FeedInput>();
    auto mapping = options.map.empty() ? feed::plainMapping() : feed::loadMapping(options.map);
    if (!mapping) return core::failure(mapping.error());
    made->mapping = std::move(*mapping);
    if (made->mapping.salt.empty()) made->mapping.salt = salt;
    std::string words = options.words == "none" ? "" : options.words;
    if (options.words.empty()) {
        auto found = feed::findWordList(made->mapping, options.events);
        if (!found) return core::failure(found.error());
        words = std::move(*found);
    }
    auto reader = feed::RowReader::make(made->mapping, words);
    if (!reader) return core::failure(reader.error());
    made->reader = std::move(*reader);
    return made;
}

core::Result<feed::FileSource, std::string> FeedInput::files(const FeedOptions& options) const
{
    return feed::FileSource::open(mapping, *reader, options.events, limitOf(options));
}

feed::LiveSource FeedInput::standardInput(const FeedOptions& options) const
{
    std::optional<feed::Format> format;
    if (!options.format.empty()) format = options.format == "jsonl" ? feed::Format::Json : feed::Format::Csv;
    return {*reader, feed::ofStandardInput(mapping), format, "standard input", limitOf(options), STDIN_FILENO};
}

}  // namespace carewall
