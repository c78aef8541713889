#include "ui/scene_views.h"

#include "ui/alarm/alarm_model.h"
#include "ui/closed/closed_model.h"
#include "ui/floor/floor_model.h"
#include "ui/identify/identify_model.h"
#include "ui/moments/moments_model.h"
#include "ui/qr/qr_model.h"
#include "ui/response/response_model.h"
#include "ui/visit/visit_model.h"
#include "ui/voice/voice_model.h"

namespace carewall::ui {

namespace {

template <typename Model>
constexpr SceneView view(const char* page)
{
    return {Model::scene, page,
            [](const WallContext& wall) -> std::unique_ptr<SceneModel> { return std::make_unique<Model>(wall); }};
}

constexpr std::array<SceneView, core::scenes.size()> views{{
    view<FloorModel>("qrc:/Carewall/Scenes/Floor/Floor.qml"),
    view<ResponseModel>("qrc:/Carewall/Scenes/Response/Response.qml"),
    view<VoiceModel>("qrc:/Carewall/Scenes/Voice/Voice.qml"),
    view<MomentsModel>("qrc:/Carewall/Scenes/Moments/Moments.qml"),
    view<VisitModel>("qrc:/Carewall/Scenes/Visit/Visit.qml"),
    view<ClosedModel>("qrc:/Carewall/Scenes/Closed/Closed.qml"),
    view<AlarmModel>("qrc:/Carewall/Scenes/Alarm/Alarm.qml"),
    view<IdentifyModel>("qrc:/Carewall/Scenes/Identify/Identify.qml"),
    view<QrModel>("qrc:/Carewall/Scenes/Qr/Qr.qml"),
}};

static_assert([] {
    for (std::size_t i = 0; i < views.size(); ++i)
        if (views.at(i).scene != static_cast<core::Scene>(i)) return false;
    return true;
}());

}  // namespace

const std::array<SceneView, core::scenes.size()>& sceneViews()
{
    return views;
}

}  // namespace carewall::ui
