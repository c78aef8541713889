#include "ui/painted/quotation.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace carewall::ui {

Quotation::Quotation(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    connect(this, &Quotation::markChanged, this, &Quotation::measure);
    connect(this, &Quotation::colorChanged, this, [this] { update(); });
}

void Quotation::measure()
{
    QFont font = QGuiApplication::font();
    font.setWeight(QFont::DemiBold);
    font.setPixelSize(100);
    font.setPixelSize(std::max(1, qRound(100 * m_cap / QFontMetricsF{font}.capHeight())));
    m_ink = {};
    m_ink.addText(0, 0, font, m_mark);
    m_low = m_ink.boundingRect().center().y() > -0.25 * m_cap;
    m_ink.translate(-m_ink.boundingRect().topLeft());
    setImplicitSize(m_ink.boundingRect().width(), m_ink.boundingRect().height());
    update();
}

void Quotation::paint(QPainter* painter)
{
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->fillPath(m_ink, m_color);
}

}  // namespace carewall::ui
