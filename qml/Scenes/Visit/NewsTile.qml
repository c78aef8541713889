pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// A piece of news in a few lines: what it is about, the news, and what stands behind it.
Item {
    id: tile

    required property string heading
    required property string text
    required property string first     ///< behind it; empty: nothing
    property string second
    property int tone: Tone.Calm       ///< of the second
    property int weight: Font.DemiBold   ///< of the news
    property real fade: 0

    readonly property real u: Theme.unit
    readonly property bool warns: tone === Tone.Watch || tone === Tone.Act
    readonly property real behind: second === "" ? 0 : Math.round(1.7 * u)
    /// What is behind it gives way before the news itself is cut.
    readonly property bool firstShown: first !== "" && (whole.lineCount - 1) * 1.72 * u + u <= height - newsTop - behind - 1.7 * u
    readonly property real tail: (firstShown ? Math.round(1.7 * u) : 0) + behind
    readonly property real newsTop: Math.round(2.0 * u)
    readonly property real newsFoot: newsTop + news.implicitHeight

    implicitHeight: newsFoot + tail

    Label {
        objectName: "heading"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(tile.u)
        ink: Theme.quiet
        text: tile.heading
    }
    Passage {
        id: news
        objectName: "news"
        anchors.left: parent.left
        anchors.right: parent.right
        y: tile.newsTop
        height: implicitHeight
        room: tile.height - tile.newsTop - tile.tail
        caps: [1.25 * tile.u, 1.1 * tile.u, tile.u]
        weight: tile.weight
        fade: tile.fade
        text: tile.text
    }
    Label {
        objectName: "words"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.newsFoot + Math.round(1.7 * tile.u)
        ink: Theme.quiet
        visible: tile.firstShown
        text: tile.first
    }
    Label {
        id: whole
        visible: false
        width: tile.width
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        maximumLineCount: 20
        font.weight: tile.weight
        text: tile.text
    }
    ToneMark {
        id: sign
        objectName: "tone"
        visible: tile.warns && tile.second !== ""
        tone: tile.tone
        anchors.left: parent.left
        y: tile.newsFoot + tile.tail - height + Math.round(0.15 * tile.u)
        width: Math.round(1.25 * tile.u)
        height: width
    }
    Label {
        objectName: "words"
        anchors.left: parent.left
        anchors.leftMargin: sign.visible ? sign.width + Math.round(0.4 * tile.u) : 0
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: tile.newsFoot + tile.tail
        font.weight: tile.warns ? Font.DemiBold : Font.Normal
        ink: tile.warns ? Theme.toneInk(tile.tone) : Theme.ink
        text: tile.second
    }
}
