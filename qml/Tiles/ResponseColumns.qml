pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// Where the columns of the response scene stand; measured from the leading edge of the content.
QtObject {
    id: columns

    required property real width       ///< of the content, without margins

    readonly property real u: Theme.unit
    readonly property bool stacked: width < 48 * u   ///< figures and drawings below the words
    readonly property real labelStart: 3.6 * u
    readonly property real labelRoom: stacked ? width - labelStart : 17.8 * u
    readonly property real figureRoom: 6.2 * u
    readonly property real p50End: (stacked ? labelStart : labelStart + labelRoom + 1.5 * u) + figureRoom
    readonly property real p90End: p50End + 0.8 * u + figureRoom
    readonly property real figuresStart: p50End - figureRoom
    readonly property real stripStart: p90End + 1.6 * u
    readonly property bool hasHistogram: width - stripStart > (stacked ? 14 : 18) * u
    readonly property real histogramRoom: hasHistogram ? Math.round(Math.min(8 * u, 0.36 * (width - stripStart))) : 0
    readonly property real stripRoom: width - stripStart - (hasHistogram ? histogramRoom + 1.4 * u : 0)
    readonly property real histogramStart: width - histogramRoom
}
