#include "ui/closed/closed_model.h"

#include "core/stage/snapshot.h"
#include "ui/closed/closed_story.h"

namespace carewall::ui {

ClosedModel::ClosedModel(const WallContext& wall) : SceneModel{wall}
{
}

void ClosedModel::show(const core::Snapshot& snapshot, bool news)
{
    if (!news) return;
    become(m_closed, closedFacts(words(), snapshot.figures, snapshot.state), &ClosedModel::closedChanged);
}

}  // namespace carewall::ui
