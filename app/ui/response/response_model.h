#pragma once

#include "ui/response/response_rows.h"
#include "ui/scene_model.h"

#include <QList>

#include <vector>

namespace carewall::ui {

/// How fast the floor answers, as a whole, by channel and team, and by queue.
class ResponseModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::PagedRows* responses READ responses CONSTANT FINAL)
    Q_PROPERTY(QString responsesPlace READ responsesPlace NOTIFY responsesPlaceChanged FINAL)
    Q_PROPERTY(QList<QString> hours READ hours NOTIFY hoursChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Response;

    explicit ResponseModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;
    void showPlaces() override;

    PagedRows* responses() { return &m_responses; }
    QString responsesPlace() const { return m_responses_place; }
    QList<QString> hours() const { return m_hours; }

Q_SIGNALS:
    void responsesPlaceChanged();
    void hoursChanged();

private:
    ResponseRows m_responses;
    QString m_responses_place;
    QList<QString> m_hours;
    std::vector<ResponseRow> m_rows;  ///< of all pages
};

}  // namespace carewall::ui
