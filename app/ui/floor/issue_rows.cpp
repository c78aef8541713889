#include "ui/floor/issue_rows.h"

#include "core/figures/figures.h"
#include "core/figures/judgement.h"
#include "ui/words/fade.h"
#include "ui/words/words.h"

namespace carewall::ui {

const std::array<Role<IssueRow>, 7>& IssueRow::roles()
{
    using R = IssueRow;
    static const std::array<Role<R>, 7> all{
        role<&R::key, R>("issue"),     role<&R::label, R>("label"),         role<&R::mentions, R>("mentions"),
        role<&R::change, R>("change"), role<&R::sentiment, R>("sentiment"), role<&R::mood, R>("mood"),
        role<&R::fade, R>("fade"),
    };
    return all;
}

IssueRow issueRow(const Words& words, const core::VoiceFigures& voice, const core::IssueFigures& issue)
{
    IssueRow row;
    row.key = QString::fromStdString(issue.issue);
    row.label = QString::fromStdString(issue.label.empty() ? issue.issue : issue.label);
    row.mentions = words.roughCount(issue.window.mentions);
    if (issue.before)
        row.change =
            words.change(static_cast<std::int64_t>(issue.window.mentions) - static_cast<std::int64_t>(*issue.before));
    if (const auto net = issue.window.netSentiment()) {
        row.sentiment = words.sentiment(*net);
        row.mood = core::judgeMood(*net);
    }
    row.fade = fade(voice.freshness, voice.age);
    return row;
}

}  // namespace carewall::ui
