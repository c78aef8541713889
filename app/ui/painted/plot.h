#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// What a Plot draws: boxes in shares of its width and height, from the lower leading corner up.
struct Chart {
    Q_GADGET
    QML_VALUE_TYPE(chart)

public:
    enum Ink { Quiet, Breach, Mark, Thin };
    struct Box {
        double left = 0;
        double foot = 0;
        double wide = 0;
        double tall = 0;
        Ink ink = Quiet;
        bool operator==(const Box&) const = default;
    };
    QList<Box> boxes;
    bool operator==(const Chart&) const = default;
};

/// A chart as whole pixels, drawn in one piece. Time runs with the reading direction.
class Plot : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(carewall::ui::Chart chart READ chart WRITE setChart NOTIFY changed FINAL)
    Q_PROPERTY(QColor quiet MEMBER m_quiet NOTIFY changed FINAL)
    Q_PROPERTY(QColor breach MEMBER m_breach NOTIFY changed FINAL)
    Q_PROPERTY(QColor mark MEMBER m_mark NOTIFY changed FINAL)
    Q_PROPERTY(QColor thin MEMBER m_thin NOTIFY changed FINAL)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY changed FINAL)
    Q_PROPERTY(qreal least MEMBER m_least NOTIFY changed FINAL)

public:
    explicit Plot(QQuickItem* parent = nullptr);

    Chart chart() const { return m_chart; }
    void setChart(const Chart& chart);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    Chart m_chart;
    QColor m_quiet{Qt::gray};
    QColor m_breach{Qt::yellow};
    QColor m_mark{Qt::white};
    QColor m_thin{Qt::darkGray};
    bool m_mirrored = false;
    qreal m_least = 2;  ///< height of the thinnest box, px: what is there is seen

    const QColor& inkOf(Chart::Ink ink) const;
};

}  // namespace carewall::ui
