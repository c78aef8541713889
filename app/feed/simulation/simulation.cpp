#include "feed/simulation/simulation.h"

#include "feed/conversation/hash.h"
#include "feed/simulation/simulation_engine.h"

#include <algorithm>
#include <string>

namespace carewall::feed {

namespace {

using namespace std::chrono_literals;

constexpr double nudges = 0.35;  ///< of those who wait past the target in writing
constexpr double community_median_s = 30 * 60;
constexpr std::uint64_t followers = 46'000;

}  // namespace

Simulation::Engine::Engine(SimulationOptions options)
    : m_options(options), m_floor(options.seed, options.midnight.value_or(core::WallTime{})),
      m_customers(m_floor, options.seed), m_crew(m_floor.queues().size()), m_arrivals(mix(options.seed, 4001)),
      m_work(mix(options.seed, 4002)), m_now(m_floor.dayStart(options.start - options.warm_up))
{
    const std::size_t queues = m_floor.queues().size();
    m_lines.resize(queues);
    m_teams.resize(queues);
    m_staff_told.resize(queues, m_now - staff_interval);
    m_staff_due.resize(queues);
    m_staff.resize(queues);
    for (std::size_t q = 0; q < queues; ++q) {
        for (std::size_t other = 0; other < queues; ++other)
            if (queue(other).team == queue(q).team) m_teams[q].push_back(other);
    }
    Random shuffle(mix(options.seed, 4003));
    for (std::size_t i = 0; i < SimulationFloor::praises().size(); ++i) {
        m_praise_order.push_back(i);
        std::swap(m_praise_order[i], m_praise_order[shuffle.below(i + 1)]);
    }
    schedule(m_now, What::DayBegins);
    for (std::size_t q = 0; q < queues; ++q)
        scheduleArrival(q);
}

std::optional<ConversationEvent> Simulation::Engine::next()
{
    while (m_out.empty()) {
        const Due due = m_due.top();
        if (m_options.length && due.at >= m_options.start + *m_options.length) return std::nullopt;
        m_due.pop();
        m_now = due.at;
        handle(due);
        reportStaff();
    }
    ConversationEvent event = std::move(m_out.front());
    m_out.pop_front();
    return event;
}

std::size_t Simulation::Engine::inFlight() const
{
    std::size_t sum = m_due.size() + m_conversations.size() + m_crew.size() + m_coming.size() + m_plan.size();
    for (const auto& line : m_lines)
        sum += line.size();
    return sum + m_out.size();
}

auto Simulation::Engine::find(std::uint64_t id) -> Conversation*
{
    const auto found = m_conversations.find(id);
    return found == m_conversations.end() ? nullptr : &found->second;
}

void Simulation::Engine::schedule(core::WallTime at, What what, std::uint64_t subject, core::Milliseconds length)
{
    m_due.push({at, ++m_order, what, subject, length});
}

void Simulation::Engine::handle(const Due& due)
{
    const auto agent = static_cast<AgentId>(due.subject);
    switch (due.what) {
    case What::DayBegins:
        beginDay();
        break;
    case What::Arrives:
        scheduleArrival(due.subject);
        open(due.subject, std::nullopt);
        break;
    case What::BurstArrives:
        burstArrives();
        break;
    case What::ShiftBegins:
        beginShift(due.subject);
        break;
    case What::ShiftEnds:
        m_crew.sendHome(agent);
        if (m_crew.isIdle(agent)) released(agent);
        break;
    case What::BreakBegins:
        m_crew.sendToBreak(agent, due.length);
        if (m_crew.isIdle(agent)) released(agent);
        break;
    case What::BreakEnds:
        released(agent);
        break;
    case What::PicksUp: {
        const std::uint64_t id = m_crew.conversation(agent);
        answer(id, m_conversations.at(id), agent);
        break;
    }
    case What::WorkEnds:
        workEnds(agent);
        break;
    case What::HelpDue:
        wake(due.subject);
        break;
    case What::ReportStaff:
        m_staff_due[due.subject] = false;
        tellStaff(due.subject);
        break;
    case What::Broadcasts:
        broadcast(due.subject != 0);
        break;
    case What::Praises:
        praise();
        break;
    default:
        handleConversation(due);
    }
}

void Simulation::Engine::handleConversation(const Due& due)
{
    Conversation* conversation = find(due.subject);
    if (conversation == nullptr) return;
    const bool unanswered = !conversation->answered && conversation->phase != Phase::Served;
    switch (due.what) {
    case What::Enqueues:
        if (conversation->phase == Phase::Held) enqueue(due.subject, *conversation);
        break;
    case What::GivesUp:
        if (unanswered) {
            m_out.push_back(about(due.subject, *conversation, Kind::Abandoned, Role::Customer));
            m_conversations.erase(due.subject);
        }
        break;
    case What::Nudges:
        if (unanswered)
            say(due.subject, *conversation,
                toSeconds(m_now - conversation->since) / toSeconds(queue(conversation->queue).target.within));
        break;
    case What::CommunityAnswers:
        if (unanswered) communityAnswers(due.subject, *conversation);
        break;
    case What::Settles:
        m_out.push_back(about(due.subject, *conversation, Kind::Resolved, Role::Customer));
        m_conversations.erase(due.subject);
        break;
    case What::ComesBack:
        comesBack(due.subject, *conversation);
        break;
    default:
        break;
    }
}

void Simulation::Engine::beginDay()
{
    std::erase_if(m_plan, [&](const Shift& shift) { return shift.until <= m_now; });
    for (std::size_t q = 0; q < m_floor.queues().size(); ++q) {
        std::vector<Shift> shifts = planShifts(m_floor, q, m_now, m_plan);
        for (const Shift& shift : shifts) {
            schedule(shift.from, What::ShiftBegins, ++m_planned);
            m_coming.emplace(m_planned, shift);
        }
        std::ranges::move(shifts, std::back_inserter(m_plan));
    }
    Random random(mix(m_floor.daySeed(m_now), 4004));
    const auto between = [&](core::Milliseconds from, core::Milliseconds until) {
        return m_now + from + fromSeconds(random.uniform(0, toSeconds(until - from)));
    };
    for (std::size_t left = 5 + random.below(3); left > 0; --left)
        schedule(between(8h, 21h), What::Praises);
    for (std::size_t left = 3 + random.below(3); left > 0; --left)
        schedule(between(8h, 20h), What::Broadcasts, 0);
    const SimulatedBurst burst = m_floor.burst(m_now);
    scheduleBurst(burst.from);
    schedule(burst.from + 14min, What::Broadcasts, 1);
    schedule(burst.until + 5min, What::Broadcasts, 2);
    schedule(m_now + 24h, What::DayBegins);
}

void Simulation::Engine::scheduleArrival(std::size_t index)
{
    const double bound = m_floor.demandBound(index);
    core::WallTime at = m_now;
    do
        at += fromSeconds(m_arrivals.exponential(3600 / bound));
    while (!m_arrivals.chance(m_floor.demand(index, at) / bound));
    schedule(at, What::Arrives, index);
}

void Simulation::Engine::scheduleBurst(core::WallTime from)
{
    const SimulatedBurst burst = m_floor.burst(from);
    const double most = burstStrength(burst, burst.from + (burst.until - burst.from) / 2) - 1;
    double bound = 0;
    for (std::size_t q = 0; q < m_floor.queues().size(); ++q)
        bound += most * m_floor.demandBound(q) * m_floor.issueShare(burst.issue, q);
    for (core::WallTime at = from; at < burstEnd(burst);) {
        at += fromSeconds(m_arrivals.exponential(3600 / bound));
        double rate = 0;
        for (std::size_t q = 0; q < m_floor.queues().size(); ++q)
            rate += m_floor.demand(q, at) * m_floor.issueShare(burst.issue, q);
        if (m_arrivals.chance(rate * (burstStrength(burst, at) - 1) / bound)) {
            schedule(at, What::BurstArrives);
            return;
        }
    }
}

void Simulation::Engine::burstArrives()
{
    const std::size_t issue = m_floor.burst(m_now).issue;
    std::vector<double> weights;
    for (std::size_t q = 0; q < m_floor.queues().size(); ++q)
        weights.push_back(m_floor.demand(q, m_now) * m_floor.issueShare(issue, q));
    open(m_arrivals.pick(weights), issue);
    scheduleBurst(m_now);
}

void Simulation::Engine::open(std::size_t index, std::optional<std::size_t> burst)
{
    const SimulatedQueue& q = queue(index);
    const std::uint64_t id = ++m_opened;
    Conversation& conversation = m_conversations[id];
    conversation.queue = index;
    conversation.customer = m_customers.draw(index, burst);
    conversation.since = m_now;
    say(id, conversation, 0);
    schedule(m_now + fromSeconds(m_work.weibull(q.patience_s, q.patience_shape)), What::GivesUp, id);
    if (!isLive(q.medium) && m_work.chance(nudges))
        schedule(m_now + fromSeconds(toSeconds(q.target.within) * m_work.uniform(1, 1.8)), What::Nudges, id);
    if (m_work.chance(q.community))
        schedule(m_now + fromSeconds(m_work.logNormal(community_median_s, 1.1)), What::CommunityAnswers, id);
    if (q.hold_s > 0)
        schedule(m_now + fromSeconds(q.hold_s), What::Enqueues, id);
    else
        enqueue(id, conversation);
}

void Simulation::Engine::broadcast(bool burst)
{
    const auto& queues = m_floor.queues();
    const auto social = std::ranges::find(queues, Medium::Social, &SimulatedQueue::medium);
    ConversationEvent words;
    words.at = m_now;
    words.kind = Kind::Broadcast;
    words.by = Role::Agent;
    words.conversation = "broadcast-" + std::to_string(++m_opened);
    words.author = m_customers.brand();
    words.queue = social->id;
    words.channel = social->channel;
    words.team = social->team;
    words.language = "en";
    words.reach = followers;
    if (burst) {
        const SimulatedBurst now = m_floor.burst(m_now);
        words.issues = {m_floor.issues()[now.issue].id};
        words.text = m_now < now.until ? "We see it too and are working on it: " : "Mended: ";
        words.text += m_floor.issues()[now.issue].label + ".";
    } else {
        words.text = SimulationFloor::broadcasts()[m_told++ % SimulationFloor::broadcasts().size()];
    }
    m_out.push_back(std::move(words));
}

void Simulation::Engine::praise()
{
    const auto& all = SimulationFloor::praises();
    const SimulatedPraise& one = all[m_praise_order[m_praised % all.size()]];
    ++m_praised;
    const auto where = std::ranges::find(m_floor.queues(), one.queue, &SimulatedQueue::id);
    ConversationEvent praised;
    praised.at = m_now;
    praised.kind = Kind::Praised;
    praised.by = Role::Agent;
    praised.conversation = "praise-" + std::to_string(m_praised);
    praised.queue = where->id;
    praised.channel = where->channel;
    praised.team = where->team;
    praised.language = "en";
    praised.text = one.text;
    praised.names_nobody = true;
    m_out.push_back(std::move(praised));
}

ConversationEvent Simulation::Engine::about(std::uint64_t id, const Conversation& conversation, Kind kind,
                                            Role by) const
{
    const SimulatedQueue& q = queue(conversation.queue);
    ConversationEvent event;
    event.at = m_now;
    event.kind = kind;
    event.by = by;
    event.conversation = std::to_string(id);
    event.author = conversation.customer.author;
    event.queue = q.id;
    event.channel = q.channel;
    event.team = q.team;
    event.language = conversation.customer.language;
    return event;
}

void Simulation::Engine::say(std::uint64_t id, const Conversation& conversation, double waited_targets)
{
    ConversationEvent asked = about(id, conversation, Kind::Asked, Role::Customer);
    for (const std::size_t issue : conversation.customer.issues)
        asked.issues.push_back(m_floor.issues()[issue].id);
    asked.sentiment = m_customers.sentiment(conversation.customer, waited_targets);
    asked.reach = m_customers.reach(queue(conversation.queue).medium);
    asked.text = conversation.customer.words;
    m_out.push_back(std::move(asked));
}

Simulation::Simulation(SimulationOptions options) : m_engine(std::make_unique<Engine>(options))
{
}

Simulation::~Simulation() = default;

std::optional<ConversationEvent> Simulation::next()
{
    return m_engine->next();
}

const SimulationFloor& Simulation::floor() const
{
    return m_engine->floor();
}

std::size_t Simulation::inFlight() const
{
    return m_engine->inFlight();
}

}  // namespace carewall::feed
