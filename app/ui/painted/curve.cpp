#include "ui/painted/curve.h"

#include <QPainter>

#include <algorithm>

namespace carewall::ui {

Curve::Curve(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAntialiasing(true);
    connect(this, &Curve::changed, this, [this] { update(); });
}

QPointF Curve::place(qsizetype i, qreal value, qreal top) const
{
    // Half a dot stays free on all sides but the foot, where half a line does.
    const qreal side = 1.3 * m_stroke;
    const auto last = static_cast<qreal>(std::max<qsizetype>(1, m_values.size() - 1));
    const qreal share = static_cast<qreal>(i) / last;
    const qreal x = side + (m_mirrored ? 1 - share : share) * (width() - 2 * side);
    const qreal foot = height() - m_stroke / 2;
    return {x, foot - std::max(qreal{0}, value) / top * (foot - side)};
}

void Curve::paintBand(QPainter& painter, qreal top) const
{
    QPolygonF upper;
    QPolygonF around;
    for (qsizetype i = 0; i < m_high.size(); ++i)
        upper << place(i, m_high[i], top);
    around = upper;
    QPolygonF lower;
    for (qsizetype i = m_low.size() - 1; i >= 0; --i) {
        around << place(i, m_low[i], top);
        lower << place(i, m_low[i], top);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_band);
    painter.drawPolygon(around);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen{m_edge, m_hair});
    painter.drawPolyline(upper);
    painter.drawPolyline(lower);
}

void Curve::paintPiece(QPainter& painter, const QPolygonF& piece, const QColor& color) const
{
    if (piece.isEmpty()) return;
    painter.setPen(QPen{color, m_stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    if (piece.size() == 1)
        painter.drawPoint(piece.front());
    else
        painter.drawPolyline(piece);
}

void Curve::paintLine(QPainter& painter, qreal top) const
{
    QPolygonF piece;
    const QColor* color = &m_ink;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        if (m_values[i] < 0) {
            paintPiece(painter, piece, *color);
            piece.clear();
            continue;
        }
        const QPointF here = place(i, m_values[i], top);
        const QColor* now = hasBand() && m_values[i] > m_high[i] ? &m_ink : &m_quiet;
        if (!piece.isEmpty() && now != color) {
            // The step out of the band belongs to what is unusual.
            const QPointF before = piece.back();
            if (now == &m_ink) {
                paintPiece(painter, piece, *color);
                piece = {before};
            } else {
                piece << here;
                paintPiece(painter, piece, *color);
                piece.clear();
            }
        }
        color = now;
        piece << here;
    }
    paintPiece(painter, piece, *color);
    if (m_values.isEmpty() || m_values.back() < 0) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ink);
    painter.drawEllipse(place(m_values.size() - 1, m_values.back(), top), 1.2 * m_stroke, 1.2 * m_stroke);
}

void Curve::paint(QPainter* painter)
{
    if (m_values.isEmpty()) return;
    qreal top = *std::max_element(m_values.cbegin(), m_values.cend());
    if (hasBand()) top = std::max(top, *std::max_element(m_high.cbegin(), m_high.cend()));
    top = std::max(top, qreal{1});
    painter->setRenderHint(QPainter::Antialiasing);
    if (hasBand()) paintBand(*painter, top);
    painter->setPen(QPen{m_edge, m_hair});
    painter->drawLine(QPointF{0, height() - m_hair / 2}, QPointF{width(), height() - m_hair / 2});
    paintLine(*painter, top);
}

}  // namespace carewall::ui
