#pragma once

#include "core/scenes.h"
#include "core/stage/screen_care.h"
#include "core/time.h"
#include "ui/brand.h"
#include "ui/frame/frame_model.h"
#include "ui/scene_model.h"
#include "ui/scene_views.h"

#include <QObject>
#include <QSize>
#include <QString>
#include <QUrl>

#include <array>
#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <type_traits>

namespace carewall::ui {

/// What is on the wall, for QML: hands each snapshot to the model of the scene that is on the screen, and to the frame
/// around it, and tells what holds for every scene. Knows no scene's facts. An unchanged snapshot tells nothing. GUI
/// thread.
class WallModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(QUrl page READ page NOTIFY sceneChanged FINAL)
    Q_PROPERTY(carewall::ui::SceneModel* scene READ scene NOTIFY sceneChanged FINAL)
    Q_PROPERTY(carewall::ui::FrameModel* frame READ frame CONSTANT FINAL)
    Q_PROPERTY(double dim READ dim NOTIFY screenCareChanged FINAL)
    Q_PROPERTY(int wanderX READ wanderX NOTIFY screenCareChanged FINAL)
    Q_PROPERTY(int wanderY READ wanderY NOTIFY screenCareChanged FINAL)
    Q_PROPERTY(int sequence READ sequence NOTIFY sequenceChanged FINAL)
    Q_PROPERTY(int received READ received NOTIFY receivedChanged FINAL)
    Q_PROPERTY(int scheme READ scheme NOTIFY schemeChanged FINAL)
    Q_PROPERTY(carewall::ui::BrandFacts brand READ brand CONSTANT FINAL)
    Q_PROPERTY(bool motion READ motion CONSTANT FINAL)
    Q_PROPERTY(bool mirrored READ mirrored NOTIFY languageChanged FINAL)
    Q_PROPERTY(double diagonal READ diagonal CONSTANT FINAL)
    Q_PROPERTY(double distance READ distance CONSTANT FINAL)

public:
    WallModel(const core::Settings& settings, QString version);

    /// Shows a snapshot: on each turn of the board, and each second.
    void show(const core::Snapshot& snapshot);
    /// Before QML is loaded.
    void setBrand(BrandFacts brand) { m_brand = std::move(brand); }
    /// Pixels of the window.
    void setScreen(QSize screen) { m_context.screen = screen; }

    /// Which scene is on the wall: the one that the stage chose.
    core::Scene sceneShown() const { return m_scene; }
    /// A scene's model by its type: `of<FloorModel>()`.
    template <typename Model>
    Model& of() const
    {
        return static_cast<Model&>(model(Model::scene));
    }

    /// The QML file of the scene on the wall, its model, and what stands around it.
    QUrl page() const;
    SceneModel* scene() const { return &model(m_scene); }
    FrameModel* frame() { return &m_frame; }
    /// The page does not load: the floor is shown in its place from now on, never a blank wall.
    Q_INVOKABLE void giveUpPage();

    /// How much light is taken away, in [0, 1].
    double dim() const { return m_screen_care.dim; }
    /// The picture's place, in [-3, 3].
    int wanderX() const { return m_screen_care.x; }
    int wanderY() const { return m_screen_care.y; }
    /// Low 24 bits of the newest sequence in what is shown.
    int sequence() const { return m_sequence; }
    /// Low 24 bits of the number of messages received.
    int received() const { return m_received; }
    /// Of ui::Scheme: which colours the wall has now.
    int scheme() const { return m_scheme; }
    BrandFacts brand() const { return m_brand; }
    /// Whether rows glide to their new rank.
    bool motion() const { return m_context.settings.display.motion; }
    /// Whether the language is written from right to left.
    bool mirrored() const { return m_context.words.rightToLeft(); }
    /// Of the screen, inches.
    double diagonal() const { return m_context.settings.display.diagonal_in; }
    /// From which it is read, metres.
    double distance() const { return m_context.settings.display.distance_m; }

Q_SIGNALS:
    void sceneChanged();
    void screenCareChanged();
    /// The application speaks another language: what QML says itself must be said anew.
    void languageChanged();
    void sequenceChanged();
    void receivedChanged();
    void schemeChanged();

private:
    /// What was shown last, and when.
    struct Shown {
        core::Scene scene = core::Scene::Floor;
        int page = 0;
        core::Seconds second{-1};
        std::chrono::sys_seconds floor_second{};
        bool operator==(const Shown&) const = default;
    };

    WallContext m_context;
    std::string m_language;  ///< code of the language that is spoken
    FrameModel m_frame;
    std::array<std::unique_ptr<SceneModel>, core::scenes.size()> m_models;  ///< in the order of core::Scene
    std::set<core::Scene> m_given_up;
    core::Scene m_scene = core::Scene::Floor;
    Shown m_shown;
    core::ScreenCare m_screen_care;
    int m_sequence = 0;
    int m_received = 0;
    int m_scheme = 0;
    BrandFacts m_brand;

    SceneModel& model(core::Scene scene) const { return *m_models.at(static_cast<std::size_t>(scene)); }
    void speakAnew(const std::string& code);
    void turnPages();
    template <typename Value>
    void become(Value& known, std::type_identity_t<Value> now, void (WallModel::*changed)());
};

}  // namespace carewall::ui
