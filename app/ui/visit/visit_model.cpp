#include "ui/visit/visit_model.h"

#include "core/stage/snapshot.h"
#include "ui/visit/visit_story.h"

#include <utility>

namespace carewall::ui {

VisitModel::VisitModel(const WallContext& wall) : SceneModel{wall}
{
}

void VisitModel::show(const core::Snapshot& snapshot, bool news)
{
    if (!news) return;
    VisitStory story = visitStory(words(), snapshot.figures, snapshot.state, snapshot.at);
    m_rows = std::move(story.rows);
    m_yardsticks.show(m_rows.size(), snapshot.stage.page, [this](std::size_t i) { return m_rows[i]; });
    become(m_visit, std::move(story.facts), &VisitModel::visitChanged);
}

}  // namespace carewall::ui
