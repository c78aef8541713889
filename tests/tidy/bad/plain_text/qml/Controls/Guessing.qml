import QtQuick

Item {
    Text { text: "a" }
    Text { text: "b"; textFormat: Text.PlainText }
}
