#include "core/limits.h"
#include "wire/reads.h"

#include <utility>

namespace carewall::wire {
namespace {

namespace limits = core::limits;

constexpr std::size_t plain_values = 500;

/// Dense parts of any form: offset and counts, each count within its limit.
struct Buckets {
    std::int32_t offset = 0;
    std::vector<std::uint64_t> counts;
};

Buckets denseBuckets(Reading& in, const v1::Sketch& from)
{
    Buckets buckets{from.offset(), {}};
    if (!in.fits("counts", from.counts_size(), limits::sketch_buckets)) return buckets;
    for (const std::uint64_t count : from.counts())
        buckets.counts.push_back(in.count("counts", count));
    return buckets;
}

Buckets sparseBuckets(Reading& in, const v1::Sketch& from)
{
    if (!in.fits("index_deltas", from.index_deltas_size(), limits::sketch_buckets)) return {};
    if (from.index_counts_size() != from.index_deltas_size()) {
        in.refuse("index_counts", "has " + std::to_string(from.index_counts_size()) + " entries but index_deltas has " +
                                      std::to_string(from.index_deltas_size()) + "; it must have as many");
        return {};
    }
    Buckets buckets{from.index_deltas(0), {}};
    std::size_t at = 0;
    for (int i = 0; i < from.index_deltas_size(); ++i) {
        const std::int32_t delta = from.index_deltas(i);
        if (i > 0 && delta <= 0) {
            in.refuse("index_deltas", "has " + std::to_string(delta) + "; all but the first must be more than 0");
            return {};
        }
        if (i > 0) at += static_cast<std::size_t>(delta);
        if (at >= limits::sketch_buckets) {
            in.refuse("index_deltas", "spans too much; first and last must be less than " +
                                          std::to_string(limits::sketch_buckets) + " apart");
            return {};
        }
        buckets.counts.resize(at);
        buckets.counts.push_back(in.count("index_counts", from.index_counts(i)));
    }
    return buckets;
}

core::Sketch plainSketch(Reading& in, const v1::Sketch& from)
{
    core::Sketch sketch;
    if (!in.fits("values_s", from.values_s_size(), plain_values)) return sketch;
    for (const double value : from.values_s()) {
        in.duration("values_s", value);
        if (!in.refused()) sketch.add(value);
    }
    return sketch;
}

void refuseParts(Reading& in, const v1::Sketch& from)
{
    in.refuse("", "is no sketch: scale is " + std::to_string(from.scale()) +
                      "; it must be in [-10, 5], and the buckets within the range of a double");
}

}  // namespace

core::Sketch readSketch(Reading& in, const v1::Sketch& from)
{
    const bool dense = from.counts_size() > 0;
    const bool sparse = from.index_deltas_size() > 0 || from.index_counts_size() > 0;
    const bool plain = from.values_s_size() > 0;
    if (int{dense} + int{sparse} + int{plain} > 1) {
        in.refuse("", "holds several forms; it must hold one of counts, index_deltas and values_s");
        return {};
    }
    const std::uint64_t zeros = in.count("zero_count", from.zero_count());
    if (dense || sparse) {
        Buckets buckets = dense ? denseBuckets(in, from) : sparseBuckets(in, from);
        if (in.refused()) return {};
        auto sketch = core::Sketch::fromParts(from.scale(), zeros, buckets.offset, std::move(buckets.counts));
        if (!sketch)
            refuseParts(in, from);
        else if (!sketch->counts().empty())
            return *std::move(sketch);
    }
    // Without buckets nothing has the scale on the wire, which may be 0 as left out: it must not make coarse what this
    // is merged with.
    core::Sketch sketch = plainSketch(in, from);
    if (zeros > 0) sketch.add(0, zeros);
    return sketch;
}

}  // namespace carewall::wire
