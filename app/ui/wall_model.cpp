#include "ui/wall_model.h"

#include "core/languages.h"
#include "core/stage/scheme.h"
#include "core/stage/snapshot.h"
#include "ui/language.h"

#include <cstdint>
#include <utility>

namespace carewall::ui {

namespace {

constexpr std::uint64_t low_24_bits = 0xFFFFFF;

}  // namespace

WallModel::WallModel(const core::Settings& settings, QString version)
    : m_context{settings, std::move(version), Words{core::languageOf(settings.display.language)}, {}},
      m_language{settings.display.language}, m_frame{m_context}, m_scheme{static_cast<int>(core::schemeAt(
                                                                     settings.display.theme, settings.display, {}))}
{
    for (const SceneView& view : sceneViews())
        m_models.at(static_cast<std::size_t>(view.scene)) = view.make(m_context);
}

void WallModel::show(const core::Snapshot& snapshot)
{
    const core::Stage& stage = snapshot.stage;
    const bool language = stage.language != m_language;
    if (language) speakAnew(stage.language);

    using std::chrono::floor;
    const core::Scene scene = m_given_up.contains(stage.scene) ? core::Scene::Floor : stage.scene;
    const Shown now{scene, stage.page, floor<core::Seconds>(snapshot.at.steady.time_since_epoch()),
                    floor<core::Seconds>(snapshot.figures.time)};
    const bool news = std::exchange(m_shown, now) != now;
    model(scene).show(snapshot, news);
    m_frame.show(snapshot, news);
    become(m_scene, scene, &WallModel::sceneChanged);
    become(m_screen_care, stage.screen_care, &WallModel::screenCareChanged);
    become(m_scheme, static_cast<int>(stage.scheme), &WallModel::schemeChanged);
    become(m_sequence, static_cast<int>(snapshot.state.newest_sequence & low_24_bits), &WallModel::sequenceChanged);
    become(m_received, static_cast<int>(snapshot.received & low_24_bits), &WallModel::receivedChanged);
    if (language)
        for (const auto& each : m_models)
            each->showPlaces();
    turnPages();
}

QUrl WallModel::page() const
{
    return QUrl{QString::fromLatin1(sceneViews().at(static_cast<std::size_t>(m_scene)).page)};
}

void WallModel::giveUpPage()
{
    if (m_scene == core::Scene::Floor) return;
    m_given_up.insert(m_scene);
    become(m_scene, core::Scene::Floor, &WallModel::sceneChanged);
}

void WallModel::speakAnew(const std::string& code)
{
    m_language = code;
    const core::Language& language = core::languageOf(code);
    speak(language);
    m_context.words = Words{language};
    m_shown = {};
    Q_EMIT languageChanged();
}

void WallModel::turnPages()
{
    bool turned = false;
    for (const auto& each : m_models)
        turned |= each->takePageTurned();
    if (turned) m_frame.pageTurned();
}

template <typename Value>
void WallModel::become(Value& known, std::type_identity_t<Value> now, void (WallModel::*changed)())
{
    if (known == now) return;
    known = std::move(now);
    Q_EMIT(this->*changed)();
}

}  // namespace carewall::ui
