pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Which board this is, for who stands before several: its name as large as it goes, and where it hangs together with
/// the rest.
Item {
    id: scene

    required property IdentifyModel model
    required property FrameModel frame   ///< every scene is given it; this one has none around it

    readonly property real u: Theme.unit
    readonly property bool upright: width < height
    readonly property real contentWidth: width - 2 * Theme.margin
    readonly property bool low: height < 30 * u
    readonly property real most: (low ? 4.5 : upright ? 6 : 8) * u
    readonly property real nameCap: Math.round(Math.max(2.2 * u, Math.min(most, contentWidth / (0.95 * Math.max(1, model.identity.board.length)))))
    readonly property real nameBase: Math.round((upright ? 10 : low ? 5 : 6) * u) + nameCap
    readonly property real listTop: nameBase + Math.round((upright ? 5 : 2.4) * u) + Math.round(1.5 * nameCap) * (name.lineCount - 1)
    readonly property real step: Math.round((upright ? 5.4 : low ? 2.9 : 3.4) * u)

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.nameBase - scene.nameCap - Math.round(2.0 * scene.u)
        cap: Math.round(1.2 * scene.u)
        ink: Theme.quiet
        text: scene.model.identity.heading
    }
    Label {
        id: name
        objectName: "label"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.nameBase
        cap: scene.nameCap
        wrapMode: Text.Wrap
        maximumLineCount: scene.upright ? 2 : 1
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.5 * scene.nameCap)
        font.weight: Font.DemiBold
        text: scene.model.identity.board
    }
    Repeater {
        model: scene.model.identity.values

        Item {
            id: line
            required property int index
            required property string modelData

            anchors.left: parent?.left
            anchors.leftMargin: Theme.margin
            y: scene.listTop + index * scene.step
            width: scene.contentWidth
            height: scene.step

            Label {
                objectName: "word"
                anchors.left: parent.left
                anchors.baseline: parent.top
                anchors.baselineOffset: Math.round(1.2 * scene.u)
                width: scene.upright ? parent.width : Math.round(9 * scene.u)
                cap: Math.round(1.2 * scene.u)
                ink: Theme.quiet
                text: scene.model.identity.words[line.index] ?? ""
            }
            Label {
                objectName: "words"
                anchors.left: parent.left
                anchors.leftMargin: scene.upright ? 0 : Math.round(10 * scene.u)
                anchors.right: parent.right
                anchors.baseline: parent.top
                anchors.baselineOffset: Math.round((scene.upright ? 3.3 : 1.2) * scene.u)
                cap: Math.round((scene.upright ? 1.0 : 1.2) * scene.u)
                text: line.modelData
            }
        }
    }
}
