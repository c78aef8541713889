#pragma once

#include <QColor>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// What a scene stands on: a plain rectangle, the scene's first child. It is there for what it spares: where a scene or
/// a page goes, Qt's software renderer joins the places of all that went one by one, a hundred of them at a quadratic
/// cost. This one covers them and goes first, so that there is nothing to join.
class Ground : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY colorChanged FINAL)
    Q_PROPERTY(int turn READ turn WRITE setTurn NOTIFY turnChanged FINAL)

public:
    explicit Ground(QQuickItem* parent = nullptr);
    /// As it changes all is drawn anew. To be changed last: what changed last goes first.
    int turn() const { return m_turn; }
    void setTurn(int turn);

Q_SIGNALS:
    void colorChanged();
    void turnChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

private:
    QColor m_color;
    int m_turn = 0;
    bool m_anew = false;
};

}  // namespace carewall::ui
