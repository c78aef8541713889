#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPixmap>
#include <QQuickItem>
#include <QVector>
#include <QtQml/qqmlregistration.h>

#include <utility>

namespace carewall::ui {

/// A figure with its unit, never cut: digits in cells of equal width, so that a changing figure stands still; letters
/// and the per cent sign smaller beside them. Sized by the height of its digits, which is what the eye measures.
/// Right to left, number and unit change places, and the number itself does not.
/// Its baseline is its digits' foot. The Persian zero, a dot in the faces there are, is drawn as a ring of half a
/// digit's height: alone it would be read as a bullet.
class Digits : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    Q_PROPERTY(QColor unitColor READ unitColor WRITE setUnitColor NOTIFY unitColorChanged FINAL)
    Q_PROPERTY(qreal digitHeight READ digitHeight WRITE setDigitHeight NOTIFY digitHeightChanged FINAL)
    Q_PROPERTY(qreal leastHeight READ leastHeight WRITE setLeastHeight NOTIFY leastHeightChanged FINAL)
    Q_PROPERTY(qreal room READ room WRITE setRoom NOTIFY roomChanged FINAL)
    Q_PROPERTY(int weight READ weight WRITE setWeight NOTIFY weightChanged FINAL)
    Q_PROPERTY(qreal drawnHeight READ drawnHeight NOTIFY drawnHeightChanged FINAL)
    Q_PROPERTY(qreal lead READ lead NOTIFY leadChanged FINAL)

public:
    explicit Digits(QQuickItem* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);
    QColor unitColor() const { return m_unit_color; }
    void setUnitColor(const QColor& color);
    /// Of the digits, in pixels.
    qreal digitHeight() const { return m_digit_height; }
    void setDigitHeight(qreal height);
    /// A figure wider than `room` shrinks, but its digits never below this.
    qreal leastHeight() const { return m_least_height; }
    void setLeastHeight(qreal height);
    /// Width that it may take; 0: any. In an item wider than the figure it stands at the right, in either direction of
    /// writing: that is where the ones are.
    qreal room() const { return m_room; }
    void setRoom(qreal room);
    int weight() const { return m_weight; }
    void setWeight(int weight);
    /// Height at which the digits are really drawn.
    qreal drawnHeight() const { return m_drawn_height; }
    /// From the edge where reading begins to the first ink, px, in an item as wide as its figure: who takes it off a
    /// margin sees the figure stand flush with the words below it.
    qreal lead() const { return m_lead; }

Q_SIGNALS:
    void textChanged();
    void colorChanged();
    void unitColorChanged();
    void digitHeightChanged();
    void leastHeightChanged();
    void roomChanged();
    void weightChanged();
    void drawnHeightChanged();
    void leadChanged();

protected:
    void componentComplete() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

private:
    struct Piece {
        QString text;
        qreal left = 0;
        bool unit = false;
    };

    /// What the fonts were made for.
    struct Chosen {
        int zero = -1;
        qreal height = 0;
        int weight = 0;
        qreal least_height = 0;
        bool operator==(const Chosen&) const = default;
    };
    /// A piece as pixels, and where its corner stands from the start of its baseline.
    struct Inked {
        QPixmap pixels;
        QPointF corner;
    };
    /// A piece as the scene graph has it.
    struct Placed {
        qint64 pixels = 0;  ///< QPixmap::cacheKey
        QRectF box;
        bool operator==(const Placed&) const = default;
    };

    QString m_text;
    QColor m_color{Qt::white};
    QColor m_unit_color{Qt::gray};
    qreal m_digit_height = 40;
    qreal m_least_height = 0;
    qreal m_room = 0;
    int m_weight = QFont::Medium;
    qreal m_drawn_height = 0;
    qreal m_lead = 0;
    qreal m_foot = 0;
    QFont m_font;
    QFont m_unit_font;
    qreal m_cell = 0;  ///< of a digit, px
    Chosen m_chosen;
    QVector<Piece> m_pieces;
    QHash<std::pair<QString, bool>, Inked> m_ink;  ///< by text, and whether it is a unit
    qreal m_ink_ratio = 1;
    QVector<Placed> m_placed;  ///< as the nodes are, in their order

    void measure();
    qreal measuredLead(qreal wide) const;
    QRectF inkBox(const Piece& piece) const;
    QPixmap drawn(const Piece& piece, const QRect& box, qreal ratio) const;
    void choose(QChar sample, qreal height);
    const Inked& ink(const Piece& piece, qreal ratio);
    qreal place(qreal height);
    qreal unitScale(qreal height) const;
};

}  // namespace carewall::ui
