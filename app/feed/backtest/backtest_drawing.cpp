#include "feed/backtest/backtest_drawing.h"

#include "core/calendar.h"
#include "feed/conversation/clean_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

namespace carewall::feed {

namespace {

constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// printf for a few numbers and short words.
template <typename... Values>
std::string format(const char* form, Values... values)
{
    std::array<char, 512> text{};
    const int length = std::snprintf(text.data(), text.size(), form, values...);
    return {text.data(), static_cast<std::size_t>(std::clamp<int>(length, 0, text.size() - 1))};
}

std::string text(double x, double y, const char* classes, std::string_view words)
{
    return format("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">", x, y, classes) + escaped(words) + "</text>";
}

std::string rect(double x, double y, double width, double height, const char* classes, std::string_view title)
{
    std::string drawn = format("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"", x, y,
                               std::max(width, 0.0), std::max(height, 0.0), classes);
    return drawn + (title.empty() ? "/>" : "><title>" + escaped(title) + "</title></rect>");
}

std::string line(double x1, double y1, double x2, double y2, const char* classes)
{
    return format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>", x1, y1, x2, y2, classes);
}

std::string picture(double width, double height, const std::string& words, const std::string& drawn)
{
    return format("<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">", width, height) + "<title>" + escaped(words) +
           "</title>" + drawn + "</svg>\n";
}

/// Time across a picture; holes in the data are a narrow gap.
class TimeAxis {
public:
    TimeAxis(const Backtested& tested, double left, double right)
    {
        core::WallTime from = core::dayStart(tested.from);
        for (const auto& [begins, ends] : tested.holes) {
            m_spans.push_back({from, core::nextDay(core::dayStart(begins - core::Milliseconds{1})), 0, 0});
            from = core::dayStart(ends);
        }
        m_spans.push_back({from, core::nextDay(core::dayStart(tested.to - core::Milliseconds{1})), 0, 0});
        double all = 0;
        for (const Span& span : m_spans)
            all += inDays(span.to - span.from);
        m_scale = (right - left - (gap * static_cast<double>(m_spans.size() - 1))) / std::max(all, 1.0);
        for (Span& span : m_spans) {
            span.left = left;
            span.right = left + (m_scale * inDays(span.to - span.from));
            left = span.right + gap;
        }
    }

    double x(core::WallTime time) const
    {
        for (const Span& span : m_spans)
            if (time <= span.to) return span.left + (m_scale * std::max(0.0, inDays(time - span.from)));
        return m_spans.back().right;
    }

    double dayWidth() const { return m_scale; }

    /// Mondays and firsts of the month as far as there is room, and where the data goes on after a hole.
    std::string draw(double top, double bottom) const
    {
        std::string drawn;
        double free = 0;
        for (const Span& span : m_spans) {
            for (core::WallTime day = span.from; day < span.to; day = core::nextDay(day)) {
                const core::ClockFace face = core::clockFace(day);
                const bool mark = day == span.from || face.day == 1 || (face.weekday == 1 && m_scale * 7 >= 40);
                const double at = x(day);
                if (!mark || at < free || at + 36 > m_spans.back().right) continue;
                drawn += line(at, top, at, bottom, face.day == 1 || day == span.from ? "grid strong" : "grid");
                drawn += text(at + 3, bottom - 2, "tick", format("%d %s", face.day, months.at(face.month - 1)));
                free = at + 52;
            }
        }
        return drawn;
    }

private:
    struct Span {
        core::WallTime from;
        core::WallTime to;
        double left;
        double right;
    };
    static constexpr double gap = 18;
    static double inDays(core::Milliseconds time)
    {
        return std::chrono::duration<double, std::ratio<86'400>>(time).count();
    }
    std::vector<Span> m_spans;
    double m_scale = 1;
};

struct Lane {
    std::string name;
    std::vector<const Burst*> bursts;
    std::uint64_t voices = 0;
};

/// One row an issue, in the order in which they burst first.
std::vector<Lane> lanesOf(const Backtested& tested, Burst::Kind kind)
{
    std::vector<Lane> lanes;
    std::map<std::string, std::size_t> known;
    for (const Burst& burst : tested.bursts) {
        if (burst.kind == kind) {
            const auto [lane, fresh] = known.emplace(burst.id, lanes.size());
            if (fresh) lanes.push_back({nameWords(burst), {}, 0});
            lanes[lane->second].bursts.push_back(&burst);
            lanes[lane->second].voices += burst.voices.mentions;
        }
    }
    if (lanes.size() > max_rows_drawn) {
        std::ranges::stable_sort(lanes, std::ranges::greater{}, &Lane::voices);
        lanes.resize(max_rows_drawn);
    }
    return lanes;
}

std::string drawLane(const Lane& lane, const TimeAxis& axis, double y, const char* kind, core::WallTime to)
{
    std::string drawn = text(182, y + 12, "name", startOf(lane.name, 40));
    for (const Burst* burst : lane.bursts) {
        const double from = axis.x(burst->noticed);
        const core::WallTime until = burst->ended.value_or(to);
        const std::string words = nameWords(*burst) + ": noticed " + timeWords(burst->noticed) + ", since " +
                                  timeWords(burst->since) + ", " + (burst->ended ? "over after " : "went on for ") +
                                  durationWords(std::chrono::duration<double>(until - burst->noticed).count()) + "; " +
                                  countWords(burst->voices.mentions) + " voices, " +
                                  format("%.1f times the usual", burst->timesUsual());
        drawn += line(axis.x(burst->since), y + 8, from, y + 8, format("since %s", kind).c_str());
        drawn += rect(from, y + 3, std::max(5.0, axis.x(until) - from), 10, kind, words);
    }
    return drawn;
}

/// Where seconds stand on a logarithmic scale.
struct LogScale {
    double low = 1;
    double high = 10;
    double bottom = 0;
    double top = 0;
    double y(double value) const
    {
        const double share = std::log(std::clamp(value, low, high) / low) / std::log(high / low);
        return bottom - (share * (bottom - top));
    }
};

LogScale scaleOf(const QueueRecord& record, const core::Target& target, double top, double bottom)
{
    double low = target.within.count() > 0 ? std::chrono::duration<double>(target.within).count() : 1e9;
    double high = target.within.count() > 0 ? low : 1;
    for (const DayRecord& day : record.days) {
        if (const auto p50 = day.tally.response.quantile(0.5)) {
            low = std::min(low, *p50);
            high = std::max(high, *day.tally.response.quantile(0.9));
        }
    }
    low = std::max(low, 1.0);
    return {low / 1.4, std::max(high, low * 4) * 1.4, bottom, top};
}

std::string drawSeconds(const LogScale& scale, double left, double right)
{
    constexpr std::array<double, 11> marks{1, 5, 20, 60, 300, 1200, 3600, 14'400, 86'400, 7 * 86'400.0, 30 * 86'400.0};
    std::string drawn;
    double free = scale.bottom + 1;
    for (const double mark : marks) {
        const double y = scale.y(mark);
        if (mark > scale.low && mark < scale.high && y < free) {
            drawn += line(left, y, right, y, "grid");
            drawn += text(left - 6, y + 4, "tick end", durationWords(mark));
            free = y - 16;
        }
    }
    return drawn;
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : cleanText(text)) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

std::string durationWords(double seconds)
{
    const auto whole = static_cast<long long>(std::llround(std::clamp(seconds, 0.0, 1e12)));
    if (whole < 100) return format("%lld s", whole);
    const long long minutes = (whole + 30) / 60;
    if (minutes < 60) return format("%lld min", minutes);
    if (minutes < 24 * 60) {
        return minutes % 60 == 0 ? format("%lld h", minutes / 60)
                                 : format("%lld h %lld min", minutes / 60, minutes % 60);
    }
    const double days = std::round(static_cast<double>(minutes) / 144) / 10;
    return format(days == 1 ? "1 day" : "%.3g days", days);
}

std::string countWords(std::uint64_t count)
{
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

std::string dayWords(core::WallTime day)
{
    const core::ClockFace face = core::clockFace(day);
    return format("%s %d %s %d", weekdays.at(face.weekday), face.day, months.at(face.month - 1), face.year);
}

std::string timeWords(core::WallTime time)
{
    const core::ClockFace face = core::clockFace(time);
    return format("%s %d %s, %02d:%02d", weekdays.at(face.weekday), face.day, months.at(face.month - 1), face.hour,
                  face.minute);
}

std::string nameWords(const Burst& burst)
{
    if (burst.kind == Burst::Kind::Volume) return "All conversations";
    return burst.label.empty() ? burst.id : burst.label;
}

std::string drawDays(const Backtested& tested)
{
    constexpr double left = 190;
    constexpr double right = 996;
    constexpr double top = 14;
    constexpr double strip = 110;
    const TimeAxis axis{tested, left, right};
    std::uint64_t most = 1;
    for (const DayRecord& day : tested.floor.days)
        most = std::max(most, day.tally.offered);
    std::string bars;
    for (const DayRecord& day : tested.floor.days) {
        const int weekday = core::clockFace(day.day).weekday;
        const double height = strip * static_cast<double>(day.tally.offered) / static_cast<double>(most);
        bars += rect(axis.x(day.day) + axis.dayWidth() * 0.1, top + strip - height, axis.dayWidth() * 0.8, height,
                     weekday == 0 || weekday == 6 ? "day weekend" : "day",
                     dayWords(day.day) + ": " + countWords(day.tally.offered) + " conversations");
    }
    bars += text(182, top + strip - 2, "name", "Conversations a day");
    bars += text(182, top + 10, "tick end", "up to " + countWords(most));

    double y = top + strip + 12;
    std::string lanes;
    for (const auto& [kind, classes] :
         {std::pair{Burst::Kind::Volume, "volume"}, std::pair{Burst::Kind::Issue, "trend"},
          std::pair{Burst::Kind::Emerging, "emerging"}}) {
        for (const Lane& lane : lanesOf(tested, kind)) {
            lanes += drawLane(lane, axis, y, classes, tested.to);
            y += 18;
        }
        y += 6;
    }
    std::string known;
    for (const Finding& finding : tested.findings) {
        known += rect(axis.x(finding.known.from), top, axis.x(finding.known.to) - axis.x(finding.known.from), y - top,
                      "known", "known: from " + timeWords(finding.known.from));
    }
    return picture(1000, y + 18, "Conversations a day, and what burst", known + axis.draw(top, y + 14) + bars + lanes);
}

std::string drawResponse(const QueueRecord& record, const Backtested& tested, bool wide)
{
    const double width = wide ? 1000 : 490;
    const double height = wide ? 240 : 170;
    const double left = 74;
    const double right = width - 4;
    const TimeAxis axis{tested, left, right};
    const core::Target& target = record.facts.target;
    const LogScale scale = scaleOf(record, target, 8, height - 18);
    std::string drawn = axis.draw(8, height - 4) + drawSeconds(scale, left, right);
    const std::uint64_t enough = core::samplesForBound(0.9);
    for (const DayRecord& day : record.days) {
        const core::Sketch& response = day.tally.response;
        if (response.empty()) continue;
        const double p50 = *response.quantile(0.5);
        const double p90 = *response.quantile(0.9);
        const double x = axis.x(day.day) + (axis.dayWidth() * 0.15);
        const double breadth = std::max(axis.dayWidth() * 0.7, 1.5);
        const bool pale = response.count() < enough;
        drawn += rect(x, scale.y(p90), breadth, std::max(scale.y(p50) - scale.y(p90), 1.5), pale ? "band pale" : "band",
                      dayWords(day.day) + ": half within " + durationWords(p50) + ", nine in ten within " +
                          durationWords(p90) + "; n = " + countWords(response.count()));
        drawn += rect(x, scale.y(p50) - 1, breadth, 2.5, pale ? "half pale" : "half", "");
    }
    if (target.within.count() > 0) {
        const double within = std::chrono::duration<double>(target.within).count();
        drawn += line(left, scale.y(within), right, scale.y(within), "target");
        drawn += text(left + 4, scale.y(within) - 4, "tick aim", "target " + durationWords(within));
    }
    return picture(width, height, "First answers by day", drawn);
}

std::string drawCalibration(const ForecastScores& scores)
{
    constexpr double left = 44;
    constexpr double size = 270;
    constexpr double bottom = size + 10;
    std::string drawn;
    for (int i = 0; i <= 10; i += 2) {
        const double part = size * i / 10;
        drawn += line(left, bottom - part, left + size, bottom - part, "grid");
        drawn += text(left - 6, bottom - part + 4, "tick end", format("%d %%", 10 * i));
        drawn += text(left + part, bottom + 16, "tick middle", format("%d %%", 10 * i));
    }
    drawn += line(left, bottom, left + size, bottom - size, "target");
    for (const ForecastScores::Decile& decile : scores.deciles()) {
        if (decile.n == 0) continue;
        const auto n = static_cast<double>(decile.n);
        const double told = decile.forecast / n;
        const double came = static_cast<double>(decile.breached) / n;
        drawn += format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"dot\">", left + (size * told),
                        bottom - (size * came), 3 + (9 * std::sqrt(n / static_cast<double>(scores.n())))) +
                 "<title>" +
                 escaped(format("told %.0f %%, came true %.0f %%; ", 100 * told, 100 * came) + countWords(decile.n) +
                         " cases") +
                 "</title></circle>";
    }
    drawn += text(left + size / 2, bottom + 34, "tick middle", "told");
    drawn += text(left + 4, 8, "tick", "came true");
    return picture(left + size + 20, bottom + 40, "Forecasts against what came", drawn);
}

}  // namespace carewall::feed
