#pragma once

#include "feed/simulation/random.h"
#include "feed/simulation/simulation.h"
#include "feed/simulation/simulation_crew.h"
#include "feed/simulation/simulation_customers.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <queue>
#include <unordered_map>
#include <utility>
#include <vector>

namespace carewall::feed {

/// The simulation itself. A queue is named by its index in floor().queues(), a conversation by a number.
class Simulation::Engine {
public:
    explicit Engine(SimulationOptions options);
    /// As Simulation's, and so are the next two.
    std::optional<ConversationEvent> next();
    const SimulationFloor& floor() const { return m_floor; }
    std::size_t inFlight() const;

private:
    enum class What : std::uint8_t {
        DayBegins,
        Arrives,
        BurstArrives,
        ShiftBegins,
        ShiftEnds,
        BreakBegins,
        BreakEnds,
        WorkEnds,
        PicksUp,
        HelpDue,
        ReportStaff,
        Enqueues,
        GivesUp,
        Nudges,
        CommunityAnswers,
        Settles,
        ComesBack,
        Broadcasts,
        Praises,
    };

    /// Something to happen.
    struct Due {
        core::WallTime at{};
        std::uint64_t order = 0;  ///< first scheduled, first happens
        What what = What::DayBegins;
        std::uint64_t subject = 0;     ///< queue, agent, shift or conversation, as `what` says
        core::Milliseconds length{0};  ///< of a break
        bool operator>(const Due& other) const { return std::pair(at, order) > std::pair(other.at, other.order); }
    };

    /// Held: the community has its head start. Away: answered, and the customer may come back.
    enum class Phase : std::uint8_t { Held, Waiting, Served, Away };

    struct Conversation {
        std::size_t queue = 0;
        Customer customer;
        core::WallTime since{};        ///< when the customer's present wait began
        core::Milliseconds waited{0};  ///< the last wait that ended
        std::uint32_t turn = 0;        ///< how often the customer came back
        Phase phase = Phase::Held;
        bool answered = false;
    };

    /// A place in line; stale once the conversation has left it, which is found out at the head.
    struct Place {
        std::uint64_t conversation = 0;
        std::uint32_t turn = 0;
    };

    static constexpr core::Milliseconds staff_interval{5000};  ///< of a queue's Staffed events, at least

    SimulationOptions m_options;
    SimulationFloor m_floor;
    Customers m_customers;
    Crew m_crew;
    Random m_arrivals;
    Random m_work;
    core::WallTime m_now;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> m_due;
    std::uint64_t m_order = 0;
    std::unordered_map<std::uint64_t, Conversation> m_conversations;  ///< never walked: it has no order
    std::uint64_t m_opened = 0;
    std::vector<std::deque<Place>> m_lines;         ///< by queue
    std::vector<std::vector<std::size_t>> m_teams;  ///< by queue: the queues of its team
    std::vector<Shift> m_plan;                      ///< today's and what is left of yesterday's
    std::unordered_map<std::uint64_t, Shift> m_coming;
    std::uint64_t m_planned = 0;
    std::vector<core::WallTime> m_staff_told;
    std::vector<bool> m_staff_due;
    std::vector<core::Agents> m_staff;
    std::vector<std::size_t> m_praise_order;
    std::uint64_t m_praised = 0;
    std::uint64_t m_told = 0;  ///< broadcasts of no issue
    std::deque<ConversationEvent> m_out;

    static core::Milliseconds fromSeconds(double seconds)
    {
        return core::Milliseconds(static_cast<std::int64_t>(seconds * 1000));
    }
    static double toSeconds(core::Milliseconds time) { return static_cast<double>(time.count()) / 1000; }
    const SimulatedQueue& queue(std::size_t index) const { return m_floor.queues()[index]; }
    Conversation* find(std::uint64_t id);
    void schedule(core::WallTime at, What what, std::uint64_t subject = 0, core::Milliseconds length = {});
    void handle(const Due& due);
    void handleConversation(const Due& due);

    void beginDay();
    /// The next arrival by thinning (Lewis, Shedler 1979): candidates at the highest rate, kept as the rate is then.
    void scheduleArrival(std::size_t index);
    /// What a burst adds to the usual mentions of its issue is a process of its own over all queues.
    void scheduleBurst(core::WallTime from);
    void burstArrives();
    void open(std::size_t index, std::optional<std::size_t> burst);
    void enqueue(std::uint64_t id, Conversation& conversation);
    void comesBack(std::uint64_t id, Conversation& conversation);

    /// Who is next in line; nobody: null. Valid until the line changes.
    const std::uint64_t* head(std::size_t index);
    /// Gives work to whoever is idle in the queue's team: first at home, then, where one has waited long, next door.
    void wake(std::size_t index);
    /// The head of the line gets the home's longest idle agent. Requires both.
    void serve(std::size_t index, std::size_t home);
    void answer(std::uint64_t id, Conversation& conversation, AgentId agent);
    void workEnds(AgentId agent);
    void afterAnswer(std::uint64_t id, const Conversation& conversation);
    void communityAnswers(std::uint64_t id, Conversation& conversation);

    void beginShift(std::uint64_t number);
    /// The agent has nothing in hand: goes home, takes the break that is due, or the next conversation.
    void released(AgentId agent);
    void reportStaff();
    void tellStaff(std::size_t index);
    void broadcast(bool burst);
    void praise();

    ConversationEvent about(std::uint64_t id, const Conversation& conversation, Kind kind, Role by) const;
    void say(std::uint64_t id, const Conversation& conversation, double waited_targets);
};

}  // namespace carewall::feed
