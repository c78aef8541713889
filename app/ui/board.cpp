#include "ui/board.h"

#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/figures/response_day.h"
#include "core/settings.h"
#include "core/stage/scheme.h"
#include "core/stage/snapshot.h"
#include "ui/alarm/alarm_story.h"
#include "ui/closed/closed_story.h"
#include "ui/floor/floor_story.h"
#include "ui/frame/frame_story.h"
#include "ui/frame/frame_words.h"
#include "ui/identify/identify_story.h"
#include "ui/language.h"
#include "ui/moments/moment_story.h"
#include "ui/qr/qr_story.h"
#include "ui/visit/visit_story.h"
#include "ui/voice/voice_story.h"
#include "ui/words/tone.h"
#include "ui/words/words.h"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace carewall::ui {

namespace {

constexpr std::uint64_t low_24_bits = 0xFFFFFF;
/// The most mentioned are what a glance is for: two pages of them at most sizes, not the long tail.
constexpr std::size_t top_issues = 10;

QString sceneWord(core::Scene scene)
{
    return QString::fromUtf8(core::name(scene).data(), static_cast<qsizetype>(core::name(scene).size()));
}

}  // namespace

struct Board::Inner {
    Inner(const core::Settings& given, QString program_version)
        : settings{given}, version{std::move(program_version)}, words{core::languageOf(given.display.language)},
          language{given.display.language}
    {
    }

    core::Settings settings;
    QString version;
    Words words;
    std::string language;        ///< that the words are in
    core::FloorFigures figures;  ///< shown last: rows are made of them as pages turn
    core::FloorFigures before;   ///< and before that
    core::ScreenCare screen_care;
    std::vector<SpokenRow> spoken;
    std::vector<ResponseRow> responses;
    std::vector<YardstickRow> yardsticks;
    /// What was told of last, and when.
    struct Told {
        core::Scene scene = core::Scene::Floor;
        int page = 0;
        core::Seconds second{-1};
        std::chrono::sys_seconds floor_second{};
        bool operator==(const Told&) const = default;
    } told;
};

Board::Board(const core::Settings& settings, QString version)
    : m_inner{std::make_unique<Inner>(settings, std::move(version))}
{
    m_scheme = static_cast<int>(core::schemeAt(settings.display.theme, settings.display, {}));
    m_header.floor = headerFacts(m_inner->words, settings, {}, {}).floor;
    m_await = awaitFacts(m_inner->words, settings, m_inner->version, {});
    m_scene = sceneWord(core::Scene::Floor);
    for (const PagedRows* rows : {queues(), issues(), spoken(), responses()}) {
        connect(rows, &PagedRows::pageChanged, this, &Board::showPlaces);
        connect(rows, &PagedRows::pagesChanged, this, &Board::showPlaces);
    }
}

Board::~Board() = default;

void Board::show(const core::Snapshot& snapshot)
{
    Inner& in = *m_inner;
    const core::Stage& stage = snapshot.stage;
    std::swap(in.before, in.figures);  // for what they have allocated
    in.figures = snapshot.figures;
    const auto dwell = std::max<std::int64_t>(1, in.settings.display.page_dwell.count());
    const auto seconds = std::chrono::floor<core::Seconds>(snapshot.at.steady.time_since_epoch());
    const int turn = static_cast<int>(std::max<std::int64_t>(0, seconds.count() / dwell) % 1'000'000);
    const bool language = stage.language != in.language;
    if (language) speakAnew(stage.language);

    // What rests on the day, half hours and voices is new enough each second.
    const Inner::Told telling{stage.scene, stage.page, seconds, std::chrono::floor<core::Seconds>(in.figures.time)};
    const bool news = std::exchange(in.told, telling) != telling;
    if (stage.scene == core::Scene::Floor) showQueues(in.before, news, stage.page);
    become(m_await, awaitFacts(in.words, in.settings, in.version, snapshot.state), &Board::awaitChanged);
    showScene(snapshot, news);
    showFrame(snapshot, turn);
    if (language) showPlaces();
    if (std::exchange(m_page_turned, false)) ++m_page_turns, Q_EMIT pageTurnsChanged();
}

template <typename Value>
void Board::become(Value& known, std::type_identity_t<Value> now, void (Board::*changed)())
{
    if (known == now) return;
    known = std::move(now);
    Q_EMIT(this->*changed)();
}

void Board::showScene(const core::Snapshot& snapshot, bool news)
{
    Inner& in = *m_inner;
    const core::Stage& stage = snapshot.stage;
    if (stage.scene == core::Scene::Alarm)
        become(m_alarm, alarmFacts(in.words, in.figures, stage), &Board::alarmChanged);
    if (stage.scene == core::Scene::Identify)
        become(m_identity, identityFacts(in.words, in.settings, m_screen), &Board::identityChanged);
    if (stage.scene == core::Scene::Qr) become(m_qr, qrFacts(in.figures, in.settings, stage), &Board::qrChanged);
    become(m_scene, sceneWord(stage.scene), &Board::sceneChanged);
    if (std::exchange(in.screen_care, stage.screen_care) != stage.screen_care) Q_EMIT restChanged();
    if (stage.scene == core::Scene::Voice) showVoices(snapshot);
    if (stage.scene == core::Scene::Response && news) showResponses(snapshot);
    if (stage.scene == core::Scene::Visit && news) showVisit(snapshot);
    if (stage.scene == core::Scene::Moments)
        become(m_moment, momentFacts(in.words, in.figures, snapshot.state, stage.page), &Board::momentChanged);
    if (stage.scene == core::Scene::Closed && news)
        become(m_closed, closedFacts(in.words, in.figures, snapshot.state), &Board::closedChanged);
}

void Board::showFrame(const core::Snapshot& snapshot, int turn)
{
    Inner& in = *m_inner;
    const core::State& state = snapshot.state;
    HeaderFacts header = headerFacts(in.words, in.settings, state, snapshot.at);
    if (snapshot.stage.held && header.trouble.isEmpty()) header.trouble = FrameWords{in.words}.held();
    become(m_header, header, &Board::headerChanged);
    become(m_service, serviceFacts(in.words, in.figures), &Board::serviceChanged);
    become(m_voice, issueHeadFacts(in.words, in.figures.voice), &Board::voiceChanged);
    NoticeFacts notice = noticeFacts(in.words, state, snapshot.at, turn);
    const bool urgent = notice.tone == Tone::Act || notice.tone == Tone::Silent;
    if (const auto told = stageNotice(in.words, snapshot.stage); told && !urgent) notice = *told;
    become(m_notice, notice, &Board::noticeChanged);
    become(m_scheme, static_cast<int>(snapshot.stage.scheme), &Board::schemeChanged);
    become(m_second, core::clockFace(snapshot.at.wall).second, &Board::secondChanged);
    become(m_sequence, static_cast<int>(state.newest_sequence & low_24_bits), &Board::sequenceChanged);
    become(m_received, static_cast<int>(snapshot.received & low_24_bits), &Board::receivedChanged);
}

void Board::showQueues(const core::FloorFigures& before, bool news, int turn)
{
    Inner& in = *m_inner;
    const auto& queues = in.figures.queues;
    const bool as_before = !news && before.queues.size() == queues.size();
    m_queues.show(
        queues.size(), turn,
        // The scene may ask for other rows before it is told that there are fewer.
        [&in](std::size_t i) {
            return i < in.figures.queues.size() ? queueRow(in.words, in.figures, in.figures.queues[i]) : QueueRow{};
        },
        [&](std::size_t i) { return as_before && toldAlike(before.queues[i], queues[i]); });
    const core::VoiceFigures& voice = in.figures.voice;
    const bool said = news || before.voice.freshness != voice.freshness || before.voice.issues != voice.issues;
    m_issues.show(
        std::min(voice.issues.size(), top_issues), turn,
        [&in](std::size_t i) {
            const core::VoiceFigures& now = in.figures.voice;
            return i < now.issues.size() ? issueRow(in.words, now, now.issues[i]) : IssueRow{};
        },
        [said](std::size_t) { return !said; });
}

void Board::speakAnew(const std::string& code)
{
    Inner& in = *m_inner;
    in.language = code;
    const core::Language& language = core::languageOf(code);
    speak(language);
    in.words = Words{language};
    in.told = {};
    Q_EMIT languageChanged();
}

bool Board::mirrored() const
{
    return m_inner->words.rightToLeft();
}

double Board::diagonal() const
{
    return m_inner->settings.display.diagonal_in;
}

double Board::distance() const
{
    return m_inner->settings.display.distance_m;
}

double Board::dim() const
{
    return m_inner->screen_care.dim;
}

int Board::wanderX() const
{
    return m_inner->screen_care.x;
}

int Board::wanderY() const
{
    return m_inner->screen_care.y;
}

bool Board::motion() const
{
    return m_inner->settings.display.motion;
}

void Board::showPlaces()
{
    const auto place = [this](const PagedRows& rows) {
        return rows.pages() > 1 ? m_inner->words.page(rows.page() + 1, rows.pages()) : QString{};
    };
    const QString queues = place(m_queues);
    const QString issues = place(m_issues);
    const QString spoken = place(m_spoken);
    const QString responses = place(m_responses);
    const auto become = [this](QString& known, const QString& now, auto signal) {
        if (known == now) return;
        known = now;
        m_page_turned = true;
        Q_EMIT(this->*signal)();
    };
    become(m_spoken_place, spoken, &Board::spokenPlaceChanged);
    become(m_responses_place, responses, &Board::responsesPlaceChanged);
    become(m_queues_place, queues, &Board::queuesPlaceChanged);
    become(m_issues_place, issues, &Board::issuesPlaceChanged);
}

void Board::showVoices(const core::Snapshot& snapshot)
{
    Inner& in = *m_inner;
    VoiceStory story = voiceStory(in.words, in.figures, snapshot.state, snapshot.at);
    in.spoken = std::move(story.rows);
    m_spoken.show(in.spoken.size(), snapshot.stage.page, [&in](std::size_t i) { return in.spoken[i]; });
    if (m_trend != story.top) {
        m_trend = std::move(story.top);
        Q_EMIT trendChanged();
    }
    if (m_speech != story.speech) {
        m_speech = std::move(story.speech);
        Q_EMIT speechChanged();
    }
}

void Board::showVisit(const core::Snapshot& snapshot)
{
    Inner& in = *m_inner;
    VisitStory story = visitStory(in.words, in.figures, snapshot.state, snapshot.at);
    in.yardsticks = std::move(story.rows);
    m_yardsticks.show(in.yardsticks.size(), snapshot.stage.page, [&in](std::size_t i) { return in.yardsticks[i]; });
    if (m_visit == story.facts) return;
    m_visit = std::move(story.facts);
    Q_EMIT visitChanged();
}

void Board::showResponses(const core::Snapshot& snapshot)
{
    Inner& in = *m_inner;
    const core::ResponseDays days = core::responseDays(snapshot.state, snapshot.at, in.figures);
    const DaySpan span = daySpan(days.floor, in.figures.time);
    in.responses = responseRows(in.words, in.figures, days, span);
    m_responses.show(in.responses.size(), snapshot.stage.page, [&in](std::size_t i) { return in.responses[i]; });
    const QList<QString> hours = ends(in.words, span, in.figures.time);
    if (std::exchange(m_hours, hours) != hours) Q_EMIT hoursChanged();
}

}  // namespace carewall::ui
