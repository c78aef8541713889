#include "ui/fonts.h"

#include <QFontMetricsF>
#include <QHash>

#include <utility>

namespace carewall::ui::fonts {

namespace {

constexpr int measured_px = 1000;  // large, so that hinting and rounding do not count

QFont face(const QString& first)
{
    QFont font;
    font.setFamilies({first, QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans")});
    return font;
}

}  // namespace

QFont text()
{
    return face(QStringLiteral("Inter"));
}

QFont figures()
{
    QFont font = face(QStringLiteral("Inter Display"));
    font.setKerning(false);  // each digit has a cell of its own
    return font;
}

double capRatio()
{
    static const double ratio = [] {
        QFont font = text();
        font.setPixelSize(measured_px);
        return QFontMetricsF{font}.capHeight() / measured_px;
    }();
    return ratio;
}

double digitRatio(QChar sample, int weight)
{
    static QHash<std::pair<int, int>, double> known;
    // Of all digits the 1 is the same height in every face: no overshoot, no short zero as in Persian.
    const QChar one{sample.unicode() - static_cast<char16_t>(sample.digitValue()) + 1};
    const std::pair key{int{one.unicode()}, weight};
    if (const auto found = known.constFind(key); found != known.constEnd()) return *found;
    QFont font = figures();
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setPixelSize(measured_px);
    const double ratio = QFontMetricsF{font}.tightBoundingRect(QString{one}).height() / measured_px;
    known.insert(key, ratio);
    return ratio;
}

}  // namespace carewall::ui::fonts
