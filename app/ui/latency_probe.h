#pragma once

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// Two solid blocks of 32x32 device pixels side by side, for a program that times the wall from outside: the colour of
/// the first is the low 24 bits of the newest sequence that is drawn, of the second the number of messages received.
class LatencyProbe : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(uint sequence READ sequence WRITE setSequence NOTIFY sequenceChanged FINAL)
    Q_PROPERTY(uint received READ received WRITE setReceived NOTIFY receivedChanged FINAL)

public:
    static constexpr int block_px = 32;

    explicit LatencyProbe(QQuickItem* parent = nullptr);

    uint sequence() const { return m_sequence; }
    void setSequence(uint sequence);
    uint received() const { return m_received; }
    void setReceived(uint received);

Q_SIGNALS:
    void sequenceChanged();
    void receivedChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    uint m_sequence = 0;
    uint m_received = 0;
};

}  // namespace carewall::ui
