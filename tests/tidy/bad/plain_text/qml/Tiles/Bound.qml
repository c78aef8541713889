import QtQuick
import Carewall.Controls

Label {
    textFormat: format
}
