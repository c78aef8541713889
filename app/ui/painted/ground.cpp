#include "ui/painted/ground.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

#include <utility>

namespace carewall::ui {

Ground::Ground(QQuickItem* parent) : QQuickItem{parent}
{
    setFlag(ItemHasContents);
    connect(this, &Ground::colorChanged, this, &QQuickItem::update);
}

void Ground::setPage(int page)
{
    if (std::exchange(m_page, page) == page) return;
    Q_EMIT pageChanged();
    m_anew = true;
    update();
}

QSGNode* Ground::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    if (std::exchange(m_anew, false)) delete std::exchange(old, nullptr);
    auto* node = static_cast<QSGRectangleNode*>(old ? old : window()->createRectangleNode());
    node->setRect(boundingRect());
    node->setColor(m_color);
    return node;
}

}  // namespace carewall::ui
