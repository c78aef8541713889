#include "ui/painted/mark.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>
#include <utility>

namespace carewall::ui {

namespace {

// All shapes are drawn in a square of side 1 around the origin.
QPolygonF triangle(qreal half_width, qreal top, qreal bottom)
{
    return QPolygonF{{{0, top}, {half_width, bottom}, {-half_width, bottom}}};
}

void drawTriangle(QPainter& p, const QColor& color)
{
    p.setPen(QPen{color, 0.105, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin});
    p.setBrush(Qt::NoBrush);
    p.drawPolygon(triangle(0.40, -0.36, 0.37));
}

void drawDiamond(QPainter& p, const QColor& color)
{
    QPainterPath path;
    path.addPolygon(QPolygonF{{{0, -0.5}, {0.5, 0}, {0, 0.5}, {-0.5, 0}}});
    path.closeSubpath();
    QPainterPath cut;
    cut.addPolygon(QPolygonF{{{-0.062, -0.27}, {0.062, -0.27}, {0.042, 0.09}, {-0.042, 0.09}}});
    cut.addEllipse(QPointF{0, 0.20}, 0.064, 0.064);
    p.fillPath(path.subtracted(cut), color);
}

void drawVoid(QPainter& p, const QColor& color)
{
    p.setPen(QPen{color, 0.085, Qt::SolidLine, Qt::FlatCap});
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF{0, 0}, 0.33, 0.33);
    p.drawLine(QPointF{-0.40, 0.40}, QPointF{0.40, -0.40});
}

void drawTick(QPainter& p, const QColor& color)
{
    p.setPen(QPen{color, 0.16, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin});
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(QPolygonF{{{-0.42, 0.02}, {-0.13, 0.31}, {0.44, -0.30}}});
}

QPolygonF star()
{
    constexpr int corners = 10;
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = std::numbers::pi * (2.0 * i / corners - 0.5);
        const double radius = i % 2 == 0 ? 0.5 : 0.2;
        points << QPointF{radius * std::cos(angle), radius * std::sin(angle) + 0.04};
    }
    return points;
}

void drawFull(QPainter& p, const QColor& color, Mark::Shape shape)
{
    p.setPen(Qt::NoPen);
    p.setBrush(color);
    switch (shape) {
    case Mark::Up:
        p.drawPolygon(triangle(0.46, -0.40, 0.38));
        break;
    case Mark::Down:
        p.drawPolygon(triangle(0.46, 0.40, -0.38));
        break;
    case Mark::Star:
        p.drawPolygon(star());
        break;
    case Mark::Level:
        p.drawRect(QRectF{-0.42, -0.09, 0.84, 0.18});
        break;
    default:
        p.drawEllipse(QPointF{0, 0}, 0.15, 0.15);
        break;
    }
}

}  // namespace

Mark::Mark(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAntialiasing(true);
}

void Mark::setShape(Shape shape)
{
    if (std::exchange(m_shape, shape) == shape) return;
    Q_EMIT shapeChanged();
    update();
}

void Mark::setColor(const QColor& color)
{
    if (std::exchange(m_color, color) == color) return;
    Q_EMIT colorChanged();
    update();
}

void Mark::paint(QPainter* painter)
{
    const qreal side = std::min(width(), height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(width() / 2, height() / 2);
    painter->scale(side, side);
    switch (m_shape) {
    case Triangle:
        return drawTriangle(*painter, m_color);
    case Diamond:
        return drawDiamond(*painter, m_color);
    case Void:
        return drawVoid(*painter, m_color);
    case Tick:
        return drawTick(*painter, m_color);
    default:
        return drawFull(*painter, m_color, m_shape);
    }
}

}  // namespace carewall::ui
