pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// Where the columns of the queues stand, so that figures and headings share their edges.
/// `...End` is a trailing edge, measured from the leading edge of the content; `...Room` the width up to it.
QtObject {
    id: columns

    required property real width       ///< of the content, without margins

    readonly property real u: Theme.unit
    // A narrow screen gives the label a line of its own; a slim one goes without the response times.
    readonly property bool stacked: width < 55.5 * u
    readonly property bool slim: width < 42.8 * u
    readonly property real markSize: 2.7 * u
    readonly property real labelStart: markSize + 0.9 * u
    readonly property real barSize: Math.round((stacked ? 0.45 : 0.75) * u)

    readonly property real serviceEnd: width - barSize - 0.85 * u
    readonly property real serviceRoom: 5.6 * u
    readonly property real p90End: serviceEnd - serviceRoom - 1.3 * u
    readonly property real p90Room: slim ? 0 : 5.8 * u
    readonly property real p50End: p90End - p90Room - (slim ? 0 : 0.4 * u)
    readonly property real p50Room: slim ? 0 : 5.8 * u
    readonly property real oldestEnd: p50End - p50Room - (slim ? 0 : 1.3 * u)
    readonly property real oldestRoom: 10.2 * u
    readonly property real waitingEnd: oldestEnd - oldestRoom - 1.3 * u
    readonly property real waitingRoom: (stacked ? 7.4 : 6.4) * u
    // Words under figures may be wider than they: they share the edge at which the figures' ones stand.
    readonly property real restsRoom: 12.7 * u
    readonly property real restsStart: Theme.mirrored ? p50End - p50Room : p90End - restsRoom
    readonly property real withinRoom: serviceRoom + (Theme.mirrored ? 0.45 : 0.9) * u
    readonly property real withinStart: Theme.mirrored ? serviceEnd - serviceRoom : serviceEnd - withinRoom
    readonly property real labelRoom: stacked ? (width - labelStart) * 0.55 : waitingEnd - waitingRoom - 0.8 * u - labelStart
}
