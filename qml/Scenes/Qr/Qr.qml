pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// The page of one issue as a QR code, large enough for a phone at three metres, and what it is.
SceneFrame {
    id: scene

    required property QrModel model

    readonly property real side: Math.round(Math.min(height - contentTop - 2 * u, (upright ? 1 : 0.46) * contentWidth, 0.62 * Math.max(width, height)))
    readonly property real textLeft: Theme.margin + (upright ? 0 : side + Math.round(2.2 * u))
    readonly property real textWidth: width - Theme.margin - textLeft
    readonly property real labelCap: Math.round((upright ? 1.8 : 2.2) * u)
    readonly property real textTop: contentTop + Math.round(2.5 * u) + (upright ? side : 0)

    QrCode {
        objectName: "code"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: scene.contentTop
        width: scene.side
        height: scene.side
        text: scene.model.qr.url
    }
    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.leftMargin: scene.textLeft
        width: scene.textWidth
        y: scene.textTop
        cap: Math.round(1.1 * scene.u)
        ink: Theme.quiet
        text: scene.model.qr.heading
    }
    Label {
        id: label
        objectName: "label"
        anchors.left: parent.left
        anchors.leftMargin: scene.textLeft
        width: scene.textWidth
        y: scene.textTop + Math.round(2.8 * scene.u)
        cap: scene.labelCap
        wrapMode: Text.Wrap
        maximumLineCount: 3
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.72 * scene.labelCap)
        font.weight: Font.DemiBold
        text: scene.model.qr.issue
    }
    Label {
        objectName: "hint"
        anchors.left: parent.left
        anchors.leftMargin: scene.textLeft
        width: scene.textWidth
        y: label.y + Math.round(1.72 * scene.labelCap) * label.lineCount + Math.round(1.0 * scene.u)
        cap: Math.round(1.1 * scene.u)
        wrapMode: Text.WordWrap
        maximumLineCount: 3
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.9 * scene.u)
        text: scene.model.qr.hint
    }
}
