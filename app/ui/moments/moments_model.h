#pragma once

#include "ui/moments/moment_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// Somebody went above and beyond: the story whose turn it is.
class MomentsModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::MomentFacts moment READ moment NOTIFY momentChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Moments;

    explicit MomentsModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    MomentFacts moment() const { return m_moment; }

Q_SIGNALS:
    void momentChanged();

private:
    MomentFacts m_moment;
};

}  // namespace carewall::ui
