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
    /// Whether its language sets it on the line's foot, as German does.
    Q_PROPERTY(bool low READ low NOTIFY markChanged FINAL)

public:
    explicit Quotation(QQuickItem* parent = nullptr);

    bool low() const { return m_low; }

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void markChanged();
    void colorChanged();

private:
    QString m_mark;
    qreal m_cap = 100;
    QColor m_color{Qt::white};
    QPainterPath m_ink;
    bool m_low = false;

    void measure();
};

}  // namespace carewall::ui
