#include "ui/painted/plot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace carewall::ui {

Plot::Plot(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    connect(
        this, &Plot::changed, this, [this] { update(); });
}

void Plot::setChart(const Chart& chart)
{
    if (m_chart == chart) return;
    m_chart = chart;
    Q_EMIT changed();
}

const QColor& Plot::inkOf(Chart::Ink ink) const
{
    switch (ink) {
    case Chart::Breach:
        return m_breach;
    case Chart::Mark:
        return m_mark;
    case Chart::Thin:
        return m_thin;
    case Chart::Quiet:
        break;
    }
    return m_quiet;
}

void Plot::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (const Chart::Box& box : m_chart.boxes) {
        const qreal left = std::round(box.left * width());
        const qreal wide = std::max(1.0, std::round((box.left + box.wide) * width()) - left);
        const qreal tall = std::max(m_least, std::round(box.tall * height()));
        const qreal head = std::round((1 - box.foot) * height()) - tall;
        painter->fillRect(QRectF{m_mirrored ? width() - left - wide : left, head, wide, tall}, inkOf(box.ink));
    }
}

}  // namespace carewall::ui
