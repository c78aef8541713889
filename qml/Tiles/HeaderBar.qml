pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Which floor this is and when: the house's sign, name, whose time it lives in, date, clock. A lesser trouble of the
/// board takes the date's place, and some of the name's where it must. Upright, the name has the clock's line to itself.
Item {
    id: header

    required property string floor
    required property string date
    required property string time
    required property string clock
    required property bool clockStopped
    required property string trouble
    required property int second
    property bool upright: false       ///< what else there is to say stands on a second line

    readonly property real u: Theme.unit
    readonly property real foot: Math.round(1.6 * u)

    /// Left of the clock, for the house's sign, the name, and what is told.
    readonly property real free: width - time.width - 1.6 * u - (chip.visible && !upright ? chip.width + 1.2 * u : 0)
    readonly property real troubleRoom: trouble === "" || upright ? 0 : Math.min(troubleFits ? words.implicitWidth : Math.ceil(brief.advanceWidth), 0.5 * free) + 1.2 * u
    /// Beside the whole name it is said in full, else in brief, and the name gives way only to that.
    readonly property bool troubleFits: words.implicitWidth + 1.2 * u + nameStart + Math.min(small.advanceWidth, 20 * u) <= free
    readonly property real nameRoom: Math.min(20 * u, free - troubleRoom - nameStart)
    readonly property real signRoom: sign.width + Math.round(0.9 * u)
    readonly property real nameStart: sign.visible ? signRoom : 0

    readonly property real below: upright ? Math.round(2.1 * u) : 0   ///< to the second line

    implicitHeight: 2.2 * u + below

    Logo {
        id: sign
        objectName: "logo"
        // A trouble and the name come before it.
        visible: aspect > 0 && header.free - header.troubleRoom - header.signRoom >= Math.min(small.advanceWidth, 7 * header.u)
        anchors.left: parent.left
        y: header.foot - Math.round(1.6 * header.u)
        height: Math.round(1.95 * header.u)
        width: Math.round(Math.min(aspect * height, 8 * header.u, 0.25 * header.width))
        svg: Theme.logo
        ground: Theme.ground
        plate: Theme.ink
    }
    component Name: TextMetrics {
        required property real cap
        font.family: name.font.family
        font.weight: Font.DemiBold
        font.pixelSize: Theme.fontSize(cap)
        text: header.floor
    }
    Name {
        id: large
        cap: Theme.figure
    }
    Name {
        id: small
        cap: header.u
    }
    Label {
        id: name
        objectName: "floor"
        anchors.left: parent.left
        anchors.leftMargin: header.nameStart
        anchors.baseline: parent.top
        anchors.baselineOffset: header.foot
        width: Math.min(implicitWidth, header.nameRoom)
        cap: large.advanceWidth <= header.nameRoom ? Theme.figure : header.u   // rather smaller than cut
        font.weight: Font.DemiBold
        text: header.floor
    }
    Rectangle {
        id: chip
        objectName: "chip"
        visible: header.clock !== ""
        anchors.left: header.upright ? parent.left : name.right
        anchors.leftMargin: header.upright ? 0 : 1.2 * header.u
        y: header.foot + header.below - Math.round(1.5 * header.u)
        width: clockLabel.width + 1.2 * header.u
        height: Math.round(2 * header.u)
        color: header.clockStopped ? Theme.other : "transparent"
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
            ink: header.clockStopped ? Theme.ground : Theme.other
            text: header.clock
        }
    }
    TextMetrics {
        id: brief
        font: words.font
        text: header.trouble.split("\u009c").pop()
    }
    Label {
        id: words
        objectName: "date"
        visible: header.trouble === "" ? implicitWidth <= width : width > 0
        anchors.left: chip.visible ? chip.right : header.upright ? parent.left : name.right
        anchors.leftMargin: header.upright && !chip.visible ? 0 : 1.2 * header.u
        anchors.right: header.upright ? parent.right : time.left
        anchors.rightMargin: header.upright ? 0 : 1.6 * header.u
        anchors.baseline: parent.top
        anchors.baselineOffset: header.foot + header.below
        horizontalAlignment: header.upright ? Text.AlignLeft : Text.AlignRight
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
        y: Math.round(2.62 * header.u) + header.below
        height: Theme.hair
        color: Theme.accent
    }
}
