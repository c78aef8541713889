#pragma once

#include "core/scenes.h"
#include "core/settings.h"
#include "ui/keyed_rows.h"
#include "ui/words/words.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <utility>

namespace carewall::core {
struct Snapshot;
}  // namespace carewall::core

namespace carewall::ui {

/// What each model may ask of the wall that it is on.
struct WallContext {
    core::Settings settings;
    QString version;
    Words words;     ///< made anew where the language changes
    QSize screen{};  ///< pixels of the window: an installer wants to see them
};

/// What one scene says, for QML: each has a model of its own in its folder, which tells only what differs. GUI thread.
class SceneModel : public QObject {
    Q_OBJECT
    QML_ANONYMOUS

public:
    /// `wall` outlives the model.
    explicit SceneModel(const WallContext& wall) : m_wall{wall} {}

    /// Puts into words what the snapshot says of this scene; called while it is on the screen, and no other time.
    /// `news`: the scene, its page, the language or the second is another than at the last call for any scene; what
    /// rests on the day is new enough then.
    virtual void show(const core::Snapshot& snapshot, bool news) = 0;
    /// Says anew which page its rows are on.
    virtual void showPlaces() {}
    /// Whether another page came, since this was asked last.
    bool takePageTurned() { return std::exchange(m_page_turned, false); }

protected:
    const WallContext& wall() const { return m_wall; }
    const Words& words() const { return m_wall.words; }

    template <typename Value, typename Model>
    void become(Value& known, Value now, void (Model::*changed)())
    {
        if (known == now) return;
        known = std::move(now);
        Q_EMIT(static_cast<Model*>(this)->*changed)();
    }
    /// showPlaces() whenever these rows turn to another page.
    void follow(const PagedRows& rows);
    /// "page 2 of 3" into `known`; empty while one page holds all.
    template <typename Model>
    void showPlace(const PagedRows& rows, QString& known, void (Model::*changed)())
    {
        const QString now = rows.pages() > 1 ? words().page(rows.page() + 1, rows.pages()) : QString{};
        m_page_turned |= known != now;
        become(known, now, changed);
    }

private:
    const WallContext& m_wall;
    bool m_page_turned = false;
};

}  // namespace carewall::ui
