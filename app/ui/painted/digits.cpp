#include "ui/painted/digits.h"

#include "ui/fonts.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>
#include <utility>

namespace carewall::ui {

namespace {

constexpr qreal unit_scale = 0.6;       // of the digits' size
constexpr qreal least_unit = 0.8;       // of the least height of digits: words may be smaller than figures by that
constexpr qreal group_gap = 0.18;       // em, between number and unit, and to the next number
constexpr qreal tightness = 0.96;       // of a cell to the widest digit: its bearings may overlap, its ink does not
constexpr qreal below_the_foot = 0.36;  // of the digits' height: the tails of commas and of Persian letters
constexpr qreal above_the_head = 0.22;  // signs and accents

constexpr qsizetype most_inked = 24;  // pieces that one figure keeps: its digits, signs and units

bool belongsToNumber(QChar c)
{
    static const QString signs = QStringLiteral(".,:+-\u2212\u00B1\u066B\u066C\u00A0\u202F\u2019");
    return c.isDigit() || signs.contains(c);
}

struct Run {
    QString text;
    bool unit = false;
};

/// "1 h 05" -> 1 | h | 05. A plain space parts; the group separators of a number do not.
QVector<Run> runsOf(const QString& text)
{
    QVector<Run> runs;
    bool parted = true;
    for (const QChar c : text) {
        if (c == QLatin1Char{' '}) parted = true;
        if (c == QLatin1Char{' '} || c.category() == QChar::Other_Format) continue;
        // The stop of an abbreviation belongs to it.
        const bool goes_on = !parted && runs.last().unit && !c.isDigit();
        const bool unit = goes_on || !belongsToNumber(c);
        if (parted || runs.last().unit != unit) runs.append(Run{{}, unit});
        runs.last().text += c;
        parted = false;
    }
    return runs;
}

qreal cellWidth(const QFontMetricsF& metrics, QChar any)
{
    const int zero = any.unicode() - any.digitValue();
    qreal widest = 0;
    for (int i = 0; i < 10; ++i)
        widest = std::max(widest, metrics.horizontalAdvance(QChar{static_cast<char16_t>(zero + i)}));
    return tightness * widest;
}

const QString persian_zero{QChar{0x06F0}};

/// The ring of a Persian zero, in heights of a digit: its size, how high its middle stands, and its stroke.
struct Ring {
    qreal wide = 0.46;
    qreal tall = 0.52;
    qreal middle = 0.46;
    qreal stroke = 0.11;
};

Ring ringOf(int weight)
{
    if (weight <= QFont::Light) return {0.48, 0.54, 0.46, 0.065};
    if (weight >= QFont::DemiBold) return {0.48, 0.54, 0.46, 0.135};
    return {};
}

}  // namespace

Digits::Digits(QQuickItem* parent) : QQuickItem{parent}
{
    setFlag(ItemHasContents);
}

void Digits::setText(const QString& text)
{
    if (std::exchange(m_text, text) == text) return;
    Q_EMIT textChanged();
    measure();
}

void Digits::setColor(const QColor& color)
{
    if (std::exchange(m_color, color) == color) return;
    Q_EMIT colorChanged();
    m_ink.clear();
    update();
}

void Digits::setUnitColor(const QColor& color)
{
    if (std::exchange(m_unit_color, color) == color) return;
    Q_EMIT unitColorChanged();
    m_ink.clear();
    update();
}

void Digits::setDigitHeight(qreal height)
{
    if (qFuzzyCompare(std::exchange(m_digit_height, height), height)) return;
    Q_EMIT digitHeightChanged();
    measure();
}

void Digits::setLeastHeight(qreal height)
{
    if (qFuzzyCompare(std::exchange(m_least_height, height), height)) return;
    Q_EMIT leastHeightChanged();
    measure();
}

void Digits::setRoom(qreal room)
{
    if (qFuzzyCompare(std::exchange(m_room, room), room)) return;
    Q_EMIT roomChanged();
    measure();
}

void Digits::setWeight(int weight)
{
    if (std::exchange(m_weight, weight) == weight) return;
    Q_EMIT weightChanged();
    measure();
}

void Digits::componentComplete()
{
    QQuickItem::componentComplete();
    measure();
}

void Digits::measure()
{
    if (!isComponentComplete()) return;
    qreal height = m_digit_height;
    qreal wide = place(height);
    if (m_room > 0 && std::ceil(wide) > m_room) {
        height = std::max(m_least_height, std::floor(height * m_room / wide));
        wide = place(height);
        while (std::ceil(wide) > m_room && height > m_least_height)
            wide = place(height = std::max(m_least_height, height - 1));
    }
    m_foot = std::ceil(height * (1 + above_the_head));
    setImplicitSize(std::ceil(wide), m_foot + std::ceil(height * below_the_foot));
    setBaselineOffset(m_foot);
    if (!qFuzzyCompare(std::exchange(m_drawn_height, height), height)) Q_EMIT drawnHeightChanged();
    const qreal lead = measuredLead(std::ceil(wide));
    if (!qFuzzyCompare(1 + std::exchange(m_lead, lead), 1 + lead)) Q_EMIT leadChanged();
    update();
}

qreal Digits::measuredLead(qreal wide) const
{
    if (m_pieces.isEmpty()) return 0;
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft)
        return wide - m_pieces.back().left - inkBox(m_pieces.back()).right();
    return m_pieces.front().left + inkBox(m_pieces.front()).left();
}

/// Where a piece has its ink, from the start of its baseline.
QRectF Digits::inkBox(const Piece& piece) const
{
    const QFontMetricsF metrics{piece.unit ? m_unit_font : m_font};
    if (piece.text != persian_zero) return metrics.tightBoundingRect(piece.text);
    const qreal high = m_chosen.height;
    const Ring ring = ringOf(m_weight);
    const qreal middle = metrics.horizontalAdvance(piece.text) / 2;
    return {middle - ring.wide * high / 2, -(ring.middle + ring.tall / 2) * high, ring.wide * high, ring.tall * high};
}

/// A piece as pixels, drawn once: figures change all day, and are made of the same few digits.
QPixmap Digits::drawn(const Piece& piece, const QRect& box, qreal ratio) const
{
    QPixmap pixels{(QSizeF{box.size()} * ratio).toSize()};
    pixels.setDevicePixelRatio(ratio);
    pixels.fill(Qt::transparent);
    QPainter painter{&pixels};
    painter.setPen(piece.unit ? m_unit_color : m_color);
    if (piece.text == persian_zero) {
        const qreal stroke = ringOf(m_weight).stroke * m_chosen.height;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{m_color, stroke});
        const QRectF ring = inkBox(piece).translated(-box.topLeft());
        painter.drawEllipse(ring.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
        return pixels;
    }
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setFont(piece.unit ? m_unit_font : m_font);
    painter.drawText(-box.topLeft(), piece.text);
    return pixels;
}

qreal Digits::unitScale(qreal height) const
{
    return std::clamp(least_unit * m_least_height / height, unit_scale, qreal{1});
}

void Digits::choose(QChar sample, qreal height)
{
    const Chosen chosen{sample.unicode() - sample.digitValue(), height, m_weight, m_least_height};
    if (std::exchange(m_chosen, chosen) == chosen) return;
    m_ink.clear();
    m_font = fonts::figures();
    m_font.setWeight(static_cast<QFont::Weight>(m_weight));
    m_font.setPixelSize(std::max(1, static_cast<int>(std::ceil(height / fonts::digitRatio(sample, m_weight)))));
    m_unit_font = m_font;
    m_unit_font.setWeight(QFont::Medium);
    m_unit_font.setKerning(true);
    m_unit_font.setPixelSize(std::max(1, static_cast<int>(std::ceil(m_font.pixelSize() * unitScale(height)))));
    m_cell = cellWidth(QFontMetricsF{m_font}, sample);
}

qreal Digits::place(qreal height)
{
    const auto digit = std::find_if(m_text.cbegin(), m_text.cend(), [](QChar c) { return c.isDigit(); });
    choose(digit == m_text.cend() ? QLatin1Char{'0'} : *digit, height);
    const QFontMetricsF metrics{m_font};
    const QFontMetricsF unit_metrics{m_unit_font};
    const qreal gap = group_gap * m_font.pixelSize();

    QVector<Run> runs = runsOf(m_text);
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft) std::reverse(runs.begin(), runs.end());
    m_pieces.clear();
    qreal x = 0;
    for (const Run& run : runs) {
        if (x > 0) x += gap;
        if (run.unit) {
            m_pieces.append({run.text, x, true});
            x += unit_metrics.horizontalAdvance(run.text);
            continue;
        }
        for (const QChar c : run.text) {
            const qreal wide = metrics.horizontalAdvance(c);
            m_pieces.append({QString{c}, x + (c.isDigit() ? (m_cell - wide) / 2 : 0), false});
            x += c.isDigit() ? m_cell : wide;
        }
    }
    return x;
}

const Digits::Inked& Digits::ink(const Piece& piece, qreal ratio)
{
    if (!qFuzzyCompare(std::exchange(m_ink_ratio, ratio), ratio)) m_ink.clear();
    const std::pair key{piece.text, piece.unit};
    const auto known = m_ink.constFind(key);
    if (known != m_ink.constEnd()) return *known;
    const QFont& font = piece.unit ? m_unit_font : m_font;
    const QColor& color = piece.unit ? m_unit_color : m_color;
    const QRect box = inkBox(piece).toAlignedRect().adjusted(-1, -1, 1, 1);
    const QString shared = QStringLiteral("digits/%1/%2/%3/%4/%5")
                               .arg(font.pixelSize())
                               .arg(font.weight())
                               .arg(color.rgba())
                               .arg(ratio)
                               .arg(piece.text);
    QPixmap pixels;
    if (!QPixmapCache::find(shared, &pixels)) {
        pixels = drawn(piece, box, ratio);
        QPixmapCache::insert(shared, pixels);
    }
    if (m_ink.size() >= most_inked) m_ink.clear();
    return *m_ink.insert(key, {pixels, box.topLeft()});
}

/// A node a piece, touched only where the piece differs: of "4:32" and "4:33" one digit is drawn anew. Pixels are
/// shared with the cache, so that a wall of figures keeps each digit once.
QSGNode* Digits::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    QSGNode* root = old;
    if (root == nullptr) {
        root = new QSGTransformNode;  // a plain one, and the software renderer would not know where later pieces are
        m_placed.clear();
    }
    for (; m_placed.size() > m_pieces.size(); m_placed.removeLast())
        delete root->lastChild();
    const QPointF foot{std::max(0.0, std::floor(width() - implicitWidth())), m_foot};
    const qreal ratio = window()->effectiveDevicePixelRatio();
    QSGNode* next = root->firstChild();
    for (qsizetype i = 0; i < m_pieces.size(); ++i) {
        const Inked& ink = this->ink(m_pieces[i], ratio);
        const QPointF corner = foot + QPointF{std::round(m_pieces[i].left), 0} + ink.corner;
        const Placed placed{ink.pixels.cacheKey(), {corner, QSizeF{ink.pixels.size()} / ratio}};
        const bool is_new = next == nullptr;
        if (is_new) m_placed.append(Placed{});
        auto* node = is_new ? window()->createImageNode() : static_cast<QSGImageNode*>(next);
        if (m_placed[i].pixels != placed.pixels) {
            node->setTexture(window()->createTextureFromImage(ink.pixels.toImage()));
            node->setOwnsTexture(true);
        }
        if (m_placed[i].box != placed.box) node->setRect(placed.box);
        m_placed[i] = placed;
        // The renderer looks at a node as soon as it is there: not before it has its pixels.
        if (is_new) root->appendChildNode(node);
        next = node->nextSibling();
    }
    return root;
}

}  // namespace carewall::ui
