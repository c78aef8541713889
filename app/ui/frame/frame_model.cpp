#include "ui/frame/frame_model.h"

#include "core/calendar.h"
#include "core/stage/snapshot.h"
#include "ui/frame/frame_story.h"
#include "ui/frame/frame_words.h"
#include "ui/words/tone.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace carewall::ui {

FrameModel::FrameModel(const WallContext& wall) : SceneModel{wall}
{
    m_header.floor = headerFacts(words(), wall.settings, {}, {}).floor;
    m_await = awaitFacts(words(), wall.settings, wall.version, {});
}

void FrameModel::show(const core::Snapshot& snapshot, bool /*news*/)
{
    const core::Stage& stage = snapshot.stage;
    become(m_await, awaitFacts(words(), wall().settings, wall().version, snapshot.state), &FrameModel::awaitChanged);
    HeaderFacts header = headerFacts(words(), wall().settings, snapshot.state, snapshot.at);
    if (stage.held && header.trouble.isEmpty()) header.trouble = FrameWords{words()}.held();
    become(m_header, std::move(header), &FrameModel::headerChanged);

    const auto dwell = std::max<std::int64_t>(1, wall().settings.display.page_dwell.count());
    const auto seconds = std::chrono::floor<core::Seconds>(snapshot.at.steady.time_since_epoch()).count();
    const int page = static_cast<int>(std::max<std::int64_t>(0, seconds / dwell) % 1'000'000);
    NoticeFacts notice = noticeFacts(words(), snapshot.state, snapshot.at, page);
    const bool urgent = notice.tone == Tone::Act || notice.tone == Tone::Silent;
    if (const auto told = stageNotice(words(), stage); told && !urgent) notice = *told;
    become(m_notice, std::move(notice), &FrameModel::noticeChanged);
    become(m_second, core::clockFace(snapshot.at.wall).second, &FrameModel::secondChanged);
}

void FrameModel::pageTurned()
{
    ++m_page_turns;
    Q_EMIT pageTurnsChanged();
}

}  // namespace carewall::ui
