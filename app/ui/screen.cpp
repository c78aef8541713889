#include "ui/screen.h"

#include <QGuiApplication>
#include <QScreen>

#include <cmath>

namespace carewall::ui {

std::optional<double> plausibleDiagonal(QSizeF millimetres, QSize pixels)
{
    if (!(millimetres.width() > 0 && millimetres.height() > 0) || pixels.isEmpty()) return std::nullopt;
    const double said = millimetres.width() / millimetres.height();
    const double shape = static_cast<double>(pixels.width()) / pixels.height();
    if (std::abs(said / shape - 1) > 0.1) return std::nullopt;
    for (const QSizeF placeholder : {QSizeF{160, 90}, QSizeF{1600, 900}, QSizeF{16, 9}})
        if (millimetres == placeholder || millimetres == placeholder.transposed()) return std::nullopt;
    const double inches = std::hypot(millimetres.width(), millimetres.height()) / 25.4;
    if (inches < 5 || inches > 300) return std::nullopt;
    return inches;
}

std::optional<double> screenDiagonal()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    // A screen that is none has a size, too: one of its own making.
    if (!screen || QGuiApplication::platformName() == QLatin1String{"offscreen"}) return std::nullopt;
    return plausibleDiagonal(screen->physicalSize(), screen->size());
}

}  // namespace carewall::ui
