#include "core/trend/trend_baseline.h"

#include "core/calendar.h"

#include <algorithm>
#include <cmath>

namespace carewall::core {
namespace {

// How much hours of the day differ from flat, weekdays from each other, and an hour of the week from both: as the
// information (1 / squared relative deviation) that a prior of 1 is worth.
constexpr double hour_prior = 1 / (0.8 * 0.8);
constexpr double weekday_prior = 1 / (0.4 * 0.4);
constexpr double cell_prior = 1 / (0.2 * 0.2);
constexpr double issue_cell_prior = 1 / (0.2 * 0.2);
/// A day has a mood of its own: an hour tells no more than this of its weekday.
constexpr double weekday_information = 1.5;
constexpr double new_issue_mentions = 1;  ///< what the share of a new issue is worth

/// What an hour tells of its rate: the inverse of its relative variance.
double information(double rate, double frailty)
{
    return rate <= 0 ? 0 : 1 / (1 / rate + frailty);
}

}  // namespace

WeekPlace weekPlace(WallTime time)
{
    const ClockFace face = clockFace(time);
    const auto hour = static_cast<std::size_t>(face.weekday) * 24 + static_cast<std::size_t>(face.hour);
    const double part = (face.minute + face.second / 60.0) / 60 - 0.5;
    WeekPlace place;
    place.hour = std::min(hour, week_hours - 1);
    place.neighbour = (place.hour + (part < 0 ? week_hours - 1 : 1)) % week_hours;
    place.lean = std::min(0.5, std::abs(part));
    return place;
}

double upperBound(const Usual& usual, double errors)
{
    const double ninth = std::min(1.0, usual.variance) / 9;
    const double root = 1 - ninth + errors * std::sqrt(ninth);
    return usual.high * std::max(1.0, root * root * root);
}

FloorProfile::FloorProfile(const Parts& parts, double frailty) : m_parts{parts}
{
    derive(frailty);
}

void FloorProfile::learn(const WeekPlace& place, double mentions, double hours)
{
    Exposed& cell = m_parts.hours[place.hour];
    const double kept = std::exp2(-hours / half_life_weeks);
    cell.mentions = cell.mentions * kept + mentions;
    cell.hours = cell.hours * kept + hours;
}

void FloorProfile::forget(double part)
{
    for (Exposed& cell : m_parts.hours) {
        cell.mentions *= part;
        cell.hours *= part;
    }
}

void FloorProfile::derive(double frailty)
{
    std::array<Exposed, 24> by_hour{};
    Exposed all;
    const auto add = [](Exposed& sum, const Exposed& one) {
        sum.mentions += one.mentions;
        sum.hours += one.hours;
    };
    for (std::size_t c = 0; c < week_hours; ++c) {
        add(by_hour[c % 24], m_parts.hours[c]);
        add(all, m_parts.hours[c]);
    }
    // Before anything is known: a mention an hour, which the first one corrects.
    m_flat = (all.mentions + 0.5) / (all.hours + 0.5);
    const double flat_variance = 1 / (0.5 + all.hours * information(m_flat, frailty));

    std::array<Rate, 24> hour_of_day{};
    for (std::size_t h = 0; h < by_hour.size(); ++h) {
        const double told = information(m_flat, frailty);
        const double factor =
            (hour_prior + by_hour[h].mentions / m_flat * told) / (hour_prior + by_hour[h].hours * told);
        hour_of_day[h] = {factor, 1 / (hour_prior + by_hour[h].hours * told)};
    }
    for (std::size_t day = 0; day < 7; ++day) {
        Exposed seen;  // hours: what hour of the day alone would expect
        double exposure = 0;
        for (std::size_t h = 0; h < 24; ++h) {
            const Exposed& cell = m_parts.hours[day * 24 + h];
            seen.mentions += cell.mentions;
            seen.hours += m_flat * hour_of_day[h].mean * cell.hours;
            exposure += cell.hours;
        }
        const double told = exposure * std::min(weekday_information, information(m_flat, frailty));
        const double per = seen.hours > 0 ? told / seen.hours : 0;
        const double weekday = (weekday_prior + seen.mentions * per) / (weekday_prior + told);
        const double weekday_variance = 1 / (weekday_prior + told);
        for (std::size_t h = 0; h < 24; ++h) {
            const Exposed& cell = m_parts.hours[day * 24 + h];
            const double prior = m_flat * hour_of_day[h].mean * weekday;
            const double an_hour = information(prior, frailty);
            const double factor = (cell_prior + cell.mentions / prior * an_hour) / (cell_prior + cell.hours * an_hour);
            const double variance = 1 / (cell_prior + cell.hours * an_hour);
            // What the hour itself tells replaces the doubt about its hour of the day and weekday.
            const double doubt = cell_prior * variance;
            m_rates[day * 24 + h] = {prior * factor,
                                     variance +
                                         doubt * doubt * (flat_variance + hour_of_day[h].variance + weekday_variance)};
        }
    }
}

Usual FloorProfile::usual(const WeekPlace& place) const
{
    const Rate& own = m_rates[place.hour];
    const double mean = own.mean + (m_rates[place.neighbour].mean - own.mean) * place.lean;
    return {mean, std::max(mean, own.mean), own.variance};
}

void IssueBaseline::learn(const WeekPlace& place, double mentions, double floor_mentions, double hours)
{
    const double kept = std::exp2(-hours / half_life_hours);
    m_parts.own.mentions = m_parts.own.mentions * kept + mentions;
    m_parts.own.hours = m_parts.own.hours * kept + hours;
    m_parts.floor = m_parts.floor * kept + floor_mentions;
    m_parts.exposure += hours;
    if (m_parts.hours.empty()) m_parts.hours.resize(week_hours);
    Hour& cell = m_parts.hours[place.hour];
    const double kept_here = std::exp2(-hours / FloorProfile::half_life_weeks);
    cell.mentions = static_cast<float>(cell.mentions * kept_here + mentions);
    cell.hours = static_cast<float>(cell.hours * kept_here + hours);
}

void IssueBaseline::forget(double part)
{
    m_parts.own.mentions *= part;
    m_parts.own.hours *= part;
    m_parts.floor *= part;
    for (Hour& cell : m_parts.hours) {
        cell.mentions *= static_cast<float>(part);
        cell.hours *= static_cast<float>(part);
    }
}

double IssueBaseline::ofHour(std::size_t hour, double prior, double frailty, double& known) const
{
    known = issue_cell_prior;
    if (m_parts.hours.empty()) return prior;
    const Hour& cell = m_parts.hours[hour];
    const double weight = 1 / (1 + prior * frailty);  // of a mention, where whole hours scatter
    known += prior * cell.hours * weight;
    return prior * (issue_cell_prior + cell.mentions * weight) / known;
}

Usual IssueBaseline::usual(const WeekPlace& place, const FloorProfile& floor, double share, double frailty) const
{
    const double mentions = m_parts.own.mentions + new_issue_mentions;
    const double part = mentions / (m_parts.floor + new_issue_mentions / share);
    const double rate = m_parts.own.hours > 0 ? mentions / m_parts.own.hours : 0;
    const double share_variance = 1 / (new_issue_mentions + m_parts.own.mentions / (1 + rate * frailty));

    WeekPlace centre = place;
    centre.lean = 0;
    const Usual here = floor.usual(centre);
    centre.hour = place.neighbour;
    const Usual there = floor.usual(centre);
    double known = 0;
    double unused = 0;
    const double own = ofHour(place.hour, here.mean * part, frailty, known);
    const double other = ofHour(place.neighbour, there.mean * part, frailty, unused);
    const double mean = own + (other - own) * place.lean;
    const double doubt = issue_cell_prior / known;  // what the issue's own hour tells does not rest on the floor's
    return {mean, std::max(mean, own), 1 / known + doubt * doubt * (here.variance + share_variance)};
}

bool ScatterSeen::add(WallTime start, double mentions, double usual, double batch)
{
    const WallTime hour = std::chrono::floor<std::chrono::hours>(start);
    const bool ended = hour != m_parts.hour && m_parts.usual > 0;
    if (hour != m_parts.hour) {
        if (ended) take(batch);
        m_parts.hour = hour;
        m_parts.mentions = m_parts.usual = m_parts.squares = m_parts.slots = 0;
    }
    if (usual > 0) {
        m_parts.mentions += mentions;
        m_parts.usual += usual;
        m_parts.squares += mentions * mentions / usual;
        m_parts.slots += 1;
    }
    return ended;
}

void ScatterSeen::take(double batch)
{
    Parts& p = m_parts;
    const double u = p.usual;
    const double variance = u * batch + u * u / 16;
    const double off = std::min(p.mentions - u, 5 * std::sqrt(variance));
    // Of ((X - U)^2 - batch U) / U^2: what a Poisson count with a Gamma hour of r = 16 would scatter by.
    const double weight = u * u * u * u / (2 * variance * variance + u);
    p.frailty += weight * (off * off - batch * u) / (u * u);
    p.frailty_weight += weight;
    if (p.slots > 1 && p.mentions > 1) {
        const double chi = u * p.squares - p.mentions * p.mentions;
        p.batch += std::min(chi / p.mentions - (p.slots - 1), 8 * (p.slots - 1));
        p.batch_weight += (p.slots - 1) * (p.mentions - 1) / p.mentions;
    }
    forget(std::exp2(-1 / IssueBaseline::half_life_hours));
}

void ScatterSeen::addTo(Parts& sum) const
{
    sum.frailty += m_parts.frailty;
    sum.frailty_weight += m_parts.frailty_weight;
    sum.batch += m_parts.batch;
    sum.batch_weight += m_parts.batch_weight;
}

void ScatterSeen::forget(double part)
{
    m_parts.frailty *= part;
    m_parts.frailty_weight *= part;
    m_parts.batch *= part;
    m_parts.batch_weight *= part;
}

Scatter ScatterSeen::scatter(Scatter common, double frailty_prior, double batch_prior) const
{
    const Parts& p = m_parts;
    Scatter made;
    made.frailty = (p.frailty + common.frailty * frailty_prior) / (p.frailty_weight + frailty_prior);
    made.batch = 1 + (p.batch + (common.batch - 1) * batch_prior) / (p.batch_weight + batch_prior);
    made.frailty = std::clamp(made.frailty, 0.005, 1.0);
    made.batch = std::clamp(made.batch, 1.0, 4.0);
    return made;
}

}  // namespace carewall::core
