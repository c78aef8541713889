#include "ui/same_picture.h"

#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace carewall::support {

namespace {

constexpr int block = 4;
constexpr int visible = 28;            ///< of 255 in any channel
constexpr double most_share = 0.0005;  ///< of the blocks

QImage blurred(const QImage& image)
{
    return image.scaled(image.size() / block, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

int apart(const QColor& p, const QColor& q)
{
    return std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())});
}

}  // namespace

QString whatDiffers(const QImage& seen, const QString& name)
{
    const QString golden = QStringLiteral(CAREWALL_SOURCE_DIR "/tests/ui/golden/%1.png").arg(name);
    const QString out = QStringLiteral(CAREWALL_BINARY_DIR "/tests/ui/%1").arg(name);
    const QString seen_file = out + QStringLiteral("_seen.png");
    if (!seen.save(seen_file)) return QStringLiteral("cannot write %1").arg(seen_file);
    const QImage kept{golden};
    if (kept.size() != seen.size())
        return QStringLiteral("no picture %1 to compare with; seen: %2").arg(golden, seen_file);

    const QImage a = blurred(kept);
    const QImage b = blurred(seen);
    QImage difference = seen.convertToFormat(QImage::Format_RGB32);
    QPainter painter{&difference};
    painter.fillRect(difference.rect(), QColor{255, 255, 255, 150});
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            if (apart(a.pixelColor(x, y), b.pixelColor(x, y)) <= visible) continue;
            ++differing;
            painter.fillRect(x * block, y * block, block, block, QColor{213, 0, 90});
        }
    painter.end();
    const double share = 1.0 * differing / (a.width() * a.height());
    if (share <= most_share) return {};
    difference.save(out + QStringLiteral("_difference.png"));
    return QStringLiteral(
               "%1 % of the picture differs; see %2_difference.png, and if it is meant so, keep %2_seen.png as %3")
        .arg(100 * share, 0, 'f', 2)
        .arg(out, golden);
}

}  // namespace carewall::support
