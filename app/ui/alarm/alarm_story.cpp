#include "ui/alarm/alarm_story.h"

#include "ui/frame/frame_words.h"
#include "ui/words/tone.h"

#include <QNetworkInterface>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace carewall::ui {

namespace {

/// Where this machine is reached: its IPv4 addresses but loopback, at most two.
QString addresses()
{
    constexpr qsizetype most = 2;
    QStringList found;
    for (const QHostAddress& address : QNetworkInterface::allAddresses())
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && found.size() < most)
            found << address.toString();
    return found.join(QStringLiteral(", "));
}

QString labelOf(const core::VoiceFigures& voice, const std::string& issue)
{
    for (const core::TrendFigures& trend : voice.trends)
        if (trend.trend.issue == issue && !trend.label.empty()) return QString::fromStdString(trend.label);
    for (const core::IssueFigures& known : voice.issues)
        if (known.issue == issue && !known.label.empty()) return QString::fromStdString(known.label);
    return QString::fromStdString(issue);
}

}  // namespace

AlarmFacts alarmFacts(const Words& words, const core::FloorFigures& floor, const core::Stage& stage)
{
    AlarmFacts facts;
    const auto queue = std::find_if(floor.queues.begin(), floor.queues.end(),
                                    [&](const core::QueueFigures& known) { return known.queue == stage.alarm; });
    if (queue == floor.queues.end()) return facts;
    const StageWords says{words};
    facts.queue = QString::fromStdString(queue->label);
    facts.call = says.act();
    facts.trouble = says.trouble(*queue, floor.time);
    const auto alarm = stage.alarms.queues.find(stage.alarm);
    if (alarm != stage.alarms.queues.end() && alarm->second.active)
        facts.since = says.since(alarm->second.since, alarm->second.since_known);
    facts.waiting = words.count(queue->waiting);
    facts.waiting_word = says.waiting();
    if (queue->oldest && queue->waiting > 0) facts.oldest = words.duration(*queue->oldest);
    facts.oldest_word = says.longestWait(queue->target);
    facts.needed = says.needed(*queue);
    const auto others = std::count_if(floor.queues.begin(), floor.queues.end(), [&](const core::QueueFigures& other) {
        return other.tone == core::Tone::Act && other.queue != queue->queue;
    });
    facts.more = says.more(static_cast<int>(others));
    return facts;
}

IdentityFacts identityFacts(const Words& words, const core::Settings& settings, QSize screen)
{
    const StageWords says{words};
    IdentityFacts facts;
    facts.heading = says.thisBoard();
    facts.board = QString::fromStdString(settings.board);
    const QUrl broker{QString::fromStdString(settings.broker.url)};
    const auto tell = [&](const QString& word, const QString& value) {
        if (value.isEmpty()) return;
        facts.words << word;
        facts.values << value;
    };
    tell(says.floor(), QString::fromStdString(settings.floor));
    tell(says.broker(),
         broker.host() + (broker.port() > 0 ? QLatin1Char{':'} + QString::number(broker.port()) : QString{}));
    const QString at = addresses();
    tell(says.machine(), QSysInfo::machineHostName() + (at.isEmpty() ? QString{} : QStringLiteral(", ") + at));
    tell(says.screen(), says.screenSize(screen.width(), screen.height(), settings.display));
    return facts;
}

QrFacts qrFacts(const Words& words, const core::FloorFigures& floor, const core::Settings& settings,
                const core::Stage& stage)
{
    const StageWords says{words};
    QrFacts facts;
    facts.heading = says.moreOn();
    facts.issue = labelOf(floor.voice, stage.qr);
    facts.hint = says.scan();
    facts.url = QString::fromStdString(settings.links.issue)
                    .replace(QLatin1String{"{issue}"},
                             QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(stage.qr))));
    return facts;
}

std::optional<NoticeFacts> stageNotice(const Words& words, const core::Stage& stage)
{
    const StageWords says{words};
    const auto told = [](const QString& text, Tone::Value tone) { return NoticeFacts{text, tone, {}}; };
    if (stage.missing) return told(says.missing(*stage.missing), Tone::Calm);
    if (stage.alarms.recovery) return told(says.recovered(*stage.alarms.recovery), Tone::Recovered);
    if (stage.best_day) return told(says.bestDay(*stage.best_day), Tone::Best);
    return std::nullopt;
}

}  // namespace carewall::ui
