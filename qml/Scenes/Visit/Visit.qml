pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// For who walks past: how the floor is doing in a sentence, four figures beside their targets and their week, what
/// customers speak of and who has it, and the best moment of the day. Where there is no room for all, the weeks grow
/// smaller, then the news is left out, then figures take turns.
SceneFrame {
    id: scene

    required property VisitModel model

    readonly property real gap: Math.round(1.3 * u)
    readonly property real sentenceTop: contentTop + Math.round((upright ? 1.2 : 0.7) * u)
    readonly property real sentenceFoot: sentenceTop + sentence.implicitHeight
    readonly property real foot: Math.round(Theme.margin - 0.3 * u)   ///< a last line's own room taken off

    readonly property int across: upright ? 2 : Math.max(2, Math.min(4, Math.floor((contentWidth + gap) / (11.5 * u + gap))))
    readonly property int down: upright && height > 48 * u ? 2 : 1
    readonly property real column: Math.floor((contentWidth - (across - 1) * gap) / across)
    readonly property real figuresTop: sentenceFoot + Math.round(Math.max(1.3, Math.min(upright ? 1.8 : 3, height / u - 32.6)) * u)

    readonly property bool moment: model.visit.moment !== ""
    readonly property bool stacked: upright && moment
    readonly property real newsHeight: Math.round(6.9 * u)
    readonly property real newsRoom: stacked ? 2 * newsHeight + Math.round(1.1 * u) : newsHeight
    /// The news begins where a figure does.
    readonly property int trendColumns: Math.max(1, Math.floor(across / 2))
    readonly property real trendWidth: trendColumns * column + (trendColumns - 1) * gap
    readonly property real newsTop: height - foot - newsRoom
    readonly property bool newsShown: newsTop - Math.round(1.2 * u) - figuresTop >= down * yardLeast
    readonly property real yardLeast: Math.round(8 * u)
    readonly property real yardRoom: ((newsShown ? newsTop - Math.round(1.3 * u) : height - foot) - figuresTop) / down

    function tell() {
        model.yardsticks.fits = across * down;
    }
    onAcrossChanged: tell()
    onDownChanged: tell()
    Component.onCompleted: tell()

    Passage {
        id: sentence
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.upright ? scene.contentWidth : Math.min(scene.contentWidth, Math.round(52 * scene.u))
        y: scene.sentenceTop
        height: implicitHeight
        room: Math.round((scene.upright ? 10 : 5.4) * scene.u)
        caps: [(scene.upright ? 1.5 : 1.7) * scene.u, (scene.upright ? 1.35 : 1.45) * scene.u, 1.25 * scene.u]
        weight: Font.DemiBold
        fade: scene.model.visit.fade
        text: scene.model.visit.sentence
    }
    Repeater {
        model: scene.model.yardsticks

        YardstickTile {
            required property int index

            anchors.left: parent?.left
            anchors.leftMargin: Theme.margin + (index % scene.across) * (scene.column + scene.gap)
            y: scene.figuresTop + Math.floor(index / scene.across) * scene.yardRoom
            width: scene.column
            height: scene.yardRoom - (scene.down > 1 ? Math.round(scene.u) : 0)
            days: scene.model.visit.days
            lines: height > 14.9 * scene.u ? 2 : 1
        }
    }

    Rectangle {
        visible: scene.newsShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.newsTop - Math.round(0.9 * scene.u)
        height: Theme.rule
        color: Theme.line
    }
    NewsTile {
        objectName: "trend"
        visible: scene.newsShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.stacked || !scene.moment ? scene.contentWidth : scene.trendWidth
        y: scene.newsTop
        height: scene.newsHeight
        heading: scene.model.visit.trendHeading
        text: scene.model.visit.trend
        first: scene.model.visit.trendRests
        second: scene.model.visit.trendStage
        tone: scene.model.visit.trendTone
        fade: scene.model.visit.trendFade
    }
    NewsTile {
        objectName: "moment"
        visible: scene.newsShown && scene.moment
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        width: scene.stacked ? scene.contentWidth : scene.contentWidth - scene.trendWidth - scene.gap
        y: scene.stacked ? scene.newsTop + scene.newsHeight + Math.round(1.1 * scene.u) : scene.newsTop
        height: scene.newsHeight
        heading: scene.model.visit.momentHeading
        text: scene.model.visit.moment
        weight: Font.Normal
        first: scene.model.visit.momentFrom
    }
}
