#include "ui/moments/moments_model.h"

#include "core/stage/snapshot.h"
#include "ui/moments/moment_story.h"

namespace carewall::ui {

MomentsModel::MomentsModel(const WallContext& wall) : SceneModel{wall}
{
}

void MomentsModel::show(const core::Snapshot& snapshot, bool /*news*/)
{
    become(m_moment, momentFacts(words(), snapshot.figures, snapshot.state, snapshot.stage.page),
           &MomentsModel::momentChanged);
}

}  // namespace carewall::ui
