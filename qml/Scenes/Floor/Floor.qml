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

    required property FloorModel model

    readonly property real rowsTop: contentTop + headings.height
    readonly property real leastRow: (headings.columns.stacked ? 5.85 : 3.95) * u
    readonly property real bandHeight: service.implicitHeight + Math.round(1.6 * u)
    readonly property real bandGap: Math.round(1.2 * u)
    readonly property real foot: Math.round(1.1 * u)
    readonly property real rowsRoom: height - rowsTop - bandGap - bandHeight - foot - (upright ? 11.5 * u : 0)
    readonly property real rowHeight: Math.floor(Math.min(leastRow + 1.05 * u, Math.max(leastRow, rowsRoom / Math.max(1, model.queues.pageSize))))
    readonly property real bandTop: rowsTop + model.queues.pageSize * rowHeight + bandGap
    readonly property real voicesTop: upright ? bandTop + bandHeight + bandGap : bandTop
    readonly property real issuesTop: voicesTop + issueHeadings.height

    readonly property int queuesThatFit: Math.floor(rowsRoom / leastRow)
    readonly property int issuesThatFit: Math.floor((height - foot - issuesTop + 0.4 * u) / Math.round(2.15 * u))

    onQueuesThatFitChanged: model.queues.fits = queuesThatFit
    onIssuesThatFitChanged: model.issues.fits = issuesThatFit

    AwaitTile {
        visible: scene.frame.await.shown
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        y: scene.contentTop
        height: scene.height - y - scene.foot
        title: scene.frame.await.title
        where: scene.frame.await.where
        elsewhere: scene.frame.await.elsewhere
        reason: scene.frame.await.reason
        hint: scene.frame.await.hint
        line: scene.frame.await.line
        version: scene.frame.await.version
    }

    Item {
        visible: !scene.frame.await.shown
        anchors.fill: parent

        QueueHeadings {
            id: headings
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            y: scene.contentTop
            height: implicitHeight
            place: scene.model.queuesPlace
            columns: QueueColumns {
                width: scene.width - 2 * Theme.margin
            }
        }

        Repeater {
            model: scene.model.queues

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
            figure: scene.model.service.figure
            ratio: scene.model.service.ratio
            target: scene.model.service.target
            targetWord: scene.model.service.targetWord
            formula: scene.model.service.formula
            samples: scene.model.service.samples
            tone: scene.model.service.tone
            heading: scene.model.service.heading
            fade: scene.model.service.fade
        }

        Label {
            objectName: "total"
            anchors.left: service.left
            width: service.width
            anchors.baseline: service.top
            anchors.baselineOffset: service.implicitHeight + Math.round(1.25 * scene.u)
            fade: scene.model.service.fade
            text: scene.model.service.waiting
        }

        Item {
            id: voices
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin + (scene.upright ? 0 : service.width + (scene.contentWidth > 56 * scene.u ? 2.8 : 1.8) * scene.u)
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: scene.voicesTop
            visible: scene.model.issues.total > 0

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
                heading: scene.model.issueHead.heading
                age: scene.model.issueHead.age
                place: scene.model.issuesPlace
            }
            Repeater {
                id: issues
                model: scene.model.issues
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
