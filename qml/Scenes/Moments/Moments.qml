pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// Somebody went above and beyond: one story with all the room there is; at the foot, quietly, how many there are today
/// and what customers answered for each other.
SceneFrame {
    id: scene

    required property MomentsModel model

    readonly property bool helped: model.moment.community !== ""
    readonly property bool oneLine: !helped || count.width + community.width + place.implicitWidth + 5 * u <= contentWidth
    readonly property real lineHeight: Math.round(2.9 * u)
    readonly property int footLines: !model.moment.told && !helped ? 0 : oneLine || !model.moment.told ? 1 : 2
    readonly property real footHeight: footLines === 0 ? 0 : footLines * lineHeight + Math.round(1.4 * u) + community.more
    readonly property real footTop: height - footHeight

    component Fact: Item {
        id: fact
        required property string figure
        required property string word
        property real fade: 0
        property real room: 60 * Theme.unit

        visible: figure !== ""
        width: visible ? Math.min(room, Math.ceil(number.width + Math.round(0.7 * Theme.unit) + says.implicitWidth)) : 0
        height: Math.round(2 * Theme.unit)

        readonly property real more: (says.lineCount - 1) * says.lineHeight   ///< height of a second line

        Figure {
            id: number
            objectName: "figure"
            anchors.left: parent.left
            anchors.baseline: parent.bottom
            digitHeight: 1.6 * Theme.unit
            weight: Font.DemiBold
            fade: fact.fade
            text: fact.figure
        }
        Label {
            id: says
            objectName: "word"
            anchors.left: number.right
            anchors.leftMargin: Math.round(0.7 * Theme.unit)
            anchors.right: parent.right
            anchors.baseline: parent.bottom
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeightMode: Text.FixedHeight
            lineHeight: Math.round(Theme.leading)
            ink: Theme.quiet
            text: fact.word
        }
    }

    MomentTile {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.contentTop + Math.round(0.8 * scene.u)
        height: scene.footTop - y - Math.round(1.6 * scene.u)
        told: scene.model.moment.told
        heading: scene.model.moment.heading
        mark: scene.model.moment.mark
        story: scene.model.moment.story
        from: scene.model.moment.from
        thanks: scene.model.moment.thanks
    }

    Rectangle {
        visible: scene.footLines > 0
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.footTop
        height: Theme.rule
        color: Theme.line
    }
    Fact {
        id: count
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: scene.footTop + Math.round(0.9 * scene.u)
        figure: scene.model.moment.count
        word: scene.model.moment.countWord
    }
    Fact {
        id: community
        anchors.left: scene.oneLine && count.visible ? count.right : parent.left
        anchors.leftMargin: scene.oneLine && count.visible ? Math.round(2.6 * scene.u) : Theme.margin
        y: count.y + (scene.footLines - 1) * scene.lineHeight
        room: scene.contentWidth
        figure: scene.model.moment.community
        word: scene.model.moment.communityWord
        fade: scene.model.moment.fade
    }
    Label {
        id: place
        objectName: "place"
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: count.bottom
        ink: Theme.quiet
        text: scene.model.moment.place
    }
}
