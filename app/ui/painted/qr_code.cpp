#include "ui/painted/qr_code.h"

#include <QPainter>

#include <memory>
#include <qrencode.h>
#include <utility>

namespace carewall::ui {

namespace {

constexpr int quiet_zone = 4;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem{parent}
{
    setAntialiasing(false);
}

void QrCode::setText(const QString& text)
{
    if (std::exchange(m_text, text) == text) return;
    Q_EMIT textChanged();
    update();
}

void QrCode::paint(QPainter* painter)
{
    if (m_text.isEmpty()) return;
    const std::unique_ptr<QRcode, FreeCode> code{
        QRcode_encodeString(m_text.toUtf8().constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)};
    if (!code) return;
    const int modules = code->width + 2 * quiet_zone;
    const int module = static_cast<int>(std::min(width(), height())) / modules;
    if (module < 1) return;
    const int side = modules * module;
    const QPoint corner{static_cast<int>(width() - side) / 2, static_cast<int>(height() - side) / 2};
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRect{corner, QSize{side, side}}, Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1) == 0) continue;
            const QPoint at = corner + QPoint{x + quiet_zone, y + quiet_zone} * module;
            painter->fillRect(QRect{at, QSize{module, module}}, Qt::black);
        }
}

}  // namespace carewall::ui
