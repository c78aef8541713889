#pragma once

#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// Values in time as one thick line from zero up, against the band in which they usually lie: within it the line is
/// quiet, above it it is not. Its newest value carries a dot. Time runs with the reading direction.
class Curve : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// At least 0, evenly spaced, oldest first; a negative one is not known and leaves a gap.
    Q_PROPERTY(QList<qreal> values MEMBER m_values NOTIFY changed FINAL)
    /// The band, value by value; empty: none.
    Q_PROPERTY(QList<qreal> low MEMBER m_low NOTIFY changed FINAL)
    Q_PROPERTY(QList<qreal> high MEMBER m_high NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed FINAL)
    Q_PROPERTY(QColor quiet MEMBER m_quiet NOTIFY changed FINAL)
    Q_PROPERTY(QColor band MEMBER m_band NOTIFY changed FINAL)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY changed FINAL)
    Q_PROPERTY(qreal stroke MEMBER m_stroke NOTIFY changed FINAL)
    /// Width of the band's edges and of the foot.
    Q_PROPERTY(qreal hair MEMBER m_hair NOTIFY changed FINAL)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY changed FINAL)

public:
    explicit Curve(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QList<qreal> m_values;
    QList<qreal> m_low;
    QList<qreal> m_high;
    QColor m_ink{Qt::white};
    QColor m_quiet{Qt::gray};
    QColor m_band{Qt::darkGray};
    QColor m_edge{Qt::gray};
    qreal m_stroke = 4;
    qreal m_hair = 2;
    bool m_mirrored = false;

    bool hasBand() const { return m_high.size() == m_values.size() && m_low.size() == m_values.size(); }
    QPointF place(qsizetype i, qreal value, qreal top) const;
    void paintBand(QPainter& painter, qreal top) const;
    void paintLine(QPainter& painter, qreal top) const;
    void paintPiece(QPainter& painter, const QPolygonF& piece, const QColor& color) const;
};

}  // namespace carewall::ui
