pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Ui

/// A number with its unit: tabular, never cut, never smaller than the law for figures.
Digits {
    id: figure

    property color ink: Theme.ink
    property real fade: 0              ///< 0 live .. 1 old
    property bool greyed: false        ///< rests on too few to be trusted
    property color grey: Theme.old     ///< of a greyed one

    digitHeight: Theme.figure
    leastHeight: Theme.figure
    weight: Font.Medium
    color: greyed ? grey : Theme.faded(ink, fade)
    unitColor: greyed ? grey : Theme.faded(ink, Math.max(fade, 0.01))
}
