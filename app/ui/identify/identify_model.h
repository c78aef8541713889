#pragma once

#include "ui/identify/identify_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// Which board this is.
class IdentifyModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::IdentityFacts identity READ identity NOTIFY identityChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Identify;

    explicit IdentifyModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    IdentityFacts identity() const { return m_identity; }

Q_SIGNALS:
    void identityChanged();

private:
    IdentityFacts m_identity;
};

}  // namespace carewall::ui
