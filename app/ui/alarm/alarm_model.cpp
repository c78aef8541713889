#include "ui/alarm/alarm_model.h"

#include "core/stage/snapshot.h"
#include "ui/alarm/alarm_story.h"

namespace carewall::ui {

AlarmModel::AlarmModel(const WallContext& wall) : SceneModel{wall}
{
}

void AlarmModel::show(const core::Snapshot& snapshot, bool /*news*/)
{
    become(m_alarm, alarmFacts(words(), snapshot.figures, snapshot.stage), &AlarmModel::alarmChanged);
}

}  // namespace carewall::ui
