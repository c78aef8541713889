#pragma once

#include "core/figures/figures.h"
#include "ui/floor/floor_facts.h"
#include "ui/floor/issue_rows.h"
#include "ui/floor/queue_rows.h"
#include "ui/scene_model.h"

namespace carewall::ui {

/// The floor as it is now: its queues, worst first, the day's service level and what customers speak of.
class FloorModel : public SceneModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program's own")
    Q_PROPERTY(carewall::ui::PagedRows* queues READ queues CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::PagedRows* issues READ issues CONSTANT FINAL)
    Q_PROPERTY(carewall::ui::ServiceFacts service READ service NOTIFY serviceChanged FINAL)
    Q_PROPERTY(carewall::ui::IssueHeadFacts issueHead READ issueHead NOTIFY issueHeadChanged FINAL)
    Q_PROPERTY(QString queuesPlace READ queuesPlace NOTIFY queuesPlaceChanged FINAL)
    Q_PROPERTY(QString issuesPlace READ issuesPlace NOTIFY issuesPlaceChanged FINAL)

public:
    static constexpr core::Scene scene = core::Scene::Floor;

    explicit FloorModel(const WallContext& wall);

    void show(const core::Snapshot& snapshot, bool news) override;
    void showPlaces() override;

    PagedRows* queues() { return &m_queues; }
    PagedRows* issues() { return &m_issues; }
    ServiceFacts service() const { return m_service; }
    IssueHeadFacts issueHead() const { return m_issue_head; }
    QString queuesPlace() const { return m_queues_place; }
    QString issuesPlace() const { return m_issues_place; }

Q_SIGNALS:
    void serviceChanged();
    void issueHeadChanged();
    void queuesPlaceChanged();
    void issuesPlaceChanged();

private:
    QueueRows m_queues;
    IssueRows m_issues;
    ServiceFacts m_service;
    IssueHeadFacts m_issue_head;
    QString m_queues_place;
    QString m_issues_place;
    core::FloorFigures m_shown;   ///< what the rows say: they are made of it again where more of them fit
    core::FloorFigures m_before;  ///< what they said before that

    void showQueues(int page, bool news);
    void showIssues(int page, bool news);
};

}  // namespace carewall::ui
