import QtQuick

Item {
    Text {
        id: words
        textFormat: Text.PlainText
        text: "a { b"
    }
    TextMetrics { text: words.text }
}
