#include "ui/floor/floor_model.h"

#include "core/stage/snapshot.h"
#include "ui/floor/floor_story.h"

#include <algorithm>
#include <utility>

namespace carewall::ui {

namespace {

/// The most mentioned are what a glance is for: two pages of them at most sizes, not the long tail.
constexpr std::size_t top_issues = 10;

}  // namespace

FloorModel::FloorModel(const WallContext& wall) : SceneModel{wall}
{
    follow(m_queues);
    follow(m_issues);
}

void FloorModel::show(const core::Snapshot& snapshot, bool news)
{
    std::swap(m_before, m_shown);  // for what they have allocated
    m_shown = snapshot.figures;
    showQueues(snapshot.stage.page, news);
    showIssues(snapshot.stage.page, news);
    become(m_service, serviceFacts(words(), m_shown), &FloorModel::serviceChanged);
    become(m_issue_head, issueHeadFacts(words(), m_shown.voice), &FloorModel::issueHeadChanged);
}

void FloorModel::showQueues(int page, bool news)
{
    const bool as_before = !news && m_before.queues.size() == m_shown.queues.size();
    m_queues.show(
        m_shown.queues.size(), page,
        // The scene may ask for other rows before it is told that there are fewer.
        [this](std::size_t i) {
            return i < m_shown.queues.size() ? queueRow(words(), m_shown, m_shown.queues[i]) : QueueRow{};
        },
        [&](std::size_t i) { return as_before && toldAlike(m_before.queues[i], m_shown.queues[i]); });
}

void FloorModel::showIssues(int page, bool news)
{
    const core::VoiceFigures& voice = m_shown.voice;
    const core::VoiceFigures& before = m_before.voice;
    const bool said = news || before.freshness != voice.freshness || before.issues != voice.issues;
    m_issues.show(
        std::min(voice.issues.size(), top_issues), page,
        [this](std::size_t i) {
            const core::VoiceFigures& now = m_shown.voice;
            return i < now.issues.size() ? issueRow(words(), now, now.issues[i]) : IssueRow{};
        },
        [said](std::size_t) { return !said; });
}

void FloorModel::showPlaces()
{
    showPlace(m_queues, m_queues_place, &FloorModel::queuesPlaceChanged);
    showPlace(m_issues, m_issues_place, &FloorModel::issuesPlaceChanged);
}

}  // namespace carewall::ui
