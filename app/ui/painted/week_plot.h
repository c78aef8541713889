#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// A few days as dots on a line, the last one large; a day that is not known is a ring at the foot and a gap in the
/// line. A target is a line across. Time runs with the reading direction.
class WeekPlot : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// In [0, 1], evenly spaced, oldest first; a negative one is not known.
    Q_PROPERTY(QList<qreal> values MEMBER m_values NOTIFY changed FINAL)
    /// In [0, 1]; negative: none.
    Q_PROPERTY(qreal mark MEMBER m_mark NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed FINAL)
    Q_PROPERTY(QColor quiet MEMBER m_quiet NOTIFY changed FINAL)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY changed FINAL)
    /// Width of the line; everything else is measured by it.
    Q_PROPERTY(qreal stroke MEMBER m_stroke NOTIFY changed FINAL)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY changed FINAL)

public:
    explicit WeekPlot(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QList<qreal> m_values;
    qreal m_mark = -1;
    QColor m_ink{Qt::white};
    QColor m_quiet{Qt::gray};
    QColor m_line{Qt::darkGray};
    qreal m_stroke = 4;
    bool m_mirrored = false;

    QPointF place(qsizetype day, qreal value) const;
};

}  // namespace carewall::ui
