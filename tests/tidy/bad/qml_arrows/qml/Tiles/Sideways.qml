import QtQuick
import "../Scenes"

Item {}
