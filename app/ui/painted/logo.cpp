#include "ui/painted/logo.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <utility>

namespace carewall::ui {

namespace {

/// Of the plate, around the drawing: a share of the height.
constexpr qreal rim = 0.12;

/// WCAG 2's relative luminance.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

Logo::Logo(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAntialiasing(true);
    connect(this, &Logo::plateChanged, this, [this] { update(); });
}

void Logo::setSvg(const QString& svg)
{
    if (std::exchange(m_svg, svg) == svg) return;
    QSvgRenderer renderer{m_svg.toUtf8()};
    const QSizeF size = renderer.viewBoxF().size();
    m_drawing = renderer.isValid() && !size.isEmpty() ? size.width() / size.height() : 0;
    weigh();
    Q_EMIT svgChanged();
    update();
}

void Logo::setGround(const QColor& ground)
{
    if (std::exchange(m_ground, ground) == ground) return;
    weigh();
    Q_EMIT groundChanged();
    update();
}

qreal Logo::aspect() const
{
    return m_plated ? m_drawing * (1 - 2 * rim) + 2 * rim : m_drawing;
}

/// Looks at the drawing, small, as it would stand on the ground.
void Logo::weigh()
{
    bool plated = false;
    if (m_drawing > 0) {
        constexpr int high = 48;
        QImage small{QSize{std::max(1, qRound(high * m_drawing)), high}, QImage::Format_ARGB32};
        small.fill(Qt::transparent);
        QPainter painter{&small};
        QSvgRenderer{m_svg.toUtf8()}.render(&painter);
        painter.end();
        int inked = 0;
        int seen = 0;
        for (int y = 0; y < small.height(); ++y)
            for (int x = 0; x < small.width(); ++x) {
                const QColor color = small.pixelColor(x, y);
                if (color.alpha() < 128) continue;
                ++inked;
                if (contrast(color, m_ground) >= 3) ++seen;
            }
        plated = 2 * seen < inked;
    }
    if (std::exchange(m_plated, plated) == plated) return;
    Q_EMIT platedChanged();
    Q_EMIT svgChanged();  // the aspect
}

void Logo::paint(QPainter* painter)
{
    const qreal whole = aspect();
    if (whole <= 0) return;
    painter->setRenderHint(QPainter::Antialiasing);
    const QSizeF size = QSizeF{whole, 1}.scaled(boundingRect().size(), Qt::KeepAspectRatio);
    QRectF box{QPointF{(width() - size.width()) / 2, (height() - size.height()) / 2}, size};
    if (m_plated) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_plate);
        painter->drawRoundedRect(box, rim * box.height(), rim * box.height());
        const qreal in = rim * box.height();
        box.adjust(in, in, -in, -in);
    }
    QSvgRenderer{m_svg.toUtf8()}.render(painter, box);
}

}  // namespace carewall::ui
