#include "ui/painted/latency_probe.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

#include <utility>

namespace carewall::ui {

namespace {

QColor colorOf(int number)
{
    return QColor::fromRgb(qRed(static_cast<QRgb>(number)), qGreen(static_cast<QRgb>(number)),
                           qBlue(static_cast<QRgb>(number)));
}

}  // namespace

LatencyProbe::LatencyProbe(QQuickItem* parent) : QQuickItem{parent}
{
    setFlag(ItemHasContents);
}

void LatencyProbe::setSequence(int sequence)
{
    if (std::exchange(m_sequence, sequence) == sequence) return;
    Q_EMIT sequenceChanged();
    update();
}

void LatencyProbe::setReceived(int received)
{
    if (std::exchange(m_received, received) == received) return;
    Q_EMIT receivedChanged();
    update();
}

QSGNode* LatencyProbe::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    if (!old) {
        old = new QSGNode;
        for (int i = 0; i < 2; ++i)
            old->appendChildNode(window()->createRectangleNode());
    }
    const qreal side = block_px / window()->effectiveDevicePixelRatio();
    int block = 0;
    for (const int number : {m_sequence, m_received}) {
        auto* node = static_cast<QSGRectangleNode*>(old->childAtIndex(block));
        node->setRect(QRectF{block * side, 0, side, side});
        node->setColor(colorOf(number));
        ++block;
    }
    return old;
}

}  // namespace carewall::ui
