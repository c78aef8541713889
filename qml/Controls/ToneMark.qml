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
        case Tone.Recovered:
            return Mark.Tick;
        case Tone.Best:
            return Mark.Star;
        }
        return Mark.Dot;
    }
    color: tone >= Tone.Recovered ? Theme.ink : Theme.toneSign(tone)
}
