#pragma once

#include "core/languages.h"
#include "core/scenes.h"
#include "core/theme.h"
#include "core/time.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace carewall::core {

struct BrokerSettings {
    std::string url = "mqtt://127.0.0.1:1883";  ///< mqtt:// or mqtts://, host, optional port
    int protocol = 5;                           ///< 5, or 4 for MQTT 3.1.1
    std::string username;
    std::string password_file;  ///< first line is the password; never in the settings themselves
    std::string client_id;      ///< empty: "carewall-" and the board's name
    std::string ca_file;
    std::string certificate_file;
    std::string key_file;
    Seconds keep_alive{15};
    bool operator==(const BrokerSettings&) const = default;
};

/// Hours of the clock on the floor's wall, in [0, 24 h); to <= from: past midnight. Equal: none.
struct Hours {
    Milliseconds from{0};
    Milliseconds to{0};
    bool isSet() const { return from != to; }
    /// Whether a time of day is within.
    bool hold(Milliseconds time_of_day) const
    {
        if (from <= to) return time_of_day >= from && time_of_day < to;
        return time_of_day >= from || time_of_day < to;
    }
    bool operator==(const Hours&) const = default;
};

struct DisplaySettings {
    double diagonal_in = 65;                ///< of the screen, inches, in [5, 300]; 0: what the screen says of itself
    double distance_m = 5;                  ///< from which it is read, metres, in [0.3, 50]
    std::string language{source_language};  ///< code of one of core::languages
    Seconds page_dwell{12};                 ///< how long a page of tiles stays
    bool fullscreen = true;
    Theme theme = Theme::Dark;
    std::chrono::minutes light_from{7 * 60};    ///< since the floor's midnight; only with Theme::Hours
    std::chrono::minutes light_until{19 * 60};  ///< likewise
    bool motion = true;                         ///< rows glide to their new rank, an alarm's sign blinks
    bool wander = true;                         ///< the picture shifts by a few pixels each few minutes
    Hours night{};                              ///< when it is dimmed, floor time
    double night_dim = 0.5;                     ///< how much then, in [0, 0.9]: 0 is full light
    double closed_dim = 0.3;                    ///< and while the floor is closed
    bool operator==(const DisplaySettings&) const = default;
};

/// What a house adds to its walls.
struct BrandSettings {
    std::string colour;  ///< "#rrggbb"; empty: none
    std::string logo;    ///< an SVG file; empty: none
    bool operator==(const BrandSettings&) const = default;
};

/// What the board shows in turn.
struct SceneSettings {
    std::vector<Scene> show{playlist_scenes.begin(), playlist_scenes.end()};  ///< at least one
    Seconds dwell{20};                                                        ///< how long each stays
    std::map<Scene, Seconds> own_dwell{};                                     ///< of scenes that stay another time
    bool operator==(const SceneSettings&) const = default;
};

/// When a queue that calls for action takes the screen. Whether it does so for good is a matter of the floor's time;
/// how often the screen is taken one of the viewers'.
struct AlarmSettings {
    Seconds after{30};   ///< of floor time that it must have called for action
    Seconds over{180};   ///< of floor time without a call until the alarm is over
    Seconds show{30};    ///< how long it has the screen
    int an_hour = 6;     ///< takes of the screen, at most; 0: none
    Seconds again{900};  ///< until the same queue may take it again
    bool operator==(const AlarmSettings&) const = default;
};

/// Where more is to be read.
struct LinkSettings {
    std::string issue;  ///< URL of an issue's page with {issue} in it; empty: none
    bool operator==(const LinkSettings&) const = default;
};

struct StoreSettings {
    std::string path;    ///< empty: carewall.db in the state folder ($STATE_DIRECTORY, else XDG)
    int keep_days = 60;  ///< slot history, in [1, 3660]
    bool enabled = true;
    bool operator==(const StoreSettings&) const = default;
};

/// What a person set for one board.
struct Settings {
    std::string floor = "demo";
    std::string board = "wall";
    std::string title;     ///< empty: the floor's name
    std::string timezone;  ///< IANA; empty: the machine's
    BrokerSettings broker;
    DisplaySettings display;
    BrandSettings brand;
    SceneSettings scenes;
    AlarmSettings alarm;
    LinkSettings links;
    StoreSettings store;
    bool operator==(const Settings&) const = default;
};

}  // namespace carewall::core
