#include "ui/voice/voice_model.h"

#include "core/stage/snapshot.h"
#include "ui/voice/voice_story.h"

#include <utility>

namespace carewall::ui {

VoiceModel::VoiceModel(const WallContext& wall) : SceneModel{wall}
{
    follow(m_spoken);
}

void VoiceModel::show(const core::Snapshot& snapshot, bool /*news*/)
{
    VoiceStory story = voiceStory(words(), snapshot.figures, snapshot.state, snapshot.at);
    m_rows = std::move(story.rows);
    m_spoken.show(m_rows.size(), snapshot.stage.page, [this](std::size_t i) { return m_rows[i]; });
    become(m_trend, std::move(story.top), &VoiceModel::trendChanged);
    become(m_speech, std::move(story.speech), &VoiceModel::speechChanged);
}

void VoiceModel::showPlaces()
{
    showPlace(m_spoken, m_spoken_place, &VoiceModel::spokenPlaceChanged);
}

}  // namespace carewall::ui
