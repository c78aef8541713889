#include "ui/scene_model.h"

namespace carewall::ui {

void SceneModel::follow(const PagedRows& rows)
{
    connect(&rows, &PagedRows::pageChanged, this, &SceneModel::showPlaces);
    connect(&rows, &PagedRows::pagesChanged, this, &SceneModel::showPlaces);
}

}  // namespace carewall::ui
