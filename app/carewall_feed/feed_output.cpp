#include "carewall_feed/feed_output.h"

namespace carewall {

FeedOutput::FeedOutput(const std::string& path)
    : m_file{path.empty() ? stdout : std::fopen(path.c_str(), "w")}, m_failed{m_file == nullptr}
{
}

void FeedOutput::write(const std::string& text)
{
    m_failed = m_failed || std::fwrite(text.data(), 1, text.size(), m_file) != text.size();
}

bool FeedOutput::close()
{
    if (m_file != nullptr) {
        m_failed = std::fflush(m_file) != 0 || m_failed;
        m_failed = (m_file != stdout && std::fclose(m_file) != 0) || m_failed;
        m_file = nullptr;
    }
    return !m_failed;
}

}  // namespace carewall
