#include "ui/words/words.h"

#include "ui/words/link_words.h"

#include "core/calendar.h"
#include "core/slots.h"

#include <QCalendar>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

using namespace std::chrono_literals;

const QChar minus{0x2212};
const QString dash{QChar{0x2013}};
const QString separator{QStringLiteral(" \u00B7 ")};

}  // namespace

QString Words::foreign(const std::string& text, qsizetype most) const
{
    const QChar first_strong_isolate{0x2068};
    const QChar pop_isolate{0x2069};
    QString whole = QString::fromStdString(text);
    if (whole.size() > most) whole = whole.left(most).trimmed() + QChar{0x2026};
    return first_strong_isolate + whole + pop_isolate;
}

QString Words::channel(const std::string& name, qsizetype most) const
{
    const QString known = knownChannel(QString::fromStdString(name));
    return known.isEmpty() ? foreign(name, most) : known;
}

Words::Words(const core::Language& language)
    : m_language{language}, m_locale{QString::fromUtf8(language.code.data(), qsizetype(language.code.size()))}
{
}

QCalendar Words::calendar() const
{
    switch (language().calendar) {
    case core::Calendar::SolarHijri:
        return QCalendar{QCalendar::System::Jalali};
    case core::Calendar::Gregorian:
        break;
    }
    return QCalendar{QCalendar::System::Gregorian};
}

QString Words::orBrief(const QString& full, const QString& brief)
{
    const QChar string_terminator{0x9C};
    return full + string_terminator + brief;
}

QString Words::withDigits(QString text, int number) const
{
    const QRegularExpression alone{QStringLiteral("(?<![%\\d])%1(?!\\d)").arg(number)};  // not the 1 of a %1
    return text.replace(alone, count(static_cast<std::uint64_t>(number)));
}

QString Words::directed(const QString& line) const
{
    const QChar right_to_left_mark{0x200F};
    return rightToLeft() ? right_to_left_mark + line : line;
}

QString Words::digits(std::int64_t number, int width) const
{
    return m_locale.toString(qlonglong{number}).rightJustified(width, QChar{language().zero});
}

QString Words::duration(core::Milliseconds time) const
{
    const std::int64_t seconds = std::max<std::int64_t>(0, std::chrono::floor<core::Seconds>(time).count());
    const std::int64_t minutes = seconds / 60;
    const std::int64_t hours = minutes / 60;
    const std::int64_t days = hours / 24;
    if (hours < 1) return digits(minutes) + QLatin1Char{':'} + digits(seconds % 60, 2);
    if (days < 1) return tr("%1 h %2", "hours and minutes, short").arg(digits(hours), digits(minutes % 60, 2));
    if (days < 10) return tr("%1 d %2 h", "days and hours, short").arg(digits(days), digits(hours % 24));
    return tr("%1 d", "days, short").arg(compact(static_cast<std::uint64_t>(days)));
}

QString Words::duration(const std::optional<double>& seconds) const
{
    if (!seconds || !std::isfinite(*seconds)) return dash;
    constexpr double most = 1e11;  // three thousand years: what a count of milliseconds holds with ease
    return duration(core::Milliseconds{std::llround(std::clamp(*seconds, 0.0, most) * 1000)});
}

QString Words::span(core::Milliseconds time) const
{
    const core::Milliseconds whole = std::max(time, core::Milliseconds{0});
    if (whole < 90s) return tr("%1 s", "seconds, short").arg(digits(std::chrono::round<core::Seconds>(whole).count()));
    if (whole < 90min) return tr("%1 min").arg(digits(std::chrono::round<std::chrono::minutes>(whole).count()));
    if (whole < 48h) return tr("%1 h").arg(digits(std::chrono::round<std::chrono::hours>(whole).count()));
    return tr("%1 d").arg(digits(std::chrono::round<std::chrono::days>(whole).count()));
}

QString Words::compact(std::uint64_t number, std::uint64_t exact_below) const
{
    if (number >= 1'000'000'000)
        return tr("%1 bn", "billions").arg(m_locale.toString(qulonglong{number / 1'000'000'000}));
    const bool tenths = number < 10'000'000 && number % 1'000'000 >= 100'000;
    if (number >= 1'000'000 && tenths)  // cut and not rounded: what is shown was reached
        return tr("%1 M", "millions")
            .arg(m_locale.toString(std::floor(static_cast<double>(number) / 100'000) / 10, 'f', 1));
    if (number >= 1'000'000) return tr("%1 M", "millions").arg(m_locale.toString(qulonglong{number / 1'000'000}));
    if (number >= exact_below) return tr("%1 k", "thousands").arg(m_locale.toString(qulonglong{number / 1'000}));
    return m_locale.toString(qulonglong{number});
}

QString Words::count(std::uint64_t number) const
{
    return compact(number);
}

QString Words::roughCount(std::uint64_t number) const
{
    return compact(number, 10'000);
}

QString Words::percent(double ratio) const
{
    const auto whole = static_cast<std::int64_t>(std::floor(std::clamp(ratio, 0.0, 1.0) * 100 + 1e-9));
    return tr("%1 %", "per cent").arg(digits(whole));
}

QString Words::samples(std::uint64_t n) const
{
    constexpr std::uint64_t million = 1'000'000;
    return tr("n %1", "number of samples").arg(n < million ? compact(n) : compact(n / million * million));
}

QString Words::change(std::int64_t difference) const
{
    if (difference == 0) return digits(0);
    const bool less = difference < 0;
    const std::uint64_t size =
        less ? 0 - static_cast<std::uint64_t>(difference) : static_cast<std::uint64_t>(difference);
    return (less ? minus : QChar{'+'}) + roughCount(size);
}

QString Words::sentiment(double net) const
{
    return change(std::llround(std::clamp(net, -1.0, 1.0) * 100));
}

QString Words::timeOfDay(core::WallTime time) const
{
    const core::ClockFace face = core::clockFace(time);
    return digits(face.hour, 2) + QLatin1Char{':'} + digits(face.minute, 2);
}

QString Words::date(core::WallTime time) const
{
    const core::ClockFace face = core::clockFace(time);
    return m_locale.toString(QDate{face.year, face.month, face.day},
                             tr("dddd d MMMM", "QLocale format of the date in the header"), calendar());
}

QString Words::place(int number, int of) const
{
    return tr("%1 of %2", "page of pages").arg(digits(number), digits(of));
}

QString Words::page(int number, int of) const
{
    return orBrief(tr("page %1 of %2").arg(digits(number), digits(of)), place(number, of));
}

QString Words::tone(core::Tone tone) const
{
    switch (tone) {
    case core::Tone::Calm:
        return tr("calm");
    case core::Tone::Watch:
        return tr("watch");
    case core::Tone::Act:
        return tr("act");
    case core::Tone::Silent:
        return tr("silent");
    case core::Tone::Closed:
        return tr("closed");
    }
    return {};
}

QString Words::freshness(core::Freshness freshness, const std::optional<core::Milliseconds>& age) const
{
    const QString old = age ? span(*age) : QString{};
    switch (freshness) {
    case core::Freshness::Live:
        return {};
    case core::Freshness::Remembered:
        return age ? tr("saved %1 ago").arg(old) : tr("saved earlier");
    case core::Freshness::LinkDown:
        return age ? tr("%1 old").arg(old) : tr("not connected");
    case core::Freshness::Silent:
        return age ? tr("silent for %1").arg(old) : tr("silent");
    case core::Freshness::ClockWrong:
        return tr("its clock is wrong");
    }
    return {};
}

QString Words::detail(const core::QueueFigures& queue, core::WallTime now) const
{
    if (queue.tone == core::Tone::Closed) return closed(queue.opens, now);
    QStringList parts;
    // Where somebody is needed the room belongs to who could come.
    const bool needed = queue.tone == core::Tone::Act || queue.tone == core::Tone::Watch;
    if (!queue.channel.empty() && !(needed && queue.agents)) parts << channel(queue.channel);
    if (queue.agents)
        parts << orBrief(
            tr("%1 of %2 free", "agents").arg(roughCount(queue.agents->available), roughCount(queue.agents->staffed())),
            tr("%1 free", "agents").arg(roughCount(queue.agents->available)));
    return directed(parts.join(separator));
}

QString Words::closed(const std::optional<core::WallTime>& opens, core::WallTime now) const
{
    if (!opens) return tr("closed");
    if (core::dayStart(*opens) == core::dayStart(now)) return tr("closed, opens %1").arg(timeOfDay(*opens));
    const core::ClockFace face = core::clockFace(*opens);
    if (core::dateOf(*opens) - core::dateOf(now) >= std::chrono::days{7}) {  // past holidays
        const QDate day{face.year, face.month, face.day};
        return tr("closed, opens %1 %2", "weekday and time of day")
            .arg(m_locale.toString(day, QStringLiteral("d MMM"), calendar()), timeOfDay(*opens));
    }
    const int sunday_last = (face.weekday + 6) % 7 + 1;
    return tr("closed, opens %1 %2", "weekday and time of day")
        .arg(m_locale.dayName(sunday_last, QLocale::ShortFormat), timeOfDay(*opens));
}

QString Words::within(const core::Target& target) const
{
    return target.isSet() ? tr("in %1", "within a time").arg(span(target.within)) : QString{};
}

QString Words::rests(const core::ResponseFigure& figure, bool of_the_day, core::WallTime now) const
{
    if (figure.n == 0) return tr("no answers yet");
    constexpr auto slot = core::queue_slot;
    QString window = of_the_day ? tr("today") : tr("last hour");
    if (!of_the_day && figure.since && *figure.since > now - core::last_hour_window + slot)
        window = tr("since %1", "a time of day").arg(timeOfDay(*figure.since));
    else if (!of_the_day && figure.covered + slot < core::last_hour_window)
        window = tr("%1 of 60 min", "minutes that are known").arg(digits(figure.covered / 1min));
    return tr("%1, %2", "last hour, n 124").arg(window, samples(figure.n));
}

QString Words::formula(const std::vector<core::AbandonPolicy>& policies) const
{
    if (policies.size() > 1) return tr("hang-ups: each queue's own rule");
    switch (policies.empty() ? core::AbandonPolicy::Ignored : policies.front()) {
    case core::AbandonPolicy::Ignored:
        return orBrief(tr("of answered + late hang-ups"), tr("late hang-ups count against"));
    case core::AbandonPolicy::Negative:
        return orBrief(tr("of answered + all hang-ups"), tr("all hang-ups count against"));
    case core::AbandonPolicy::Positive:
        return orBrief(tr("with early hang-ups, of answered + hang-ups"), tr("early hang-ups count for"));
    }
    return {};
}

QString Words::clock(const core::State& state, core::Instant at) const
{
    if (!state.clock) return {};
    const core::FloorClock& clock = state.clock->report;
    QString name = QString::fromStdString(clock.label);
    if (name.isEmpty() || name == QLatin1String{"replay"})
        name = tr("replay");
    else if (name == QLatin1String{"simulation"})
        name = tr("simulation");
    if (clock.phase == core::ClockPhase::Ended) return tr("%1 ended").arg(name);
    if (core::floorStopped(state, at)) return tr("%1 broke off").arg(name);
    if (clock.rate == 1) return name;
    const int places = clock.rate < 10 && clock.rate != std::floor(clock.rate) ? 1 : 0;
    return tr("%1 \u00D7%2", "replay x60").arg(name, m_locale.toString(clock.rate, 'f', places));
}

QString Words::linkDown(const core::State& state, core::Instant at) const
{
    if (state.link.phase != core::LinkPhase::Down) return {};
    QString down = tr("No connection to the broker for %1").arg(span(at.steady - state.link.since.steady));
    // A wall without a report says it in its midst.
    if (state.link.reason == core::LinkReason::None || (state.queues.empty() && state.voices.empty())) return down;
    return tr("%1. %2", "no connection for 4 min; why and what to do").arg(down, LinkWords::full(state.link.reason));
}

QString Words::trouble(const core::State& state, const core::BrokerSettings& broker, core::Instant at) const
{
    if (state.link.phase == core::LinkPhase::Connecting)
        return orBrief(
            tr("connecting to %1").arg(QString::fromStdString(broker.url).section(QStringLiteral("://"), -1)),
            tr("connecting"));
    if (state.link.phase == core::LinkPhase::Down && state.link.reason != core::LinkReason::None)
        return LinkWords::brief(state.link.reason);
    if (!state.store_trouble.empty()) return tr("history is not kept");
    const std::uint64_t refused = state.refusals.reports + state.refusals.over_limit;
    const auto& newest = state.refusals.newest;
    if (refused == 0 || newest.empty() || at.steady - newest.front().at.steady > 10min) return {};
    const int few = static_cast<int>(std::min<std::uint64_t>(refused, 1'000'000));
    return orBrief(tr("%n report(s) refused", nullptr, few).replace(QString::number(few), compact(refused)),
                   tr("refused: %1", "reports").arg(compact(refused)));
}

QString Words::target(double ratio) const
{
    return tr("target %1", "a service level in per cent").arg(percent(ratio));
}

QString Words::serviceLevel(const QString& caveat) const
{
    return caveat.isEmpty() ? tr("In time today") : tr("In time, %1", "with a caveat").arg(caveat);
}

QString Words::silentQueues(int queues) const
{
    return tr("%n queue(s) silent", nullptr, queues).replace(QString::number(queues), digits(queues));
}

QString Words::mostMentioned(core::Milliseconds window) const
{
    return window.count() > 0 ? orBrief(tr("Top issues, %1").arg(span(window)), tr("Top issues")) : tr("Top issues");
}

QString Words::awaitTitle() const
{
    return tr("Waiting for the first report");
}

QString Words::awaitWhere(const QString& floor, const QString& broker) const
{
    return tr("floor %1, broker %2").arg(floor, broker);
}

QString Words::awaitElsewhere(const std::vector<std::string>& others, const QString& floor) const
{
    if (others.empty()) return {};
    constexpr qsizetype name_letters = 24;
    QStringList names;
    for (const std::string& other : others) {
        const QString name = QString::fromStdString(other);
        names << (name.size() > name_letters ? name.left(name_letters - 1) + QChar{u'\u2026'} : name);
    }
    return tr("Reports arrive for floor '%1'; this board shows '%2' (floor = in board.toml, or --floor)")
        .arg(names.join(tr("', '", "between two names in quotes")), floor);
}

QString Words::awaitHint() const
{
    return tr("This line brings the wall to life:");
}

}  // namespace carewall::ui
