#include "ui/painted/week_plot.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace carewall::ui {

namespace {

constexpr qreal dot = 1.5;    ///< radius, in strokes
constexpr qreal today = 2.3;  ///< of the newest day

}  // namespace

WeekPlot::WeekPlot(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    connect(
        this, &WeekPlot::changed, this, [this] { update(); });
}

QPointF WeekPlot::place(qsizetype day, qreal value) const
{
    const qreal margin = today * m_stroke + 1;
    const qreal step = width() / static_cast<qreal>(std::max<qsizetype>(m_values.size(), 1));
    const qreal along = (static_cast<qreal>(day) + 0.5) * step;
    return {m_mirrored ? width() - along : along,
            margin + (1 - std::clamp(value, 0.0, 1.0)) * std::max(0.0, height() - 2 * margin)};
}

void WeekPlot::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing, true);
    if (m_mark >= 0) {
        const qreal high = std::max(2.0, std::round(0.5 * m_stroke));
        const qreal across = std::round(place(0, m_mark).y() - high / 2);
        painter->fillRect(QRectF{0, across, width(), high}, m_line);
    }
    painter->setPen(QPen{m_quiet, m_stroke, Qt::SolidLine, Qt::RoundCap});
    for (qsizetype i = 1; i < m_values.size(); ++i)
        if (m_values[i - 1] >= 0 && m_values[i] >= 0)
            painter->drawLine(place(i - 1, m_values[i - 1]), place(i, m_values[i]));
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const bool known = m_values[i] >= 0;
        const bool newest = i == m_values.size() - 1;
        if (known) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(newest ? m_ink : m_quiet);
        } else {
            painter->setPen(QPen{m_quiet, 0.6 * m_stroke});
            painter->setBrush(Qt::NoBrush);
        }
        const qreal radius = (newest && known ? today : dot) * m_stroke;
        painter->drawEllipse(place(i, known ? m_values[i] : 0), radius, radius);
    }
}

}  // namespace carewall::ui
