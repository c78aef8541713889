#include "feed/simulation/simulation_customers.h"

#include "feed/conversation/hash.h"
#include "feed/simulation/simulation_tables.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace carewall::feed {

namespace {

constexpr std::size_t customers = 300'000;
constexpr std::size_t regulars = 400;  ///< who write again and again in public
constexpr std::size_t helpers = 60;
constexpr double two_issues = 0.08;
constexpr double reach_cap = 250'000;
constexpr double unknown_fault = 1.5;  ///< work while nobody knows yet what helps

enum Crowd : std::uint64_t { CustomerCrowd = 1, AgentCrowd, CommunityCrowd, BrandCrowd };

double rounded(double sentiment)
{
    return std::abs(sentiment) < 0.9 ? 0 : std::round(std::clamp(sentiment, -5.0, 5.0) * 10) / 10;
}

}  // namespace

Customers::Customers(const SimulationFloor& floor, std::uint64_t seed)
    : m_floor(&floor), m_salt(mix(seed, 3001)), m_random(mix(seed, 3002)), m_wording(mix(seed, 3003))
{
    for (std::size_t queue = 0; queue < floor.queues().size(); ++queue) {
        std::vector<double> weights;
        for (const SimulatedIssue& issue : floor.issues())
            weights.push_back(issue.weights[queue]);
        m_issue_weights.push_back(std::move(weights));
    }
}

Customer Customers::draw(std::size_t queue, std::optional<std::size_t> burst)
{
    const SimulatedQueue& q = m_floor->queues()[queue];
    Customer customer;
    const bool regular = (q.medium == Medium::Social || q.medium == Medium::Forum) && m_random.chance(0.3);
    customer.author = author(CustomerCrowd, m_random.below(regular ? regulars : customers));

    std::array<double, 16> shares{};
    const std::size_t languages = std::min(shares.size(), q.languages.size());
    for (std::size_t i = 0; i < languages; ++i)
        shares[i] = q.languages[i].share;
    customer.language = q.languages[m_random.pick({shares.data(), languages})].language;

    const std::size_t first = m_random.pick(m_issue_weights[queue]);
    customer.issues.push_back(burst.value_or(first));
    if (m_random.chance(two_issues)) {
        const std::size_t second = m_random.pick(m_issue_weights[queue]);
        if (second != customer.issues.front()) customer.issues.push_back(second);
    }
    const SimulatedIssue& main = m_floor->issues()[customer.issues.front()];
    customer.mood = main.mood + 1.7 * m_random.normal() - (burst ? 0.8 : 0);
    customer.work = main.work * (burst ? unknown_fault : 1);
    customer.words = words(main, burst.has_value());
    return customer;
}

std::string Customers::words(const SimulatedIssue& issue, bool burst)
{
    const auto& said = burst ? burstWords(issue.id) : fillers();
    const auto& also = fillers();
    return issue.label + ", " + std::string{said[m_wording.below(said.size())]} + ", " +
           std::string{also[m_wording.below(also.size())]};
}

double Customers::sentiment(const Customer& customer, double waited_targets)
{
    const double annoyed = std::min(2.5, 0.8 * std::log2(1 + waited_targets));
    return rounded(customer.mood + 0.7 * m_random.normal() - annoyed);
}

double Customers::helperSentiment()
{
    return rounded(1.2 + 1.3 * m_random.normal());
}

std::uint64_t Customers::reach(Medium medium)
{
    switch (medium) {
    case Medium::Social:
        return static_cast<std::uint64_t>(std::min(reach_cap, m_random.pareto(60, 0.95)));
    case Medium::Forum:
        return static_cast<std::uint64_t>(std::min(5'000.0, m_random.pareto(12, 1.4)));
    case Medium::Phone:
    case Medium::Chat:
    case Medium::Mail:
        break;
    }
    return 0;
}

std::string Customers::agent(std::uint32_t number) const
{
    return author(AgentCrowd, number);
}

std::string Customers::helper()
{
    // A few helpers write most of the answers.
    const double u = m_random.uniform();
    return author(CommunityCrowd, static_cast<std::uint64_t>(u * u * static_cast<double>(helpers)));
}

std::string Customers::brand() const
{
    return author(BrandCrowd, 0);
}

std::string Customers::author(std::uint64_t crowd, std::uint64_t number) const
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::uint64_t hash = mix(m_salt, crowd << 40U | number);
    std::string hex(16, '0');
    for (char& digit : hex) {
        digit = digits[hash & 15U];
        hash >>= 4U;
    }
    return hex;
}

}  // namespace carewall::feed
