#pragma once

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// The sign with which a quotation begins, as a drawing: as large as its ink is, wherever its font sets it on the line.
class Quotation : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString mark MEMBER m_mark NOTIFY markChanged FINAL)
    /// Height of a capital letter beside it, px.
    Q_PROPERTY(qreal cap MEMBER m_cap NOTIFY markChanged FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY colorChanged FINAL)

public:
    explicit Quotation(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void markChanged();
    void colorChanged();

private:
    QString m_mark;
    qreal m_cap = 100;
    QColor m_color{Qt::white};
    QPainterPath m_ink;

    void measure();
};

}  // namespace carewall::ui
