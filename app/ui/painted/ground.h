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
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged FINAL)

public:
    explicit Ground(QQuickItem* parent = nullptr);
    /// As it changes all is drawn anew. To be changed last: what changed last goes first.
    int page() const { return m_page; }
    void setPage(int page);

Q_SIGNALS:
    void colorChanged();
    void pageChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

private:
    QColor m_color;
    int m_page = 0;
    bool m_anew = false;
};

}  // namespace carewall::ui
