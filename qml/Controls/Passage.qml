pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// Words on several lines, as large as their room allows: at the first of three sizes at which all of them fit; at the
/// last the line that has no room for more ends with an ellipsis. Its baseline is that of the first line.
Item {
    id: passage

    required property string text
    property real room: 10 * Theme.unit            ///< height that it may take
    property list<real> caps: [2 * Theme.unit, 1.5 * Theme.unit, Theme.unit]   ///< heights of a capital letter, falling
    property int weight: Font.Normal
    property int alignment: Text.AlignLeft
    property color ink: Theme.ink
    property real fade: 0              ///< 0 live .. 1 old

    readonly property real spacing: 1.72           ///< from baseline to baseline, in caps
    readonly property real cap: caps[fits(large) ? 0 : fits(middle) ? 1 : 2] ?? Theme.unit
    readonly property real leading: Math.round(cap * spacing)
    readonly property int lines: words.lineCount
    readonly property bool truncated: words.truncated

    function fits(tried: Tried): bool {
        return tried.cap + (tried.lineCount - 1) * Math.round(tried.cap * spacing) <= room + 0.5;
    }

    implicitHeight: text === "" ? 0 : Math.ceil(cap + (lines - 1) * leading)
    baselineOffset: cap

    component Tried: Label {
        visible: false
        width: passage.width
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        maximumLineCount: 60
        font.weight: passage.weight
        text: passage.text
    }
    Tried {
        id: large
        cap: passage.caps[0] ?? Theme.unit
    }
    Tried {
        id: middle
        cap: passage.caps[1] ?? Theme.unit
    }
    Label {
        id: words
        objectName: "words"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.baseline: parent.top
        anchors.baselineOffset: Math.round(passage.cap)
        cap: passage.cap
        wrapMode: Text.Wrap
        maximumLineCount: Math.max(1, Math.floor((passage.room + 0.5 - passage.cap) / passage.leading + 1))
        lineHeightMode: Text.FixedHeight
        lineHeight: passage.leading
        font.weight: passage.weight
        horizontalAlignment: passage.alignment
        ink: passage.ink
        fade: passage.fade
        text: passage.text
    }
}
