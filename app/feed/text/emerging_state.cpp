#include "core/trend/trend_codec.h"
#include "feed/text/emerging.h"

#include <string_view>

namespace carewall::feed {

namespace {

constexpr std::string_view magic = "carewall words ";
constexpr std::uint64_t version = 1;
constexpr double many = 1e15;
constexpr double mass = 1e250;
constexpr std::size_t short_text = 255;  ///< that a ByteWriter takes

void write(core::ByteWriter& out, const WatchedTerm& term)
{
    const std::string_view spelt = term.spelt;
    out.text(spelt.substr(0, short_text));
    out.text(spelt.substr(std::min(spelt.size(), short_text), short_text));
    out.number(static_cast<std::uint32_t>(term.votes), 4);
    out.number(term.first);
    out.number(term.second);
    out.real(term.known);
    out.flag(!term.by_season.empty());
    for (const float used : term.by_season)
        out.real(used);
    out.number(term.told);
    for (const double evidence : term.evidence)
        out.real(evidence);
}

WatchedTerm readTerm(core::ByteReader& in, std::size_t seasons)
{
    WatchedTerm term;
    term.spelt = in.text();
    term.spelt += in.text();
    term.votes = static_cast<std::int32_t>(static_cast<std::uint32_t>(in.number(4)));
    term.first = in.number();
    term.second = in.number();
    term.known = in.realFloat(0, static_cast<float>(many));
    term.by_season.resize(in.flag() ? seasons : 0);
    for (float& used : term.by_season)
        used = in.realFloat(0, static_cast<float>(many));
    term.told = in.number();
    for (double& evidence : term.evidence)
        evidence = in.real(0, mass);
    return term;
}

}  // namespace

void TermBook::write(core::ByteWriter& out) const
{
    out.real(m_voices);
    for (const double voices : m_voices_by_season)
        out.real(voices);
    out.time(m_faded);
    out.number(m_terms.size(), 4);
    for (const auto& [id, term] : m_terms) {
        out.number(id);
        feed::write(out, term);
    }
}

void TermBook::read(core::ByteReader& in)
{
    m_voices = in.real(0, many);
    for (double& voices : m_voices_by_season)
        voices = in.real(0, many);
    m_faded = in.time();
    const std::uint64_t terms = in.number(4);
    if (terms > max_terms_watched) in.fail();
    for (std::uint64_t i = 0; i < terms && !in.failed(); ++i) {
        const std::uint64_t id = in.number();
        m_terms.insert_or_assign(id, readTerm(in, seasons));
    }
}

std::string Emerging::save() const
{
    core::ByteWriter body;
    body.number(m_recent.number());
    m_book.write(body);
    const std::string bytes = body.take();
    core::ByteWriter head;
    head.number(version, 4);
    head.number(core::checksum(bytes));
    return std::string{magic} + head.take() + bytes;
}

core::Result<void, std::string> Emerging::load(std::string_view bytes)
{
    if (!bytes.starts_with(magic)) return core::failure(std::string{"this is no file that learned words are kept in"});
    core::ByteReader head{bytes.substr(magic.size())};
    const std::uint64_t written = head.number(4);
    const std::uint64_t sum = head.number();
    if (!head.failed() && written != version) {
        return core::failure("its words were kept in version " + std::to_string(written) +
                             "; this program reads version " + std::to_string(version));
    }
    const std::size_t head_size = magic.size() + 12;
    if (head.failed() || core::checksum(bytes.substr(head_size)) != sum)
        return core::failure(std::string{"it is damaged: its checksum is another"});
    core::ByteReader in{bytes.substr(head_size)};
    const std::uint64_t voices = in.number();
    TermBook book;
    book.read(in);
    if (in.failed() || !in.atEnd()) return core::failure(std::string{"it is damaged: a value is impossible"});
    m_recent = RecentVoices{voices};
    m_book = std::move(book);
    return {};
}

}  // namespace carewall::feed
