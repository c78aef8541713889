#include "ui/board.h"

#include "core/calendar.h"
#include "core/figures/figures.h"
#include "core/figures/figures_memory.h"
#include "core/figures/response_day.h"
#include "core/settings.h"
#include "core/stage/scheme.h"
#include "core/stage/stage.h"
#include "core/state.h"
#include "ui/closed_story.h"
#include "ui/floor_story.h"
#include "ui/frame_story.h"
#include "ui/language.h"
#include "ui/moment_story.h"
#include "ui/stage_story.h"
#include "ui/stage_words.h"
#include "ui/tone.h"
#include "ui/visit_story.h"
#include "ui/voice_story.h"
#include "ui/words.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace carewall::ui {

namespace {

constexpr std::uint64_t low_24_bits = 0xFFFFFF;
/// The most mentioned are what a glance is for: two pages of them at most sizes, not the long tail.
constexpr std::size_t top_issues = 10;

QLocale localeOf(const core::Settings& settings)
{
    return QLocale{QString::fromStdString(settings.display.language)};
}

}  // namespace

struct Board::Inner {
    Inner(const core::Settings& given, QString program_version)
        : settings{given}, version{std::move(program_version)}, words{localeOf(given)}, language{given.display.language}
    {
    }

    core::Settings settings;
    QString version;
    Words words;
    core::FiguresMemory memory;
    std::string language;  ///< that the words are in
    core::FloorFigures figures;
    core::Stage stage;
    std::vector<SpokenRow> spoken;
    std::vector<ResponseRow> responses;
    std::vector<YardstickRow> yardsticks;
    /// What was told of last, and when.
    struct Told {
        std::string scene;
        int page = 0;
        core::Seconds second{-1};
        std::chrono::sys_seconds floor_second{};
        bool operator==(const Told&) const = default;
    } told;
};

Board::Board(const core::Settings& settings, QString version)
    : m_inner{std::make_unique<Inner>(settings, std::move(version))}, m_scheme{static_cast<int>(
                                                                          core::schemeAt(settings.display, {}))}
{
    m_header.floor = headerFacts(m_inner->words, settings, {}, {}).floor;
    m_await = awaitFacts(m_inner->words, settings, m_inner->version, {});
    m_scene = QStringLiteral("floor");
    for (const PagedRows* rows : {queues(), issues(), spoken(), responses()}) {
        connect(rows, &PagedRows::pageChanged, this, &Board::showPlaces);
        connect(rows, &PagedRows::pagesChanged, this, &Board::showPlaces);
    }
}

Board::~Board() = default;

void Board::show(const core::State& state, core::Instant at)
{
    show(state, at, {});
}

void Board::show(const core::State& state, core::Instant at, const core::TrendsNow& trends)
{
    Inner& in = *m_inner;
    const core::FloorFigures before = std::exchange(in.figures, core::figures(state, at, trends, in.memory));
    const auto dwell = std::max<std::int64_t>(1, in.settings.display.page_dwell.count());
    const auto seconds = std::chrono::floor<core::Seconds>(at.steady.time_since_epoch()).count();
    const int turn = static_cast<int>(std::max<std::int64_t>(0, seconds / dwell) % 1'000'000);
    const core::ScreenCare rest = in.stage.screen_care;
    in.stage = core::direct(std::move(in.stage), state, in.figures, in.settings, at);
    const bool language = in.stage.language != in.language;
    if (language) speakAnew();
    const int page = in.stage.page;

    // What rests on the day, half hours and voices is new enough each second.
    const Inner::Told telling{in.stage.scene, page, std::chrono::floor<core::Seconds>(at.steady.time_since_epoch()),
                              std::chrono::floor<core::Seconds>(in.figures.time)};
    const bool news = std::exchange(in.told, telling) != telling;
    if (in.stage.scene == "floor") showQueues(before, news, page);

    const auto become = [this](auto& known, auto now, auto signal) {
        if (known == now) return;
        known = std::move(now);
        Q_EMIT(this->*signal)();
    };
    become(m_await, awaitFacts(in.words, in.settings, in.version, state), &Board::awaitChanged);
    if (in.stage.scene == "alarm") become(m_alarm, alarmFacts(in.words, in.figures, in.stage), &Board::alarmChanged);
    if (in.stage.scene == "identify")
        become(m_identity, identityFacts(in.words, in.settings, m_screen), &Board::identityChanged);
    if (in.stage.scene == "qr") become(m_qr, qrFacts(in.words, in.figures, in.settings, in.stage), &Board::qrChanged);
    become(m_scene, QString::fromStdString(in.stage.scene), &Board::sceneChanged);
    if (in.stage.screen_care != rest) Q_EMIT restChanged();
    if (m_scene == QLatin1String{"voice"}) showVoices(state, at, page);
    if (m_scene == QLatin1String{"response"} && news) showResponses(state, at, page);
    if (m_scene == QLatin1String{"visit"} && news) showVisit(state, at, page);
    if (m_scene == QLatin1String{"moments"})
        become(m_moment, momentFacts(in.words, in.figures, state, page), &Board::momentChanged);
    if (m_scene == QLatin1String{"closed"} && news)
        become(m_closed, closedFacts(in.words, in.figures, state), &Board::closedChanged);
    HeaderFacts header = headerFacts(in.words, in.settings, state, at);
    if (in.stage.held && header.trouble.isEmpty()) header.trouble = StageWords{in.words}.held();
    become(m_header, header, &Board::headerChanged);
    become(m_service, serviceFacts(in.words, in.figures), &Board::serviceChanged);
    become(m_voice, voiceFacts(in.words, in.figures.voice), &Board::voiceChanged);
    NoticeFacts notice = noticeFacts(in.words, state, at, turn);
    const bool urgent = notice.tone == Tone::Act || notice.tone == Tone::Silent;
    if (const auto told = stageNotice(in.words, in.stage); told && !urgent) notice = *told;
    become(m_notice, notice, &Board::noticeChanged);
    in.settings.display.theme = in.stage.theme;
    become(m_scheme, static_cast<int>(core::schemeAt(in.settings.display, in.figures.time)), &Board::schemeChanged);
    become(m_second, core::clockFace(at.wall).second, &Board::secondChanged);
    become(m_sequence, static_cast<int>(state.newest_sequence & low_24_bits), &Board::sequenceChanged);
    if (language) showPlaces();
    if (std::exchange(m_page_turned, false)) ++m_page_turns, Q_EMIT pageTurnsChanged();
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

void Board::speakAnew()
{
    Inner& in = *m_inner;
    in.language = in.stage.language;
    const QString language = QString::fromStdString(in.language);
    speak(language);
    in.words = Words{QLocale{language}};
    in.told = {};
    Q_EMIT languageChanged();
}

void Board::setReceived(std::uint64_t messages)
{
    const auto received = static_cast<int>(messages & low_24_bits);
    if (std::exchange(m_received, received) != received) Q_EMIT receivedChanged();
}

const core::FloorFigures& Board::shown() const
{
    return m_inner->figures;
}

void Board::setTheme(core::Theme theme)
{
    core::DisplaySettings& display = m_inner->settings.display;
    m_inner->stage.theme = display.theme = theme;
    const int scheme = static_cast<int>(core::schemeAt(display, m_inner->figures.time));
    if (std::exchange(m_scheme, scheme) != scheme) Q_EMIT schemeChanged();
}

bool Board::mirrored() const
{
    return m_inner->words.locale().textDirection() == Qt::RightToLeft;
}

double Board::diagonal() const
{
    return m_inner->settings.display.diagonal_in;
}

double Board::distance() const
{
    return m_inner->settings.display.distance_m;
}

const core::Stage& Board::stage() const
{
    return m_inner->stage;
}

double Board::dim() const
{
    return m_inner->stage.screen_care.dim;
}

int Board::wanderX() const
{
    return m_inner->stage.screen_care.x;
}

int Board::wanderY() const
{
    return m_inner->stage.screen_care.y;
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

void Board::showVoices(const core::State& state, core::Instant at, int turn)
{
    Inner& in = *m_inner;
    VoiceStory story = voiceStory(in.words, in.figures, state, at);
    in.spoken = std::move(story.rows);
    m_spoken.show(in.spoken.size(), turn, [&in](std::size_t i) { return in.spoken[i]; });
    if (m_trend != story.top) {
        m_trend = std::move(story.top);
        Q_EMIT trendChanged();
    }
    if (m_speech != story.speech) {
        m_speech = std::move(story.speech);
        Q_EMIT speechChanged();
    }
}

void Board::showVisit(const core::State& state, core::Instant at, int turn)
{
    Inner& in = *m_inner;
    VisitStory story = visitStory(in.words, in.figures, state, at);
    in.yardsticks = std::move(story.rows);
    m_yardsticks.show(in.yardsticks.size(), turn, [&in](std::size_t i) { return in.yardsticks[i]; });
    if (m_visit == story.facts) return;
    m_visit = std::move(story.facts);
    Q_EMIT visitChanged();
}

void Board::showResponses(const core::State& state, core::Instant at, int turn)
{
    Inner& in = *m_inner;
    const core::ResponseDays days = core::responseDays(state, at, in.figures);
    const DaySpan span = daySpan(days.floor, in.figures.time);
    in.responses = responseRows(in.words, in.figures, days, span);
    m_responses.show(in.responses.size(), turn, [&in](std::size_t i) { return in.responses[i]; });
    const QList<QString> hours = ends(in.words, span, in.figures.time);
    if (std::exchange(m_hours, hours) != hours) Q_EMIT hoursChanged();
}

}  // namespace carewall::ui
