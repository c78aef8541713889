#include "ui/frame/frame_story.h"

#include "core/figures/judgement.h"
#include "core/topic_name.h"
#include "ui/frame/frame_words.h"
#include "ui/words/link_words.h"
#include "ui/words/tone.h"

#include <QUrl>

#include <algorithm>
#include <vector>

namespace carewall::ui {

namespace {

QString floorName(const core::Settings& settings)
{
    return QString::fromStdString(settings.title.empty() ? settings.floor : settings.title);
}

}  // namespace

HeaderFacts headerFacts(const Words& words, const core::Settings& settings, const core::State& state, core::Instant at)
{
    const core::WallTime time = core::floorTime(state, at);
    HeaderFacts header;
    header.floor = floorName(settings);
    header.date = words.date(time);
    header.time = words.timeOfDay(time);
    header.clock = words.clock(state, at);
    header.clock_stopped = core::floorStopped(state, at);
    header.trouble = words.trouble(state, settings.broker, at);
    return header;
}

NoticeFacts noticeFacts(const Words& words, const core::State& state, core::Instant at, int page)
{
    NoticeFacts notice;
    notice.text = words.linkDown(state, at);
    if (!notice.text.isEmpty()) {
        notice.tone = static_cast<int>(core::Tone::Silent);
        return notice;
    }
    const core::WallTime now = core::floorTime(state, at);
    std::vector<const core::Notice*> standing;
    for (const auto& [id, held] : state.notices)
        if (!held.report.text.empty() && (!held.report.until || *held.report.until > now))
            standing.push_back(&held.report);
    if (standing.empty()) return notice;
    std::stable_sort(standing.begin(), standing.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    const std::size_t which = static_cast<std::size_t>(page) % standing.size();
    notice.text = QString::fromStdString(standing[which]->text);
    notice.tone = static_cast<int>(core::judgeNotice(standing[which]->severity));
    if (standing.size() > 1) notice.place = words.place(static_cast<int>(which) + 1, static_cast<int>(standing.size()));
    return notice;
}

std::optional<NoticeFacts> stageNotice(const Words& words, const core::Stage& stage)
{
    const FrameWords says{words};
    const auto told = [](const QString& text, Tone::Value tone) { return NoticeFacts{text, tone, {}}; };
    if (stage.missing) return told(says.missing(*stage.missing), Tone::Calm);
    if (stage.alarms.recovery) return told(says.recovered(*stage.alarms.recovery), Tone::Recovered);
    if (stage.best_day) return told(says.bestDay(*stage.best_day), Tone::Best);
    return std::nullopt;
}

AwaitFacts awaitFacts(const Words& words, const core::Settings& settings, const QString& version,
                      const core::State& state)
{
    AwaitFacts await;
    await.shown = core::awaitsReports(state);
    if (!await.shown) return await;
    const QUrl broker{QString::fromStdString(settings.broker.url)};
    const bool tls = broker.scheme() == QLatin1String{"mqtts"};
    const QString port = QString::number(broker.port(tls ? 8883 : 1883));
    const QString floor = QString::fromStdString(settings.floor);
    await.title = words.awaitTitle();
    await.where = words.awaitWhere(floor, broker.host() + QLatin1Char{':'} + port);
    constexpr qsizetype most = 80;  // of what comes in English
    await.reason = LinkWords::detailed(state.link.reason,
                                       state.link.why.empty() ? QString{} : words.foreign(state.link.why, most));
    await.version = QStringLiteral("Carewall ") + version;
    await.elsewhere = words.awaitElsewhere(state.other_floors, floor);
    await.hint = words.awaitHint();
    await.line = QStringLiteral("mosquitto_pub -h %1 -p %2 -q 1 -r%3 \\\n  -t %5%4/queue/help/me/now \\\n"
                                "  -m '{\"waiting\": 7}'")
                     .arg(broker.host(), port, tls ? QStringLiteral(" --cafile CA.pem") : QString{}, floor,
                          QString::fromLatin1(core::topic_prefix.data(), core::topic_prefix.size()));
    return await;
}

}  // namespace carewall::ui
