#include "board/recording.h"

#include "wire/recorded_message.h"
#include "wire/topic.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

namespace carewall::board {
namespace {

constexpr std::uintmax_t recording_bytes = std::uintmax_t{512} * 1024 * 1024;

}  // namespace

core::Result<Recorder, std::string> Recorder::open(const std::string& path)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file)
        return core::failure("cannot write the recording '" + path +
                             "': it must be a file in a folder that you may write");
    return Recorder(std::move(file));
}

Recorder::Recorder(std::ofstream file) : m_file(std::move(file))
{
}

void Recorder::write(const core::Message& message)
{
    const std::string bytes = wire::encodeRecorded(message);
    m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    m_file.flush();
}

core::Result<Player, std::string> Player::open(const std::string& path)
{
    std::error_code trouble;
    const std::uintmax_t size = std::filesystem::file_size(path, trouble);
    if (trouble) return core::failure("cannot read the recording '" + path + "': " + trouble.message());
    if (size > recording_bytes)
        return core::failure("the recording '" + path + "' has " + std::to_string(size) + " bytes; at most " +
                             std::to_string(recording_bytes) + " can be replayed");
    std::ifstream file(path, std::ios::binary);
    Player player(std::string{std::istreambuf_iterator<char>{file}, {}});
    if (!player.m_next && !player.m_trouble.empty())
        return core::failure("'" + path + "' is no recording of a board: " + player.m_trouble);
    return player;
}

Player::Player(std::string bytes) : m_bytes(std::move(bytes))
{
    advance();
}

std::optional<core::Instant> Player::nextAt() const
{
    return m_next ? std::optional{m_next->received} : std::nullopt;
}

std::optional<core::Message> Player::nextDue(core::Instant now)
{
    if (!m_next || m_next->received.steady > now.steady) return std::nullopt;
    core::Message due = std::move(*m_next);
    advance();
    return due;
}

void Player::advance()
{
    std::string_view rest = std::string_view{m_bytes}.substr(m_read);
    const std::size_t before = rest.size();
    auto next = wire::nextRecorded(rest);
    m_read += before - rest.size();
    m_next = next ? std::move(*next) : std::nullopt;
    if (!next) m_trouble = "at byte " + std::to_string(m_read) + ": " + next.error().why;
}

core::Result<std::vector<std::string>, std::string> floorsIn(const std::string& path)
{
    auto player = Player::open(path);
    if (!player) return core::failure(player.error());
    std::map<std::string, std::size_t> messages;
    while (const auto due = player->nextAt())
        while (const auto message = player->nextDue(*due))
            if (const auto topic = wire::parseTopic(message->topic)) ++messages[topic->floor];
    std::vector<std::string> floors;
    floors.reserve(messages.size());
    for (const auto& [floor, count] : messages)
        floors.push_back(floor);
    std::ranges::stable_sort(floors, [&](const auto& a, const auto& b) { return messages.at(a) > messages.at(b); });
    return floors;
}

}  // namespace carewall::board
