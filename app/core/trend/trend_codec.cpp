#include "core/trend/trend_codec.h"

#include "core/limits.h"
#include "core/trend/trend.h"

#include <cmath>
#include <utility>

namespace carewall::core {
namespace {

constexpr std::string_view magic = "carewall trends ";
constexpr std::uint64_t version = 1;
constexpr std::uint64_t newest_hours = week_hours;
constexpr double many = 1e15;
constexpr double mass = 1e250;

}  // namespace

void ByteWriter::text(std::string_view value)
{
    number(value.size(), 1);
    m_bytes += value;
}

std::uint64_t ByteReader::number(int bytes)
{
    if (m_failed || m_rest.size() < static_cast<std::size_t>(bytes)) {
        m_failed = true;
        return 0;
    }
    std::uint64_t value = 0;
    for (int i = 0; i < bytes; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(m_rest[static_cast<std::size_t>(i)])} << (8 * i);
    m_rest.remove_prefix(static_cast<std::size_t>(bytes));
    return value;
}

double ByteReader::real(double least, double most)
{
    const auto value = std::bit_cast<double>(number());
    if (value >= least && value <= most) return value;
    m_failed = true;
    return 0;
}

float ByteReader::realFloat(float least, float most)
{
    const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(number(4)));
    if (value >= least && value <= most) return value;
    m_failed = true;
    return 0;
}

WallTime ByteReader::time()
{
    constexpr std::int64_t farthest = 300'000'000'000'000;
    const auto ms = static_cast<std::int64_t>(number());
    if (ms >= -farthest && ms <= farthest) return wallTimeFromMs(ms);
    m_failed = true;
    return {};
}

bool ByteReader::flag()
{
    const std::uint64_t value = number(1);
    m_failed = m_failed || value > 1;
    return value == 1;
}

std::string ByteReader::text()
{
    const auto size = static_cast<std::size_t>(number(1));
    if (m_failed || m_rest.size() < size) {
        m_failed = true;
        return {};
    }
    std::string value{m_rest.substr(0, size)};
    m_rest.remove_prefix(size);
    return value;
}

std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

/// How each part of Trends is written and read, side by side.
struct TrendsCodec {
    static void write(ByteWriter& out, const Mentions& m)
    {
        for (const std::uint64_t value : {m.mentions, m.positive, m.negative, m.reach})
            out.number(value);
    }
    static void read(ByteReader& in, Mentions& m)
    {
        for (std::uint64_t* value : {&m.mentions, &m.positive, &m.negative, &m.reach})
            *value = in.number();
    }

    static void write(ByteWriter& out, const Evidence& evidence)
    {
        const Evidence::Parts& p = evidence.parts();
        for (const double sum : p.carried)
            out.real(sum);
        out.time(p.hour);
        out.real(p.mentions);
        out.real(p.usual);
        out.number(p.count, 1);
        for (std::size_t k = 0; k < p.count; ++k) {
            out.time(p.begun[k].at);
            out.real(p.begun[k].mentions);
            out.real(p.begun[k].usual);
        }
    }
    static void read(ByteReader& in, Evidence& evidence)
    {
        Evidence::Parts p;
        for (double& sum : p.carried)
            sum = in.real(0, mass);
        p.hour = in.time();
        p.mentions = in.real(0, mass);
        p.usual = in.real(0, mass);
        p.count = static_cast<std::size_t>(in.number(1));
        if (p.count > p.begun.size()) return in.fail();
        for (std::size_t k = 0; k < p.count; ++k) {
            p.begun[k].at = in.time();
            p.begun[k].mentions = in.real(0, mass);
            p.begun[k].usual = in.real(0, mass);
        }
        evidence = Evidence::fromParts(p);
    }

    static void write(ByteWriter& out, const Trends::Path& path)
    {
        out.flag(path.begun);
        if (!path.begun) return;
        out.time(path.onset);
        out.real(path.score);
        out.real(path.expected);
        write(out, path.voices);
    }
    static void read(ByteReader& in, Trends::Path& path)
    {
        path.begun = in.flag();
        if (!path.begun) return;
        path.onset = in.time();
        path.score = in.real(-mass, mass);
        path.expected = in.real(0, mass);
        read(in, path.voices);
    }

    static void write(ByteWriter& out, const Trends::Watching& watching)
    {
        write(out, watching.evidence);
        for (const Trends::Path& path : watching.paths)
            write(out, path);
        out.flag(watching.trending);
        if (watching.trending) {
            write(out, watching.shown);
            out.time(watching.noticed);
            out.real(watching.calm);
            out.real(watching.against);
        }
        write(out, watching.taken);
    }
    static void read(ByteReader& in, Trends::Watching& watching)
    {
        read(in, watching.evidence);
        for (Trends::Path& path : watching.paths)
            read(in, path);
        watching.trending = in.flag();
        if (watching.trending) {
            read(in, watching.shown);
            watching.noticed = in.time();
            watching.calm = in.real(0, mass);
            watching.against = in.real(1, many);
        }
        read(in, watching.taken);
    }

    static void write(ByteWriter& out, const ScatterSeen& seen)
    {
        const ScatterSeen::Parts& p = seen.parts();
        for (const double value :
             {p.frailty, p.frailty_weight, p.batch, p.batch_weight, p.mentions, p.usual, p.squares, p.slots})
            out.real(value);
        out.time(p.hour);
    }
    static void read(ByteReader& in, ScatterSeen& seen)
    {
        ScatterSeen::Parts p;
        p.frailty = in.real(-mass, mass);
        p.frailty_weight = in.real(0, mass);
        p.batch = in.real(-mass, mass);
        p.batch_weight = in.real(0, mass);
        for (double* value : {&p.mentions, &p.usual, &p.squares, &p.slots})
            *value = in.real(0, mass);
        p.hour = in.time();
        seen = ScatterSeen{p};
    }

    static void write(ByteWriter& out, const IssueBaseline& baseline)
    {
        const IssueBaseline::Parts& p = baseline.parts();
        for (const double value : {p.own.mentions, p.own.hours, p.floor, p.exposure})
            out.real(value);
        out.flag(!p.hours.empty());
        for (const IssueBaseline::Hour& cell : p.hours) {
            out.real(cell.mentions);
            out.real(cell.hours);
        }
    }
    static void read(ByteReader& in, IssueBaseline& baseline)
    {
        IssueBaseline::Parts p;
        for (double* value : {&p.own.mentions, &p.own.hours, &p.floor, &p.exposure})
            *value = in.real(0, many);
        if (in.flag()) p.hours.resize(newest_hours);
        for (IssueBaseline::Hour& cell : p.hours) {
            cell.mentions = in.realFloat(0, static_cast<float>(many));
            cell.hours = in.realFloat(0, static_cast<float>(many));
        }
        baseline = IssueBaseline{std::move(p)};
    }

    static void write(ByteWriter& out, const Trends& trends)
    {
        out.time(trends.m_closed_until);
        out.flag(trends.m_since.has_value());
        if (trends.m_since) out.time(*trends.m_since);
        out.real(trends.m_exposure);
        for (const Exposed& cell : trends.m_floor.parts().hours) {
            out.real(cell.mentions);
            out.real(cell.hours);
        }
        write(out, trends.m_volume_seen);
        write(out, trends.m_volume);
        out.time(trends.m_open);
        out.time(trends.m_open_until);
        out.number(trends.m_issues.size(), 2);
        for (const Trends::Watched& watched : trends.m_issues) {
            out.text(watched.issue);
            write(out, watched.baseline);
            write(out, watched.seen);
            write(out, watched.watching);
        }
    }
    static void read(ByteReader& in, Trends& trends)
    {
        trends.m_closed_until = in.time();
        if (in.flag()) trends.m_since = in.time();
        trends.m_exposure = in.real(0, many);
        FloorProfile::Parts floor;
        for (Exposed& cell : floor.hours) {
            cell.mentions = in.real(0, many);
            cell.hours = in.real(0, many);
        }
        trends.m_floor = FloorProfile{floor, 1};
        read(in, trends.m_volume_seen);
        read(in, trends.m_volume);
        trends.m_open = in.time();
        trends.m_open_until = in.time();
        const auto issues = static_cast<std::size_t>(in.number(2));
        if (issues > limits::issues) return in.fail();
        for (std::size_t i = 0; i < issues && !in.failed(); ++i) {
            Trends::Watched watched;
            watched.issue = in.text();
            const bool rising = trends.m_issues.empty() || trends.m_issues.back().issue < watched.issue;
            if (watched.issue.empty() || !rising) return in.fail();
            read(in, watched.baseline);
            read(in, watched.seen);
            read(in, watched.watching);
            trends.m_issues.push_back(std::move(watched));
        }
    }
};

std::string Trends::save() const
{
    ByteWriter out;
    TrendsCodec::write(out, *this);
    std::string body = out.take();
    ByteWriter head;
    head.number(version, 4);
    head.number(checksum(body));
    return std::string{magic} + head.take() + body;
}

Result<Trends, std::string> Trends::load(std::string_view bytes, TrendOptions options)
{
    if (!bytes.starts_with(magic)) return failure(std::string{"these bytes are not what trends are kept in"});
    ByteReader head{bytes.substr(magic.size())};
    const std::uint64_t written = head.number(4);
    const std::uint64_t sum = head.number();
    if (!head.failed() && written != version)
        return failure("trends were kept in version " + std::to_string(written) + "; this program reads version " +
                       std::to_string(version));
    const std::size_t head_size = magic.size() + 12;
    if (head.failed() || checksum(bytes.substr(head_size)) != sum)
        return failure(std::string{"the kept trends are damaged: their checksum is another"});
    ByteReader in{bytes.substr(head_size)};
    Trends trends{options};
    TrendsCodec::read(in, trends);
    if (in.failed() || !in.atEnd()) return failure(std::string{"the kept trends are damaged: a value is impossible"});
    if (trends.m_exposure > 0) trends.derive();
    return trends;
}

}  // namespace carewall::core
