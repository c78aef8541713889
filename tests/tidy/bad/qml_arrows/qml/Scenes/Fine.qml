import QtQuick
import Carewall.Theme
import "../Tiles"

Item {}
