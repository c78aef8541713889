pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// One queue calls for action: which, what is wrong, since when, how many and how long, and who is needed. Read from
/// across the hall: its name stands on a band in the colour that means act, the rest on that colour's ground. The sign
/// alone blinks.
SceneFrame {
    id: scene

    required property AlarmModel model

    readonly property bool low: height < 30 * u      ///< a screen read from very far
    /// A long name takes two lines of a lesser size.
    readonly property real nameCap: Math.round((low ? 2.2 : whole.implicitWidth > name.width ? 1.9 : upright ? 2.4 : 3.1) * u)
    readonly property real nameLine: nameTop + (upright ? sign.height + Math.round(0.3 * u) : 0)
    readonly property real wordCap: Math.round((low ? 1.0 : 1.3) * u)
    readonly property real wordLeading: Math.round(1.75 * wordCap)
    readonly property real bandTop: contentTop - Math.round(0.25 * u)
    readonly property real bandPad: Math.round((low ? 0.35 : upright ? 1.3 : 0.75) * u)
    readonly property real bandFoot: Math.max(nameTop + sign.height, nameLine + Math.round(1.72 * nameCap) * name.lineCount - Math.round(0.17 * nameCap)) + bandPad
    readonly property real nameTop: bandTop + bandPad
    readonly property real wordsTop: bandFoot + Math.round((low ? 0.2 : upright ? 1.5 : 0.55) * u)
    readonly property real wordsEnd: wordsTop + wordLeading * trouble.lineCount
    readonly property real lastBase: height - Math.round(1.5 * u) - (more.visible && upright ? wordLeading : 0)
    readonly property real neededBase: lastBase - wordLeading * (needed.lineCount - 1)
    readonly property real headBase: neededBase - wordCap - Math.round((low ? 1.0 : 2.2) * u)
    readonly property real figureBase: headBase - Math.round(2.2 * u)
    readonly property bool sinceFits: figureBase - wordsEnd - wordLeading > 4 * u
    readonly property real room: figureBase - wordsEnd - (sinceFits ? wordLeading : 0) - Math.round(0.9 * u)
    readonly property real apart: upright ? Math.round(4.8 * u) : 0   ///< a portrait screen has them one below the other
    readonly property real figureHeight: Math.max(Theme.figure, Math.min((upright ? 8 : 8.5) * u, upright ? (room - apart) / 2 : room))
    readonly property real waitingBase: upright ? figureBase - Math.round(figureHeight) - apart : figureBase

    // As far as the picture wanders beyond the screen's edge.
    Rectangle {
        objectName: "ground"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: -Theme.margin
        y: scene.bandTop
        height: scene.height - y + Theme.margin
        color: Theme.actGround
    }
    Rectangle {
        objectName: "band"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: -Theme.margin
        y: scene.bandTop
        height: scene.bandFoot - y
        color: Theme.toneSign(Tone.Act)
    }
    ToneMark {
        id: sign
        objectName: "sign"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: scene.nameTop
        width: Math.round((scene.low ? 3.4 : scene.upright ? 3.7 : 4.8) * scene.u)
        height: width
        tone: Tone.Act
        color: Theme.ground
        opacity: blink.dark ? 0.25 : 1

        Timer {
            id: blink
            property bool dark: false
            interval: 500
            repeat: true
            running: Theme.motion
            onTriggered: dark = !dark
            onRunningChanged: dark = false
        }
    }
    Label {
        id: name
        objectName: "label"
        anchors.left: scene.upright ? parent.left : sign.right
        anchors.leftMargin: scene.upright ? Theme.margin : scene.u
        anchors.right: scene.upright ? parent.right : call.left
        anchors.rightMargin: scene.upright ? Theme.margin : scene.u
        y: scene.nameLine + Math.round(1.27 * scene.nameCap) - baselineOffset
        ink: Theme.ground
        cap: scene.nameCap
        wrapMode: Text.Wrap
        maximumLineCount: scene.low ? 1 : 2
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(1.72 * scene.nameCap)
        font.weight: Font.DemiBold
        text: scene.model.alarm.queue
    }
    Label {
        id: whole
        visible: false
        cap: Math.round((scene.upright ? 2.4 : 3.1) * scene.u)
        font.weight: Font.DemiBold
        text: scene.model.alarm.queue
    }
    Label {
        id: call
        objectName: "call"
        anchors.left: scene.upright ? sign.right : undefined
        anchors.leftMargin: scene.u
        anchors.right: scene.upright ? undefined : parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: sign.y + Math.round(sign.height / 2 + 0.5 * cap)
        cap: Math.round((scene.low ? 1.5 : 2.2) * scene.u)
        ink: Theme.ground
        font.weight: Font.Bold
        text: scene.model.alarm.call
    }
    Label {
        id: trouble
        objectName: "trouble"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: scene.wordsTop
        cap: scene.wordCap
        wrapMode: Text.WordWrap
        maximumLineCount: scene.upright ? 7 : scene.low ? 2 : 3
        lineHeightMode: Text.FixedHeight
        lineHeight: scene.wordLeading
        text: scene.model.alarm.trouble
    }
    Label {
        objectName: "since"
        visible: scene.sinceFits
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: scene.wordsEnd
        cap: scene.wordCap
        lineHeightMode: Text.FixedHeight
        lineHeight: scene.wordLeading
        ink: Theme.quiet
        text: scene.model.alarm.since
    }

    Figure {
        id: waiting
        objectName: "waiting"
        anchors.left: parent.left
        anchors.leftMargin: Math.round(Theme.margin - lead)
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.waitingBase
        digitHeight: scene.figureHeight
        room: Math.round((scene.upright ? 1 : 0.36) * scene.contentWidth)
        weight: Font.DemiBold
        text: scene.model.alarm.waiting
    }
    Label {
        objectName: "waitingWord"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.waitingBase + scene.headBase - scene.figureBase
        width: Math.round(0.38 * scene.contentWidth)
        cap: scene.wordCap
        ink: Theme.quiet
        text: scene.model.alarm.waitingWord
    }
    Figure {
        objectName: "oldest"
        visible: text !== ""
        anchors.left: parent.left
        anchors.leftMargin: Math.round(oldestWord.anchors.leftMargin - lead)
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.figureBase
        digitHeight: scene.figureHeight
        room: scene.contentWidth - oldestWord.anchors.leftMargin + Theme.margin
        weight: Font.DemiBold
        ink: Theme.toneInk(Tone.Act)
        text: scene.model.alarm.oldest
    }
    Label {
        id: oldestWord
        objectName: "oldestWord"
        visible: scene.model.alarm.oldest !== ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (scene.upright ? 0 : Math.round(0.42 * scene.contentWidth))
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.headBase
        width: Math.round((scene.upright ? 1 : 0.58) * scene.contentWidth)
        cap: scene.wordCap
        ink: Theme.quiet
        text: scene.model.alarm.oldestWord
    }
    Label {
        id: needed
        objectName: "needed"
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth - (more.visible && !scene.upright ? more.implicitWidth + 2 * scene.u : 0)
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.neededBase
        cap: scene.wordCap
        wrapMode: Text.WordWrap
        maximumLineCount: scene.upright ? 3 : scene.low ? 1 : 2
        lineHeightMode: Text.FixedHeight
        lineHeight: scene.wordLeading
        font.weight: Font.DemiBold
        text: scene.model.alarm.needed
    }
    Label {
        id: more
        objectName: "more"
        visible: text !== ""
        anchors.left: scene.upright ? parent.left : undefined
        anchors.leftMargin: Theme.margin
        anchors.right: scene.upright ? undefined : parent.right
        anchors.rightMargin: Theme.margin
        anchors.baseline: parent.top
        anchors.baselineOffset: scene.height - Math.round(1.5 * scene.u)
        cap: scene.u
        ink: Theme.quiet
        text: scene.model.alarm.more
    }
}
