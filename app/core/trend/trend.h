#pragma once

#include "core/report.h"
#include "core/time.h"
#include "core/trend/trend_baseline.h"
#include "core/trend/trend_evidence.h"
#include "core/trend/trend_memory.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Which issues, and whether the whole floor's volume, are trending: a mixture Shiryaev-Roberts e-detector over learned
/// baselines (DESIGN.md section 5). Mentions are voices: an author counts once a slot.
namespace carewall::core {

struct TrendOptions {
    /// The bound that the threshold keeps while the baselines hold; what really happens is well below it.
    double false_trends_a_week = 1.2;
    std::uint64_t least_mentions = 5;  ///< since its onset, before an issue is shown
    double bound_errors = 0.5;         ///< a baseline is taken so many standard errors above its estimate
    Milliseconds learned_after = std::chrono::hours{14 * 24};  ///< exposure; before, it is said to learn
    /// No issue trends before so much exposure, nor the volume before a week of it: there is no usual yet.
    Milliseconds silent_for = std::chrono::hours{24};
    Milliseconds volume_silent_for = std::chrono::hours{7 * 24};
    /// A trend that goes on for so long is the new normal: it is learned, and ends.
    Milliseconds new_normal_after = std::chrono::hours{7 * 24};
    /// A trend ends when the counts since any moment speak for the usual so much (ln of the likelihood ratio: 3 is 20
    /// to 1) against half the burst's own rate, that at least 1.5 and at most `end_times` the usual.
    double end_evidence = 3;
    double end_times = 4;
    Milliseconds shown_for = std::chrono::minutes{15};  ///< at least; the other half of the hysteresis
};

/// What is to be expected of a slot, with the band in which 19 of 20 quiet ones lie.
struct Expected {
    double mentions = 0;
    double low = 0;
    double high = 0;
    bool operator==(const Expected&) const = default;
};

/// What is usual of one slot.
struct ExpectedSlot {
    WallTime start{};
    Milliseconds length{0};
    Expected usual;
    bool operator==(const ExpectedSlot&) const = default;
};

/// A burst that goes on. Its figures are since its onset: where the evidence last rose from nothing, which stands from
/// the moment at which the trend began.
struct Trend {
    std::string issue;     ///< empty: the whole floor's volume
    WallTime since{};      ///< onset, to the start of a slot (or of the five minutes within it)
    WallTime noticed{};    ///< when it began to trend; not before its onset
    Milliseconds over{0};  ///< now - since
    Mentions during;
    double expected = 0;  ///< mentions that were usual over the same time
    double times_usual = 0;
    double surprise = 0;             ///< ln of the mean of the Shiryaev-Roberts sums now
    Expected usual;                  ///< of an hour at this time of the week
    bool learning = false;           ///< the baseline has seen less than TrendOptions::learned_after
    std::vector<ExpectedSlot> band;  ///< rising start; left to who shows it, see Trends::usual
    bool operator==(const Trend&) const = default;
};

struct TrendsNow {
    std::vector<Trend> issues;  ///< most surprise x negative share x reach first
    std::optional<Trend> volume;
    std::optional<WallTime> since;  ///< start of the first slot learned
    bool learning = true;
    bool operator==(const TrendsNow&) const = default;
};

/// The trend detector of one floor. Slots are of any length up to an hour, those of all sources added up; the order of
/// issues within them means nothing, and an issue that is not named had no mentions.
///
/// Learns from closed slots, slowly forgetting, and from outliers only as far as the usual scatter reaches; not from a
/// trend while it goes on, once the floor is known. Begins within a slot, as soon as the evidence is there. An issue
/// without history is judged by what a typical issue of the floor would have, times the floor's profile; where the rest
/// of the floor is louder than usual, as much is allowed to each issue.
///
/// Keeps at most limits::issues issues, those with most voices, of some 2.6 KB each: below 1.4 MB, on disk too.
/// Value type; reads no clock, no failure.
class Trends {
public:
    explicit Trends(TrendOptions options = {}) : m_options{options} {}

    /// A slot is over. Slots rise; one that starts before closedUntil() or is no slot (length outside (0, 1 h]) changes
    /// nothing. Slots left out are no exposure.
    void close(const VoiceSlot& sum);

    /// What trends at `now`, with the slots that are not closed yet (rising start), of which the part up to `now`
    /// counts.
    TrendsNow at(std::span<const VoiceSlot> open, WallTime now) const;

    /// at(), and takes note of the first open slot as far as it has come: five minutes at a time, and at once when a
    /// trend begins or ends in it, so that it does not come and go within the slot. Without it trends are noted as
    /// slots close.
    TrendsNow watch(std::span<const VoiceSlot> open, WallTime now);

    /// What is usual of an issue (empty: of the floor) in a slot; nothing before anything was learned.
    std::optional<Expected> usual(std::string_view issue, WallTime start, Milliseconds length) const;

    /// The end of the newest closed slot; 1970 before any.
    WallTime closedUntil() const { return m_closed_until; }
    std::size_t issues() const { return m_issues.size(); }

    /// Everything but the options. fromMemory(memory()) has the same future to the last bit.
    TrendMemory memory() const;
    /// Goes on with what another remembered; nothing where that is impossible (isPossible).
    static std::optional<Trends> fromMemory(const TrendMemory& memory, TrendOptions options = {});

private:
    using Path = TrendMemory::Path;
    struct Watching {
        Evidence evidence;
        std::array<Path, tilts> paths;
        bool trending = false;
        Path shown;          ///< while trending: the strongest of the paths, from then on
        WallTime noticed{};  ///< while trending
        double calm = 0;     ///< while trending: evidence for the usual
        double against = 2;  ///< while trending: the burst that the usual is weighed against, times the usual
        Mentions taken;      ///< of the open slot, see m_open
        std::array<double, tilts> logs{};  ///< ln(sum + 1); worked out
        std::uint64_t longest = 0;         ///< mentions of the path with most; worked out
    };
    struct Watched {
        std::string issue;
        IssueBaseline baseline;
        ScatterSeen seen;
        Watching watching;
        Scatter scatter;  ///< worked out
        Tilts tilts;      ///< worked out
    };
    /// A slot, or what has come of it.
    struct Stretch {
        WallTime from{};
        WallTime to{};
        double hours = 0;
        WeekPlace place;
        double floor_mentions = 0;  ///< of the slot so far
        double floor_expected = 0;
    };
    struct Piece {
        WallTime from{};
        WallTime to{};
        Mentions more;
        double mean = 0;
        double high = 0;
        double batch = 1;
    };
    struct Named {
        std::string_view issue;
        std::size_t slot = 0;
        Mentions voices;
    };

    static constexpr Milliseconds hour = std::chrono::hours{1};
    static bool isSlot(const VoiceSlot& slot) { return slot.length > Milliseconds{0} && slot.length <= hour; }
    static double inHours(Milliseconds time)
    {
        return static_cast<double>(time.count()) / static_cast<double>(hour.count());
    }
    static double count(const Mentions& voices) { return static_cast<double>(voices.mentions); }

    bool silent() const { return m_exposure < inHours(m_options.silent_for); }
    bool learning() const { return m_exposure < inHours(m_options.learned_after); }
    double volumeBar() const;
    double bar() const;
    double allowance(const Stretch& stretch, const Watching& own, double mentions, double expected) const;
    Stretch stretch(const VoiceSlot& slot, WallTime from, WallTime to) const;
    Piece piece(const Watched& watched, const Stretch& stretch, const Mentions& voices, const Mentions& taken) const;
    Piece volumePiece(const Stretch& stretch, const Mentions& voices, const Mentions& taken) const;
    void advance(Watching& watching, const Piece& piece, const Tilts& with, double threshold) const;
    void begin(Watching& watching, const std::array<double, tilts>& sums, WallTime at) const;
    bool cannotBegin(const Watched& watched, std::uint64_t more, double high, double log_bar) const;
    Trend trend(std::string_view issue, const Watching& watching, const Tilts& with, WallTime now) const;
    static std::vector<Named> named(std::span<const VoiceSlot> slots);
    using Place = std::vector<Watched>::const_iterator;
    Place seek(Place from, std::string_view issue) const;
    const Watched* find(std::string_view issue) const;
    std::vector<Stretch> stretches(std::span<const VoiceSlot> open, WallTime now) const;
    bool judge(std::span<const VoiceSlot> slots, WallTime now, TrendsNow& result) const;
    struct Open;
    bool judgeIssue(const Watched& watched, std::span<const Named> voices, const Open& open, TrendsNow& result) const;
    void step(const VoiceSlot& slot, WallTime until);
    void learn(const VoiceSlot& slot, bool volume_trended, const std::vector<bool>& trended);
    double learnable(const Stretch& whole) const;
    void learnVolume(const Stretch& whole, double learned, bool trended);
    void learnIssue(Watched& watched, const Stretch& whole, double mentions, double floor_mentions, bool trended);
    void admit(const VoiceSlot& slot);
    void derive();
    static TrendMemory::Watching remembered(const Watching& watching);
    static Watching recalled(const TrendMemory::Watching& remembered);

    TrendOptions m_options;
    WallTime m_closed_until{};
    std::optional<WallTime> m_since;
    double m_exposure = 0;  ///< hours, none forgotten
    FloorProfile m_floor;
    ScatterSeen m_volume_seen;
    Watching m_volume;
    std::vector<Watched> m_issues;                         ///< rising id
    WallTime m_open{};                                     ///< start of the slot of which something was taken
    WallTime m_open_until{};                               ///< how far
    Scatter m_volume_scatter;                              ///< worked out
    Tilts m_volume_tilts;                                  ///< worked out
    Watched m_unknown;                                     ///< worked out: an issue that was never mentioned
    std::size_t m_trending = 0;                            ///< worked out: issues that do
    double m_common_share = IssueBaseline::unknown_share;  ///< worked out
};

}  // namespace carewall::core
