pragma ComponentBehavior: Bound
import QtQuick
import Carewall.Theme
import Carewall.Ui

/// The sign of a tone: each has an outline of its own, so that it is told without its colour.
Mark {
    id: mark

    required property int tone         ///< of Tone

    shape: {
        switch (mark.tone) {
        case Tone.Act:
            return Mark.Diamond;
        case Tone.Watch:
            return Mark.Triangle;
        case Tone.Silent:
            return Mark.Void;
        case Tone.Closed:
            return Mark.Level;
        }
        return Mark.Dot;
    }
    color: Theme.toneSign(mark.tone)
}
