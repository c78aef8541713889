#pragma once

#include "core/scenes.h"
#include "ui/scene_model.h"

#include <QUrl>

#include <array>
#include <memory>

namespace carewall::ui {

/// What shows a scene: its model and its page.
struct SceneView {
    core::Scene scene = core::Scene::Floor;
    const char* page = "";  ///< URL of a QML item with `required property FrameModel frame` and, of that model, `model`
    std::unique_ptr<SceneModel> (*make)(const WallContext& wall) = nullptr;
};

/// Of each scene, in the order of core::Scene.
const std::array<SceneView, core::scenes.size()>& sceneViews();

}  // namespace carewall::ui
