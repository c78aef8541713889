#include "ui/words/visitors.h"

#include <QString>

#include <algorithm>

namespace carewall::ui {

bool isOfFloor(const std::string& name, const core::FloorFigures& floor)
{
    const auto folded = [](const std::string& text) {
        return QString::fromStdString(text).simplified().toCaseFolded();
    };
    const QString sought = folded(name);
    if (sought.isEmpty()) return false;
    return std::ranges::any_of(floor.queues, [&](const core::QueueFigures& queue) {
        return folded(queue.team) == sought || folded(queue.label) == sought || folded(queue.channel) == sought;
    });
}

}  // namespace carewall::ui
