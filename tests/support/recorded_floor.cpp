#include "support/recorded_floor.h"

#include "core/calendar.h"
#include "feed/run/run.h"
#include "feed/simulation/simulated_source.h"
#include "feed/simulation/simulation.h"
#include "wire/encode.h"
#include "wire/topic.h"

#include <cmath>
#include <string>

namespace carewall::support {

namespace {

using namespace std::chrono_literals;

constexpr auto history = std::chrono::hours{8 * 24};
constexpr auto minutely = 40min;
const std::string floor_name = "north";

core::Instant instantOf(core::WallTime wall)
{
    return {wall, core::SteadyTime{wall - recordedEnd().wall + 2 * history}};
}

core::WallTime firstDay()
{
    return core::dayStart(recordedEnd().wall) - history;
}

class Tape {
public:
    void add(const std::vector<feed::Report>& reports, core::WallTime at)
    {
        for (const feed::Report& report : reports)
            m_messages.push_back({report.topic, report.payload, instantOf(at), false});
    }

    template <typename Report>
    void add(core::Subject subject, const std::string& id, const Report& report, core::WallTime at)
    {
        add({{wire::topicName({floor_name, subject, id, {}}), wire::encode(report, wire::Encoding::Protobuf)}}, at);
    }

    std::vector<core::Message> take() { return std::move(m_messages); }

private:
    std::vector<core::Message> m_messages;
};

core::Metric satisfaction(core::WallTime at)
{
    core::Metric csat;
    csat.header.time = at;
    csat.label = "CSAT";
    csat.unit = "/ 5";
    csat.target = 4.3;
    csat.good = core::Good::Up;
    csat.value = 4.4;
    for (int day = 7; day >= 1; --day)
        csat.slots.push_back({core::dayStart(at) - 24h * day, 24h, 4.2 + 0.15 * std::sin(1.3 * day)});
    csat.slots.push_back({core::dayStart(at), 24h, csat.value});
    return csat;
}

void addMoments(Tape& tape, core::WallTime at)
{
    core::Moment moment;
    moment.header.time = at;
    moment.text = "Stayed on the line with a customer of 84 until her alarm button rang through again.";
    moment.team = "Mobile and repairs";
    moment.channel = "phone";
    moment.thanks = "Field service";
    moment.names_nobody = true;
    tape.add(core::Subject::Moment, "alarm-button", moment, at);
    moment.text = "Explained the new bill so well that the whole thread in the forum thanked her.";
    moment.team = "Billing";
    moment.channel = "forum";
    moment.thanks = "";
    tape.add(core::Subject::Moment, "new-bill", moment, at);
}

void addNote(Tape& tape, const std::string& issue, core::WallTime at)
{
    core::IssueNote note;
    note.header.time = at;
    note.hand_off = core::HandOff::HandedOff;
    note.to = "Network operations";
    note.names_nobody = true;
    tape.add(core::Subject::IssueNote, issue, note, at);
}

}  // namespace

core::Instant recordedEnd()
{
    return {core::wallTimeFromMs(1'748'959'356'000), core::SteadyTime{2 * history}};
}

std::vector<core::Message> recordedFloor()
{
    const core::WallTime end = recordedEnd().wall;
    feed::SimulationOptions simulated;
    simulated.seed = 10;
    simulated.start = firstDay();
    simulated.midnight = firstDay();
    simulated.warm_up = 0h;
    feed::Simulation simulation{simulated};
    feed::LedgerOptions counting;
    counting.queues.assign(simulation.queues().begin(), simulation.queues().end());
    counting.issues.assign(simulation.issues().begin(), simulation.issues().end());
    feed::ReporterOptions reporting;
    reporting.floor = floor_name;
    reporting.source = "simulation";
    reporting.epoch = 1;
    reporting.clock_label = "simulation";
    feed::SimulatedSource source{simulation};
    feed::Run run{{1, firstDay(), std::nullopt}, source, feed::Ledger{counting}, feed::Reporter{reporting}};

    Tape tape;
    const auto step = [&](core::WallTime at) { tape.add(run.step(instantOf(at)).value(), at); };
    step(firstDay());
    for (core::WallTime midnight = firstDay() + 24h; midnight < end; midnight += 24h)
        step(midnight - 5s);
    for (core::WallTime at = end - minutely; at < end; at += 1min)
        step(at);
    tape.add(core::Subject::Metric, "csat", satisfaction(end), end);
    addMoments(tape, end);
    addNote(tape, simulation.issues()[simulation.floor().burst(end).issue].id, end);
    step(end);
    return tape.take();
}

}  // namespace carewall::support
