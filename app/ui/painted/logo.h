#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// The house's sign, as large as fits, its proportions kept. Where less than half of it would stand out from the ground
/// (3:1), it stands on a plate. Drawn once for each size and scheme; what moves in it stands still.
class Logo : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString svg READ svg WRITE setSvg NOTIFY svgChanged FINAL)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY groundChanged FINAL)
    Q_PROPERTY(QColor plate MEMBER m_plate NOTIFY plateChanged FINAL)
    Q_PROPERTY(qreal aspect READ aspect NOTIFY svgChanged FINAL)
    Q_PROPERTY(bool plated READ plated NOTIFY platedChanged FINAL)

public:
    explicit Logo(QQuickItem* parent = nullptr);

    QString svg() const { return m_svg; }
    void setSvg(const QString& svg);
    QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);
    /// Width over height of what is drawn, with its plate; 0: nothing is.
    qreal aspect() const;
    bool plated() const { return m_plated; }

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void svgChanged();
    void groundChanged();
    void plateChanged();
    void platedChanged();

private:
    QString m_svg;
    QColor m_ground{Qt::black};
    QColor m_plate{Qt::white};
    qreal m_drawing = 0;  ///< width over height, without a plate
    bool m_plated = false;

    void weigh();
};

}  // namespace carewall::ui
