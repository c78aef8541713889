#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// A sign that is told from the others by its outline alone.
class Mark : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Shape shape READ shape WRITE setShape NOTIFY shapeChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)

public:
    enum Shape {
        Dot,       ///< small and full: nothing to see here
        Triangle,  ///< an outlined warning triangle: keep an eye on it
        Diamond,   ///< large and full, with an exclamation mark cut out: somebody is needed
        Void,      ///< a ring crossed out: nothing is heard
        Up,        ///< full triangle, point up
        Down,      ///< full triangle, point down
        Level,     ///< a bar
        Tick,      ///< a check mark: it is well again
        Star,      ///< full, with five points: better than ever
    };
    Q_ENUM(Shape)

    explicit Mark(QQuickItem* parent = nullptr);

    Shape shape() const { return m_shape; }
    void setShape(Shape shape);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void shapeChanged();
    void colorChanged();

private:
    Shape m_shape = Dot;
    QColor m_color{Qt::gray};
};

}  // namespace carewall::ui
