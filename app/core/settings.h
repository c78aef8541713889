#pragma once

#include "core/time.h"

#include <cstdint>
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

/// How the wall is coloured. Hours: light by day, dark by night.
enum class Theme { Dark, Light, Contrast, Hours };

struct DisplaySettings {
    double diagonal_in = 65;  ///< of the screen, inches, in [5, 300]; 0: what the screen says of itself
    double distance_m = 5;    ///< from which it is read, metres, in [0.3, 50]
    std::string language = "en";
    Seconds page_dwell{12};  ///< how long a page of tiles stays
    bool fullscreen = true;
    Theme theme = Theme::Dark;
    std::chrono::minutes light_from{7 * 60};    ///< since the floor's midnight; only with Theme::Hours
    std::chrono::minutes light_until{19 * 60};  ///< likewise
    bool motion = true;                         ///< rows glide to their new rank
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
    std::vector<std::string> show{"floor", "response", "voice"};  ///< at least one
    Seconds dwell{20};                                            ///< how long each stays
    bool operator==(const SceneSettings&) const = default;
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
    bool show_customers = false;
    BrokerSettings broker;
    DisplaySettings display;
    BrandSettings brand;
    SceneSettings scenes;
    StoreSettings store;
    bool operator==(const Settings&) const = default;
};

}  // namespace carewall::core
