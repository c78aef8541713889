#pragma once

#include "ui/closed/closed_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// Closed hours: when the floor opens, and how the day went.
class ClosedModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::ClosedFacts closed READ closed NOTIFY closedChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Closed;

    explicit ClosedModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    ClosedFacts closed() const { return m_closed; }

Q_SIGNALS:
    void closedChanged();

private:
    ClosedFacts m_closed;
};

}  // namespace carewall::ui
