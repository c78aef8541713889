#include "ui/identify/identify_words.h"

#include <cmath>

namespace carewall::ui {

QString IdentifyWords::thisBoard() const
{
    return tr("This board is");
}

QString IdentifyWords::floor() const
{
    return tr("floor");
}

QString IdentifyWords::broker() const
{
    return tr("broker");
}

QString IdentifyWords::machine() const
{
    return tr("machine");
}

QString IdentifyWords::screen() const
{
    return tr("screen");
}

QString IdentifyWords::screenSize(int width, int height, const core::DisplaySettings& display) const
{
    const QLocale& locale = m_words.locale();
    const auto plain = [&](double value) { return locale.toString(value, 'f', value == std::floor(value) ? 0 : 1); };
    const auto whole = [&](int value) { return locale.toString(value).remove(locale.groupSeparator()); };
    return tr("%1 \u00D7 %2, %3 in, read from %4 m", "pixels, inches, metres")
        .arg(whole(width), whole(height), plain(display.diagonal_in), plain(display.distance_m));
}

}  // namespace carewall::ui
