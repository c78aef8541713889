#include "ui/visit/visit_words.h"

#include "core/calendar.h"
#include "core/figures/judgement.h"
#include "ui/closed/closed_words.h"

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

constexpr qsizetype short_unit = 4;

}  // namespace

QString VisitWords::sentence(const core::FloorFigures& floor) const
{
    if (floor.tone == core::Tone::Closed) {
        const std::optional<core::WallTime> opens = earliestOpening(floor);
        return opens ? tr("The floor is closed until %1.", "a day and a time")
                           .arg(ClosedWords{m_words}.dayAndTime(*opens, floor.time))
                     : tr("The floor is closed.");
    }
    if (floor.queues.empty()) return tr("No queue has reported yet.");
    const QString promise = promiseKept(floor);
    const QString need = needed(floor);
    return need.isEmpty() ? tr("%1.", "a sentence").arg(promise)
                          : tr("%1; %2.", "a sentence of two clauses").arg(promise, need);
}

QString VisitWords::promiseKept(const core::FloorFigures& floor) const
{
    const std::optional<double> ratio = floor.service_level.ratio();
    const std::uint64_t answered = floor.day_tally.answered;
    if (ratio && floor.target_ratio > 0) {
        if (*ratio >= floor.target_ratio) return tr("Customers are answered as promised today");
        if (*ratio >= floor.target_ratio - core::little_behind)
            return tr("Answers take a little longer than promised today");
        return tr("Too many customers wait longer than promised today");
    }
    if (answered == 0) return tr("Nobody has been answered yet today");
    const int few = static_cast<int>(std::min<std::uint64_t>(answered, 1'000'000));
    return tr("%n customer(s) answered so far today", nullptr, few)
        .replace(QString::number(few), m_words.roughCount(answered));
}

QString VisitWords::needed(const core::FloorFigures& floor) const
{
    const auto with = [&](core::Tone tone) {
        return static_cast<int>(std::ranges::count(floor.queues, tone, &core::QueueFigures::tone));
    };
    const auto say = [&](QString words, int number) {
        const QChar unbroken{0xA0};
        return words.replace(QString::number(number) + QLatin1Char{' '},
                             m_words.count(static_cast<std::uint64_t>(number)) + unbroken);
    };
    if (const int acts = with(core::Tone::Act); acts > 0)
        return say(tr("%n queue(s) need(s) help now", nullptr, acts), acts);
    if (const int watched = with(core::Tone::Watch); watched > 0)
        return say(tr("%n queue(s) to keep an eye on", nullptr, watched), watched);
    return with(core::Tone::Calm) > 0 ? tr("nobody waits too long") : QString{};
}

QString VisitWords::answeredInTime() const
{
    return Words::orBrief(tr("Answered in time"), tr("In time"));
}

QString VisitWords::nineOfTenWithin() const
{
    return tr("9 of 10 within", "nine of ten customers are answered within the time above");
}

QString VisitWords::half(const std::optional<double>& seconds) const
{
    return tr("half %1", "half of the customers are answered within a time").arg(m_words.duration(seconds));
}

QString VisitWords::solvedInOneGo() const
{
    return Words::orBrief(tr("Solved in one go"), tr("In one go"));
}

QString VisitWords::mood() const
{
    return tr("Mood", "net sentiment of the day");
}

QString VisitWords::promised(const core::Promise& promise) const
{
    if (promise.within.count() == 0) return {};
    const auto unbroken = [](QString figure) { return figure.replace(QLatin1Char{' '}, QChar{0xA0}); };
    const QString ratio = unbroken(m_words.percent(promise.ratio));
    const QString within = unbroken(m_words.span(promise.within));
    return Words::orBrief(tr("target %1 in %2", "80 % in 20 s").arg(ratio, within),
                          tr("%1 in %2", "a target: 80 % in 20 s").arg(ratio, within));
}

QString VisitWords::covered(const core::Promise& promise) const
{
    if (promise.within.count() == 0 || promise.everybody) return {};
    if (!promise.channel.empty()) return m_words.channel(promise.channel);
    const int all = static_cast<int>(std::min<std::size_t>(promise.of, 1'000'000));
    const auto say = [&](QString words) {
        return words.replace(QString::number(all), m_words.count(promise.of)).arg(m_words.count(promise.queues));
    };
    return Words::orBrief(say(tr("%1 of %n queue(s)", "which a figure is of: 3 of 5 queues", all)),
                          say(tr("%1/%n queue(s)", "3 of 5 queues, in brief", all)));
}

QString VisitWords::target(const QString& figure) const
{
    return tr("target %1").arg(figure);
}

QString VisitWords::usual(const QString& figure) const
{
    return tr("usual %1", "what the days before came to").arg(figure);
}

QString VisitWords::noTarget() const
{
    return tr("no target");
}

QString VisitWords::metric(double value, const std::string& unit) const
{
    if (!std::isfinite(value)) return m_words.duration(std::optional<double>{});
    const double size = std::abs(value);
    QString figure;
    if (size >= 10'000) {
        figure = m_words.roughCount(static_cast<std::uint64_t>(std::min(size, 1e18)));
        if (value < 0) figure.prepend(QChar{0x2212});
    } else {
        const double shown = std::round(value * 10) / 10;
        const bool whole = size >= 100 || shown == std::round(shown);
        figure = m_words.locale().toString(shown, 'f', whole ? 0 : 1).replace(QLatin1Char{'-'}, QChar{0x2212});
    }
    QString behind = QString::fromStdString(unit);
    const char16_t zero = m_words.language().zero;
    for (QChar& letter : behind)  // the unit's digits are the language's own: "/ 5"
        if (letter >= QLatin1Char{'0'} && letter <= QLatin1Char{'9'})
            letter = QChar{static_cast<char16_t>(zero + letter.digitValue())};
    if (behind.isEmpty() || behind.size() > short_unit) return figure;
    return figure + QChar{0xA0} + behind;
}

QString VisitWords::dayLetter(core::WallTime midnight) const
{
    const int sunday_last = (core::clockFace(midnight).weekday + 6) % 7 + 1;
    return m_words.locale().dayName(sunday_last, QLocale::NarrowFormat);
}

QString VisitWords::whatIsUnusual() const
{
    return tr("What customers speak of");
}

QString VisitWords::bestMoment() const
{
    return tr("Above and beyond today");
}

}  // namespace carewall::ui
