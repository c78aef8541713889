#include "ui/qr/qr_model.h"

#include "core/stage/snapshot.h"
#include "ui/qr/qr_story.h"

namespace carewall::ui {

QrModel::QrModel(const WallContext& wall) : SceneModel{wall}
{
}

void QrModel::show(const core::Snapshot& snapshot, bool /*news*/)
{
    become(m_qr, qrFacts(snapshot.figures, wall().settings, snapshot.stage), &QrModel::qrChanged);
}

}  // namespace carewall::ui
