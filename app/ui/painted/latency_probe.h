#pragma once

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace carewall::ui {

/// Two solid blocks of 32x32 device pixels side by side, for a program that times the wall from outside: the colour of
/// the first is the low 24 bits of the newest sequence that is drawn, of the second the number of messages received.
class LatencyProbe : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int sequence READ sequence WRITE setSequence NOTIFY sequenceChanged FINAL)
    Q_PROPERTY(int received READ received WRITE setReceived NOTIFY receivedChanged FINAL)

public:
    static constexpr int block_px = 32;

    explicit LatencyProbe(QQuickItem* parent = nullptr);

    int sequence() const { return m_sequence; }
    void setSequence(int sequence);
    int received() const { return m_received; }
    void setReceived(int received);

Q_SIGNALS:
    void sequenceChanged();
    void receivedChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    int m_sequence = 0;
    int m_received = 0;
};

}  // namespace carewall::ui
