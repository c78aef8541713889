#pragma once

#include <QImage>
#include <QString>

namespace carewall::support {

/// Compares a picture with the one kept as tests/ui/golden/NAME.png, as an eye would: averaged over 4x4 pixels, a
/// hair's breadth of antialiasing is no difference and a moved digit is. Empty when they are alike; else what differs,
/// and where the picture that was seen and one that marks the differences are (NAME_seen.png, NAME_difference.png).
QString whatDiffers(const QImage& seen, const QString& name);

}  // namespace carewall::support
