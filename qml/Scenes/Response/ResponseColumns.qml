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
    readonly property real labelRoom: stacked ? width - labelStart : 17.6 * u
    readonly property real figureRoom: 6.2 * u
    readonly property real p50End: (stacked ? 1.2 * u : labelStart + labelRoom + 1.5 * u) + figureRoom
    readonly property real p90End: p50End + 0.8 * u + figureRoom
    readonly property real figuresStart: p50End - figureRoom
    readonly property real levelRoom: 5.05 * u        ///< beside the strip, for what stands at its foot and its top
    readonly property real levelStart: p90End + 0.4 * u
    readonly property real stripStart: levelStart + levelRoom + 0.4 * u
    readonly property bool hasHistogram: width - stripStart > 15.5 * u
    readonly property real histogramRoom: hasHistogram ? Math.round(Math.min(8 * u, 0.46 * (width - stripStart))) : 0
    readonly property real stripRoom: width - stripStart - (hasHistogram ? histogramRoom + 1.2 * u : 0)
    readonly property real histogramStart: width - histogramRoom
}
