#pragma once

#include "ui/scene_model.h"
#include "ui/voice/spoken_rows.h"
#include "ui/voice/voice_facts.h"

#include <vector>

namespace carewall::ui {

/// What customers speak of: the most unusual thing, the others as rows, and how they feel.
class VoiceModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::PagedRows* spoken READ spoken CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::TrendFacts trend READ trend NOTIFY trendChanged FINAL)
    Q_PROPERTY(carewall::ui::SpeechFacts speech READ speech NOTIFY speechChanged FINAL)
    Q_PROPERTY(QString spokenPlace READ spokenPlace NOTIFY spokenPlaceChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Voice;

    explicit VoiceModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;
    void showPlaces() override;

    PagedRows* spoken() { return &m_spoken; }
    TrendFacts trend() const { return m_trend; }
    SpeechFacts speech() const { return m_speech; }
    QString spokenPlace() const { return m_spoken_place; }

Q_SIGNALS:
    void trendChanged();
    void speechChanged();
    void spokenPlaceChanged();

private:
    SpokenRows m_spoken;
    TrendFacts m_trend;
    SpeechFacts m_speech;
    QString m_spoken_place;
    std::vector<SpokenRow> m_rows;  ///< of all pages
};

}  // namespace carewall::ui
