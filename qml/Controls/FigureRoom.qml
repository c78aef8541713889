pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme

/// The room of a figure and of its neighbours by number: as wide as with three digits, so that the words beside it
/// stand still while it gains one or loses one (9, 99, 100 %). Draws nothing; `implicitWidth` is the room.
Figure {
    required property string of        ///< the figure's text

    readonly property var number: /[0-9\u06F0-\u06F9](?:[.,\u00A0\u060C\u066B\u066C]?[0-9\u06F0-\u06F9])*/

    visible: false
    text: of.replace(number, figures => figures.replace(/[^0-9\u06F0-\u06F9]/g, "").length < 3 ? figures[0].repeat(3) : figures)
}
