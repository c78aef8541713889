pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// A second hand, quietly: one step of sixty along a line. Tells a frozen picture from a calm one.
Item {
    id: sign

    required property int second       ///< 0..59

    implicitHeight: Math.max(2, Math.round(0.16 * Theme.unit))

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: Theme.rule
        color: Theme.line
    }
    Rectangle {
        objectName: "hand"
        anchors.left: parent.left
        anchors.leftMargin: Math.round(sign.second / 59 * (sign.width - width))
        width: Math.round(0.4 * Theme.unit)
        height: parent.height
        color: Theme.quiet
    }
}
