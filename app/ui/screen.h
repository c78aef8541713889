#pragma once

#include <QSize>
#include <QSizeF>

#include <optional>

namespace carewall::ui {

/// A screen's diagonal in inches from the size that it says it has, in millimetres; empty where that cannot be true:
/// nothing, less than 5 or more than 300 inches, another shape than its pixels have, or the shape itself in place of
/// the size (EDID's 16 x 9 cm, and its tenfold).
std::optional<double> plausibleDiagonal(QSizeF millimetres, QSize pixels);

/// The same of the application's primary screen; empty where there is none, as for a picture.
std::optional<double> screenDiagonal();

}  // namespace carewall::ui
