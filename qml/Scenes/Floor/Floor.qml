pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// The floor as it is now: the queues, worst first; below them the service level of the day and what customers speak
/// of. Decides how many rows fit at the sizes that Theme demands, and leaves the rest to the next page.
SceneFrame {
    id: scene

    readonly property real rowsTop: contentTop + headings.height
    readonly property real leastRow: (headings.columns.stacked ? 5.85 : 3.95) * u
    readonly property real bandHeight: service.implicitHeight + Math.round(1.6 * u)
    readonly property real bandGap: Math.round(1.2 * u)
    readonly property real foot: Math.round(1.1 * u)
    readonly property real rowsRoom: height - rowsTop - bandGap - bandHeight - foot - (upright ? 11.5 * u : 0)
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 1.05 * u, Math.max(leastRow, rowsRoom / Math.max(1, board.queues.pageSize))))
    readonly property real bandTop: rowsTop + board.queues.pageSize * rowHeight + bandGap
    readonly property real voicesTop: upright ? bandTop + bandHeight + bandGap : bandTop
    readonly property real issuesTop: voicesTop + issueHeadings.height

    readonly property int queuesThatFit: Math.floor(rowsRoom / leastRow)
    readonly property int issuesThatFit: Math.floor((height - foot - issuesTop + 0.4 * u) / Math.round(2.15 * u))

    onQueuesThatFitChanged: board.queues.fits = queuesThatFit
    onIssuesThatFitChanged: board.issues.fits = issuesThatFit

    AwaitTile {
        visible: scene.board.await.shown
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: scene.contentTop
        height: scene.height - y - scene.foot
        title: scene.board.await.title
        where: scene.board.await.where
        elsewhere: scene.board.await.elsewhere
        reason: scene.board.await.reason
        hint: scene.board.await.hint
        line: scene.board.await.line
        version: scene.board.await.version
    }

    Item {
        visible: !scene.board.await.shown
        anchors.fill: parent

        QueueHeadings {
            id: headings
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            y: scene.contentTop
            height: implicitHeight
            place: scene.board.queuesPlace
            columns: QueueColumns {
                width: scene.width - 2 * Theme.margin
            }
        }

        Repeater {
            model: scene.board.queues

            QueueTile {
                id: row
                required property int index
                required property bool stays
                readonly property Rank rank: Rank {
                    index: row.index
                    stays: row.stays
                }

                anchors.left: parent?.left
                anchors.right: parent?.right
                y: scene.rowsTop + Math.round(rank.shown * scene.rowHeight)
                z: rank.away
                moving: rank.away > 0
                height: scene.rowHeight
                columns: headings.columns
            }
        }

        ServiceLevelTile {
            id: service
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            y: scene.bandTop
            width: Math.round(scene.upright ? scene.contentWidth : 19.6 * scene.u)
            figure: scene.board.service.figure
            ratio: scene.board.service.ratio
            target: scene.board.service.target
            targetWord: scene.board.service.targetWord
            formula: scene.board.service.formula
            samples: scene.board.service.samples
            tone: scene.board.service.tone
            heading: scene.board.service.heading
            fade: scene.board.service.fade
        }

        Label {
            objectName: "total"
            anchors.left: service.left
            width: service.width
            anchors.baseline: service.top
            anchors.baselineOffset: service.implicitHeight + Math.round(1.25 * scene.u)
            fade: scene.board.service.fade
            text: scene.board.service.waiting
        }

        Item {
            id: voices
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin + (scene.upright ? 0 : service.width + (scene.contentWidth > 56 * scene.u ? 2.8 : 1.8) * scene.u)
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: scene.voicesTop
            visible: scene.board.issues.total > 0

            /// What an issue is called comes before its mood, and that before how it was the day before: an ordinary name
            /// is not cut for them.
            readonly property real moodRoom: 6.9 * scene.u
            readonly property bool slim: width < Math.max(27 * scene.u, neededWithChange + moodRoom)
            readonly property bool bare: width < needed + moodRoom
            property real needed: 0
            property real neededWithChange: 0

            function measure() {
                let most = 0;
                let change = 0;
                for (let i = 0; i < issues.count; ++i) {
                    const tile = issues.itemAt(i) as IssueTile;
                    most = Math.max(most, tile?.needs ?? 0);
                    change = Math.max(change, tile?.needsWithChange ?? 0);
                }
                needed = most;
                neededWithChange = change;
            }

            IssueHeadings {
                id: issueHeadings
                slim: voices.slim
                bare: voices.bare
                anchors.left: parent.left
                anchors.right: parent.right
                heading: scene.board.voice.heading
                age: scene.board.voice.age
                place: scene.board.issuesPlace
            }
            Repeater {
                id: issues
                model: scene.board.issues
                onCountChanged: voices.measure()

                IssueTile {
                    id: issue
                    slim: voices.slim
                    bare: voices.bare
                    onNeedsChanged: voices.measure()
                    onNeedsWithChangeChanged: voices.measure()
                    Component.onCompleted: voices.measure()
                    required property int index
                    required property bool stays
                    readonly property Rank rank: Rank {
                        index: issue.index
                        stays: issue.stays
                    }

                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    y: issueHeadings.height + Math.round(rank.shown * implicitHeight)
                    z: rank.away
                    moving: rank.away > 0
                }
            }
        }
    }
}
