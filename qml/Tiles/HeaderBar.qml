pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Which floor this is and when: the house's sign, name, whose time it lives in, date, clock. A lesser trouble of the
/// board takes the date's place, and some of the name's where it must.
Item {
    id: header

    required property string floor
    required property string date
    required property string time
    required property string clock
    required property bool clockStands
    required property string trouble
    required property int second

    readonly property real u: Theme.unit
    readonly property real foot: Math.round(1.6 * u)

    /// Left of the clock, for the house's sign, the name, and what is told.
    readonly property real free: width - time.width - 1.6 * u - (chip.visible ? chip.width + 1.2 * u : 0)
    readonly property real troubleRoom: trouble === "" ? 0 : Math.min(words.implicitWidth, 0.5 * free) + 1.2 * u
    readonly property real signRoom: sign.width + Math.round(0.9 * u)
    readonly property real nameStart: sign.visible ? signRoom : 0

    implicitHeight: 2.2 * u

    Logo {
        id: sign
        objectName: "logo"
        // A trouble and the name come before it.
        visible: aspect > 0 && header.free - header.troubleRoom - header.signRoom >= Math.min(name.implicitWidth, 7 * header.u)
        anchors.left: parent.left
        y: header.foot - Math.round(1.6 * header.u)
        height: Math.round(1.95 * header.u)
        width: Math.round(Math.min(aspect * height, 8 * header.u, 0.25 * header.width))
        svg: Theme.logo
        ground: Theme.ground
        plate: Theme.ink
    }
    Label {
        id: name
        objectName: "floor"
        anchors.left: parent.left
        anchors.leftMargin: header.nameStart
        anchors.baseline: parent.top
        anchors.baselineOffset: header.foot
        width: Math.min(implicitWidth, 20 * header.u, header.free - header.troubleRoom - header.nameStart)
        cap: Theme.figure
        font.weight: Font.DemiBold
        text: header.floor
    }
    Rectangle {
        id: chip
        objectName: "chip"
        visible: header.clock !== ""
        anchors.left: name.right
        anchors.leftMargin: 1.2 * header.u
        y: header.foot - Math.round(1.5 * header.u)
        width: clockLabel.width + 1.2 * header.u
        height: Math.round(2 * header.u)
        color: header.clockStands ? Theme.other : "transparent"
        border.color: Theme.other
        border.width: Theme.hair
        radius: height / 2

        Label {
            id: clockLabel
            objectName: "clock"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.baseline: parent.top
            anchors.baselineOffset: Math.round(1.5 * header.u)
            width: Math.min(implicitWidth, 13 * header.u)
            ink: header.clockStands ? Theme.ground : Theme.other
            text: header.clock
        }
    }
    Label {
        id: words
        objectName: "date"
        visible: header.trouble === "" ? implicitWidth <= width : width > 0
        anchors.left: chip.visible ? chip.right : name.right
        anchors.leftMargin: 1.2 * header.u
        anchors.right: time.left
        anchors.rightMargin: 1.6 * header.u
        anchors.baseline: parent.top
        anchors.baselineOffset: header.foot
        horizontalAlignment: Text.AlignRight
        ink: Theme.quiet
        text: header.trouble === "" ? header.date : header.trouble
    }
    Figure {
        id: time
        objectName: "time"
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: header.foot
        digitHeight: 1.6 * header.u
        weight: Font.DemiBold
        text: header.time
    }
    SecondSign {
        anchors.right: time.right
        y: header.foot + Math.round(0.5 * header.u)
        width: time.width
        second: header.second
    }
    Rectangle {
        objectName: "accent"
        visible: Theme.branded
        anchors.left: parent.left
        anchors.right: parent.right
        y: Math.round(2.62 * header.u)
        height: Theme.hair
        color: Theme.accent
    }
}
