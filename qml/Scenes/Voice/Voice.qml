pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Scenes
import Carewall.Theme
import Carewall.Controls
import Carewall.Ui

/// What customers speak of: the most unusual thing large with its curve, the others as rows; below, how they feel and
/// whether they are heard. Decides what fits at the sizes that Theme demands: rows go to the next page, then the foot
/// goes without its second line, then without itself.
SceneFrame {
    id: scene

    required property VoiceModel model

    readonly property real begin: contentTop + Math.round(0.2 * u)
    readonly property real foot: Math.round(0.9 * u)
    readonly property real gap: Math.round(0.75 * u)
    readonly property real rowHeight: Math.round((contentWidth < 40 * u ? 5.05 : 3.45) * u)
    readonly property real headingsHeight: headings.implicitHeight

    readonly property real room: height - begin - foot
    readonly property real heroLeast: hero.implicitHeight
    readonly property real heroBest: heroLeast + (upright ? Math.round(2 * u) : 0)
    readonly property real leastRows: gap + headingsHeight + rowHeight
    readonly property bool footShown: heroLeast + leastRows + gap + speech.line + 5.85 * u <= room
    readonly property bool footTwo: !speech.wide && heroLeast + leastRows + gap + 2 * (speech.line + 6.2 * u) <= room
    readonly property real footRoom: footShown ? speech.implicitHeight + gap : 0
    readonly property real rowsRoom: room - footRoom - gap - headingsHeight

    readonly property int rowsThatFit: Math.max(Math.floor((rowsRoom - heroBest) / rowHeight),
                                                Math.min(1, Math.floor((rowsRoom - heroLeast) / rowHeight)))
    readonly property bool rowsShown: model.spoken.total > 0 && rowsThatFit > 0
    readonly property real rowsHeight: rowsShown ? gap + headingsHeight + model.spoken.pageSize * rowHeight : 0
    readonly property real heroHeight: Math.min(room - footRoom - rowsHeight, heroLeast + (upright ? 14 : 9) * u)

    onRowsThatFitChanged: model.spoken.fits = rowsThatFit

    TrendHero {
        id: hero
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.begin
        height: scene.heroHeight
        upright: scene.upright
        tone: scene.model.trend.tone
        label: scene.model.trend.label
        since: scene.model.trend.since
        stage: scene.model.trend.stage
        words: scene.model.trend.words
        figure: scene.model.trend.figure
        figureWord: scene.model.trend.figureWord
        rests: scene.model.trend.rests
        sentiment: scene.model.trend.sentiment
        mood: scene.model.trend.mood
        caption: scene.model.trend.caption
        values: scene.model.trend.values
        low: scene.model.trend.low
        high: scene.model.trend.high
        from: scene.model.trend.from
        to: scene.model.trend.to
        fade: scene.model.trend.fade
    }

    component Rule: Rectangle {
        anchors.left: parent?.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        height: Theme.rule
        color: Theme.line
    }
    Rule {
        visible: scene.rowsShown
        y: rows.y - Math.round(0.5 * scene.u)
    }
    Rule {
        visible: scene.footShown
        y: speech.y - Math.round(0.35 * scene.u)
    }

    Item {
        id: rows
        visible: scene.rowsShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.begin + scene.heroHeight + scene.gap

        SpokenHeadings {
            id: headings
            anchors.left: parent.left
            anchors.right: parent.right
            heading: scene.model.trend.rowsHeading
            place: scene.model.spokenPlace
            trends: scene.model.trend.rowsTrend
        }
        Repeater {
            model: scene.model.spoken

            SpokenTile {
                id: row
                required property int index
                required property bool stays
                readonly property Rank rank: Rank {
                    index: row.index
                    stays: row.stays
                }

                anchors.left: parent?.left
                anchors.right: parent?.right
                y: headings.implicitHeight + Math.round(rank.shown * scene.rowHeight)
                z: rank.away
                moving: rank.away > 0
                height: scene.rowHeight
            }
        }
    }

    SpeechTile {
        id: speech
        visible: scene.footShown
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        width: scene.contentWidth
        y: scene.height - scene.foot - height
        height: implicitHeight
        two: scene.footTwo
        heading: scene.model.speech.heading
        sentiment: scene.model.speech.sentiment
        mood: scene.model.speech.mood
        samples: scene.model.speech.samples
        ladder: scene.model.speech.ladder
        shares: scene.model.speech.shares
        ladderSamples: scene.model.speech.ladderSamples
        listening: scene.model.speech.listening
        listeningSamples: scene.model.speech.listeningSamples
        fade: scene.model.speech.fade
    }
}
