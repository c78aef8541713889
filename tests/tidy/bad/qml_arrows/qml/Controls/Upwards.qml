import QtQuick
import Carewall.Tiles

Item {}
