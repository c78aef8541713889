// Goal: none.
// Method: none.
import QtQuick

Text { text: "a" }
