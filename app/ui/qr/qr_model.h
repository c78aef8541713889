#pragma once

#include "ui/qr/qr_facts.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// A page to open with a phone.
class QrModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::QrFacts qr READ qr NOTIFY qrChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Qr;

    explicit QrModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;

    QrFacts qr() const { return m_qr; }

Q_SIGNALS:
    void qrChanged();

private:
    QrFacts m_qr;
};

}  // namespace carewall::ui
