#include "core/sketch.h"

#include "core/limits.h"
#include "core/saturate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace carewall::core {

namespace {

constexpr int steps = 1 << Sketch::max_scale;  // buckets an octave at the finest scale

// At max_scale. The lower bound of the first and the upper bound of the last are a double's range.
constexpr std::int32_t first_index = -1074 * steps;
constexpr std::int32_t last_index = 1024 * steps - 1;

using Fractions = std::array<double, steps + 1>;

/// 2^(k/32 - 1) for k = 0..32: the bounds of the finest buckets within [0.5, 1], where frexp puts every mantissa.
const Fractions& fractions()
{
    static const Fractions table = [] {
        Fractions made{};
        for (int k = 0; k <= steps; ++k)
            made[static_cast<std::size_t>(k)] = std::exp2(static_cast<double>(k) / steps - 1);
        return made;
    }();
    return table;
}

/// Index of the bucket (base^i, base^(i+1)] at max_scale; seconds > 0 and finite. Compares with the bounds instead of
/// rounding a logarithm, so a value on a bound is always below it; coarser indices are this one shifted.
std::int32_t finestIndex(double seconds)
{
    int exponent = 0;
    const double mantissa = std::frexp(seconds, &exponent);
    const Fractions& bounds = fractions();
    const auto at_or_above = std::lower_bound(bounds.begin(), bounds.end(), mantissa) - bounds.begin();
    return (exponent - 1) * steps + static_cast<std::int32_t>(at_or_above) - 1;
}

double baseAt(int scale)
{
    return std::exp2(std::ldexp(1.0, -scale));
}

/// The value within a bucket that is off by the same ratio from both its bounds: 2 lo hi / (lo + hi), written so that
/// neither an infinite base nor an upper bound beyond double spoils it.
double middle(std::int32_t index, int scale)
{
    const std::int64_t finest = static_cast<std::int64_t>(index) * (std::int64_t{1} << (Sketch::max_scale - scale));
    const auto fraction = static_cast<std::size_t>(finest & (steps - 1));
    const auto octave = static_cast<int>(finest >> Sketch::max_scale);
    const double lower = std::ldexp(fractions()[fraction], octave + 1);
    return lower * (2 / (1 + 1 / baseAt(scale)));
}

bool fits(std::int64_t first, std::int64_t last)
{
    return last - first < static_cast<std::int64_t>(limits::sketch_buckets);
}

}  // namespace

std::optional<Sketch> Sketch::fromParts(int scale, std::uint64_t zero_count, std::int32_t offset,
                                        std::vector<std::uint64_t> counts)
{
    if (scale < min_scale || scale > max_scale || counts.size() > limits::sketch_buckets) return std::nullopt;
    const int shift = max_scale - scale;
    const std::int64_t last = std::int64_t{offset} + static_cast<std::int64_t>(counts.size()) - 1;
    if (!counts.empty() && (offset < (first_index >> shift) || last > (last_index >> shift))) return std::nullopt;

    Sketch sketch;
    sketch.m_scale = scale;
    sketch.m_zero_count = zero_count;
    sketch.m_offset = offset;
    sketch.m_counts = std::move(counts);
    sketch.m_count = zero_count;
    for (const std::uint64_t count : sketch.m_counts)
        sketch.m_count = saturatingAdd(sketch.m_count, count);
    sketch.trim();
    return sketch;
}

void Sketch::add(double seconds, std::uint64_t times)
{
    if (times == 0) return;
    m_count = saturatingAdd(m_count, times);
    if (!(seconds > zero_threshold_s)) {  // NaN too
        m_zero_count = saturatingAdd(m_zero_count, times);
        return;
    }
    const double finite = std::min(seconds, std::numeric_limits<double>::max());
    addToBucket(finestIndex(finite) >> (max_scale - m_scale), times);
}

void Sketch::addToBucket(std::int32_t index, std::uint64_t times)
{
    if (m_counts.empty()) {
        m_offset = index;
        m_counts.assign(1, times);
        return;
    }
    const auto last = [this] { return m_offset + static_cast<std::int32_t>(m_counts.size()) - 1; };
    while (!fits(std::min(m_offset, index), std::max(last(), index))) {
        downscale(m_scale - 1);
        index >>= 1;
    }
    if (index < m_offset) {
        m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_offset - index), 0);
        m_offset = index;
    } else if (index > last()) {
        m_counts.resize(static_cast<std::size_t>(index - m_offset) + 1);
    }
    std::uint64_t& bucket = m_counts[static_cast<std::size_t>(index - m_offset)];
    bucket = saturatingAdd(bucket, times);
}

void Sketch::merge(const Sketch& other)
{
    m_count = saturatingAdd(m_count, other.m_count);
    m_zero_count = saturatingAdd(m_zero_count, other.m_zero_count);
    if (other.m_counts.empty()) return;
    if (m_counts.empty()) {
        m_scale = other.m_scale;
        m_offset = other.m_offset;
        m_counts = other.m_counts;
        return;
    }

    int scale = std::min(m_scale, other.m_scale);
    const std::int32_t my_last = m_offset + static_cast<std::int32_t>(m_counts.size()) - 1;
    const std::int32_t other_last = other.m_offset + static_cast<std::int32_t>(other.m_counts.size()) - 1;
    std::int32_t first = 0;
    std::int32_t last = 0;
    for (;; --scale) {
        first = std::min(m_offset >> (m_scale - scale), other.m_offset >> (other.m_scale - scale));
        last = std::max(my_last >> (m_scale - scale), other_last >> (other.m_scale - scale));
        if (fits(first, last)) break;
    }

    const int shift = other.m_scale - scale;  // before downscale: other may be this
    downscale(scale);
    if (first < m_offset) m_counts.insert(m_counts.begin(), static_cast<std::size_t>(m_offset - first), 0);
    m_offset = first;
    const std::size_t span = static_cast<std::size_t>(last - first) + 1;
    if (span > m_counts.size()) m_counts.resize(span);

    const std::uint64_t* from = other.m_counts.data();
    const std::size_t buckets = other.m_counts.size();
    if (shift == 0) {
        std::uint64_t* to = m_counts.data() + (other.m_offset - first);
        for (std::size_t j = 0; j < buckets; ++j)
            to[j] = saturatingAdd(to[j], from[j]);
        return;
    }
    for (std::size_t j = 0; j < buckets; ++j) {
        const std::int32_t index = (other.m_offset + static_cast<std::int32_t>(j)) >> shift;
        std::uint64_t& bucket = m_counts[static_cast<std::size_t>(index - first)];
        bucket = saturatingAdd(bucket, from[j]);
    }
}

void Sketch::subtract(const Sketch& other)
{
    if (!other.m_counts.empty()) downscale(other.m_scale);
    m_zero_count = saturatingSubtract(m_zero_count, other.m_zero_count);
    const int shift = other.m_scale - m_scale;
    const auto buckets = static_cast<std::int32_t>(m_counts.size());
    for (std::size_t j = 0; !m_counts.empty() && j < other.m_counts.size(); ++j) {
        const std::int32_t at = ((other.m_offset + static_cast<std::int32_t>(j)) >> shift) - m_offset;
        if (at < 0 || at >= buckets) continue;
        std::uint64_t& bucket = m_counts[static_cast<std::size_t>(at)];
        bucket = saturatingSubtract(bucket, other.m_counts[j]);
    }
    m_count = m_zero_count;
    for (const std::uint64_t count : m_counts)
        m_count = saturatingAdd(m_count, count);
    trim();
}

void Sketch::downscale(int scale)
{
    const int target = std::max(scale, min_scale);
    if (target >= m_scale || m_counts.empty()) return;
    const int shift = m_scale - target;
    const std::int32_t first = m_offset >> shift;
    std::size_t used = 0;
    for (std::size_t j = 0; j < m_counts.size(); ++j) {
        const auto at = static_cast<std::size_t>(((m_offset + static_cast<std::int32_t>(j)) >> shift) - first);
        const std::uint64_t count = std::exchange(m_counts[j], 0);  // at <= j: pairs meet in place
        m_counts[at] = saturatingAdd(m_counts[at], count);
        used = at + 1;
    }
    m_counts.resize(used);
    m_offset = first;
    m_scale = target;
}

void Sketch::trim()
{
    const auto counted = [](std::uint64_t count) { return count != 0; };
    const auto first = std::find_if(m_counts.begin(), m_counts.end(), counted);
    if (first == m_counts.end()) {
        m_counts.clear();
        m_offset = 0;
        m_scale = max_scale;
        return;
    }
    m_offset += static_cast<std::int32_t>(first - m_counts.begin());
    m_counts.erase(std::find_if(m_counts.rbegin(), m_counts.rend(), counted).base(), m_counts.end());
    m_counts.erase(m_counts.begin(), first);
}

std::optional<double> Sketch::quantile(double q) const
{
    if (m_count == 0) return std::nullopt;
    const auto total = static_cast<double>(m_count);
    const double wanted = std::ceil(q * total);
    std::uint64_t rank = m_count;
    if (!(wanted >= 1))
        rank = 1;
    else if (wanted < total)
        rank = static_cast<std::uint64_t>(wanted);
    if (rank <= m_zero_count) return 0.0;
    rank -= m_zero_count;
    std::size_t at = 0;
    while (at + 1 < m_counts.size() && rank > m_counts[at])
        rank -= m_counts[at++];
    return middle(m_offset + static_cast<std::int32_t>(at), m_scale);
}

std::uint64_t Sketch::countAtMost(double seconds) const
{
    if (!(seconds >= 0)) return 0;
    std::uint64_t sum = m_zero_count;
    if (seconds == 0) return sum;
    const double finite = std::min(seconds, std::numeric_limits<double>::max());
    const std::int32_t own = finestIndex(finite) >> (max_scale - m_scale);
    const std::int32_t end = middle(own, m_scale) <= finite ? own + 1 : own;
    for (std::size_t j = 0; j < m_counts.size() && m_offset + static_cast<std::int32_t>(j) < end; ++j)
        sum = saturatingAdd(sum, m_counts[j]);
    return sum;
}

double Sketch::relativeError() const
{
    return std::tanh(std::numbers::ln2 / 2 * std::ldexp(1.0, -m_scale));  // (base-1)/(base+1), any base
}

std::uint64_t samplesForBound(double q)
{
    return static_cast<std::uint64_t>(std::ceil(std::log(0.05) / std::log(q)));
}

}  // namespace carewall::core
