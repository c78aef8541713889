#include "line.h"

#include <algorithm>
#include <cmath>

namespace carewall::bench {

namespace {

using namespace std::chrono_literals;

constexpr double day_s = 86'400;
constexpr double shift_s = 7200;

class Floor {
public:
    Floor(const LineModel& model, core::WallTime start, int days, std::uint64_t seed)
        : m_model(model), m_start(start), m_end_s(days * day_s), m_random(seed)
    {
        for (int day = 0; day < days; ++day)
            m_luck.push_back(std::exp(std::normal_distribution<double>{0, model.luck}(m_random)));
    }

    std::vector<feed::ConversationEvent> run()
    {
        schedule(exponential(1 / mostRate()), Due::Candidate);
        schedule(0, Due::Shift);
        while (!m_due.empty() && m_due.top().at < m_end_s) {
            const Due due = m_due.top();
            m_due.pop();
            m_now = due.at;
            handle(due);
        }
        return std::move(m_out);
    }

private:
    struct Due {
        enum What : std::uint8_t { Candidate, Shift, Done, GivesUp };
        double at = 0;
        What what = Candidate;
        std::uint64_t customer = 0;
        bool operator>(const Due& other) const { return at > other.at; }
    };

    LineModel m_model;
    core::WallTime m_start;
    double m_end_s;
    std::mt19937_64 m_random;
    std::vector<double> m_luck;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    double m_now = 0;
    std::uint64_t m_customers = 0;
    std::deque<std::uint64_t> m_line;
    std::uint32_t m_agents = 0;
    std::uint32_t m_busy = 0;
    std::vector<feed::ConversationEvent> m_out;

    double exponential(double mean) { return std::exponential_distribution<double>{1 / mean}(m_random); }
    void schedule(double at, Due::What what, std::uint64_t customer = 0) { m_due.push({at, what, customer}); }

    /// Arrivals a second as the planners know them.
    double planned(double at) const
    {
        return m_model.arrivals_per_min / 60 * (1 - (0.5 * std::cos(2 * M_PI * at / day_s)));
    }
    double rate(double at) const
    {
        return planned(at) * m_luck[std::min(static_cast<std::size_t>(at / day_s), m_luck.size() - 1)];
    }
    double mostRate() const
    {
        return m_model.arrivals_per_min / 60 * 1.5 * *std::max_element(m_luck.begin(), m_luck.end());
    }

    void tell(feed::Kind kind, std::uint64_t customer)
    {
        feed::ConversationEvent event;
        event.at = m_start + core::Milliseconds{static_cast<std::int64_t>(m_now * 1000)};
        event.kind = kind;
        event.queue = m_model.id;
        if (kind == feed::Kind::Staffed)
            event.agents = core::Agents{m_agents > m_busy ? m_agents - m_busy : 0, m_busy, 0};
        else
            event.conversation = std::to_string(customer);
        event.by = kind == feed::Kind::Replied ? feed::Role::Agent : feed::Role::Customer;
        m_out.push_back(std::move(event));
    }
    void tellAgents()
    {
        if (m_model.tells_agents) tell(feed::Kind::Staffed, 0);
    }

    void handle(const Due& due)
    {
        switch (due.what) {
        case Due::Candidate:
            schedule(m_now + exponential(1 / mostRate()), Due::Candidate);
            if (std::uniform_real_distribution<double>{}(m_random)*mostRate() < rate(m_now)) arrives();
            break;
        case Due::Shift: {
            const double load = planned(m_now + (shift_s / 2)) * m_model.work_s;
            m_agents = static_cast<std::uint32_t>(std::max(1.0, std::round(load + (m_model.slack * std::sqrt(load)))));
            schedule(m_now + shift_s, Due::Shift);
            serve();
            tellAgents();
            break;
        }
        case Due::Done:
            --m_busy;
            serve();
            tellAgents();
            break;
        case Due::GivesUp:
            if (const auto place = std::find(m_line.begin(), m_line.end(), due.customer); place != m_line.end()) {
                m_line.erase(place);
                tell(feed::Kind::Abandoned, due.customer);
            }
            break;
        }
    }

    void arrives()
    {
        const std::uint64_t customer = ++m_customers;
        m_line.push_back(customer);
        tell(feed::Kind::Asked, customer);
        schedule(m_now + exponential(m_model.patience_s), Due::GivesUp, customer);
        serve();
        tellAgents();
    }

    void serve()
    {
        while (m_busy < m_agents && !m_line.empty()) {
            std::size_t place = 0;
            if (m_model.order == Order::Last) place = m_line.size() - 1;
            if (m_model.order == Order::Any) place = m_random() % m_line.size();
            const std::uint64_t customer = m_line[place];
            m_line.erase(m_line.begin() + static_cast<std::ptrdiff_t>(place));
            ++m_busy;
            tell(feed::Kind::Replied, customer);
            schedule(m_now + work(), Due::Done, customer);
        }
    }

    double work()
    {
        if (m_model.work_sigma <= 0) return exponential(m_model.work_s);
        const double log_median = std::log(m_model.work_s) - (m_model.work_sigma * m_model.work_sigma / 2);
        return std::lognormal_distribution<double>{log_median, m_model.work_sigma}(m_random);
    }
};

}  // namespace

std::vector<feed::ConversationEvent> simulateLine(const LineModel& model, core::WallTime start, int days,
                                                  std::uint64_t seed)
{
    return Floor{model, start, days, seed}.run();
}

}  // namespace carewall::bench
