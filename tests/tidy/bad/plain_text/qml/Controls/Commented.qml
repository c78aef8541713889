import QtQuick

Text {
    // textFormat: Text.PlainText
    text: "{ textFormat: Text.PlainText"
}
