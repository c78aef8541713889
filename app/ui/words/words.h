#pragma once

#include "core/figures/figures.h"
#include "core/languages.h"
#include "core/settings.h"
#include "core/state.h"

#include <QCalendar>
#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <functional>
#include <limits>

namespace carewall::ui {

/// Everything that the wall says, in the language it is set to: digits, signs and plurals by QLocale, sentences by
/// tr(). Made anew where the language changes. GUI thread.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static constexpr qsizetype all_letters = std::numeric_limits<qsizetype>::max();

    explicit Words(const core::Language& language);

    const QLocale& locale() const { return m_locale; }
    /// Of core::languages.
    const core::Language& language() const { return m_language; }
    bool rightToLeft() const { return language().direction == core::Direction::RightToLeft; }
    /// By which dates are told.
    QCalendar calendar() const;

    /// "0:07", "4:32", "1 h 05", "2 d 3 h", "412 d"; never longer than eight places. Negative times count as 0.
    QString duration(core::Milliseconds time) const;
    /// The same of a figure in seconds; a dash when there is none.
    QString duration(const std::optional<double>& seconds) const;
    /// An age or a target as one rounded unit: "20 s", "5 min", "3 h", "2 d".
    QString span(core::Milliseconds time) const;
    /// "1,204"; from 100,000 on "123 k", from a million on "1.2 M", "12 M", "3 bn".
    QString count(std::uint64_t number) const;
    /// The same, rounded from 10,000 on.
    QString roughCount(std::uint64_t number) const;
    /// "82 %", rounded towards zero, so that 79.9 % is never shown as a target of 80 % met. Ratio in [0, 1].
    QString percent(double ratio) const;
    /// "n 1,204"
    QString samples(std::uint64_t n) const;
    /// "+12", "-3" with a real minus sign, "0"; as rough as roughCount().
    QString change(std::int64_t difference) const;
    /// Net sentiment in [-1, 1] as signed hundredths: "+34".
    QString sentiment(double net) const;
    /// "14:02" on the floor, 24 hours.
    QString timeOfDay(core::WallTime time) const;
    /// "Tuesday 3 June" in the language's own calendar.
    QString date(core::WallTime time) const;
    /// "7 of 12"
    QString place(int number, int of) const;
    /// "page 1 of 2", in brief "1 of 2"
    QString page(int number, int of) const;

    QString tone(core::Tone tone) const;
    /// Why a value may not be taken for live, with its age; empty when it is live.
    QString freshness(core::Freshness freshness, const std::optional<core::Milliseconds>& age) const;
    /// Channel and agents: "chat - 5 of 8 free"; where somebody is needed, the agents alone.
    /// Outside its hours: "closed, opens 08:00".
    QString detail(const core::QueueFigures& queue, core::WallTime now) const;
    /// "closed, opens 08:00", "closed, opens Mon 08:00"
    QString closed(const std::optional<core::WallTime>& opens, core::WallTime now) const;
    /// How many more will breach their target soon, or why there is no forecast.
    QString breachForecast(const core::QueueFigures& queue, core::WallTime now) const;
    /// "3 more late by 14:12, 8 by 14:32"; may be broken after the comma alone.
    QString breachesSoon(double in_10min, double in_30min, core::WallTime now) const;
    /// A level on an axis: "0.5 s", "30 s", "2 min", "1 h", "3 d". Positive.
    QString level(double seconds) const;
    /// "4 min +"
    QString orMore(const QString& level) const;
    QString now() const;
    /// What who comes now should expect: "wait 4:30 (2:10-9:00)"
    QString nextWaits(const core::WaitAhead& wait) const;
    /// "empty in 12 min"
    QString clearIn(const std::optional<core::Milliseconds>& time) const;
    /// "forecast for 3 of 8 queues"
    QString queuesForeseen(std::size_t with, std::size_t all) const;
    QString allQueues() const;
    /// "in 20 s"; empty without a target.
    QString within(const core::Target& target) const;
    /// What a response time rests on: "last hour, n 124", "since 14:10, n 12", "52 of 60 min, n 40", "today, n 61".
    QString rests(const core::ResponseFigure& figure, bool of_the_day, core::WallTime now) const;
    /// How customers who gave up count in the overall service level, in brief.
    QString formula(const std::vector<core::AbandonPolicy>& policies) const;
    /// "replay x60", "replay ended"; empty when the floor lives in wall time.
    QString clock(const core::State& state, core::Instant at) const;
    /// Since when, and why; empty while there is a connection or it is only being made.
    QString linkDown(const core::State& state, core::Instant at) const;
    /// Lesser troubles of the board itself: connecting, why there is no connection in brief, disk, reports refused in
    /// the last ten minutes; empty when all is well.
    QString trouble(const core::State& state, const core::BrokerSettings& broker, core::Instant at) const;
    /// "target 80 %"
    QString target(double ratio) const;
    /// The overall service level's heading: "In time today", "In time, 2 queues silent".
    QString serviceLevel(const QString& caveat) const;
    /// "2 queues silent"
    QString silentQueues(int queues) const;
    /// "Top issues, 3 h": by mentions in the last three hours
    QString mostMentioned(core::Milliseconds window) const;
    QString awaitTitle() const;
    QString awaitWhere(const QString& floor, const QString& broker) const;
    /// Empty where reports arrive for no other floor.
    QString awaitElsewhere(const std::vector<std::string>& others, const QString& floor) const;
    QString awaitHint() const;

    /// The channel, in the wall's language where it is one that all know ("phone", "e-mail"), else as it came,
    /// isolated.
    QString channel(const std::string& name, qsizetype most = all_letters) const;
    /// Text from the wire within a sentence of ours: whichever way it runs, it does not turn the rest around. Beyond
    /// `most` letters it ends with an ellipsis.
    QString foreign(const std::string& text, qsizetype most = all_letters) const;
    /// A line that begins with such text and still runs as the wall does.
    QString directed(const QString& line) const;

    /// A plural's %n, which Qt wrote as `number`, in the wall's own digits.
    QString withDigits(QString text, int number) const;

    /// The same said in full and in brief: a label shows the first that it has room for.
    static QString orBrief(const QString& full, const QString& brief);

private:
    std::reference_wrapper<const core::Language> m_language;
    QLocale m_locale;

    /// Empty: only the floor knows it.
    static QString knownChannel(const QString& name);
    QString digits(std::int64_t number, int width = 1) const;
    QString compact(std::uint64_t number, std::uint64_t exact_below = 100'000) const;
};

}  // namespace carewall::ui
