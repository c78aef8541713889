#pragma once

#include "config/command_line.h"
#include "core/result.h"
#include "core/settings.h"

#include <QSize>
#include <QString>

#include <optional>
#include <string>

namespace carewall {

/// What the command line asks of the board, with the settings file behind it.
struct BoardOptions {
    core::Settings settings;
    QString snapshot;                 ///< PNG to write; empty: none
    double after_s = 3;               ///< when to take it, real seconds after the start
    std::optional<double> refresh_s;  ///< take it again and again, and go on
    QSize size;                   ///< of the window without a full screen; invalid: 1920x1080 or what the screen has
    std::string record;           ///< file for raw messages; empty: none
    std::string replay;           ///< recording to show instead of a broker; empty: none
    double speed = 1;             ///< of a replay; 0: as fast as it goes
    QString gallery;              ///< folder for every scene of a recording's end; empty: none
    bool floor_asked = false;     ///< on the command line or in the settings
    bool language_asked = false;  ///< on the command line
    bool latency_probe = false;
    bool verbose = false;
};

/// Reads the command line (program name first) and the settings file it names. Needs no application object.
core::Result<BoardOptions, config::Answer> readOptions(int argc, const char* const* argv);

}  // namespace carewall
