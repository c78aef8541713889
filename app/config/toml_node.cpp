#include "config/toml_node.h"

#include "config/complaints.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include <toml++/toml.h>

namespace carewall::config {

namespace {

TomlPosition positionOf(const toml::source_region& source)
{
    return {source.begin.line, source.begin.column};
}

TomlNode taken(const toml::node& node)
{
    TomlNode mine;
    mine.at = positionOf(node.source());
    if (const auto* text = node.as_string()) {
        mine.kind = TomlNode::Kind::Text;
        mine.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        mine.kind = TomlNode::Kind::Whole;
        mine.whole = whole->get();
        mine.real = static_cast<double>(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
        mine.kind = TomlNode::Kind::Real;
        mine.real = real->get();
    } else if (const auto* flag = node.as_boolean()) {
        mine.kind = TomlNode::Kind::Flag;
        mine.flag = flag->get();
    } else if (const toml::array* list = node.as_array()) {
        mine.kind = TomlNode::Kind::List;
        for (const toml::node& element : *list)
            mine.list.push_back(taken(element));
    } else if (const toml::table* section = node.as_table()) {
        mine.kind = TomlNode::Kind::Section;
        for (const auto& [key, value] : *section)
            mine.entries.push_back({std::string{key.str()}, positionOf(key.source()), taken(value)});
    } else {
        mine.kind = TomlNode::Kind::Time;
    }
    return mine;
}

}  // namespace

const TomlNode* TomlNode::find(std::string_view key) const
{
    for (const TomlEntry& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

core::Result<TomlNode, std::string> parseToml(std::string_view text, const std::string& file)
{
    try {
        return taken(toml::parse(text));
    } catch (const toml::parse_error& error) {
        return core::failure(place(file, positionOf(error.source())) + "this is not TOML: " +
                             std::string(error.description()) + "; a line must be key = value, with text in quotes");
    }
}

core::Result<std::string, std::string> readText(const std::string& path, std::size_t most, std::string_view right)
{
    const auto refused = [&](const std::string& why) {
        return core::failure(path + " " + why + "; it must be " + std::string(right));
    };
    std::error_code error;
    std::ifstream file(path, std::ios::binary);
    const int why = errno;
    if (!file || std::filesystem::is_directory(path, error))
        return refused("cannot be read (" + std::generic_category().message(file ? EISDIR : why) + ")");
    std::string text;
    constexpr std::size_t step = std::size_t{64} * 1024;
    while (file && text.size() <= most) {
        const std::size_t had = text.size();
        text.resize(had + step);
        file.read(text.data() + had, static_cast<std::streamsize>(step));
        text.resize(had + static_cast<std::size_t>(file.gcount()));
    }
    if (text.size() > most) return refused("has more than " + std::to_string(most) + " bytes");
    return text;
}

}  // namespace carewall::config
