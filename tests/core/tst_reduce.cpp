// Goal: the broker may repeat, reorder, restart and forget; the wall must not care.
// Method: one shift's reports up to three times over in 1000 seeded shuffles, and every promise of state.h once.
#include "core/fold.h"
#include "core/limits.h"
#include "core/shift.h"
#include "core/state_print.h"

#include <QTest>

using namespace carewall::core;
using namespace carewall::tests;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// Without the counters of deliveries, which tell how the truth came and not what it is.
State truth(State state)
{
    state.reports = 0;
    state.newest_sequence = 0;
    state.changes = 0;
    return state;
}

QueueNowReported chat(const Header& head, std::uint64_t waiting, const std::string& source = "a")
{
    QueueNow now;
    now.header = head;
    now.waiting = waiting;
    return {"chat", source, now};
}

std::uint64_t waitingIn(const State& state, const std::string& source = "a")
{
    return state.queues.at("chat").sources.at(source).now.value().report.waiting;
}

FloorClockSet clockAt(std::uint64_t sequence, Milliseconds floor_after_noon, double rate,
                      ClockPhase phase = ClockPhase::Running)
{
    return {{header(sequence), noon - hours{1000} + floor_after_noon, noon, rate, phase, "replay"}};
}

}  // namespace

class TestReduce : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyDeliveryOrderGivesTheSameState();
    void anyDeliveryOrderShowsTheSameFigures();
    void theDifferenceIsReadable();
    void repeatsChangeNothing();
    void epochsOrderBeforeSequences();
    void unrevisedReportsAreTheNewest();
    void unrevisedRetainedAgainIsNoNews();
    void sourcesStandApart();
    void rememberedTurnsLive();
    void rememberedNeverReplacesLive();
    void withdrawnForgets();
    void withdrawnUnknownChangesNothing();
    void limitsRefuseAndCount_data();
    void limitsRefuseAndCount();
    void newestRefusalsAreKept();
    void linkStoreAndUnknownFields();
    void newestUnknownFieldsAreNamed();
    void historyIsNewsOnce();
    void otherFloorsAreNamedWhileNothingIsToldOfThisOne();
    void commandsRepeatedAreNoCommands();
    void commandsAddUp();
    void newestSequenceIsTheHighestTaken();
    void tickAloneIsNoChange();
    void momentsAndNoticesExpire();
};

void TestReduce::anyDeliveryOrderGivesTheSameState()
{
    const std::vector<Event> reports = shift(42, 5);
    const Event tick = told(Tick{}, hours{1});
    const State expected = truth(fold(tick, fold(reports)));
    QCOMPARE(expected.queues.size(), std::size_t{3});
    for (unsigned seed = 0; seed < 1000; ++seed) {
        Dice dice(seed);
        std::vector<const Event*> deliveries;
        for (const Event& report : reports)
            deliveries.insert(deliveries.end(), 1 + dice.roll(3), &report);
        dice.shuffle(deliveries);
        State state;
        for (const Event* delivery : deliveries)
            state = reduce(std::move(state), *delivery);
        const State actual = truth(fold(tick, std::move(state)));
        if (actual != expected) QFAIL(("seed " + std::to_string(seed) + ":\n" + difference(expected, actual)).c_str());
    }
}

void TestReduce::anyDeliveryOrderShowsTheSameFigures()
{
    std::vector<Event> reports = shift(43, 14);
    std::erase_if(reports, [](const Event& event) { return std::holds_alternative<FloorClockSet>(event.what); });
    const Milliseconds end = minutes{5} * 14;
    const State up = fold(told(LinkChanged{LinkPhase::Up, {}}, end));
    const FloorFigures expected = figures(fold(reports, up), instant(end + Seconds{5}));
    QVERIFY(expected.all.last_hour.n > 0);
    for (unsigned seed = 0; seed < 100; ++seed) {
        Dice dice(seed);
        std::vector<Event> deliveries = reports;
        deliveries.insert(deliveries.end(), reports.begin(), reports.begin() + 100);
        dice.shuffle(deliveries);
        for (std::size_t i = 0; i < deliveries.size(); ++i)
            deliveries[i].at = instant(end + Milliseconds{i});
        const FloorFigures actual = figures(fold(deliveries, up), instant(end + Seconds{5}));
        const std::string differs = difference(expected, actual);
        QVERIFY2(differs.empty(), ("seed " + std::to_string(seed) + ":\n" + differs).c_str());
    }
}

void TestReduce::theDifferenceIsReadable()
{
    const State one = fold(told(chat(header(1), 3)));
    State other = one;
    other.queues.at("chat").sources.at("a").now->report.waiting = 4;
    QCOMPARE(difference(one, one), std::string{});
    QCOMPARE(difference(one, other), std::string("- .queues/chat.sources/a.now.report.waiting = 3\n"
                                                 "+ .queues/chat.sources/a.now.report.waiting = 4\n"));
}

void TestReduce::repeatsChangeNothing()
{
    const std::vector<Event> reports = shift(44, 4);
    const State once = fold(reports);
    QCOMPARE(once.reports, std::uint64_t{reports.size()});
    QCOMPARE(once.changes, std::uint64_t{reports.size()});
    COMPARE_WHOLE(fold(reports, once), once);
}

void TestReduce::epochsOrderBeforeSequences()
{
    const State restarted = fold({told(chat(header(999), 1)), told(chat(header(1, std::nullopt, 2), 2))});
    QCOMPARE(waitingIn(restarted), std::uint64_t{2});
    QCOMPARE(waitingIn(fold(told(chat(header(1000), 3)), restarted)), std::uint64_t{2});
}

void TestReduce::unrevisedReportsAreTheNewest()
{
    State state = fold({told(chat(header(5), 1)), told(chat(Header{}, 2))});
    QCOMPARE(waitingIn(state), std::uint64_t{2});
    state = fold(told(chat(Header{}, 3)), state);
    QCOMPARE(waitingIn(state), std::uint64_t{3});
    state = fold(told(chat(header(6), 4)), state);
    QCOMPARE(waitingIn(state), std::uint64_t{4});
}

void TestReduce::unrevisedRetainedAgainIsNoNews()
{
    Event retained = told(chat(Header{}, 2));
    retained.retained = true;
    const State first = fold(retained);
    retained.at = instant(minutes{10});
    COMPARE_WHOLE(unmoved(fold(retained, first)), unmoved(first));
    retained.retained = false;
    QCOMPARE(fold(retained, first).queues.at("chat").sources.at("a").now->arrived, instant(minutes{10}));
}

void TestReduce::sourcesStandApart()
{
    const State state =
        fold({told(chat(header(9), 1, "a")), told(chat(header(2), 5, "b")), told(chat(header(1), 7, "a"))});
    QCOMPARE(waitingIn(state, "a"), std::uint64_t{1});
    QCOMPARE(waitingIn(state, "b"), std::uint64_t{5});
    QCOMPARE(state.queues.size(), std::size_t{1});
}

void TestReduce::rememberedTurnsLive()
{
    const State booted = fold(told(chat(header(5), 3), {}, Origin::Remembered));
    QVERIFY(booted.queues.at("chat").sources.at("a").now->origin == Origin::Remembered);
    const State same = fold(told(chat(header(5), 3), minutes{1}), booted);
    const Held<QueueNow>& held = *same.queues.at("chat").sources.at("a").now;
    QVERIFY(held.origin == Origin::Live);
    QCOMPARE(held.arrived.steady, instant(minutes{1}).steady);
    QVERIFY(same.changes > booted.changes);
    QCOMPARE(same.reports, booted.reports);

    const State newer = fold(told(chat(header(6), 4), minutes{1}), booted);
    QVERIFY(newer.queues.at("chat").sources.at("a").now->origin == Origin::Live);
    QCOMPARE(waitingIn(newer), std::uint64_t{4});
    const State unrevised =
        fold({told(chat(Header{}, 3), {}, Origin::Remembered), told(chat(Header{}, 3), minutes{1})});
    QVERIFY(unrevised.queues.at("chat").sources.at("a").now->origin == Origin::Live);
}

void TestReduce::rememberedNeverReplacesLive()
{
    const State live = fold({told(chat(header(5), 3)), told(chat(Header{}, 4, "b"))});
    State after =
        fold({told(chat(header(4), 9), {}, Origin::Remembered), told(chat(header(5), 9), {}, Origin::Remembered),
              told(chat(Header{}, 9, "b"), {}, Origin::Remembered)},
             live);
    COMPARE_WHOLE(after, live);
}

void TestReduce::withdrawnForgets()
{
    const State full = fold({told(chat(header(1), 1)), told(QueueDayReported{"chat", "a", {header(2), {}, {}}}),
                             told(VoiceNowReported{"a", {header(3), {}}}), told(VoiceDayReported{"a", {header(4), {}}}),
                             told(IssueNoted{"login", {}}), told(MetricReported{"csat", {}}),
                             told(MomentShared{"m", {}}), told(NoticePosted{"n", {}}), told(clockAt(5, {}, 1))});
    QVERIFY(full.queues.at("chat").sources.at("a").now && full.queues.at("chat").sources.at("a").day);
    const auto gone = [](const State& from, Subject subject, const char* id, const char* source) {
        State state = fold(told(Withdrawn{subject, id, source}), from);
        return state.changes == from.changes + 1 ? std::optional(state) : std::nullopt;
    };
    const State no_now = gone(full, Subject::QueueNow, "chat", "a").value();
    QVERIFY(!no_now.queues.at("chat").sources.at("a").now && no_now.queues.at("chat").sources.at("a").day);
    QVERIFY(gone(no_now, Subject::QueueDay, "chat", "a").value().queues.empty());
    const State no_voice = gone(full, Subject::VoiceDay, "", "a").value();
    QVERIFY(no_voice.voices.at("a").now && !no_voice.voices.at("a").day);
    QVERIFY(gone(no_voice, Subject::VoiceNow, "", "a").value().voices.empty());
    QVERIFY(gone(full, Subject::IssueNote, "login", "").value().notes.empty());
    QVERIFY(gone(full, Subject::Metric, "csat", "").value().metrics.empty());
    QVERIFY(gone(full, Subject::Moment, "m", "").value().moments.empty());
    QVERIFY(gone(full, Subject::Notice, "n", "").value().notices.empty());
    QVERIFY(!gone(full, Subject::Clock, "", "").value().clock);

    const State two = fold({told(chat(header(1), 1, "a")), told(chat(header(1), 2, "b"))});
    const State one = gone(two, Subject::QueueNow, "chat", "a").value();
    QCOMPARE(one.queues.at("chat").sources.size(), std::size_t{1});
    QCOMPARE(waitingIn(one, "b"), std::uint64_t{2});
}

void TestReduce::withdrawnUnknownChangesNothing()
{
    const State state = fold(shift(45, 1));
    for (const auto subject :
         {Subject::QueueNow, Subject::QueueDay, Subject::VoiceNow, Subject::VoiceDay, Subject::IssueNote,
          Subject::Metric, Subject::Moment, Subject::Notice, Subject::BoardStatus, Subject::BoardCommand})
        COMPARE_WHOLE(fold(told(Withdrawn{subject, "nobody", "no-one"}, minutes{5}), state), state);
    // A queue's own day, never told, is not there to be withdrawn either.
    const State now_only = fold(told(chat(header(1), 1)));
    COMPARE_WHOLE(fold(told(Withdrawn{Subject::QueueDay, "chat", "a"}), now_only), now_only);
}

using Teller = std::function<Event(const std::string& id, std::uint64_t sequence)>;
using Counter = std::function<std::size_t(const State&)>;

void TestReduce::limitsRefuseAndCount_data()
{
    QTest::addColumn<qulonglong>("limit");
    QTest::addColumn<Teller>("teller");
    QTest::addColumn<Counter>("held");
    const auto row = [](const char* name, std::size_t limit, const Teller& teller, const Counter& held) {
        QTest::newRow(name) << qulonglong{limit} << teller << held;
    };
    const auto queue = [](const std::string& id, std::uint64_t n) {
        return told(QueueNowReported{id, "a", {header(n), {}, {}, {}, {}, n, {}, {}, {}}});
    };
    const auto source = [](const std::string& id, std::uint64_t n) {
        return told(QueueDayReported{"chat", id, {header(n), {}, {}}});
    };
    const auto voice = [](const std::string& id, std::uint64_t n) {
        return told(VoiceNowReported{id, {header(n), {}}});
    };
    const auto issue = [](const std::string& id, std::uint64_t n) {
        return told(IssueNoted{id, {header(n), {}, {}, {}, {}}});
    };
    const auto metric = [](const std::string& id, std::uint64_t n) {
        return told(MetricReported{id, {header(n), {}, {}, 0, {}, {}, {}}});
    };
    const auto moment = [](const std::string& id, std::uint64_t n) {
        return told(MomentShared{id, {header(n), {}, {}, {}, {}, {}}});
    };
    const auto notice = [](const std::string& id, std::uint64_t n) {
        return told(NoticePosted{id, {header(n), {}, {}, {}}});
    };
    row(
        "queues", limits::queues, queue, [](const State& s) { return s.queues.size(); });
    row(
        "sources of a queue", limits::sources, source,
        [](const State& s) { return s.queues.at("chat").sources.size(); });
    row(
        "sources of voice", limits::sources, voice, [](const State& s) { return s.voices.size(); });
    row(
        "issues", limits::issues, issue, [](const State& s) { return s.notes.size(); });
    row(
        "metrics", limits::metrics, metric, [](const State& s) { return s.metrics.size(); });
    row(
        "moments", limits::moments, moment, [](const State& s) { return s.moments.size(); });
    row("notices", limits::notices, notice, [](const State& s) { return s.notices.size(); });
}

void TestReduce::limitsRefuseAndCount()
{
    QFETCH(qulonglong, limit);
    QFETCH(Teller, teller);
    QFETCH(Counter, held);
    State state;
    for (std::size_t i = 0; i < limit; ++i)
        state = fold(teller("id-" + std::to_string(i), 1), std::move(state));
    QCOMPARE(held(state), std::size_t{limit});
    QCOMPARE(state.refusals.over_limit, std::uint64_t{0});
    const std::uint64_t reports = state.reports;

    state = fold({teller("one more", 1), teller("and another", 1), teller("one more", 2)}, std::move(state));
    QCOMPARE(held(state), std::size_t{limit});
    QCOMPARE(state.refusals.over_limit, std::uint64_t{3});
    QCOMPARE(state.refusals.reports, std::uint64_t{0});
    QCOMPARE(state.reports, reports);
    QCOMPARE(state.refusals.newest.size(), std::size_t{3});
    QVERIFY(state.refusals.newest.front().topic.find("one more") != std::string::npos);
    QVERIFY(state.refusals.newest.front().why.find(std::to_string(limit)) != std::string::npos);

    // Those who are in stay in.
    state = fold(teller("id-0", 2), std::move(state));
    QCOMPARE(state.reports, reports + 1);
    QCOMPARE(state.refusals.over_limit, std::uint64_t{3});
}

void TestReduce::newestRefusalsAreKept()
{
    State state;
    for (int i = 0; i < 20; ++i)
        state = fold(told(ReportRefused{"topic " + std::to_string(i), "no such field", 3}), std::move(state));
    QCOMPARE(state.refusals.reports, std::uint64_t{60});
    QCOMPARE(state.refusals.newest.size(), limits::refusals_kept);
    QCOMPARE(state.refusals.newest.front().topic, std::string("topic 19"));
    QCOMPARE(state.refusals.newest.back().topic, std::string("topic 12"));
    QCOMPARE(state.reports, std::uint64_t{0});
}

void TestReduce::linkStoreAndUnknownFields()
{
    State state = fold(told(LinkChanged{LinkPhase::Down, "no route", LinkReason::Unreachable}, minutes{1}));
    QVERIFY(state.link.phase == LinkPhase::Down);
    QCOMPARE(state.link.why, std::string("no route"));
    QCOMPARE(state.link.since, instant(minutes{1}));
    // Another reason later: down since it went down.
    const Event refused = told(LinkChanged{LinkPhase::Down, "connection refused", LinkReason::Refused}, minutes{2});
    const State still = fold(refused, state);
    QCOMPARE(still.link.reason, LinkReason::Refused);
    QCOMPARE(still.link.why, std::string("connection refused"));
    QCOMPARE(still.link.since, instant(minutes{1}));
    state = fold(
        {told(StoreChanged{"disk full"}), told(UnknownFieldsSeen{"t", 2, {}}), told(UnknownFieldsSeen{"t", 3, {}})},
        std::move(state));
    QCOMPARE(state.store_trouble, std::string("disk full"));
    QCOMPARE(state.refusals.unknown_fields, std::uint64_t{5});
    QCOMPARE(state.changes, std::uint64_t{4});
    QCOMPARE(fold(told(StoreChanged{}), state).store_trouble, std::string());
}

void TestReduce::newestUnknownFieldsAreNamed()
{
    State state;
    for (std::size_t i = 0; i < limits::unknown_topics_kept + 2; ++i)
        state = fold(told(UnknownFieldsSeen{"topic " + std::to_string(i), 1, {"wating"}}), std::move(state));
    const auto& unknown = state.refusals.unknown;
    QCOMPARE(unknown.size(), limits::unknown_topics_kept);
    QCOMPARE(unknown.front().topic, std::string("topic 9"));
    QCOMPARE(unknown.back().topic, std::string("topic 2"));
    // A topic stands there once, with what it told last; fields without a name are only counted.
    state = fold({told(UnknownFieldsSeen{"topic 4", 2, {"percent", "#17"}}), told(UnknownFieldsSeen{"topic 5", 1, {}})},
                 std::move(state));
    QCOMPARE(unknown.size(), limits::unknown_topics_kept);
    QCOMPARE(unknown.front(), (UnknownFields{"topic 4", {"percent", "#17"}}));
    QCOMPARE(std::ranges::count(unknown, "topic 4", &UnknownFields::topic), 1);
    QCOMPARE(state.refusals.unknown_fields, std::uint64_t{limits::unknown_topics_kept + 5});
}

void TestReduce::otherFloorsAreNamedWhileNothingIsToldOfThisOne()
{
    State state;
    for (const char* floor : {"north", "south", "north", "west", "east"})
        state = fold(told(OtherFloorHeard{floor}), std::move(state));
    QCOMPARE(state.other_floors, (std::vector<std::string>{"north", "south", "west"}));
    QCOMPARE(state.other_floors.size(), limits::other_floors);
    QCOMPARE(state.changes, std::uint64_t{3});
    QCOMPARE(state.refusals.reports, std::uint64_t{0});
    state = fold(told(chat(header(1), 7)), std::move(state));
    QVERIFY(state.other_floors.empty());
    state = fold(told(OtherFloorHeard{"north"}), std::move(state));
    QVERIFY(state.other_floors.empty());
}

void TestReduce::historyIsNewsOnce()
{
    const HistoryRead read{{PastDay{noon - hours{36}, {{"chat", Tally{}}}, Mentions{3, 1, 0, 0}}}};
    const State state = fold(told(read));
    QCOMPARE(state.history, read.days);
    QCOMPARE(state.changes, std::uint64_t{1});
    QCOMPARE(fold(told(read, minutes{5}), state).changes, std::uint64_t{1});
}

void TestReduce::commandsAddUp()
{
    using Kind = BoardCommand::Kind;
    const auto command = [](Kind kind) {
        BoardCommand given;
        given.kind = kind;
        return given;
    };
    BoardCommand fa = command(Kind::Language);
    fa.language = "fa";
    BoardCommand words = command(Kind::Notice);
    words.notice.text = "Fire drill at three";
    const State asked =
        fold({told(CommandGiven{command(Kind::Next)}), told(CommandGiven{fa}), told(CommandGiven{command(Kind::Next)}),
              told(CommandGiven{command(Kind::Previous)}), told(CommandGiven{words})});
    QCOMPARE(asked.requests.number, 5U);
    QCOMPARE(asked.requests.steps, 1);
    QVERIFY(asked.requests.language == (Asked<std::string>{"fa", 2}));
    BoardCommand light = command(Kind::Theme);
    light.theme = Theme::Light;
    QVERIFY(fold(told(CommandGiven{light}), asked).requests.theme == (Asked<Theme>{Theme::Light, 6}));
    QCOMPARE(asked.notices.at("").report.text, "Fire drill at three");
    words.notice.text.clear();
    QVERIFY(fold(told(CommandGiven{words}), asked).notices.empty());
    // Its end is kept as any notice's.
    words.notice.text = "Until noon";
    words.notice.until = noon + minutes{5};
    QVERIFY(fold({told(CommandGiven{words}), told(Tick{}, minutes{6})}).notices.empty());
}

void TestReduce::commandsRepeatedAreNoCommands()
{
    BoardCommand dim;
    dim.header = header(3);
    dim.kind = BoardCommand::Kind::Dim;
    dim.dim = 0.5;
    const State given = fold(told(CommandGiven{dim}));
    QCOMPARE(given.command.value().report, dim);
    COMPARE_WHOLE(unmoved(fold(told(CommandGiven{dim}, minutes{5}), given)), unmoved(given));
    // By hand, without a revision, each one counts.
    dim.header = {};
    const State by_hand = fold({told(CommandGiven{dim}, minutes{6}), told(CommandGiven{dim}, minutes{7})}, given);
    QCOMPARE(by_hand.command.value().arrived, instant(minutes{7}));
    // One that the broker kept was asked of whoever listened then, and would come again at each reconnection.
    BoardCommand next;
    next.kind = BoardCommand::Kind::Next;
    Event kept = told(CommandGiven{next}, minutes{8});
    kept.retained = true;
    QCOMPARE(fold(kept, by_hand).requests.number, by_hand.requests.number);
}

void TestReduce::newestSequenceIsTheHighestTaken()
{
    const State state = fold({told(chat(header(7), 1)), told(chat(header(5), 1)), told(chat(header(6), 1, "b"))});
    QCOMPARE(state.newest_sequence, std::uint64_t{7});
    QCOMPARE(state.reports, std::uint64_t{2});
}

void TestReduce::tickAloneIsNoChange()
{
    const State state = fold(shift(46, 3));
    const State later = fold(told(Tick{}, hours{2}), state);
    QCOMPARE(later.now, instant(hours{2}));
    COMPARE_WHOLE(unmoved(later), unmoved(state));
}

void TestReduce::momentsAndNoticesExpire()
{
    const Moment until{header(1), "text", {}, {}, {}, noon + hours{1}};
    const Moment of_today{header(2, noon), "text", {}, {}, {}, {}};
    const Notice notice{header(3), "words", Severity::Act, noon + hours{1}};
    const Notice forever{header(4), "words", Severity::Act, {}};
    const State posted = fold({told(MomentShared{"until", until}), told(MomentShared{"today", of_today}),
                               told(NoticePosted{"until", notice}), told(NoticePosted{"forever", forever})});
    const State before = fold(told(Tick{}, hours{1} - Milliseconds{1}), posted);
    QCOMPARE(before.moments.size() + before.notices.size(), std::size_t{4});
    QCOMPARE(before.changes, posted.changes);
    const State after = fold(told(Tick{}, hours{1}), before);
    QCOMPARE(after.moments.size(), std::size_t{1});
    QCOMPARE(after.notices.size(), std::size_t{1});
    QVERIFY(after.changes > before.changes);
    QCOMPARE(fold(told(Tick{}, hours{12} - Milliseconds{1}), after).moments.size(), std::size_t{1});
    const State tomorrow = fold(told(Tick{}, hours{12}), after);
    QVERIFY(tomorrow.moments.empty());
    QVERIFY(tomorrow.notices.contains("forever"));
}

QTEST_GUILESS_MAIN(TestReduce)
#include "tst_reduce.moc"
