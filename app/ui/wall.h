#pragma once

#include "core/report.h"
#include "core/result.h"
#include "core/settings.h"

#include <QSize>
#include <QString>

#include <functional>
#include <memory>
#include <string>

class QQuickWindow;

namespace carewall::core {
struct Snapshot;
}

namespace carewall::ui {

class WallModel;

/// Before QGuiApplication, where the environment does not say otherwise: the software renderer and the basic render
/// loop, measured far ahead of llvmpipe on boards without a GPU, and drawing at once (7.8 -> 0.2 ms from show to
/// frame). There is no vsync: who calls WallModel::show paces the frames.
void prepareRendering();

struct WallOptions {
    QSize size{1920, 1080};  ///< of the window where it does not fill the screen
    bool latency_probe = false;
    QString version;
};

/// The window and all behind it: language, fonts, QML engine without a network, scene. Needs a QGuiApplication, and at
/// most one Wall a process, because language and layout direction are the application's. GUI thread.
class Wall {
public:
    /// The window is there but not yet visible. A diagonal of 0 is asked of the screen, and the usual one taken where
    /// it says nothing plausible. Fails with one sentence when the scene cannot be made, or the logo is none.
    static core::Result<std::unique_ptr<Wall>, std::string> make(const core::Settings& given, WallOptions options);
    Wall(const Wall&) = delete;
    Wall& operator=(const Wall&) = delete;
    ~Wall();

    WallModel& model();
    /// Who is told what the keys at the board ask, and whom they ask what is shown now. F alone, which fills the
    /// screen or not, is the window's own.
    void onCommand(std::function<const core::Snapshot&()> shown, std::function<void(core::BoardCommand)> asked);
    QQuickWindow& window();

    /// Fills the screen, or opens as a window, as the settings say.
    void show();

private:
    struct Inner;
    explicit Wall(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> m_inner;
};

}  // namespace carewall::ui
