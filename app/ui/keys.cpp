#include "ui/keys.h"

#include "core/languages.h"
#include "core/scenes.h"

#include <QtCore/qnamespace.h>

#include <algorithm>
#include <array>

namespace carewall::ui {

namespace {

using core::BoardCommand;

std::string nextLanguage(const std::string& present)
{
    const auto& codes = core::language_codes;
    const auto next = static_cast<std::size_t>(std::ranges::find(codes, present) - codes.begin()) + 1;
    return std::string{codes.at(next % codes.size())};
}

core::Theme nextTheme(core::Theme present)
{
    return static_cast<core::Theme>((static_cast<std::size_t>(present) + 1) % core::themes.size());
}

double nextDim(double present)
{
    constexpr std::array steps{0.4, 0.7};
    const auto next = std::find_if(steps.begin(), steps.end(), [&](double step) { return step > present; });
    return next == steps.end() ? 0 : *next;
}

/// What is most unusual, else most spoken of; empty: nothing is.
std::string topIssue(const core::VoiceFigures& voice)
{
    if (!voice.trends.empty()) return voice.trends.front().trend.issue;
    return voice.issues.empty() ? std::string{} : voice.issues.front().issue;
}

}  // namespace

std::optional<core::BoardCommand> commandOf(int key, const core::Settings& settings, const core::Stage& stage,
                                            const core::FloorFigures& floor)
{
    using Kind = BoardCommand::Kind;
    BoardCommand command;
    switch (key) {
    case Qt::Key_Right:
        command.kind = Kind::Next;
        return command;
    case Qt::Key_Left:
        command.kind = Kind::Previous;
        return command;
    case Qt::Key_Space:
        command.kind = Kind::Hold;
        command.hold = !stage.held;
        return command;
    case Qt::Key_L:
        command.kind = Kind::Language;
        command.language = nextLanguage(stage.language);
        return command;
    case Qt::Key_T:
        command.kind = Kind::Theme;
        command.theme = nextTheme(stage.theme);
        return command;
    case Qt::Key_D:
        command.kind = Kind::Dim;
        command.dim = nextDim(stage.screen_care.dim);
        return command;
    case Qt::Key_I:
        command.kind = Kind::Identify;
        return command;
    case Qt::Key_Q:
        command.kind = Kind::Qr;
        if (stage.scene != core::Scene::Qr) command.issue = topIssue(floor.voice);
        return command;
    case Qt::Key_Escape:
        command.kind = Kind::Scene;
        return command;
    default:
        break;
    }
    const auto& show = settings.scenes.show;
    const auto place = static_cast<std::size_t>(key - Qt::Key_1);
    if (key < Qt::Key_1 || key > Qt::Key_9 || place >= show.size()) return std::nullopt;
    command.kind = Kind::Scene;
    command.scene = show[place];
    return command;
}

}  // namespace carewall::ui
