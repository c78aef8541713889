import QtQuick

Text {
    Item {
        Text { textFormat: Text.PlainText }
    }
}
