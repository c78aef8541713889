import QtQuick

Text {
    textFormat: Text.RichText
}
