#include "ui/legible.h"

#include "ui/painted/digits.h"

#include <QDebug>
#include <QFontMetricsF>
#include <QImage>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace carewall::support {

namespace {

/// From the head of a capital letter to the baseline of the last line, as wide as what is drawn.
QRectF textBox(QQuickItem* text)
{
    const auto font = text->property("font").value<QFont>();
    const double cap = QFontMetricsF{font}.capHeight();
    const double wide = text->property("contentWidth").toDouble();
    const double spare = text->width() - wide;
    const int alignment = text->property("effectiveHorizontalAlignment").toInt();
    const double left = alignment == Qt::AlignRight ? spare : alignment == Qt::AlignHCenter ? spare / 2 : 0;
    const double lines = text->property("lineCount").toInt() - 1;
    const double top = text->baselineOffset() - cap;
    return text->mapRectToScene({left, top, wide, cap + lines * text->property("lineHeight").toDouble()});
}

void collect(QQuickItem* item, std::vector<Drawn>& all)
{
    if (!item->isVisible() || item->opacity() == 0) return;
    if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty())
        all.push_back({item, textBox(item), false});
    if (auto* digits = qobject_cast<ui::Digits*>(item); digits && !digits->text().isEmpty()) {
        const double high = digits->drawnHeight();
        const double left = std::max(0.0, digits->width() - digits->implicitWidth());
        const QRectF box{left, digits->baselineOffset() - high, digits->implicitWidth(), high};
        all.push_back({item, item->mapRectToScene(box), true});
    }
    for (QQuickItem* child : item->childItems())
        collect(child, all);
}

QString describe(const Drawn& drawn)
{
    QString text;
    QDebug{&text}.nospace() << drawn.item->metaObject()->className() << " " << drawn.item->objectName() << " \""
                            << drawn.item->property("text").toString() << "\" at " << drawn.box;
    return text;
}

/// Pixels of the angle, from the law itself: h = 2 D tan(a / 2).
double pixels(double arcmin, const core::DisplaySettings& display, QSize size)
{
    const double per_metre = std::hypot(size.width(), size.height()) / (display.diagonal_in * 0.0254);
    return 2 * display.distance_m * std::tan(arcmin / 60 * std::numbers::pi / 360) * per_metre;
}

/// Words said in full and in brief (Words::orBrief) are cut where not even the brief ones have room.
bool isCut(const QQuickItem& text)
{
    if (!text.property("truncated").toBool()) return false;
    const QStringList sayings = text.property("text").toString().split(QChar{0x9C});
    const QFontMetricsF metrics{text.property("font").value<QFont>()};
    if (sayings.size() < 2) return true;
    const int lines = std::max(1, text.property("lineCount").toInt());
    if (lines == 1) return metrics.horizontalAdvance(sayings.last()) > text.width() + 1;
    const QRectF wrapped = metrics.boundingRect({0, 0, text.width(), 1e6}, Qt::TextWordWrap, sayings.last());
    return wrapped.height() > lines * metrics.lineSpacing() + 1 || wrapped.width() > text.width() + 1;
}

/// What is read of a text, in letters: without what only directs it.
qsizetype lettersOf(const QQuickItem& text)
{
    const QString brief = text.property("text").toString().split(QChar{0x9C}).last();
    return std::ranges::count_if(
        brief, [](QChar letter) { return letter.category() != QChar::Other_Format && !letter.isMark(); });
}

double heightOf(const Drawn& drawn)
{
    return drawn.figure ? drawn.item->property("drawnHeight").toDouble()
                        : QFontMetricsF{drawn.item->property("font").value<QFont>()}.capHeight();
}

/// Relative luminance of an sRGB colour, WCAG 2.2.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor over(const QColor& ink, double opacity, const QColor& ground)
{
    const double share = ink.alphaF() * opacity;
    const auto mix = [share](double front, double back) { return front * share + back * (1 - share); };
    return QColor::fromRgbF(static_cast<float>(mix(ink.redF(), ground.redF())),
                            static_cast<float>(mix(ink.greenF(), ground.greenF())),
                            static_cast<float>(mix(ink.blueF(), ground.blueF())));
}

/// The colours behind a box that take more than a twentieth of it.
std::vector<QColor> grounds(const QImage& bare, QRect box)
{
    QMap<QRgb, int> seen;
    box &= bare.rect();
    int looked = 0;
    for (int y = box.top(); y <= box.bottom(); y += 2)
        for (int x = box.left(); x <= box.right(); x += 2) {
            ++seen[bare.pixel(x, y)];
            ++looked;
        }
    std::vector<QColor> colours;
    for (const auto& [colour, times] : seen.asKeyValueRange())
        if (times * 20 > looked) colours.emplace_back(colour);
    return colours;
}

double opacityOf(const QQuickItem* item)
{
    double opacity = 1;
    for (; item; item = item->parentItem())
        opacity *= item->opacity();
    return opacity;
}

}  // namespace

std::vector<Drawn> drawnOn(QQuickWindow& window)
{
    std::vector<Drawn> all;
    collect(window.contentItem(), all);
    return all;
}

QString whatIsWrong(QQuickWindow& window, const core::DisplaySettings& display, QSize size)
{
    const std::vector<Drawn> all = drawnOn(window);
    const double least_word = pixels(16, display, size);
    const double least_figure = pixels(20, display, size);
    const QRectF screen = QRectF{QPointF{}, size}.adjusted(-0.5, -0.5, 0.5, 0.5);
    // What customers and feeds write may be cut with an ellipsis where it is long; what the wall says itself may not.
    const QStringList may_be_cut{"label", "floor", "words", "clock", "needed"};
    constexpr qsizetype ordinary = 25;  // letters
    for (const Drawn& drawn : all) {
        const auto offence = [&](const char* what) { return describe(drawn) + what; };
        if (heightOf(drawn) < (drawn.figure ? least_figure : least_word) - 0.5) return offence(" is too small");
        if (!screen.contains(drawn.box)) return offence(" is off the screen");
        if (drawn.figure) {
            if (drawn.item->width() < drawn.item->implicitWidth() - 0.5) return offence(" is wider than its room");
            continue;
        }
        if (drawn.item->property("textFormat").toInt() != int{Qt::PlainText}) return offence(" is not plain text");
        if (isCut(*drawn.item) &&
            (!may_be_cut.contains(drawn.item->objectName()) || lettersOf(*drawn.item) <= ordinary))
            return offence(" is cut");
        if (drawn.item->property("contentWidth").toDouble() > drawn.item->width() + 1)
            return offence(" is wider than its room");
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (all[i].box.intersects(all[j].box)) return describe(all[i]) + " meets " + describe(all[j]);
    return {};
}

QString whatIsFaint(QQuickWindow& window, const core::DisplaySettings& display, QSize size)
{
    const std::vector<Drawn> all = drawnOn(window);
    std::vector<std::pair<Drawn, double>> inked;
    inked.reserve(all.size());
    for (const Drawn& drawn : all)
        inked.emplace_back(drawn, opacityOf(drawn.item));
    std::vector<double> opacities;
    opacities.reserve(all.size());
    for (const Drawn& drawn : all) {
        opacities.push_back(drawn.item->opacity());
        drawn.item->setOpacity(0);
    }
    const QImage bare = window.grabWindow().convertToFormat(QImage::Format_RGB32);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].item->setOpacity(opacities[i]);
    const double scale = 1.0 * bare.width() / size.width();
    const double large = pixels(20, display, size) - 0.5;
    for (const auto& [drawn, opacity] : inked) {
        const double least = heightOf(drawn) >= large ? 4.5 : 7;
        const QRectF box{drawn.box.topLeft() * scale, drawn.box.size() * scale};
        for (const QColor& ground : grounds(bare, box.toAlignedRect()))
            for (const char* property : {"color", "unitColor"}) {
                const QVariant ink = drawn.item->property(property);
                if (!ink.isValid()) continue;
                const double seen = contrast(over(ink.value<QColor>(), opacity, ground), ground);
                if (seen < least)
                    return QStringLiteral("%1: %2 is only %3:1 against %4")
                        .arg(describe(drawn), ink.value<QColor>().name())
                        .arg(seen, 0, 'f', 2)
                        .arg(ground.name());
            }
    }
    return {};
}

}  // namespace carewall::support
