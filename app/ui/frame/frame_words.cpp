#include "ui/frame/frame_words.h"

namespace carewall::ui {

QString FrameWords::recovered(const core::Recovery& recovery) const
{
    const QString queue = m_words.foreign(recovery.label);
    const QString lasted = m_words.span(recovery.lasted);
    if (!recovery.calm)
        return m_words.directed(recovery.at_least
                                    ? tr("%1 no longer calls for action, after more than %2").arg(queue, lasted)
                                    : tr("%1 no longer calls for action, after %2").arg(queue, lasted));
    return m_words.directed(recovery.at_least ? tr("%1 is back in time after more than %2").arg(queue, lasted)
                                              : tr("%1 is back in time after %2").arg(queue, lasted));
}

QString FrameWords::bestDay(const core::BestDay& day) const
{
    const int all = day.days + 1;
    return m_words.withDigits(tr("The best of %n day(s) so far: %1 in time", nullptr, all), all)
        .arg(m_words.percent(day.ratio));
}

QString FrameWords::missing(core::Scene scene) const
{
    if (scene == core::Scene::Qr) return tr("Where issues have their pages is not set (links.issue)");
    return tr("Nothing to show in %1 now", "a scene").arg(sceneName(scene));
}

QString FrameWords::held() const
{
    return tr("held", "the scene stays");
}

QString FrameWords::sceneName(core::Scene scene)
{
    switch (scene) {
    case core::Scene::Floor:
        return tr("Floor", "a scene");
    case core::Scene::Response:
        return tr("Response", "a scene");
    case core::Scene::Voice:
        return tr("Voice", "a scene");
    case core::Scene::Moments:
        return tr("Moments", "a scene");
    case core::Scene::Visit:
        return tr("Visit", "a scene");
    case core::Scene::Closed:
        return tr("Closed", "a scene");
    case core::Scene::Alarm:
        return tr("Alarm", "a scene");
    case core::Scene::Identify:  // these are never missed by name
    case core::Scene::Qr:
        break;
    }
    return {};
}

}  // namespace carewall::ui
