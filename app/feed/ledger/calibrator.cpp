#include "feed/ledger/calibrator.h"

#include "core/forecast/forecast.h"
#include "core/slots.h"
#include "feed/ledger/ledger.h"
#include "feed/ledger/queue_line.h"

#include <algorithm>
#include <cmath>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

using core::Calibration;

constexpr core::Milliseconds farthest = 30min;
constexpr core::Milliseconds window = 10min;
constexpr int looks = 6;
/// How far each weight may be expected from 'as it is', before anything is seen.
constexpr Calibration::CustomerTerms customer_deviations = {1, 0.5, 2, 1, 1, 1, 1};
constexpr Calibration::AnyTerms any_deviations = {1, 0.5, 1, 0.5};
constexpr std::chrono::hours half_life{24 * 30};
/// So many breaches of those to come are as good as seen, as many as expected.
constexpr double beforehand = 50;

core::Milliseconds gapOf(core::Milliseconds within)
{
    return std::max<core::Milliseconds>(std::min(within, farthest) / looks, 1s);
}

bool stillInTime(const core::Line& line, core::Milliseconds age)
{
    const core::Milliseconds left = line.target.within - age;
    return left.count() > 0 && left <= farthest;
}

/// Whether somebody who came then passed the target time between two moments, if they waited until the second.
bool passes(const QueueFacts& facts, core::WallTime asked, core::WallTime from, core::WallTime until)
{
    const core::Milliseconds within = facts.target.within;
    return facts.waited(asked, until) > within && facts.waited(asked, from) <= within;
}

/// As it is told: three digits after the point say all, and keep JSON short.
double told(double value, double least, double most)
{
    constexpr double digits = 1000;
    return std::clamp(std::round(value * digits) / digits, least, most);
}

template <std::size_t N>
std::array<double, N> told(std::array<double, N> weights)
{
    for (double& weight : weights)
        weight = told(weight, -Calibration::most_weight, Calibration::most_weight);
    return weights;
}

}  // namespace

Calibrator::Calibrator()
    : m_customer{Calibration{}.customer, customer_deviations, half_life},
      m_any{Calibration{}.any, any_deviations, half_life}, m_expected_to_come{beforehand}, m_came{beforehand}
{
}

core::Calibration Calibrator::calibration() const
{
    return {told(m_customer.weights()), told(m_any.weights()),
            told(m_came / m_expected_to_come, Calibration::least_factor, Calibration::most_factor)};
}

void Calibrator::advanceTo(const QueueLedger& book, core::WallTime now)
{
    const core::Milliseconds within = book.facts.target.within;
    if (within.count() <= 0) return;
    if (now >= m_next_window) {
        close(book);
        open(book, core::slotStart(now, window));
        m_next_window = core::slotStart(now, window) + window;
    }
    if (now < m_next) return;
    const core::Milliseconds gap = gapOf(within);
    if (!book.waiting.empty()) m_next = std::max(m_next, core::slotStart(book.waiting.begin()->first, gap) + gap);
    while (!book.waiting.empty() && m_next <= now) {
        look(book, m_next);
        m_next += gap;
        // Nobody is left who could still breach.
        if (book.facts.waited(book.waiting.rbegin()->first, m_next) > within) break;
    }
    settle(book, now);
    m_next = std::max(m_next, core::slotStart(now, gap) + gap);
}

void Calibrator::settle(const QueueLedger& book, core::WallTime now)
{
    while (!m_looks.empty() && book.facts.waited(m_looks.begin()->first.first, now) > book.facts.target.within)
        learn(m_looks.begin()->first, true, now);
}

void Calibrator::look(const QueueLedger& book, core::WallTime now)
{
    settle(book, now);
    std::vector<core::Milliseconds> ages;
    const core::Line line = lineOf(book, now, ages);
    const auto in_time = [&](core::Milliseconds age) { return stillInTime(line, age); };
    const auto seen = std::count_if(ages.begin(), ages.end(), in_time);
    if (seen == 0) return;
    const core::Pace pace = paceOf(book, now);
    if (core::noForecast(line, pace)) return;
    const std::vector<core::BreachCues> cues = core::breachCues(line, core::motionOf(pace, line.agents));
    const double weight = 1.0 / looks / static_cast<double>(seen);
    auto customer = book.waiting.begin();
    for (std::size_t place = 0; place < ages.size(); ++place, ++customer)
        if (in_time(ages[place])) m_looks[*customer].push_back({Calibration::termsOf(cues[place]), weight});
}

void Calibrator::left(const QueueLedger& book, const Customer& who, core::WallTime at)
{
    if (m_window && passes(book.facts, who.first, m_window->from, std::min(at, m_window->from + window)))
        ++m_window->came;
    learn(who, book.facts.waited(who.first, at) > book.facts.target.within, at);
}

void Calibrator::learn(const Customer& who, bool breached, core::WallTime at)
{
    const auto found = m_looks.find(who);
    if (found == m_looks.end()) return;
    m_customer.advanceTo(at);
    for (const Look& each : found->second)
        m_customer.learn(each.terms, breached, each.weight);
    m_looks.erase(found);
    ++m_cases;
}

void Calibrator::open(const QueueLedger& book, core::WallTime from)
{
    std::vector<core::Milliseconds> ages;
    core::Line line = lineOf(book, from, ages);
    line.calibration = {line.calibration.customer, Calibration{}.any, Calibration{}.to_come};
    const core::Pace pace = paceOf(book, from);
    const core::Forecast forecast = core::forecast(line, pace);
    if (forecast.none) return;
    Window made;
    made.from = from;
    const std::vector<core::BreachCues> cues = core::breachCues(line, core::motionOf(pace, line.agents));
    for (std::size_t place = 0; place < ages.size(); ++place)
        if (stillInTime(line, ages[place]) && line.target.within - ages[place] <= window)
            made.of_waiting += line.calibration.chanceOf(cues[place]);
    made.to_come = std::max(forecast.breaches_10min - made.of_waiting, 0.0);
    made.any = Calibration::termsOf(forecast.any_10min, line.waiting > 0);
    m_window = made;
}

void Calibrator::close(const QueueLedger& book)
{
    if (!m_window) return;
    const core::WallTime until = m_window->from + window;
    std::uint64_t came = m_window->came;
    for (const auto& [asked, conversation] : book.waiting) {
        if (book.facts.waited(asked, until) <= book.facts.target.within) break;
        came += passes(book.facts, asked, m_window->from, until) ? 1 : 0;
    }
    m_any.advanceTo(until);
    m_any.learn(m_window->any, came > 0, 1);
    const double kept = std::exp2(-std::chrono::duration<double>(window) / std::chrono::duration<double>(half_life));
    m_expected_to_come = beforehand + (m_expected_to_come - beforehand) * kept + m_window->to_come;
    m_came = beforehand + (m_came - beforehand) * kept + static_cast<double>(came) - m_window->of_waiting;
    m_window.reset();
    ++m_cases;
}

}  // namespace carewall::feed
