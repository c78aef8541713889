#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace carewall::core {

/// Response times as a mergeable histogram: base-2 exponential buckets in OpenTelemetry's layout.
/// At scale s the base is 2^(2^-s) and bucket i holds values in (base^i, base^(i+1)], in seconds.
/// At scale 5 a quantile is within (base-1)/(base+1) = 1.083 % of the exact one (nearest rank), the bound of
/// DDSketch (Masson, Rim, Lee, VLDB 2019). Values up to `zero_threshold_s` are counted apart and read as 0.
/// When the buckets span more than limits::sketch_buckets, pairs merge and the scale drops by one: counts stay exact
/// (at the largest 64-bit number a count stands still). Without buckets a sketch is at max_scale: zeros lose nothing.
/// Value type; no clock, no failure.
class Sketch {
public:
    static constexpr int max_scale = 5;
    static constexpr int min_scale = -10;
    static constexpr double zero_threshold_s = 0.001;

    Sketch() = default;

    /// Takes parts as they come from the wire; empty when they make no sketch (scale outside
    /// [min_scale, max_scale], too many buckets, indices that leave the range of a double).
    static std::optional<Sketch> fromParts(int scale, std::uint64_t zero_count, std::int32_t offset,
                                           std::vector<std::uint64_t> counts);

    /// Adds one value in seconds. Negative and NaN count as 0, infinity as the largest double.
    void add(double seconds, std::uint64_t times = 1);
    /// this + other: exactly the sketch of both sets of values, at the coarser of the two scales.
    void merge(const Sketch& other);
    /// this - other, where other was merged into this before. A bucket never goes below 0.
    void subtract(const Sketch& other);
    /// Merges pairs until the scale is at most `scale`. Downscaling a merge = merging downscaled ones.
    void downscale(int scale);

    std::uint64_t count() const { return m_count; }
    bool empty() const { return m_count == 0; }
    /// Quantile in seconds: the value of rank ceil(q n), at least 1, as 2 lo hi / (lo + hi) of its bucket (lo, hi].
    /// q in [0, 1], bounded to it; empty when there is no value.
    std::optional<double> quantile(double q) const;
    /// How many values are <= seconds, to the resolution of a bucket (a bucket counts when its middle does).
    std::uint64_t countAtMost(double seconds) const;
    /// Worst relative error of a quantile at the present scale: (base-1)/(base+1).
    double relativeError() const;

    int scale() const { return m_scale; }
    std::uint64_t zeroCount() const { return m_zero_count; }
    /// Index of counts()[0]. counts() has no zero at either end, and is empty when all values are 0.
    std::int32_t offset() const { return m_offset; }
    const std::vector<std::uint64_t>& counts() const { return m_counts; }

    bool operator==(const Sketch&) const = default;

private:
    int m_scale = max_scale;
    std::uint64_t m_count = 0;
    std::uint64_t m_zero_count = 0;
    std::int32_t m_offset = 0;
    std::vector<std::uint64_t> m_counts;

    void addToBucket(std::int32_t index, std::uint64_t times);
    void trim();
};

/// Samples below which no honest 95 % upper bound on the quantile q exists: ceil(ln 0.05 / ln q).
/// 5 for the median, 29 for p90, 59 for p95. q in (0, 1).
std::uint64_t samplesForBound(double q);

}  // namespace carewall::core
