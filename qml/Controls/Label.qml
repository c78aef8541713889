pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// Words on one line, cut with an ellipsis where they have no room. Knows nothing of what it says.
Text {
    id: label

    property real cap: Theme.unit      ///< height of a capital letter, px
    property color ink: Theme.ink
    property real fade: 0              ///< 0 live .. 1 old

    textFormat: Text.PlainText
    elide: Text.ElideRight
    maximumLineCount: 1
    horizontalAlignment: Text.AlignLeft
    color: Theme.faded(ink, fade)
    font.pixelSize: Theme.fontSize(cap)
}
