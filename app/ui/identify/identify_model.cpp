#include "ui/identify/identify_model.h"

#include "ui/identify/identify_story.h"

namespace carewall::ui {

IdentifyModel::IdentifyModel(const WallContext& wall) : SceneModel{wall}
{
}

void IdentifyModel::show(const core::Snapshot& /*snapshot*/, bool /*news*/)
{
    become(m_identity, identityFacts(words(), wall().settings, wall().screen), &IdentifyModel::identityChanged);
}

}  // namespace carewall::ui
