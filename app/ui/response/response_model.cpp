#include "ui/response/response_model.h"

#include "core/figures/response_day.h"
#include "core/stage/snapshot.h"

namespace carewall::ui {

ResponseModel::ResponseModel(const WallContext& wall) : SceneModel{wall}
{
    follow(m_responses);
}

void ResponseModel::show(const core::Snapshot& snapshot, bool news)
{
    if (!news) return;
    const core::FloorFigures& figures = snapshot.figures;
    const core::ResponseDays days = core::responseDays(snapshot.state, snapshot.at, figures);
    const DaySpan span = daySpan(days.floor, figures.time);
    m_rows = responseRows(words(), figures, days, span);
    m_responses.show(m_rows.size(), snapshot.stage.page, [this](std::size_t i) { return m_rows[i]; });
    become(m_hours, ends(words(), span, figures.time), &ResponseModel::hoursChanged);
}

void ResponseModel::showPlaces()
{
    showPlace(m_responses, m_responses_place, &ResponseModel::responsesPlaceChanged);
}

}  // namespace carewall::ui
