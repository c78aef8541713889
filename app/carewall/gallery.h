#pragma once

#include "core/result.h"
#include "core/scenes.h"
#include "core/settings.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <string>

namespace carewall {

/// What a gallery is to show; each list has at least one.
struct GalleryPlan {
    QList<core::Scene> scenes;
    QStringList languages;
    QList<QSize> sizes;
    QStringList themes;  ///< "dark", "light", "contrast"
};

/// Every scene there is, in every language and on the screens that are met: 720p, 1080p, 4K, upright, 5:4.
GalleryPlan wholeGallery();

/// `--gallery DIR`: every scene x size x language x theme as a PNG of the floor as it stood at a recording's end, and
/// `index.html` to look through them. The days before are those of the recording. Scene::Closed shows that floor
/// as if its hours were over. `settings` tells whose reports count (floor, board) and the rest of the look.
/// Needs a QGuiApplication; GUI thread. How many were drawn; the error is one sentence: what could not be read, drawn
/// or written, or that the recording tells nothing of that floor.
core::Result<int, std::string> drawGallery(const core::Settings& settings, const std::string& recording,
                                           const GalleryPlan& plan, const QString& folder);

}  // namespace carewall
