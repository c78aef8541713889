#pragma once

#include "ui/alarm/alarm_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// A queue that calls for action.
class AlarmModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::AlarmFacts alarm READ alarm NOTIFY alarmChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Alarm;

    explicit AlarmModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    AlarmFacts alarm() const { return m_alarm; }

Q_SIGNALS:
    void alarmChanged();

private:
    AlarmFacts m_alarm;
};

}  // namespace carewall::ui
